"""Whether a difference may be chance: two shares against each other, and many such tests at once."""

from collections.abc import Sequence
from math import inf, sqrt
from statistics import NormalDist

from exports.satisfaction import Share

SIGNIFICANT_BELOW = 0.05
"""A difference with a smaller p value is called one."""


def p_value_of_difference(first: Share, second: Share) -> float:
    """Return the two-sided p value of the z test for two shares, the variance pooled under "no difference".

    What counts is how many plain random people each share is as sure as (``Share.sample_size``), not how many answers
    it is made of. These sizes are seldom whole, and the shares are often means of shares, so an exact test of counts
    has no counts to work on. (Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3rd ed., 3.2.)

    Args:
        first: With a value.
        second: Likewise; of other people.
    """
    if first.value is None or second.value is None:
        raise AssertionError("a share of nobody cannot be compared")
    variances = 1 / first.sample_size, 1 / second.sample_size  # for a share of one half, in units of p (1 - p)
    difference = abs(first.value - second.value)
    if difference == 0.0:
        return 1.0
    if sum(variances) == 0.0:  # everyone was asked in both places, so they do differ
        return 0.0
    common = (first.value * variances[1] + second.value * variances[0]) / sum(variances)
    error = sqrt(common * (1 - common) * sum(variances))
    z = difference / error if error else inf
    return 2 * (1 - NormalDist().cdf(z)) if z < inf else 0.0


def holm(p_values: Sequence[float]) -> list[float]:
    """Return p values adjusted for their number, in the order given (Holm 1979, Scand. J. Statistics 6, 65-70)."""
    adjusted = [0.0] * len(p_values)
    so_far = 0.0
    for rank, position in enumerate(sorted(range(len(p_values)), key=lambda at: p_values[at])):
        so_far = max(so_far, min(1.0, (len(p_values) - rank) * p_values[position]))
        adjusted[position] = so_far
    return adjusted
