"""Whether a difference may be chance: two shares against each other, and many such tests at once."""

from collections.abc import Sequence
from math import inf, sqrt
from statistics import NormalDist

from exports.tally.statistics.share import Share

SIGNIFICANT_BELOW = 0.05
"""A difference with a smaller p value is called one."""

LEAST_EXPECTED = 5.0
"""Below this expected count in any cell the approximations are not trusted (Cochran 1954, Biometrics 10)."""


def p_value_of_difference(first: Share, second: Share) -> float:
    """Return the two-sided p value of the z test for two shares, the variance pooled under "no difference".

    What counts is how many plain random people each share is as sure as (``Share.sample_size``), not how many answers
    it is made of. It is the chi-square test of the 2 x 2 table without continuity correction. (Fleiss, Levin & Paik
    2003, Statistical Methods for Rates and Proportions, 3rd ed., 3.2.)

    Args:
        first: With a value.
        second: Likewise; of other people.
    """
    difference = abs(known_value(first) - known_value(second))
    if difference == 0.0:
        return 1.0
    error = standard_error(common_share(first, second), first, second)
    return 2 * NormalDist().cdf(-difference / error) if error else 0.0  # no error: everyone was asked, so they differ


def p_value_even_of_few(first: Share, second: Share) -> float:
    """Return the p value of the z test, or of Fisher's exact test (1935) where so few people do not bear the former.

    Fisher's test takes whole people, so it works on rounded counts, for a sample size may be corrected. Only a question
    that each answers once has people who bear a property: shares of several answers each stay with the z test, and so
    does a place where everyone was asked, which is no sample.

    Args:
        first: With a value.
        second: Likewise; of other people.
    """
    common = common_share(first, second)
    people = first.sample_size, second.sample_size
    # Rounded, for five must not be a little less than five because of how numbers are kept.
    if max(people) == inf or not (first.is_one_each and second.is_one_each):
        return p_value_of_difference(first, second)
    if round(min(people) * min(common, 1 - common), 9) >= LEAST_EXPECTED:
        return p_value_of_difference(first, second)
    from scipy.stats import fisher_exact  # takes a second to load, and only a comparison of few people needs it

    return float(fisher_exact([_whole_people(first), _whole_people(second)]).pvalue)


def common_share(first: Share, second: Share) -> float:
    """Return the share of both together, each counting by its sample size."""
    weights = 1 / second.sample_size, 1 / first.sample_size  # either may be 0.0: the other is a sample, this is not
    if sum(weights) == 0.0:
        weights = 1.0, 1.0
    return (known_value(first) * weights[0] + known_value(second) * weights[1]) / sum(weights)


def standard_error(common: float, first: Share, second: Share) -> float:
    """Return the standard error of the difference of two shares, if both places had the same share ``common``."""
    return sqrt(common * (1 - common) * (1 / first.sample_size + 1 / second.sample_size))


def known_value(share: Share) -> float:
    """Return the value of a share that has one."""
    assert share.value is not None, "a share of nobody cannot be compared"
    return share.value


def holm(p_values: Sequence[float]) -> list[float]:
    """Return p values adjusted for their number, in the order given (Holm 1979, Scand. J. Statistics 6, 65-70).

    The chance that a table without any true difference calls one or more of its rows a difference stays below
    ``SIGNIFICANT_BELOW``.
    """
    adjusted = [0.0] * len(p_values)
    so_far = 0.0
    for rank, position in enumerate(sorted(range(len(p_values)), key=lambda at: p_values[at])):
        so_far = max(so_far, min(1.0, (len(p_values) - rank) * p_values[position]))
        adjusted[position] = so_far
    return adjusted


def holm_limits(adjusted: Sequence[float]) -> list[float]:
    """Return the p value below which each row of a table is called a difference, the other rows being what they are.

    With k rows called differences out of m, the next one needs p < ``SIGNIFICANT_BELOW`` / (m - k); one of the k
    itself needed p < ``SIGNIFICANT_BELOW`` / (m - k + 1).

    Args:
        adjusted: The p values of the table, adjusted by ``holm``.
    """
    called = [value < SIGNIFICANT_BELOW for value in adjusted]
    others = len(adjusted) - sum(called)
    return [SIGNIFICANT_BELOW / (others + 1 if is_called else others) for is_called in called]


def _whole_people(share: Share) -> tuple[int, int]:
    people = round(share.sample_size)
    having = round(known_value(share) * people)
    return having, people - having
