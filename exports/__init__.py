"""From answers to what people take away: tallies, the Excel workbook and plain tables.

May import ``omr`` and ``form_templates`` and nothing above; opens no scan, knows no Qt, and nothing it imports needs
OpenCV. Start reading at ``export`` (the file's ending decides), then ``tally`` (what is counted, and how) and
``workbook`` (the sheets, in order). pandas and openpyxl are loaded only when something is exported.
"""
