"""The sheet of reliability: Cronbach's alpha of every factor, and what each criterion adds to it."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.reliability import (
    GOOD_ALPHA,
    GOOD_CORRELATION,
    TOLERATED_ALPHA,
    ItemReliability,
    Reliability,
)
from exports.wording import workbook_words as words
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.printing import make_printable
from exports.workbook.tables import (
    TableColumn,
    make_browsable,
    set_widths,
    shade_rows,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent


def needs_reliability(content: WorkbookContent) -> bool:
    """Whether the form has factors."""
    return bool(content.tally.sections)


def fill_reliability(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of reliability: every factor with its criteria below it, then all criteria together."""
    columns = _columns(content)
    write_sheet_title(
        sheet, content, content.say(words.TITLE_RELIABILITY), len(columns), content.say(words.NOTE_RELIABILITY)
    )
    rows: list[list[Value]] = []
    factors: list[int] = []
    for reliability in content.tally.reliability:
        factors.append(len(rows))
        rows.append(_factor_row(content, reliability))
        rows += [_item_row(content, item) for item in reliability.items]
    place = write_table(sheet, columns, rows, fonts=dict.fromkeys(factors, styles.STRONG))
    shade_rows(sheet, place, factors)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2, has_filter=False)
    make_printable(sheet, content, place)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        text_column(say(words.COL_ITEM), 9),
        text_column(say(words.COL_SCALE), 62),
        TableColumn(say(words.COL_CRITERIA), 10),
        TableColumn(say(words.VALID), 10),
        TableColumn(say(words.COL_COMPLETE), 13),
        TableColumn(say(words.COL_ALPHA), 12, styles.COEFFICIENT),
        TableColumn(say(words.COL_TOTAL_CORRELATION), 15, styles.COEFFICIENT),
        TableColumn(say(words.COL_ALPHA_WITHOUT), 13, styles.COEFFICIENT),
        text_column(say(words.COL_NOTE), 30),
    ]


def _factor_row(content: WorkbookContent, reliability: Reliability) -> list[Value]:
    section = reliability.section
    title = content.say(section.title if section else words.ROW_ALL_CRITERIA)
    sizes = (len(reliability.items), reliability.valid, reliability.complete)
    return [None, title, *sizes, reliability.alpha, None, None, _alpha_note(content, reliability.alpha)]


def _alpha_note(content: WorkbookContent, alpha: float | None) -> str:
    if alpha is None:
        return content.say(words.NO_FIGURE)
    if alpha >= GOOD_ALPHA:
        return content.say(words.ALPHA_GOOD)
    return content.say(words.ALPHA_TOLERATED if alpha >= TOLERATED_ALPHA else words.ALPHA_LOW)


def _item_row(content: WorkbookContent, reliability: ItemReliability) -> list[Value]:
    correlation = reliability.total_correlation
    is_low = correlation is not None and correlation < GOOD_CORRELATION
    return [
        reliability.item.item_id,
        content.say(reliability.item.label),
        None,
        None,
        None,
        None,
        correlation,
        reliability.alpha_without,
        content.say(words.CORRELATION_LOW) if is_low else None,
    ]
