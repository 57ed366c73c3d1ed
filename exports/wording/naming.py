"""Name units, levels, items, index rules and missing answers: what every output calls alike."""

from collections.abc import Mapping

from exports.tally.answer_states import AnswerState
from exports.tally.priorities.drivers import Drivers
from exports.wording import priority_words
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from form_templates.model import Item, ItemKind, Option, Text
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


def rule_text(say: Speaker, rule: IndexRule) -> str:
    """Return the index rule in words, beginning with its letter."""
    return say(RULE_WORDS[rule])


def unit_name(say: Speaker, unit: Unit) -> str:
    """Return the unit's name, or words that say why it has none."""
    if unit.name:
        return unit.name
    return say(words.UNLISTED_UNIT if unit.code else words.UNKNOWN_UNIT)


def level_name(say: Speaker, level: str) -> str:
    """Return a level of units in words; a level of one's own list as it stands there."""
    return say(_LEVEL_WORDS.get(level, Text(level) if level else words.LEVEL_UNKNOWN))


def all_of_level(say: Speaker, level: str) -> str:
    """Return what all units of a level are called together."""
    if known := _LEVEL_WORDS.get(level):
        return say(words.ROW_LEVEL, level=say(known).lower())
    return say(words.ROW_OWN_LEVEL, level=level)


def item_name(say: Speaker, item: Item) -> str:
    """Return the question, with its printed number."""
    return " ".join(filter(None, (item.number, say(item.label))))


def option_name(say: Speaker, option: Option) -> str:
    """Name a level with its value before its label, once where they are the same."""
    label = say(option.label)
    return label if label == option.value or not label else f"{option.value} · {label}"


def overall_name(say: Speaker, drivers: Drivers) -> str:
    """Return what criteria are held against: the overall question, or what stands for it."""
    if drivers.overall is None:
        return say(priority_words.BY_OTHERS)
    return say(priority_words.BY_ITEM, item=item_name(say, drivers.overall))
