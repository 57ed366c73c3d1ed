"""The sheets of answer patterns: straight lines, twins and blanks per unit, and every set of like forms."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.patterns import UnitPatterns
from exports.wording import workbook_words as words
from exports.wording.naming import unit_name
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.printing import make_printable
from exports.workbook.sheets.records.invalid import source_cells
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
from omr.units.unit_list import Unit


def needs_patterns(content: WorkbookContent) -> bool:
    """Whether the form has anything to rate."""
    return bool(content.tally.ratings.items)


def needs_twins(content: WorkbookContent) -> bool:
    """Whether any two forms of a unit are alike."""
    return bool(content.tally.patterns.twins)


def fill_patterns(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of answer patterns: everyone first, then every unit that has responses."""
    patterns = content.tally.patterns
    columns = _columns(content)
    write_sheet_title(sheet, content, content.say(words.TITLE_PATTERNS), len(columns), content.say(words.NOTE_PATTERNS))
    rows = [_row(content, each) for each in (patterns.everyone, *patterns.units)]
    rows[0][1] = content.say(words.ROW_EVERYONE)
    place = write_table(sheet, columns, rows, fonts={0: styles.STRONG})
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2)
    make_printable(sheet, content, place)


def fill_twins(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of like forms: every form of every set of like forms, with its place on paper."""
    columns = _twin_columns(content)
    write_sheet_title(sheet, content, content.say(words.TITLE_TWINS), len(columns), content.say(words.NOTE_TWINS))
    rows = [
        [number, len(twins.positions), _levels_used(content, is_straight=twins.is_straight), *_form(content, position)]
        for number, twins in enumerate(content.tally.patterns.twins, start=1)
        for position in twins.positions
    ]
    place = write_table(sheet, columns, rows)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place)
    make_printable(sheet, content, place)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    lines, twins, blanks = say(words.GROUP_LINES), say(words.GROUP_TWINS), say(words.GROUP_BLANKS)
    return [
        text_column(say(words.COL_UNIT_CODE), 10),
        text_column(say(words.COL_UNIT), 30),
        TableColumn(say(words.RESPONSES), 10),
        TableColumn(say(words.COL_RATED), 10),
        TableColumn(say(words.COL_COUNT), 9, group=lines),
        share_column(say(words.COL_SHARE), lines, has_bar=True, width=11),
        TableColumn(say(words.COL_LONGEST_RUN), 14, styles.ONE_DECIMAL),
        TableColumn(say(words.COL_SPREAD), 14, styles.MEAN),
        TableColumn(say(words.COL_TWINS_BY_RATINGS), 12, group=twins),
        share_column(say(words.COL_SHARE), twins, has_bar=True, width=11),
        TableColumn(say(words.COL_TWINS), 10, group=twins),
        share_column(say(words.COL_SHARE), twins, has_bar=True, width=11),
        TableColumn(say(words.COL_REACHED), 11, group=blanks),
        TableColumn(say(words.COL_BLANK), 9, group=blanks),
        share_column(say(words.COL_SHARE), blanks, has_bar=True, width=11),
    ]


def _row(content: WorkbookContent, patterns: UnitPatterns) -> list[Value]:
    rated = patterns.rated
    return [
        patterns.unit.code,
        unit_name(content.say, patterns.unit),
        patterns.responses,
        rated,
        patterns.straight,
        patterns.straight / rated if rated else None,
        patterns.longest_run,
        patterns.spread,
        patterns.twins_by_ratings,
        patterns.twins_by_ratings / rated if rated else None,
        patterns.twins,
        patterns.twins / rated if rated else None,
        patterns.reached,
        patterns.blank,
        patterns.blank / patterns.reached if patterns.reached else None,
    ]


def _twin_columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        TableColumn(say(words.COL_SET), 8),
        TableColumn(say(words.COL_SET_SIZE), 11),
        text_column(say(words.COL_LEVELS_USED), 14),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 28),
        TableColumn(say(words.COL_RESPONSE_NUMBER), 11),
        TableColumn(say(words.COL_BATCH), 10),
        text_column(say(words.COL_SHEET), 12),
        text_column(say(words.COL_SOURCE), 30),
        TableColumn(say(words.COL_PAGE), 11),
    ]


def _levels_used(content: WorkbookContent, *, is_straight: bool) -> str:
    return content.say(words.ONE_LEVEL if is_straight else words.SEVERAL_LEVELS)


def _form(content: WorkbookContent, position: int) -> list[Value]:
    code = content.tally.table.responses[position].unit
    name = unit_name(content.say, Unit(code, content.unit_names.get(code, "")))
    return [code, name, *source_cells(content, position)]
