"""Spots and words -> questions in the order in which they are read.

It may import ``content``, ``spotting`` and ``doubts``. Start at ``page_understanding.py`` (``understand_form``).
"""
