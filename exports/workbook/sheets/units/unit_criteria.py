"""The sheet of units by criterion, as a heat map; rule B, where all criteria weigh the same, makes its index of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten

from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.priorities.unit_criteria import CriterionShare, criterion_columns, criterion_shares
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.unit_tally import UnitTally, rows_by_code, rows_of
from exports.wording import priority_words
from exports.wording import workbook_words as words
from exports.wording.naming import unit_name
from exports.wording.smallness_words import why_small
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.formulas import MATRIX_INDEX, MATRIX_UNITS, mean_of, satisfied_share
from exports.workbook.printing import make_printable
from exports.workbook.sheets.units.roll_ups import roll_up_name
from exports.workbook.tables import (
    TableColumn,
    TablePlace,
    define_column,
    make_browsable,
    number_of,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.unit_formulas import RowScope, own_scope, pooled_scope
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item
from omr.survey.counting_rules import IndexRule

_LOWEST_COLOR, _HIGHEST_COLOR = "E6B076", "FFFFFF"  # the darker the lower, also where a printer makes it grey
_SHARE, _LOW_SHARE = "0.0%", '"▼ "0.0%'
_SHARE_WIDTH = 9.5
_NO_DIFFERENCE = 1e-9  # of two means of the same shares
_MOST_MARKED = 3  # of a row, and no more than half of its criteria


@dataclass(frozen=True, slots=True)
class _MatrixRow:
    """A row before it is written: whom it is about, and the share of every criterion."""

    name: str
    tally: UnitTally
    scope: RowScope
    shares: tuple[CriterionShare, ...]

    @property
    def is_sure(self) -> list[bool]:
        """Of every share, whether it is more than a hint."""
        return [not self.tally.is_small and not share.is_small for share in self.shares]

    @property
    def is_low(self) -> list[bool]:
        """Of every share, whether it is among the lowest of the row: below its mean, and sure."""
        pairs = list(zip((share.value for share in self.shares), self.is_sure, strict=True))
        known = [value for value, is_sure in pairs if is_sure and value is not None]
        marked = min(_MOST_MARKED, len(known) // 2)
        if not marked:
            return [False] * len(self.shares)
        limit, mean = sorted(known)[marked - 1], sum(known) / len(known)
        most = min(limit, mean - _NO_DIFFERENCE)
        return [is_sure and value is not None and value <= most for value, is_sure in pairs]


def needs_unit_criteria(content: WorkbookContent) -> bool:
    """Whether there are criteria, or the index needs this sheet."""
    return _makes_index(content) or bool(criterion_columns(content.tally.ratings))


def fill_unit_criteria(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of units by criterion: everyone, each level, the units with all below them, single units."""
    columns, rows = _columns(content), list(_rows(content))
    write_sheet_title(sheet, content, content.say(words.TITLE_UNIT_CRITERIA), len(columns), _note(content))
    muted = {at: styles.MUTED for at, row in enumerate(rows) if row.tally.is_small}
    place = write_table(sheet, columns, [_cells(content, row) for row in rows], fonts={0: styles.STRONG, **muted})
    if _makes_index(content):
        define_column(sheet, MATRIX_INDEX, number_of(columns, "index"), place)
        define_column(sheet, MATRIX_UNITS, number_of(columns, "key"), place)
    if _items(content):
        _mark(sheet, rows, place, number_of(columns, "item_0"))
    set_widths(sheet, [column.width for column in columns])
    naming = number_of(columns, "name")
    make_browsable(sheet, place, frozen_columns=naming, has_filter=False)
    make_printable(sheet, content, place, columns, repeated=naming)


def _makes_index(content: WorkbookContent) -> bool:
    return content.tally.rule is IndexRule.EQUAL_CRITERIA


def _note(content: WorkbookContent) -> str:
    say = content.say
    criteria = say(words.SHEET_CRITERIA)
    note = say(priority_words.NOTE_UNIT_CRITERIA, limit=FEWEST_FOR_A_RANK, criteria=criteria)
    return f"{say(words.NOTE_UNIT_CRITERIA)} {note}" if _makes_index(content) else note


