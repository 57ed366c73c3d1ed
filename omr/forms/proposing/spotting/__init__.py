"""A page's structure, and the places on it that look like response areas, before anybody knows what they ask.

It may import ``content`` and ``doubts``. Start at ``spots.py``; ``page_view.py`` is the page as those above look at it.
"""
