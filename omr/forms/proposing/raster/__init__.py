"""A picture of a blank page -> what is printed on it, as a PDF would tell: words, rules and shapes in millimetres.

It may import what ``omr.forms.proposing`` may; nothing else there knows pictures. Start at ``picture_reading.py``:
``flattening`` (a level page, with ``page_outline``) -> ``picture_content``, of which the steps are ``ink`` (what is
print, what is paper or dirt), ``sorted_print`` (that print in its kinds: specks by ``dust``, rules by ``ruling``,
outlines) with ``parting`` (outlines that touch other print), ``shapes`` (a room of its own: boxes and circles, pale and
lost ones too) and ``lettering`` (likewise: what is left, read as words). ``copies`` makes a blank page of filled ones.
"""
