"""The sheet of several units together: everyone, each level, each district and the province."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.roll_ups import RollUp
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.unit_tally import UnitTally
from exports.wording import workbook_words as words
from exports.wording.naming import all_of_level, level_name, unit_name
from exports.wording.smallness_words import grey_text, why_small
from exports.workbook import styles
from exports.workbook.cells import Value, interval_cells
from exports.workbook.charts import ChartData, ChartPlace, add_share_chart
from exports.workbook.formulas import sample_size
from exports.workbook.printing import keep_whole, make_printable
from exports.workbook.sheets.units.unit_columns import (
    factor_columns,
    factors_of_row,
    index_cells,
    index_columns,
    recommendation_cells,
    recommendation_columns,
    response_cells,
    response_columns,
)
from exports.workbook.tables import (
    TableColumn,
    make_browsable,
    number_of,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.unit_formulas import UnitFormulas, pooled_scope, rank
from exports.workbook.workbook_content import WorkbookContent
from omr.survey.counting_rules import Weighting
from omr.units.unit_list import Unit

_NAME_COLUMN = 4
_HIGHEST_CHART_CM = 20.0  # so that it fits on a page
_UNITS_SHOWN = 4  # of those that stand in the way of a figure; the rest are counted


def needs_roll_ups(content: WorkbookContent) -> bool:
    """Whether there is anything to add up, or the survey asks for weighted figures."""
    tally = content.tally
    return bool(tally.parents) or len(tally.levels) > 1 or _is_weighted(content)


def fill_roll_ups(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of several units together, with a chart of the index: the weighted one if all have it."""
    roll_ups = [*content.tally.levels, *content.tally.parents]
    columns = _columns(content)
    note = f"{content.say(words.NOTE_ROLL_UPS)} {grey_text(content.say)}"
    write_sheet_title(sheet, content, content.say(words.TITLE_ROLL_UPS), len(columns), note)
    fonts = dict.fromkeys(range(len(content.tally.levels)), styles.STRONG)
    fonts |= {position: styles.MUTED for position, each in enumerate(roll_ups) if each.pooled.is_small}
    place = write_table(sheet, columns, [_row(content, each) for each in roll_ups], fonts=fonts)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=_NAME_COLUMN)
    index = "weighted" if all(each.weighted for each in roll_ups) else "index"
    data = ChartData(_NAME_COLUMN, number_of(columns, index), place.first_row, place.last_row)
    chart = ChartPlace(f"A{place.last_row + 3}", (24.0, min(3.0 + 0.9 * len(roll_ups), _HIGHEST_CHART_CM)))
    make_printable(sheet, content, place, columns, repeated=4, below_cm=chart.size_cm[1] + 2.0)
    keep_whole(sheet, place.last_row + 3, chart.size_cm[1])
    add_share_chart(sheet, content.say(words.CHART_ROLL_UPS), data, chart)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    coverage, weighted = say(words.GROUP_COVERAGE), say(words.GROUP_WEIGHTED_INDEX)
    by_transactions = [
        share_column(say(words.COL_INDEX), weighted, has_bar=True, width=12, key="weighted"),
        share_column(say(words.COL_LOW), weighted),
        share_column(say(words.COL_HIGH), weighted),
        TableColumn(say(words.COL_SAMPLE_SIZE), 11, styles.ONE_DECIMAL, group=weighted),
    ]
    return [
        TableColumn(say(words.COL_UNIT_NUMBER), 6, key="number"),
        TableColumn(say(words.COL_RANK), 7),
        text_column(say(words.COL_UNIT_CODE), 10),
        text_column(say(words.COL_UNIT), 28),
        text_column(say(words.COL_LEVEL), 11, key="level"),
        *response_columns(content),
        TableColumn(say(words.COL_UNITS), 9, group=coverage),
        TableColumn(say(words.COL_UNITS_ANSWERING), 11, group=coverage),
        TableColumn(say(words.COL_TRANSACTIONS), 13, group=coverage),
        share_column(say(words.COL_COVERED), coverage, width=14),
        *(by_transactions if _is_weighted(content) else []),
        *index_columns(content),
        *factor_columns(content, words.GROUP_WEIGHTED_FACTORS if _is_weighted(content) else words.GROUP_FACTORS),
        *recommendation_columns(content),
        text_column(say(words.COL_NOTE), 36),
    ]


