"""A survey as it stands at one moment, gathered off the GUI thread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from form_templates.model import ItemId, Language
from omr.batch_health import HealthFinding
from omr.responses import DeliveredPage
from omr.results import PageOutcome
from omr.review import QueueEntry, review_queue
from omr.survey import Survey
from omr.typed_answers import typed_answers

if TYPE_CHECKING:
    from exports.satisfaction import Share
    from exports.tally import AnswerCounts


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Delivered pages and what of them waits for a person.

    Attributes:
        pages: Every delivered page in order.
        queue: Flagged items that nobody has decided.
        outcomes: Pages by outcome; they sum to the pages delivered.
        health: What the pages tell about scanner and paper, the most urgent first.
        typed: What people typed so far, by item, the most frequent first.
    """

    pages: tuple[DeliveredPage, ...]
    queue: tuple[QueueEntry, ...]
    outcomes: Mapping[PageOutcome, int]
    health: tuple[HealthFinding, ...] = ()
    typed: Mapping[ItemId, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of the results page.

    Attributes:
        respondents: Responses, valid or not.
        valid: Responses that count.
        answers: All answers by what stands behind them.
        index: The satisfaction index.
    """

    respondents: int
    valid: int
    answers: "AnswerCounts"
    index: "Share"


def take_snapshot(survey: Survey) -> Snapshot:
    """Read all pages of a survey and queue what is doubtful."""
    pages = tuple(survey.pages())
    found = Counter(page.outcome for page in pages)
    outcomes = {outcome: found[outcome] for outcome in PageOutcome}
    queue, typed = review_queue(survey.template, pages), typed_answers(survey.template, pages)
    return Snapshot(pages, queue, outcomes, survey.health_of(pages), typed)


def summarise(survey: Survey) -> Summary:
    """Tally the survey as it stands."""
    # Imported here, for pandas takes half a second to load and the window must not wait for it.
    from exports.satisfaction import IndexRule
    from exports.tally import tally_survey

    tally = tally_survey(survey.template, survey.responses(), survey.units, IndexRule(survey.settings.index_rule))
    return Summary(tally.responses, tally.valid, tally.answers, tally.index)


def export_survey(survey: Survey, path: Path, language: Language) -> Path:
    """Write the workbook or the answers, as the ending of ``path`` says; returns ``path``."""
    from exports import survey_export

    survey_export.export_survey(survey, path, language)
    return path


def print_forms(survey: Survey, path: Path, codes: Sequence[str], copies: int) -> Path:
    """Write the forms of these units as one PDF and keep count of them; returns ``path``."""
    from omr.issuing import issue_forms

    issue_forms(survey, path, codes, copies)
    return path


def open_flags(page: DeliveredPage) -> int:
    """Count the items of a page that wait for a person."""
    return sum(bool(page.flags_of(item)) and item not in page.verifications for item in page.readings)
