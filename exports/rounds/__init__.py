"""Comparing the rounds of a survey over the years.

Read ``round`` (what a round is), then ``same_units`` and ``same_questions`` (what may be compared), ``round_pair``
(figure by figure) and ``comparison`` (the tables). ``earlier_rounds`` reads the rounds from their folders.
"""
