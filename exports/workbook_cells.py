"""Put values into cells safely: numbers stay numbers, and no text from a form ever becomes a formula."""

from datetime import datetime
from typing import TypeAlias

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = str | int | float | datetime | None

_RISKY_STARTS = ("=", "+", "-", "@", "\t", "\r")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet may take ``text`` for a formula."""
    return text.startswith(_RISKY_STARTS)


def put(sheet: Worksheet, row: int, column: int, value: Value, font: Font | None = None) -> Cell:
    """Write ``value`` and return the cell; row and column are 1-based."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "no cell of these sheets is merged"
    cell.value = clean(value)
    if font:
        cell.font = font
    defuse(cell)
    return cell


def clean(value: Value) -> Value:
    """Drop control characters, which would make the file unreadable."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def defuse(cell: Cell) -> None:
    """Make a risky text plain text, also after somebody edits the cell in Excel."""
    if isinstance(cell.value, str) and is_risky(cell.value):
        cell.data_type = "s"
        cell.quotePrefix = True
