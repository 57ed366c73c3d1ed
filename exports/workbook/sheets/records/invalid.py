"""The sheet of invalid responses: which they are, where to find them, and how little was answered."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import items_asked_of_everyone
from exports.wording import workbook_words as words
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.printing import make_printable
from exports.workbook.tables import (
    TABLE_ROW,
    TableColumn,
    make_browsable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent


def fill_invalid(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of the responses that are not counted."""
    columns = _columns(content)
    write_sheet_title(sheet, content, content.say(words.TITLE_INVALID), len(columns), content.say(words.NOTE_INVALID))
    table = content.tally.table
    rows = [_row(content, int(position)) for position in table.is_valid.index[~table.is_valid]]
    place = write_table(sheet, columns, rows)
    if not rows:
        put(sheet, TABLE_ROW + 1, 1, content.say(words.NONE_INVALID), styles.SMALL)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place)
    make_printable(sheet, content, place)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        TableColumn(say(words.COL_RESPONSE_NUMBER), 11),
        TableColumn(say(words.COL_BATCH), 10),
        text_column(say(words.COL_SHEET), 12),
        text_column(say(words.COL_SOURCE), 30),
        TableColumn(say(words.COL_PAGE), 11),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 28),
        TableColumn(say(words.COL_ASKED), 13),
        TableColumn(say(words.COL_ITEMS_ANSWERED), 11),
        share_column(say(words.COL_ANSWERED_SHARE), width=12),
        TableColumn(say(words.COL_AWAITING), 11),
    ]


def _row(content: WorkbookContent, position: int) -> list[Value]:
    table = content.tally.table
    response = table.responses[position]
    asked = len(items_asked_of_everyone(table.template))
    share = float(table.answered_share[position])
    return [
        *source_cells(content, position),
        response.unit,
        content.unit_names.get(response.unit, ""),
        asked,
        round(share * asked),
        share,
        int((table.states.iloc[position].to_numpy() == AnswerState.AWAITING_REVIEW).sum()),
    ]


def source_cells(content: WorkbookContent, position: int) -> list[Value]:
    """Return number, batch, sheet, and where its first page lies: what leads from a row back to paper."""
    response = content.tally.table.responses[position]
    first = response.pages[0] if response.pages else None
    source, page = (first.source, first.page_in_file) if first else ("", None)
    return [response.number, response.batch, response.sheet, source, page]
