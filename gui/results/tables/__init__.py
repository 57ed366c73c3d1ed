"""Tables of figures: their models over domain values, and how figures are painted into cells."""
