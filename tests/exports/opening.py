"""Workbooks opened again, to look at some of their sheets."""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook


def opened(path: Path, *, data_only: bool = False) -> Workbook:
    """Open a workbook of which a sheet is parsed when it is looked at: to parse all takes longer than to write them.

    Cells alone are known of its sheets, no charts, tables, or panes; the file is not kept open.
    """
    return load_workbook(BytesIO(path.read_bytes()), read_only=True, data_only=data_only)
