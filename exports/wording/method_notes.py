"""Say how figures are made where that takes facts of the form or the settings: for workbook and report alike."""

from math import isinf

from exports.tally.statistics.share import Share
from exports.wording import workbook_words as words
from exports.wording.numerals import count, decimal
from exports.wording.speaker import Speaker
from form_templates.model import FormTemplate, Scale, Text
from form_templates.roles import counts_where_rated, is_rated
from omr.survey.counting_rules import Weighting


def scale_notes(say: Speaker, template: FormTemplate) -> list[tuple[str, str]]:
    """Return, for every scale with a satisfied end, which levels count as satisfied."""
    scales = [scale for scale in template.scales if scale.satisfied]
    return [(say(words.METHOD_SATISFIED), _scale_text(say, scale)) for scale in scales]


def left_out_notes(say: Speaker, template: FormTemplate) -> list[tuple[str, str]]:
    """Return which rated items of factors do not count in the index, for the form says so; nothing if all do."""
    left_out = [
        " ".join(filter(None, (item.number, say(item.label))))
        for section in template.sections
        for item in section.items
        if section.is_factor and is_rated(template, item) and not counts_where_rated(section, item)
    ]
    return [(say(words.METHOD_LEFT_OUT), "; ".join(left_out))] if left_out else []


def sample_notes(say: Speaker, index: Share) -> list[tuple[str, str]]:
    """Return how many people the answers of the index are as sure as; nothing where nobody rated or all were asked."""
    if index.value is None or index.design_effect is None or isinf(index.sample_size):
        return []
    text = say(
        words.METHOD_DESIGN_EFFECT_TEXT,
        answers=count(say, index.of),
        people=count(say, index.respondents),
        size=decimal(say, index.sample_size, 1),
        effect=decimal(say, index.design_effect),
    )
    return [(say(words.METHOD_DESIGN_EFFECT), text)]


def _scale_text(say: Speaker, scale: Scale) -> str:
    return say(
        words.METHOD_SATISFIED_TEXT,
        label=scale.scale_id,
        satisfied=_level_names(say, scale, scale.satisfied),
        dissatisfied=_level_names(say, scale, scale.dissatisfied),
    )


def _level_names(say: Speaker, scale: Scale, values: frozenset[str]) -> str:
    names = [_level_name(say, option.value, option.label) for option in scale.options if option.value in values]
    return ", ".join(names) or say(words.NO_FIGURE)


def _level_name(say: Speaker, value: str, label: Text) -> str:
    text = say(label)
    return f"{value} ({text})" if text and text != value else value


def levels_text(say: Speaker, weighting: Weighting) -> str:
    """Say how the units of a level or district are put together."""
    pooled = say(words.METHOD_POOLED_TEXT)
    is_weighted = weighting is Weighting.TRANSACTIONS
    return f"{pooled} {say(words.METHOD_WEIGHTED_TEXT)}" if is_weighted else pooled
