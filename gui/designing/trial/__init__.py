"""Trying the form in hand on filled scans: what it reads, drawn over the paper, before anything is saved.

Reading is ``omr.forms.trying``; start at ``trial_view``.
"""
