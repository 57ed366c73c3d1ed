"""Comparing rounds."""
