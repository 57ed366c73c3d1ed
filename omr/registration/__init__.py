"""Which page of which form an image shows, and where it lies in it.

Start at ``locating``, the ladder of ways to find a page: each lays the template over the page (``fiducials``, or
``by_print``), tells which page it is (``identifying``) and places its response areas (``placing``). What comes out is a
``located_page``. May use ``images``; knows no marks, no store and no survey.
"""
