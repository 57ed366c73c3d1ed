"""Showing a page or a piece of it: the view, and loading its picture off the GUI thread."""
