import pytest

from tests.bench.intervals import Interval, exact_interval


@pytest.mark.parametrize(
    ("count", "trials", "low", "high"),
    [
        # Tables of the exact interval: none of n has the upper limit 1 - 0.025 ** (1 / n).
        (0, 10, 0.0, 0.308497),
        (1, 10, 0.002529, 0.445016),
        (5, 10, 0.187086, 0.812914),
        (10, 10, 0.691503, 1.0),
        (2, 21280, 1.1382e-5, 3.3945e-4),
        (1000, 50000, 0.018791, 0.021265),
    ],
)
def test_that_intervals_agree_with_published_ones(count: int, trials: int, low: float, high: float) -> None:
    interval = exact_interval(count, trials)

    assert interval.low == pytest.approx(low, rel=1e-3)
    assert interval.high == pytest.approx(high, rel=1e-3)


def test_that_nothing_tried_says_nothing() -> None:
    assert exact_interval(0, 0) == Interval(0.0, 1.0)
