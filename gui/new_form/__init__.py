"""A new form out of a list of questions that was pasted: what was understood, and the pages at once."""
