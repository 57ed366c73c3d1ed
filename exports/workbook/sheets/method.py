"""The sheet that says how every figure is made, in words a critic can check."""

from openpyxl.worksheet.worksheet import Worksheet

from exports.gathered.survey_records import RecheckRecord
from exports.tally.answer_codes import MISSING_CODES
from exports.tally.answer_table import items_asked_of_everyone
from exports.tally.patterns import LEAST_RATINGS
from exports.tally.reading.order_checks import find_order_checks
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.wording import comparison_words, priority_words, record_words
from exports.wording import workbook_words as words
from exports.wording.method_notes import left_out_notes, levels_text, reading_notes, sample_notes, scale_notes
from exports.wording.naming import MISSING_WORDS, overall_name, rule_text
from exports.wording.numerals import percent
from exports.workbook import styles
from exports.workbook.cells import put
from exports.workbook.printing import leave_out_of_print, make_printable
from exports.workbook.sheets.demographics import outcome_text
from exports.workbook.sheets.drivers import needs_drivers
from exports.workbook.sheets.records.deliveries import count_accepted_since
from exports.workbook.tables import lines_needed, set_widths, write_sheet_title
from exports.workbook.workbook_content import WorkbookContent
from omr.program_version import program_version
from omr.store.schema import SCHEMA_VERSION

_FIRST_ROW = 5
_TEXT_WIDTH = 110


