"""Several units together: pooled, by transactions, and what is said where a number is missing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.weightstats import DescrStatsW

from exports.gathered.survey_facts import SurveyFacts
from exports.report.figures import open_basis
from exports.tally.dashboard import build_dashboard, count_survey
from exports.tally.roll_ups import RollUp
from exports.tally.selection import Selection
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import tally_survey
from omr.responses import Response
from omr.survey.counting_rules import IndexRule, Weighting
from omr.units.unit_list import Unit
from tests.exports.build import SMALL, UNITS, gathered, large_survey, large_template, response, responses

BAD: dict[str, Any] = {"c1": ("1",), "c2": ("1",), "c3": ("1",), "all": ("1",)}


def of_unit(unit: str, satisfied: int, dissatisfied: int) -> list[Response]:
    """Return responses of one unit that are satisfied, or not, with everything."""
    return responses([{}] * satisfied + [BAD] * dissatisfied, unit)


def telling(**transactions: int) -> list[Unit]:
    """Return the units; those named as ``u27`` tell their transactions."""
    return [replace(unit, transactions=transactions.get(f"u{unit.code}")) for unit in UNITS]


def roll_ups(
    given_: list[Response], units: list[Unit], weighting: Weighting = Weighting.TRANSACTIONS, rule: Any = None
) -> dict[str, RollUp]:
    """Return what is added up, by code or level; everyone is "everyone"."""
    found = tally_survey(SMALL, given_, units, rule or IndexRule.POOLED, weighting=weighting)
    return {
        each.pooled.unit.code or each.pooled.unit.level or "everyone": each for each in (*found.levels, *found.parents)
    }


def index(of: RollUp) -> Share:
    """Return the weighted index."""
    assert of.weighted is not None
    return of.weighted.index


TWO = [*of_unit("09163", 9, 1), *of_unit("09166", 20, 20)]
TOLD = telling(u09163=900, u09166=100)


def test_that_everyone_every_level_and_every_parent_is_added_up() -> None:
    found = roll_ups([*TWO, response(99, unit="256"), response(100, unit="777")], TOLD)

    assert list(found) == ["everyone", "province", "district", "commune", "27", "256"]
    assert [each.pooled.valid for each in found.values()] == [52, 0, 1, 50, 51, 51]
    assert found["everyone"].pooled.codes == ("27", "256", "09163", "09166", "258", "777")


def test_that_a_unit_counts_by_its_transactions() -> None:
    commune = roll_ups(TWO, TOLD)["commune"]

    assert commune.pooled.index.value == pytest.approx(29 / 50)
    assert index(commune).value == pytest.approx((900 * 0.9 + 100 * 0.5) / 1000)  # 0.86
    assert (index(commune).count, index(commune).of) == (87, 150)
    assert commune.weighted is not None
    assert [share.value for share in commune.weighted.sections] == pytest.approx([0.86, 0.86])


def test_that_the_weighted_share_is_the_weighted_mean_of_statsmodels() -> None:
    satisfied = [1] * 9 + [0] + [1] * 20 + [0] * 20

    mean = DescrStatsW(satisfied, weights=[90.0] * 10 + [2.5] * 40).mean

    assert index(roll_ups(TWO, TOLD, rule=IndexRule.OVERALL_ITEM)["commune"]).value == pytest.approx(mean)


def test_that_a_weighted_share_is_as_sure_as_the_stratified_sample_that_it_is() -> None:
    # By hand, each unit a stratum: sum over h of (N(h) / N)^2 (1 - n(h) / N(h)) p(h) (1 - p(h)) / (n(h) - 1).
    variance = 0.9**2 * (1 - 10 / 900) * 0.9 * 0.1 / 9 + 0.1**2 * (1 - 40 / 100) * 0.25 / 39

    share = index(roll_ups(TWO, TOLD, rule=IndexRule.OVERALL_ITEM)["commune"])

    # One person of 1,000 makes up nearly all of the spread that was seen: two degrees of freedom, not 48.
    student = stats.t.ppf(0.975, 49) / stats.t.ppf(0.975, 2)
    assert share.sample_size == pytest.approx(0.86 * 0.14 / variance * 50 / 49 * 999 / 1000 * student**2, rel=1e-5)


def test_that_unequal_weights_make_the_interval_wider() -> None:
    pooled = roll_ups(TWO, TOLD)["commune"].pooled.index
    weighted = index(roll_ups(TWO, TOLD)["commune"])

    assert weighted.sample_size < pooled.sample_size


def test_that_nothing_is_weighted_unless_the_survey_asks_for_it() -> None:
    assert all(each.weighted is None for each in roll_ups(TWO, TOLD, Weighting.NONE).values())


def test_that_a_unit_that_tells_nothing_is_named_and_not_left_out() -> None:
    found = roll_ups([*TWO, *of_unit("258", 1, 0)], TOLD)

    assert index(found["commune"]).value == pytest.approx(0.86)
    for name in ("everyone", "district", "27"):
        assert found[name].weighted is None
        assert [unit.code for unit in found[name].coverage.untold] == ["258"]
        assert found[name].pooled.index.value is not None


def test_that_a_response_of_no_known_unit_stands_in_the_way_of_a_weight() -> None:
    everyone = roll_ups([*TWO, response(99, unit="")], TOLD)["everyone"]

    assert everyone.weighted is None
    assert everyone.coverage.untold == (Unit("", ""),)


def test_that_fewer_transactions_than_responses_are_not_believed() -> None:
    commune = roll_ups(TWO, telling(u09163=9, u09166=100))["commune"]

    assert commune.weighted is None
    assert [unit.code for unit in commune.coverage.untold] == ["09163"]


def test_that_units_without_responses_are_told_with_their_transactions() -> None:
    everyone = roll_ups(TWO, telling(u09163=900, u09166=100, u258=3000, u27=0))["everyone"]

    coverage = everyone.coverage
    assert (coverage.units, coverage.answering) == (5, 2)
    assert (coverage.transactions, coverage.covered, coverage.untold) == (4000, 1000, ())
    assert index(everyone).value == pytest.approx(0.86)


def test_that_a_survey_without_responses_has_no_figure() -> None:
    everyone = roll_ups([], TOLD)["everyone"]

    assert everyone.weighted is None
    assert everyone.pooled.index.value is None
    assert (everyone.coverage.answering, everyone.coverage.covered) == (0, 0)


def test_that_a_survey_without_units_can_still_be_counted() -> None:
    found = roll_ups([], [])

    assert [each.coverage.units for each in found.values()] == [0]


def test_that_knowing_all_transactions_makes_the_intervals_of_units_narrower() -> None:
    unknown = tally_survey(SMALL, TWO, UNITS).units[3].index
    known = tally_survey(SMALL, TWO, TOLD).units[3].index

    assert unknown.sample_size == 40
    assert known.sample_size == pytest.approx(40 * 99 / 60)
    assert unknown.interval is not None
    assert known.interval is not None
    assert unknown.interval.low < known.interval.low < known.interval.high < unknown.interval.high


@pytest.mark.parametrize("rule", IndexRule)
def test_that_the_index_of_everyone_has_one_interval_wherever_it_stands(rule: IndexRule) -> None:
    given_ = [*TWO, *of_unit("258", 15, 5)]
    units = telling(u09163=900, u09166=100, u258=60)

    tally = tally_survey(SMALL, given_, units, rule)
    window = build_dashboard(count_survey(SMALL, given_, units, rule))

    everyone = tally.levels[0].pooled.index
    assert everyone.interval is not None
    assert {tally.index.interval, window.index.interval, tally.parents[0].pooled.index.interval} == {everyone.interval}
    assert tally.index.sample_size > tally_survey(SMALL, given_, UNITS, rule).index.sample_size


@pytest.mark.parametrize("rule", IndexRule)
def test_that_weights_that_were_chosen_make_the_headline_on_every_page(rule: IndexRule) -> None:
    units = telling(u09163=900, u09166=100)
    weighting = Weighting.TRANSACTIONS

    tally = tally_survey(SMALL, TWO, units, rule, weighting=weighting)
    counted = replace(count_survey(SMALL, TWO, units, rule), weighting=weighting)
    window = build_dashboard(counted)
    facts = SurveyFacts("x", index_rule=rule, weighting=weighting)
    report = open_basis(gathered(TWO, SMALL, units, facts)).of_round()

    assert tally.headline.value == pytest.approx(0.86)
    assert (tally.headline.interval, tally.index.interval) == (window.index.interval, window.pooled.interval)
    assert report.beside is not None
    assert (report.subject.index, report.beside) == (tally.headline, tally.index)
    assert report.subject.index.interval == tally.headline.interval
    assert tally.weighted is not None
    for place, share in enumerate(tally.weighted.sections):
        assert window.sections[place].satisfied.interval == report.sections[place].satisfied.interval == share.interval
    assert (window.is_weighted, window.is_unweighted) == (True, False)


def test_that_the_window_says_where_weights_are_missing() -> None:
    counted = replace(count_survey(SMALL, TWO, UNITS), weighting=Weighting.TRANSACTIONS)

    everyone, nobody = build_dashboard(counted), build_dashboard(counted, Selection(unit="258"))

    assert (everyone.is_weighted, everyone.is_unweighted, everyone.index) == (False, True, everyone.pooled)
    assert (nobody.is_weighted, nobody.is_unweighted) == (False, False)


TEMPLATE = large_template()


@given(st.integers(0, 10_000), st.integers(5, 40), st.integers(1, 9), st.sampled_from(list(IndexRule)))
@example(21, 5, 1, IndexRule.OVERALL_ITEM)  # of some units nobody answered the item
@settings(max_examples=8, deadline=None)
def test_that_equal_weights_give_the_pooled_figures(seed: int, count: int, each: int, rule: IndexRule) -> None:
    given_ = large_survey(TEMPLATE, UNITS, count, seed)
    valid = {unit.unit.code: unit.valid for unit in tally_survey(TEMPLATE, given_, UNITS).units}
    units = [replace(unit, transactions=each * valid[unit.code]) for unit in UNITS]

    found = tally_survey(TEMPLATE, given_, units, rule, weighting=Weighting.TRANSACTIONS)

    for roll_up in (*found.levels, *found.parents):
        if not roll_up.pooled.valid:
            assert roll_up.weighted is None
            continue
        assert index(roll_up).value == pytest.approx(roll_up.pooled.index.value)
        assert roll_up.weighted is not None
        for weighted, pooled in zip(roll_up.weighted.sections, roll_up.pooled.sections, strict=True):
            assert weighted.value == pytest.approx(pooled.value)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 20), st.integers(40, 5000)), min_size=2, max_size=2))
@settings(max_examples=15, deadline=None)
def test_that_complete_answers_are_weighted_as_the_plain_formula_has_it(drawn: list[tuple[int, int, int]]) -> None:
    given_ = [
        r for code, (good, bad, _) in zip(("09163", "09166"), drawn, strict=True) for r in of_unit(code, good, bad)
    ]

    found = roll_ups(given_, telling(u09163=drawn[0][2], u09166=drawn[1][2]))["commune"]

    by_formula = sum(n * good / (good + bad) for good, bad, n in drawn) / sum(n for *_, n in drawn)
    assert index(found).value == pytest.approx(by_formula)
