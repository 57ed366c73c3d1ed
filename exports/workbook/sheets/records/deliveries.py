"""What became of pages and answers, and how many forms came back by level: blocks of the quality sheet."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.unit_tally import issued_to
from exports.wording import record_words
from exports.wording import workbook_words as words
from exports.wording.naming import level_name
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.formulas import ratio
from exports.workbook.sheets.units.units import UNIT_NAMES
from exports.workbook.tables import TableColumn, share_column, text_column, write_table
from exports.workbook.valued_formulas import ValuedFormula
from exports.workbook.workbook_content import WorkbookContent
from omr.results import PageOutcome

_NAME_WIDTH = 34

_PAGE_WORDS = {
    PageOutcome.READ: words.PAGES_READ,
    PageOutcome.UNREADABLE: words.PAGES_UNREADABLE,
    PageOutcome.BLANK: words.PAGES_BLANK,
    PageOutcome.DUPLICATE: words.PAGES_DUPLICATE,
    PageOutcome.FOREIGN: words.PAGES_FOREIGN,
    PageOutcome.TAKEN_OUT: words.PAGES_TAKEN_OUT,
}


def write_pages(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    """Write what became of the pages delivered; return the last row used."""
    if content.ledger is None:
        return row - 2
    say, ledger = content.say, content.ledger
    rows: list[tuple[str, Value]] = [(say(text), ledger.get(what, 0)) for what, text in _PAGE_WORDS.items()]
    if covers := ledger.get(PageOutcome.COVER, 0):
        rows.append((say(words.PAGES_COVERS), covers))
    if others := ledger.get(PageOutcome.OTHER_FORM, 0):
        rows.append((say(words.PAGES_OTHER_FORM), others))
    total = sum(ledger.get(outcome, 0) for outcome in PageOutcome)
    rows.append((say(words.PAGES_TOTAL), _sum_above(row, len(rows), total)))
    return _write_block(sheet, row, say(words.BLOCK_PAGES), rows, total=len(rows) - 1)


def write_answers(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    """Write what stands behind the answers; return the last row used."""
    say, answers = content.say, content.tally.answers
    rows: list[tuple[str, Value]] = [
        (say(words.ANSWERS_ACCEPTED), ValuedFormula("SUM(d_accepted)", answers.accepted)),
        (say(words.ANSWERS_VERIFIED), ValuedFormula("SUM(d_verified)", answers.verified)),
        (say(words.ANSWERS_FLAGGED), ValuedFormula("SUM(d_awaiting)", answers.awaiting_review)),
        (say(words.ANSWERS_TYPING), ValuedFormula("SUM(d_typing)", answers.awaiting_typing)),
        (say(words.ANSWERS_PAGE_MISSING), ValuedFormula("SUM(d_page_missing)", answers.page_missing)),
    ]
    rows.append((say(words.ANSWERS_TOTAL), _sum_above(row, len(rows), answers.total)))
    rows.append((say(words.EXPECTED_WRONG), ValuedFormula("SUM(d_expected_wrong)", answers.expected_wrong)))
    last = _write_block(sheet, row, say(words.BLOCK_ANSWERS), rows, total=5)
    sheet.cell(last, 2).number_format = styles.MEAN
    since = count_accepted_since(content)
    return _write_block(sheet, last, None, [(say(record_words.ACCEPTED_SINCE), since)]) if since else last


def count_accepted_since(content: WorkbookContent) -> int:
    """Count the answers that were flagged and accepted for what people decided on others."""
    return sum(answer.acceptance is not None for each in content.tally.table.responses for answer in each.answers)


def _sum_above(title_row: int, rows: int, value: int) -> ValuedFormula:
    letter = get_column_letter(2)
    return ValuedFormula(f"SUM({letter}{title_row + 1}:{letter}{title_row + rows})", value)


def _write_block(
    sheet: Worksheet, top: int, title: str | None, rows: Sequence[tuple[str, Value]], *, total: int = -1
) -> int:
    """Write rows below a title, or without one below the row at ``top``; ``total`` is the row that stands out."""
    if title is not None:
        put(sheet, top, 1, title, styles.BLOCK_TITLE)
    for position, (label, value) in enumerate(rows):
        row = top + 1 + position
        font = styles.STRONG if position == total else styles.BODY
        put(sheet, row, 1, label, font)
        put(sheet, row, 2, value, font).number_format = styles.COUNT
        for column in (1, 2):
            sheet.cell(row, column).border = styles.UNDERLINE
    return top + len(rows)


def write_unit_levels(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    """Write how many forms came back from the units of each level; return the last row used."""
    say = content.say
    put(sheet, row, 1, say(words.BLOCK_UNITS), styles.BLOCK_TITLE)
    columns = [
        text_column(say(words.COL_LEVEL), _NAME_WIDTH, key="level"),
        TableColumn(say(words.RESPONSES), 13, key="responses"),
        TableColumn(say(words.VALID), 13),
    ]
    if content.issued is not None:
        columns[1:1] = [TableColumn(say(words.COL_ISSUED), 13, key="issued")]
        columns += [share_column(say(words.COL_RETURN_RATE), width=13)]
    levels = list(dict.fromkeys(unit.unit.level for unit in content.tally.units))
    names = [level_name(say, level) for level in levels]
    rows = [
        _level_row(content, level, is_alone=names.count(name) == 1) for level, name in zip(levels, names, strict=True)
    ]
    return write_table(sheet, columns, rows, top=row + 1).last_row


def _level_row(content: WorkbookContent, level: str, *, is_alone: bool) -> list[Value]:
    """Return the row of a level, in formulas where no other is called alike ("commune" beside "Xã")."""
    of_level = _of_level if is_alone else _told
    units = [unit for unit in content.tally.units if unit.unit.level == level]
    responses, valid = sum(unit.responses for unit in units), sum(unit.valid for unit in units)
    row: list[Value] = [level_name(content.say, level), of_level("responses", responses), of_level("valid", valid)]
    if content.issued is not None:
        issued = sum(issued_to(content.issued, unit) or 0 for unit in units)
        row[1:1] = [of_level("issued", issued)]
        row.append(ratio("[responses]", "[issued]", responses / issued if issued else None))
    return row


def _of_level(key: str, value: int) -> ValuedFormula:
    """Add a column of the units up over one level.

    SUMIF would take "Commune" for "commune", "01" for "1", and "*" or "<3" for a pattern.
    """
    return ValuedFormula(f"SUMPRODUCT(--EXACT({UNIT_NAMES['level']},[level]),{UNIT_NAMES[key]})", value)


def _told(_: str, value: int) -> int:
    return value
