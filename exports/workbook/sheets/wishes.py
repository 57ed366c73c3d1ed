"""The sheet of what people want improved first, with how satisfied those are who want it."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.priorities.wishes import ImprovementWish
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.wording import priority_words
from exports.wording import workbook_words as words
from exports.wording.naming import item_name
from exports.wording.smallness_words import few_people
from exports.workbook import styles
from exports.workbook.cells import Value, interval_cells
from exports.workbook.printing import make_printable
from exports.workbook.tables import (
    TableColumn,
    make_browsable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent


def needs_wishes(content: WorkbookContent) -> bool:
    """Whether the form asks what to improve, and anybody says so."""
    return content.wishes is not None


def fill_wishes(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet: everybody who answered the question, then what they chose, most often first."""
    say, found = content.say, content.wishes
    assert found is not None, "the sheet is left out where nobody wishes anything"
    columns = _columns(content)
    note = say(priority_words.NOTE_WISHES, item=item_name(say, found.item))
    write_sheet_title(sheet, content, say(priority_words.TITLE_WISHES), len(columns), note)
    rows = [_row(content, wish) for wish in (found.everyone, *found.wishes)]
    fonts = {at: styles.MUTED for at, wish in enumerate(found.wishes, start=1) if _is_small(wish)}
    place = write_table(sheet, columns, rows, fonts={0: styles.STRONG, **fonts})
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=1, has_filter=False)
    make_printable(sheet, content, place, columns, repeated=1)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    chosen, factors = say(priority_words.GROUP_CHOSEN), say(priority_words.GROUP_THEIR_FACTORS)
    return [
        text_column(say(priority_words.COL_WISH), 36),
        TableColumn(say(priority_words.COL_CHOSEN), 10, group=chosen),
        share_column(say(words.COL_SHARE), chosen, has_bar=True, width=10),
        share_column(say(words.COL_LOW), chosen, width=9),
        share_column(say(words.COL_HIGH), chosen, width=9),
        *(share_column(say(each.section.title), factors, width=14) for each in content.tally.sections),
        text_column(say(words.COL_NOTE), 26),
    ]


def _is_small(wish: ImprovementWish) -> bool:
    return wish.chosen.count < FEWEST_FOR_A_RANK


def _row(content: WorkbookContent, wish: ImprovementWish) -> list[Value]:
    say, chosen = content.say, wish.chosen
    is_everyone = wish.option is None
    return [
        say(wish.option.label) if wish.option else say(priority_words.ROW_ALL_ANSWERED),
        chosen.count,
        *((None, None, None) if is_everyone else (chosen.value, *interval_cells(chosen))),
        *(share.value for share in wish.factors),
        few_people(say, chosen.count) if _is_small(wish) else None,
    ]
