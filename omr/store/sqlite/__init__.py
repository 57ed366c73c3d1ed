"""The ways of SQLite: how a database is connected to, copied, looked over, and what its failures mean.

May import ``omr.errors`` and the schema. Start at ``connecting``.
"""
