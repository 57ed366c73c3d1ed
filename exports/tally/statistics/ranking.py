"""Where shares stand among each other: the rank, the ranks that are as plausible, and groups that do not differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.tally.statistics.intervals import CONFIDENCE
from exports.tally.statistics.share import Share
from exports.tally.statistics.significance import SIGNIFICANT_BELOW, holm, known_value, p_value_of_difference


@dataclass(frozen=True, slots=True)
class RankRange:
    """The rank of a share among others, and the ranks that chance allows it.

    Attributes:
        rank: 1 is best; equal shares share a rank.
        best: The best rank that the intervals allow.
        worst: The worst one.
        group: 1 is the best; within a group no share is known to be below the group's first.
    """

    rank: int
    best: int
    worst: int
    group: int


def rank_shares(shares: Sequence[Share]) -> list[RankRange]:
    """Return where each of the shares, all with a value, stands among the others.

    - ``best`` to ``worst`` are joint 95 % bounds for all ranks at once: whoever's interval lies wholly above mine is
      ahead of me, whoever's lies wholly below is behind (Klein, Wright & Wieczorek 2020, A joint confidence region for
      an overall ranking of populations, J. Royal Stat. Soc. C 69(3), 589-606). The intervals are Wilson's, each at
      0.95^(1/K), for K independent ones hold jointly with 95 %.
    - Groups: the best share opens group 1 and is compared with every other by ``p_value_of_difference``, adjusted by
      Holm's method; by the z test throughout, for corrected sizes are seldom whole and give an exact test no counts.
      From the top down, the first that differs significantly opens the next group, and is compared with those below
      it in the same way. That the best is what others are compared with is Hsu's idea (1984, Annals of Statistics
      12(3), 1136-1144).
    """
    values = [_rounded(share) for share in shares]
    bounds = _rank_bounds(shares)
    groups = _groups(shares, values)
    return [
        RankRange(1 + sum(other > value for other in values), *bounds[position], groups[position])
        for position, value in enumerate(values)
    ]


def _rank_bounds(shares: Sequence[Share]) -> list[tuple[int, int]]:
    intervals = [share.interval_at(CONFIDENCE ** (1 / len(shares))) for share in shares]
    known = [interval for interval in intervals if interval is not None]
    assert len(known) == len(shares), "a share with a value has an interval"
    return [
        (1 + sum(other.low > own.high for other in known), len(known) - sum(other.high < own.low for other in known))
        for own in known
    ]


def _groups(shares: Sequence[Share], values: Sequence[float]) -> list[int]:
    groups = [0] * len(shares)
    # Of equal shares the surest comes first: should it open a group, the others are in it.
    order = sorted(range(len(shares)), key=lambda at: (-values[at], -shares[at].sample_size))
    group = 0
    while order:
        group += 1
        members = _not_below(shares, order)
        for position in order[:members]:
            groups[position] = group
        order = order[members:]
    return groups


def _not_below(shares: Sequence[Share], order: Sequence[int]) -> int:
    """Return how many positions, from the front of ``order``, are not significantly below the first."""
    first, *others = order
    p_values = holm([p_value_of_difference(shares[first], shares[other]) for other in others])
    return 1 + next((at for at, p in enumerate(p_values) if p < SIGNIFICANT_BELOW), len(others))


def _rounded(share: Share) -> float:
    return round(
        known_value(share), 10
    )  # equal shares of unequal counts may differ in the last bit; that is no difference
