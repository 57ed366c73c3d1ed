"""Figures of two rounds side by side, and a table of them whose tests are adjusted for being many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.rounds.two_shares import difference_interval, smallest_visible
from exports.tally.statistics.intervals import ShareInterval
from exports.tally.statistics.share import Share
from exports.tally.statistics.significance import SIGNIFICANT_BELOW, holm, holm_limits, known_value, p_value_even_of_few
from form_templates.model import Item, Section
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class Difference:
    """A tested difference, later minus earlier.

    Attributes:
        earlier: The share then, with a value.
        later: The share now, with a value.
        p_value: Of this row alone.
        adjusted_p: The p value adjusted for the rows of its table.
        limit: The p value below which this row of this table counts.
    """

    earlier: Share
    later: Share
    p_value: float
    adjusted_p: float
    limit: float = SIGNIFICANT_BELOW

    @property
    def value(self) -> float:
        """The difference, -1.0 to 1.0."""
        return known_value(self.later) - known_value(self.earlier)

    @property
    def interval(self) -> ShareInterval:
        """Its 95 % interval, for this row alone."""
        return difference_interval(self.earlier, self.later)

    @property
    def smallest_visible(self) -> float:
        """The smallest difference, either way, that would have counted in this row of this table."""
        return smallest_visible(self.earlier, self.later, self.limit)

    @property
    def is_significant(self) -> bool:
        """Whether the adjusted p value is below ``SIGNIFICANT_BELOW``."""
        return self.adjusted_p < SIGNIFICANT_BELOW


@dataclass(frozen=True, slots=True)
class Area:
    """A unit with all units below it."""

    unit: Unit


Subject: TypeAlias = Section | Item | Unit | Area | str | None
"""What a figure is about; None is the index, a text a level of units."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a round against one earlier round.

    Attributes:
        subject: What the figure is about.
        against: Name of the earlier round.
        earlier: The figure then; None if there is nothing to show.
        later: The figure now; None if there is nothing to show.
        units: How many units of the later round it is counted over; 0 where neither round lists any.
        verdict: The difference, or why there is none.
        origins: Names of the earlier units that are pooled, where they are more than one.
    """

    subject: Subject
    against: str
    earlier: Share | None
    later: Share | None
    units: int
    verdict: Difference | Incomparable
    origins: tuple[str, ...] = ()


def judge(before: Share, after: Share) -> Difference | Incomparable:
    """Test the difference of two shares for itself; ``adjusted`` then considers the other rows of the table."""
    if before.value is None or after.value is None:
        return Incomparable(IncomparableReason.UNANSWERED)
    p_value = p_value_even_of_few(before, after)
    return Difference(before, after, p_value, p_value)


def adjusted(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows as one table, their p values adjusted together by Holm's method."""
    rows = tuple(rows)
    p_values = holm([row.verdict.p_value for row in rows if isinstance(row.verdict, Difference)])
    numbers = iter(zip(p_values, holm_limits(p_values), strict=True))
    return tuple(_with_numbers(row, numbers) for row in rows)


def _with_numbers(row: Row, numbers: Iterator[tuple[float, float]]) -> Row:
    if not isinstance(row.verdict, Difference):
        return row
    adjusted_p, limit = next(numbers)
    return replace(row, verdict=replace(row.verdict, adjusted_p=adjusted_p, limit=limit))
