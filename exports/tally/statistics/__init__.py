"""Intervals, tests and ranks: statistics that know nothing of surveys."""
