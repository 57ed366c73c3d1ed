"""A survey as an export finds it: its answers and all that is told beside them, taken out of the database once.

``gathering`` opens the survey and fills a ``GatheredSurvey``; workbook, report and data files are written from that and
know neither folder nor database.
"""
