"""From a delivered file to the page image in which marks are measured.

Start at ``page_source`` (PDF, TIFF, JPEG and PNG, one page at a time), then ``preprocess`` (reduced, with the paper's
brightness known); ``sampling`` cuts out the surroundings of every response area.
"""
