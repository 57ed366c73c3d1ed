"""The first sheet: what was delivered, what was read, the index, and how people rated, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports import workbook_styles as styles
from exports.facts import Report
from exports.levels import options_by_value
from exports.satisfaction import is_rated
from exports.sheets.wordings import issued_to, return_rate, rule_text, unit_name
from exports.tally import ItemTally
from exports.unit_tally import UnitTally
from exports.workbook_cells import Value, put
from exports.workbook_charts import ChartData, add_share_chart
from exports.workbook_tables import (
    Column,
    make_printable,
    set_widths,
    share_column,
    text_column,
    write_notice,
    write_table,
)
from form_templates.model import Option
from omr.counting import Weighting
from omr.results import PageOutcome

_LEFT, _RIGHT = 2, 6  # columns at which the two halves of the page begin
_WIDTHS = (2, 40, 13, 13, 3, 16, 13, 13, 13)
_FIGURES_ROW = 7
_BLOCKS_ROW = 12
_LEVELS_ROW = 21
_CHART_ROWS = 14

_PAGE_WORDS = {
    PageOutcome.READ: words.PAGES_READ,
    PageOutcome.UNREADABLE: words.PAGES_UNREADABLE,
    PageOutcome.BLANK: words.PAGES_BLANK,
    PageOutcome.DUPLICATE: words.PAGES_DUPLICATE,
    PageOutcome.FOREIGN: words.PAGES_FOREIGN,
}


def fill_overview(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet."""
    sheet.sheet_view.showGridLines = False
    set_widths(sheet, _WIDTHS)
    _write_heading(sheet, report)
    _write_key_figures(sheet, report)
    _write_pages(sheet, report)
    _write_answers(sheet, report)
    units_row = _write_levels(sheet, report)
    _write_units(sheet, report, units_row)
    make_printable(sheet, report)


def _write_heading(sheet: Worksheet, report: Report) -> None:
    say, facts, template = report.say, report.facts, report.tally.table.template
    put(sheet, 1, _LEFT, facts.name, styles.TITLE)
    title = say(template.title)
    form = say(words.TEMPLATE_VALUE, title=title, id=template.template_id, version=template.version)
    parts = [f"{say(words.ROUND)}: {facts.round_name}" if facts.round_name else "", f"{say(words.TEMPLATE)}: {form}"]
    put(sheet, 2, _LEFT, " · ".join(filter(None, parts)), styles.BODY)
    when = put(sheet, 3, _LEFT, f"{say(words.EXPORTED_AT)}: {report.exported_at:%d/%m/%Y %H:%M}", styles.BODY)
    when.alignment = styles.LEFT
    _write_notices(sheet, report)


def _write_notices(sheet: Worksheet, report: Report) -> None:
    answers = report.tally.answers
    if answers.awaiting_review:
        text = report.say(words.PROVISIONAL, count=answers.awaiting_review)
        write_notice(sheet, 4, text, _LEFT, len(_WIDTHS))
    if answers.awaiting_typing:
        put(sheet, 5, _LEFT, report.say(words.TYPING_AWAITED, count=answers.awaiting_typing), styles.SMALL)


def _write_key_figures(sheet: Worksheet, report: Report) -> None:
    say, tally = report.say, report.tally
    index_label = f"{say(words.SATISFACTION_INDEX)} ({rule_text(report).partition(':')[0]})"
    _write_figure(sheet, _LEFT, index_label, tally.index.value, styles.PERCENT)
    _write_interval(sheet, report)
    _write_weighted(sheet, report)
    _write_figure(sheet, 3, say(words.RESPONSES), tally.responses, styles.COUNT)
    _write_figure(sheet, _RIGHT, say(words.VALID), tally.valid, styles.COUNT)
    _write_figure(sheet, 8, say(words.AWAITING_REVIEW), tally.answers.awaiting_review, styles.COUNT)


def _write_figure(sheet: Worksheet, column: int, label: str, value: Value, number_format: str) -> None:
    put(sheet, _FIGURES_ROW, column, label, styles.SMALL)
    cell = put(sheet, _FIGURES_ROW + 1, column, value if value is not None else "–", styles.FIGURE)
    cell.number_format = number_format
    cell.alignment = styles.LEFT
    sheet.row_dimensions[_FIGURES_ROW + 1].height = 32


def _write_interval(sheet: Worksheet, report: Report) -> None:
    """Write the interval as numbers with words in their format, so that Excel chooses the decimal sign."""
    interval = report.tally.index.interval
    if interval is None:
        return
    low = put(sheet, _FIGURES_ROW + 2, _LEFT, interval.low, styles.SMALL)
    high = put(sheet, _FIGURES_ROW + 3, _LEFT, interval.high, styles.SMALL)
    low.number_format = f'"{report.say(words.INTERVAL_FROM)} "{styles.PERCENT}'
    high.number_format = f'"{report.say(words.INTERVAL_TO)} "{styles.PERCENT}'
    low.alignment = high.alignment = styles.LEFT


def _write_weighted(sheet: Worksheet, report: Report) -> None:
    """Write the index of everyone by transactions where the survey asks for it, or that there is none."""
    if report.tally.weighting is not Weighting.TRANSACTIONS:
        return
    weighted = report.tally.levels[0].weighted
    if weighted is None or weighted.index.value is None:
        text = report.say(words.NO_WEIGHTED_INDEX, sheet=report.say(words.SHEET_ROLL_UPS))
        put(sheet, _FIGURES_ROW + 4, _LEFT, text, styles.SMALL)
        return
    cell = put(sheet, _FIGURES_ROW + 4, _LEFT, weighted.index.value, styles.STRONG)
    cell.number_format = f'"{report.say(words.INDEX_WEIGHTED)} "{styles.PERCENT}'
    cell.alignment = styles.LEFT


