"""The sheet of invalid responses: which they are, where to find them, and how little was answered."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.facts import Report
from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import items_asked_of_everyone
from exports.wording import workbook_words as words
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.tables import (
    TABLE_ROW,
    Column,
    make_browsable,
    make_printable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)


def fill_invalid(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet."""
    columns = _columns(report)
    write_sheet_title(sheet, report, report.say(words.TITLE_INVALID), len(columns), report.say(words.NOTE_INVALID))
    table = report.tally.table
    rows = [_row(report, int(position)) for position in table.is_valid.index[~table.is_valid]]
    place = write_table(sheet, columns, rows)
    if not rows:
        put(sheet, TABLE_ROW + 1, 1, report.say(words.NONE_INVALID), styles.SMALL)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place)
    make_printable(sheet, report, place)


def _columns(report: Report) -> list[Column]:
    say = report.say
    return [
        Column(say(words.COL_RESPONSE_NUMBER), 11),
        Column(say(words.COL_BATCH), 10),
        text_column(say(words.COL_SHEET), 12),
        text_column(say(words.COL_SOURCE), 30),
        Column(say(words.COL_PAGE), 11),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 28),
        Column(say(words.COL_ASKED), 13),
        Column(say(words.COL_ITEMS_ANSWERED), 11),
        share_column(say(words.COL_ANSWERED_SHARE), width=12),
        Column(say(words.COL_AWAITING), 11),
    ]


def _row(report: Report, position: int) -> list[Value]:
    table = report.tally.table
    response = table.responses[position]
    asked = len(items_asked_of_everyone(table.template))
    share = float(table.answered_share[position])
    return [
        *source_cells(report, position),
        response.unit,
        report.unit_names.get(response.unit, ""),
        asked,
        round(share * asked),
        share,
        int((table.states.iloc[position].to_numpy() == AnswerState.AWAITING_REVIEW).sum()),
    ]


def source_cells(report: Report, position: int) -> list[Value]:
    """Return number, batch, sheet, and where its first page lies: what leads from a row back to paper."""
    response = report.tally.table.responses[position]
    first = response.pages[0] if response.pages else None
    source, page = (first.source, first.page_in_file) if first else ("", None)
    return [response.number, response.batch, response.sheet, source, page]
