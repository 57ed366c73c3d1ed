"""How probable every answer to every item of a page is, and whether the page was filled in at all.

Needs no pixels. Of one item the respondent marked some options and perhaps took some marks back; ``omr.decisions`` says
how the probability of such a story is made. How often somebody leaves items blank shows on the page itself; whether
anything is marked on it is weighed once for all its items.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from omr.blank_runs import blank_shares
from omr.marks.likelihoods import LogLikelihoods

# Shares of single-choice items by (options marked, options with a mark taken back). Blanks as published for
# satisfaction surveys; corrections and double marks as counted on hand-filled test sheets, rounded.
_SINGLE_STORIES = {
    (0, 0): 0.04, (0, 1): 0.0015, (1, 0): 0.942, (1, 1): 0.011, (1, 2): 0.0005,
    (2, 0): 0.0045, (2, 1): 0.0003, (3, 0): 0.0002,
}  # fmt: skip
_USUAL_BLANKS = _SINGLE_STORIES[0, 0]
_USUAL_ITEMS = 8  # the usual share of blanks weighs as much as this many items of the page at hand
_BLANK_ROUNDS = 3
_UNFILLED = 0.01  # of the pages come back with nothing marked
_VANISHED = 0.01  # of the pages are marked so palely, where a scan may lose that, that not one mark is to be seen
_CERTAIN = 1e-9  # nobody is surer than this of an item, blank or not
_MANY_BLANKS = 0.03  # of the people leave out as much as the page at hand shows; the others as much as usual
_FEWEST_ITEMS = 3  # on a page of which anything can be said as a whole


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Every set of up to three options.

    Attributes:
        options: Which options each set holds.
        members: The same as numbers, (S, n).
        priors: Prior of each set with one particular set of k cancelled options beside it, (S, 3) for k = 0, 1, 2.
    """

    options: tuple[tuple[int, ...], ...]
    members: NDArray[np.float64]
    priors: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Chances:
    """The probability of every answer to one item.

    Attributes:
        answers: The answers there are.
        p: Probability of each, (S,).
        withdrawn: Part of the first, blank, in which a mark was taken back: not left out, and as usual on every page.
        log_evidence: Log of how likely the ink is with the usual share of blanks, relative to no mark at all.
        log_sparse_evidence: The same with the page's own share of blanks.
    """

    answers: Answers
    p: NDArray[np.float64]
    withdrawn: float = 0.0
    log_evidence: float = 0.0
    log_sparse_evidence: float = 0.0


def answer_chances(likelihoods: Sequence[LogLikelihoods]) -> list[Chances]:
    """Return the probabilities of the answers to all single-choice items of a page.

    Args:
        likelihoods: Of each item's options.
    """
    found: list[Chances] = [Chances(_answers(0), np.ones(1))] * len(likelihoods)
    for options in {len(each) for each in likelihoods}:
        alike = [index for index, each in enumerate(likelihoods) if len(each) == options]
        answers = _answers(options)
        marked = np.array([likelihoods[index].marked for index in alike])
        cancelled = np.array([likelihoods[index].cancelled for index in alike])
        chances = np.exp(marked @ answers.members.T) * _cancelled_beside(answers, np.exp(cancelled))
        evidence = chances.sum(axis=1)
        withdrawn = np.maximum(chances[:, 0] - answers.priors[0, 0], 0.0) / evidence
        rows = zip(alike, chances / evidence[:, None], withdrawn.tolist(), np.log(evidence).tolist(), strict=True)
        for index, *of_item in rows:
            found[index] = Chances(answers, *of_item)
    p_blank = np.array([each.p[0] - each.withdrawn for each in found])
    share = _blank_share(p_blank)
    beside = blank_shares(_blank_odds(p_blank).tolist(), _USUAL_BLANKS)
    return [_as_often_blank(*each, share) for each in zip(found, beside, strict=True)]


def _as_often_blank(chances: Chances, share: float, of_page: float) -> Chances:
    """Return the chances of an item's answers where blanks have another share than the usual one.

    Args:
        chances: With the usual share.
        share: Judging by the other items.
        of_page: Of all items of the page.
    """
    sparse = chances.log_evidence + float(np.log(_reweighed(chances, of_page).sum()))
    weighed = _reweighed(chances, share)
    return replace(chances, p=weighed / weighed.sum(), log_sparse_evidence=sparse)


