"""What a workbook tells: a gathered survey, counted, compared with earlier rounds and put into a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.survey_facts import SurveyFacts
from exports.gathered.survey_records import SurveyRecords
from exports.rounds.comparison import Comparison, compare_rounds
from exports.rounds.round import make_round
from exports.tally.priorities.drivers import Drivers, find_drivers
from exports.tally.priorities.wishes import Wishes, find_wishes
from exports.tally.reading.index_error import ReadingError, find_reading_error
from exports.tally.reading.read_answers import Checks
from exports.tally.survey_tally import SurveyTally
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from exports.workbook.data_layout import DataLayout, lay_out
from form_templates.model import Language
from omr.results import PageOutcome


@dataclass(frozen=True, eq=False)
class WorkbookContent:
    """What the sheets of a workbook tell: the counted survey, in one language.

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
        checks: What people re-checked blind of the answers.
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
    checks: Checks = field(default_factory=dict)

    @cached_property
    def data(self) -> DataLayout:
        """The columns of the data sheet, with links to the scans of pages where these are known."""
        form_pages = max(len(self.tally.table.template.pages), 1) if self.records else 0
        return lay_out(self.say(words.SHEET_DATA), self.tally, form_pages=form_pages)

    @cached_property
    def drivers(self) -> Drivers:
        """The criteria against overall satisfaction."""
        return find_drivers(self.tally)

    @cached_property
    def reading_error(self) -> ReadingError | None:
        """What misread answers may do to the index; None without one, or if people read everything."""
        return find_reading_error(self.tally, self.checks)

    @cached_property
    def wishes(self) -> Wishes | None:
        """What people want improved first; None where the form does not ask or nobody answered."""
        return find_wishes(self.tally)


def make_content(gathered: GatheredSurvey, language: Language) -> WorkbookContent:
    """Count a survey and compare it with its earlier rounds, for a workbook in ``language``."""
    facts, earlier = gathered.facts, gathered.earlier
    tally = gathered.tally()
    return WorkbookContent(
        facts=facts,
        tally=tally,
        unit_names={unit.code: unit.name for unit in gathered.units},
        issued=gathered.issued,
        ledger=gathered.ledger,
        exported_at=facts.exported_at or datetime.now().astimezone(),
        say=Speaker(language),
        records=gathered.records,
        comparison=_compare(gathered, tally),
        unread_rounds=earlier.unread if earlier else (),
        checks=gathered.checks,
    )


def _compare(gathered: GatheredSurvey, tally: SurveyTally) -> Comparison | None:
    facts, earlier = gathered.facts, gathered.earlier
    if earlier is None or not earlier.rounds:
        return None
    this = make_round(facts.name, facts.round_name, tally.table, gathered.units)
    return compare_rounds(this, earlier.rounds, earlier.changes, facts.index_rule)
