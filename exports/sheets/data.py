"""The data sheet: one row per respondent, one column per variable, nothing left out."""

from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports import workbook_styles as styles
from exports.answer_states import AnswerState
from exports.codes import Variable, variables_of
from exports.facts import Report
from exports.sheets.invalid import source_cells
from exports.workbook_cells import Value, clean, defuse
from exports.workbook_tables import (
    Column,
    TablePlace,
    make_browsable,
    make_printable,
    set_widths,
    text_column,
    write_table,
)
from form_templates.model import ItemKind
from omr.results import Answer


def fill_data(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet: headings in the first row, so that other programs read it as it is."""
    variables = [variable for item in report.tally.table.template.items() for variable in variables_of(item)]
    columns = _columns(report, variables)
    write_table(sheet, columns, (), top=1)
    text_positions = [position for position, column in enumerate(columns, start=1) if column.is_text]
    for row, values in enumerate(_rows(report, variables), start=2):
        sheet.append([clean(value) for value in values])
        _mark_texts(sheet, row, text_positions)
    place = TablePlace(1, 2, len(report.tally.table.responses) + 1, 1, len(columns))
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=1)
    make_printable(sheet, report, place)


def _columns(report: Report, variables: list[Variable]) -> list[Column]:
    say = report.say
    return [
        Column(say(words.COL_RESPONSE_NUMBER), 10),
        Column(say(words.COL_BATCH), 9),
        text_column(say(words.COL_SHEET), 12),
        text_column(say(words.COL_SOURCE), 24),
        Column(say(words.COL_PAGE), 11),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 26),
        Column(say(words.COL_VALID), 9),
        *(_variable_column(variable) for variable in variables),
    ]


def _variable_column(variable: Variable) -> Column:
    longest = max(map(len, [variable.name, *(option.value for option in variable.item.options)]))
    width = 24 if variable.item.kind is ItemKind.TEXT else max(6, longest + 3)
    return Column(variable.name, width) if variable.is_numeric else text_column(variable.name, width)


def _rows(report: Report, variables: list[Variable]) -> "list[list[Value]]":
    table = report.tally.table
    states = {item_id: table.states[item_id].tolist() for item_id in table.states}
    answers = {item_id: table.answers[item_id].tolist() for item_id in table.answers}
    coded = [_coded(variable, states[variable.item.item_id], answers[variable.item.item_id]) for variable in variables]
    by_response = zip(*coded, strict=True) if coded else [()] * len(table.responses)
    return [[*_lead(report, position), *codes] for position, codes in enumerate(by_response)]


def _coded(variable: Variable, states: list[int], answers: list[Answer]) -> list[Value]:
    by_number = list(AnswerState)
    return [variable.code(by_number[state], answer) for state, answer in zip(states, answers, strict=True)]


def _lead(report: Report, position: int) -> list[Value]:
    table = report.tally.table
    unit = table.responses[position].unit
    return [
        *source_cells(report, position),
        unit,
        report.unit_names.get(unit, ""),
        int(table.is_valid.iloc[position]),
    ]


def _mark_texts(sheet: Worksheet, row: int, positions: list[int]) -> None:
    """Make the text cells of a row text for good, codes with a leading zero above all."""
    for position in positions:
        cell = sheet.cell(row, position)
        if isinstance(cell.value, str):
            cell.number_format = styles.TEXT
            defuse(cell)
