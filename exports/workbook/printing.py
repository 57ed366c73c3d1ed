"""How sheets print: A4 landscape, never smaller than one can read, headings repeated, the survey named on every page.

A table that is too wide for a page is set on several side by side, parted between groups of columns, with the columns
that name its rows on each. Sheets that are there for people's tools print nothing until somebody chooses a print area.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.wording import workbook_words as words
from exports.workbook.tables import TABLE_ROW, TableColumn, TablePlace
from exports.workbook.workbook_content import WorkbookContent

LEAST_SCALE = 0.73
"""Of a page: the smallest letters of a sheet have 11 points, and below 8 on paper nobody reads them with ease."""

_MARGIN_IN = 0.4
_TOP_IN = 0.75
_ROW_CM = 15 / 72 * 2.54
_PAGE_PX = (297 / 25.4 - 2 * _MARGIN_IN) * 96 * 0.975  # programs round the widths of columns each in its own way
_PAGE_PT = (210 / 25.4 - 2 * _TOP_IN) * 72
_DIGIT_PX, _PADDING_PX = 7, 5  # of Calibri 11, by which Excel measures columns
_HEADER_LETTERS = 80  # Excel calls a file damaged whose header has more than 255 characters, codes included


def make_printable(
    sheet: Worksheet,
    content: WorkbookContent,
    place: TablePlace | None = None,
    columns: Sequence[TableColumn] = (),
    *,
    repeated: int = 0,
    below_cm: float = 0.0,
) -> None:
    """Print on A4 landscape; to be called when the widths of columns are set.

    Args:
        sheet: With columns as wide as they stay.
        content: What the workbook tells.
        place: The table whose headings stand on every page.
        columns: Of the table; where they are given, one too wide for a page is set on several.
        repeated: How many of its first columns stand on each of these.
        below_cm: How much below the table there is a chart to print.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN_IN
    sheet.page_margins.top = sheet.page_margins.bottom = _TOP_IN
    if place:
        sheet.print_title_rows = f"{min(place.heading_row, TABLE_ROW)}:{place.heading_row}"
    if place and columns:
        pages = _part_columns(sheet, columns, repeated)
        _print_apart(sheet, place, pages, place.last_row + ceil(below_cm / _ROW_CM))
    _write_header_and_footer(sheet, content)


def leave_out_of_print(sheet: Worksheet) -> None:
    """Let a sheet print nothing: its print area is an empty cell, and pages without content are not printed."""
    sheet.print_area = f"{get_column_letter(sheet.max_column + 2)}1"


def keep_whole(sheet: Worksheet, row: int, height_cm: float) -> None:
    """Let no page end within a chart: all on one page if that can be read, else the chart on the next.

    To be called when the rows above are as high as they stay; the chart begins at ``row``, below two empty ones.
    """
    above_pt = sum(sheet.row_dimensions[number].height or 15.0 for number in range(1, row))
    scale = min(1.0, _scale_of(sheet))
    needed = _PAGE_PT / (above_pt + height_cm / 2.54 * 72 + 15.0)
    if needed >= scale:
        return
    if needed >= LEAST_SCALE and sheet.page_setup.fitToWidth:
        sheet.page_setup.fitToHeight = 1
        return
    _set_scale(sheet, scale)
    sheet.row_breaks.append(Break(id=row - 2))


def _scale_of(sheet: Worksheet) -> float:
    """Return how much smaller a sheet prints than it is."""
    if sheet.page_setup.scale:
        return sheet.page_setup.scale / 100
    used = (sheet.column_dimensions[get_column_letter(number)] for number in range(1, sheet.max_column + 1))
    return _PAGE_PX / sum(width_px(each.width) for each in used)


def _set_scale(sheet: Worksheet, scale: float) -> None:
    """Print at a scale instead of fitting to pages, for Excel does one or breaks pages where it is told."""
    assert sheet.sheet_properties.pageSetUpPr is not None, "it was set before"
    sheet.sheet_properties.pageSetUpPr.fitToPage = False
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
    sheet.page_setup.scale = int(100 * min(1.0, scale))


