"""How far two shares differ: as statsmodels has it, and as the published example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from exports.rounds.two_shares import difference_interval, smallest_visible
from exports.tally.statistics.intervals import corrected_size
from exports.tally.statistics.share import Share

COUNTS = [((170, 200), (150, 190)), ((40, 400), (60, 410)), ((300, 320), (700, 760)), ((55, 110), (60, 120))]


def share(count: int, people: int, population: int | None = None) -> Share:
    """Return a share of people."""
    return Share(count / people, count, people, people, corrected_size(people, population))


@pytest.mark.parametrize(("earlier", "later"), COUNTS)
def test_that_the_interval_is_that_of_statsmodels(earlier: tuple[int, int], later: tuple[int, int]) -> None:
    interval = difference_interval(share(*earlier), share(*later))

    expected = confint_proportions_2indep(*later, *earlier, method="newcomb", compare="diff")
    assert (interval.low, interval.high) == pytest.approx(expected, abs=1e-9)


def test_that_newcombes_own_example_comes_out() -> None:
    interval = difference_interval(share(48, 80), share(56, 70))  # table II, example (a): 0.0524 to 0.3339

    assert (round(interval.low, 4), round(interval.high, 4)) == (0.0524, 0.3339)


def test_that_a_difference_from_everyone_is_as_unsure_as_the_sample_alone() -> None:
    sample = share(40, 50)
    alone = sample.interval

    found = difference_interval(share(900, 1000, 1000), sample)

    assert alone is not None
    assert (found.low, found.high) == pytest.approx((alone.low - 0.9, alone.high - 0.9))
    assert smallest_visible(share(900, 1000, 1000), sample) == pytest.approx(0.083, abs=0.001)  # 1.96 sqrt(.09 / 50)


@pytest.mark.parametrize(("people", "points"), [(50, 14.0), (100, 9.9), (200, 7.0), (400, 4.9)])
def test_that_the_smallest_visible_difference_is_the_textbook_one(people: int, points: float) -> None:
    of_85_percent = Share(0.85, 0, people, people)

    visible = 100 * smallest_visible(of_85_percent, of_85_percent)

    assert visible == pytest.approx(points, abs=0.55)  # a little more for few people, never less
    assert visible > points - 0.05


def test_that_where_everybody_is_satisfied_not_every_difference_could_have_been_seen() -> None:
    assert smallest_visible(share(50, 50), share(40, 40)) > 0.04


@given(st.integers(1, 300), st.integers(1, 300), st.floats(0, 1), st.floats(0, 1))
def test_that_an_interval_holds_its_difference_and_turns_with_the_sides(a: int, b: int, p: float, q: float) -> None:
    one, other = Share(p, 0, a, a), Share(q, 0, b, b)
    there, back = difference_interval(one, other), difference_interval(other, one)

    assert -1 - 1e-9 <= there.low <= q - p + 1e-9
    assert q - p - 1e-9 <= there.high <= 1 + 1e-9
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-9)
