"""Which page of which form an image shows, and where it lies in it.

Start at ``locating``, the ladder of ways to find a page.
"""
