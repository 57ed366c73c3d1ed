"""What a questionnaire asks, and where its response areas lie on paper.

This package is the lowest floor of the house: it may import the standard library, tomlkit, reportlab and segno, and
nothing of ``omr``, ``exports`` or ``gui``. Lengths are millimetres in the *template* frame: origin at the paper's
top-left corner, x to the right, y downwards.

Start reading at ``model``; ``loading`` makes a model from a folder, ``typesetting`` gives it places on paper and
``printing`` writes the PDF.
"""
