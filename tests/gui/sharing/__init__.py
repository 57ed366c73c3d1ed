"""Tests of the window, driven as a person would drive it."""
