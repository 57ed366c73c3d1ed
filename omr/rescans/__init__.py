"""The same sheet delivered twice: found by the ink on it, told from sheets merely filled in alike.

An exact rescan leaves the count (``scanned_twice``); what only may be one is a question for a person
(``sheet_questions``). Compares packed ink signatures only, so that the store can use it without loading OpenCV or the
engine.
"""
