"""The sheets of the units: each for itself with its rank, and the levels above pooled."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports import workbook_styles as styles
from exports.facts import Report
from exports.formulas import matrix_key, ratio, wilson
from exports.intervals import GREY_BELOW
from exports.sheets.wordings import issued_to, level_name, return_rate, unit_name
from exports.unit_formulas import UnitFormulas, own_scope, rank, scopes_below
from exports.unit_tally import UnitTally
from exports.workbook_cells import Value
from exports.workbook_charts import ChartData, add_share_chart
from exports.workbook_tables import (
    Column,
    TablePlace,
    define_column,
    make_browsable,
    make_printable,
    number_of,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from form_templates.model import Text

UNIT_NAMES = {"level": "unit_levels", "issued": "unit_issued", "responses": "unit_responses", "valid": "unit_valid"}
"""By which name a column of the units is found, by its key."""


def fill_units(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet of single units: by level in the order of the list, the best first, those without a rank last."""
    levels = list(dict.fromkeys(unit.unit.level for unit in report.tally.units))
    units = sorted(
        report.tally.units, key=lambda unit: (levels.index(unit.unit.level), unit.rank or len(levels) + 10**6)
    )
    place = _fill(sheet, report, units, words.TITLE_UNITS, is_pooled=False)
    for key, name in UNIT_NAMES.items():
        if key in (column.key for column in _columns(report)):
            define_column(sheet, name, number_of(_columns(report), key), place)


def fill_roll_ups(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet of pooled levels, in the order of the list, with a chart."""
    place = _fill(sheet, report, report.tally.roll_ups, words.TITLE_ROLL_UPS, is_pooled=True)
    columns = _columns(report)
    data = ChartData(number_of(columns, "name"), number_of(columns, "index"), place.first_row, place.last_row)
    size_cm = (24.0, 3.0 + 0.9 * len(report.tally.roll_ups))
    add_share_chart(sheet, report.say(words.CHART_ROLL_UPS), data, anchor=f"A{place.last_row + 3}", size_cm=size_cm)


def _fill(sheet: Worksheet, report: Report, units: Sequence[UnitTally], title: Text, *, is_pooled: bool) -> TablePlace:
    columns = _columns(report)
    write_sheet_title(sheet, report, report.say(title), len(columns), report.say(words.NOTE_GREY, limit=GREY_BELOW))
    muted = {position: styles.MUTED for position, unit in enumerate(units) if unit.is_small}
    place = write_table(sheet, columns, [_row(report, unit, is_pooled=is_pooled) for unit in units], fonts=muted)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=4)
    make_printable(sheet, report, place)
    return place


def _columns(report: Report) -> list[Column]:
    say = report.say
    forms, index, factors = say(words.GROUP_RESPONSES), say(words.GROUP_INDEX), say(words.GROUP_FACTORS)
    has_issued = report.issued is not None
    issued = [Column(say(words.COL_ISSUED), 9, group=forms, key="issued")] if has_issued else []
    rate = [share_column(say(words.COL_RETURN_RATE), forms)] if has_issued else []
    return [
        Column(say(words.COL_UNIT_NUMBER), 6, key="number"),
        Column(say(words.COL_RANK), 7),
        text_column(say(words.COL_UNIT_CODE), 10),
        text_column(say(words.COL_UNIT), 30, key="name"),
        text_column(say(words.COL_LEVEL), 10, key="level"),
        text_column(say(words.COL_PARENT), 22),
        *issued,
        Column(say(words.RESPONSES), 10, group=forms, key="responses"),
        Column(say(words.VALID), 10, group=forms, key="valid"),
        *rate,
        Column(say(words.COL_RESPONDENTS), 9, group=index, key="people"),
        share_column(say(words.COL_INDEX), index, has_bar=True, width=12, key="index"),
        share_column(say(words.COL_LOW), index),
        share_column(say(words.COL_HIGH), index),
        *(
            share_column(say(section.section.title), factors, width=17, key=f"factor_{number}")
            for number, section in enumerate(report.tally.sections)
        ),
    ]


def _row(report: Report, unit: UnitTally, *, is_pooled: bool) -> list[Value]:
    layout, place = report.data, unit.unit
    scopes = scopes_below(layout, unit) if is_pooled else own_scope(layout)
    formulas = UnitFormulas(layout, report.tally.rule, scopes)
    low, high = wilson("[index]", "[people]", unit.index.interval)
    issued: list[Value] = [] if report.issued is None else [issued_to(report.issued, unit)]
    last = len(report.tally.sections) - 1
    factors = f"[factor_0]:[factor_{last}]" if last >= 0 else ""
    return [
        layout.unit_numbers[place.code],
        _rank(report, unit),
        place.code,
        unit_name(report, place),
        level_name(report, place.level),
        report.unit_names.get(place.parent_code, ""),
        *issued,
        formulas.responses(unit.responses),
        formulas.valid(unit.valid),
        *_rate(report, unit),
        formulas.people(unit.index),
        formulas.index(unit.index, factors, matrix_key(layout.unit_numbers[place.code], is_pooled=is_pooled)),
        low,
        high,
        *(
            formulas.share(layout.part_of(tally.section).key, share.value)
            for tally, share in zip(report.tally.sections, unit.sections, strict=True)
        ),
    ]


def _rank(report: Report, unit: UnitTally) -> Value:
    if not unit.unit.name:
        return None  # no unit of the list
    return rank(unit.rank, listed=len(report.unit_names), smallest=GREY_BELOW)


def _rate(report: Report, unit: UnitTally) -> list[Value]:
    if report.issued is None:
        return []
    rate = return_rate(report.issued, unit)
    return [None if rate is None else ratio("[responses]", "[issued]", rate)]
