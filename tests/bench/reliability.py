"""Whether the stated probability of being wrong is honest: what was stated against what was measured, by groups."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from omr.recheck.error_rate import Interval, exact_interval

Stated = Sequence[tuple[float, bool]]
"""Pairs (stated P(wrong), was wrong), in any order."""

_DECADES = (0.0, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0)


@dataclass(frozen=True, slots=True)
class Group:
    """Answers of which about the same was stated.

    Attributes:
        low: Lowest P(wrong) stated.
        high: Highest.
        answers: How many.
        wrong: How many of them are wrong.
        expected: How many should be, by what was stated.
        interval: Exact 95 % interval of the measured share.
    """

    low: float
    high: float
    answers: int
    wrong: int
    expected: float
    interval: Interval

    @property
    def stated(self) -> float:
        """Mean P(wrong) stated; 0.0 of no answers."""
        return self.expected / self.answers if self.answers else 0.0

    @property
    def measured(self) -> float:
        """Share of wrong answers; 0.0 of no answers."""
        return self.wrong / self.answers if self.answers else 0.0

    @property
    def is_honest(self) -> bool:
        """Whether the measured share does not lie significantly above the stated one."""
        return self.interval.low <= self.stated


def deciles(stated: Stated, groups: int = 10) -> tuple[Group, ...]:
    """Return groups of equal size by what was stated, surest first.

    Equal statements stay together, in the group where most of them belong, so groups differ in size where many answers
    state the same, and there may be fewer of them.
    """
    ordered = sorted(stated)
    parts: dict[int, list[tuple[float, bool]]] = {}
    first = 0
    for _, ties in itertools.groupby(ordered, key=lambda pair: pair[0]):
        equal = list(ties)
        middle = first + (len(equal) - 1) / 2
        parts.setdefault(int(middle * groups // len(ordered)), []).extend(equal)
        first += len(equal)
    return tuple(_group(part) for part in parts.values())


def decades(stated: Stated) -> tuple[Group, ...]:
    """Return groups by powers of ten, which show the tail; groups without answers are left out."""
    parts = [
        [pair for pair in stated if low <= pair[0] < high or pair[0] == high == 1.0]
        for low, high in itertools.pairwise(_DECADES)
    ]
    return tuple(_group(part) for part in parts if part)


def _group(pairs: Stated) -> Group:
    wrong = sum(is_wrong for _, is_wrong in pairs)
    probabilities = [p for p, _ in pairs]
    interval = exact_interval(wrong, len(pairs))
    return Group(min(probabilities), max(probabilities), len(pairs), wrong, sum(probabilities), interval)


def lines(groups: Sequence[Group]) -> Iterator[str]:
    """Yield the groups as a table for people."""
    yield "stated from       to  answers   wrong   expected    mean stated   measured (95 % interval)          honest"
    for group in groups:
        low, high = group.interval.low, group.interval.high
        yield (
            f"{group.low:11.1e} {group.high:8.1e} {group.answers:8} {group.wrong:7} {group.expected:10.3f}    "
            f"{group.stated:11.2e}   {group.measured:8.2e} ({low:8.2e} - {high:8.2e})   {_verdict(group)}"
        )


def _verdict(group: Group) -> str:
    return "yes" if group.is_honest else "NO"
