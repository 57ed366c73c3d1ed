"""Probabilities to answers: what each item's marks say together, how likely that is wrong, and who should look.

Needs no pixels. For one item with options 1..n the respondent marked some subset of them. Its probability is

    P(subset | ink)  ~  prior(size of subset)  *  product over options of P(ink | marked) or P(ink | empty)

with the likelihoods taken from the mark model (its posterior divided by the share of areas that are marked in its
training). The prior says what people do: one mark on a single-choice item, seldom none, hardly ever two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Item, ItemKind
from omr.results import Answer, Flag, ItemReading, MarkReading

_BLANK_PRIOR = 0.04  # items left blank, from published item non-response of satisfaction surveys
_DOUBLE_PRIOR = 0.01  # single-choice items with two marks
_MULTIPLE_PRIOR = 0.25  # each option of a multiple-choice item
_CORRECTED_SHARE = 0.02  # of answers with a mark taken back
# An answer is accepted up to ten times the tolerance: nine in ten are surer than a hundredth of it, so the expected
# share of wrong answers among all accepted ones stays below it.
_ACCEPTED_TIMES = 10
_LEFT_ALONE = 0.25  # share of the corrections after which no other option is marked; simulated people do so in 0.12
_MISPLACED_MM = 0.6  # an outline this far from where it was measured: a third of its half width
_FAINT = 0.05  # P(marked) of an area that was not chosen, beyond which doubt is about faint ink


@dataclass(frozen=True, slots=True, eq=False)
class AreaEvidence:
    """What is known about one response area when deciding.

    Attributes:
        mark: The measurement.
        log_odds: Log of P(ink | marked) / P(ink | empty).
        p_cancelled: Probability that a mark was withdrawn.
        misplaced_mm: How far its outline is from where it was measured.
    """

    mark: MarkReading
    log_odds: float
    p_cancelled: float
    misplaced_mm: float


def gather_evidence(
    marks: Sequence[MarkReading],
    log_probabilities: NDArray[np.float64],
    misplaced_mm: Sequence[float],
    marked_share: float,
) -> tuple[AreaEvidence, ...]:
    """Turn the mark model's probabilities into evidence that no longer depends on how often areas are marked.

    Args:
        marks: One per response area.
        log_probabilities: Log P(empty), P(marked), P(cancelled) of each, (N, 3).
        misplaced_mm: How far each area's outline is from where it was measured.
        marked_share: Share of areas with ink for which the probabilities hold.
    """
    trained = np.log(marked_share / (1 - marked_share))
    with_ink = np.logaddexp(log_probabilities[:, 1], log_probabilities[:, 2])
    odds = with_ink - log_probabilities[:, 0] - trained
    cancelled = _unusual(np.exp(log_probabilities[:, 2]), np.exp(log_probabilities[:, 0]) < 0.5)
    return tuple(
        AreaEvidence(mark, float(log_odds), float(p_cancelled), float(off))
        for mark, log_odds, p_cancelled, off in zip(marks, odds, cancelled, misplaced_mm, strict=True)
    )


def _unusual(p_cancelled: NDArray[np.float64], is_mark: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weigh a withdrawn look against the sheet: who scribbles every answer withdraws none of them by scribbling.

    The log odds fall by twice the log of how much commoner the look is among the sheet's other marks than corrections
    are among people's answers.
    """
    marks = max(int(is_mark.sum()), 1)
    others = (float(p_cancelled[is_mark].sum()) - p_cancelled * is_mark) / max(marks - 1, 1)
    odds = np.log(np.clip(p_cancelled, 1e-12, 1 - 1e-12)) - np.log1p(-np.clip(p_cancelled, 1e-12, 1 - 1e-12))
    return np.asarray(1 / (1 + np.exp(2 * np.log1p(others / _CORRECTED_SHARE) - odds)))


