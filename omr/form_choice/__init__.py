"""Of several forms that may lie in one pile: which one a page is of. Start at ``choosing``; one form needs none of it.

A code settles it. Without one, ``quick_look`` says which forms are worth trying, each of them is laid over the page as
if there were no other, and where more than one fits, ``telling_apart`` compares the page with both where their print
differs. What is not clear then is in doubt, and a person says which form it is.
"""
