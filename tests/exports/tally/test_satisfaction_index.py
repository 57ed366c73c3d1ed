"""Ratings as matrices and the four index rules, with figures small enough to count by hand."""

from dataclasses import replace
from math import isnan
from typing import Any

import numpy as np
import pytest

from exports.tally.answer_table import build_answer_table
from exports.tally.satisfaction_index import Ratings, Share, build_ratings, numeric_level
from form_templates.editing.operations.parts import with_items
from form_templates.model import FormTemplate, ItemId, ItemKind, ItemRole, ScaleKind
from form_templates.roles import is_rated
from omr.responses import Response
from omr.survey.counting_rules import IndexRule
from tests.exports.build import LATE, LEVELS, NPS, SMALL, TWO_SCALES, WISHES, rated, response, responses


def ratings(given: list[Response], template: FormTemplate = SMALL) -> Ratings:
    """Return the ratings of a survey."""
    return build_ratings(build_answer_table(template, given))


def rows(*at: int) -> np.ndarray[Any, Any]:
    """Return positions of responses."""
    return np.array(at, dtype=np.intp)


def weights(*each: float) -> np.ndarray[Any, Any]:
    """Return what each response stands for."""
    return np.array(each, dtype=np.float64)


# The columns are c1, c2, c3 and the overall item; the levels 4 and 5 are satisfied, 1 and 2 dissatisfied.
MIXED = ratings(
    responses(
        [
            {"c1": ("5",), "c2": ("4",), "c3": ("1",), "all": ("4",)},
            {"c1": ("3",), "c2": (), "c3": ("2",), "all": ("3",)},
            {"c1": ("1",), "c2": ("na",), "c3": ("5",), "all": ("2",)},
            {"c1": (), "c2": (), "c3": ("na",), "all": ("5",)},
        ]
    )
)
EVERYONE = rows(0, 1, 2, 3)


def test_that_only_one_choice_on_a_satisfaction_scale_is_a_rating() -> None:
    several = replace(rated("several"), kind=ItemKind.MULTIPLE)
    no_scale = replace(rated("plain"), scale_id=None)

    assert [is_rated(SMALL, item) for item in (rated("c1"), NPS, LATE, WISHES, several, no_scale)] == [
        True, False, False, False, False, False,
    ]  # fmt: skip


def test_that_a_scale_on_which_no_level_is_satisfied_is_no_rating() -> None:
    untold = replace(SMALL, scales=(replace(LEVELS, satisfied=frozenset()), *SMALL.scales[1:]))

    assert not is_rated(untold, rated("c1"))


def test_that_the_matrices_have_a_row_per_response_and_a_column_per_rated_item() -> None:
    no, yes = False, True

    assert [item.item_id for item in MIXED.items] == ["c1", "c2", "c3", "all"]
    assert MIXED.overall_column == 3
    assert MIXED.is_answered.tolist() == [[yes] * 4, [yes, no, yes, yes], [yes, no, yes, yes], [no, no, no, yes]]
    assert MIXED.is_satisfied.tolist() == [[yes, yes, no, yes], [no] * 4, [no, no, yes, no], [no, no, no, yes]]
    assert MIXED.is_dissatisfied.tolist() == [[no, no, yes, no], [no, no, yes, no], [yes, no, no, yes], [no] * 4]
    np.testing.assert_array_equal(
        MIXED.levels, [[5, 4, 1, 4], [3, np.nan, 2, 3], [1, np.nan, 5, 2], [np.nan, np.nan, np.nan, 5]]
    )


def test_that_not_applicable_has_no_level_even_if_its_value_is_a_number() -> None:
    options = tuple(
        replace(option, value="9") if option.is_not_applicable else option for option in rated("c1").options
    )
    scale = replace(LEVELS, options=options, satisfied=frozenset("459"), dissatisfied=frozenset("129"))
    items = [replace(rated(item_id), options=options) for item_id in ("c1", "c2", "c3", "all")]
    sections = (
        SMALL.sections[0],
        replace(SMALL.sections[1], items=tuple(items[:2])),
        replace(SMALL.sections[2], items=(items[2],)),
        replace(SMALL.sections[3], items=(items[3], *SMALL.sections[3].items[1:])),
    )
    template = replace(SMALL, sections=sections, scales=(scale, *SMALL.scales[1:]))

    found = ratings([response(c1=("9",))], template)

    assert (found.is_answered[0, 0], found.is_satisfied[0, 0], found.is_dissatisfied[0, 0]) == (False, False, False)
    assert isnan(found.levels[0, 0])


