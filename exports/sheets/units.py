"""The sheets of the units: each for itself with its rank, and the levels above pooled."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports import workbook_styles as styles
from exports.facts import Report
from exports.intervals import GREY_BELOW
from exports.sheets.wordings import issued_to, level_name, return_rate, unit_name
from exports.unit_tally import UnitTally
from exports.workbook_cells import Value
from exports.workbook_charts import ChartData, add_share_chart
from exports.workbook_tables import (
    Column,
    TablePlace,
    make_browsable,
    make_printable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from form_templates.model import Text


def fill_units(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet of single units: by level in the order of the list, the best first, those without a rank last."""
    levels = list(dict.fromkeys(unit.unit.level for unit in report.tally.units))
    units = sorted(
        report.tally.units, key=lambda unit: (levels.index(unit.unit.level), unit.rank or len(levels) + 10**6)
    )
    _fill(sheet, report, units, words.TITLE_UNITS)


def fill_roll_ups(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet of pooled levels, in the order of the list, with a chart."""
    place = _fill(sheet, report, report.tally.roll_ups, words.TITLE_ROLL_UPS)
    data = ChartData(3, _index_column(report), place.first_row, place.last_row)
    size_cm = (24.0, 3.0 + 0.9 * len(report.tally.roll_ups))
    add_share_chart(sheet, report.say(words.CHART_ROLL_UPS), data, anchor=f"A{place.last_row + 3}", size_cm=size_cm)


def _fill(sheet: Worksheet, report: Report, units: Sequence[UnitTally], title: Text) -> TablePlace:
    columns = _columns(report)
    write_sheet_title(sheet, report, report.say(title), len(columns), report.say(words.NOTE_GREY, limit=GREY_BELOW))
    muted = {position: styles.MUTED for position, unit in enumerate(units) if unit.is_small}
    place = write_table(sheet, columns, [_row(report, unit) for unit in units], fonts=muted)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=3)
    make_printable(sheet, report, place)
    return place


def _columns(report: Report) -> list[Column]:
    say = report.say
    forms, index, factors = say(words.GROUP_RESPONSES), say(words.GROUP_INDEX), say(words.GROUP_FACTORS)
    issued = [Column(say(words.COL_ISSUED), 9, group=forms)] if report.issued is not None else []
    rate = [share_column(say(words.COL_RETURN_RATE), forms)] if report.issued is not None else []
    return [
        Column(say(words.COL_RANK), 7),
        text_column(say(words.COL_UNIT_CODE), 10),
        text_column(say(words.COL_UNIT), 30),
        text_column(say(words.COL_LEVEL), 10),
        text_column(say(words.COL_PARENT), 22),
        *issued,
        Column(say(words.RESPONSES), 10, group=forms),
        Column(say(words.VALID), 10, group=forms),
        *rate,
        share_column(say(words.COL_INDEX), index, has_bar=True, width=12),
        share_column(say(words.COL_LOW), index),
        share_column(say(words.COL_HIGH), index),
        *(share_column(say(section.section.title), factors, width=17) for section in report.tally.sections),
    ]


def _index_column(report: Report) -> int:
    return 8 if report.issued is None else 10


def _row(report: Report, unit: UnitTally) -> list[Value]:
    place = unit.unit
    interval = unit.index.interval
    issued: list[Value] = [] if report.issued is None else [issued_to(report.issued, unit)]
    rate: list[Value] = [] if report.issued is None else [return_rate(report.issued, unit)]
    return [
        unit.rank,
        place.code,
        unit_name(report, place),
        level_name(report, place.level),
        report.unit_names.get(place.parent_code, ""),
        *issued,
        unit.responses,
        unit.valid,
        *rate,
        unit.index.value,
        interval.low if interval else None,
        interval.high if interval else None,
        *(section.value for section in unit.sections),
    ]
