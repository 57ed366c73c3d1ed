"""The place where scans come in: pages, units, batches, and what people say about pages."""