def test_that_an_invalid_response_has_no_row_and_no_rating() -> None:
    nothing: dict[str, Any] = dict.fromkeys(("sex", "c2", "c3", "all", "late", "wish", "nps"), ())

    found = ratings([response(1, **nothing, c1=("5",)), response(2)])

    assert found.all_rows().tolist() == [1]
    assert found.is_answered.tolist() == [[False] * 4, [True] * 4]
    assert found.is_satisfied.tolist() == [[False] * 4, [True] * 4]
    assert np.isnan(found.levels[0]).all()


def test_that_a_section_knows_its_columns() -> None:
    assert [section.section_id for section in MIXED.sections] == ["f1", "f2"]
    assert [list(MIXED.columns_of(section)) for section in MIXED.sections] == [[0, 1], [2]]


def test_that_sections_without_ratings_and_sections_that_are_no_factor_have_no_column() -> None:
    unrated = replace(SMALL.sections[1], items=(replace(rated("c1"), scale_id=None), rated("c2")))
    empty = replace(SMALL.sections[2], items=(replace(rated("c3"), scale_id=None),))
    template = replace(SMALL, sections=(SMALL.sections[0], unrated, empty, SMALL.sections[3]), overall_item=None)

    found = ratings([response()], template)

    assert [item.item_id for item in found.items] == ["c2"]
    assert [section.section_id for section in found.sections] == ["f1"]
    assert found.overall_column is None


def test_that_an_overall_item_among_the_criteria_gets_no_second_column() -> None:
    found = ratings([response(c2=("1",))], replace(SMALL, overall_item=SMALL.sections[1].items[1].item_id))

    assert [item.item_id for item in found.items] == ["c1", "c2", "c3"]
    assert found.overall_column == 1
    assert found.index(rows(0), IndexRule.OVERALL_ITEM).value == 0.0


def test_that_an_overall_item_that_is_no_rating_is_none() -> None:
    found = ratings([response()], replace(SMALL, overall_item=LATE.item_id))

    assert found.overall_column is None
    assert found.index(rows(0), IndexRule.OVERALL_ITEM) == Share(None, 0, 0, 0)


def test_that_answers_are_pooled_over_the_rows_and_columns_asked_for() -> None:
    assert MIXED.satisfied_share(EVERYONE, [0, 1]) == Share(2 / 4, 2, 4, 3)  # the fourth answered neither
    assert MIXED.dissatisfied_share(EVERYONE, [0, 1]) == Share(1 / 4, 1, 4, 3)
    assert MIXED.satisfied_share(rows(0, 2), [2]) == Share(1 / 2, 1, 2, 2)
    assert MIXED.satisfied_share(rows(3), [0, 1]) == Share(None, 0, 0, 0)


def test_that_the_mean_level_is_over_what_was_answered() -> None:
    assert MIXED.mean_level(EVERYONE, [0, 1]) == (5 + 4 + 3 + 1) / 4
    assert MIXED.mean_level(rows(3), [0, 1]) is None


def test_that_each_rule_makes_its_own_index() -> None:
    # c1: 1 of 3; c2: 1 of 1; c3: 1 of 3. The factors: 2 of 4 and 1 of 3. The overall item: 2 of 4.
    found = {rule: MIXED.index(EVERYONE, rule) for rule in IndexRule}

    assert found[IndexRule.POOLED] == Share(3 / 7, 3, 7, 3)
    assert found[IndexRule.EQUAL_CRITERIA] == Share(pytest.approx((1 / 3 + 1 + 1 / 3) / 3), 3, 7, 3)
    assert found[IndexRule.EQUAL_FACTORS] == Share(pytest.approx((1 / 2 + 1 / 3) / 2), 3, 7, 3)
    assert found[IndexRule.OVERALL_ITEM] == Share(2 / 4, 2, 4, 4)


