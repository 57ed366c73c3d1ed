"""The sheet of quality: how good the readings were, what people had to look at, how respondents answered, the paper."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_states import AnswerState
from exports.tally.survey_tally import ItemTally
from exports.wording import record_words
from exports.wording import workbook_words as words
from exports.wording.health_words import health_sentence
from exports.wording.numerals import percent
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.formulas import ItemFormulas, ratio
from exports.workbook.printing import make_printable
from exports.workbook.sheets.records.deliveries import write_answers, write_pages, write_unit_levels
from exports.workbook.tables import (
    TABLE_ROW,
    TableColumn,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.valued_formulas import ValuedFormula
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import ItemKind, Text
from omr.health.medium import Medium
from omr.recheck.result import RecheckResult
from omr.responses import ItemAnswer
from omr.results import AnswerStatus, Flag
from omr.store.change_log import ChangeKind

_WIDTHS = (34, 13, 13, 13, 13, 13, 13, 44)
_NOTE_WIDTH = 130  # letters that fit beside one another
_RATE = "0.000%"


def fill_quality(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of quality: re-check, flags, respondents, operators, paper, one block below the other."""
    write_sheet_title(sheet, content, content.say(record_words.TITLE_QUALITY), len(_WIDTHS))
    set_widths(sheet, _WIDTHS)
    row = TABLE_ROW
    for block in (write_pages, write_answers, write_unit_levels, _recheck, _flags, _respondents, _operators, _health):
        row = block(sheet, content, row) + 2
    make_printable(sheet, content)


def _block(sheet: Worksheet, row: int, title: str, note: str = "") -> int:
    """Write the heading of a block; return the row after it."""
    put(sheet, row, 1, title, styles.BLOCK_TITLE)
    lines = wrap(note, _NOTE_WIDTH)
    for number, line in enumerate(lines, start=1):
        put(sheet, row + number, 1, line, styles.SMALL)
    return row + 1 + len(lines)


