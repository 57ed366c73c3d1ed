"""Forms as other people's programs print them, drawn at random: layouts that nobody here designed.

It may import what its parent package may. Start at ``forms.py`` (``draw_form``); ``piles.py`` fills them in.

``surface`` draws in millimetres, ``style`` and ``words`` are what one form has in common, ``draft`` collects items and
response areas; ``tables``, ``lists`` and ``grids`` are the kinds of questions, ``ornaments`` is all print that is none.
"""
