"""Sheets with a title and one long table: texts wrapped, a line under every row."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exports.wording import record_words
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.long_table import CellLook, LongColumn, LongTable
from exports.workbook.printing import make_printable
from exports.workbook.tables import (
    TABLE_ROW,
    TableColumn,
    TablePlace,
    make_browsable,
    row_height_pt,
    set_widths,
    write_sheet_title,
    write_table,
)
from exports.workbook.valued_formulas import ValuedFormula
from exports.workbook.workbook_content import WorkbookContent


def fill_long_sheet(
    sheet: Worksheet,
    content: WorkbookContent,
    titles: tuple[str, str],
    columns: Sequence[TableColumn],
    rows: Sequence[Sequence[Value]],
) -> LongTable:
    """Set up a sheet with ``titles``, its title and a note, and return its rows."""
    write_sheet_title(sheet, content, titles[0], len(columns), titles[1])
    heading = write_table(sheet, columns, ())
    if not rows:
        put(sheet, TABLE_ROW + 1, 1, content.say(record_words.NOTHING_HERE), styles.SMALL)
    place = TablePlace(heading.heading_row, heading.first_row, heading.heading_row + len(rows), 1, len(columns))
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place)
    make_printable(sheet, content, place)
    looks = [LongColumn(_look(column)) for column in columns]
    heights = [row_height_pt(columns, [_shown(value) for value in row]) for row in rows]
    return LongTable(sheet, place.first_row, looks, rows, len(rows), heights)


def _look(column: TableColumn) -> CellLook:
    alignment = styles.WRAPPED if column.is_text else styles.RIGHT
    return CellLook(column.format, styles.BODY, alignment, styles.UNDERLINE)


def _shown(value: Value) -> Value:
    return value.value if isinstance(value, ValuedFormula) else value
