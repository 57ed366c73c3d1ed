"""Work on files that nobody vouches for, in processes that may be ended.

``pool`` serves many tasks, ``limited_process`` a few; what they may use is in ``omr.images.limits``.
"""
