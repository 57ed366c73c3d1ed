"""Exact intervals of counted shares: Clopper and Pearson (1934), who never promise too much."""

import math
from dataclasses import dataclass

import numpy as np

_TAIL = 0.025  # on either side of a 95 % interval


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of shares, 0.0-1.0."""

    low: float
    high: float


def exact_interval(count: int, trials: int) -> Interval:
    """Return the exact 95 % interval of the share behind ``count`` of ``trials``; of none tried, everything."""
    if trials == 0:
        return Interval(0.0, 1.0)
    if count > trials / 2:  # the same seen from the other side, with fewer terms to sum
        other = exact_interval(trials - count, trials)
        return Interval(1 - other.high, 1 - other.low)
    low = _share_at(count - 1, trials, 1 - _TAIL) if count else 0.0
    return Interval(low, _share_at(count, trials, _TAIL))


def _share_at(count: int, trials: int, chance: float) -> float:
    """Return the share at which ``count`` or fewer of ``trials`` have the given chance, by bisection."""
    low, high = 0.0, 1.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(count, trials, middle) > chance else (low, middle)
    return high


def _at_most(count: int, trials: int, share: float) -> float:
    """Chance of ``count`` or fewer of ``trials``: the sum of the binomial terms, from their logarithms."""
    if share in (0.0, 1.0) or count >= trials:
        return float(share < 1 or count >= trials)
    steps = np.arange(1, count + 1)
    ways = np.concatenate([[0.0], np.cumsum(np.log((trials + 1 - steps) / steps))])
    hits = np.arange(count + 1)
    logs = ways + hits * math.log(share) + (trials - hits) * math.log1p(-share)
    return min(float(np.exp(logs).sum()), 1.0)
