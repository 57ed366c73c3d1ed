"""The change log: every decision of a person, with what the engine had read."""

from collections.abc import Mapping
from datetime import datetime

from openpyxl.worksheet.worksheet import Worksheet

from exports.wording import record_words
from exports.wording import workbook_words as words
from exports.wording.naming import item_name
from exports.wording.numerals import percent
from exports.workbook.cells import Value
from exports.workbook.long_table import LongTable
from exports.workbook.printing import leave_out_of_print
from exports.workbook.sheets.records.long_sheet import fill_long_sheet
from exports.workbook.sheets.records.paper_links import link
from exports.workbook.styles import WHEN
from exports.workbook.tables import TableColumn, text_column
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item
from omr.responses import DeliveredPage, Response
from omr.results import Answer
from omr.store.change_log import Change, ChangeKind


def fill_changes(sheet: Worksheet, content: WorkbookContent) -> LongTable:
    """Set up the sheet of the change log; return its rows, a decision each."""
    titles = content.say(record_words.TITLE_CHANGES), content.say(record_words.NOTE_CHANGES)
    changes = content.records.changes if content.records else ()
    found = _by_page(content)
    rows = [_row(content, change, found) for change in changes]
    table = fill_long_sheet(sheet, content, titles, _columns(content), rows)
    leave_out_of_print(sheet)
    return table


_Found = Mapping[int, tuple[Response, DeliveredPage]]


def _by_page(content: WorkbookContent) -> _Found:
    """Return the respondent of every page that belongs to one, by page id."""
    return {
        page.page_id: (response, page)
        for response in content.tally.table.responses
        for page in response.pages
        if page.page_id is not None
    }


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        TableColumn(say(record_words.COL_WHEN), 17, WHEN),
        text_column(say(record_words.COL_WHO), 18),
        text_column(say(record_words.COL_WHAT), 16),
        TableColumn(say(words.COL_RESPONSE_NUMBER), 9),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_SOURCE), 22),
        TableColumn(say(words.COL_PAGE), 10),
        text_column(say(words.COL_ITEM), 9),
        text_column(say(words.COL_QUESTION), 38),
        text_column(say(record_words.COL_READING), 22),
        text_column(say(record_words.COL_DECIDED), 26),
        text_column(say(record_words.COL_DIFFERS), 10),
        text_column(say(record_words.COL_WHY), 22),
        text_column(say(record_words.COL_NOTE), 28),
        TableColumn(say(record_words.COL_WITHDRAWN), 17, WHEN),
        text_column(say(record_words.COL_CROP), 9),
    ]


def _row(content: WorkbookContent, change: Change, found: _Found) -> list[Value]:
    say = content.say
    response, page = found.get(change.page_id or 0, (None, None))
    source, number = (page.source, page.page_in_file) if page else change.place or ("", None)
    item = content.tally.table.template.item(change.item_id) if change.item_id else None
    flags = [say(text) for flag, text in record_words.FLAGS.items() if flag in change.flags]
    reading = _answer_text(content, item, change.reading) if item and change.reading is not None else change.before
    crops = content.records.crops if content.records else {}
    crop = crops.get((change.page_id, change.item_id), "") if change.page_id and change.item_id else ""
    return [
        _moment(change.decided_at),
        change.operator,
        say(record_words.CHANGES[change.kind]),
        response.number if response else None,
        response.unit if response else "",
        source,
        number,
        change.item_id or "",
        item_name(content.say, item) if item else "",
        reading,
        _decided(content, change, found),
        _differs(content, change),
        ", ".join(flags),
        _note(content, change),
        _moment(change.withdrawn_at) if change.withdrawn_at else None,
        link(crop, say(record_words.SEE_CROP)) if crop else "",
    ]


def _decided(content: WorkbookContent, change: Change, found: _Found) -> str:
    match change.kind:
        case ChangeKind.ANSWER | ChangeKind.ACCEPTED if change.item_id:
            return _answer_text(content, content.tally.table.template.item(change.item_id), change.answer)
        case ChangeKind.PIN | ChangeKind.TYPED:
            return content.say(record_words.PAGE_OF_FORM, page=change.value)
        case ChangeKind.BATCH_OUT:
            return content.say(record_words.BATCH_NUMBER, number=change.value)
        case ChangeKind.RESPONDENT if change.value == str(change.page_id):
            return content.say(record_words.OWN_RESPONDENT)
        case ChangeKind.RESPONDENT:
            return _place(content, change, found)
        case ChangeKind.SHEET if change.value == str(change.page_id):
            return content.say(record_words.OWN_SHEET)
        case ChangeKind.SHEET:
            return content.say(record_words.COUNTED_SCAN, place=_place(content, change, found))
        case _:
            return change.value


def _place(content: WorkbookContent, change: Change, found: _Found) -> str:
    """Return where the page is that a decision names; empty if it belongs to no respondent."""
    _, other = found.get(int(change.value), (None, None))
    return content.say(words.PAPER_PLACE, source=other.source, page=other.place_in_file) if other else ""


def _note(content: WorkbookContent, change: Change) -> str:
    when = f"{_moment(change.replaced_at):%d.%m.%Y %H:%M}" if change.replaced_at else ""
    replaced = content.say(record_words.REPLACED, when=when) if when else ""
    return "; ".join(filter(None, (change.note, _basis(content, change), replaced)))


def _basis(content: WorkbookContent, change: Change) -> str:
    """Return what the acceptance of a flagged reading rests on; empty for anything else."""
    accepted, say = change.acceptance, content.say
    if accepted is None:
        return ""
    stated, p_wrong = (percent(say, p, 2) for p in (change.p_stated, accepted.p_wrong))
    return say(
        record_words.ACCEPTED_ON,
        stated=stated,
        p_wrong=p_wrong,
        decisions=accepted.decisions,
        changed=accepted.changed,
    )


def _differs(content: WorkbookContent, change: Change) -> str:
    if change.kind is not ChangeKind.ANSWER:
        return ""
    return content.say(record_words.NO if change.answer == change.reading else record_words.YES)


def _answer_text(content: WorkbookContent, item: Item, answer: Answer | None) -> str:
    """Return an answer in words; None is one that a person could not read."""
    if answer is None:
        return content.say(record_words.ANSWER_UNREADABLE)
    if not any(map(str.strip, answer)):
        return content.say(record_words.ANSWER_BLANK)
    labels = {option.value: content.say(option.label) for option in item.options}
    return "; ".join(f"{value} · {labels[value]}" if labels.get(value) else value for value in answer)


def _moment(text: str) -> datetime:
    """Return the time on the operator's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=None)
