"""The sheet of the criteria beside overall satisfaction: ranked, and as points in four quadrants."""

from collections.abc import Sequence
from math import ceil, floor

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.priorities.drivers import Driver, Drivers
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.wording import priority_words
from exports.wording import workbook_words as words
from exports.wording.naming import overall_name
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.charts import ChartPlace
from exports.workbook.formulas import mean_of, satisfied_share
from exports.workbook.parts.quadrant_chart import QuadrantData, add_quadrant_chart
from exports.workbook.printing import keep_whole, make_printable
from exports.workbook.tables import (
    TableColumn,
    TablePlace,
    make_browsable,
    number_of,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent

_CHART_CM = (24.0, 14.0)
_FEWEST_POINTS = 2
_TICK = 0.05  # to which the ends of both axes are rounded


def needs_drivers(content: WorkbookContent) -> bool:
    """Whether anything can be held against overall satisfaction."""
    return any(driver.correlation for driver in content.drivers.drivers)


def fill_drivers(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet: the criteria that go together with overall satisfaction most closely first, then a chart."""
    say, found = content.say, content.drivers
    columns, ranked = _columns(content), len(found.ranked)
    note = say(priority_words.NOTE_DRIVERS, limit=FEWEST_FOR_A_RANK)
    write_sheet_title(sheet, content, say(priority_words.TITLE_DRIVERS), len(columns), note)
    rows = [_row(content, driver) for driver in found.drivers]
    fonts = dict.fromkeys(range(ranked, len(rows)), styles.MUTED)
    if ranked:
        fonts[len(rows)] = styles.STRONG
        rows.append(_mean_row(content, ranked))
    place = write_table(sheet, columns, rows, fonts=fonts)
    for row, line in enumerate(_explanations(content), start=place.last_row + 1):
        put(sheet, row, 1, line, styles.SMALL)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=3, has_filter=False)
    make_printable(sheet, content, place)
    if ranked >= _FEWEST_POINTS:
        _add_chart(sheet, content, columns, place)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    closeness, result = say(priority_words.GROUP_CORRELATION), say(words.GROUP_RESULT)
    return [
        TableColumn(say(words.COL_RANK), 7),
        text_column(say(words.COL_ITEM), 8, key="item"),
        text_column(say(words.COL_CRITERION), 46),
        text_column(say(words.COL_FACTOR), 26),
        TableColumn(say(priority_words.COL_PAIRS), 9, group=closeness),
        TableColumn(say(priority_words.COL_CORRELATION), 9, styles.COEFFICIENT, group=closeness, key="closeness"),
        TableColumn(say(words.COL_LOW), 8, styles.COEFFICIENT, group=closeness),
        TableColumn(say(words.COL_HIGH), 8, styles.COEFFICIENT, group=closeness),
        share_column(say(words.COL_SATISFIED_SHARE), result, has_bar=True, width=11, key="satisfied"),
        text_column(say(priority_words.COL_PLACE), 18, result),
    ]


def _row(content: WorkbookContent, driver: Driver) -> list[Value]:
    say, found = content.say, driver.correlation
    template = content.tally.table.template
    return [
        driver.rank,
        driver.item.item_id,
        say(driver.item.label),
        say(driver.section.title),
        driver.pairs,
        *((found.value, found.low, found.high) if found else (None, None, None)),
        satisfied_share(content.data, template, driver.item, driver.satisfied.value),
        _place(content, driver),
    ]


def _place(content: WorkbookContent, driver: Driver) -> str:
    if driver.quadrant:
        return content.say(priority_words.QUADRANTS[driver.quadrant])
    if driver.is_small:
        return content.say(priority_words.FEW_PAIRS, limit=FEWEST_FOR_A_RANK)
    return content.say(priority_words.NOTHING_VARIES)


def _mean_row(content: WorkbookContent, ranked: int) -> list[Value]:
    found = content.drivers
    means = [
        mean_of(f"[{key}@0]:[{key}@{ranked - 1}]", value)
        for key, value in (("closeness", found.mean_correlation), ("satisfied", found.mean_satisfied))
    ]
    return [None, None, content.say(priority_words.ROW_MEAN), None, None, means[0], None, None, means[1], None]


def _explanations(content: WorkbookContent) -> list[str]:
    say, explained = content.say, priority_words.QUADRANTS_EXPLAINED
    against = say(priority_words.HELD_AGAINST, overall=overall_name(say, content.drivers))
    return [against, *(say(text, name=say(priority_words.QUADRANTS[each])) for each, text in explained.items())]


def _add_chart(sheet: Worksheet, content: WorkbookContent, columns: Sequence[TableColumn], place: TablePlace) -> None:
    say, found = content.say, content.drivers
    anchor = place.last_row + len(_explanations(content)) + 3
    keep_whole(sheet, anchor, _CHART_CM[1])
    across, up = _ends(found)
    data = QuadrantData(
        name_column=number_of(columns, "item"),
        x_column=number_of(columns, "closeness"),
        y_column=number_of(columns, "satisfied"),
        first_row=place.first_row,
        last_row=place.first_row + len(found.ranked) - 1,
        center=(found.mean_correlation or 0.0, found.mean_satisfied or 0.0),
        low=(across[0], up[0]),
        high=(across[1], up[1]),
    )
    axes = say(priority_words.COL_CORRELATION), say(words.COL_SATISFIED_SHARE)
    add_quadrant_chart(sheet, say(priority_words.CHART_DRIVERS), axes, data, ChartPlace(f"A{anchor}", _CHART_CM))


def _ends(found: Drivers) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return between which values the points lie, across and up."""
    closeness = [driver.correlation.value for driver in found.ranked if driver.correlation]
    shares = [driver.satisfied.value or 0.0 for driver in found.ranked]
    return _rounded(closeness, 1.05), _rounded(shares, 1.0)


def _rounded(values: Sequence[float], most: float) -> tuple[float, float]:
    low, high = floor(min(values) / _TICK - 0.2) * _TICK, ceil(max(values) / _TICK + 0.2) * _TICK
    return round(low, 2), round(min(high, most), 2)
