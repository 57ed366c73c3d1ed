"""From answers to what people take away: tallies, the Excel workbook, printed reports and plain tables.

May import ``omr`` and ``form_templates`` and nothing above; knows no Qt. Only ``workbook.crop_files`` opens scans and
loads OpenCV, when somebody asks for crops. Start reading at ``survey_export`` (the file's ending decides), then
``gathered`` (what is taken out of a survey) and ``tally`` (what is counted, and how); ``rounds`` compares years,
``wording`` holds the texts, ``workbook``, ``report`` and ``data_files`` write. Imports between the folders point one
way: ``demo``, ``whole_folder``, ``survey_export``, those that write, ``gathered``, ``rounds`` and ``wording``,
``tally``. pandas and openpyxl are loaded only when something is exported.
"""
