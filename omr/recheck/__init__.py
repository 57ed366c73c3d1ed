"""How well the machine reads: accepted answers read again by people who do not see the reading.

Start at ``checks``, then ``survey_recheck``.
"""
