"""The satisfied share of every criterion in every unit, counted all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from exports.tally.satisfaction_index import Columns, Ratings, Rows
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK


@dataclass(frozen=True, slots=True)
class CriterionShare:
    """One criterion in one unit: satisfied answers and all that count."""

    satisfied: int
    answered: int

    @property
    def value(self) -> float | None:
        """The satisfied share, 0.0-1.0; None where nobody answered."""
        return self.satisfied / self.answered if self.answered else None

    @property
    def is_small(self) -> bool:
        """Whether so few answered that the share is no more than a hint."""
        return self.answered < FEWEST_FOR_A_RANK


def criterion_columns(ratings: Ratings) -> Columns:
    """Return the columns of the criteria of all factors, whatever the index is made of."""
    return [column for section in ratings.sections for column in ratings.columns_of(section)]


def criterion_shares(ratings: Ratings, rows: Rows, columns: Sequence[int]) -> tuple[CriterionShare, ...]:
    """Return the share of each of ``columns`` over the valid responses at ``rows``."""
    cells = np.ix_(rows, np.asarray(columns, dtype=np.intp))
    satisfied = ratings.is_satisfied[cells].sum(axis=0).tolist()
    answered = ratings.is_answered[cells].sum(axis=0).tolist()
    return tuple(map(CriterionShare, satisfied, answered))
