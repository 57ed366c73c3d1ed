"""Tests of contingency tables against statsmodels and published examples."""

from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import Table

from exports.tally.statistics.cross_tabs import Counts, PValueMethod, associate


def table(*rows: tuple[int, int]) -> Counts:
    """Return a table of two outcomes."""
    return np.array(rows, dtype=np.int64)


@given(st.lists(st.tuples(st.integers(60, 300), st.integers(60, 300)), min_size=2, max_size=6))
@settings(deadline=None)
def test_that_chi_square_is_that_of_statsmodels(rows: list[tuple[int, int]]) -> None:
    found = associate(table(*rows))

    theirs = Table(np.array(rows), shift_zeros=False).test_nominal_association()
    assert found is not None
    assert found.method is PValueMethod.CHI_SQUARE
    assert (found.chi_square, found.degrees) == (pytest.approx(theirs.statistic), theirs.df)
    assert found.p_value == pytest.approx(theirs.pvalue, abs=1e-12)


def test_that_the_lady_tasting_tea_gets_the_exact_p_value() -> None:
    # Fisher (1935), The Design of Experiments: 3 of 4 cups right; two-sided 34/70.
    found = associate(table((3, 1), (1, 3)))

    assert found is not None
    assert found.method is PValueMethod.FISHER
    assert found.p_value == pytest.approx(34 / 70)
    assert found.cramers_v == pytest.approx(0.5)  # chi-square 2 of 8 people


def test_that_small_groups_get_a_p_value_from_random_tables_and_always_the_same() -> None:
    rows = table((8, 1), (3, 4), (2, 6))

    first, again = associate(rows), associate(rows)

    assert first is not None
    assert first == again
    assert first.method is PValueMethod.MONTE_CARLO
    assert first.p_value == pytest.approx(_exact(rows), abs=0.01)


def _exact(rows: Counts) -> float:
    """Return the share, by probability, of all tables with these sums whose chi-square is not smaller."""
    sizes, column = rows.sum(axis=1), int(rows[:, 0].sum())
    expected = sizes * column / sizes.sum()
    own = (((rows[:, 0] - expected) ** 2) / (expected * (1 - column / sizes.sum()))).sum()
    extreme = total = 0
    for a in range(sizes[0] + 1):
        for b in range(sizes[1] + 1):
            c = column - a - b
            if 0 <= c <= sizes[2]:
                ways = comb(sizes[0], a) * comb(sizes[1], b) * comb(sizes[2], c)
                total += ways
                other = (((np.array([a, b, c]) - expected) ** 2) / (expected * (1 - column / sizes.sum()))).sum()
                extreme += ways * bool(other >= own - 1e-9)
    return extreme / total


@pytest.mark.parametrize(
    "rows", [table(), table((5, 5)), table((5, 0), (9, 0)), table((0, 5), (0, 9)), table((5, 5), (0, 0))]
)
def test_that_nothing_is_tested_where_there_is_nothing_to_compare(rows: Counts) -> None:
    assert associate(rows.reshape(-1, 2)) is None


def test_that_a_group_of_nobody_changes_nothing() -> None:
    assert associate(table((30, 10), (0, 0), (20, 20))) == associate(table((30, 10), (20, 20)))


def test_that_strength_runs_from_unrelated_to_fully_related() -> None:
    unrelated, related = associate(table((40, 20), (20, 10))), associate(table((50, 0), (0, 50)))

    assert unrelated is not None
    assert related is not None
    assert unrelated.cramers_v == pytest.approx(0.0)
    assert related.cramers_v == pytest.approx(1.0)
