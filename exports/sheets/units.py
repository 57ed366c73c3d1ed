"""The sheet of the units: each for itself, with its standing among those of its level."""

from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports import workbook_styles as styles
from exports.facts import Report
from exports.intervals import GREY_BELOW
from exports.sheets.wordings import interval_cells, issued_to, level_name, return_rate, unit_name
from exports.unit_tally import UnitTally
from exports.workbook_cells import Value
from exports.workbook_tables import (
    Column,
    make_browsable,
    make_printable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)


def fill_units(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet: by level in the order of the list, the best first, those without a rank last."""
    levels = list(dict.fromkeys(unit.unit.level for unit in report.tally.units))
    units = sorted(
        report.tally.units, key=lambda unit: (levels.index(unit.unit.level), unit.rank or len(levels) + 10**6)
    )
    columns = _columns(report)
    note = report.say(words.NOTE_UNITS, limit=GREY_BELOW)
    write_sheet_title(sheet, report, report.say(words.TITLE_UNITS), len(columns), note)
    muted = {position: styles.MUTED for position, unit in enumerate(units) if unit.is_small}
    place = write_table(sheet, columns, [_row(report, unit) for unit in units], fonts=muted)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=3)
    make_printable(sheet, report, place)


def _columns(report: Report) -> list[Column]:
    say = report.say
    index, factors, standing = say(words.GROUP_INDEX), say(words.GROUP_FACTORS), say(words.GROUP_STANDING)
    return [
        Column(say(words.COL_RANK), 7),
        text_column(say(words.COL_UNIT_CODE), 10),
        text_column(say(words.COL_UNIT), 30),
        text_column(say(words.COL_LEVEL), 10),
        text_column(say(words.COL_PARENT), 22),
        *response_columns(report),
        *([_transactions_column(report)] if _has_transactions(report) else []),
        share_column(say(words.COL_INDEX), index, has_bar=True, width=12),
        share_column(say(words.COL_LOW), index),
        share_column(say(words.COL_HIGH), index),
        Column(say(words.COL_BEST_RANK), 9, group=standing),
        Column(say(words.COL_WORST_RANK), 9, group=standing),
        Column(say(words.COL_GROUP), 8, group=standing),
        *(share_column(say(section.section.title), factors, width=17) for section in report.tally.sections),
    ]


def _row(report: Report, unit: UnitTally) -> list[Value]:
    place, standing = unit.unit, unit.standing
    return [
        unit.rank,
        place.code,
        unit_name(report, place),
        level_name(report, place.level),
        report.unit_names.get(place.parent_code, ""),
        *response_cells(report, unit),
        *([place.transactions] if _has_transactions(report) else []),
        unit.index.value,
        *interval_cells(unit.index),
        *((standing.best, standing.worst, standing.group) if standing else (None, None, None)),
        *(section.value for section in unit.sections),
    ]


def _transactions_column(report: Report) -> Column:
    return Column(report.say(words.COL_TRANSACTIONS), 13, group=report.say(words.GROUP_RESPONSES))


def _has_transactions(report: Report) -> bool:
    return any(unit.unit.transactions is not None for unit in report.tally.units)


def response_columns(report: Report) -> list[Column]:
    """Return the columns that say how many responses came back, and of how many forms if somebody kept count."""
    say, forms = report.say, report.say(words.GROUP_RESPONSES)
    returned = [Column(say(words.RESPONSES), 10, group=forms), Column(say(words.VALID), 10, group=forms)]
    if report.issued is None:
        return returned
    return [Column(say(words.COL_ISSUED), 9, group=forms), *returned, share_column(say(words.COL_RETURN_RATE), forms)]


def response_cells(report: Report, unit: UnitTally) -> list[Value]:
    """Return the values for ``response_columns``."""
    returned: list[Value] = [unit.responses, unit.valid]
    if report.issued is None:
        return returned
    return [issued_to(report.issued, unit), *returned, return_rate(report.issued, unit)]
