"""Every word that workbook and report print, in both languages, and how numbers are written within texts."""
