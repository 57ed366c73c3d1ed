"""Copiers, scanners and phones, and what each does to a page."""
