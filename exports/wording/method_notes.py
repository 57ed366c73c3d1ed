"""Say how figures are made where that takes facts of the form or the settings: for workbook and report alike."""

from math import ceil, isinf

from exports.tally.reading.index_error import ReadingError
from exports.tally.reading.order_checks import OrderChecks
from exports.tally.statistics.share import Share
from exports.wording import record_words
from exports.wording import workbook_words as words
from exports.wording.naming import unit_name
from exports.wording.numerals import count, decimal, percent
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


def reading_line(say: Speaker, error: ReadingError) -> str:
    """Say beside the index how far it may be off because of reading."""
    if error.at_most is None:
        return say(record_words.READING_UNCHECKED, points=_points_up(say, error.expected))
    return say(record_words.READING_AT_MOST, points=_points_up(say, error.at_most))


def reading_notes(say: Speaker, error: ReadingError | None, order: OrderChecks | None) -> list[tuple[str, str]]:
    """Return how far reading may have moved the index, and what rules out that it made the order of the best units."""
    notes = []
    if error is not None:
        checked = say(record_words.METHOD_READING_UNCHECKED)
        if error.rate is not None and error.at_most is not None:
            checked = say(
                record_words.METHOD_READING_CHECKED,
                checked=count(say, error.checked),
                wrong=count(say, error.differing),
                rate=percent(say, error.rate, 3),
                points=_points_up(say, error.at_most),
            )
        accepted, expected = count(say, error.accepted), _points_up(say, error.expected)
        text = say(record_words.METHOD_READING_TEXT, accepted=accepted, checked=checked, points=expected)
        notes.append((say(record_words.METHOD_READING), text))
    if order is not None:
        notes.append((say(record_words.METHOD_ORDER), _order_text(say, order)))
    return notes


def _order_text(say: Speaker, order: OrderChecks) -> str:
    verdict = say(record_words.ORDER_BEYOND_READING)
    if order.misread is not None:
        text = record_words.ORDER_NEEDS_MORE if order.more else record_words.ORDER_RULED_OUT
        misread, accepted = count(say, order.misread), count(say, order.accepted)
        verdict = say(text, misread=misread, accepted=accepted, more=count(say, order.more))
    first, second = unit_name(say, order.first), unit_name(say, order.second)
    gap = decimal(say, order.gap * 100)
    return say(record_words.METHOD_ORDER_TEXT, first=first, second=second, gap=gap, verdict=verdict)


def _points_up(say: Speaker, share: float) -> str:
    """Write a bound in points: rounded up, so that it stays one; what is all but a hundredth is one."""
    return decimal(say, ceil(share * 1e4 - 1e-6) / 100)
