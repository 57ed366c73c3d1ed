"""The sheets that tell how the figures came about: changes, comments, invalid responses, patterns, quality."""
