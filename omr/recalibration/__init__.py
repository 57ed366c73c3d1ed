"""What people decide about flagged answers of a batch tells how sure its readings really are.

Start at ``offers``: which flagged answers may now be accepted within the tolerance. ``trials`` says which decisions
count for that, ``calibration`` refits P(wrong) on them, ``wording`` tells it on the command line.
"""
