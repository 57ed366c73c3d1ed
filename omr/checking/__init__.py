"""Is a survey whole, and what can be mended: its files, its database, its scans, and whether they agree.

``check`` looks and changes nothing; ``mend`` puts right what it can, on a copy that then takes the place of what was
damaged. ``wording`` says it on the command line.
"""
