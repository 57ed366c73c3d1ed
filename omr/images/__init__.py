"""From a delivered file to the page image in which marks are measured.

Start at ``page_source`` (``open_scan``: PDF, TIFF, JPEG, PNG, BMP and WebP, one page at a time, each a ``PageImage``),
then ``preprocess`` (reduced, with the paper's brightness known); ``sampling`` cuts out the surroundings of every
response area. Knows no form, no store and no survey.
"""
