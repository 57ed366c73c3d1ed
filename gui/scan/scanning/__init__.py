"""Stacks scanned from here, and read while the feeder runs: start at ``paper_scanning``."""