def decide_item(item: Item, evidence: Sequence[AreaEvidence], tolerance: float) -> ItemReading:
    """Decide one choice item.

    Args:
        item: What was asked.
        evidence: One per option, in printed order.
        tolerance: Share of accepted answers that may be wrong.
    """
    odds = np.array([area.log_odds for area in evidence])
    chosen, p_other = _most_probable(odds, item.kind)
    p_withdrawn = 1 - float(np.prod([1 - _left_alone(evidence[index].p_cancelled) for index in chosen]))
    p_wrong = 1 - (1 - p_other) * (1 - p_withdrawn)
    is_too_many = len(chosen) > _most_allowed(item)
    if is_too_many:
        p_wrong = max(p_wrong, 0.5)  # which of the marks is meant, the ink does not say
    flags = set[Flag]()
    if is_too_many:
        flags.add(Flag.DOUBLE_MARK)
    if max((area.misplaced_mm for area in evidence), default=0.0) > _MISPLACED_MM:
        flags.add(Flag.NOT_LOCATED)
    if p_wrong > _ACCEPTED_TIMES * tolerance and not flags:
        flags.add(Flag.CANCELLED_MARK if p_withdrawn > p_other else _doubt(evidence, set(chosen)))
    answer: Answer = tuple(evidence[index].mark.option for index in chosen)
    return ItemReading(item.item_id, answer, p_wrong, frozenset(flags))


def _left_alone(p_cancelled: float) -> float:
    """Return the probability that a mark is withdrawn, given that no replacement for it was found."""
    return p_cancelled * _LEFT_ALONE / (p_cancelled * _LEFT_ALONE + 1 - p_cancelled)


def _most_allowed(item: Item) -> int:
    return 1 if item.kind is ItemKind.SINGLE else item.max_choices or len(item.options)


def decide_handwriting(item: Item, ink_share: float) -> ItemReading:
    """Decide a text or number item: blank, or to be typed by a person."""
    # 0.4 %: one letter of 3 mm in a line of 150 mm; ruled lines and dirt stay below.
    is_written = ink_share > 0.004
    flags = frozenset({Flag.HANDWRITING}) if is_written else frozenset[Flag]()
    return ItemReading(item.item_id, (), 1.0 if is_written else 0.0, flags)


def _most_probable(odds: NDArray[np.float64], kind: ItemKind) -> tuple[tuple[int, ...], float]:
    """Return the most probable subset of options and the probability that it is another one."""
    if kind is ItemKind.MULTIPLE:
        return _most_probable_marks(odds + np.log(_MULTIPLE_PRIOR / (1 - _MULTIPLE_PRIOR)))
    subsets, members, log_priors = _subsets(len(odds))
    scores = log_priors + members @ odds
    best = int(scores.argmax())
    return subsets[best], _share(np.logaddexp.reduce(np.delete(scores, best)) - scores[best])


@cache
def _subsets(options: int) -> tuple[tuple[tuple[int, ...], ...], NDArray[np.float64], NDArray[np.float64]]:
    """Return the sets of up to three options, which options each holds (S, n), and its log prior (S,)."""
    subsets = tuple(s for size in range(min(options, 3) + 1) for s in combinations(range(options), size))
    members = np.array([[float(option in subset) for option in range(options)] for subset in subsets])
    return subsets, members.reshape(len(subsets), options), np.array([_log_prior(len(s), options) for s in subsets])


def _most_probable_marks(log_odds: NDArray[np.float64]) -> tuple[tuple[int, ...], float]:
    p_other_state = 1 / (1 + np.exp(np.abs(log_odds)))
    p_wrong = -np.expm1(np.log1p(-p_other_state).sum())
    return tuple(np.flatnonzero(log_odds > 0).tolist()), float(p_wrong)


def _log_prior(size: int, options: int) -> float:
    """Return the log probability of one particular subset of ``size`` options."""
    if size == 0:
        return float(np.log(_BLANK_PRIOR))
    if size == 1:
        return float(np.log((1 - _BLANK_PRIOR - _DOUBLE_PRIOR) / options))
    pairs = max(1.0, options * (options - 1) / 2)
    return float(np.log(_DOUBLE_PRIOR / pairs) + (size - 2) * np.log(0.05))


def _share(log_odds: float) -> float:
    return float(1 / (1 + np.exp(-log_odds)))


def _doubt(evidence: Sequence[AreaEvidence], chosen: set[int]) -> Flag:
    """Say whether the doubt is about faint ink where nothing firm was found, or about which marks count."""
    unchosen = [area.mark.p_marked for index, area in enumerate(evidence) if index not in chosen]
    weakest = min((evidence[index].mark.p_marked for index in chosen), default=0.0)
    is_faint = weakest < 1 - _FAINT and max(unchosen, default=0.0) < 0.5
    return Flag.FAINT_MARK if is_faint else Flag.UNCERTAIN