def test_that_a_criterion_or_factor_nobody_answered_has_no_weight() -> None:
    # The third person rated c1 1 and c3 5 and had no opinion on c2; the fourth answered the overall item alone.
    assert MIXED.index(rows(2), IndexRule.EQUAL_CRITERIA) == Share(0.5, 1, 2, 1)
    assert MIXED.index(rows(3), IndexRule.EQUAL_CRITERIA) == Share(None, 0, 0, 0)
    assert MIXED.index(rows(3), IndexRule.EQUAL_FACTORS) == Share(None, 0, 0, 0)


def test_that_weights_multiply_every_answer_of_a_person() -> None:
    # Weights 2, 1, 1, 4 of c1 and c2: satisfied 2 * 2; answered 2 * 2 + 1 + 1. The fourth answered neither.
    share = MIXED.satisfied_share(EVERYONE, [0, 1], weights(2, 1, 1, 4))

    assert share.value == pytest.approx(4 / 6)
    assert (share.count, share.of, share.respondents) == (2, 4, 3)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (IndexRule.POOLED, (2 * 2 + 1) / (3 * 2 + 2 + 2)),
        (IndexRule.EQUAL_CRITERIA, (2 / 4 + 2 / 2 + 1 / 4) / 3),
        (IndexRule.EQUAL_FACTORS, (4 / 6 + 1 / 4) / 2),
        (IndexRule.OVERALL_ITEM, (2 + 4) / (2 + 1 + 1 + 4)),
    ],
)
def test_that_every_rule_takes_weights(rule: IndexRule, expected: float) -> None:
    assert MIXED.index(EVERYONE, rule, weights(2, 1, 1, 4)).value == pytest.approx(expected)


def test_that_weights_of_nobody_who_answered_give_no_share() -> None:
    assert MIXED.satisfied_share(rows(3), [0, 1], weights(4)) == Share(None, 0, 0, 0)


def test_that_people_are_satisfied_on_the_whole_if_they_say_so() -> None:
    all_but_on_the_whole: dict[str, Any] = {"c1": ("5",), "c2": ("5",), "c3": ("5",), "all": ("2",)}

    assert ratings([response(1, **all_but_on_the_whole), response(2)]).people(rows(0, 1)) == Share(1 / 2, 1, 2, 2)


def test_that_without_an_overall_item_more_than_half_of_a_persons_ratings_decide() -> None:
    given = responses(
        [
            {"c1": ("5",), "c2": ("4",), "c3": ("1",)},  # 2 of 3
            {"c1": ("5",), "c2": ("1",), "c3": ()},  # 1 of 2 is not more than half
            {"c1": ("5",), "c2": (), "c3": ()},  # 1 of 1
            {"c1": (), "c2": ("na",), "c3": ()},  # rated nothing
            {"c1": ("3",), "c2": ("3",), "c3": ("3",)},  # 0 of 3
        ]
    )

    assert ratings(given, replace(SMALL, overall_item=None)).people(rows(0, 1, 2, 3, 4)) == Share(2 / 4, 2, 4, 4)


def test_that_a_share_of_nothing_has_neither_value_nor_interval() -> None:
    assert Share.pooled(0, 0, 0) == Share(None, 0, 0, 0)
    assert Share.pooled(0, 0, 0).interval is None
    assert Share(0.5, 0, 0, 0).interval is None
    assert Share(None, 0, 0, 5).interval is None


