"""All counting: from effective answers to figures. Knows no pixels and writes no files.

Start at ``survey_tally``; ``answer_table`` holds the answers that are counted, ``statistics`` the tests and intervals.
"""
