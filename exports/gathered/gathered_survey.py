"""Everything that the files exported of a survey are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exports.gathered.survey_facts import SurveyFacts
from exports.gathered.survey_records import SurveyRecords
from exports.rounds.round import EarlierRounds
from exports.tally.answer_table import AnswerTable, build_answer_table
from exports.tally.reading.read_answers import Checks
from exports.tally.survey_tally import SurveyTally, tally_survey
from form_templates.model import FormTemplate
from omr.responses import Response
from omr.results import PageOutcome
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True, eq=False)
class GatheredSurvey:
    """One round of a survey, not counted yet; every writer takes of it what its file tells.

    Attributes:
        facts: Name, round and the settings to count by.
        template: What was asked.
        responses: All respondents, valid or not.
        units: The unit list; units without responses are shown with 0.
        issued: Forms handed out, by unit code; None if nobody kept count, which leaves out return rates.
        ledger: Delivered pages by what became of them; None if not known.
        records: Scans, crops, decisions, checks; None where only answers are known.
        earlier: Rounds to compare with; None if there are none.
        checks: What people re-checked blind of the answers.
    """

    facts: SurveyFacts
    template: FormTemplate
    responses: tuple[Response, ...]
    units: tuple[Unit, ...]
    issued: Mapping[str, int] | None = None
    ledger: Mapping[PageOutcome, int] | None = None
    records: SurveyRecords | None = None
    earlier: EarlierRounds | None = None
    checks: Checks = field(default_factory=dict)

    def answer_table(self) -> AnswerTable:
        """Classify every answer, and decide by the settings which responses count."""
        return build_answer_table(self.template, self.responses, self.facts.validity)

    def tally(self) -> SurveyTally:
        """Count the answers as the settings say."""
        facts = self.facts
        return tally_survey(
            self.template, self.responses, self.units, facts.index_rule, facts.validity, facts.weighting
        )