def test_that_an_interval_is_wilsons_with_the_equivalent_sample() -> None:
    # Newcombe 1998, Statistics in Medicine 17, 857-872, table I: 81 of 263.
    share = Share(81 / 263, 3 * 81, 3 * 263, 400, 263.0)

    assert share.interval is not None
    assert (share.interval.low, share.interval.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_that_less_confidence_makes_the_interval_narrower() -> None:
    share = Share.pooled(81, 263, 263)

    wide, narrow = share.interval_at(0.95), share.interval_at(0.8)

    assert wide == share.interval
    assert wide is not None
    assert narrow is not None
    assert wide.low < narrow.low < 81 / 263 < narrow.high < wide.high


@pytest.mark.parametrize(("value", "number"), [("4", 4.0), ("-1.5", -1.5), ("0", 0.0)])
def test_that_a_value_may_be_a_number(value: str, number: float) -> None:
    assert numeric_level(value) == number


@pytest.mark.parametrize("value", ["", "na", "4a", "inf", "-inf", "nan", "1e999"])
def test_that_any_other_value_is_none(value: str) -> None:
    assert isnan(numeric_level(value))


def test_that_a_scale_of_another_kind_makes_no_index() -> None:
    ordinal = replace(SMALL, scales=(replace(LEVELS, kind=ScaleKind.ORDINAL), *SMALL.scales[1:]))

    found = ratings([response()], ordinal)

    assert (found.items, found.sections, found.overall_column) == ((), (), None)
    assert found.index(rows(0), IndexRule.POOLED) == Share(None, 0, 0, 0)


def with_roles(template: FormTemplate = SMALL, **roles: ItemRole) -> FormTemplate:
    """Return a form of which a person said what some items do in the results."""
    items = (replace(template.item(ItemId(item_id)), role=role) for item_id, role in roles.items())
    return with_items(template, items)


GIVEN = responses(
    [
        {"c1": ("5",), "c2": ("1",), "c3": ("4",), "all": ("4",)},
        {"c1": ("4",), "c2": ("5",), "c3": ("2",), "all": ("1",)},
        {"c1": ("2",), "c2": ("1",), "c3": ("5",), "all": ("5",)},
    ]
)


def test_that_a_criterion_left_out_counts_in_no_figure_of_the_index() -> None:
    found = ratings(GIVEN, with_roles(c2=ItemRole.NEITHER))
    everyone = found.all_rows()

    # c1: 2 of 3; c3: 2 of 3; c2, 1 of 3, is left out.
    assert [item.item_id for item in found.items] == ["c1", "c3", "all"]
    assert found.index(everyone, IndexRule.POOLED) == Share(4 / 6, 4, 6, 3)
    assert found.index(everyone, IndexRule.EQUAL_CRITERIA).value == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert found.index(everyone, IndexRule.EQUAL_FACTORS).value == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert [list(found.columns_of(section)) for section in found.sections] == [[0], [1]]
    assert ratings(GIVEN).index(everyone, IndexRule.POOLED) == Share(5 / 9, 5, 9, 3)


def test_that_a_factor_of_which_all_is_left_out_is_none() -> None:
    found = ratings(GIVEN, with_roles(c3=ItemRole.DEMOGRAPHIC))

    assert [section.section_id for section in found.sections] == ["f1"]
    assert found.index(found.all_rows(), IndexRule.EQUAL_FACTORS).value == pytest.approx(3 / 6)


def test_that_a_rated_item_of_another_section_can_be_counted_in() -> None:
    found = ratings(GIVEN, with_roles(all=ItemRole.CRITERION))

    assert [section.section_id for section in found.sections] == ["f1", "f2", "all"]
    assert found.index(found.all_rows(), IndexRule.POOLED) == Share(7 / 12, 7, 12, 3)
    assert found.overall_column == 3


def test_that_the_overall_item_left_out_of_its_factor_still_says_who_is_satisfied_on_the_whole() -> None:
    template = with_roles(replace(SMALL, overall_item=SMALL.sections[1].items[1].item_id), c2=ItemRole.NEITHER)

    found = ratings(GIVEN, template)

    assert [item.item_id for item in found.items] == ["c1", "c3", "c2"]
    assert list(found.columns_of(found.sections[0])) == [0]
    assert found.people(found.all_rows()).count == 1
    assert found.index(found.all_rows(), IndexRule.OVERALL_ITEM).value == pytest.approx(1 / 3)


def test_that_levels_of_other_scales_have_no_mean_together() -> None:
    found = ratings([response(c1=("5",), c2=("5",))], TWO_SCALES)

    assert found.mean_level(found.all_rows(), [0, 1]) is None
    assert found.mean_level(found.all_rows(), [0, 2]) == (5 + 4) / 2
