"""The printed report: one PDF about the whole round or one unit, of the same figures as the workbook.

Read ``figures`` (what it says), ``changes`` (since earlier rounds), then ``document`` (in
which order), then ``page_flow`` (how strips fill pages) and ``reading_order`` (what a screen reader says of them).
"""
