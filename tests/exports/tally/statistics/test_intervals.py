"""Wilson's interval and the finite population against published figures and another program."""

from math import inf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from exports.tally.statistics.intervals import ShareInterval, corrected_size, share_interval, wilson_interval


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(48, 50, 0.865, 0.989), (50, 50, 0.929, 1.0), (0, 50, 0.0, 0.071), (1, 2, 0.095, 0.905)],
)
def test_that_the_interval_is_the_published_one(successes: int, trials: int, low: float, high: float) -> None:
    interval = wilson_interval(successes, trials)

    assert interval.low == pytest.approx(low, abs=0.0005)
    assert interval.high == pytest.approx(high, abs=0.0005)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_that_the_interval_holds_the_share_and_stays_between_0_and_1(trials: int, share: float) -> None:
    interval = wilson_interval(share * trials, trials)

    assert 0.0 <= interval.low <= share + 1e-9
    assert share - 1e-9 <= interval.high <= 1.0


@pytest.mark.parametrize("trials", range(1, 100))
def test_that_the_interval_ends_where_everybody_or_nobody_does(trials: int) -> None:
    assert wilson_interval(trials, trials).high == 1.0
    assert wilson_interval(0, trials).low == 0.0


def test_that_more_people_make_the_interval_narrower() -> None:
    few, many = wilson_interval(85, 100), wilson_interval(850, 1000)

    assert many.high - many.low < few.high - few.low


@given(st.integers(1, 5_000), st.floats(0, 1), st.sampled_from([0.8, 0.95, 0.999]))
def test_that_the_interval_is_that_of_statsmodels(trials: int, share: float, confidence: float) -> None:
    successes = round(share * trials)

    own = wilson_interval(successes, trials, confidence)

    low, high = proportion_confint(successes, trials, alpha=1 - confidence, method="wilson")
    assert (own.low, own.high) == pytest.approx((max(0.0, low), min(1.0, high)), abs=1e-12)


@given(st.integers(2, 10_000), st.data(), st.floats(0.01, 0.99))
def test_that_the_corrected_size_shrinks_the_variance_by_the_factor_of_cochran(
    population: int, data: st.DataObject, share: float
) -> None:
    size = data.draw(st.integers(1, population - 1))

    corrected = corrected_size(size, population)

    by_cochran = share * (1 - share) / size * (population - size) / (population - 1)
    assert share * (1 - share) / corrected == pytest.approx(by_cochran)


@pytest.mark.parametrize(("size", "margin"), [(100, 0.057), (200, 0.029)])
def test_that_the_margins_out_of_300_transactions_are_the_published_ones(size: int, margin: float) -> None:
    corrected = corrected_size(size, 300)

    assert 1.96 * sqrt(0.85 * 0.15 / corrected) == pytest.approx(margin, abs=0.0005)


def test_that_a_population_unknown_or_smaller_than_its_sample_corrects_nothing() -> None:
    assert corrected_size(50, None) == 50
    assert corrected_size(50, 49) == 50
    assert corrected_size(50, 0) == 50


def test_that_nothing_is_left_open_where_everyone_was_asked() -> None:
    assert corrected_size(50, 50) == inf
    assert corrected_size(1, 1) == inf
    assert share_interval(0.84, inf) == ShareInterval(0.84, 0.84)
