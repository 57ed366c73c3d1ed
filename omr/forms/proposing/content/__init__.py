"""What is printed on a page, and the front ends that tell: so far, PDF files that hold text and lines.

It may import ``form_templates`` and ``omr.images``. Start at ``page_content.py``, the seam: a front end for scans, or
for the consensus of filled copies, returns the same.
"""
