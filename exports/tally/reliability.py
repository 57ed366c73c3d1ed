"""Whether the criteria of a factor measure one thing: Cronbach's alpha, and what each criterion adds to it.

Complete cases only: responses with a numeric level at every criterion of the factor. Alpha is Cronbach's (1951,
Psychometrika 16, 297-334); the item-total correlation is corrected, which means an item against the sum of the others
(Nunnally & Bernstein 1994, Psychometric Theory, 3rd ed., ch. 8).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from exports.tally.satisfaction_index import Ratings, numeric_level
from form_templates.model import Item, Section

Levels: TypeAlias = npt.NDArray[np.float64]
"""(people, items), no NaN."""

GOOD_ALPHA = 0.7
"""The usual lower limit (Nunnally & Bernstein 1994)."""

TOLERATED_ALPHA = 0.6
"""The lower limit for new scales."""

GOOD_CORRELATION = 0.3
"""The usual lower limit of a corrected item-total correlation."""


@dataclass(frozen=True, slots=True)
class ItemReliability:
    """How one criterion goes with the others of its scale.

    Attributes:
        item: The criterion.
        total_correlation: Correlation with the sum of the others; None where one of the two does not vary.
        alpha_without: Alpha of the others; None where it cannot be computed.
    """

    item: Item
    total_correlation: float | None
    alpha_without: float | None


@dataclass(frozen=True, slots=True)
class Reliability:
    """The internal consistency of criteria that are to measure one thing.

    Attributes:
        section: The factor; None for the criteria of all factors.
        complete: Responses with a level at every criterion.
        valid: Valid responses.
        alpha: At most 1.0, may be negative; None for fewer than two criteria or complete responses, and where nothing
            varies.
        items: The criteria with numeric levels, in template order.
    """

    section: Section | None
    complete: int
    valid: int
    alpha: float | None
    items: tuple[ItemReliability, ...]


def tally_reliability(ratings: Ratings) -> tuple[Reliability, ...]:
    """Return the reliability of every factor in template order, and of all together where there are several."""
    by_section = [(section, _numeric(ratings, ratings.columns_of(section))) for section in ratings.sections]
    found = [_tally(ratings, section, columns) for section, columns in by_section]
    if len(found) > 1:
        found.append(_tally(ratings, None, [column for _, columns in by_section for column in columns]))
    return tuple(found)


def cronbach_alpha(levels: Levels) -> float | None:
    """Return k / (k - 1) (1 - sum of the items' variances / variance of the sum)."""
    people, items = levels.shape
    if people < 2 or items < 2:
        return None
    of_sum = levels.sum(axis=1).var(ddof=1)
    return float(items / (items - 1) * (1 - levels.var(axis=0, ddof=1).sum() / of_sum)) if of_sum > 0 else None


def _numeric(ratings: Ratings, columns: Sequence[int]) -> list[int]:
    return [column for column in columns if _has_numbers(ratings.items[column])]


def _has_numbers(item: Item) -> bool:
    return all(isfinite(numeric_level(option.value)) for option in item.options if not option.is_not_applicable)


def _tally(ratings: Ratings, section: Section | None, columns: Sequence[int]) -> Reliability:
    levels = ratings.levels[np.ix_(ratings.all_rows(), np.asarray(columns, dtype=np.intp))]
    complete = levels[np.isfinite(levels).all(axis=1)]
    items = [ratings.items[column] for column in columns]
    return Reliability(
        section=section,
        complete=len(complete) if items else 0,
        valid=len(levels),
        alpha=cronbach_alpha(complete),
        items=tuple(_tally_item(complete, position, item) for position, item in enumerate(items)),
    )


def _tally_item(complete: Levels, position: int, item: Item) -> ItemReliability:
    others = np.delete(complete, position, axis=1)
    return ItemReliability(
        item=item,
        total_correlation=_correlation(complete[:, position], others.sum(axis=1)),
        alpha_without=cronbach_alpha(others),
    )


def _correlation(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float | None:
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(np.corrcoef(one, other)[0, 1])