def width_px(width: float) -> int:
    """Return how wide Excel draws a column of so many characters."""
    return int(width * _DIGIT_PX + _PADDING_PX)


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring columns that stay on one page: the 1-based number of the last one, and how wide they are."""

    last: int
    width_px: int


def _part_columns(sheet: Worksheet, columns: Sequence[TableColumn], repeated: int) -> list[int]:
    """Set a table that is too wide on as few pages as can be read, each about as full as the others.

    Returns:
        The last column of each page, 1-based; nothing where all go on one.
    """
    widths = [width_px(column.width) for column in columns]
    if sum(widths) * LEAST_SCALE <= _PAGE_PX:
        return []
    head, most = sum(widths[:repeated]), int(_PAGE_PX / LEAST_SCALE)
    groups = list(_groups(columns, widths, repeated, most - head))
    fewest = len(_pages(groups, most - head))
    pages = next(found for room in range(0, most, 10) if len(found := _pages(groups, room)) <= fewest)
    widest = head + max(sum(group.width_px for group in page) for page in pages)
    _set_scale(sheet, _PAGE_PX / widest)
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.print_title_cols = f"A:{get_column_letter(max(repeated, 1))}"
    return [page[-1].last for page in pages]


def _print_apart(sheet: Worksheet, place: TablePlace, ends: Sequence[int], last_row: int) -> None:
    """Print the columns up to each of ``ends`` apart: the title of the sheet and a chart go with the first ones."""
    areas, first = [], 1
    for number, end in enumerate(ends):
        top, bottom = (place.heading_row - 1, place.last_row) if number else (1, last_row)
        areas.append(f"{get_column_letter(first)}{top}:{get_column_letter(end)}{max(bottom, place.heading_row)}")
        first = end + 1
    if areas:
        sheet.print_area = ",".join(areas)


def _groups(columns: Sequence[TableColumn], widths: Sequence[int], repeated: int, room_px: int) -> Iterator[_Group]:
    """Yield the groups of columns behind the repeated ones; what is wider than a page goes column by column."""
    numbered = [(number, column.group) for number, column in enumerate(columns, start=1) if number > repeated]
    for title, group in groupby(numbered, key=lambda each: each[1]):
        numbers = [number for number, _ in group]
        width = sum(widths[number - 1] for number in numbers)
        if title and width <= room_px:
            yield _Group(numbers[-1], width)
        else:
            yield from (_Group(number, widths[number - 1]) for number in numbers)


def _pages(groups: Sequence[_Group], room_px: int) -> list[list[_Group]]:
    """Return the groups page by page; one that is wider than ``room_px`` has a page to itself."""
    pages: list[list[_Group]] = []
    used = 0
    for group in groups:
        if not pages or used + group.width_px > room_px:
            pages.append([])
            used = 0
        pages[-1].append(group)
        used += group.width_px
    return pages


def _write_header_and_footer(sheet: Worksheet, content: WorkbookContent) -> None:
    # "&" starts a code in headers and footers; doubled it is itself.
    exported = f"{content.say(words.EXPORTED_AT)} {content.exported_at:%d/%m/%Y %H:%M}"
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None, "openpyxl gives every sheet one"
    assert footer is not None, "openpyxl gives every sheet one"
    sheet.HeaderFooter.scaleWithDoc = False  # or they would shrink along with the table
    _set_line(header, content.facts.name[:_HEADER_LETTERS].replace("&", "&&"), sheet.title.replace("&", "&&"))
    _set_line(footer, exported, content.say(words.FOOTER_PAGE))


def _set_line(line: HeaderFooterItem, left: str, right: str) -> None:
    line.left = _HeaderFooterPart(left, size=9)
    line.right = _HeaderFooterPart(right, size=9)
