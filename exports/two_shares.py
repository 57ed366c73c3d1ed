"""Two shares held against each other: whether they differ, by how much, and what could have been noticed at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from exports.intervals import Interval, wilson_interval

SIGNIFICANCE = 0.05
"""A difference is called one when chance alone would show as much, or more, in fewer than 1 of 20 such tables."""

_FEWEST_EXPECTED = 5  # Cochran (1954): below it the normal approximation is not to be trusted


class Method(StrEnum):
    """How a difference was tested."""

    Z = "z"
    FISHER = "fisher"


@dataclass(frozen=True, slots=True)
class Sample:
    """A share and how many people it rests on.

    Attributes:
        share: 0.0-1.0.
        people: At least 1.
    """

    share: float
    people: int

    @property
    def successes(self) -> float:
        """People with the property; a fraction where the share is pooled over the answers of each."""
        return self.share * self.people


@dataclass(frozen=True, slots=True)
class DifferenceTest:
    """How surprising a difference would be if there were none: a two-sided p-value, and how it was found."""

    p_value: float
    method: Method


def find_difference(earlier: Sample, later: Sample) -> DifferenceTest:
    """Test whether two shares of different people differ.

    The two-proportion z test with pooled variance, which is the chi-square test of the 2 x 2 table without continuity
    correction. Where that table expects fewer than five people in a cell, Fisher's exact test (1935), two-sided, on
    counts rounded to whole people.
    """
    if _fewest_expected(earlier, later) < _FEWEST_EXPECTED:
        return DifferenceTest(_fisher(earlier, later), Method.FISHER)
    error = _standard_error(_pooled(earlier, later), earlier.people, later.people)
    z = abs(later.share - earlier.share) / error
    return DifferenceTest(2 * NormalDist().cdf(-z), Method.Z)


def difference_interval(earlier: Sample, later: Sample) -> Interval:
    """Return the 95 % interval of ``later - earlier``: Newcombe's hybrid score interval, -1.0 to 1.0.

    Method 10 of R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
    Medicine 17 (1998), 873-890: it joins the Wilson intervals of the two shares and, like them, holds near 100 %.
    """
    before, after = (wilson_interval(sample.successes, sample.people) for sample in (earlier, later))
    difference = later.share - earlier.share
    down = sqrt((later.share - after.low) ** 2 + (before.high - earlier.share) ** 2)
    up = sqrt((after.high - later.share) ** 2 + (earlier.share - before.low) ** 2)
    return Interval(difference - down, difference + up)


def smallest_visible(earlier: Sample, later: Sample, level: float = SIGNIFICANCE) -> float:
    """Return the smallest observed difference, either way, that the z test would call one at ``level``.

    Rests on the pooled share, drawn towards one half as in Wilson's interval: where everybody is satisfied, the pooled
    share itself would promise that any difference can be seen.
    """
    z = NormalDist().inv_cdf(1 - level / 2)
    everyone = wilson_interval(_pooled(earlier, later) * (earlier.people + later.people), earlier.people + later.people)
    return z * _standard_error((everyone.low + everyone.high) / 2, earlier.people, later.people)


def adjust_holm(p_values: Sequence[float]) -> list[float]:
    """Return p-values adjusted for being many, in the order given: S. Holm, Scand. J. Statist. 6 (1979), 65-70.

    The chance that a table without any true difference calls one or more of its rows a difference stays at the level.
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    adjusted = [1.0] * len(p_values)
    largest = 0.0
    for place, position in enumerate(order):
        largest = max(largest, min(1.0, p_values[position] * (len(p_values) - place)))
        adjusted[position] = largest
    return adjusted


def levels_holm(adjusted: Sequence[float], level: float = SIGNIFICANCE) -> list[float]:
    """Return the level at which each row counts as a difference, the other rows being what they are.

    With k rows called differences out of m, the next one needs p <= level / (m - k); one of the k itself needed
    level / (m - k + 1).
    """
    called = [value < level for value in adjusted]
    others = len(adjusted) - sum(called)
    return [level / (others + 1) if is_called else level / others for is_called in called]


def _fewest_expected(earlier: Sample, later: Sample) -> float:
    share = _pooled(earlier, later)
    return min(earlier.people, later.people) * min(share, 1 - share)


def _pooled(earlier: Sample, later: Sample) -> float:
    return (earlier.successes + later.successes) / (earlier.people + later.people)


def _standard_error(share: float, earlier: int, later: int) -> float:
    return sqrt(share * (1 - share) * (1 / earlier + 1 / later))


def _fisher(earlier: Sample, later: Sample) -> float:
    from scipy.stats import fisher_exact  # takes a second to load, and only comparisons of few people need it

    table = [[round(each.successes), each.people - round(each.successes)] for each in (earlier, later)]
    return float(fisher_exact(table).pvalue)
