"""The sheet of stacks: which pages count for which unit, and what says so, so that a unit's count can be followed."""

from collections import Counter

from openpyxl.worksheet.worksheet import Worksheet

from exports.wording import record_words
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from exports.workbook.cells import Value
from exports.workbook.long_table import LongTable
from exports.workbook.sheets.records.long_sheet import fill_long_sheet
from exports.workbook.tables import TableColumn, text_column
from exports.workbook.workbook_content import WorkbookContent
from omr.responses import DeliveredPage
from omr.units.unit_runs import UnitRun


def needs_stacks(content: WorkbookContent) -> bool:
    """Whether there are units, and pages to count for them."""
    return content.records is not None and bool(content.unit_names) and bool(content.records.unit_runs)


def fill_stacks(sheet: Worksheet, content: WorkbookContent) -> LongTable:
    """Set up the sheet of stacks; return its rows, one for pages in a row that count for a unit for the same reason."""
    titles = content.say(record_words.TITLE_STACKS), content.say(record_words.NOTE_STACKS)
    runs = content.records.unit_runs if content.records else ()
    forms, counted = _forms_by_page(content)
    rows = [_row(content, run, forms, counted) for run in runs]
    return fill_long_sheet(sheet, content, titles, _columns(content), rows)


def _forms_by_page(content: WorkbookContent) -> tuple[Counter[int], Counter[int]]:
    """Return how many respondents there are, and how many of them are valid, by the page that tells their unit.

    That is the first which counts for the respondent's unit, else the first of all.
    """
    table = content.tally.table
    forms: Counter[int] = Counter()
    counted: Counter[int] = Counter()
    for response, is_valid in zip(table.responses, table.is_valid, strict=True):
        pages = [page for page in response.pages if page.page_id is not None]
        telling = next((page for page in pages if page.unit == response.unit), pages[0] if pages else None)
        if telling is not None and telling.page_id is not None:
            forms[telling.page_id] += 1
            counted[telling.page_id] += bool(is_valid)
    return forms, counted


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        TableColumn(say(words.COL_BATCH), 9),
        text_column(say(record_words.COL_FROM), 30),
        text_column(say(record_words.COL_TO), 30),
        TableColumn(say(record_words.COL_PAGES), 9),
        TableColumn(say(record_words.COL_FORMS), 9),
        TableColumn(say(record_words.COL_VALID), 9),
        text_column(say(words.COL_UNIT_CODE), 11),
        text_column(say(words.COL_UNIT), 28),
        text_column(say(record_words.COL_SAYS_SO), 34),
    ]


def _row(content: WorkbookContent, run: UnitRun, forms: Counter[int], counted: Counter[int]) -> list[Value]:
    ids = [page.page_id for page in run.pages if page.page_id is not None]
    return [
        run.batch,
        _place(content, run.pages[0]),
        _place(content, run.pages[-1]),
        len(run.pages),
        sum(forms[page_id] for page_id in ids),
        sum(counted[page_id] for page_id in ids),
        run.unit,
        content.say(words.UNLISTED_UNIT) if run.is_unlisted else content.unit_names.get(run.unit, ""),
        why_counted(content.say, run),
    ]


def _place(content: WorkbookContent, page: DeliveredPage) -> str:
    return content.say(words.PAPER_PLACE, source=page.source, page=page.place_in_file)


def why_counted(say: Speaker, run: UnitRun) -> str:
    """Say what says which unit a run counts for, or why it counts for none."""
    if run.doubt is not None:
        return say(record_words.UNIT_DOUBTS[run.doubt])
    if run.source is None:
        return say(record_words.NO_UNIT)
    why = say(record_words.UNIT_SOURCES[run.source], operator=run.said_by, folder=run.folder)
    is_other = run.unlisted and not run.is_unlisted  # the same but for leading zeros
    return say(record_words.LISTED_AS, why=why, code=run.unlisted) if is_other else why
