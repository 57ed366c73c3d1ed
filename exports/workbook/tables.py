"""Write a titled table on a sheet: columns with units and widths, frozen headings, print set-up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from exports.wording import workbook_words as words
from exports.workbook import styles
from exports.workbook.cells import Value, dress_like, put
from exports.workbook.parts.data_bars import add_bars
from exports.workbook.valued_formulas import ValuedFormula
from exports.workbook.workbook_content import WorkbookContent

TITLE_ROW = 1
TABLE_ROW = 5
"""First row of a table below a sheet's title, facts and note."""

_LINE_HEIGHT_PT = 15.0
_HEADING_AIR = 1.8  # characters beside the longest word of a heading, which is bold
_LETTERS_PER_WIDTH = 1.1  # widths count digits, and the letters of running text are narrower
_HIGHEST_ROW_PT = 409.0
_WIDEST_HEADING = 24.0  # a word without end is broken all the same


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table.

    Attributes:
        title: Its heading.
        width: In characters; never so narrow that a word of the heading is broken.
        format: Excel number format.
        is_text: Left-aligned and wrapped, instead of right-aligned.
        group: Heading above neighbouring columns of the same group.
        has_bar: Shows a bar from 0 % to 100 % behind the figure.
        key: By which formulas of the table name it (``valued_formulas.ValuedFormula``); may be empty.
    """

    title: str
    width: float
    format: str = styles.COUNT
    is_text: bool = False
    group: str = ""
    has_bar: bool = False
    key: str = ""

    def __post_init__(self) -> None:
        """Make room for the longest word of the heading."""
        longest = max(map(len, self.title.split()), default=0)
        object.__setattr__(self, "width", max(self.width, min(longest + _HEADING_AIR, _WIDEST_HEADING)))


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a table lies: 1-based rows and columns, all inclusive; ``last_row`` is the heading's if it is empty."""

    heading_row: int
    first_row: int
    last_row: int
    first_column: int
    last_column: int


def text_column(title: str, width: float, group: str = "", *, key: str = "") -> TableColumn:
    """Return a column of texts; codes keep their leading zeros."""
    return TableColumn(title, width, styles.TEXT, is_text=True, group=group, key=key)


def share_column(
    title: str, group: str = "", *, has_bar: bool = False, width: float = 10, key: str = ""
) -> TableColumn:
    """Return a column of true fractions shown as percentages."""
    return TableColumn(title, width, styles.PERCENT, group=group, has_bar=has_bar, key=key)


P_VALUE = '[<0.001]"< "0.00\\1;0.000'
"""The number format of p values: a tiny one is told to be tiny, with the decimal sign that those beside it have.

The two decimals of a tiny p value are zeros, and a 1 follows them as text.
"""


def number_of(columns: Sequence[TableColumn], key: str) -> int:
    """Return the 1-based place of the column named ``key``; ValueError if there is none."""
    return [column.key for column in columns].index(key) + 1


def write_sheet_title(sheet: Worksheet, content: WorkbookContent, title: str, columns: int, note: str = "") -> None:
    """Write the first lines of a sheet: what it shows, of which survey, from how many, and a notice if provisional."""
    say, tally = content.say, content.tally
    put(sheet, TITLE_ROW, 1, title, styles.TITLE)
    counted = say(words.VALID_OF_RESPONSES, valid=tally.valid, responses=tally.responses)
    survey = " · ".join(filter(None, (content.facts.name, content.facts.round_name, counted)))
    put(sheet, TITLE_ROW + 1, 1, survey, styles.BODY)
    if tally.answers.awaiting_review:
        notice = say(words.PROVISIONAL, count=tally.answers.awaiting_review)
        write_notice(sheet, TITLE_ROW + 2, notice, 1, columns)
    put(sheet, TITLE_ROW + 3, 1, note, styles.SMALL)


def write_notice(sheet: Worksheet, row: int, text: str, first_column: int, last_column: int) -> None:
    """Write a line in the style of a warning."""
    put(sheet, row, first_column, text, styles.STRONG).alignment = styles.LEFT
    for column in range(first_column, last_column + 1):
        sheet.cell(row, column).fill = styles.NOTICE_FILL
    sheet.row_dimensions[row].height = 22


def write_table(
    sheet: Worksheet,
    columns: Sequence[TableColumn],
    rows: Sequence[Sequence[Value]],
    *,
    top: int = TABLE_ROW,
    left: int = 1,
    fonts: Mapping[int, Font] | None = None,
) -> TablePlace:
    """Write headings and rows.

    Args:
        sheet: To write on.
        columns: One per value of a row.
        rows: The values.
        top: Row of the group headings if any column has one, else of the headings.
        left: First column.
        fonts: Of rows that differ from the others, by 0-based position.
    """
    heading_row = top
    if any(column.group for column in columns):
        _write_groups(sheet, columns, top, left)
        heading_row += 1
    _write_headings(sheet, columns, heading_row, left)
    place = TablePlace(heading_row, heading_row + 1, heading_row + len(rows), left, left + len(columns) - 1)
    letters = {column.key: get_column_letter(left + at) for at, column in enumerate(columns) if column.key}
    models: dict[int, list[Cell]] = {}
    for position, row in enumerate(rows):
        number = place.first_row + position
        placed = [_placed(value, letters, number, place) for value in row]
        cells = _write_row(sheet, columns, placed, (number, left))
        font = (fonts or {}).get(position, styles.BODY)
        if model := models.get(id(font)):
            for cell, like in zip(cells, model, strict=True):
                dress_like(cell, like)
        else:
            models[id(font)] = cells
            for cell, column in zip(cells, columns, strict=True):
                _dress(cell, column, font)
    _add_bars(sheet, columns, place)
    return place


