"""Spearman's correlation against scipy and a published example; its interval against its formula and by simulation."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from exports.tally.statistics.rank_correlation import spearman

NOTHING = float("nan")


def found(one: list[float], other: list[float]) -> float | None:
    """Return the correlation of two lists of answers."""
    correlation = spearman(np.array(one), np.array(other))
    return correlation.value if correlation else None


@pytest.mark.parametrize("levels", [2, 5, 1000])
def test_that_the_correlation_is_that_of_scipy_with_ties_and_gaps(levels: int) -> None:
    chance = np.random.default_rng(levels)
    one = chance.integers(1, levels + 1, 200).astype(float)
    other = np.where(chance.random(200) < 0.5, one, chance.integers(1, levels + 1, 200))
    one[:20], other[10:30] = NOTHING, NOTHING

    correlation = spearman(one, other)

    assert correlation is not None
    assert correlation.pairs == 170
    assert correlation.value == pytest.approx(spearmanr(one, other, nan_policy="omit").statistic, abs=1e-12)


def test_that_a_published_example_comes_out() -> None:
    # Intelligence and hours of television a week, from the article on Spearman's correlation in Wikipedia: -29/165.
    intelligence = [106.0, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    television = [7.0, 27, 2, 50, 28, 29, 20, 12, 6, 17]

    correlation = spearman(np.array(intelligence), np.array(television))

    assert correlation is not None
    assert correlation.value == pytest.approx(-29 / 165)
    # By hand: atanh(-0.175758) -+ 1.959964 sqrt((1 + 0.030891 / 2) / 7) = -0.1776 -+ 0.7465
    assert (correlation.low, correlation.high) == pytest.approx((np.tanh(-0.9241), np.tanh(0.5689)), abs=1e-4)


def test_that_the_interval_holds_the_truth_as_often_as_it_says_for_answers_of_five_levels() -> None:
    chance = np.random.default_rng(20261130)

    def asked(people: int) -> tuple[np.ndarray, np.ndarray]:
        mood = chance.normal(size=people)
        answers = [np.clip(np.round(4 + 0.8 * mood + chance.normal(0, 0.8, people)), 1, 5) for _ in range(2)]
        return answers[0], answers[1]

    truth = spearman(*asked(100_000))
    assert truth is not None
    samples = [spearman(*asked(60)) for _ in range(600)]
    held = [each is not None and each.low <= truth.value <= each.high for each in samples]

    assert np.mean(held) == pytest.approx(0.95, abs=0.025)


def test_that_perfect_agreement_is_one_and_its_interval_ends_there() -> None:
    correlation = spearman(np.arange(10.0), np.arange(10.0) ** 3)

    assert correlation is not None
    assert (correlation.value, correlation.high) == pytest.approx((1, 1))
    assert found([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]) == pytest.approx(-1)


@pytest.mark.parametrize(
    ("one", "other"),
    [([], []), ([1, 2, 3], [1, 2, 3]), ([4, 4, 4, 4], [1, 2, 3, 4]), ([1, 2, 3, 4, NOTHING], [4, 4, 4, 4, 5])],
)
def test_that_few_pairs_and_answers_that_are_all_alike_have_no_correlation(
    one: list[float], other: list[float]
) -> None:
    assert found(one, other) is None
