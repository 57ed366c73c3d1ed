"""Cronbach's alpha against a published data set, the analysis of variance, and cases done by hand."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from exports.tally.answer_table import build_answer_table
from exports.tally.reliability import Reliability, cronbach_alpha, tally_reliability
from exports.tally.satisfaction_index import build_ratings
from tests.exports.build import SMALL, responses

# Chatterjee & Price (1977), Regression Analysis by Example: what the clerks of 30 departments say (R: ``attitude``).
_COLUMNS = """
43 63 71 61 81 43 58 71 72 67 64 67 69 68 77 81 74 65 65 50 50 64 53 40 63 66 78 48 85 82
51 64 70 63 78 55 67 75 82 61 53 60 62 83 77 90 85 60 70 58 40 61 66 37 54 77 75 57 85 82
30 51 68 45 56 49 42 50 72 45 53 47 57 83 54 50 64 65 46 68 33 52 52 42 42 66 58 44 71 39
39 54 69 47 66 44 56 55 67 47 58 39 42 45 72 72 69 75 57 54 34 62 50 58 48 63 74 45 71 59
61 63 76 54 71 54 66 70 71 62 58 59 55 59 79 60 79 55 75 64 43 66 63 50 66 88 80 51 77 64
92 73 86 84 83 49 68 66 83 80 67 74 63 77 77 54 79 80 85 78 64 80 80 57 75 76 78 83 74 78
45 47 48 35 47 34 35 41 31 41 34 41 25 35 46 36 63 60 46 52 33 41 37 49 33 72 49 38 55 39
"""
ATTITUDE = np.array([column.split() for column in _COLUMNS.split("\n") if column], dtype=np.float64).T


def test_that_alpha_of_a_published_data_set_is_the_published_one() -> None:
    # Revelle, psych (R), help page of ``alpha``: 0.84, and if an item is dropped:
    assert cronbach_alpha(ATTITUDE) == pytest.approx(0.84, abs=0.005)
    without = [cronbach_alpha(np.delete(ATTITUDE, item, axis=1)) for item in range(7)]
    assert without == pytest.approx([0.81, 0.80, 0.83, 0.80, 0.80, 0.86, 0.84], abs=0.005)


@given(st.integers(0, 10_000), st.integers(3, 12), st.integers(2, 5))
@settings(max_examples=10, deadline=None)
def test_that_alpha_is_that_of_the_analysis_of_variance(seed: int, people: int, items: int) -> None:
    chance = np.random.default_rng(seed)
    levels = chance.integers(1, 6, (people, items)) + chance.normal(0, 0.1, (people, items))

    found = cronbach_alpha(levels)

    # Hoyt (1941), Psychometrika 6, 153-160: 1 - mean square of the residual / mean square between people.
    long = pd.DataFrame(levels).reset_index().melt("index", var_name="item", value_name="level")
    squares = anova_lm(ols("level ~ C(index) + C(item)", long).fit())["mean_sq"]
    assert found == pytest.approx(1 - squares["Residual"] / squares["C(index)"])


def test_that_the_same_item_twice_is_fully_reliable_and_opposites_are_not() -> None:
    one = np.array([[1.0], [2.0], [3.0], [5.0]])

    assert cronbach_alpha(np.hstack([one, one])) == pytest.approx(1.0)
    assert cronbach_alpha(np.hstack([one, -one])) is None  # the sum does not vary
    reverse = cronbach_alpha(np.hstack([one, one[::-1]]))
    assert reverse is not None
    assert reverse < 0


@pytest.mark.parametrize("shape", [(0, 3), (1, 3), (5, 1), (5, 0)])
def test_that_alpha_needs_two_people_and_two_items(shape: tuple[int, int]) -> None:
    assert cronbach_alpha(np.ones(shape)) is None


def test_that_answers_that_never_vary_have_no_alpha() -> None:
    assert cronbach_alpha(np.full((5, 3), 4.0)) is None


def tally(changes: list[dict[str, Any]]) -> tuple[Reliability, ...]:
    """Return the reliability of the factors of ``SMALL``."""
    return tally_reliability(build_ratings(build_answer_table(SMALL, responses(changes))))


#   c1 c2: variances 1 and 1/3, of the sum 2 1/3 -> alpha = 2 (1 - (4/3) / (7/3)) = 6/7; r = 0.5 / sqrt(1/3)
VARIED: list[dict[str, Any]] = [
    {"c1": ("5",), "c2": ("5",), "c3": ("5",)},
    {"c1": ("4",), "c2": ("4",), "c3": ("3",)},
    {"c1": ("3",), "c2": ("4",), "c3": ("4",)},
]


def test_that_a_factor_is_counted_as_by_hand() -> None:
    first, second, everything = tally(VARIED)

    assert (first.complete, first.valid, [each.item.item_id for each in first.items]) == (3, 3, ["c1", "c2"])
    assert first.alpha == pytest.approx(6 / 7)
    assert [each.total_correlation for each in first.items] == pytest.approx([0.5 * 3**0.5] * 2)
    assert [each.alpha_without for each in first.items] == [None, None]  # one criterion is no scale
    assert (second.alpha, second.items[0].total_correlation) == (None, None)
    assert everything.section is None
    assert [each.item.item_id for each in everything.items] == ["c1", "c2", "c3"]
    assert everything.items[2].alpha_without == pytest.approx(6 / 7)


@pytest.mark.parametrize("missing", [(), ("na",), ("4", "5")])
def test_that_only_complete_responses_are_looked_at(missing: tuple[str, ...]) -> None:
    before, after = tally(VARIED), tally([*VARIED, {"c1": missing, "c2": ("1",), "c3": ("1",)}])

    assert (after[0].complete, after[0].valid) == (3, 4)
    assert (after[0].alpha, after[0].items) == (before[0].alpha, before[0].items)
    assert after[1].complete == 4


def test_that_invalid_responses_take_no_part() -> None:
    nothing: dict[str, Any] = {"sex": (), "all": (), "late": (), "wish": (), "nps": ()}

    assert tally([*VARIED, {**nothing, "c1": ("1",), "c2": ("1",), "c3": ("1",)}]) == tally(VARIED)


def test_that_a_survey_without_responses_has_no_alpha() -> None:
    found = tally([])

    assert [(each.complete, each.alpha) for each in found] == [(0, None)] * 3
