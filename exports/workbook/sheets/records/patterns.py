"""The sheets of answer patterns: straight lines, twins and blanks per unit, and every set of like forms."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.facts import Report
from exports.tally.patterns import UnitPatterns
from exports.wording import workbook_words as words
from exports.wording.naming import unit_name
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.sheets.records.invalid import source_cells
from exports.workbook.tables import (
    Column,
    make_browsable,
    make_printable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from omr.units.unit_list import Unit


def needs_patterns(report: Report) -> bool:
    """Whether the form has anything to rate."""
    return bool(report.tally.ratings.items)


def needs_twins(report: Report) -> bool:
    """Whether any two forms of a unit are alike."""
    return bool(report.tally.patterns.twins)


def fill_patterns(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet: everyone first, then every unit that has responses."""
    patterns = report.tally.patterns
    columns = _columns(report)
    write_sheet_title(sheet, report, report.say(words.TITLE_PATTERNS), len(columns), report.say(words.NOTE_PATTERNS))
    rows = [_row(report, each) for each in (patterns.everyone, *patterns.units)]
    rows[0][1] = report.say(words.ROW_EVERYONE)
    place = write_table(sheet, columns, rows, fonts={0: styles.STRONG})
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2)
    make_printable(sheet, report, place)


def fill_twins(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet: every form of every set of like forms, with its place on paper."""
    columns = _twin_columns(report)
    write_sheet_title(sheet, report, report.say(words.TITLE_TWINS), len(columns), report.say(words.NOTE_TWINS))
    rows = [
        [number, len(twins.positions), _levels_used(report, is_straight=twins.is_straight), *_form(report, position)]
        for number, twins in enumerate(report.tally.patterns.twins, start=1)
        for position in twins.positions
    ]
    place = write_table(sheet, columns, rows)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place)
    make_printable(sheet, report, place)


def _columns(report: Report) -> list[Column]:
    say = report.say
    lines, twins, blanks = say(words.GROUP_LINES), say(words.GROUP_TWINS), say(words.GROUP_BLANKS)
    return [
        text_column(say(words.COL_UNIT_CODE), 10),
        text_column(say(words.COL_UNIT), 30),
        Column(say(words.RESPONSES), 10),
        Column(say(words.COL_RATED), 10),
        Column(say(words.COL_COUNT), 9, group=lines),
        share_column(say(words.COL_SHARE), lines, has_bar=True, width=11),
        Column(say(words.COL_LONGEST_RUN), 14, styles.ONE_DECIMAL),
        Column(say(words.COL_SPREAD), 14, styles.MEAN),
        Column(say(words.COL_TWINS_BY_RATINGS), 12, group=twins),
        share_column(say(words.COL_SHARE), twins, has_bar=True, width=11),
        Column(say(words.COL_TWINS), 10, group=twins),
        share_column(say(words.COL_SHARE), twins, has_bar=True, width=11),
        Column(say(words.COL_REACHED), 11, group=blanks),
        Column(say(words.COL_BLANK), 9, group=blanks),
        share_column(say(words.COL_SHARE), blanks, has_bar=True, width=11),
    ]


def _row(report: Report, patterns: UnitPatterns) -> list[Value]:
    rated = patterns.rated
    return [
        patterns.unit.code,
        unit_name(report.say, patterns.unit),
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


def _twin_columns(report: Report) -> list[Column]:
    say = report.say
    return [
        Column(say(words.COL_SET), 8),
        Column(say(words.COL_SET_SIZE), 11),
        text_column(say(words.COL_LEVELS_USED), 14),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 28),
        Column(say(words.COL_RESPONSE_NUMBER), 11),
        Column(say(words.COL_BATCH), 10),
        text_column(say(words.COL_SHEET), 12),
        text_column(say(words.COL_SOURCE), 30),
        Column(say(words.COL_PAGE), 11),
    ]


def _levels_used(report: Report, *, is_straight: bool) -> str:
    return report.say(words.ONE_LEVEL if is_straight else words.SEVERAL_LEVELS)


def _form(report: Report, position: int) -> list[Value]:
    code = report.tally.table.responses[position].unit
    name = unit_name(report.say, Unit(code, report.unit_names.get(code, "")))
    return [code, name, *source_cells(report, position)]