def _blank_odds(p_blank: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much more likely each item's ink is if it is blank than if it is answered, (I,)."""
    certain = np.clip(p_blank, _CERTAIN, 1 - _CERTAIN)
    return np.asarray(certain / (1 - certain) * ((1 - _USUAL_BLANKS) / _USUAL_BLANKS))


def _blank_share(p_blank: NDArray[np.float64]) -> float:
    """Estimate how often the respondent leaves single-choice items blank, from the page itself: empirical Bayes.

    Some leave out whole blocks; where nine items in ten are plainly blank, the tenth is no surprise.

    Args:
        p_blank: Probability that each item is blank with the usual share of blanks, (I,).
    """
    share = _USUAL_BLANKS
    for _ in range(_BLANK_ROUNDS):
        blank = p_blank * share / _USUAL_BLANKS
        answered = (1 - p_blank) * (1 - share) / (1 - _USUAL_BLANKS)
        blanks = float((blank / (blank + answered)).sum())
        share = (blanks + _USUAL_BLANKS * _USUAL_ITEMS) / (len(p_blank) + _USUAL_ITEMS)
    return share


def _reweighed(chances: Chances, share: float) -> NDArray[np.float64]:
    """Weigh an item's answers for another share of items left out: blanks but for those with a mark taken back."""
    answered = (1 - share) / (1 - _USUAL_BLANKS)
    weighted = chances.p * answered
    weighted[0] = (chances.p[0] - chances.withdrawn) * share / _USUAL_BLANKS + chances.withdrawn * answered
    return np.asarray(weighted)


@cache
def _answers(options: int) -> Answers:
    sets = tuple(s for size in range(min(options, 3) + 1) for s in combinations(range(options), size))
    members = [[float(option in chosen) for option in range(options)] for chosen in sets]
    priors = [[_prior(len(chosen), cancelled, options) for cancelled in range(3)] for chosen in sets]
    return Answers(sets, np.array(members).reshape(len(sets), options), np.array(priors))


def _prior(marked: int, cancelled: int, options: int) -> float:
    """Return the probability of one particular story with so many options marked and cancelled."""
    ways = comb(options, marked) * comb(max(options - marked, 0), cancelled)
    return _SINGLE_STORIES.get((marked, cancelled), 0.0) / ways if ways else 0.0


def _cancelled_beside(answers: Answers, cancelled: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum, for each set of options meant, prior times likelihood over all sets of cancelled options beside it.

    Args:
        answers: The sets of options, S of them.
        cancelled: Likelihood that each option was cancelled, (I, n).

    Returns:
        (I, S).
    """
    beside = (1 - answers.members).T
    once = cancelled @ beside
    twice = (once**2 - cancelled**2 @ beside) / 2
    return answers.priors[:, 0] + answers.priors[:, 1] * once + answers.priors[:, 2] * twice


@dataclass(frozen=True, slots=True)
class PageStory:
    """What may be said of a page as a whole.

    Attributes:
        unfilled: Probability that nobody marked it.
        vanished: Probability that it was marked, and all marks were lost.
    """

    unfilled: float
    vanished: float

    @property
    def unmarked(self) -> float:
        """Probability that there is no mark on it to be seen."""
        return self.unfilled + self.vanished

    def weighed(self, answer: tuple[int, ...], p_wrong: float) -> float:
        """Return the probability that an answer is wrong, given that of a page that shows its marks."""
        blank_elsewise = self.vanished if not answer else self.unmarked
        return (1 - self.unmarked) * p_wrong + blank_elsewise


def weigh_page(
    likelihoods: Sequence[LogLikelihoods], chances: Sequence[Chances], log_multiple: Sequence[float]
) -> PageStory:
    """Weigh whether anything is marked on a page at all; specks are no marks where there is nothing beside them.

    Against it stands that people answered it as usual, or left out as much as it shows.

    Args:
        likelihoods: Of each choice item's options.
        chances: Of the single-choice items among them.
        log_multiple: Of the multiple-choice items, log of how likely the ink is relative to no mark at all.
    """
    areas = np.concatenate([each.marked for each in likelihoods]) if likelihoods else np.zeros(0)
    if len(likelihoods) < _FEWEST_ITEMS or not len(areas):
        return PageStory(0.0, 0.0)
    usual = sum(each.log_evidence for each in chances) + sum(log_multiple)
    half_blank = np.logaddexp(0.0, np.array(log_multiple)) - np.log(2)
    sparse = sum(each.log_sparse_evidence for each in chances) + float(half_blank.sum())
    answered = np.logaddexp(np.log(1 - _MANY_BLANKS) + usual, np.log(_MANY_BLANKS) + sparse)
    lost = min(_VANISHED, float(np.exp(np.median(areas))))  # no more than one area's mark
    unmarked = np.log([_UNFILLED, lost]) - np.logaddexp(answered, np.log(_UNFILLED + lost))
    unfilled, vanished = np.exp(unmarked).tolist()
    return PageStory(unfilled, vanished)
