"""How closely two rankings of the same people agree: Spearman's rank correlation and its interval.

Spearman's and not Kendall's: for answers of a few levels, most of them tied, the interval of Bonett & Wright keeps its
promise (Ruscio 2008, J. Modern Applied Statistical Methods 7, 416-434), and readers know its scale from Pearson's.
"""

from dataclasses import dataclass
from math import atanh, sqrt, tanh

import numpy as np
import numpy.typing as npt

from exports.tally.statistics.intervals import CONFIDENCE, quantile

_ALMOST_ONE = 1 - 1e-9  # Fisher's transformation of 1 is infinite


@dataclass(frozen=True, slots=True)
class RankCorrelation:
    """A rank correlation of pairs of answers.

    Attributes:
        value: -1.0 to 1.0.
        pairs: People of whom both answers are known.
        low: Lower end of the 95 % interval.
        high: Its upper end.
    """

    value: float
    pairs: int
    low: float
    high: float


def spearman(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> RankCorrelation | None:
    """Correlate the ranks of two answers, ties sharing their mean rank.

    The interval is symmetric on Fisher's scale, with the variance (1 + r^2 / 2) / (n - 3) of Bonett & Wright (2000),
    Psychometrika 65, 23-28. It takes the people for a plain random sample.

    Args:
        one: (people,) answers, NaN where there is none.
        other: (people,) likewise; people with both count.

    Returns:
        None for fewer than four pairs, and where one of the two does not vary.
    """
    is_pair = np.isfinite(one) & np.isfinite(other)
    pairs = int(is_pair.sum())
    if pairs < 4:
        return None
    ranks, others = (_mid_ranks(each[is_pair]) for each in (one, other))
    spread = float(ranks @ ranks) * float(others @ others)
    if spread == 0:
        return None
    value = min(1.0, max(-1.0, float(ranks @ others) / sqrt(spread)))
    center = atanh(max(-_ALMOST_ONE, min(_ALMOST_ONE, value)))
    half = quantile(CONFIDENCE) * sqrt((1 + value * value / 2) / (pairs - 3))
    return RankCorrelation(value, pairs, tanh(center - half), tanh(center + half))


def _mid_ranks(answers: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return ranks from the mean rank, those of equal answers being the middle of their places."""
    _, place, counts = np.unique(answers, return_inverse=True, return_counts=True)
    middles = np.cumsum(counts) - (counts - 1) / 2
    middles -= (len(answers) + 1) / 2
    middles[np.abs(middles) < 1e-9] = 0.0
    return np.asarray(middles[place], dtype=np.float64)
