"""From a delivered file to the image in which marks are measured.

Start at ``page_source`` (``open_scan``), which opens ``encoded_images`` (JPEG, PNG), ``tiff_files`` and ``pdf_files``;
what comes out is a ``page_image``. Then ``preprocess`` and ``sampling``. Knows no form, no store and no survey.
"""
