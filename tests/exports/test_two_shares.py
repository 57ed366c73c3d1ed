"""Two shares: tests and intervals agree with statsmodels, and with the published example."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.two_shares import (
    Method,
    Sample,
    adjust_holm,
    difference_interval,
    find_difference,
    levels_holm,
    smallest_visible,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of packages that statsmodels loads
    from statsmodels.stats.multitest import multipletests
    from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

COUNTS = [((170, 200), (150, 190)), ((40, 400), (60, 410)), ((300, 320), (700, 760)), ((55, 110), (60, 120))]


def sample(count: int, people: int) -> Sample:
    return Sample(count / people, people)


@pytest.mark.parametrize(("earlier", "later"), COUNTS)
def test_that_the_z_test_and_the_interval_are_those_of_statsmodels(
    earlier: tuple[int, int], later: tuple[int, int]
) -> None:
    counts, totals = zip(later, earlier, strict=True)

    found = find_difference(sample(*earlier), sample(*later))
    interval = difference_interval(sample(*earlier), sample(*later))

    assert found.method is Method.Z
    assert found.p_value == pytest.approx(proportions_ztest(counts, totals)[1], abs=1e-12)
    expected = confint_proportions_2indep(*later, *earlier, method="newcomb", compare="diff")
    assert (interval.low, interval.high) == pytest.approx(expected, abs=1e-9)


def test_that_newcombes_own_example_comes_out() -> None:
    interval = difference_interval(sample(48, 80), sample(56, 70))  # table II, example (a): 0.0524 to 0.3339

    assert (round(interval.low, 4), round(interval.high, 4)) == (0.0524, 0.3339)


def test_that_few_expected_answers_are_tested_exactly() -> None:
    found = find_difference(sample(8, 10), sample(1, 6))  # Fisher's two-sided p of 8, 2; 1, 5

    assert found.method is Method.FISHER
    assert found.p_value == pytest.approx(0.034965, abs=1e-6)


def test_that_equal_shares_of_one_hundred_percent_differ_in_nothing() -> None:
    found = find_difference(sample(50, 50), sample(40, 40))

    assert (found.method, found.p_value) == (Method.FISHER, 1.0)
    assert smallest_visible(sample(50, 50), sample(40, 40)) > 0.04


@pytest.mark.parametrize(("people", "points"), [(50, 14.0), (100, 9.9), (200, 7.0), (400, 4.9)])
def test_that_the_smallest_visible_difference_is_the_textbook_one(people: int, points: float) -> None:
    visible = 100 * smallest_visible(Sample(0.85, people), Sample(0.85, people))

    assert visible == pytest.approx(points, abs=0.55)  # a little more for few people, never less
    assert visible > points - 0.05


@given(st.lists(st.floats(0, 1, allow_subnormal=False), min_size=1, max_size=30))
def test_that_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    assert adjust_holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1], abs=1e-12)


@given(st.lists(st.floats(0.0001, 1), min_size=1, max_size=30))
def test_that_the_level_of_a_row_says_what_holm_says(p_values: list[float]) -> None:
    adjusted = adjust_holm(p_values)

    for p_value, of_table, level in zip(p_values, adjusted, levels_holm(adjusted), strict=True):
        assert (of_table < 0.05) == (p_value < level) or p_value == pytest.approx(level)


@given(st.integers(1, 300), st.integers(1, 300), st.floats(0, 1), st.floats(0, 1))
def test_that_an_interval_holds_its_difference_and_turns_with_the_sides(a: int, b: int, p: float, q: float) -> None:
    there, back = difference_interval(Sample(p, a), Sample(q, b)), difference_interval(Sample(q, b), Sample(p, a))

    assert -1 - 1e-9 <= there.low <= q - p + 1e-9
    assert q - p - 1e-9 <= there.high <= 1 + 1e-9
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-9)
