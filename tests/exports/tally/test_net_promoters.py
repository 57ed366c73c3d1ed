"""Promoters less detractors: in points, with an interval that stays in range, for everyone and for each unit."""

import numpy as np
import pytest

from exports.tally.dashboard import build_dashboard, count_survey
from exports.tally.net_promoters import NetPromoters
from exports.tally.statistics.linearised import SampleDesign
from exports.tally.statistics.pooling import pool_answers
from exports.tally.survey_tally import tally_survey
from omr.responses import Response
from tests.exports.build import NPS, SMALL, UNITS, responses


def answering(promoters: int, passives: int, detractors: int, unit: str = "09163") -> list[Response]:
    """Return people of a unit by whether they would recommend it."""
    values = ["9"] * promoters + ["7"] * passives + ["2"] * detractors
    return responses([{"nps": (value,)} for value in values], unit=unit)


def everyone(given: list[Response]) -> NetPromoters:
    """Return what all of them come to."""
    found = next(item.net_promoters for item in tally_survey(SMALL, given, UNITS).items if item.item == NPS)
    assert found is not None
    return found


def test_that_people_are_promoters_passives_and_detractors_by_their_level() -> None:
    levels = responses([{"nps": (str(level),)} for level in range(11)] + [{"nps": ()}])

    found = everyone(levels)

    assert (found.promoters, found.passives, found.detractors, found.answered) == (2, 2, 7, 11)
    assert found.value == pytest.approx(-5 / 11)


def test_that_the_variance_is_the_one_of_the_textbook() -> None:
    # Var = (p + d - NPS^2) / n (Rocks 2016, 2): here (0.6 + 0.1 - 0.25) / 400, an error of 3.35 points.
    found = everyone(answering(240, 120, 40))

    assert found.value == 0.5
    error = 2 * (found.balance.value * (1 - found.balance.value) / found.balance.sample_size) ** 0.5
    assert error == pytest.approx((0.45 / 400) ** 0.5, rel=0.01)
    assert (found.interval.low, found.interval.high) == pytest.approx((0.5 - 0.0657, 0.5 + 0.0657), abs=0.004)


@pytest.mark.parametrize("kinds", [(30, 0, 0), (0, 30, 0), (0, 0, 30), (29, 1, 0), (1, 0, 0)])
def test_that_an_interval_stays_in_range_and_is_wide_where_nobody_differs(kinds: tuple[int, int, int]) -> None:
    found = everyone(answering(*kinds))

    assert -1 <= found.interval.low < found.interval.high <= 1
    assert found.interval.low - 1e-9 <= found.value <= found.interval.high + 1e-9
    assert found.interval.high - found.interval.low > 0.1


def test_that_the_interval_holds_the_truth_of_nineteen_surveys_in_twenty() -> None:
    chance, people, truth = np.random.default_rng(2020), 60, 0.6 - 0.1
    held = 0
    for _ in range(600):
        luck = chance.random(people)
        scores = np.where(luck < 0.6, 1.0, np.where(luck < 0.7, 0.0, 0.5))
        part = np.ones(people, dtype=np.intp), scores
        found = NetPromoters(0, 0, people, pool_answers([part], np.arange(people), SampleDesign.plain(people)))
        held += found.interval.low <= truth <= found.interval.high

    assert 0.925 <= held / 600 <= 0.975


def test_that_every_unit_has_its_own_and_units_together_that_of_their_people() -> None:
    given = [*answering(30, 5, 5), *answering(10, 10, 20, unit="09166")]

    tally, window = tally_survey(SMALL, given, UNITS), build_dashboard(count_survey(SMALL, given, UNITS))

    of_unit = {unit.unit.code: unit.net_promoters for unit in tally.units}
    first, second = of_unit["09163"][0], of_unit["09166"][0]
    assert first is not None
    assert second is not None
    assert (first.value, second.value) == (0.625, -0.25)
    assert of_unit["258"] == (None,)
    assert {unit.unit.code: unit.net_promoters for unit in window.units} == of_unit
    assert tally.levels[0].pooled.net_promoters == (everyone(given),)
