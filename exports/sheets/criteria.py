"""The sheet of the criteria: one row per item on a satisfaction scale."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports.facts import Report
from exports.levels import options_by_value, value_order
from exports.sheets.wordings import interval_cells
from exports.tally import ItemTally
from exports.workbook_cells import Value
from exports.workbook_styles import MEAN
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
from form_templates.model import Option, ScaleKind


def is_criterion(item: ItemTally) -> bool:
    """Whether the item belongs on this sheet rather than among the frequencies."""
    return item.item.kind.is_choice and item.scale is not None and item.scale.kind is ScaleKind.SATISFACTION


def fill_criteria(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet."""
    items = [item for item in report.tally.items if is_criterion(item)]
    levels = _levels(items)
    columns = _columns(report, levels)
    write_sheet_title(sheet, report, report.say(words.TITLE_CRITERIA), len(columns))
    place = write_table(sheet, columns, [_row(report, item, levels) for item in items])
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2)
    make_printable(sheet, report, place)


def _levels(items: Sequence[ItemTally]) -> list[Option]:
    """Return the levels of all scales in use, once per value, from the lowest up."""
    levels: dict[str, Option] = {}
    for item in items:
        if item.scale:
            for option in options_by_value(item.scale):
                levels.setdefault(option.value, option)
    return sorted(levels.values(), key=value_order)


def _columns(report: Report, levels: Sequence[Option]) -> list[Column]:
    say = report.say
    result, interval = say(words.GROUP_RESULT), say(words.GROUP_INTERVAL)
    dissatisfied = say(words.GROUP_DISSATISFIED_INTERVAL)
    counts, shares = say(words.GROUP_COUNTS), say(words.GROUP_SHARES)
    headings = [f"{level.value} · {say(level.label)}" for level in levels]
    return [
        text_column(say(words.COL_ITEM), 7),
        text_column(say(words.COL_CRITERION), 42),
        text_column(say(words.COL_FACTOR), 22),
        Column(say(words.COL_ANSWERED), 8, group=result),
        share_column(say(words.COL_SATISFIED_SHARE), result, has_bar=True, width=11),
        share_column(say(words.COL_DISSATISFIED_SHARE), result, width=13),
        Column(say(words.COL_MEAN), 7, MEAN, group=result),
        Column(say(words.COL_MEDIAN), 7, MEAN, group=result),
        Column(say(words.COL_SD), 8, MEAN, group=result),
        Column(say(words.COL_RESCALED), 8, MEAN, group=result),
        share_column(say(words.COL_LOW), interval, width=10),
        share_column(say(words.COL_HIGH), interval, width=10),
        share_column(say(words.COL_LOW), dissatisfied, width=10),
        share_column(say(words.COL_HIGH), dissatisfied, width=10),
        *(Column(heading, _level_width(heading, 8), group=counts) for heading in headings),
        *(share_column(heading, shares, width=_level_width(heading, 9)) for heading in headings),
        *state_columns(report),
    ]


def _level_width(heading: str, least: float) -> float:
    """Return a width in which no word of the heading is broken."""
    return max(least, max(map(len, heading.split())) + 1.5)


def _row(report: Report, item: ItemTally, levels: Sequence[Option]) -> list[Value]:
    by_value = {option.option.value: option for option in item.options}
    return [
        item.item.item_id,
        report.say(item.item.label),
        report.say(item.section.title),
        item.answered,
        item.satisfied.value if item.satisfied else None,
        item.dissatisfied.value if item.dissatisfied else None,
        item.mean,
        item.median,
        item.sd,
        item.rescaled,
        *interval_cells(item.satisfied),
        *interval_cells(item.dissatisfied),
        *(by_value[level.value].count if level.value in by_value else None for level in levels),
        *(by_value[level.value].share if level.value in by_value else None for level in levels),
        *state_counts(item),
    ]


def state_columns(report: Report) -> list[Column]:
    """Return the columns that say why responses are missing from an item's shares."""
    titles = (
        words.COL_BLANK,
        words.COL_DOUBLE,
        words.COL_ILLEGIBLE,
        words.COL_PAGE_MISSING,
        words.COL_NOT_ASKED,
        words.COL_NOT_APPLICABLE,
        words.COL_AWAITING,
    )
    return [Column(report.say(title), 9, group=report.say(words.GROUP_STATES)) for title in titles]


def state_counts(item: ItemTally) -> list[Value]:
    """Return the values for ``state_columns``."""
    return [
        item.blank,
        item.double,
        item.illegible,
        item.page_missing,
        item.not_asked,
        item.not_applicable,
        item.awaiting_review,
    ]
