"""Pieces of a page's print that show where it lies: outlines, borders of cells, and landmarks.

Each says what is printed, worked out once per page of a form, and finds it again in a scan; what is made of that,
``seen_print``, ``placing`` and ``placement_doubts`` know.
"""
