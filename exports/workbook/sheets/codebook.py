"""The codebook: what every column and every code of the data sheet means."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_codes import MISSING_CODES, Variable, as_number
from exports.tally.answer_states import AnswerState
from exports.wording import data_words
from exports.wording import workbook_words as words
from exports.wording.naming import KIND_WORDS, MISSING_WORDS
from exports.workbook.cells import Value
from exports.workbook.data_layout import reason_key, wording_key
from exports.workbook.printing import leave_out_of_print, make_printable
from exports.workbook.sheets.data import titles_by_key
from exports.workbook.tables import (
    TableColumn,
    make_browsable,
    set_widths,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item, ItemKind


def fill_codebook(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the codebook: a row for every code of every column of the data sheet."""
    columns = _columns(content)
    write_sheet_title(sheet, content, content.say(words.TITLE_CODEBOOK), len(columns))
    rows = [row for variable in content.data.variables for row in _variable_rows(content, variable)]
    rows += _auxiliary_rows(content)
    rows += _missing_rows(content, content.say(data_words.EVERY_REASON), 0)
    place = write_table(sheet, columns, rows)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place)
    make_printable(sheet, content, place)
    leave_out_of_print(sheet)


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
    return [[variable.name, label, kind, *meaning] for meaning in _meanings(content, variable)]


def _meanings(content: WorkbookContent, variable: Variable) -> list[tuple[Value, Value]]:
    say = content.say
    if variable.option:
        return [(1, say(words.CHOSEN, label=say(variable.option.label))), (0, say(words.NOT_CHOSEN))]
    if not variable.item.options:
        return [(None, say(words.AS_WRITTEN))]
    levels = (option for option in variable.item.options if not option.is_not_applicable)
    return [(as_number(each.value) if variable.is_numeric else each.value, say(each.label)) for each in levels]


def _auxiliary_rows(content: WorkbookContent) -> list[list[Value]]:
    say, layout, titles = content.say, content.data, titles_by_key(content)
    rows = [row for item in layout.items for row in _reason_rows(content, item, titles[reason_key(item)])]
    written: tuple[Value, ...] = say(KIND_WORDS[ItemKind.TEXT]), None, say(data_words.WRITTEN_MEANING)
    rows += [[titles[wording_key(item)], say(item.label), *written] for item in layout.worded]
    auxiliary = list(titles.values())[layout.leading : -len(layout.items) - len(layout.worded)]
    others: list[list[Value]] = [
        [title, say(words.AUXILIARY_MEANING), say(words.KIND_AUXILIARY), None, ""] for title in auxiliary
    ]
    return others + rows


def _reason_rows(content: WorkbookContent, item: Item, title: str) -> list[list[Value]]:
    """Return what the column says that tells why answers to an item are missing: its own codes, where it has any."""
    say, variable = content.say, content.data.variables_of(item.item_id)[0]
    head: list[Value] = [title, say(item.label), say(words.MISSING_CODE)]
    rows: list[list[Value]] = [[*head, None, say(data_words.REASON_MEANING)]]
    if item.kind is not ItemKind.MULTIPLE:
        code = variable.missing_code(AnswerState.NOT_APPLICABLE)
        rows += [[*head, code, say(option.label)] for option in item.options if option.is_not_applicable]
    return rows + (_missing_rows(content, title, variable.missing_offset) if variable.missing_offset else [])


def _missing_rows(content: WorkbookContent, name: str, offset: int) -> list[list[Value]]:
    kind = content.say(words.MISSING_CODE)
    return [[name, "", kind, MISSING_CODES[state] + offset, content.say(text)] for state, text in MISSING_WORDS.items()]
