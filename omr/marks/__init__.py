"""The ink a respondent left: measured, judged, and signed for telling rescans.

Start at ``measuring``, then ``mark_model``, whose ``likelihoods`` are all that deciding knows of ink. Then
``suspect_blanks`` looks again at what reads as left blank. May use ``registration`` and ``images``; knows no store and
no survey.
"""
