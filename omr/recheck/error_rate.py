"""Exact intervals of counted shares (Clopper and Pearson 1934): they hold the true share at least as often as said.

``scipy.special`` has the functions, but loading it takes 0.3 s (``scipy.stats`` 1.4 s) where ``main.py status``, which
shows these intervals, loads all else in 1.0 s; a test compares the two.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_TAIL = 0.025  # on either side of a 95 % interval
_HALVINGS = 100  # beyond the precision of a float


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
    low = _share_where(lambda share: _at_most(count - 1, trials, share) > 1 - _TAIL) if count else 0.0
    return Interval(low, _share_where(lambda share: _at_most(count, trials, share) > _TAIL))


def clean_trials_needed(count: int, trials: int, limit: float, most: int) -> int:
    """Return how many further trials without a hit bring the upper end of the interval below ``limit``.

    Args:
        count: Hits so far.
        trials: Trials so far.
        limit: A share, above 0.0 and below 1.0.
        most: How many further trials there can be; returned also where more were needed.
    """

    def is_below(further: int) -> bool:
        return trials + further > count and _at_most(count, trials + further, limit) < _TAIL

    if is_below(0):
        return 0
    if not is_below(most):
        return most
    too_few, enough = 0, 1
    while not is_below(enough):
        too_few, enough = enough, 2 * enough
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (too_few, middle) if is_below(middle) else (middle, enough)
    return enough


def _share_where(is_low: Callable[[float], bool]) -> float:
    """Return the share up to which ``is_low`` holds."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break  # they are neighbours
        low, high = (middle, high) if is_low(middle) else (low, middle)
    return high


def _at_most(count: int, trials: int, share: float) -> float:
    """Chance of ``count`` or fewer hits in ``trials``: the sum of the binomial terms, from their logarithms."""
    if share in (0.0, 1.0):
        return 1.0 - share
    hit, miss = math.log(share), math.log1p(-share)
    logs = (ways + k * hit + (trials - k) * miss for k, ways in enumerate(_log_ways(count, trials)))
    return min(math.fsum(map(math.exp, logs)), 1.0)


@lru_cache(maxsize=8)
def _log_ways(count: int, trials: int) -> tuple[float, ...]:
    """Logarithms of in how many ways 0 to ``count`` of ``trials`` can be hits: the same for every share."""
    ways = math.lgamma(trials + 1)
    return tuple(ways - math.lgamma(k + 1) - math.lgamma(trials - k + 1) for k in range(count + 1))
