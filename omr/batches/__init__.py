"""Many files at once: taken in, read by worker processes, every finished page kept in one commit.

Start at ``batch``.
"""
