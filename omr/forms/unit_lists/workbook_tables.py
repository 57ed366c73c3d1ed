"""A workbook with a list of units -> the tables of its sheets (io).

It is opened in a process that a hostile file may take with it.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from form_templates.facts import Fact
from form_templates.text_files import UnreadableText, read_bytes
from omr.forms.page_findings import PageFinding
from omr.forms.page_images import PageOpener
from omr.forms.unit_lists.tables import MOST_COLUMNS, MOST_ROWS, ListRow, ListTable, clean
from omr.images.limits import MEGABYTE, ReadingLimits
from omr.units.list_files import UnreadableList, at_line

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    AnyCell = Cell | MergedCell

_MOST_SHEETS = 50
_LARGEST = 20 * MEGABYTE  # bytes of a file, and of what is packed in it five times as much
_PACKED, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # what Office makes of a file with a password
_ZEROS = re.compile(r"0+")
_DAMAGED = Fact("it is damaged, or no workbook; open it in Excel and save it again as .xlsx")
_SAVE_AS_XLSX = Fact("it is a workbook of another kind; open it and save it as .xlsx or CSV UTF-8")
_HAS_PASSWORD = Fact("it has a password; open it in Excel and save it without one")
_TOO_MUCH = Fact("it holds far more than a list of units; save the list by itself")


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """What a workbook holds, or why it cannot be read."""

    tables: tuple[ListTable, ...]
    problem: Fact | None = None


def is_workbook_file(path: Path) -> bool:
    """Whether a file is a spreadsheet's by its first bytes, whatever it is called.

    Raises:
        UnreadableList: It cannot be opened.
    """
    try:
        begin = read_bytes(path, _LARGEST)[:4]
    except UnreadableText as error:
        raise UnreadableList(at_line(error.line, error.fact)) from error
    return begin in (_PACKED, _OLE)


def read_workbook_tables(path: Path, opener: PageOpener | None = None) -> tuple[ListTable, ...]:
    """Return the tables of a workbook's sheets, those without anything left out.

    Args:
        path: The file.
        opener: Opens it, within its limits; None: one of its own.

    Raises:
        UnreadableList: It is none that can be read.
        WorkersCannotStart: The process in which it is opened cannot be had.
        Cancelled: ``opener`` was closed meanwhile.
    """
    if opener is None:
        with PageOpener() as own:
            return read_workbook_tables(path, own)
    found = opener.ask(_tables_of, path)
    if isinstance(found, PageFinding):
        raise UnreadableList(_TOO_MUCH)
    if found.problem is not None:
        raise UnreadableList(found.problem)
    return found.tables


def _tables_of(path: Path, _limits: ReadingLimits) -> OpenedBook:
    from openpyxl import load_workbook  # only in the process that opens such files

    problem = _problem_of(path)
    if problem is not None:
        return OpenedBook((), problem)
    try:
        content = path.read_bytes()  # openpyxl would go by the name
        shown = load_workbook(BytesIO(content), data_only=True, keep_links=False)
        typed = load_workbook(BytesIO(content), keep_links=False)
        tables = [_table_of(sheet, typed[sheet.title]) for sheet in shown.worksheets[:_MOST_SHEETS]]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - what a broken workbook makes openpyxl raise is anything
        return OpenedBook((), _DAMAGED)
    return OpenedBook(tuple(table for table in tables if table.rows))


def _problem_of(path: Path) -> Fact | None:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if data.startswith(_OLE):
        return _HAS_PASSWORD if _LOCKED in data else _SAVE_AS_XLSX
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except zipfile.BadZipFile:
        return _DAMAGED
    if unpacked > 5 * _LARGEST:
        return _TOO_MUCH
    return None if any(name.lower() == "xl/workbook.xml" for name in names) else _SAVE_AS_XLSX


def _table_of(sheet: "Worksheet", typed: "Worksheet") -> ListTable:
    filled = _filled_down(sheet)
    rows: list[ListRow] = []
    for row in _rows_of(sheet, typed, filled):
        if any(row.cells) or row.uncalculated:
            rows.append(row)
        if len(rows) > MOST_ROWS:
            break
    return ListTable(tuple(rows), sheet.title, sheet.sheet_state != "visible", len(rows) > MOST_ROWS)


def _rows_of(sheet: "Worksheet", typed: "Worksheet", filled: "dict[tuple[int, int], AnyCell]") -> Iterator[ListRow]:
    by_row: dict[int, list[int]] = {}
    for row, column in sorted({*sheet._cells, *filled}):  # a sheet that is coloured to its last row has no cells there
        if column <= MOST_COLUMNS:
            by_row.setdefault(row, []).append(column)
    for number, columns in by_row.items():
        texts = [""] * max(columns)
        uncalculated: set[int] = set()
        for column in columns:
            cell = filled.get((number, column)) or sheet._cells[number, column]
            texts[column - 1] = clean(_text_of(cell))
            if not texts[column - 1] and typed.cell(cell.row or number, cell.column or column).data_type == "f":
                uncalculated.add(column - 1)
        is_hidden = number in sheet.row_dimensions and bool(sheet.row_dimensions[number].hidden)
        yield ListRow(number, tuple(texts), is_hidden, frozenset(uncalculated))


def _filled_down(sheet: "Worksheet") -> "dict[tuple[int, int], AnyCell]":
    """Return the cell that stands for each of those merged below it in one column."""
    filled: dict[tuple[int, int], AnyCell] = {}
    for area in sheet.merged_cells.ranges:
        if area.min_col == area.max_col and area.max_row - area.min_row < MOST_ROWS:
            for row in range(area.min_row + 1, area.max_row + 1):
                filled[row, area.min_col] = sheet.cell(area.min_row, area.min_col)
    return filled


def _text_of(cell: "AnyCell") -> str:
    """Return a cell as the spreadsheet shows it: a number with the zeros that its format puts before it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int) and _ZEROS.fullmatch(cell.number_format or ""):
        return str(value).zfill(len(cell.number_format))
    return str(value)
