"""Pages that may be two scans of one sheet: told of, shown side by side, decided by a person."""
