"""Training of the mark model on simulated sheets; nothing here runs when forms are read. Start at ``__main__.py``."""
