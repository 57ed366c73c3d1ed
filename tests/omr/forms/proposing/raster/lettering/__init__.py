"""Tests of ``omr.forms.proposing.raster.lettering``."""
