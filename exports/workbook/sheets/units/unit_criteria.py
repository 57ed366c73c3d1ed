"""The sheet of units by criterion, which the index is made of where all criteria weigh the same (rule B)."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.satisfaction_index import Ratings, Rows
from exports.tally.unit_tally import rows_by_code, rows_of
from exports.wording import workbook_words as words
from exports.wording.naming import unit_name
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.formulas import (
    MATRIX_INDEX,
    MATRIX_UNITS,
    answered_of_item,
    countable,
    mean_of,
    ratio,
    satisfied_of_item,
)
from exports.workbook.printing import make_printable
from exports.workbook.sheets.units.roll_ups import roll_up_name
from exports.workbook.tables import (
    TableColumn,
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
from omr.survey.counting_rules import IndexRule


def needs_unit_criteria(content: WorkbookContent) -> bool:
    """Whether the index needs this sheet."""
    return content.tally.rule is IndexRule.EQUAL_CRITERIA


def fill_unit_criteria(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of units by criterion: everyone, each level, the units with all below them, single units."""
    columns = _columns(content)
    title, note = content.say(words.TITLE_UNIT_CRITERIA), content.say(words.NOTE_UNIT_CRITERIA)
    write_sheet_title(sheet, content, title, len(columns), note)
    place = write_table(sheet, columns, list(_rows(content)), fonts={0: styles.STRONG})
    define_column(sheet, MATRIX_INDEX, number_of(columns, "index"), place)
    define_column(sheet, MATRIX_UNITS, number_of(columns, "key"), place)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=3, has_filter=False)
    make_printable(sheet, content, place, columns, repeated=3)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    items = content.data.index.items
    return [
        text_column(say(words.COL_ROW_KEY), 7, key="key"),
        TableColumn(say(words.COL_UNIT_NUMBER), 6, key="number"),
        text_column(say(words.COL_UNIT), 34),
        share_column(say(words.COL_INDEX), key="index", has_bar=True),
        *(share_column(item.item_id, key=f"item_{number}", width=9) for number, item in enumerate(items)),
    ]


def _rows(content: WorkbookContent) -> Iterator[list[Value]]:
    tally, layout = content.tally, content.data
    by_unit = rows_by_code(tally.table, tally.ratings.all_rows())
    for roll_up in (*tally.levels, *tally.parents):
        pooled = roll_up.pooled
        name, scope = roll_up_name(content, pooled.unit), pooled_scope(layout, pooled)
        yield _row(content, name, scope, rows_of(by_unit, pooled.codes), pooled.index.value)
    for unit in tally.units:
        name, scope = unit_name(content.say, unit.unit), own_scope(layout, unit)
        yield _row(content, name, scope, rows_of(by_unit, unit.codes), unit.index.value)


def _row(content: WorkbookContent, name: str, scope: RowScope, rows: Rows, index: float | None) -> list[Value]:
    items = content.data.index.items
    cells = f"[item_0]:[item_{len(items) - 1}]"
    shares = [_share(content, number, scope.conditions, rows) for number in range(len(items))]
    return [scope.key, scope.number, name, mean_of(cells, index) if items else index, *shares]


def _share(content: WorkbookContent, number: int, conditions: tuple[str, ...], rows: Rows) -> Value:
    """Return the satisfied share of one criterion; the index items are the first of the ratings."""
    ratings: Ratings = content.tally.ratings
    item, layout, template = ratings.items[number], content.data, content.tally.table.template
    value = ratings.satisfied_share(rows, [number]).value
    if not countable(layout, [item]):
        return value
    satisfied = "+".join(satisfied_of_item(layout, template, item, each) for each in conditions)
    answered = "+".join(answered_of_item(layout, item, each) for each in conditions)
    return ratio(satisfied, f"({answered})", value)
