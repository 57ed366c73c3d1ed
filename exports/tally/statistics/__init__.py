"""Shares with their intervals, tests and ranks: statistics that know neither form nor unit."""
