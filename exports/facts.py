"""What the workbook says about a survey beyond its answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from exports.rounds.comparison import Comparison
from exports.tally.answer_table import ValidityRule
from exports.tally.survey_tally import SurveyTally
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from exports.workbook.data_layout import DataLayout, lay_out
from exports.workbook.records import SurveyRecords
from omr.results import PageOutcome
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
        as_of: When the newest page came in or the newest decision was taken; None if that is not known.
    """

    name: str
    round_name: str = ""
    index_rule: IndexRule = IndexRule.POOLED
    validity: ValidityRule = field(default_factory=ValidityRule)
    exported_at: datetime | None = None
    weighting: Weighting = Weighting.NONE
    as_of: datetime | None = None


@dataclass(frozen=True, eq=False)
class Report:
    """All that the sheets are made of.

    Attributes:
        facts: Name and settings.
        tally: The figures.
        unit_names: By code.
        issued: Forms handed out, by unit code; None if nobody kept count.
        ledger: Delivered pages by what became of them; None if not known.
        exported_at: Local time of the export.
        say: Puts texts in the workbook's language.
        records: What the survey keeps beside answers; None where only answers are known.
        comparison: The round against earlier ones; None if there are none.
        unread_rounds: Folders of earlier rounds that could not be read.
    """

    facts: SurveyFacts
    tally: SurveyTally
    unit_names: Mapping[str, str]
    issued: Mapping[str, int] | None
    ledger: Mapping[PageOutcome, int] | None
    exported_at: datetime
    say: Speaker
    records: SurveyRecords | None = None
    comparison: Comparison | None = None
    unread_rounds: tuple[Path, ...] = ()

    @cached_property
    def data(self) -> DataLayout:
        """Where everything stands on the data sheet; with the scans of pages where it is known where they are."""
        form_pages = max(len(self.tally.table.template.pages), 1) if self.records else 0
        return lay_out(self.say(words.SHEET_DATA), self.tally, form_pages=form_pages)
