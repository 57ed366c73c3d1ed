"""Which delivered pages belong to one respondent; begin at ``grouping``.

``page_runs`` finds piles of which the sides were scanned apart, ``pile_questions`` what a person is asked about them.
"""
