"""The figures of a survey small enough to count by hand."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.tally.answer_table import ValidityRule
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.survey_tally import ItemTally, SurveyTally, tally_survey
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, Option, Scale, ScaleKind, Section, Text
from omr.responses import Response
from omr.results import Answer, Flag
from omr.survey.counting_rules import IndexRule
from tests.exports.build import (
    SMALL,
    UNITS,
    accepted,
    flagged,
    large_survey,
    large_template,
    missing,
    response,
    responses,
    verified,
)


def tally(given: list[Response], rule: IndexRule = IndexRule.POOLED) -> SurveyTally:
    """Tally a survey of ``SMALL``."""
    return tally_survey(SMALL, given, UNITS, rule)


def item(of: SurveyTally, item_id: str) -> ItemTally:
    """Return the tally of one item."""
    return next(found for found in of.items if found.item.item_id == item_id)


def test_that_an_item_is_counted_as_by_hand() -> None:
    answers: list[Answer] = [("5",), ("5",), ("4",), ("3",), ("1",), ("na",), (), ("4", "5")]
    given = [response(n, c1=answer) for n, answer in enumerate(answers, start=1)]
    given.append(response(9, verified("c1", None)))
    given.append(response(10, flagged("c1", ("5",))))
    given.append(response(11, missing("c1")))

    found = item(tally(given), "c1")

    assert (found.responses, found.answered, found.not_applicable) == (11, 5, 1)
    assert (found.blank, found.double, found.illegible) == (1, 1, 1)
    assert (found.awaiting_review, found.page_missing, found.not_asked) == (1, 1, 0)
    assert [(o.option.value, o.count, o.share) for o in found.options] == [
        ("5", 2, 0.4),
        ("4", 1, 0.2),
        ("3", 1, 0.2),
        ("2", 0, 0.0),
        ("1", 1, 0.2),
        ("na", 1, None),
    ]
    assert found.mean == pytest.approx(3.6)  # (5 + 5 + 4 + 3 + 1) / 5
    assert found.median == 4.0
    assert found.sd == pytest.approx(2.8**0.5)  # squares 1.96 + 1.96 + 0.16 + 0.36 + 6.76 = 11.2, over 4
    assert found.rescaled == pytest.approx(65.0)  # (100 + 100 + 75 + 50 + 0) / 5
    assert found.satisfied is not None
    assert (found.satisfied.count, found.satisfied.of, found.satisfied.value) == (3, 5, 0.6)
    assert found.dissatisfied is not None
    assert found.dissatisfied.value == 0.2


def test_that_several_choices_are_shares_of_those_who_answered() -> None:
    given = responses(
        [{"wish": ("a", "b")}, {"wish": ("a",)}, {"wish": ()}, {"wish": ("c",)}, {"wish": ("a", "b", "c")}]
    )

    found = item(tally(given), "wish")

    assert (found.answered, found.blank, found.double) == (3, 1, 1)
    assert [option.count for option in found.options] == [2, 1, 1]
    assert [option.share for option in found.options] == pytest.approx([2 / 3, 1 / 3, 1 / 3])
    assert found.mean is None


def test_that_promoters_minus_detractors_is_the_nps() -> None:
    given = responses([{"nps": ("10",)}, {"nps": ("9",)}, {"nps": ("8",)}, {"nps": ("0",)}, {"nps": ()}])

    found = item(tally(given), "nps")

    assert found.net_promoters is not None
    assert found.net_promoters.value == 0.25  # 2 of 4 less 1 of 4
    assert found.mean == 6.75
    assert found.rescaled is None  # its own figure is the NPS


def test_that_passives_are_neither_promoters_nor_detractors() -> None:
    found = item(tally(responses([{"nps": (str(level),)} for level in range(11)])), "nps")

    assert found.satisfied is not None
    assert found.dissatisfied is not None
    assert (found.satisfied.count, found.dissatisfied.count) == (2, 7)  # 9-10 and 0-6; 7 and 8 are neither
    assert found.net_promoters is not None
    assert found.net_promoters.value == pytest.approx(-5 / 11)


def test_that_yes_and_no_have_no_mean() -> None:
    found = item(tally([response()]), "late")

    assert (found.mean, found.sd, found.rescaled) == (None, None, None)


def test_that_a_single_answer_has_no_standard_deviation() -> None:
    found = item(tally([response()]), "c1")

    assert (found.mean, found.sd, found.rescaled) == (4.0, None, 75.0)


@pytest.mark.parametrize(
    ("values", "expected"), [("123", 50.0), ("125", 25.0), ("321", 50.0), ("12x", None), ("2", None)]
)
def test_that_an_ordered_scale_runs_from_0_to_100(values: str, expected: float | None) -> None:
    scale = Scale("care", ScaleKind.ORDINAL, tuple(Option(value, Text(value)) for value in values))
    asked = Item(ItemId("care"), ItemKind.SINGLE, Text("Quan tâm"), scale.options, scale_id="care")
    template = FormTemplate("t", 1, Text("t"), (Section("s", Text("s"), (asked,)),), (scale,))

    found = tally_survey(template, [replace(response(), answers=(accepted("care", ("2",)),))], UNITS)

    assert found.items[0].rescaled == expected


def test_that_numbers_have_a_mean_and_a_median() -> None:
    found = item(tally(responses([{"visits": ("1",)}, {"visits": ("1",)}, {"visits": ("4",)}])), "visits")

    assert (found.mean, found.median) == (2.0, 1.0)


def test_that_a_flagged_answer_is_counted_nowhere_until_verified() -> None:
    before = tally([response(1, c1=("1",)), response(2, flagged("c1", ("5",)))])
    after = tally([response(1, c1=("1",)), response(2, verified("c1", ("5",)))])

    assert item(before, "c1").mean == 1.0
    assert item(before, "c1").options[0].count == 0
    assert before.answers.awaiting_review == 1
    assert item(after, "c1").mean == 3.0
    assert after.answers.awaiting_review == 0


def test_that_a_missing_page_is_no_work_for_a_reviewer() -> None:
    found = tally([response(1, missing("c1"))])

    assert (found.answers.awaiting_review, found.answers.page_missing) == (0, 1)


def test_that_handwriting_to_be_typed_makes_no_figure_provisional() -> None:
    found = tally([response(1, flagged("remark", (), Flag.HANDWRITING))])

    assert (found.answers.awaiting_review, found.answers.awaiting_typing) == (0, 1)


def test_that_answers_in_are_answers_out() -> None:
    given = [response(1, flagged("c1", ())), response(2, missing("c2")), response(3, verified("c3", ("5",)))]

    found = tally(given).answers

    assert (found.accepted, found.verified, found.awaiting_review, found.page_missing) == (30, 1, 1, 1)
    assert found.total == 33
    assert found.expected_wrong == pytest.approx(0.003)


# Eight choice items of SMALL are asked of everyone: sex, c1, c2, c3, all, late, wish, nps.
HALF: dict[str, Any] = {"sex": (), "c1": (), "c2": (), "c3": ()}


def test_that_half_of_the_items_is_enough_and_less_is_not() -> None:
    found = tally([response(1, **HALF), response(2, **HALF, late=())])

    assert list(found.table.is_valid) == [True, False]
    assert list(found.table.answered_share) == [0.5, 0.375]
    assert (found.responses, found.valid) == (2, 1)


def test_that_no_opinion_is_an_answer_for_validity() -> None:
    found = tally([response(1, **HALF, all=("na",))])

    assert list(found.table.is_valid) == [True]


def test_that_an_invalid_response_is_counted_in_no_figure() -> None:
    found = tally([response(1, c1=("1",)), response(2, **{**HALF, "c1": ("5",)}, late=(), wish=(), nps=())])

    assert found.valid == 1
    assert item(found, "c1").responses == 1
    assert item(found, "c1").mean == 1.0
    assert found.index.of == 3


def test_that_the_validity_rule_is_a_setting() -> None:
    given = [response(1, **HALF)]

    found = tally_survey(SMALL, given, UNITS, validity=ValidityRule(min_answered=0.6))

    assert found.valid == 0


# c1: 5 5 1 -> 2/3;  c2: 5 - - -> 1/1;  c3: 1 1 5 -> 1/3;  factor 1: 3/4;  factor 2: 1/3;  all: 4 4 2 -> 2/3
MIXED: list[dict[str, Any]] = [
    {"c1": ("5",), "c2": ("5",), "c3": ("1",), "all": ("4",)},
    {"c1": ("5",), "c2": (), "c3": ("1",), "all": ("4",)},
    {"c1": ("1",), "c2": (), "c3": ("5",), "all": ("2",)},
]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (IndexRule.POOLED, 4 / 7),
        (IndexRule.EQUAL_CRITERIA, (2 / 3 + 1 + 1 / 3) / 3),
        (IndexRule.EQUAL_FACTORS, (3 / 4 + 1 / 3) / 2),
        (IndexRule.OVERALL_ITEM, 2 / 3),
    ],
)
def test_that_each_index_rule_gives_its_own_figure(rule: IndexRule, expected: float) -> None:
    found = tally(responses(MIXED), rule)

    assert found.index.value == pytest.approx(expected)
    assert found.units[2].index.value == pytest.approx(expected)


def test_that_factors_are_pooled_with_their_denominators() -> None:
    first, second = tally(responses(MIXED)).sections

    assert (first.items, first.satisfied.count, first.satisfied.of, first.satisfied.value) == (2, 3, 4, 0.75)
    assert (second.items, second.satisfied.count, second.satisfied.of) == (1, 1, 3)
    assert first.dissatisfied.value == 0.25
    assert first.mean == 4.0
    assert second.mean == pytest.approx(7 / 3)


def test_that_the_sample_size_of_a_pooled_share_is_people() -> None:
    share = tally(responses(MIXED)).sections[0].satisfied

    assert (share.of, share.respondents) == (4, 3)


def test_that_a_survey_without_answers_has_no_figure_and_no_crash() -> None:
    found = tally([])

    assert found.index.value is None
    assert found.index.interval is None
    assert found.items[0].responses == 0
    assert [unit.responses for unit in found.units] == [0, 0, 0, 0, 0]


def test_that_a_template_without_criteria_has_no_index() -> None:
    plain = replace(SMALL, sections=SMALL.sections[:1], overall_item=None)
    only_sex = replace(response(), answers=response().answers[:1])

    for rule in IndexRule:
        assert tally_survey(plain, [only_sex], UNITS, rule).index.value is None


def test_that_units_without_responses_and_unknown_codes_are_shown() -> None:
    given = [response(1, unit="09163"), response(2, unit=""), response(3, unit="777")]

    found = tally(given)

    assert [(unit.unit.code, unit.responses, unit.rank) for unit in found.units] == [
        ("27", 0, None),
        ("256", 0, None),
        ("09163", 1, None),
        ("09166", 0, None),
        ("258", 0, None),
        ("", 1, None),
        ("777", 1, None),
    ]


def of_unit(unit: str, count: int, **changes: Answer) -> list[Response]:
    """Return ``count`` equal responses of one unit."""
    return responses([changes] * count, unit)


def test_that_units_are_ranked_within_their_level_and_ties_share_a_rank() -> None:
    good: dict[str, Any] = {"c1": ("5",)}
    bad: dict[str, Any] = {"c1": ("1",)}
    given = [*of_unit("09163", FEWEST_FOR_A_RANK, **bad), *of_unit("09166", FEWEST_FOR_A_RANK, **good)]
    given += [*of_unit("256", FEWEST_FOR_A_RANK, **good), *of_unit("258", FEWEST_FOR_A_RANK, **good)]

    ranks = {unit.unit.code: unit.rank for unit in tally(given).units}

    assert ranks == {"27": None, "09163": 2, "09166": 1, "256": 1, "258": 1}


def test_that_a_unit_with_few_responses_is_not_ranked_and_pushes_nobody_down() -> None:
    given = [*of_unit("09163", FEWEST_FOR_A_RANK - 1), *of_unit("09166", FEWEST_FOR_A_RANK, c1=("1",))]

    found = {unit.unit.code: unit for unit in tally(given).units}

    assert (found["09163"].is_small, found["09163"].rank, found["09163"].index.value) == (True, None, 1.0)
    assert (found["09166"].is_small, found["09166"].rank) == (False, 1)


def test_that_a_unit_tells_how_many_of_its_answers_await_review() -> None:
    given = [
        response(1, flagged("c1", ("5",)), flagged("c2", ("5",)), unit="09163"),
        response(2, flagged("remark", (), Flag.HANDWRITING), unit="09163"),  # no figure depends on it
        response(3, unit="09166"),
    ]

    found = {unit.unit.code: unit.awaiting for unit in tally(given).units}

    assert (found["09163"], found["09166"]) == (2, 0)


def test_that_a_level_above_pools_its_own_office_and_all_below_it() -> None:
    given = [
        response(1, unit="09163", c1=("1",)),  # 2 of 3 satisfied
        response(2, unit="09166"),
        response(3, unit="256"),
        response(4, unit="27", c1=("1",), c2=("1",)),  # 1 of 3
        response(5, unit=""),
    ]

    found = {unit.unit.code: unit for unit in tally(given).roll_ups}

    assert list(found) == ["27", "256"]
    assert (found["256"].responses, found["256"].index.count, found["256"].index.of) == (3, 8, 9)
    assert (found["27"].responses, found["27"].index.count, found["27"].index.of) == (4, 9, 12)
    assert found["256"].codes == ("256", "09163", "09166")


def test_that_units_above_each_other_do_not_hang_the_tally() -> None:
    circle = (replace(UNITS[0], parent_code="256"), *UNITS[1:])

    assert len(tally_survey(SMALL, [response()], circle).units) == 5


@given(st.integers(0, 10_000), st.integers(0, 25))
@settings(max_examples=15, deadline=None)
def test_that_sums_match_the_responses(seed: int, count: int) -> None:
    template = large_template()

    found = tally_survey(template, large_survey(template, UNITS, count, seed), UNITS)

    for of in found.items:
        missed = of.blank + of.double + of.illegible + of.not_asked + of.awaiting_review + of.page_missing
        assert of.answered + of.not_applicable + missed == of.responses == found.valid
        if of.options and of.item.max_choices is None:
            assert sum(option.count for option in of.options) == of.answered + of.not_applicable
    assert sum(unit.valid for unit in found.units) == found.valid
    assert sum(unit.index.of for unit in found.units) == sum(section.satisfied.of for section in found.sections)
    assert found.index.of == sum(section.satisfied.of for section in found.sections)
    assert found.answers.total == count * 40


LEVEL = st.sampled_from([("5",), ("4",), ("3",), ("2",), ("1",), ("na",)])


@given(st.lists(LEVEL, min_size=1, max_size=8), st.sampled_from([(), ("na",), ("4", "5")]))
@settings(max_examples=25, deadline=None)
def test_that_a_response_without_an_answer_changes_no_share(levels: list[Answer], nothing: Answer) -> None:
    given = [response(n, c1=level) for n, level in enumerate(levels, start=1)]

    before, after = item(tally(given), "c1"), item(tally([*given, response(99, c1=nothing)]), "c1")

    assert [option.share for option in after.options] == [option.share for option in before.options]
    for name in ("mean", "median", "sd", "rescaled", "satisfied", "dissatisfied"):
        assert getattr(after, name) == getattr(before, name)
