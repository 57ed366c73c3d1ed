"""Whether two traits of people go together: the test of a contingency table, and how strongly they do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from exports.tally.statistics.significance import LEAST_EXPECTED

Counts: TypeAlias = npt.NDArray[np.int64]
"""(groups, outcomes): people, each in one cell."""

_RESAMPLES = 9_999
_SEED = 2020  # any number; fixed, so that the same answers give the same p value


class PValueMethod(StrEnum):
    """How the p value was found."""

    CHI_SQUARE = "chi-square"  # from the distribution
    FISHER = "fisher"  # exact, two groups and two outcomes
    MONTE_CARLO = "monte-carlo"  # from random tables with the same sums


@dataclass(frozen=True, slots=True)
class Association:
    """What the test of a table says.

    Attributes:
        method: How the p value was found.
        chi_square: Pearson's statistic, without continuity correction.
        degrees: Degrees of freedom.
        p_value: Of "they have nothing to do with each other".
        cramers_v: Strength, 0.0 none to 1.0 (Cramer 1946, Mathematical Methods of Statistics).
    """

    method: PValueMethod
    chi_square: float
    degrees: int
    p_value: float
    cramers_v: float


def associate(counts: Counts) -> Association | None:
    """Test a table of people; None where fewer than two groups or two outcomes have anybody.

    Groups and outcomes without anybody are left out. Where an expected count is below ``LEAST_EXPECTED`` the p value
    is Fisher's exact one, or for more than two groups Pearson's statistic among 9,999 random tables with the same
    sums (Hope 1968, J. Royal Stat. Soc. B 30, 582-598).
    """
    table = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    if min(table.shape) < 2:
        return None
    from scipy import stats  # takes a second to load, and only an export with two groups of people needs it

    plain = stats.chi2_contingency(table, correction=False)
    method, p_value = PValueMethod.CHI_SQUARE, plain.pvalue
    if plain.expected_freq.min() < LEAST_EXPECTED and table.shape == (2, 2):
        method, p_value = PValueMethod.FISHER, stats.fisher_exact(table).pvalue
    elif plain.expected_freq.min() < LEAST_EXPECTED:
        chance = stats.MonteCarloMethod(n_resamples=_RESAMPLES, rng=np.random.default_rng(_SEED))
        method = PValueMethod.MONTE_CARLO
        p_value = stats.chi2_contingency(table, correction=False, method=chance).pvalue
    strength = plain.statistic / (table.sum() * (min(table.shape) - 1))
    return Association(method, float(plain.statistic), int(plain.dof), float(p_value), float(np.sqrt(strength)))
