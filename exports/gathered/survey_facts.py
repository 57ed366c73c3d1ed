"""The name of a survey and the settings that its figures depend on."""

from dataclasses import dataclass, field
from datetime import datetime

from exports.tally.answer_table import ValidityRule
from omr.survey.counting_rules import IndexRule, Weighting


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """The survey's name and the settings its figures depend on.

    Attributes:
        name: As the people who run it call it.
        round_name: Which round: "2020"; may be empty.
        index_rule: How the satisfaction index is made.
        validity: When a response counts.
        weighting: What the units below a level count by.
        exported_at: Local time written into the workbook; None means now.
        with_versions: Earlier versions of the form whose pages are counted too.
        target: The index that the round is to reach, 0.0-1.0; None if none was set.
        as_of: When the newest page came in or the newest decision was taken; None if that is not known.
    """

    name: str
    round_name: str = ""
    index_rule: IndexRule = IndexRule.POOLED
    validity: ValidityRule = field(default_factory=ValidityRule)
    exported_at: datetime | None = None
    weighting: Weighting = Weighting.NONE
    as_of: datetime | None = None
    with_versions: tuple[int, ...] = ()
    target: float | None = None