def _row(content: WorkbookContent, roll_up: RollUp) -> list[Value]:
    pooled, coverage = roll_up.pooled, roll_up.coverage
    place = pooled.unit
    formulas = UnitFormulas(content.data, content.tally.rule, pooled_scope(content.data, pooled))
    factors = "" if _is_weighted(content) else factors_of_row(content)
    return [
        formulas.scope.number,
        _rank(content, pooled),
        place.code,
        roll_up_name(content, place),
        level_name(content.say, place.level) if place.code or place.level else "",
        *response_cells(content, formulas, pooled),
        coverage.units,
        coverage.answering,
        coverage.transactions,
        coverage.covered / coverage.transactions if coverage.transactions else None,
        *(_weighted_cells(content, roll_up) if _is_weighted(content) else []),
        *index_cells(content, formulas, pooled, factors),
        *_factor_cells(content, formulas, roll_up),
        *recommendation_cells(content, formulas, pooled),
        _note(content, roll_up),
    ]


def _rank(content: WorkbookContent, pooled: UnitTally) -> Value:
    """Return the rank of a unit with all below it among those of its level; a level is ranked among none."""
    return rank(pooled.rank, listed=len(content.unit_names), smallest=FEWEST_FOR_A_RANK) if pooled.unit.code else None


def _weighted_cells(content: WorkbookContent, roll_up: RollUp) -> list[Value]:
    index = roll_up.weighted.index if roll_up.weighted else None
    return [index.value if index else None, *interval_cells(index), sample_size(content.say, index)]


def _factor_cells(content: WorkbookContent, formulas: UnitFormulas, roll_up: RollUp) -> Sequence[Value]:
    """Return the shares of the factors: by transactions, as they were counted, where the survey asks for that."""
    if _is_weighted(content):
        shares = roll_up.weighted.sections if roll_up.weighted else ()
        return [share.value for share in shares] or [None] * len(content.tally.sections)
    return [
        formulas.share(content.data.group_of(tally.section).key, share.value)
        for tally, share in zip(content.tally.sections, roll_up.pooled.sections, strict=True)
    ]


def _is_weighted(content: WorkbookContent) -> bool:
    return content.tally.weighting is Weighting.TRANSACTIONS


def roll_up_name(content: WorkbookContent, unit: Unit) -> str:
    """Return what several units together are called: ``RollUp.pooled``'s ``unit`` says which."""
    if unit.code:
        return unit_name(content.say, unit)
    if not unit.level:
        return content.say(words.ROW_EVERYONE)
    return all_of_level(content.say, unit.level)


def _note(content: WorkbookContent, roll_up: RollUp) -> str:
    """Return what a reader must know: which units are not represented, and which stand in the way of weighting."""
    coverage = roll_up.coverage
    reason = why_small(content.say, roll_up.pooled.valid, roll_up.pooled.index)
    notes = [reason] if reason else []
    if coverage.answering < coverage.units:
        notes.append(content.say(words.SILENT_UNITS, count=coverage.units - coverage.answering))
    if coverage.untold and (_is_weighted(content) or coverage.transactions is not None):
        notes.append(content.say(words.UNTOLD_TRANSACTIONS, units=_listed(content, coverage.untold)))
    return " ".join(notes)


def _listed(content: WorkbookContent, units: Sequence[Unit]) -> str:
    names = ", ".join(unit.code or content.say(words.UNKNOWN_UNIT) for unit in units[:_UNITS_SHOWN])
    more = len(units) - _UNITS_SHOWN
    return content.say(words.AND_MORE, shown=names, count=more) if more > 0 else names