def shade_rows(sheet: Worksheet, place: TablePlace, positions: Sequence[int]) -> None:
    """Shade the rows at these 0-based positions: those that head the ones below them."""
    for position in positions:
        for column in range(place.first_column, place.last_column + 1):
            sheet.cell(place.first_row + position, column).fill = styles.TINT_FILL


def define_column(sheet: Worksheet, name: str, column: int, place: TablePlace) -> None:
    """Give the rows of a table's column a name, by which formulas on other sheets find them."""
    letter = get_column_letter(column)
    define_cells(sheet, name, f"${letter}${place.first_row}:${letter}${max(place.last_row, place.first_row)}")


def define_cells(sheet: Worksheet, name: str, cells: str) -> None:
    """Give cells of a sheet a name in the workbook; ``cells`` is absolute."""
    book = sheet.parent
    assert book is not None, "the sheet stands in a workbook"
    book.defined_names[name] = DefinedName(name, attr_text=f"{quote_sheetname(sheet.title)}!{cells}")


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the column widths from the first column on, in characters."""
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width


def make_browsable(sheet: Worksheet, place: TablePlace, *, frozen_columns: int = 0, has_filter: bool = True) -> None:
    """Keep the headings in sight and offer a filter."""
    sheet.freeze_panes = f"{get_column_letter(place.first_column + frozen_columns)}{place.first_row}"
    if has_filter:
        offer_filter(sheet, place)


def offer_filter(sheet: Worksheet, place: TablePlace) -> None:
    """Offer a filter on a table; a sheet has room for one."""
    sheet.auto_filter.ref = _area(place)


def _write_groups(sheet: Worksheet, columns: Sequence[TableColumn], row: int, left: int) -> None:
    shown = ""
    for position, column in enumerate(columns):
        cell = put(sheet, row, left + position, column.group if column.group != shown else None, styles.GROUP)
        cell.alignment = styles.LEFT
        if column.group:
            cell.border = styles.GROUP_LINE
        shown = column.group


def _write_headings(sheet: Worksheet, columns: Sequence[TableColumn], row: int, left: int) -> None:
    lines = 1
    for position, column in enumerate(columns):
        cell = put(sheet, row, left + position, column.title, styles.HEADER)
        cell.fill = styles.HEADER_FILL
        cell.border = styles.HEADER_PARTING
        cell.alignment = styles.HEADER_LEFT if column.is_text else styles.HEADER_RIGHT
        lines = max(lines, lines_needed(column.title, column.width - 1))
    sheet.row_dimensions[row].height = _LINE_HEIGHT_PT * lines + 5


def _placed(value: Value, letters: Mapping[str, str], row: int, place: TablePlace) -> Value:
    return value.placed(letters, row, (place.first_row, place.last_row)) if isinstance(value, ValuedFormula) else value


def _write_row(
    sheet: Worksheet, columns: Sequence[TableColumn], row: Sequence[Value], at: tuple[int, int]
) -> list[Cell]:
    sheet.row_dimensions[at[0]].height = row_height_pt(columns, row)
    return [put(sheet, at[0], at[1] + position, value) for position, value in enumerate(row)]


def _dress(cell: Cell, column: TableColumn, font: Font) -> None:
    cell.font = font
    cell.number_format = column.format
    cell.alignment = _alignment(column)
    cell.border = styles.UNDERLINE


def row_height_pt(columns: Sequence[TableColumn], row: Sequence[Value]) -> float:
    """Return the height in which the texts of a row are seen whole; Excel knows none beyond 409 points."""
    lines = 1
    for column, value in zip(columns, row, strict=True):
        if column.is_text and isinstance(value, str):
            lines = max(lines, lines_needed(value, column.width * _LETTERS_PER_WIDTH))
    return min(_LINE_HEIGHT_PT * lines + 3, _HIGHEST_ROW_PT)


def _alignment(column: TableColumn) -> Alignment:
    return styles.WRAPPED if column.is_text else styles.RIGHT


def lines_needed(text: str, width: float) -> int:
    """Return how many lines ``text`` takes in a column ``width`` characters wide.

    Broken where it has line breaks, then between words, and within a word that is longer than a line.
    """
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(_lines_of_paragraph(paragraph, width) for paragraph in text.splitlines())


def _lines_of_paragraph(text: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in text.split():
        length = len(word) + (1 if used else 0)
        if used and used + length > width:
            lines, used, length = lines + 1, 0.0, len(word)
        used += length
        if used > width:
            further = ceil(used / width) - 1
            lines, used = lines + further, used - further * width
    return lines


def _add_bars(sheet: Worksheet, columns: Sequence[TableColumn], place: TablePlace) -> None:
    if place.last_row < place.first_row:
        return
    for position, column in enumerate(columns, start=place.first_column):
        if column.has_bar:
            letter = get_column_letter(position)
            add_bars(sheet, f"{letter}{place.first_row}:{letter}{place.last_row}")


def _area(place: TablePlace) -> str:
    first = f"{get_column_letter(place.first_column)}{place.heading_row}"
    return f"{first}:{get_column_letter(place.last_column)}{max(place.last_row, place.heading_row)}"
