"""How well the machine reads: accepted answers read again by people who do not see the reading.

Start at ``checks`` (who turns out to be right), then ``state`` (what is checked, what waits).
"""
