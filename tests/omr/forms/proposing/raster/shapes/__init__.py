"""Tests of ``omr.forms.proposing.raster.shapes``."""
