"""Exact intervals: against published figures, and how many more checks they ask for."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from omr.recheck.error_rate import clean_trials_needed, exact_interval


@pytest.mark.parametrize(
    ("count", "trials", "low", "high"),
    [
        (0, 10, 0.0, 0.308497),  # Clopper and Pearson, tabulated
        (1, 10, 0.002529, 0.445016),
        (5, 10, 0.187086, 0.812914),
        (10, 10, 0.691503, 1.0),
        (2, 1000, 0.000242, 0.007206),
        (2, 21280, 1.1382e-5, 3.3945e-4),
        (1000, 50000, 0.018791, 0.021265),
    ],
)
def test_that_the_interval_is_the_published_one(count, trials, low, high):
    interval = exact_interval(count, trials)

    assert interval.low == pytest.approx(low, abs=1e-6)
    assert interval.high == pytest.approx(high, abs=1e-6)


@settings(deadline=None, max_examples=50)
@example(trials=20000, share=0.5)  # the most terms to sum
@example(trials=19999, share=0.001)
@given(trials=st.integers(1, 2000), share=st.floats(0.0, 1.0))
def test_that_the_interval_is_that_of_scipy(trials, share):
    count = round(share * trials)
    wanted = binomtest(count, trials).proportion_ci(method="exact")

    interval = exact_interval(count, trials)

    assert (interval.low, interval.high) == pytest.approx((wanted.low, wanted.high), abs=1e-9)


def test_that_nothing_is_known_before_the_first_trial():
    assert (exact_interval(0, 0).low, exact_interval(0, 0).high) == (0.0, 1.0)


def test_that_one_in_a_thousand_is_ruled_out_by_3688_trials_without_a_hit():
    assert clean_trials_needed(0, 0, 0.001, 10_000) == 3688  # 0.999 ** 3688 is the first power below 0.025
    assert clean_trials_needed(0, 3687, 0.001, 10_000) == 1
    assert clean_trials_needed(0, 3688, 0.001, 10_000) == 0


@pytest.mark.parametrize("limit", [5e-324, 1e-300, 0.001])
def test_that_no_more_trials_are_asked_for_than_there_can_be(limit):
    assert clean_trials_needed(0, 0, limit, 500) == 500


@settings(deadline=None)
@given(trials=st.integers(0, 3000), share=st.floats(0.0, 1.0), limit=st.floats(0.001, 0.5))
def test_that_the_trials_asked_for_suffice_and_one_less_does_not(trials, share, limit):
    count = round(share * trials * 0.01)

    more = clean_trials_needed(count, trials, limit, 1_000_000)

    assert exact_interval(count, trials + more).high < limit + 1e-9
    assert more == 0 or exact_interval(count, trials + more - 1).high >= limit - 1e-9
