"""The units that are rated: their lists, and what became of them over the years."""
