"""The sheet of units by criterion, which the index is made of where all criteria weigh the same (rule B)."""

from collections.abc import Iterator

import numpy as np
from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports import workbook_styles as styles
from exports.facts import Report
from exports.formulas import (
    MATRIX_INDEX,
    MATRIX_UNITS,
    answered_of_item,
    countable,
    matrix_key,
    mean_of,
    ratio,
    satisfied_of_item,
)
from exports.satisfaction import IndexRule, Ratings, Rows
from exports.sheets.wordings import unit_name
from exports.unit_formulas import own_scope, scopes_below
from exports.unit_tally import UnitTally
from exports.workbook_cells import Value
from exports.workbook_tables import (
    Column,
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


def has_unit_criteria(report: Report) -> bool:
    """Whether the index needs this sheet."""
    return report.tally.rule is IndexRule.EQUAL_CRITERIA


def fill_unit_criteria(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet: everyone, the levels above with all units below them, each unit for itself."""
    columns = _columns(report)
    title, note = report.say(words.TITLE_UNIT_CRITERIA), report.say(words.NOTE_UNIT_CRITERIA)
    write_sheet_title(sheet, report, title, len(columns), note)
    place = write_table(sheet, columns, list(_rows(report)), fonts={0: styles.STRONG})
    define_column(sheet, MATRIX_INDEX, number_of(columns, "index"), place)
    define_column(sheet, MATRIX_UNITS, number_of(columns, "key"), place)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=3, has_filter=False)
    make_printable(sheet, report, place)


def _columns(report: Report) -> list[Column]:
    say = report.say
    items = report.data.index.items
    return [
        text_column(say(words.COL_ROW_KEY), 7, key="key"),
        Column(say(words.COL_UNIT_NUMBER), 6, key="number"),
        text_column(say(words.COL_UNIT), 34),
        share_column(say(words.COL_INDEX), key="index", has_bar=True),
        *(share_column(item.item_id, key=f"item_{number}", width=9) for number, item in enumerate(items)),
    ]


def _rows(report: Report) -> Iterator[list[Value]]:
    tally, layout = report.tally, report.data
    everyone = report.tally.ratings.all_rows()
    yield _row(report, ("all", None, report.say(words.ALL_RESPONSES)), ("",), everyone, tally.index.value)
    by_unit = _rows_by_unit(report)
    for is_pooled, units in ((True, tally.roll_ups), (False, tally.units)):
        for unit in units:
            number = layout.unit_numbers[unit.unit.code]
            head = (matrix_key(number, is_pooled=is_pooled), number, unit_name(report, unit.unit))
            scopes = scopes_below(layout, unit) if is_pooled else own_scope(layout)
            yield _row(report, head, scopes, _rows_of(by_unit, unit), unit.index.value)


def _rows_by_unit(report: Report) -> dict[str, Rows]:
    units = np.array([response.unit for response in report.tally.table.responses], dtype=object)
    valid = report.tally.ratings.all_rows()
    return {code: valid[units[valid] == code] for code in report.data.unit_numbers}


def _rows_of(by_unit: dict[str, Rows], unit: UnitTally) -> Rows:
    return np.concatenate([by_unit[code] for code in unit.codes])


def _row(
    report: Report, head: tuple[Value, ...], scopes: tuple[str, ...], rows: Rows, index: float | None
) -> list[Value]:
    items = report.data.index.items
    cells = f"[item_0]:[item_{len(items) - 1}]"
    shares = [_share(report, number, scopes, rows) for number in range(len(items))]
    return [*head, mean_of(cells, index) if items else index, *shares]


def _share(report: Report, number: int, scopes: tuple[str, ...], rows: Rows) -> Value:
    """Return the satisfied share of one criterion; the index items are the first of the ratings."""
    ratings: Ratings = report.tally.ratings
    item, layout, template = ratings.items[number], report.data, report.tally.table.template
    value = ratings.satisfied_share(rows, [number]).value
    if not countable(layout, [item]):
        return value
    satisfied = "+".join(satisfied_of_item(layout, template, item, scope) for scope in scopes)
    answered = "+".join(answered_of_item(layout, item, scope) for scope in scopes)
    return ratio(satisfied, f"({answered})", value)