def fill_method(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet that says how the figures are made: a row for each rule."""
    sheet.sheet_view.showGridLines = False
    write_sheet_title(sheet, content, content.say(words.TITLE_METHOD), 2)
    for row, (title, text) in enumerate(_notes(content), start=_FIRST_ROW):
        put(sheet, row, 1, title, styles.STRONG).alignment = styles.WRAPPED_TOP
        put(sheet, row, 2, text, styles.BODY).alignment = styles.WRAPPED_TOP
        sheet.row_dimensions[row].height = 15 * lines_needed(text, _TEXT_WIDTH * 1.1) + 6
        for column in (1, 2):
            sheet.cell(row, column).border = styles.UNDERLINE
    set_widths(sheet, (26, _TEXT_WIDTH))
    make_printable(sheet, content)
    leave_out_of_print(sheet)


def _notes(content: WorkbookContent) -> list[tuple[str, str]]:
    say = content.say
    return [
        (say(words.METHOD_INDEX), rule_text(content.say, content.tally.rule)),
        (say(words.METHOD_FACTOR), say(words.METHOD_FACTOR_TEXT)),
        *left_out_notes(content.say, content.tally.table.template),
        *scale_notes(content.say, content.tally.table.template),
        (say(words.METHOD_DENOMINATOR), say(words.METHOD_DENOMINATOR_TEXT)),
        (say(words.METHOD_VALIDITY), _validity_text(content)),
        (say(words.METHOD_FLAGGED), say(words.METHOD_FLAGGED_TEXT)),
        (say(words.METHOD_PAGE_MISSING), say(words.METHOD_PAGE_MISSING_TEXT)),
        (say(words.METHOD_SKIP), say(words.METHOD_SKIP_TEXT)),
        (say(words.METHOD_INTERVAL), say(words.METHOD_INTERVAL_TEXT)),
        *sample_notes(say, content.tally.index),
        (say(words.METHOD_UNITS), say(words.METHOD_UNITS_TEXT, limit=FEWEST_FOR_A_RANK)),
        (say(words.METHOD_LEVELS), levels_text(content.say, content.tally.weighting)),
        *_comparison_notes(content),
        (say(words.METHOD_NPS), say(words.METHOD_NPS_TEXT)),
        (say(words.METHOD_RESCALED), say(words.METHOD_RESCALED_TEXT)),
        (say(words.METHOD_DEMOGRAPHICS), say(words.METHOD_DEMOGRAPHICS_TEXT, outcome=outcome_text(content))),
        (say(words.METHOD_RELIABILITY), say(words.METHOD_RELIABILITY_TEXT)),
        *_driver_notes(content),
        (say(words.METHOD_PATTERNS), say(words.METHOD_PATTERNS_TEXT, least=LEAST_RATINGS)),
        (say(words.METHOD_CODES), say(words.METHOD_CODES_TEXT, codes=_codes(content))),
        (say(words.METHOD_ACCURACY), say(words.METHOD_ACCURACY_TEXT)),
        *_accepted_since_notes(content),
        *reading_notes(say, content.reading_error, find_order_checks(content.tally, content.checks)),
        *_record_notes(content),
        (say(record_words.METHOD_FORMULAS), say(record_words.METHOD_FORMULAS_TEXT)),
        (say(record_words.METHOD_VERSIONS), _versions(content)),
    ]


def _accepted_since_notes(content: WorkbookContent) -> list[tuple[str, str]]:
    since, say = count_accepted_since(content), content.say
    if not since:
        return []
    return [(say(record_words.METHOD_ACCEPTED_SINCE), say(record_words.METHOD_ACCEPTED_SINCE_TEXT, count=since))]


def _driver_notes(content: WorkbookContent) -> list[tuple[str, str]]:
    say = content.say
    if not needs_drivers(content):
        return []
    overall = overall_name(say, content.drivers)
    text = say(priority_words.METHOD_DRIVERS_TEXT, overall=overall, limit=FEWEST_FOR_A_RANK)
    return [(say(priority_words.METHOD_DRIVERS), text)]


def _comparison_notes(content: WorkbookContent) -> list[tuple[str, str]]:
    if content.comparison is None:
        return []
    notes = (
        (comparison_words.METHOD_COMPARISON, comparison_words.METHOD_COMPARISON_TEXT),
        (comparison_words.METHOD_SAME_QUESTION, comparison_words.METHOD_SAME_QUESTION_TEXT),
        (comparison_words.METHOD_SAME_UNIT, comparison_words.METHOD_SAME_UNIT_TEXT),
    )
    return [(content.say(title), content.say(text)) for title, text in notes]


def _record_notes(content: WorkbookContent) -> list[tuple[str, str]]:
    """Return what can be said only of a survey whose paper and checks are known."""
    if content.records is None:
        return []
    say = content.say
    notes = [(say(record_words.METHOD_TRACE), say(record_words.METHOD_TRACE_TEXT))]
    if record := content.records.recheck:
        notes.insert(0, (say(record_words.METHOD_RECHECK), _recheck_text(content, record)))
    return notes


def _recheck_text(content: WorkbookContent, record: RecheckRecord) -> str:
    whole = record.whole
    if not whole.checked:
        return content.say(record_words.METHOD_RECHECK_NONE)
    return content.say(
        record_words.METHOD_RECHECK_TEXT,
        checked=whole.checked,
        accepted=whole.accepted,
        wrong=whole.disagreements,
        low=percent(content.say, whole.interval.low, 3),
        high=percent(content.say, whole.interval.high, 3),
        limit=percent(content.say, record.limit, 2),
        verdict=content.say(record_words.VERDICTS[whole.verdict], more=whole.more),
    )


def _versions(content: WorkbookContent) -> str:
    template = content.tally.table.template
    return content.say(
        record_words.METHOD_VERSIONS_TEXT,
        program=program_version(),
        template=template.template_id,
        version=template.version,
        schema=SCHEMA_VERSION,
    )


def _validity_text(content: WorkbookContent) -> str:
    asked = len(items_asked_of_everyone(content.tally.table.template))
    least = f"{content.facts.validity.min_answered * 100:g} %"
    return content.say(words.METHOD_VALIDITY_TEXT, percent=least, count=asked)


def _codes(content: WorkbookContent) -> str:
    return "; ".join(f"{MISSING_CODES[state]} = {content.say(text)}" for state, text in MISSING_WORDS.items())
