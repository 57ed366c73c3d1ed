"""From a definition to pages: where everything is printed, and the PDF.

Start at ``pages`` (places) and ``printing`` (PDF). Lengths are millimetres in the template frame.
"""
