"""A file with a list of questions -> its rows: workbook, Word document, text or CSV (io).

Workbooks and documents are opened in a process that a hostile file may take with it.
"""

import codecs
import csv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from form_templates.errors import Finding, TemplateError
from form_templates.text_files import UnreadableText, read_text
from omr.forms.document_kinds import WORKBOOK_ENDINGS
from omr.forms.page_findings import PageFinding, PageProblem, unreadable
from omr.forms.page_images import PageOpener
from omr.forms.question_lists.cells import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, Row, as_row, rows_of_text
from omr.forms.question_lists.listed import ListRemark, ListRemarkKind
from omr.images.limits import MEGABYTE, ReadingLimits
from omr.results import Reason

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_DOCUMENT_ENDING = ".docx"
_TEXT_ENDINGS = (".txt", ".csv", ".tsv")
LIST_ENDINGS = (*sorted(WORKBOOK_ENDINGS), _DOCUMENT_ENDING, *_TEXT_ENDINGS)
"""Of files that may hold a list of questions."""

_LARGEST_TEXT = 4 << 20  # bytes
_LOOKED_AT = 2000  # characters of a text, by which it is told what parts its cells
_MOST_SHEETS = 50
_LARGEST_PACKED = 20 * MEGABYTE  # bytes of a file, and of what is packed in it five times as much
_PACKED, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # what Office makes of a file with a password
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class ListFile:
    """What a file with a list of questions holds.

    Attributes:
        rows: Lines of text are rows of one cell.
        other_sheets: Of a workbook, the names of those that hold something and are not read.
    """

    rows: list[Row]
    other_sheets: tuple[str, ...] = ()


def open_list(path: Path, opener: PageOpener | None = None) -> ListFile:
    """Return what a file with a list of questions holds.

    Args:
        path: Its ending says what it is.
        opener: Opens workbooks and documents, within its limits; None: one of its own.

    Raises:
        TemplateError: It cannot be read, is too large, or is no such file.
        WorkersCannotStart: The process in which it is opened cannot be had.
        Cancelled: ``opener`` was closed meanwhile.
    """
    ending = path.suffix.lower()
    if ending not in (*WORKBOOK_ENDINGS, _DOCUMENT_ENDING):
        return ListFile(_rows_of_text_file(path, ending))
    if opener is None:
        with PageOpener() as own:
            return open_list(path, own)
    work = _list_of_workbook if ending in WORKBOOK_ENDINGS else _list_of_document
    found = opener.ask(work, path)
    if isinstance(found, PageFinding):
        raise TemplateError((found,))
    return found


def file_remarks(file: ListFile) -> tuple[ListRemark, ...]:
    """Return what is to be said of a file beside what its rows ask."""
    if not file.other_sheets:
        return ()
    return (ListRemark(ListRemarkKind.OTHER_SHEETS, {"names": "; ".join(file.other_sheets)}),)


def _rows_of_text_file(path: Path, ending: str) -> list[Row]:
    if ending not in _TEXT_ENDINGS:
        raise TemplateError((no_list(path),))
    try:
        text = _utf_16_text(path) or read_text(path, _LARGEST_TEXT)
    except UnreadableText as error:
        raise TemplateError((Finding(path, f"line {error.line}" if error.line else "", error.fact),)) from error
    begin = text[:_LOOKED_AT]
    if ending != ".csv" or begin.count("\t") > max(begin.count(";"), begin.count(",")):
        return rows_of_text(text)
    delimiter = ";" if begin.count(";") > begin.count(",") else ","
    try:
        rows = list(islice(csv.reader(StringIO(text), delimiter=delimiter, strict=True), MOST_ROWS))
    except csv.Error:  # a quotation mark is missing: what follows would all be one cell
        rows = [[cell.strip('" ') for cell in line.split(delimiter)] for line in text.splitlines()[:MOST_ROWS]]
    return [as_row(cells) for cells in rows]


def _utf_16_text(path: Path) -> str:
    """Return a text as Excel saves it under "Unicode text"; empty for others, or where it is damaged."""
    if not path.is_file():  # to open a pipe would wait for somebody to write into it
        return ""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_TEXT + 1)
        is_such = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and len(data) <= _LARGEST_TEXT
        return data.decode("utf-16") if is_such else ""
    except (OSError, UnicodeDecodeError):
        return ""  # said by whoever reads it as any text


def _list_of_workbook(path: Path, limits: ReadingLimits) -> ListFile | PageFinding:
    """Return the fullest of the sheets that are shown, and the names of the others."""
    from openpyxl import load_workbook  # only in the process that opens such files

    problem = _problem_of(path, limits)
    if problem is not None:
        return problem
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        sheets: dict[str, list[Row]] = {}
        for sheet in book.worksheets[:_MOST_SHEETS]:
            values = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            rows = list(_within([as_row([_cell_text(value) for value in row]) for row in values]))
            if sheet.sheet_state == "visible" and any(any(row) for row in rows):
                sheets[sheet.title] = rows
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - what a broken workbook makes openpyxl raise is anything
        return unreadable(path, Reason.FILE_DAMAGED, "")
    if not sheets:
        return ListFile([])
    fullest = max(sheets, key=lambda name: sum(map(any, sheets[name])))
    return ListFile(_without_empty_edge(sheets[fullest]), tuple(name for name in sheets if name != fullest))


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _without_empty_edge(rows: list[Row]) -> list[Row]:
    """Return rows without the columns in which nothing stands at all."""
    width = max(map(len, rows))
    used = [place for place in range(width) if any(place < len(row) and row[place] for row in rows)]
    return [tuple(row[place] if place < len(row) else "" for place in used) for row in rows]


