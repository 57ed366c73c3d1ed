"""Work on files that nobody vouches for, in processes that may be ended: ``pool`` for many, ``limited_process`` for one.

What they may use is in ``omr.images.limits``.
"""
