"""Tests of where to look first."""
