"""The ink a respondent left: measured, judged, and signed for telling rescans.

Start at ``measuring``, then ``mark_model``. May use ``registration`` and ``images``; knows no store and no survey.
"""
