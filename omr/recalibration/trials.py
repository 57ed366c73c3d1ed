"""Which decisions put the stated P(wrong) of a batch to the test, and how each of them came out.

A decision counts where somebody looked at a doubt that is a matter of probability: not where a box could not be seen
or placed, where people must say which of several marks is meant, or where one word stands for all of a page. What was
confirmed faster than anybody looks, what people see differently, and what is confirmed by somebody who has not shown
yet that they look, shows nothing; what was changed always counts.

Accepted answers come in by the blind re-check, which drew them by chance; those that somebody came upon and changed
count as well, while nothing follows from those that somebody came upon and left.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from form_templates.model import ItemId
from omr.recheck.checks import AnswerKey, CheckStanding, Outcome, fold_name
from omr.recheck.operators import LONGEST_PAUSE_S, Act
from omr.responses import Aspect, DeliveredPage
from omr.results import Answer, Flag, ItemReading

_OF_PROBABILITY = frozenset({Flag.FAINT_MARK, Flag.UNCERTAIN, Flag.CANCELLED_MARK})
_EVEN = 0.5  # from here on a rule has set P(wrong), not the ink: two marks, ink beside all boxes
_FASTEST_PER_S = 3.0  # answers that somebody can look at, one by one or side by side
_LEAST_BLIND = 10  # answers that somebody must have read without a proposal, if they never changed one
_MOST_OF_A_PAGE = 4.0  # what one hand and one pen can show, however many answers of theirs are confirmed
_RIGHT = (CheckStanding.AGREED, CheckStanding.SLIP)


class DoubtKind(StrEnum):
    """What is doubted of an answer."""

    BLANK = "blank"  # that nothing is marked
    MARKED = "marked"  # which mark is meant
    WITHDRAWN = "withdrawn"  # whether a mark was taken back


@dataclass(frozen=True, slots=True)
class ReadingTrial:
    """A stated P(wrong) put to the test.

    Attributes:
        place: Of the page: the same for the same scan, in whatever survey and order it was read.
        item_id: The item.
        kind: What was doubted.
        p_stated: What the engine said, above 0.0 and below 1.0.
        is_wrong: Whether it was wrong.
        is_flagged: Whether it was flagged; else the engine had accepted it.
        weight: How much it counts, up to 1.0.
    """

    place: tuple[str, int, int]
    item_id: ItemId
    kind: DoubtKind
    p_stated: float
    is_wrong: bool
    is_flagged: bool
    weight: float = 1.0


def is_recalibrated(page: DeliveredPage, item_id: ItemId) -> bool:
    """Whether what the engine doubts of an item is a matter of probability, on a page that it placed by itself."""
    reading = page.readings[item_id]
    return (
        bool(reading.flags)
        and reading.flags <= _OF_PROBABILITY
        and 0.0 < reading.p_wrong < _EVEN
        and Aspect.PIN not in page.said_by
    )


def kind_of(reading: ItemReading) -> DoubtKind:
    """Return what is doubted of a reading."""
    if Flag.CANCELLED_MARK in reading.flags:
        return DoubtKind.WITHDRAWN
    return DoubtKind.MARKED if reading.answer else DoubtKind.BLANK


def place_of(page: DeliveredPage) -> tuple[str, int, int]:
    """Name a page by its scan, so that nothing hinges on the order in which pages were read."""
    return page.content_hash, page.page_in_file, page.part


@dataclass(frozen=True, slots=True)
class _Decided:
    """What came of the decisions on an answer: the one in force, and whether it shows anything where it confirms."""

    answer: Answer | None
    is_telling: bool


class Decisions:
    """What people decided of a survey's answers, as far as it is in force."""

    def __init__(self, acts: Iterable[Act], outcomes: Mapping[AnswerKey, Outcome], lookers: Collection[str]) -> None:
        """Take all acts of people, those on one answer in order, what came of re-checked answers, and who looks."""
        acts = [act for act in acts if not act.is_check]
        self._outcomes = outcomes
        self._decided = _in_force(acts, _hurried(acts), lookers)

    def is_decided(self, key: AnswerKey) -> bool:
        """Whether a decision on an answer is in force."""
        return key in self._decided

    def came_out_wrong(self, key: AnswerKey, reading: ItemReading, *, is_flagged: bool) -> bool | None:
        """Return whether a reading was wrong; None where nothing follows.

        A difference that is still open counts as wrong, as everywhere in the re-check.
        """
        if key in self._outcomes:
            return self._outcomes[key].standing not in _RIGHT
        decided = self._decided.get(key)
        if decided is None:
            return None
        if decided.answer != reading.answer:
            return True
        return False if is_flagged and decided.is_telling else None


