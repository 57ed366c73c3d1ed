"""What workbook and report say alike of how figures are made, as far as it takes more than a wording."""

from exports.facts import Report
from exports.wording import workbook_words as words
from form_templates.model import Scale, Text
from omr.survey.counting_rules import Weighting


def scale_notes(report: Report) -> list[tuple[str, str]]:
    """Return, for every scale with a satisfied end, which levels count as satisfied."""
    scales = [scale for scale in report.tally.table.template.scales if scale.satisfied]
    return [(report.say(words.METHOD_SATISFIED), _scale_text(report, scale)) for scale in scales]


def _scale_text(report: Report, scale: Scale) -> str:
    return report.say(
        words.METHOD_SATISFIED_TEXT,
        label=scale.scale_id,
        satisfied=_level_names(report, scale, scale.satisfied),
        dissatisfied=_level_names(report, scale, scale.dissatisfied),
    )


def _level_names(report: Report, scale: Scale, values: frozenset[str]) -> str:
    names = [_level_name(report, option.value, option.label) for option in scale.options if option.value in values]
    return ", ".join(names) or report.say(words.NO_FIGURE)


def _level_name(report: Report, value: str, label: Text) -> str:
    text = report.say(label)
    return f"{value} ({text})" if text and text != value else value


def levels_text(report: Report) -> str:
    """Say how the units of a level or district are put together."""
    pooled = report.say(words.METHOD_POOLED_TEXT)
    is_weighted = report.tally.weighting is Weighting.TRANSACTIONS
    return f"{pooled} {report.say(words.METHOD_WEIGHTED_TEXT)}" if is_weighted else pooled
