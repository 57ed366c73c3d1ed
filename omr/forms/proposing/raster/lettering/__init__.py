"""What is written on a picture of a page: words by Tesseract, and what they must be where it misread them.

Start with ``words`` (read by ``tesseract``; digits by themselves by ``lone_letters``); ``ringed`` tells what stands in
boxes and circles.
"""
