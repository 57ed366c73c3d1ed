"""The whole way on generated sheets, sample surveys, and made-up rounds to compare."""
