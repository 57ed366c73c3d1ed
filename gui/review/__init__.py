"""The operator's place: one doubtful answer at a time, decided by keyboard."""