def _list_of_document(path: Path, limits: ReadingLimits) -> ListFile | PageFinding:
    """Return the paragraphs and tables of a document, in order, with the numbers that Word counts by itself."""
    from docx import Document  # only in the process that opens such files

    problem = _problem_of(path, limits)
    if problem is not None:
        return problem
    try:
        return ListFile(list(_within(_document_rows(Document(str(path))))))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - what a broken document makes python-docx raise is anything
        return unreadable(path, Reason.FILE_DAMAGED, "")


def _document_rows(document: "Document") -> Iterator[Row]:
    from docx.table import Table

    counts: dict[tuple[str, str], int] = {}
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _table_rows(part)
        else:
            yield from rows_of_text(f"{_list_sign(part, document, counts)}{part.text}")


def _table_rows(table: "Table") -> Iterator[Row]:
    """Yield the rows of a table; a cell over several places stands in the first of them."""
    seen: set[object] = set()
    for row in table.rows:
        cells = []
        for cell in row.cells:
            is_first = cell._tc not in seen
            seen.add(cell._tc)
            cells.append(cell.text if is_first else "")
        yield as_row(cells)


def _list_sign(paragraph: "Paragraph", document: "Document", counts: dict[tuple[str, str], int]) -> str:
    """Return what Word prints before a paragraph of a list, which is no part of its text; empty for others."""
    place = _list_place(paragraph)
    if place is None or not paragraph.text.strip():
        return ""
    kind, pattern = _list_format(document, *place)
    if kind == "bullet":
        return "- "
    counts[place] = number = counts.get(place, 0) + 1
    for other in [each for each in counts if each[0] == place[0] and each[1] > place[1]]:
        del counts[other]  # what is below counts anew
    sign = {"lowerLetter": chr(96 + min(number, 26)), "upperLetter": chr(64 + min(number, 26))}.get(kind, str(number))
    if kind == "upperRoman":
        sign = _ROMAN[min(number, len(_ROMAN)) - 1]
    return f"{pattern.partition('%')[0]}{sign}{')' if pattern.endswith(')') else '.'} "


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _list_place(paragraph: "Paragraph") -> tuple[str, str] | None:
    """Return the list that a paragraph belongs to, and its level."""
    own = paragraph._p.pPr
    style = paragraph.style.element.find(f"{_WORD}pPr") if paragraph.style is not None else None
    for properties in (own, style):
        found = properties.find(f"{_WORD}numPr") if properties is not None else None
        number = found.find(f"{_WORD}numId") if found is not None else None
        if found is not None and number is not None:
            level = found.find(f"{_WORD}ilvl")
            return number.get(f"{_WORD}val", "0"), level.get(f"{_WORD}val", "0") if level is not None else "0"
    return None


def _list_format(document: "Document", number_id: str, level: str) -> tuple[str, str]:
    """Return how a level of a list is counted, and the pattern of its numbers."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return "decimal", "%1."
    for number in root.iter(f"{_WORD}num"):
        abstract = number.find(f"{_WORD}abstractNumId")
        if number.get(f"{_WORD}numId") == number_id and abstract is not None:
            wanted = abstract.get(f"{_WORD}val")
            for each in root.iter(f"{_WORD}abstractNum"):
                if each.get(f"{_WORD}abstractNumId") == wanted:
                    return _level_format(each, level)
    return "decimal", "%1."


def _level_format(abstract: object, level: str) -> tuple[str, str]:
    for each in abstract.iter(f"{_WORD}lvl"):  # type: ignore[attr-defined]
        if each.get(f"{_WORD}ilvl") == level:
            kind, text = each.find(f"{_WORD}numFmt"), each.find(f"{_WORD}lvlText")
            return (
                kind.get(f"{_WORD}val", "decimal") if kind is not None else "decimal",
                text.get(f"{_WORD}val", "%1.") if text is not None else "%1.",
            )
    return "decimal", "%1."


def _within(rows: "Iterator[Row] | list[Row]") -> Iterator[Row]:
    """Yield rows as far as a list is looked at."""
    size = 0
    for row in islice(rows, MOST_ROWS):
        size += sum(map(len, row))
        yield row
        if size > MOST_CHARACTERS:  # by which it is seen that there was more
            return


def _problem_of(path: Path, limits: ReadingLimits) -> PageFinding | None:
    """Return why a file need not be opened at all; None if it may be what its name says."""
    with path.open("rb") as file:
        data = file.read(_LARGEST_PACKED + 1)
    if not data:
        return unreadable(path, Reason.FILE_EMPTY, "")
    if data.startswith(_OLE) and _LOCKED in data:
        return unreadable(path, Reason.FILE_ENCRYPTED, "")
    if len(data) > _LARGEST_PACKED:
        return unreadable(path, Reason.NEEDS_TOO_MUCH_MEMORY, limits.memory_text)
    if not data.startswith(_PACKED):
        return no_list(path)
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except zipfile.BadZipFile:
        return unreadable(path, Reason.FILE_DAMAGED, "")
    return (
        unreadable(path, Reason.NEEDS_TOO_MUCH_MEMORY, limits.memory_text) if unpacked > 5 * _LARGEST_PACKED else None
    )


def no_list(path: Path) -> PageFinding:
    """Return the finding about a file that holds no list of questions."""
    return PageFinding(path, "", _NO_LIST, PageProblem.NO_LIST)


_NO_LIST = (
    "holds no list of questions: give an Excel workbook (.xlsx), a Word document (.docx) or a text (.txt, .csv) with "
    "a question on each line"
)
