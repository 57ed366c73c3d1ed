"""How sure a share is: Wilson's score interval."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
"""The level every interval of the workbook is stated at."""

GREY_BELOW = 30
"""Figures of fewer valid responses are greyed and not ranked: at 85 % the interval is then wider than +-12 points."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of shares, 0.0-1.0."""

    low: float
    high: float


def quantile(confidence: float) -> float:
    """Return how many standard deviations a two-sided interval of the normal distribution reaches."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson_interval(successes: float, trials: int, confidence: float = CONFIDENCE) -> Interval:
    """Return the score interval of Wilson (1927) for ``successes`` out of ``trials``.

    Satisfaction is often near 100 %, where the usual p +- z*s leaves the range of shares; this one never does.

    Args:
        successes: May be fractional, for a share that is a mean of shares.
        trials: At least 1.
        confidence: Of the two-sided interval, 0.0-1.0.
    """
    z = quantile(confidence)
    share = successes / trials
    shrink = 1 + z * z / trials
    center = (share + z * z / (2 * trials)) / shrink
    half = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / shrink
    return Interval(max(0.0, center - half), min(1.0, center + half))
