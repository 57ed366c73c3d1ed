"""What a batch tells: how far it is, and in the end what became of everything that was handed in."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from form_templates.model import FormKey
from omr.health.batch_health import HealthFinding, HealthKind
from omr.rescans.sheet_questions import SheetQuestion
from omr.respondents.page_runs import hold_no_whole_form
from omr.respondents.pile_questions import PileQuestion
from omr.responses import DeliveredPage, effective_answer
from omr.results import AnswerStatus, PageOutcome, Reason
from omr.settings import ChangedTool
from omr.survey.folder import Survey
from omr.units.listed_codes import ListedCodes, UnlistedUnit, compare_with_list, find_unlisted
from omr.units.stacks import Stack, find_stacks

_OF_FORMS = (HealthKind.MISSING_SIDES, HealthKind.LOOK_ALIKE)
"""Findings about the forms themselves; the others are about all pages of a pile."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is.

    Attributes:
        done: Pages finished.
        total: Pages known of so far; grows as files are opened.
        pages_per_second: Since the start; 0.0 before the first page.
        remaining_s: Estimated seconds to go; None before the first page.
        source: Name of the file a page was last finished of.
    """

    done: int
    total: int
    pages_per_second: float
    remaining_s: float | None
    source: str


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A delivered page that was not read, and why; ``place`` names it as people are told it, see ``DeliveredPage``."""

    source: str
    page: int
    place: str
    outcome: PageOutcome
    reason: Reason | None
    detail: str


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of a file that was handed in.

    Attributes:
        name: As delivered.
        content_hash: What it holds; empty if it could not be taken in.
        outcomes: Its pages by outcome; only those that there are.
        to_review: Its answers that a person is asked about.
    """

    name: str
    content_hash: str
    outcomes: Mapping[PageOutcome, int]
    to_review: int


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of everything that was handed in.

    Attributes:
        outcomes: Pages by outcome; they sum to the pages delivered.
        answers: Answers by status.
        unread: The pages that were not read, in delivered order.
        seconds: How long it took.
        pages_finished: Pages that were read now, not in an earlier run.
        health: What the pages tell about scanner and paper, the most urgent first.
        changed_tools: What pages were read with now that differs from what their batch was begun with.
        restored: Files from which a damaged or missing copy in the survey was restored.
        kept_units: Files read before that keep the unit they had, which is not the one named now; with that unit.
        stacks: Stacks between covers, and what lies outside of them, in the batches of these deliveries.
        sheet_questions: Which pages may be another scan of a sheet, for a person to say.
        pile_questions: Piles of which nothing says which sides belong together, for a person to say.
        piles_joined: Respondents that were put together in the order that was named for such piles; None if none was
            named.
        forms: Pages read of each form, in the order of the survey; empty where it has one.
        files: The files that were handed in, in delivered order.
        unlisted: Units that pages read name and the list does not.
        left_out: Endings of files in folders that are named like no scan, and how many files have each.
    """

    outcomes: dict[PageOutcome, int]
    answers: dict[AnswerStatus, int]
    unread: tuple[UnreadPage, ...]
    seconds: float
    pages_finished: int
    health: tuple[HealthFinding, ...] = ()
    changed_tools: tuple[ChangedTool, ...] = ()
    restored: tuple[str, ...] = ()
    kept_units: tuple[tuple[str, str], ...] = ()
    stacks: tuple[Stack, ...] = ()
    forms: tuple[tuple[FormKey, int], ...] = ()
    sheet_questions: tuple[SheetQuestion, ...] = ()
    pile_questions: tuple[PileQuestion[DeliveredPage], ...] = ()
    piles_joined: int | None = None
    files: tuple[FileCount, ...] = ()
    unlisted: tuple[UnlistedUnit, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def delivered(self) -> int:
        """Pages delivered."""
        return sum(self.outcomes.values())

    @property
    def pages_per_second(self) -> float:
        """Rate of this run."""
        return self.pages_finished / self.seconds if self.seconds > 0 else 0.0


class PageCounter:
    """Counts pages of one run and tells each one that is finished.

    Attributes:
        done: Pages finished.
    """

    def __init__(self, expected: int, tell: Callable[[Progress], None]) -> None:
        self.done = 0
        self._total = expected
        self._tell = tell
        self._started_s = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._started_s

    def expect(self, further: int) -> None:
        """Note that there are more pages to read than was thought; a negative number: fewer."""
        self._total += further

    def finish(self, source: str) -> None:
        """Count a page of a file as finished and tell so."""
        self.done += 1
        self.tell(source)

    def tell(self, source: str) -> None:
        """Tell how far the run is."""
        elapsed_s = self.seconds
        rate = self.done / elapsed_s if elapsed_s > 0 else 0.0
        remaining_s = (self._total - self.done) / rate if rate > 0 else None
        self._tell(Progress(self.done, self._total, rate, remaining_s, source))


def report_on(
    survey: Survey, delivery_keys: Iterable[int], counter: PageCounter, changed_tools: tuple[ChangedTool, ...]
) -> BatchReport:
    """Return what became of some deliveries.

    Args:
        survey: Where they are kept.
        delivery_keys: The deliveries.
        counter: Of the run that read them.
        changed_tools: As in the report.
    """
    seconds = counter.seconds
    pages = survey.store.pages.delivered(frozenset(delivery_keys))
    answers = Counter(
        effective_answer(item, page).status
        for page in pages
        if page.outcome is PageOutcome.READ
        for item in page.readings
    )
    outcomes = Counter(page.outcome for page in pages)
    return BatchReport(
        outcomes={outcome: outcomes[outcome] for outcome in PageOutcome},
        answers={status: answers[status] for status in AnswerStatus},
        unread=tuple(
            UnreadPage(page.source, page.page_in_file, page.place_in_file, page.outcome, page.reason, page.detail)
            for page in pages
            if page.outcome is not PageOutcome.READ
        ),
        seconds=seconds,
        pages_finished=counter.done,
        health=_health_of(survey, pages),
        changed_tools=changed_tools,
        stacks=_stacks_of(survey, pages) if outcomes[PageOutcome.COVER] else (),
        forms=_pages_by_form(survey, pages) if survey.forms.are_several else (),
        sheet_questions=_questions_on(survey, pages),
        pile_questions=_piles_among(survey, pages),
        files=_files_of(pages),
        unlisted=_unlisted_on(survey, pages),
    )


def _files_of(pages: Sequence[DeliveredPage]) -> tuple[FileCount, ...]:
    of_file: dict[tuple[str, str], list[DeliveredPage]] = {}
    for page in pages:
        of_file.setdefault((page.source, page.content_hash), []).append(page)
    return tuple(
        FileCount(*file, Counter(page.outcome for page in own), sum(map(_count_flagged, own)))
        for file, own in of_file.items()
    )


def _count_flagged(page: DeliveredPage) -> int:
    if page.outcome is not PageOutcome.READ:
        return 0
    return sum(effective_answer(item, page).status is AnswerStatus.FLAGGED for item in page.readings)


def _health_of(survey: Survey, pages: Sequence[DeliveredPage]) -> tuple[HealthFinding, ...]:
    """Return what pages tell about scanner and paper; of the other forms, which pages of them are missing."""
    first, *others = (survey.of_form(template) for template in survey.forms.templates)
    missing = (each for other in others for each in other.health_of(other.seen(pages)) if each.kind in _OF_FORMS)
    return *first.health_of(first.seen(pages)), *missing


def _questions_on(survey: Survey, pages: Sequence[DeliveredPage]) -> tuple[SheetQuestion, ...]:
    """Return the open questions on pages of some deliveries; what they are like may have come with any other."""
    if survey.store.sheets.compared().is_empty:  # as in most piles; else all pages are needed
        return ()
    ids = {page.page_id for page in pages} - {None}
    questions = survey.sheet_questions(survey.pages_of_all_forms())
    return tuple(question for question in questions if not ids.isdisjoint(question.page_ids))


def _unlisted_on(survey: Survey, pages: Sequence[DeliveredPage]) -> tuple[UnlistedUnit, ...]:
    codes = ListedCodes(survey.units)
    return find_unlisted((compare_with_list(page, codes) for page in pages), codes)


def _piles_among(survey: Survey, pages: Sequence[DeliveredPage]) -> tuple[PileQuestion[DeliveredPage], ...]:
    """Return the open questions on piles of some deliveries; of one side alone the others may have come before."""
    questions: list[PileQuestion[DeliveredPage]] = []
    ids = {page.page_id for page in pages}
    for form in (survey.of_form(template) for template in survey.forms.templates):
        is_one_side = hold_no_whole_form(form.seen(pages), len(form.template.pages))
        among = form.pile_questions(form.pages() if is_one_side else form.seen(pages))
        questions += [each for each in among if any(page.page_id in ids for page in each.pages)]
    return tuple(questions)


def _pages_by_form(survey: Survey, pages: Sequence[DeliveredPage]) -> tuple[tuple[FormKey, int], ...]:
    read = Counter(page.identity.form for page in pages if page.outcome is PageOutcome.READ and page.identity)
    return tuple((key, read[key]) for key in survey.forms.keys)


def _stacks_of(survey: Survey, pages: Sequence[DeliveredPage]) -> tuple[Stack, ...]:
    batches = {page.batch for page in pages if page.outcome is PageOutcome.COVER}
    return find_stacks([page for page in survey.pages() if page.batch in batches], survey.units)
