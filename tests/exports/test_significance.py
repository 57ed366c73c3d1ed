"""Tests of differences against statsmodels."""

from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from exports.satisfaction import Share
from exports.significance import holm, p_value_of_difference


def share(count: int, of: int, population: int | None = None) -> Share:
    """Return a share of people."""
    return Share(count / of, count, of, of, population=population)


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


@given(st.lists(st.floats(0, 0.2), min_size=3, max_size=40))
@settings(max_examples=8, deadline=None)  # theirs takes a fifth of a second
def test_that_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    assert holm(p_values) == pytest.approx(list(multipletests(p_values, method="holm")[1]), abs=1e-12)


def test_that_no_p_value_needs_no_adjustment() -> None:
    assert holm([]) == []
