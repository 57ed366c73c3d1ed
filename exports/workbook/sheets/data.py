"""The data sheet: one row per respondent, one column per variable, nothing left out; a table that people can pivot.

What only formulas look at is folded away behind the answers, one click from sight.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_codes import Variable, written_number
from exports.tally.answer_states import AnswerState
from exports.tally.statistics.intervals import CONFIDENCE, quantile
from exports.tally.status_counts import count_statuses
from exports.wording import data_words
from exports.wording import workbook_words as words
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.data_layout import FIRST_ROW, DataLayout, above_key
from exports.workbook.formulas import Z_NAME, answered_in_row, satisfied_in_row
from exports.workbook.long_table import CellLook, LongColumn, LongTable
from exports.workbook.parts.table_objects import DATA_TABLE, make_table, unique_titles
from exports.workbook.printing import leave_out_of_print, make_printable
from exports.workbook.sheets.records.invalid import source_cells
from exports.workbook.sheets.records.paper_links import paper_link
from exports.workbook.tables import (
    TableColumn,
    TablePlace,
    make_browsable,
    set_widths,
    text_column,
    write_table,
)
from exports.workbook.valued_formulas import LONGEST_FORMULA
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item, ItemKind
from omr.results import Answer

_TEXT = CellLook(format=styles.TEXT)


def fill_data(sheet: Worksheet, content: WorkbookContent) -> LongTable:
    """Set the sheet up, headings in the first row, so that other programs read it as it is; return its rows."""
    columns = _columns(content)
    formulas = _formulas(content)
    write_table(sheet, columns, (), top=1)
    count = content.data.rows
    place = TablePlace(1, FIRST_ROW, count + 1, 1, len(columns))
    set_widths(sheet, [column.width for column in columns])
    _fold_auxiliary(sheet, content)
    make_browsable(sheet, place, frozen_columns=1, has_filter=not count)
    make_table(sheet, DATA_TABLE, [column.title for column in columns], count)
    make_printable(sheet, content, place)
    leave_out_of_print(sheet)
    _name_columns(sheet, content)
    long_columns = [
        LongColumn(_TEXT if column.is_text else CellLook(column.format), formulas.get(key, ""))
        for key, column in zip(content.data.keys, columns, strict=True)
    ]
    return LongTable(sheet, FIRST_ROW, long_columns, _rows(content), count)


def _fold_auxiliary(sheet: Worksheet, content: WorkbookContent) -> None:
    for first, last in content.data.folded:
        sheet.column_dimensions.group(first, last, outline_level=1, hidden=True)


def titles_by_key(content: WorkbookContent) -> dict[str, str]:
    """Return the headings of all columns, in order."""
    return dict(zip(content.data.keys, (column.title for column in _columns(content)), strict=True))


def _columns(content: WorkbookContent) -> list[TableColumn]:
    columns = _wanted_columns(content)
    titles = unique_titles([column.title for column in columns])
    return [replace(column, title=title) for column, title in zip(columns, titles, strict=True)]


def _wanted_columns(content: WorkbookContent) -> list[TableColumn]:
    say, layout = content.say, content.data
    above = [say(words.COL_ABOVE, level=level + 1) for level in range(layout.levels_above)]
    groups = [say(group.section.title) if group.section else say(words.COL_INDEX) for group in layout.groups]
    counted = [
        say(text, part=group) for group in groups for text in (words.COL_PART_ANSWERED, words.COL_PART_SATISFIED)
    ]
    papers = [say(words.COL_PAPER, page=page) for page in range(1, layout.form_pages + 1)]
    return [
        TableColumn(say(words.COL_RESPONSE_NUMBER), 10, styles.GENERAL),
        TableColumn(say(words.COL_BATCH), 9, styles.GENERAL),
        text_column(say(words.COL_SHEET), 12),
        text_column(say(words.COL_SOURCE), 24),
        TableColumn(say(words.COL_PAGE), 11, styles.GENERAL),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 26),
        TableColumn(say(words.COL_VALID), 9, styles.GENERAL),
        *(_variable_column(variable) for variable in layout.variables),
        TableColumn(say(words.COL_UNIT_NUMBER_DATA), 10, styles.GENERAL),
        *([TableColumn(say(words.COL_UNIT_LEVEL_DATA), 10, styles.GENERAL)] if layout.level_numbers else []),
        *(TableColumn(title, 10, styles.GENERAL) for title in above),
        *(TableColumn(title, 22, styles.GENERAL) for title in counted),
        TableColumn(say(words.ANSWERS_ACCEPTED), 13, styles.GENERAL),
        TableColumn(say(words.ANSWERS_VERIFIED), 13, styles.GENERAL),
        TableColumn(say(words.ANSWERS_FLAGGED), 11, styles.GENERAL),
        TableColumn(say(words.ANSWERS_TYPING), 13, styles.GENERAL),
        TableColumn(say(words.ANSWERS_PAGE_MISSING), 13, styles.GENERAL),
        TableColumn(say(words.EXPECTED_WRONG), 15, styles.SMALL_NUMBER),
        *(text_column(title, 26) for title in papers),
        *(TableColumn(say(data_words.COL_REASON, item=i.item_id), 10, styles.GENERAL) for i in layout.items),
        *(text_column(say(data_words.COL_WRITTEN, item=item.item_id), 24) for item in layout.worded),
    ]


def _variable_column(variable: Variable) -> TableColumn:
    longest = max(map(len, [variable.name, *(option.value for option in variable.item.options)]))
    width = 24 if variable.item.kind is ItemKind.TEXT else max(6, longest + 3)
    if variable.is_numeric:
        return TableColumn(variable.name, width, styles.GENERAL)
    return text_column(variable.name, width)


def _formulas(content: WorkbookContent) -> dict[str, str]:
    """Return the formulas of those columns that have one, as they stand in the first row, by key."""
    layout, template = content.data, content.tally.table.template
    formulas: dict[str, str] = {}
    for group in layout.groups:
        formulas[f"answered.{group.key}"] = answered_in_row(layout, group)
        formulas[f"satisfied.{group.key}"] = satisfied_in_row(layout, template, group)
    return {key: formula for key, formula in formulas.items() if len(formula) <= LONGEST_FORMULA}


def _rows(content: WorkbookContent) -> Iterator[list[Value]]:
    layout = content.data
    columns: list[Any] = [_coded(content, variable.item, variable.value) for variable in layout.variables]
    columns += _unit_columns(content)
    columns += _counted_columns(content)
    counts = count_statuses(content.tally.table)
    columns += [getattr(counts, name).tolist() for name in counts.__slots__]
    behind: list[Any] = [_coded(content, item, _reason_of(layout, item)) for item in layout.items]
    behind += [_coded(content, item, _written) for item in layout.worded]
    pairs = zip(zip(*columns, strict=True), zip(*behind, strict=True), strict=True)
    for position, (values, reasons) in enumerate(pairs):
        yield [*_lead(content, position), *values, *_papers(content, position), *reasons]


def _coded(content: WorkbookContent, item: Item, code: Callable[[AnswerState, Answer], Value]) -> list[Value]:
    table, by_number = content.tally.table, list(AnswerState)
    states: list[int] = table.states[item.item_id].tolist()
    answers: list[Answer] = table.answers[item.item_id].tolist()
    given = list(zip(states, answers, strict=True))
    codes = {each: code(by_number[each[0]], each[1]) for each in set(given)}  # few differ
    return [codes[each] for each in given]


def _reason_of(layout: DataLayout, item: Item) -> Callable[[AnswerState, Answer], Value]:
    first = layout.variables_of(item.item_id)[0]
    return lambda state, _: first.reason(state)


def _written(state: AnswerState, answer: Answer) -> Value:
    text = written_number(" ".join(answer)) if state is AnswerState.ANSWERED else None
    return text if isinstance(text, str) else None


def _unit_columns(content: WorkbookContent) -> list[list[int | None]]:
    """Return the numbers of every response's unit, of its level, and of the unit at each level above or at its own."""
    layout = content.data
    units = [response.unit for response in content.tally.table.responses]
    ways = [layout.above[unit] for unit in units]
    levels = range(layout.levels_above)
    assert all(above_key(level) in layout.letters for level in levels), "laid out likewise"
    of_level = [[layout.unit_levels.get(unit) for unit in units]] if layout.level_numbers else []
    return [
        [layout.unit_numbers[unit] for unit in units],
        *of_level,
        *([way[level] if level < len(way) else None for way in ways] for level in levels),
    ]


