"""A picture of a blank page -> what is printed on it, as a PDF would tell: words, rules and shapes in millimetres.

It may import what ``omr.forms.proposing`` may; nothing else there knows pictures. Start at ``picture_reading.py``:
``flattening`` (a level page, with ``page_outline``) -> ``picture_content``, of which the steps are ``ink`` (what is
print, what is paper or dirt), ``ruling`` (rules), ``shapes`` (a room of its own: boxes and circles, pale and lost ones
too) and ``words`` (what is left, read by ``tesseract``; ``lone_letters`` and ``ringed`` for digits that stand by
themselves). ``copies`` makes a blank page of filled ones.
"""
