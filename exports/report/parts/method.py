"""How the figures are made, in the words of the workbook."""

from exports.report.figures import ReportFigures
from exports.report.page_flow import Strip, heading, labelled_text, table
from exports.tally.answer_table import items_asked_of_everyone
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.wording import change_words, comparison_words
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.method_notes import left_out_notes, levels_text, reading_notes, sample_notes, scale_notes
from exports.wording.naming import rule_text


def method_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips that say how the figures are made."""
    say = figures.say
    strips = [labelled_text(label, text) for label, text in _notes(figures)]
    return [*heading(say(common.TITLE_METHOD)), *table(strips)]


def _notes(figures: ReportFigures) -> list[tuple[str, str]]:
    say, tally = figures.say, figures.tally
    asked = len(items_asked_of_everyone(tally.table.template))
    percent = f"{figures.facts.validity.min_answered * 100:g}\u00a0%"
    return [
        (say(common.METHOD_INDEX), rule_text(say, tally.rule)),
        (say(common.METHOD_FACTOR), say(common.METHOD_FACTOR_TEXT)),
        *left_out_notes(say, tally.table.template),
        *scale_notes(say, tally.table.template),
        (say(common.METHOD_DENOMINATOR), say(common.METHOD_DENOMINATOR_TEXT)),
        (say(common.METHOD_VALIDITY), say(words.METHOD_VALIDITY_TEXT, percent=percent, count=asked)),
        (say(common.METHOD_FLAGGED), say(words.METHOD_FLAGGED_TEXT)),
        (say(common.METHOD_INTERVAL), say(common.METHOD_INTERVAL_TEXT)),
        *sample_notes(say, figures.subject.index),
        (say(common.METHOD_UNITS), say(words.METHOD_UNITS_TEXT, limit=FEWEST_FOR_A_RANK)),
        (say(common.METHOD_LEVELS), levels_text(say, tally.weighting)),
        *([(say(comparison_words.METHOD_COMPARISON), say(change_words.METHOD))] if figures.changes else []),
        (say(common.METHOD_ACCURACY), say(common.METHOD_ACCURACY_TEXT)),
        *reading_notes(say, figures.reading_error, figures.order_checks),
    ]
