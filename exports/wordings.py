"""Wordings and small facts that several outputs share."""

from collections.abc import Mapping

from exports.facts import Report
from exports.tally.answer_states import AnswerState
from exports.tally.satisfaction import Share
from exports.tally.unit_tally import UnitTally
from exports.wording import workbook_words as words
from form_templates.model import Item, ItemKind, Text
from omr.survey.counting_rules import IndexRule
from omr.units.unit_list import Unit

KIND_WORDS = {
    ItemKind.SINGLE: words.KIND_SINGLE,
    ItemKind.MULTIPLE: words.KIND_MULTIPLE,
    ItemKind.TEXT: words.KIND_TEXT,
    ItemKind.NUMBER: words.KIND_NUMBER,
}

MISSING_WORDS = {
    AnswerState.BLANK: words.MISSING_BLANK,
    AnswerState.DOUBLE: words.MISSING_DOUBLE,
    AnswerState.ILLEGIBLE: words.MISSING_ILLEGIBLE,
    AnswerState.NOT_ASKED: words.MISSING_NOT_ASKED,
    AnswerState.AWAITING_REVIEW: words.MISSING_AWAITING,
    AnswerState.PAGE_MISSING: words.MISSING_PAGE,
    AnswerState.NOT_APPLICABLE: words.MISSING_NO_OPINION,
}

RULE_WORDS = {
    IndexRule.POOLED: words.RULE_POOLED,
    IndexRule.EQUAL_CRITERIA: words.RULE_EQUAL_CRITERIA,
    IndexRule.EQUAL_FACTORS: words.RULE_EQUAL_FACTORS,
    IndexRule.OVERALL_ITEM: words.RULE_OVERALL_ITEM,
}

_LEVEL_WORDS: Mapping[str, Text] = {
    "province": words.LEVEL_PROVINCE,
    "district": words.LEVEL_DISTRICT,
    "commune": words.LEVEL_COMMUNE,
}


def rule_text(report: Report) -> str:
    """Return the index rule in words, beginning with its letter."""
    return report.say(RULE_WORDS[report.tally.rule])


def unit_name(report: Report, unit: Unit) -> str:
    """Return the unit's name, or words that say why it has none."""
    if unit.name:
        return unit.name
    return report.say(words.UNLISTED_UNIT if unit.code else words.UNKNOWN_UNIT)


def level_name(report: Report, level: str) -> str:
    """Return a level of units in words; a level of one's own list as it stands there."""
    return report.say(_LEVEL_WORDS.get(level, Text(level) if level else words.LEVEL_UNKNOWN))


def all_of_level(report: Report, level: str) -> str:
    """Return what all units of a level are called together."""
    if known := _LEVEL_WORDS.get(level):
        return report.say(words.ROW_LEVEL, level=report.say(known).lower())
    return report.say(words.ROW_OWN_LEVEL, level=level)


def item_name(report: Report, item: Item) -> str:
    """Return the question, with its printed number."""
    return " ".join(filter(None, (item.number, report.say(item.label))))


def interval_cells(share: Share | None) -> tuple[float | None, float | None]:
    """Return both ends of a share's interval; None where there is none."""
    interval = share.interval if share else None
    return (interval.low, interval.high) if interval else (None, None)


def issued_to(issued: Mapping[str, int], unit: UnitTally) -> int | None:
    """Return the forms handed out where the tally's responses come from; None if nobody counted them there."""
    known = [issued[code] for code in unit.codes if code in issued]
    return sum(known) if known else None


def return_rate(issued: Mapping[str, int], unit: UnitTally) -> float | None:
    """Return responses per form handed out; None if none was."""
    handed_out = issued_to(issued, unit)
    return unit.responses / handed_out if handed_out else None
