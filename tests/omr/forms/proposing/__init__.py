"""Blank forms with known truth, and what is proposed for them."""
