"""The sheets of the workbook, one module each: a function that fills one sheet from the ``WorkbookContent``."""