def _recheck(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    record = content.records.recheck if content.records else None
    if record is None:
        return row - 2
    say = content.say
    note = say(record_words.NOTE_RECHECK, limit=percent(content.say, record.limit, 2))
    top = _block(sheet, row, say(record_words.BLOCK_RECHECK), note)
    columns = [
        text_column(say(record_words.COL_BATCH), 34),
        TableColumn(say(record_words.COL_ACCEPTED), 13),
        TableColumn(say(record_words.COL_CHECKED), 13, key="checked"),
        TableColumn(say(record_words.COL_ERRORS), 13, key="wrong"),
        TableColumn(say(record_words.COL_RATE), 13, _RATE),
        TableColumn(say(words.COL_LOW), 13, _RATE),
        TableColumn(say(words.COL_HIGH), 13, _RATE),
        text_column(say(record_words.COL_VERDICT), 44),
    ]
    rows = [_recheck_row(content, str(batch), result) for batch, result in record.batches.items()]
    rows.append(_recheck_row(content, say(record_words.ALL_BATCHES), record.whole))
    return write_table(sheet, columns, rows, top=top, fonts={len(rows) - 1: styles.STRONG}).last_row


def _recheck_row(content: WorkbookContent, name: str, result: RecheckResult) -> list[Value]:
    verdict = content.say(record_words.VERDICTS[result.verdict], more=result.more)
    rate = ratio("[wrong]", "[checked]", result.rate)
    interval: tuple[Value, Value] = (result.interval.low, result.interval.high) if result.checked else (None, None)
    return [name, result.accepted, result.checked, result.disagreements, rate, *interval, verdict]


def _flags(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    say = content.say
    top = _block(sheet, row, say(record_words.BLOCK_FLAGS), say(record_words.NOTE_FLAGS))
    columns = [
        text_column(say(record_words.COL_REASON), 34),
        TableColumn(say(record_words.COL_FLAGGED), 13),
        TableColumn(say(record_words.COL_AWAITING), 13, key="awaiting"),
        TableColumn(say(record_words.COL_CONFIRMED), 13, key="confirmed"),
        TableColumn(say(record_words.COL_CHANGED), 13, key="changed"),
        share_column(say(record_words.COL_CHANGED_SHARE), width=13),
    ]
    found = list(_count_flags(content))
    has_accepted = any(counts["accepted"] for _, counts in found)
    if has_accepted:
        columns.append(TableColumn(say(record_words.COL_ACCEPTED_SINCE), 13, key="accepted"))
    rows = [_flag_row(content, name, counts, has_accepted=has_accepted) for name, counts in found]
    return write_table(sheet, columns, rows, top=top).last_row


def _count_flags(content: WorkbookContent) -> Iterator[tuple[Text, Counter[str]]]:
    """Yield what became of the answers, by the reason to look at them; only reasons that came up."""
    found: dict[Flag | None, Counter[str]] = {}
    for response in content.tally.table.responses:
        for answer in response.answers:
            outcome = _outcome(answer)
            if not outcome:
                continue
            for flag in answer.flags or (None,):
                found.setdefault(flag, Counter())[outcome] += 1
    for flag, text in ((None, record_words.NOT_FLAGGED), *record_words.FLAGS.items()):
        if flag in found:
            yield text, found[flag]


def _outcome(answer: ItemAnswer) -> str:
    """Return what became of an answer that was to be looked at; empty for one that the engine accepted."""
    if answer.status is AnswerStatus.ACCEPTED:
        return "accepted" if answer.acceptance else ""
    if answer.status is AnswerStatus.FLAGGED:
        return "awaiting"
    return "confirmed" if answer.answer == answer.reading else "changed"


def _flag_row(content: WorkbookContent, name: Text, counts: Counter[str], *, has_accepted: bool) -> list[Value]:
    decided = counts["confirmed"] + counts["changed"]
    total = "[awaiting]+[confirmed]+[changed]" + ("+[accepted]" if has_accepted else "")
    return [
        content.say(name),
        ValuedFormula(total, counts.total()),
        counts["awaiting"],
        counts["confirmed"],
        counts["changed"],
        ratio("[changed]", "([confirmed]+[changed])", counts["changed"] / decided if decided else None),
        *([counts["accepted"]] if has_accepted else []),
    ]


_STATES: tuple[tuple[Text, AnswerState, Callable[[ItemTally], int]], ...] = (
    (record_words.STATE_ANSWERED, AnswerState.ANSWERED, lambda item: item.answered),
    (words.COL_BLANK, AnswerState.BLANK, lambda item: item.blank),
    (words.COL_DOUBLE, AnswerState.DOUBLE, lambda item: item.double),
    (words.COL_ILLEGIBLE, AnswerState.ILLEGIBLE, lambda item: item.illegible),
    (words.COL_NOT_ASKED, AnswerState.NOT_ASKED, lambda item: item.not_asked),
    (words.COL_NOT_APPLICABLE, AnswerState.NOT_APPLICABLE, lambda item: item.not_applicable),
    (words.COL_PAGE_MISSING, AnswerState.PAGE_MISSING, lambda item: item.page_missing),
    (words.COL_AWAITING, AnswerState.AWAITING_REVIEW, lambda item: item.awaiting_review),
)


def _respondents(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    """Write how many answers to choice and number items are blank, double, illegible and so on."""
    say = content.say
    top = _block(sheet, row, say(record_words.BLOCK_RESPONDENTS), say(record_words.NOTE_RESPONDENTS))
    columns = [
        text_column(say(record_words.COL_STATE), 34),
        TableColumn(say(record_words.COL_FLAGGED), 13, key="count"),
        share_column(say(words.COL_SHARE), has_bar=True, width=13),
    ]
    items = [item for item in content.tally.items if item.item.kind is not ItemKind.TEXT]
    total = sum(item.responses for item in items)
    rows: list[Sequence[Value]] = []
    for name, state, count in _STATES:
        of_state = sum(map(count, items))
        share = ratio("[count]", "SUM([count#])", of_state / total if total else None)
        rows.append((say(name), _count_state(content, items, state, of_state), share))
    return write_table(sheet, columns, rows, top=top).last_row


def _count_state(content: WorkbookContent, items: Sequence[ItemTally], state: AnswerState, value: int) -> Value:
    """Return the sum of the items' formulas; the plain value where one of them has none."""
    of_items = [ItemFormulas(content.data, item) for item in items]
    if state is AnswerState.ANSWERED:
        parts = [each.answered() for each in of_items]
    else:
        parts = [each.state(state, 0) for each in of_items]
    counted = [f"({part.formula})" for part in parts if isinstance(part, ValuedFormula)]
    return ValuedFormula("+".join(counted), value) if len(counted) == len(items) else value


def _operators(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    """Write how many answers everyone decided, and how often otherwise than the engine."""
    changes = [each for each in (content.records.changes if content.records else ()) if each.kind is ChangeKind.ANSWER]
    if not changes:
        return row - 2
    say = content.say
    top = _block(sheet, row, say(record_words.BLOCK_OPERATORS))
    columns = [
        text_column(say(record_words.COL_WHO), 34),
        TableColumn(say(record_words.COL_CONFIRMED), 13, key="confirmed"),
        TableColumn(say(record_words.COL_CHANGED), 13, key="changed"),
        share_column(say(record_words.COL_CHANGED_SHARE), width=13),
        TableColumn(say(record_words.COL_TAKEN_BACK), 13),
    ]
    rows: list[list[Value]] = []
    for operator in sorted({change.operator for change in changes}):
        own = [change for change in changes if change.operator == operator]
        kept = [change for change in own if not change.withdrawn_at]
        changed = sum(change.answer != change.reading for change in kept)
        share = ratio("[changed]", "([confirmed]+[changed])", changed / len(kept) if kept else None)
        rows.append([operator, len(kept) - changed, changed, share, len(own) - len(kept)])
    return write_table(sheet, columns, rows, top=top).last_row


def _health(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    if content.records is None:
        return row
    is_scanned = all(finding.medium is Medium.SCAN for finding in content.records.health)
    title = record_words.BLOCK_HEALTH if is_scanned else record_words.BLOCK_HEALTH_OF_PICTURES
    top = _block(sheet, row, content.say(title))
    sentences = [health_sentence(content.say, finding) for finding in content.records.health]
    for number, sentence in enumerate(sentences or [content.say(record_words.HEALTH_IS_GOOD)]):
        put(sheet, top + number, 1, sentence, styles.BODY)
    return top + len(sentences)
