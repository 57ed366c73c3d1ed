"""The Excel workbook, whose summary figures are formulas over its own data sheet.

Read ``book`` (the sheets, in order) and any of ``sheets``; then ``valued_formulas`` (a formula with its value),
``data_layout`` (the columns that formulas count) and ``workbook_file`` (how it all gets into a file).
"""