def _counted_columns(content: WorkbookContent) -> Iterator[list[int]]:
    """Yield for each group how many answers of every response count, and how many of them are satisfied."""
    ratings = content.tally.ratings
    for group in content.data.groups:
        columns = [ratings.items.index(item) for item in group.items]
        for has_property in (ratings.is_answered, ratings.is_satisfied):
            yield np.count_nonzero(has_property[:, columns], axis=1).tolist()


def _lead(content: WorkbookContent, position: int) -> list[Value]:
    table = content.tally.table
    unit = table.responses[position].unit
    return [
        *source_cells(content, position),
        unit,
        content.unit_names.get(unit, ""),
        int(table.is_valid.iloc[position]),
    ]


def _papers(content: WorkbookContent, position: int) -> list[Value]:
    """Return for each page of the form a link to its scan."""
    by_number = {page.identity.page: page for page in content.tally.table.responses[position].pages if page.identity}
    return [paper_link(content, by_number.get(number)) for number in range(1, content.data.form_pages + 1)]


def _name_columns(sheet: Worksheet, content: WorkbookContent) -> None:
    book = sheet.parent
    assert book is not None, "the sheet stands in a workbook"
    for key, name in content.data.names.items():
        book.defined_names[name] = DefinedName(name, attr_text=content.data.area(key))
    book.defined_names[Z_NAME] = DefinedName(Z_NAME, attr_text=repr(quantile(CONFIDENCE)))
