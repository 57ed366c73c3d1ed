"""What windows that share a survey see of each other. May import ``gui.jobs`` and ``omr``."""
