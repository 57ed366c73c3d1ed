"""Which criteria go together with overall satisfaction, and how satisfied people are with them.

What goes together need not be cause and effect: people who are content find everything good. So the figures tell where
to look first, and not what a change would bring.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from exports.tally.answer_table import counted_values, scale_values
from exports.tally.satisfaction_index import Ratings, numeric_level
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.statistics.rank_correlation import RankCorrelation, spearman
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import SurveyTally
from form_templates.model import FormTemplate, Item, Section

Oriented: TypeAlias = npt.NDArray[np.float64]
"""(people, criteria), the more satisfied the larger, NaN where there is no answer."""


class Quadrant(StrEnum):
    """Where a criterion lies beside the mean of all: by its correlation, and by its satisfied share."""

    FIRST = "first"  # goes together closely, fewer satisfied
    KEEP = "keep"  # closely, more satisfied
    LATER = "later"  # less closely, fewer satisfied
    FINE = "fine"  # less closely, more satisfied


_QUADRANTS = {
    (True, False): Quadrant.FIRST,
    (True, True): Quadrant.KEEP,
    (False, False): Quadrant.LATER,
    (False, True): Quadrant.FINE,
}
"""By whether the correlation, and whether the satisfied share, is the mean of all or more."""


@dataclass(frozen=True, slots=True)
class Driver:
    """One criterion against overall satisfaction.

    Attributes:
        item: The criterion.
        section: Its factor.
        satisfied: Its satisfied share, as everywhere.
        correlation: With overall satisfaction; None where too few answered both or all answered alike.
        pairs: People who answered both.
        rank: 1 goes together most closely; None where it is not ranked.
        quadrant: Likewise.
    """

    item: Item
    section: Section
    satisfied: Share
    correlation: RankCorrelation | None
    pairs: int
    rank: int | None = None
    quadrant: Quadrant | None = None

    @property
    def is_small(self) -> bool:
        """Whether so few answered both that the figure is no more than a hint."""
        return self.pairs < FEWEST_FOR_A_RANK


@dataclass(frozen=True, slots=True)
class Drivers:
    """All criteria against overall satisfaction.

    Attributes:
        overall: The item that asks for it; None where the mean of each respondent's other criteria stands for it.
        drivers: Those that are ranked, the closest first; then the others in template order.
        mean_correlation: Plain mean of those that are ranked, where a line parts the quadrants; None if none is.
        mean_satisfied: Likewise, of the satisfied shares.
    """

    overall: Item | None
    drivers: tuple[Driver, ...]
    mean_correlation: float | None
    mean_satisfied: float | None

    @property
    def ranked(self) -> tuple[Driver, ...]:
        """Those that are ranked."""
        return tuple(each for each in self.drivers if each.rank is not None)


def find_drivers(tally: SurveyTally) -> Drivers:
    """Hold the criteria of all factors against overall satisfaction, over the valid responses."""
    ratings = tally.ratings
    of_item = {each.item.item_id: each for each in tally.items}
    columns = [
        (column, section)
        for section in ratings.sections
        for column in ratings.columns_of(section)
        if column != ratings.overall_column
    ]
    levels = _oriented(tally)
    others = levels[:, [column for column, _ in columns]]
    found = []
    for column, section in columns:
        item = ratings.items[column]
        share = of_item[item.item_id].satisfied
        assert share is not None, "a criterion has a satisfied end"
        mark, overall = levels[:, column], _overall(ratings, levels, others, column)
        pairs = int((np.isfinite(mark) & np.isfinite(overall)).sum())
        found.append(Driver(item, section, share, spearman(mark, overall), pairs))
    asked = None if ratings.overall_column is None else ratings.items[ratings.overall_column]
    return _ranked(asked, found)


def _oriented(tally: SurveyTally) -> Oriented:
    """Return the levels of the valid responses, turned round where a scale counts from the satisfied end."""
    ratings, template = tally.ratings, tally.table.template
    signs = [-1.0 if _is_turned(template, item) else 1.0 for item in ratings.items]
    return np.asarray(ratings.levels[ratings.all_rows()] * np.array(signs, dtype=np.float64), dtype=np.float64)


def _is_turned(template: FormTemplate, item: Item) -> bool:
    satisfied = scale_values(template, item, is_satisfied=True)
    ends = [[numeric_level(value) for value in values] for values in (satisfied, counted_values(item) - satisfied)]
    return all(ends) and bool(np.mean(ends[0]) < np.mean(ends[1]))


def _overall(ratings: Ratings, levels: Oriented, criteria: Oriented, column: int) -> npt.NDArray[np.float64]:
    """Return the overall satisfaction of each respondent; without an item for it the mean of the other criteria."""
    if ratings.overall_column is not None:
        return np.asarray(levels[:, ratings.overall_column], dtype=np.float64)
    own = levels[:, column]
    is_own = np.isfinite(own)
    answered = np.isfinite(criteria).sum(axis=1) - is_own
    total = np.nansum(criteria, axis=1) - np.where(is_own, own, 0.0)
    return np.where(answered > 0, total / np.maximum(answered, 1), np.nan)


def _ranked(overall: Item | None, found: Sequence[Driver]) -> Drivers:
    known = sorted(
        ((each.correlation.value, each) for each in found if each.correlation and not each.is_small),
        key=lambda pair: -pair[0],
    )
    if not known:
        return Drivers(overall, tuple(found), None, None)
    values, shares = [value for value, _ in known], [each.satisfied.value or 0.0 for _, each in known]
    closeness, satisfaction = float(np.mean(values)), float(np.mean(shares))
    placed = tuple(
        replace(
            each,
            rank=1 + sum(other > value for other in values),
            quadrant=_QUADRANTS[value >= closeness, share >= satisfaction],
        )
        for (value, each), share in zip(known, shares, strict=True)
    )
    ranked = {each.item.item_id for each in placed}
    others = (each for each in found if each.item.item_id not in ranked)
    return Drivers(overall, (*placed, *others), closeness, satisfaction)