def _write_pages(sheet: Worksheet, report: Report) -> None:
    if report.ledger is None:
        return
    say, ledger = report.say, report.ledger
    rows: list[tuple[str, Value]] = [(say(text), ledger.get(what, 0)) for what, text in _PAGE_WORDS.items()]
    rows.append((say(words.PAGES_TOTAL), sum(ledger.get(outcome, 0) for outcome in PageOutcome)))
    _write_block(sheet, _LEFT, say(words.BLOCK_PAGES), rows, value_column=3, total=len(rows) - 1)


def _write_answers(sheet: Worksheet, report: Report) -> None:
    say, answers = report.say, report.tally.answers
    rows: list[tuple[str, Value]] = [
        (say(words.ANSWERS_ACCEPTED), answers.accepted),
        (say(words.ANSWERS_VERIFIED), answers.verified),
        (say(words.ANSWERS_FLAGGED), answers.awaiting_review),
        (say(words.ANSWERS_TYPING), answers.awaiting_typing),
        (say(words.ANSWERS_PAGE_MISSING), answers.page_missing),
        (say(words.ANSWERS_TOTAL), answers.total),
        (say(words.EXPECTED_WRONG), answers.expected_wrong),
    ]
    _write_block(sheet, _RIGHT, say(words.BLOCK_ANSWERS), rows, value_column=9, total=5)
    sheet.cell(_BLOCKS_ROW + len(rows), 9).number_format = styles.MEAN


def _write_block(
    sheet: Worksheet, left: int, title: str, rows: Sequence[tuple[str, Value]], *, value_column: int, total: int
) -> None:
    put(sheet, _BLOCKS_ROW, left, title, styles.BLOCK_TITLE)
    for position, (label, value) in enumerate(rows):
        row = _BLOCKS_ROW + 1 + position
        font = styles.STRONG if position == total else styles.BODY
        put(sheet, row, left, label, font)
        put(sheet, row, value_column, value, font).number_format = styles.COUNT
        for column in range(left, value_column + 1):
            sheet.cell(row, column).border = styles.UNDERLINE


@dataclass(frozen=True, slots=True)
class _LevelCount:
    """One level of the scale that most criteria use, over all of them."""

    option: Option
    count: int
    share: float | None


def _write_levels(sheet: Worksheet, report: Report) -> int:
    """Write how the criteria were rated, with a chart; return the next free row."""
    levels = _count_levels(report)
    if not levels:
        return _LEVELS_ROW
    say = report.say
    put(sheet, _LEVELS_ROW, _LEFT, say(words.BLOCK_LEVELS), styles.BLOCK_TITLE)
    columns = (
        text_column(say(words.LEVEL), 40),
        Column(say(words.COL_ANSWERED), 13),
        share_column(say(words.COL_SHARE)),
    )
    rows = [(f"{level.option.value} · {say(level.option.label)}", level.count, level.share) for level in levels]
    place = write_table(sheet, columns, rows, top=_LEVELS_ROW + 1, left=_LEFT)
    data = ChartData(place.first_column, place.last_column, place.first_row, place.last_row)
    size_cm = (13.0, 0.53 * (_CHART_ROWS - 1))
    title = say(words.CHART_LEVELS)
    add_share_chart(sheet, title, data, anchor=f"F{_LEVELS_ROW}", size_cm=size_cm, horizontal=False)
    return _LEVELS_ROW + max(_CHART_ROWS, len(rows) + 3)


def _count_levels(report: Report) -> list[_LevelCount]:
    """Pool the criteria that share the most used satisfaction scale, from its lowest value up."""
    template = report.tally.table.template
    rated = [item for item in report.tally.items if item.section.is_factor and is_rated(template, item.item)]
    scales = [item.scale for item in rated if item.scale]
    if not scales:
        return []
    scale = max(scales, key=scales.count)
    pooled = [item for item in rated if item.scale == scale]
    return [_pool_level(option, pooled) for option in options_by_value(scale)]


def _pool_level(option: Option, items: Sequence[ItemTally]) -> _LevelCount:
    count = sum(tally.count for item in items for tally in item.options if tally.option.value == option.value)
    of = sum(item.answered for item in items)
    return _LevelCount(option, count, count / of if of else None)


def _write_units(sheet: Worksheet, report: Report, top: int) -> None:
    say = report.say
    sheet.row_breaks.append(Break(id=top - 1))  # the first printed page is a summary, the list follows
    put(sheet, top, _LEFT, say(words.BLOCK_UNITS), styles.BLOCK_TITLE)
    columns = [
        text_column(say(words.COL_UNIT), 40),
        text_column(say(words.COL_UNIT_CODE), 13),
        Column(say(words.RESPONSES), 13),
        Column("", 3),
        Column(say(words.VALID), 16),
        share_column(say(words.COL_INDEX)),
    ]
    if report.issued is not None:
        columns += [Column(say(words.COL_ISSUED), 13), share_column(say(words.COL_RETURN_RATE))]
    rows = [_unit_row(report, unit) for unit in report.tally.units]
    empty = {position: styles.MUTED for position, unit in enumerate(report.tally.units) if not unit.responses}
    write_table(sheet, columns, rows, top=top + 1, left=_LEFT, fonts=empty)


def _unit_row(report: Report, unit: UnitTally) -> list[Value]:
    row: list[Value] = [unit_name(report, unit.unit), unit.unit.code, unit.responses, None, unit.valid]
    row.append(unit.index.value)
    if report.issued is not None:
        row += [issued_to(report.issued, unit), return_rate(report.issued, unit)]
    return row
