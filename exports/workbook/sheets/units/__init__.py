"""The sheets of single units and of several units together."""
