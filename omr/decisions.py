"""Likelihoods to answers: what an item's marks say together, how likely that is wrong, and who should look.

Needs no pixels. Of one item the respondent marked some options and perhaps took some marks back. The probability of
one such story is

    P(marked, cancelled | ink)  ~  prior(how many of each)  *  product over options of P(ink | state of the option)

and the probability of an answer is the sum over all stories that mean it. The prior says what people do: one mark on a
single-choice item, seldom none, hardly ever two; a cancelled mark mostly has another one beside it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Item, ItemId, ItemKind, ResponseArea
from omr.answer_chances import Chances, PageStory, answer_chances, weigh_page
from omr.marks.likelihoods import LogLikelihoods
from omr.results import NOT_READ, Answer, Flag, ItemReading, MarkReading
from omr.tolerance import beyond_tolerance

_OPTION_SHARES = {ItemKind.SINGLE: (0.78, 0.217, 0.003), ItemKind.MULTIPLE: (0.745, 0.25, 0.005)}
_P_STRAY = 0.5  # that ink beside all response areas of a blank item is a mark after all
MISPLACED_MM = 0.6
"""An outline this far from where it was measured was not located: a third of its half width."""


@dataclass(frozen=True, slots=True, eq=False)
class AreaEvidence:
    """What is known about one response area when deciding.

    Attributes:
        option: The option it stands for.
        log_marked: Log of P(ink | marked) / P(ink | empty).
        log_cancelled: Log of P(ink | marked and taken back) / P(ink | empty).
        misplaced_mm: How far its outline is from where it was measured.
        is_hidden: Whether it is covered or torn off, so that nothing is known of it.
        is_off: Whether it is known not to lie on the scanned paper; it is hidden, too.
    """

    option: str
    log_marked: float
    log_cancelled: float
    misplaced_mm: float
    is_hidden: bool = False
    is_off: bool = False


def gather_evidence(
    areas: Sequence[ResponseArea],
    likelihoods: LogLikelihoods,
    misplaced_mm: NDArray[np.float64],
    is_hidden: NDArray[np.bool_],
    is_off: NDArray[np.bool_],
) -> dict[ItemId, list[AreaEvidence]]:
    """Put together what is known about the response areas of a page, by item, in printed order.

    Args:
        areas: The page's response areas, N of them.
        likelihoods: What the mark model says of them.
        misplaced_mm: How far each may be from where it was measured, (N,).
        is_hidden: Which are covered or torn off, (N,).
        is_off: Which of them are known not to lie on the scanned paper, (N,).
    """
    evidence: dict[ItemId, list[AreaEvidence]] = {}
    said = likelihoods.marked.tolist(), likelihoods.cancelled.tolist()
    rows = zip(*said, misplaced_mm, is_hidden.tolist(), is_off.tolist(), strict=True)
    for area, row in zip(areas, rows, strict=True):
        known = AreaEvidence(area.option, *row)
        evidence.setdefault(area.item_id, []).append(known)
    return evidence


def decide_page(
    items: Sequence[Item],
    evidence: Mapping[ItemId, Sequence[AreaEvidence]],
    ink_shares: Mapping[ItemId, float],
    tolerance: float,
    unseen_fields: Mapping[ItemId, Flag] = MappingProxyType({}),
) -> tuple[ItemReading, ...]:
    """Decide all items of one page, in the order given.

    Args:
        items: What was asked.
        evidence: Of the choice items, see ``gather_evidence``.
        ink_shares: Share of each text or number item's field that is ink, 0.0-1.0.
        tolerance: Share of accepted answers that may be wrong.
        unseen_fields: The text and number items whose field cannot be seen whole, and why.
    """
    choices = [(item, evidence.get(item.item_id, ())) for item in items if item.kind.is_choice]
    decided = {reading.item_id: reading for reading in decide_items(choices, tolerance)}
    return tuple(
        decided[item.item_id]
        if item.kind.is_choice
        else decide_handwriting(item, ink_shares[item.item_id], unseen_fields.get(item.item_id))
        for item in items
    )


def decide_items(items: Sequence[tuple[Item, Sequence[AreaEvidence]]], tolerance: float) -> tuple[ItemReading, ...]:
    """Decide the choice items of one page and accept as many as the tolerance allows.

    The surest answers are accepted first, and others as long as the expected share of wrong ones among all accepted on
    the page stays within a few times the tolerance: on a bad scan fewer are accepted.

    Args:
        items: What was asked, and the evidence of each option in printed order.
        tolerance: Share of accepted answers that may be wrong.
    """
    likelihoods = [_likelihoods(evidence) for _, evidence in items]
    singles = [index for index, (item, _) in enumerate(items) if item.kind is ItemKind.SINGLE]
    chances = dict(zip(singles, answer_chances([likelihoods[index] for index in singles]), strict=True))
    multiple = [_log_multiple(each) for index, each in enumerate(likelihoods) if index not in chances]
    page = weigh_page(likelihoods, list(chances.values()), multiple)
    answers = (
        _most_probable(chances[index], page) if index in chances else _multiple(likelihoods[index], page)
        for index in range(len(items))
    )
    decided = [_decide(*pair, answer) for pair, answer in zip(items, answers, strict=True)]
    doubtful = beyond_tolerance([reading.p_wrong if not reading.flags else 1.0 for reading in decided], tolerance)
    is_unmarked = page.unmarked > 0.5 and not any(reading.answer for reading in decided)
    return tuple(
        replace(reading, flags=frozenset({Flag.UNMARKED if is_unmarked else _reason(item, evidence)}))
        if is_doubtful and not reading.flags
        else reading
        for (item, evidence), reading, is_doubtful in zip(items, decided, doubtful, strict=True)
    )


def suspect_blanks(readings: Iterable[ItemReading], suspects: Collection[ItemId]) -> tuple[ItemReading, ...]:
    """Return readings with, for blank items among ``suspects``, the doubt that ink near them deserves."""
    return tuple(_suspect(reading) if reading.item_id in suspects else reading for reading in readings)


def _suspect(reading: ItemReading) -> ItemReading:
    return replace(reading, p_wrong=max(reading.p_wrong, _P_STRAY), flags=frozenset({Flag.FAINT_MARK}))


def _decide(item: Item, evidence: Sequence[AreaEvidence], answer: tuple[tuple[int, ...], float]) -> ItemReading:
    """Make a reading of an item's most probable answer; its flags say what only a person can decide.

    What cannot be seen is not proposed: no mark there, and no blank where one may be missing.
    """
    chosen, p_wrong = answer
    flags = set[Flag]()
    if any(area.is_hidden for area in evidence):
        flags.add(Flag.CUT_OFF if any(area.is_off for area in evidence) else Flag.HIDDEN)
        chosen = tuple(index for index in chosen if not evidence[index].is_hidden)
        p_wrong = p_wrong if chosen else NOT_READ
    if len(chosen) > _most_allowed(item):
        p_wrong = max(p_wrong, 0.5)  # which of the marks is meant, the ink does not say
        flags.add(Flag.DOUBLE_MARK)
    if max((area.misplaced_mm for area in evidence if not area.is_off), default=0.0) > MISPLACED_MM:
        flags.add(Flag.NOT_LOCATED)
    options: Answer = tuple(evidence[index].option for index in chosen)
    return ItemReading(item.item_id, options, p_wrong, frozenset(flags))


def _reason(item: Item, evidence: Sequence[AreaEvidence]) -> Flag:
    """Name the reason why a doubtful answer is doubtful."""
    return _doubt(option_probabilities(_likelihoods(evidence), item.kind))


def _likelihoods(evidence: Sequence[AreaEvidence]) -> LogLikelihoods:
    marked = np.array([area.log_marked for area in evidence], np.float64)
    return LogLikelihoods(marked, np.array([area.log_cancelled for area in evidence], np.float64))


def decide_handwriting(item: Item, ink_share: float, unseen: Flag | None = None) -> ItemReading:
    """Decide a text or number item: blank, or to be typed by a person; ``unseen`` is why part of it cannot be seen."""
    # 0.4 %: one letter of 3 mm in a line of 150 mm; ruled lines and dirt stay below.
    is_written = ink_share > 0.004
    flags = {Flag.HANDWRITING} if is_written else set[Flag]()
    if unseen:
        flags = {unseen} if unseen is Flag.CUT_OFF else flags | {unseen}
    return ItemReading(item.item_id, (), NOT_READ if flags else 0.0, frozenset(flags))


def mark_readings(
    areas: Sequence[ResponseArea],
    items: Iterable[Item],
    fill_ratios: NDArray[np.float32],
    likelihoods: LogLikelihoods,
) -> tuple[MarkReading, ...]:
    """Return what is kept of every response area of a page: its ink, and how probable a mark is.

    Args:
        areas: The page's response areas, N of them.
        items: What they belong to.
        fill_ratios: Share of each area's inside that is ink, (N,).
        likelihoods: What the mark model says of them.
    """
    kinds = {item.item_id: item.kind for item in items}
    is_multiple = np.array([kinds[area.item_id] is ItemKind.MULTIPLE for area in areas], bool)[:, None]
    single, multiple = (option_probabilities(likelihoods, kind) for kind in (ItemKind.SINGLE, ItemKind.MULTIPLE))
    chances = np.where(is_multiple, multiple, single)[:, 1:]
    numbers = np.column_stack([fill_ratios, chances]).tolist()
    return tuple(MarkReading(area.item_id, area.option, *row) for area, row in zip(areas, numbers, strict=True))


def _log_multiple(likelihoods: LogLikelihoods) -> float:
    """Return the log of how likely the ink of a multiple-choice item is, relative to no mark at all."""
    return float(np.logaddexp.reduce(_scores(likelihoods, ItemKind.MULTIPLE), axis=1).sum())


def option_probabilities(likelihoods: LogLikelihoods, kind: ItemKind) -> NDArray[np.float64]:
    """Return P(empty), P(marked), P(cancelled) of every option taken alone, (n, 3).

    Args:
        likelihoods: Of the options, n of them.
        kind: Of the item.
    """
    scores = _scores(likelihoods, kind)
    return np.asarray(np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)))


def _scores(likelihoods: LogLikelihoods, kind: ItemKind) -> NDArray[np.float64]:
    empty = np.zeros(len(likelihoods))
    columns = np.column_stack([empty, likelihoods.marked, likelihoods.cancelled])
    return np.asarray(np.log(_OPTION_SHARES[kind]) + columns)


def _most_allowed(item: Item) -> int:
    return 1 if item.kind is ItemKind.SINGLE else item.max_choices or len(item.options)


def _multiple(likelihoods: LogLikelihoods, page: PageStory) -> tuple[tuple[int, ...], float]:
    """Return the most probable options of a multiple-choice item, and the probability that others are meant."""
    p_marked = (1 - page.unmarked) * option_probabilities(likelihoods, ItemKind.MULTIPLE)[:, 1]
    p_right = np.maximum(p_marked, 1 - p_marked)
    chosen = tuple(np.flatnonzero(p_marked > 0.5).tolist())
    return chosen, min(float(-np.expm1(np.log(p_right).sum())) + (page.vanished if not chosen else 0.0), 1.0)


def _most_probable(chances: Chances, page: PageStory) -> tuple[tuple[int, ...], float]:
    """Return the most probable options of a single-choice item, and the probability that others are meant."""
    p = (1 - page.unmarked) * chances.p
    p[0] += page.unfilled
    best = int(p.argmax())
    chosen = chances.answers.options[best]
    others = float(chances.p[:best].sum() + chances.p[best + 1 :].sum())
    return chosen, page.weighed(chosen, others)


def _doubt(chances: NDArray[np.float64]) -> Flag:
    """Name the doubt after the option that is doubted most: was a mark taken back, is faint ink a mark, or which."""
    ordered = np.sort(chances, axis=1)
    doubted = int(ordered[:, 1].argmax())  # whose second best state is most probable
    states = np.argsort(chances[doubted])[-2:]
    if 2 in states:
        return Flag.CANCELLED_MARK
    others = np.delete(chances[:, 1], doubted)
    return Flag.FAINT_MARK if others.max(initial=0.0) < 0.5 else Flag.UNCERTAIN