def _items(content: WorkbookContent) -> list[Item]:
    ratings = content.tally.ratings
    return [ratings.items[column] for column in criterion_columns(ratings)]


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    key = [text_column(say(words.COL_ROW_KEY), 7, key="key")] if _makes_index(content) else []
    return [
        *key,
        TableColumn(say(words.COL_UNIT_NUMBER), 6, key="number"),
        text_column(say(words.COL_UNIT), 38, key="name"),
        TableColumn(say(words.VALID), 8),
        share_column(say(words.COL_INDEX), key="index", has_bar=True),
        *_criterion_columns(content),
        text_column(say(words.COL_NOTE), 58),
    ]


def _criterion_columns(content: WorkbookContent) -> Iterator[TableColumn]:
    """Yield a column per criterion, under the name of its factor as far as there is room for it."""
    number, ratings = 0, content.tally.ratings
    for section in ratings.sections:
        columns = ratings.columns_of(section)
        room = int(len(columns) * _SHARE_WIDTH)
        title = shorten(content.say(section.title), room, placeholder=" …")
        for column in columns:
            item = ratings.items[column]
            yield TableColumn(item.item_id, _SHARE_WIDTH, _SHARE, group=title, key=f"item_{number}")
            number += 1


def _rows(content: WorkbookContent) -> Iterator[_MatrixRow]:
    tally, layout = content.tally, content.data
    by_unit = rows_by_code(tally.table, tally.ratings.all_rows())
    columns = criterion_columns(tally.ratings)

    def shares(codes: Sequence[str]) -> tuple[CriterionShare, ...]:
        return criterion_shares(tally.ratings, rows_of(by_unit, codes), columns)

    for roll_up in (*tally.levels, *tally.parents):
        pooled = roll_up.pooled
        name = roll_up_name(content, pooled.unit)
        if pooled.unit.code:  # which has a row of its own below
            name = content.say(words.ROW_AREA, unit=name)
        yield _MatrixRow(name, pooled, pooled_scope(layout, pooled), shares(pooled.codes))
    for unit in tally.units:
        yield _MatrixRow(unit_name(content.say, unit.unit), unit, own_scope(layout, unit), shares(unit.codes))


def _cells(content: WorkbookContent, row: _MatrixRow) -> list[Value]:
    unit, items = row.tally, _items(content)
    index: Value = unit.index.value
    shares: list[Value] = [share.value for share in row.shares]
    key: list[Value] = []
    if _makes_index(content):  # which goes through formulas, so its parts do
        key = [row.scope.key]
        index = mean_of(f"[item_0]:[item_{len(items) - 1}]", unit.index.value) if items else index
        template, conditions = content.tally.table.template, row.scope.conditions
        shares = [
            satisfied_share(content.data, template, item, share.value, conditions)
            for item, share in zip(items, row.shares, strict=True)
        ]
    reason = why_small(content.say, unit.valid, unit.index) or None
    return [*key, row.scope.number, row.name, unit.valid, index, *shares, reason]


def _mark(sheet: Worksheet, rows: Sequence[_MatrixRow], place: TablePlace, first_column: int) -> None:
    """Colour the sure shares, mark the lowest of each row, grey those of few answers."""
    for number, row in enumerate(rows, start=place.first_row):
        for at, (is_sure, is_low) in enumerate(zip(row.is_sure, row.is_low, strict=True), start=first_column):
            if is_low:
                cell = sheet.cell(number, at)
                cell.font, cell.number_format = styles.STRONG, _LOW_SHARE
            elif not is_sure and not row.tally.is_small:
                sheet.cell(number, at).font = styles.MUTED
    areas: list[str] = []
    number = place.first_row
    for pattern, alike in groupby(rows, key=lambda row: tuple(row.is_sure)):
        next_number = number + len(list(alike))
        areas += _sure_areas(pattern, number, next_number - 1, first_column)
        number = next_number
    if areas:
        scale = ColorScaleRule(  # type: ignore[no-untyped-call]
            start_type="min", start_color=_LOWEST_COLOR, end_type="max", end_color=_HIGHEST_COLOR
        )
        sheet.conditional_formatting.add(" ".join(areas), scale)


def _sure_areas(is_sure: Sequence[bool], first_row: int, last_row: int, first_column: int) -> Iterator[str]:
    """Yield the neighbouring cells of rows alike that are more than a hint."""
    at = first_column
    for is_more, run in groupby(is_sure):
        last = at + len(list(run)) - 1
        if is_more:
            yield f"{get_column_letter(at)}{first_row}:{get_column_letter(last)}{last_row}"
        at = last + 1
