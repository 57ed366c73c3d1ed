"""Boxes and circles in a picture: those printed well, pale ones, those that only their like tell of.

Start with ``outlines``; may import ``omr.forms.proposing.raster.ink`` and what is around ``raster``.
"""
