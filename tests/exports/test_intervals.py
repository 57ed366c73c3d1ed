"""Wilson's interval against published figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.intervals import wilson_interval


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


def test_that_more_people_make_the_interval_narrower() -> None:
    few, many = wilson_interval(85, 100), wilson_interval(850, 1000)

    assert many.high - many.low < few.high - few.low
