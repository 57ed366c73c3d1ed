"""What the workbook says about a survey beyond its answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from exports.answer_table import ValidityRule
from exports.data_layout import DataLayout
from exports.records import SurveyRecords
from exports.satisfaction import IndexRule
from exports.tally import SurveyTally
from exports.words import Speaker
from omr.results import PageOutcome


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """The survey's name and the settings its figures depend on.

    Attributes:
        name: As the people who run it call it.
        round_name: Which round: "2020"; may be empty.
        index_rule: How the satisfaction index is made.
        validity: When a response counts.
        exported_at: Local time written into the workbook; None means now.
    """

    name: str
    round_name: str = ""
    index_rule: IndexRule = IndexRule.POOLED
    validity: ValidityRule = field(default_factory=ValidityRule)
    exported_at: datetime | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """All that the sheets are made of.

    Attributes:
        facts: Name and settings.
        tally: The figures.
        data: Where everything stands on the data sheet.
        unit_names: By code.
        issued: Forms handed out, by unit code; None if nobody kept count.
        ledger: Delivered pages by what became of them; None if not known.
        records: What the survey keeps beside answers; None where only answers are known.
        exported_at: Local time of the export.
        say: Puts texts in the workbook's language.
    """

    facts: SurveyFacts
    tally: SurveyTally
    data: DataLayout
    unit_names: Mapping[str, str]
    issued: Mapping[str, int] | None
    ledger: Mapping[PageOutcome, int] | None
    records: SurveyRecords | None
    exported_at: datetime
    say: Speaker
