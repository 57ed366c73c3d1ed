"""The sheets of the workbook, one module each; every module has one function that fills one sheet from a ``Report``."""
