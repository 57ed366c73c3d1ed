"""Tests of the simulator: each effect, each mark, and whole piles."""
