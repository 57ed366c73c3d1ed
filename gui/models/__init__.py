"""Qt models over domain values; they own no facts."""
