"""From answers to what people take away: tallies, the Excel workbook, printed reports and plain tables.

May import ``omr`` and ``form_templates`` and nothing above; knows no Qt. Only ``workbook.crop_files`` opens scans, and
OpenCV is loaded only for crops and for what a pile tells about scanner and paper. Start reading at ``export`` (the
file's ending decides), then ``tally`` (what is counted, and how); ``rounds`` compares years, ``workbook``, ``report``
and ``data_files`` write. pandas and openpyxl are loaded only when something is exported.
"""
