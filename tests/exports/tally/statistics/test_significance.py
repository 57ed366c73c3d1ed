"""Tests of differences against statsmodels."""

from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from exports.tally.statistics.intervals import corrected_size
from exports.tally.statistics.share import Share
from exports.tally.statistics.significance import holm, holm_limits, p_value_even_of_few, p_value_of_difference


def share(count: int, of: int, population: int | None = None) -> Share:
    """Return a share of people."""
    return Share(count / of, count, of, of, corrected_size(of, population))


@given(st.integers(1, 200), st.integers(1, 200), st.data())
def test_that_the_p_value_is_that_of_statsmodels(first: int, second: int, data: st.DataObject) -> None:
    counts = data.draw(st.integers(0, first)), data.draw(st.integers(0, second))
    assume(0 < sum(counts) < first + second)

    p_value = p_value_of_difference(share(counts[0], first), share(counts[1], second))

    assert p_value == pytest.approx(proportions_ztest(counts, (first, second))[1], abs=1e-12)


def test_that_everyone_or_nobody_satisfied_in_both_places_is_no_difference() -> None:
    assert p_value_of_difference(share(30, 30), share(50, 50)) == 1.0
    assert p_value_of_difference(share(0, 30), share(0, 50)) == 1.0


def test_that_a_difference_between_places_where_everyone_was_asked_is_certain() -> None:
    assert share(30, 30, 30).sample_size == inf
    assert p_value_of_difference(share(15, 30, 30), share(16, 30, 30)) == 0.0
    assert p_value_of_difference(share(15, 30, 30), share(20, 40, 40)) == 1.0


def test_that_a_place_where_everyone_was_asked_is_compared_as_a_known_share() -> None:
    sample, known = share(40, 50), share(900, 1000, 1000)

    p_value = p_value_of_difference(sample, known)

    z = (0.8 - 0.9) / (0.9 * 0.1 / 50) ** 0.5
    assert z == pytest.approx(-2.357, abs=0.001)
    assert p_value == pytest.approx(0.0184, abs=0.0001)


@given(st.integers(1, 200), st.integers(1, 200), st.data())
def test_that_the_z_test_stands_where_every_cell_expects_five_people(
    first: int, second: int, data: st.DataObject
) -> None:
    counts = data.draw(st.integers(0, first)), data.draw(st.integers(0, second))
    assume(min(first, second) * min(sum(counts), first + second - sum(counts)) >= 5 * (first + second))
    shares = share(counts[0], first), share(counts[1], second)

    assert p_value_even_of_few(*shares) == p_value_of_difference(*shares)


def test_that_few_expected_people_are_tested_exactly() -> None:
    few = share(8, 10), share(1, 6)

    assert p_value_even_of_few(*few) == pytest.approx(0.034965, abs=1e-6)  # Fisher's two-sided p of 8, 2; 1, 5
    assert p_value_of_difference(*few) == pytest.approx(0.013, abs=0.001)


def test_that_few_people_are_counted_by_how_sure_they_are() -> None:
    weighted = Share(0.8, 16, 20, 20, 10.0)

    assert p_value_even_of_few(weighted, share(1, 6)) == p_value_even_of_few(share(8, 10), share(1, 6))


def test_that_few_people_against_everyone_are_no_table_of_samples() -> None:
    few, everyone = share(19, 20), share(900, 1000, 1000)

    assert p_value_even_of_few(few, everyone) == p_value_of_difference(few, everyone)


def test_that_equal_shares_of_one_hundred_percent_differ_in_nothing() -> None:
    assert p_value_even_of_few(share(50, 50), share(40, 40)) == 1.0


@given(st.lists(st.floats(0, 0.2), min_size=3, max_size=40))
@settings(max_examples=8, deadline=None)  # theirs takes a fifth of a second
def test_that_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    assert holm(p_values) == pytest.approx(list(multipletests(p_values, method="holm")[1]), abs=1e-12)


def test_that_no_p_value_needs_no_adjustment() -> None:
    assert holm([]) == []
    assert holm_limits([]) == []


@given(st.lists(st.floats(0.0001, 1), min_size=1, max_size=30))
def test_that_the_limit_of_a_row_says_what_holm_says(p_values: list[float]) -> None:
    adjusted = holm(p_values)

    for p_value, of_table, limit in zip(p_values, adjusted, holm_limits(adjusted), strict=True):
        assert (of_table < 0.05) == (p_value < limit) or p_value == pytest.approx(limit)
