"""Which flagged answers of a survey may be accepted after all, as far as people's decisions bear them out.

What is offered of a batch obeys the limits by which the engine accepts, with the batch's own tolerance and the
recalibrated P(wrong): of a single answer, and of all accepted ones of its page. Beyond that,

- at least 30 decisions on doubts of this batch bear it out, 10 of them on the same kind of doubt, from 5 pages;
- the refit foretells pages that it has not seen better than the stated P(wrong) does;
- nothing is offered that was stated to be as doubtful as an answer of its kind that turned out wrong;
- all that is accepted in this way adds no more wrong answers to the batch than the tolerance allows it, as expected.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from form_templates.model import ItemId
from omr.recalibration.calibration import Calibration
from omr.recalibration.evidence import LEAST_DECISIONS, are_enough, limits_of
from omr.recalibration.standing import no_longer_borne_out
from omr.recalibration.trials import (
    Decisions,
    DoubtKind,
    find_lookers,
    gather_trials,
    is_recalibrated,
    kind_of,
    place_of,
)
from omr.recheck.checks import AnswerKey, fold_name, group_checks, settle_all
from omr.recheck.table import RecheckTable
from omr.responses import DeliveredPage
from omr.results import Acceptance, Answer, ItemReading, PageOutcome
from omr.store.acceptances import Accepted, EvidenceStamp
from omr.store.judgements import Said
from omr.store.store import Store
from omr.tolerance import beyond_tolerance


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """A flagged answer that may be accepted: what was read, and its recalibrated P(wrong), 0.0-1.0."""

    key: AnswerKey
    answer: Answer
    p_wrong: float


@dataclass(frozen=True, slots=True)
class BatchOffer:
    """What may be accepted of one batch.

    Attributes:
        batch: Its number.
        answers: The surest first.
        decisions: On how many decisions that rests.
        changed: Those of them that were not what had been read.
        parameters: What was refitted, see ``Calibration.parameters``.
    """

    batch: int
    answers: tuple[OfferedAnswer, ...]
    decisions: int
    changed: int
    parameters: str

    def acceptances(self, operator: str, moment: str) -> list[Accepted]:
        """Return what an operator agrees to."""
        rests_on = self.decisions, self.changed, self.parameters
        return [
            (*each.key, Acceptance(each.answer, each.p_wrong, *rests_on, operator, moment)) for each in self.answers
        ]


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be accepted of a survey.

    Attributes:
        batches: One offer for each batch of which anything may be accepted.
        stamp: What people had said when it was worked out; None where that was too little to work anything out.
        outdated: What was accepted before and is no longer borne out; it counts until somebody looks.
        unproven: Names of those whose decisions would bear more out, once they have shown that they look.
    """

    batches: tuple[BatchOffer, ...] = ()
    stamp: EvidenceStamp | None = None
    outdated: frozenset[AnswerKey] = frozenset()
    unproven: frozenset[str] = frozenset()

    @property
    def chances(self) -> dict[tuple[int | None, ItemId], float]:
        """The recalibrated P(wrong) of all answers that are offered."""
        return {answer.key: answer.p_wrong for offer in self.batches for answer in offer.answers}

    @property
    def keys(self) -> frozenset[AnswerKey]:
        """All answers that are offered."""
        return frozenset(answer.key for offer in self.batches for answer in offer.answers)

    @property
    def decisions(self) -> int:
        """On how many decisions they rest."""
        return sum(offer.decisions for offer in self.batches)

    def leaving(self, keys: Collection[tuple[int | None, ItemId]]) -> "Offers":
        """Return the same without some answers, which others are about to decide."""
        batches = (
            replace(offer, answers=tuple(answer for answer in offer.answers if answer.key not in keys))
            for offer in self.batches
        )
        return replace(self, batches=tuple(offer for offer in batches if offer.answers))

    def acceptances(self, operator: str, moment: str) -> list[Accepted]:
        """Return what an operator agrees to."""
        return [each for offer in self.batches for each in offer.acceptances(operator, moment)]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A flagged answer that nobody decided, with what makes its place in any order."""

    p_wrong: float
    place: tuple[str, int, int]
    item_id: ItemId
    answer: Answer
    page_id: int


def find_offers(store: Store, rechecks: RecheckTable, pages: Sequence[DeliveredPage]) -> Offers:
    """Work out what may be accepted now.

    Args:
        store: Of the survey; what people said is looked up there, for pages may be a little older.
        rechecks: Of the survey.
        pages: Delivered pages, as one form sees them.
    """
    said = store.judgements.said()
    if said.stamp.decisions_in_force < LEAST_DECISIONS and not said.accepted:
        return Offers()
    read = {page.page_id: page for page in pages if page.outcome is PageOutcome.READ and page.page_id is not None}
    acts = rechecks.acts()
    outcomes = settle_all(read, group_checks(rechecks.checks()))
    lookers = find_lookers(acts, read)
    decisions = Decisions(acts, outcomes, lookers)
    unproven = {act.operator for act in acts if not act.is_check and fold_name(act.operator) not in lookers}
    trusting = Decisions(acts, outcomes, {*lookers, *map(fold_name, unproven)})
    by_batch: dict[int, list[DeliveredPage]] = defaultdict(list)
    for page in read.values():
        by_batch[page.batch].append(page)
    found: list[BatchOffer] = []
    outdated: frozenset[AnswerKey] = frozenset()
    would_help = False
    for batch, own in sorted(by_batch.items()):
        tolerance = store.batches.conditions(batch).settings.tolerance
        outdated |= no_longer_borne_out(own, decisions, said, tolerance)
        if offer := offer_of_batch(batch, own, decisions, said, tolerance):
            found.append(offer)
        elif unproven and not would_help:
            would_help = offer_of_batch(batch, own, trusting, said, tolerance) is not None
    return Offers(tuple(found), said.stamp, outdated, frozenset(unproven) if would_help else frozenset())


def offer_of_batch(
    batch: int, pages: Sequence[DeliveredPage], decisions: Decisions, said: Said, tolerance: float
) -> BatchOffer | None:
    """Work out what may be accepted of one batch; None if nothing.

    Args:
        batch: Its number.
        pages: Its pages that were read.
        decisions: What people decided.
        said: What else they say of single answers.
        tolerance: The batch's own: the share of accepted answers that may be wrong.
    """
    trials = gather_trials(pages, decisions)
    if not are_enough(trials):
        return None
    flagged = [trial for trial in trials if trial.is_flagged]
    open_doubts = [
        (page, item_id) for page in pages for item_id in page.readings if _is_open(page, item_id, decisions, said)
    ]
    limits = limits_of(trials)
    wanted = [each for each in open_doubts if _reading(each).p_wrong < limits[kind_of(_reading(each))]]
    calibration = Calibration(trials)
    if not wanted or calibration.gain <= 0.0:
        return None
    candidates = _recalibrated(wanted, calibration)
    answers = _within_budget(_within_pages(candidates, pages, said, tolerance), pages, said, tolerance)
    if not answers:
        return None
    changed = sum(trial.is_wrong for trial in flagged)
    facts = {"checks": len(trials) - len(flagged), "tolerance": tolerance}
    return BatchOffer(batch, answers, len(flagged), changed, calibration.parameters(facts))


def _reading(doubt: tuple[DeliveredPage, ItemId]) -> ItemReading:
    return doubt[0].readings[doubt[1]]


def _is_open(page: DeliveredPage, item_id: ItemId, decisions: Decisions, said: Said) -> bool:
    """Whether a doubt is a matter of probability on which nobody has said anything yet."""
    assert page.page_id is not None, "pages that were read are kept"
    key = AnswerKey(page.page_id, item_id)
    return (
        is_recalibrated(page, item_id)
        and not decisions.is_decided(key)
        and item_id not in said.accepted.get(page.page_id, {})
        and item_id not in said.doubted.get(page.page_id, ())
        and item_id not in page.disputed | page.doubted
    )


def _recalibrated(wanted: Sequence[tuple[DeliveredPage, ItemId]], calibration: Calibration) -> list[_Candidate]:
    by_kind: dict[DoubtKind, list[tuple[DeliveredPage, ItemId]]] = defaultdict(list)
    for each in wanted:
        by_kind[kind_of(_reading(each))].append(each)
    found = []
    for kind, doubts in by_kind.items():
        refitted = calibration.p_wrong(kind, [_reading(each).p_wrong for each in doubts])
        for (page, item_id), p_wrong in zip(doubts, refitted, strict=True):
            assert page.page_id is not None, "pages that were read are kept"
            answer = page.readings[item_id].answer
            found.append(_Candidate(p_wrong, place_of(page), item_id, answer, page.page_id))
    return sorted(found, key=lambda each: (each.p_wrong, each.place, each.item_id))


def _within_pages(
    candidates: Sequence[_Candidate], pages: Sequence[DeliveredPage], said: Said, tolerance: float
) -> list[_Candidate]:
    """Leave out what the engine would not accept on its page, beside what is accepted there."""
    by_page: dict[int, list[_Candidate]] = defaultdict(list)
    for each in candidates:
        by_page[each.page_id].append(each)
    left_out: set[_Candidate] = set()
    for page in pages:
        if page.page_id in by_page:
            own = by_page[page.page_id]
            beside = [*_accepted_by_engine(page), *_accepted_since(page, said)]
            doubtful = beyond_tolerance([*beside, *(each.p_wrong for each in own)], tolerance)[len(beside) :]
            left_out.update(each for each, is_doubtful in zip(own, doubtful, strict=True) if is_doubtful)
    return [each for each in candidates if each not in left_out]


def _within_budget(
    candidates: Sequence[_Candidate], pages: Sequence[DeliveredPage], said: Said, tolerance: float
) -> tuple[OfferedAnswer, ...]:
    """Take the surest, as long as all that was accepted after all is expected to add few enough wrong answers."""
    since = [p_wrong for page in pages for p_wrong in _accepted_since(page, said)]
    expected, accepted = sum(since), len(since) + sum(len(_accepted_by_engine(page)) for page in pages)
    taken = []
    for each in candidates:
        expected, accepted = expected + each.p_wrong, accepted + 1
        if expected > accepted * tolerance:
            break
        taken.append(OfferedAnswer(AnswerKey(each.page_id, each.item_id), each.answer, each.p_wrong))
    return tuple(taken)


def _accepted_by_engine(page: DeliveredPage) -> list[float]:
    return [reading.p_wrong for reading in page.readings.values() if not reading.flags]


def _accepted_since(page: DeliveredPage, said: Said) -> list[float]:
    accepted: Mapping[ItemId, Acceptance] = said.accepted.get(page.page_id or 0, {})
    return [each.p_wrong for item_id, each in accepted.items() if item_id in page.readings]
