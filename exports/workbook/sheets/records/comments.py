"""The sheet of comments: what respondents wrote, typed in, with whose it is; after that the notes of operators."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_states import AnswerState
from exports.wording import record_words
from exports.wording import workbook_words as words
from exports.wording.naming import item_name
from exports.workbook.cells import Value
from exports.workbook.long_table import LongTable
from exports.workbook.sheets.records.long_sheet import fill_long_sheet
from exports.workbook.sheets.records.paper_links import paper_link
from exports.workbook.tables import TableColumn, text_column
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item, ItemKind, Text
from omr.responses import ItemAnswer, Response


def fill_comments(sheet: Worksheet, content: WorkbookContent) -> LongTable:
    """Set up the sheet of comments; return its rows, those of respondents before those of operators."""
    titles = content.say(record_words.TITLE_COMMENTS), content.say(record_words.NOTE_COMMENTS)
    return fill_long_sheet(sheet, content, titles, _columns(content), [*_comments(content), *_notes(content)])


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        text_column(say(record_words.COL_COMMENT_KIND), 10),
        TableColumn(say(words.COL_RESPONSE_NUMBER), 10),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 24),
        text_column(say(words.COL_QUESTION), 30),
        text_column(say(record_words.COL_COMMENT), 70),
        text_column(say(record_words.COL_TYPED_BY), 16),
        text_column(say(record_words.COL_PAPER), 26),
    ]


def _comments(content: WorkbookContent) -> Iterator[list[Value]]:
    table = content.tally.table
    written = [item for item in table.template.items() if item.kind is ItemKind.TEXT]
    order = [item.item_id for item in table.template.items()]
    for item in written:
        column = order.index(item.item_id)
        states = table.states[item.item_id].tolist()
        for response, state in zip(table.responses, states, strict=True):
            if state == AnswerState.ANSWERED:
                answer = response.answers[column]
                text = " ".join(answer.answer or ())
                yield _row(content, record_words.KIND_COMMENT, response, item, answer, text)


def _notes(content: WorkbookContent) -> Iterator[list[Value]]:
    items = list(content.tally.table.template.items())
    for response in content.tally.table.responses:
        for item, answer in zip(items, response.answers, strict=True):
            if answer.verification and answer.verification.note:
                yield _row(content, record_words.KIND_NOTE, response, item, answer, answer.verification.note)


def _row(
    content: WorkbookContent, kind: Text, response: Response, item: Item, answer: ItemAnswer, text: str
) -> list[Value]:
    return [
        content.say(kind),
        response.number,
        response.unit,
        content.unit_names.get(response.unit, ""),
        item_name(content.say, item),
        text,
        answer.verification.operator if answer.verification else "",
        paper_link(content, answer.page),
    ]
