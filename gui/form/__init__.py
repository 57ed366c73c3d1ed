"""The place where the form itself is looked at and printed."""
