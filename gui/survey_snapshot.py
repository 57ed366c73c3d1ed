"""A survey as it stands at one moment, gathered off the GUI thread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from form_templates.model import FormKey, ItemId
from omr.health.batch_health import HealthFinding
from omr.recheck.operators import OperatorWork
from omr.recheck.state import RecheckState, load_ordered_state, work_in
from omr.rescans.sheet_questions import SheetQuestion
from omr.respondents.grouping import group_pages
from omr.respondents.pile_questions import PileQuestion
from omr.responses import DeliveredPage
from omr.results import PageOutcome
from omr.review.queue import QueueEntry, review_queue
from omr.review.typed_answers import typed_answers
from omr.survey.folder import Survey
from omr.survey.ledger import BatchPages, UnitReturns, tally_batches, tally_returns


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Delivered pages and what of them waits for a person.

    Attributes:
        pages: Every delivered page in order.
        queue: Flagged items that nobody has decided.
        outcomes: Pages by outcome; they sum to the pages delivered.
        health: What the pages tell about scanner and paper, the most urgent first.
        respondents: Number of the respondent that a page belongs to, by page id.
        batches: What became of every batch's pages, the last batch first.
        typed: What people typed so far, by item, the most frequent first.
        waiting: Answers that wait for review, by form; empty for a survey of one form.
        sheet_questions: Pages that may be two scans of one sheet, which nobody decided.
        pile_questions: Piles of which nothing says which sides belong together, which nobody decided.
    """

    pages: tuple[DeliveredPage, ...]
    queue: tuple[QueueEntry, ...]
    outcomes: Mapping[PageOutcome, int]
    health: tuple[HealthFinding, ...] = ()
    respondents: Mapping[int, int] = field(default_factory=dict)
    batches: tuple[BatchPages, ...] = ()
    typed: Mapping[ItemId, tuple[str, ...]] = field(default_factory=dict)
    waiting: Mapping[FormKey, int] = field(default_factory=dict)
    sheet_questions: tuple[SheetQuestion, ...] = ()
    pile_questions: tuple[PileQuestion[DeliveredPage], ...] = ()


@dataclass(frozen=True, slots=True)
class RecheckSnapshot:
    """What was re-checked, and who did what."""

    state: RecheckState
    work: tuple[OperatorWork, ...]


def take_snapshot(survey: Survey) -> Snapshot:
    """Read all pages of a survey and queue what is doubtful."""
    pages = tuple(survey.pages())
    found = Counter(page.outcome for page in pages)
    outcomes = {outcome: found[outcome] for outcome in PageOutcome}
    return Snapshot(
        pages,
        review_queue(survey.template, pages),
        outcomes,
        survey.health_of(pages),
        _number_respondents(pages, len(survey.template.pages)),
        tally_batches(survey.store.batches.all(), pages),
        typed_answers(survey.template, pages),
        _count_waiting(pages) if survey.forms.are_several else {},
        survey.sheet_questions(pages),
        survey.pile_questions(pages),
    )


def take_recheck(survey: Survey, pages: Sequence[DeliveredPage], known: RecheckState | None) -> RecheckSnapshot:
    """Look at the checks of a survey; ``known`` is the state of the same pages, if there is one."""
    rechecks = survey.rechecks
    if known is None:
        state = load_ordered_state(rechecks, survey.settings.recheck_limit, pages)
    else:
        state = known.with_checks(rechecks.checks())
    work = work_in(rechecks, state)
    _ = state.whole, state.batches  # counted here, off the GUI thread
    return RecheckSnapshot(state, work)


def count_returns(survey: Survey) -> tuple[UnitReturns, ...]:
    """Count issued, returned and valid forms per unit as the survey stands."""
    # Imported here, for pandas takes half a second to load and the window must not wait for it.
    from exports.tally.answer_table import ValidityRule, build_answer_table

    responses = survey.responses()
    validity = ValidityRule(survey.settings.min_answered)
    is_valid = build_answer_table(survey.template, responses, validity).is_valid
    valid = [response.number for response, counts in zip(responses, is_valid, strict=True) if counts]
    return tally_returns(survey.units, responses, survey.issued_copies(), valid)


def _count_waiting(pages: Sequence[DeliveredPage]) -> dict[FormKey, int]:
    waiting: Counter[FormKey] = Counter()
    for page in pages:
        if page.identity is not None and page.outcome in (PageOutcome.READ, PageOutcome.OTHER_FORM):
            waiting[page.identity.form] += open_flags(page)
    return waiting


def _number_respondents(pages: Sequence[DeliveredPage], pages_per_form: int) -> dict[int, int]:
    groups = group_pages(pages, pages_per_form)
    return {
        page.page_id: number
        for number, group in enumerate(groups, start=1)
        for page in group
        if page.page_id is not None
    }


def open_flags(page: DeliveredPage) -> int:
    """Count the items of a page that wait for a person."""
    return sum(bool(page.doubts(item)) and item not in page.verifications for item in page.readings)
