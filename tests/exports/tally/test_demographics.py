"""Groups of respondents compared: they add up to everyone, and the test says what was built in."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.tally.answer_table import build_answer_table
from exports.tally.demographics import Demographic, tally_demographics
from exports.tally.satisfaction_index import build_ratings
from exports.tally.statistics.cross_tabs import PValueMethod
from form_templates.editing.operations.parts import with_items
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, ItemRole, Option, Scale, ScaleKind, Text
from omr.responses import Response
from omr.survey.counting_rules import IndexRule
from tests.exports.build import SEX, SMALL, UNITS, flagged, large_survey, large_template, response, responses

BAD: dict[str, Any] = {"c1": ("1",), "c2": ("1",), "c3": ("1",), "all": ("1",)}


def compare(given_: list[Response], template: FormTemplate = SMALL) -> dict[str, Demographic]:
    """Return the demographics by item."""
    table = build_answer_table(template, given_)
    found = tally_demographics(table, build_ratings(table), IndexRule.POOLED)
    return {each.item.item_id: each for each in found}


# 40 men of whom 30 are satisfied, 60 women of whom 30 are: chi-square = 100 (30*30 - 10*30)^2 / (40*60*60*40) = 6.25
MEN = [{"sex": ("m",)}] * 30 + [{"sex": ("m",), **BAD}] * 10
WOMEN = [{"sex": ("f",)}] * 30 + [{"sex": ("f",), **BAD}] * 30


def test_that_men_and_women_are_compared_as_by_hand() -> None:
    sex = compare(responses([*MEN, *WOMEN]))["sex"]

    assert [(g.option.value if g.option else None, g.people) for g in sex.groups] == [("m", 40), ("f", 60)]
    assert [(g.satisfied.count, g.satisfied.of, g.index.value) for g in sex.groups] == [(30, 40, 0.75), (30, 60, 0.5)]
    assert [g.mean for g in sex.groups] == [pytest.approx(3.25), pytest.approx(2.5)]
    assert sex.association is not None
    assert sex.association.method is PValueMethod.CHI_SQUARE
    assert sex.association.chi_square == pytest.approx(6.25)
    assert sex.association.degrees == 1
    assert sex.association.cramers_v == pytest.approx(0.25)
    assert sex.adjusted_p == sex.association.p_value == pytest.approx(0.0124, abs=0.0001)


def test_that_the_mean_is_of_the_answers_that_the_index_is_made_of() -> None:
    given_ = responses([{"sex": ("m",), "c1": ("4",), "c2": ("4",), "c3": ("4",), "all": ("1",)}])
    table = build_answer_table(SMALL, given_)

    by_rule = {rule: tally_demographics(table, build_ratings(table), rule)[0].groups[0] for rule in IndexRule}

    assert by_rule[IndexRule.POOLED].mean == 4.0  # the overall question is none of the criteria
    assert by_rule[IndexRule.OVERALL_ITEM].mean == 1.0


def test_that_p_values_are_adjusted_for_the_questions_tested_and_no_others() -> None:
    changes = [{**change, "late": ("1",) if at % 2 else ("2",)} for at, change in enumerate([*MEN, *WOMEN])]

    found = compare(responses(changes))

    assert found["sex"].association is not None
    assert found["sex"].adjusted_p == pytest.approx(2 * found["sex"].association.p_value)
    only_one_answer = compare(responses([*MEN, *WOMEN]))["late"]
    assert (only_one_answer.association, only_one_answer.adjusted_p) == (None, None)


def test_that_people_who_do_not_tell_are_shown_and_not_tested() -> None:
    without = compare(responses([*MEN, *WOMEN]))["sex"]
    extra = [response(200, sex=()), response(201, flagged("sex", ("m",))), response(202, sex=("m", "f"), **BAD)]

    with_untold = compare([*responses([*MEN, *WOMEN]), *extra])["sex"]

    last = with_untold.groups[-1]
    assert (last.option, last.people, last.satisfied.count, last.is_tested) == (None, 3, 2, False)
    assert with_untold.groups[:-1] == without.groups
    assert with_untold.association == without.association


def test_that_without_an_overall_question_most_of_the_ratings_must_be_satisfied() -> None:
    template = replace(SMALL, overall_item=None)
    given_ = responses([{"c1": ("1",)}, {"c1": ("1",), "c2": ("3",)}, {"c1": ("5",), "c2": ("1",), "c3": ("na",)}])

    groups = compare(given_, template)["sex"].groups

    # 2 of 3 ratings; 1 of 3; exactly half of 2.
    assert (groups[1].satisfied.count, groups[1].satisfied.of) == (1, 3)


def test_that_small_groups_are_marked() -> None:
    groups = compare(responses([{"sex": ("m",)}] * 29 + [{"sex": ("f",)}] * 30))["sex"].groups

    assert [group.is_small for group in groups] == [True, False]


def test_that_a_survey_without_responses_has_groups_of_nobody() -> None:
    found = compare([])

    assert [(group.people, group.index.value) for group in found["sex"].groups] == [(0, None), (0, None)]
    assert found["sex"].association is None


TEMPLATE = large_template()


@given(st.integers(0, 10_000), st.integers(0, 30))
@settings(max_examples=10, deadline=None)
def test_that_groups_add_up_to_the_valid_responses(seed: int, count: int) -> None:
    table = build_answer_table(TEMPLATE, large_survey(TEMPLATE, UNITS, count, seed))
    ratings = build_ratings(table)
    everyone = ratings.index(ratings.all_rows(), IndexRule.POOLED)

    for found in tally_demographics(table, ratings, IndexRule.POOLED):
        assert sum(group.people for group in found.groups) == table.is_valid.sum()
        assert sum(group.index.of for group in found.groups) == everyone.of
        assert sum(group.index.count for group in found.groups) == everyone.count


AGES = Scale("ages", ScaleKind.ORDINAL, tuple(Option(value, Text(value)) for value in "123"))
AGE = Item(ItemId("age"), ItemKind.SINGLE, Text("Tuổi"), AGES.options, scale_id="ages")


def aged(role: ItemRole) -> FormTemplate:
    """Return the small form with an item of age groups, which stand in order."""
    last = replace(SMALL.sections[3], items=(*SMALL.sections[3].items, replace(AGE, role=role)))
    return replace(SMALL, sections=(*SMALL.sections[:3], last), scales=(*SMALL.scales, AGES))


def test_that_levels_in_order_tell_people_apart_where_a_person_says_so() -> None:
    given_ = [response(at, age=(str(1 + at % 3),), **(BAD if at % 3 == 0 else {})) for at in range(9)]

    found = compare(given_, aged(ItemRole.DEMOGRAPHIC))

    groups = [
        (group.option.value if group.option else "", group.people, group.index.value) for group in found["age"].groups
    ]
    assert groups == [("1", 3, 0.0), ("2", 3, 1.0), ("3", 3, 1.0)]
    assert "age" not in compare(given_, aged(ItemRole.IMPLIED))


def test_that_those_who_were_not_asked_are_among_those_who_did_not_tell() -> None:
    items = tuple(
        replace(item, role=ItemRole.DEMOGRAPHIC) if item.item_id == "sorry" else item
        for item in SMALL.sections[3].items
    )
    template = replace(SMALL, sections=(*SMALL.sections[:3], replace(SMALL.sections[3], items=items)))
    given_ = responses([{"late": ("1",), "sorry": ("1",)}, {"late": ("1",), "sorry": ("2",)}, {"late": ("2",)}])

    groups = compare(given_, template)["sorry"].groups

    assert [(group.option and group.option.value, group.people) for group in groups] == [("1", 1), ("2", 1), (None, 1)]


def test_that_an_item_that_is_no_demographic_group_any_more_is_compared_nowhere() -> None:
    template = with_items(SMALL, [replace(SEX, role=ItemRole.NEITHER)])

    assert "sex" not in compare(responses([*MEN, *WOMEN]), template)
