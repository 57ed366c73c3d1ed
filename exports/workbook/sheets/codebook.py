"""The codebook: what every column and every code of the data sheet means."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_codes import MISSING_CODES, Variable, as_number
from exports.tally.answer_states import AnswerState
from exports.wording import workbook_words as words
from exports.wording.naming import KIND_WORDS, MISSING_WORDS
from exports.workbook.cells import Value
from exports.workbook.sheets.data import auxiliary_titles
from exports.workbook.tables import (
    TableColumn,
    make_browsable,
    make_printable,
    set_widths,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Option


def fill_codebook(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the codebook: a row for every code of every column of the data sheet."""
    columns = _columns(content)
    write_sheet_title(sheet, content, content.say(words.TITLE_CODEBOOK), len(columns))
    rows = [row for variable in content.data.variables for row in _variable_rows(content, variable)]
    rows += _missing_rows(content, content.say(words.OTHER_VARIABLES), 0)
    rows += _auxiliary_rows(content)
    place = write_table(sheet, columns, rows)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place)
    make_printable(sheet, content, place)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        text_column(say(words.COL_VARIABLE), 30),
        text_column(say(words.COL_LABEL), 60),
        text_column(say(words.COL_KIND), 14),
        TableColumn(say(words.COL_VALUE), 10, "General"),
        text_column(say(words.COL_MEANING), 50),
    ]


def _variable_rows(content: WorkbookContent, variable: Variable) -> list[list[Value]]:
    label = content.say(variable.item.label)
    kind = content.say(KIND_WORDS[variable.item.kind])
    rows: list[list[Value]] = [[variable.name, label, kind, *meaning] for meaning in _meanings(content, variable)]
    if variable.missing_offset:
        rows += _missing_rows(content, variable.name, variable.missing_offset)
    return rows


def _meanings(content: WorkbookContent, variable: Variable) -> list[tuple[Value, Value]]:
    say = content.say
    if variable.option:
        return [(1, say(words.CHOSEN, label=say(variable.option.label))), (0, say(words.NOT_CHOSEN))]
    if not variable.item.options:
        return [(None, say(words.AS_WRITTEN))]
    return [(_option_code(variable, option), say(option.label)) for option in variable.item.options]


def _option_code(variable: Variable, option: Option) -> Value:
    if option.is_not_applicable:
        return variable.missing_code(AnswerState.NOT_APPLICABLE)
    return as_number(option.value) if variable.is_numeric else option.value


def _auxiliary_rows(content: WorkbookContent) -> list[list[Value]]:
    kind, meaning = content.say(words.KIND_AUXILIARY), content.say(words.AUXILIARY_MEANING)
    return [[title, meaning, kind, None, ""] for title in auxiliary_titles(content)]


def _missing_rows(content: WorkbookContent, name: str, offset: int) -> list[list[Value]]:
    kind = content.say(words.MISSING_CODE)
    return [[name, "", kind, MISSING_CODES[state] + offset, content.say(text)] for state, text in MISSING_WORDS.items()]
