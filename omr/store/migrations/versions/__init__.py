"""The migration steps, one per file, in order of their numbers."""
