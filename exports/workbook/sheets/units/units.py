"""The sheet of the units: each for itself, with its standing among those of its level."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.unit_tally import UnitTally
from exports.wording import workbook_words as words
from exports.wording.naming import level_name, unit_name
from exports.wording.smallness_words import grey_text, why_small
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.printing import make_printable
from exports.workbook.sheets.units.unit_columns import (
    factor_columns,
    factors_of_row,
    has_transactions,
    index_cells,
    index_columns,
    recommendation_cells,
    recommendation_columns,
    response_cells,
    response_columns,
)
from exports.workbook.tables import (
    TableColumn,
    define_column,
    make_browsable,
    number_of,
    set_widths,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.unit_formulas import UnitFormulas, own_scope, rank
from exports.workbook.workbook_content import WorkbookContent

UNIT_NAMES = {"level": "unit_levels", "issued": "unit_issued", "responses": "unit_responses", "valid": "unit_valid"}
"""By which name a column of the units is found, by its key."""


def fill_units(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of the single units: level by level as listed, the best first, those without a rank last."""
    levels = list(dict.fromkeys(unit.unit.level for unit in content.tally.units))
    units = sorted(
        content.tally.units, key=lambda unit: (levels.index(unit.unit.level), unit.rank or len(levels) + 10**6)
    )
    columns = _columns(content)
    note = f"{content.say(words.NOTE_UNITS)} {grey_text(content.say)}"
    write_sheet_title(sheet, content, content.say(words.TITLE_UNITS), len(columns), note)
    muted = {position: styles.MUTED for position, unit in enumerate(units) if unit.is_small}
    place = write_table(sheet, columns, [_row(content, unit) for unit in units], fonts=muted)
    for key, name in UNIT_NAMES.items():
        if key in (column.key for column in columns):
            define_column(sheet, name, number_of(columns, key), place)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=4)
    make_printable(sheet, content, place, columns, repeated=4)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    standing = say(words.GROUP_STANDING)
    return [
        TableColumn(say(words.COL_UNIT_NUMBER), 6, key="number"),
        TableColumn(say(words.COL_RANK), 7),
        text_column(say(words.COL_UNIT_CODE), 10),
        text_column(say(words.COL_UNIT), 30),
        text_column(say(words.COL_LEVEL), 10, key="level"),
        text_column(say(words.COL_PARENT), 22),
        *response_columns(content),
        *([_transactions_column(content)] if has_transactions(content) else []),
        *index_columns(content),
        TableColumn(say(words.COL_BEST_RANK), 9, group=standing),
        TableColumn(say(words.COL_WORST_RANK), 9, group=standing),
        TableColumn(say(words.COL_GROUP), 8, group=standing),
        *factor_columns(content, words.GROUP_FACTORS),
        *recommendation_columns(content),
        text_column(say(words.COL_NOTE), 52),
    ]


def _row(content: WorkbookContent, unit: UnitTally) -> list[Value]:
    place, standing = unit.unit, unit.standing
    formulas = UnitFormulas(content.data, content.tally.rule, own_scope(content.data, unit))
    return [
        formulas.scope.number,
        _rank(content, unit),
        place.code,
        unit_name(content.say, place),
        level_name(content.say, place.level),
        content.unit_names.get(place.parent_code, ""),
        *response_cells(content, formulas, unit),
        *([place.transactions] if has_transactions(content) else []),
        *index_cells(content, formulas, unit, factors_of_row(content)),
        *((standing.best, standing.worst, standing.group) if standing else (None, None, None)),
        *(
            formulas.share(content.data.group_of(tally.section).key, share.value)
            for tally, share in zip(content.tally.sections, unit.sections, strict=True)
        ),
        *recommendation_cells(content, formulas, unit),
        why_small(content.say, unit.valid, unit.index) or None,
    ]


def _rank(content: WorkbookContent, unit: UnitTally) -> Value:
    if not unit.unit.name:
        return None  # no unit of the list
    return rank(unit.rank, listed=len(content.unit_names), smallest=FEWEST_FOR_A_RANK)


def _transactions_column(content: WorkbookContent) -> TableColumn:
    return TableColumn(
        content.say(words.COL_TRANSACTIONS), 13, group=content.say(words.GROUP_RESPONSES), key="transactions"
    )
