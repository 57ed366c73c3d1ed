"""Put values into cells safely: numbers stay numbers, and no text from a form ever becomes a formula."""

from copy import copy
from datetime import datetime
from typing import TypeAlias

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.statistics.share import Share
from exports.workbook.valued_formulas import LONGEST_FORMULA, ValuedFormula, carry

Value: TypeAlias = str | int | float | datetime | ValuedFormula | None

LONGEST_TEXT = 32767
"""Excel calls a file damaged that holds a longer one."""

_RISKY_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NOT_XML = str.maketrans(dict.fromkeys(("\ufffe", "\uffff"))) | str.maketrans(
    dict.fromkeys(map(chr, range(0xD800, 0xE000)))
)


def is_risky(text: str) -> bool:
    """Whether a spreadsheet may take ``text`` for a formula."""
    return text.startswith(_RISKY_STARTS)


def put(sheet: Worksheet, row: int, column: int, value: Value, font: Font | None = None) -> Cell:
    """Write ``value`` and return the cell; row and column are 1-based."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "no cell of these sheets is merged"
    if isinstance(value, ValuedFormula):
        _put_formula(cell, value)
    else:
        cell.value = clean_text(value) if isinstance(value, str) else value
        defuse(cell)
    if font:
        cell.font = font
    return cell


def _put_formula(cell: Cell, formula: ValuedFormula) -> None:
    """Write a formula with its value; of a formula that is too long for Excel only the value."""
    if len(formula.formula) > LONGEST_FORMULA:
        cell.value = formula.value
    elif formula.is_array:
        cell.value = ArrayFormula(cell.coordinate, carry(formula))
    else:
        cell.value = carry(formula)


def clean_text(text: str) -> str:
    """Drop what would make the file unreadable: control characters, halves of letters, what is too long for a cell."""
    return ILLEGAL_CHARACTERS_RE.sub("", text.translate(_NOT_XML))[:LONGEST_TEXT]


def defuse(cell: Cell) -> None:
    """Make a risky text plain text, also after somebody edits the cell in Excel."""
    if isinstance(cell.value, str) and is_risky(cell.value):
        cell.data_type = "s"
        cell.quotePrefix = True


def dress_like(cell: Cell, model: Cell) -> None:
    """Give a cell the looks of another one of its workbook: to look each up in the workbook's list takes five times.

    Whether it is a risky text stays its own affair.
    """
    is_risky_text = cell.quotePrefix
    cell._style = copy(model._style)  # type: ignore[attr-defined]
    cell.quotePrefix = is_risky_text


def interval_cells(share: Share | None) -> tuple[float | None, float | None]:
    """Return both ends of a share's interval; None where there is none."""
    interval = share.interval if share else None
    return (interval.low, interval.high) if interval else (None, None)