def gather_trials(pages: Iterable[DeliveredPage], decisions: Decisions) -> tuple[ReadingTrial, ...]:
    """Return what put the stated P(wrong) of some pages to the test, in an order that follows from the scans alone."""
    trials = []
    for page in pages:
        for item_id, reading in page.readings.items():
            is_flagged = is_recalibrated(page, item_id)
            if (reading.flags and not is_flagged) or not 0.0 < reading.p_wrong < 1.0:
                continue
            assert page.page_id is not None, "pages that were read are kept"
            is_wrong = decisions.came_out_wrong(AnswerKey(page.page_id, item_id), reading, is_flagged=is_flagged)
            if is_wrong is not None:
                kind = kind_of(reading)
                trials.append(ReadingTrial(place_of(page), item_id, kind, reading.p_wrong, is_wrong, is_flagged))
    return _weighed(sorted(trials, key=lambda trial: (trial.place, trial.item_id)))


def _weighed(trials: Sequence[ReadingTrial]) -> tuple[ReadingTrial, ...]:
    """Let what was right on one page count for so much at most; what was wrong counts in full."""
    right = Counter(trial.place for trial in trials if not trial.is_wrong)
    return tuple(
        trial
        if trial.is_wrong
        else ReadingTrial(
            trial.place,
            trial.item_id,
            trial.kind,
            trial.p_stated,
            is_wrong=False,
            is_flagged=trial.is_flagged,
            weight=min(1.0, _MOST_OF_A_PAGE / right[trial.place]),
        )
        for trial in trials
    )


def find_lookers(acts: Iterable[Act], pages: Mapping[int, DeliveredPage]) -> frozenset[str]:
    """Return, folded, the names of those who have shown that they look, and do not only press Enter.

    They decided otherwise than the proposal at least once, or read some answers blind as the engine does.

    Args:
        acts: Of all people in the survey.
        pages: All pages that were read, by page id.
    """
    lookers: set[str] = set()
    blind: Counter[str] = Counter()
    for act in acts:
        page = pages.get(act.key.page_id)
        reading = page.readings.get(act.key.item_id) if page else None
        if reading is None or act.is_withdrawn:
            continue
        if not act.is_check and act.answer != reading.answer:
            lookers.add(fold_name(act.operator))
        elif act.is_check and act.answer == reading.answer:
            blind[fold_name(act.operator)] += 1
    return frozenset(lookers | {name for name, count in blind.items() if count >= _LEAST_BLIND})


def _in_force(acts: Sequence[Act], hurried: frozenset[int], lookers: Collection[str]) -> dict[AnswerKey, _Decided]:
    """Return the last decision on every answer that was not taken back."""
    by_key: dict[AnswerKey, list[tuple[int, Act]]] = defaultdict(list)
    for number, act in enumerate(acts):
        if not act.is_withdrawn:
            by_key[act.key].append((number, act))
    found = {}
    for key, made in by_key.items():
        number, last = made[-1]
        others = [act for _, act in made if fold_name(act.operator) != fold_name(last.operator)]
        is_disputed = any(act.answer != last.answer for act in others)
        is_seen = number not in hurried and fold_name(last.operator) in lookers
        found[key] = _Decided(last.answer, is_telling=not is_disputed and is_seen)
    return found


def _hurried(acts: Sequence[Act]) -> frozenset[int]:
    """Return the places, among all acts, of those that somebody made faster than they can have looked.

    Acts are known to the second, so all that one person did in a second is judged together, by the time since what
    they did before. After a long pause they may have looked; the very first time, nothing says that they did.
    """
    by_second: dict[str, dict[datetime, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, act in enumerate(acts):
        by_second[fold_name(act.operator)][datetime.fromisoformat(act.decided_at)].append(number)
    hurried: set[int] = set()
    for of_operator in by_second.values():
        moments = sorted(of_operator)
        passed_s = [1.0, *((moment - before).total_seconds() for before, moment in pairwise(moments))]
        for moment, since_s in zip(moments, passed_s, strict=True):
            if since_s <= LONGEST_PAUSE_S and len(of_operator[moment]) > _FASTEST_PER_S * since_s:
                hurried.update(of_operator[moment])
    return frozenset(hurried)
