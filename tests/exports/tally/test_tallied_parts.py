"""Answers, items and sections counted over some of the respondents, and what an item's scale makes of its levels."""

from dataclasses import replace

import numpy as np
import pytest

from exports.tally.answer_table import AnswerTable, build_answer_table
from exports.tally.satisfaction_index import Share, build_ratings
from exports.tally.survey_tally import AnswerCounts, ItemTally, count_answers, tally_items, tally_sections, tally_survey
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, Option, Scale, ScaleKind, Section, Text
from omr.responses import Response
from omr.results import Answer, Flag
from omr.survey.counting_rules import IndexRule, Weighting
from tests.exports.build import SMALL, UNITS, accepted, flagged, missing, rated, response, responses, verified


def table(given: list[Response]) -> AnswerTable:
    """Return the answers of a survey of ``SMALL``."""
    return build_answer_table(SMALL, given)


def items(answers: AnswerTable) -> tuple[ItemTally, ...]:
    """Return the tallies of all items over all valid responses."""
    return tally_items(answers, build_ratings(answers))


def of_item(tallies: tuple[ItemTally, ...], item_id: str) -> ItemTally:
    """Return the tally of one item."""
    return next(found for found in tallies if found.item.item_id == item_id)


def tallied(values: str, kind: ScaleKind, *answers: str, not_applicable: str = "") -> ItemTally:
    """Return the tally of a single-choice item with one option per letter of ``values``."""
    options = tuple(Option(value, Text(value), is_not_applicable=value in not_applicable) for value in values)
    scale = Scale("care", kind, options)
    asked = Item(ItemId("care"), ItemKind.SINGLE, Text("Quan tâm"), options, scale_id="care")
    template = FormTemplate("t", 1, Text("t"), (Section("s", Text("s"), (asked,)),), (scale,))
    given = [replace(response(), answers=(accepted("care", (answer,)),)) for answer in answers]
    return of_item(items(build_answer_table(template, given)), "care")


def test_that_answers_are_counted_by_what_stands_behind_them() -> None:
    given = [
        response(1, flagged("c1", ("5",)), flagged("visits", ("1",)), flagged("remark", (), Flag.HANDWRITING)),
        response(2, verified("c1", None), verified("c2", ("5",)), missing("c3")),
        response(3, flagged("c1", ("5",))),
    ]

    assert count_answers(table(given)) == AnswerCounts(26, 2, 3, 1, 1, pytest.approx(0.0026))
    assert count_answers(table(given)).total == 33
    assert count_answers(table(given), np.array([1])) == AnswerCounts(8, 2, 0, 0, 1, pytest.approx(0.0008))
    assert count_answers(table(given), np.array([0, 2])) == AnswerCounts(18, 0, 3, 1, 0, pytest.approx(0.0018))


def test_that_items_and_sections_are_tallied_over_the_respondents_asked_for() -> None:
    answers = table(responses([{"c1": ("1",)}, {"c1": ("2",)}, {"c1": ("5",)}, {"c1": ("4",), "c2": ("3",)}]))
    last_two = np.array([2, 3])

    c1 = of_item(tally_items(answers, build_ratings(answers), last_two), "c1")
    first, second = tally_sections(build_ratings(answers), last_two)

    assert (c1.responses, c1.answered, c1.mean, c1.satisfied) == (2, 2, 4.5, Share(1.0, 2, 2, 2))
    assert [option.count for option in c1.options] == [1, 1, 0, 0, 0, 0]
    assert (first.items, first.satisfied, first.mean) == (2, Share(3 / 4, 3, 4, 2), 4.0)
    assert (second.items, second.satisfied, second.dissatisfied) == (1, Share(1.0, 2, 2, 2), Share(0.0, 0, 2, 2))


def test_that_items_are_in_the_order_of_the_form_each_in_its_section() -> None:
    found = items(table([response()]))

    assert [(each.section.section_id, each.item.item_id) for each in found] == [
        ("about", "sex"), ("f1", "c1"), ("f1", "c2"), ("f2", "c3"), ("all", "all"), ("all", "late"), ("all", "sorry"),
        ("all", "wish"), ("all", "nps"), ("all", "visits"), ("all", "remark"),
    ]  # fmt: skip


def test_that_criteria_are_the_choices_on_a_satisfaction_scale() -> None:
    found = items(table([response()]))

    assert [each.item.item_id for each in found if each.is_criterion] == ["c1", "c2", "c3", "all"]
    assert not replace(found[1], item=replace(rated("c1"), kind=ItemKind.NUMBER)).is_criterion


def test_that_an_item_whose_scale_tells_neither_side_has_no_such_share() -> None:
    sex, late = (of_item(items(table([response()])), item_id) for item_id in ("sex", "late"))

    assert (sex.scale, sex.satisfied, sex.dissatisfied, sex.net_promoters) == (None, None, None, None)
    assert (late.scale, late.satisfied, late.dissatisfied) == (SMALL.scale("co-khong"), None, None)


def test_that_a_satisfaction_scale_has_no_net_promoters() -> None:
    c1 = of_item(items(table([response()])), "c1")

    assert c1.net_promoters is None


@pytest.mark.parametrize("untold", ["satisfied", "dissatisfied"])
def test_that_a_scale_that_tells_one_side_alone_has_no_net_promoters(untold: str) -> None:
    one_sided = replace(SMALL.scale("nps"), **{untold: frozenset()})
    template = replace(SMALL, scales=(SMALL.scales[0], one_sided, SMALL.scales[2]))

    nps = of_item(items(build_answer_table(template, [response()])), "nps")

    assert getattr(nps, untold) is None
    assert nps.net_promoters is None


def test_that_an_item_nobody_answered_has_counts_and_no_figures() -> None:
    found = items(table(responses([{"c1": (), "nps": (), "visits": ()}])))

    c1, nps, visits = (of_item(found, item_id) for item_id in ("c1", "nps", "visits"))
    assert (c1.responses, c1.answered, c1.blank) == (1, 0, 1)
    assert [option.share for option in c1.options] == [None] * 6
    assert (c1.mean, c1.median, c1.sd, c1.rescaled) == (None, None, None, None)
    assert c1.satisfied == c1.dissatisfied == Share(None, 0, 0, 0)
    assert nps.net_promoters is None
    assert (visits.mean, visits.median, visits.sd) == (None, None, None)


def test_that_one_answer_is_all_there_is_to_share() -> None:
    assert [option.share for option in tallied("123", ScaleKind.ORDINAL, "3").options] == [0.0, 0.0, 1.0]


def test_that_two_answers_have_a_standard_deviation() -> None:
    visits = of_item(items(table(responses([{"visits": ("1",)}, {"visits": ("4",)}]))), "visits")

    assert visits.median == 2.5
    assert visits.sd == pytest.approx(4.5**0.5)  # squares 2.25 + 2.25 = 4.5, over 1


@pytest.mark.parametrize("written", [("nhiều",), ("nan",), ("inf",)])
def test_that_a_number_field_without_a_number_enters_no_mean(written: Answer) -> None:
    given = [response(1, visits=("2",)), response(2, verified("visits", written))]

    visits = of_item(items(table(given)), "visits")

    assert (visits.answered, visits.mean, visits.sd) == (2, 2.0, None)


def test_that_not_applicable_is_no_level_even_if_its_value_is_a_number() -> None:
    found = tallied("1239", ScaleKind.ORDINAL, "2", "3", "9", not_applicable="9")

    assert (found.answered, found.not_applicable, found.mean) == (2, 1, 2.5)
    assert found.rescaled == 75.0
    assert [option.share for option in found.options] == [0.0, 0.5, 0.5, None]


def test_that_only_a_scale_with_an_order_and_a_range_is_rescaled() -> None:
    assert tallied("123", ScaleKind.SATISFACTION, "3").rescaled == 100.0
    assert tallied("2468", ScaleKind.ORDINAL, "4").rescaled == pytest.approx(100 / 3)
    assert tallied("123", ScaleKind.NPS, "3").rescaled is None
    assert tallied("123", ScaleKind.NOMINAL, "3").rescaled is None


def test_that_the_tally_keeps_the_rules_it_was_made_by() -> None:
    found = tally_survey(SMALL, [response()], UNITS, IndexRule.EQUAL_FACTORS, weighting=Weighting.TRANSACTIONS)

    assert (found.rule, found.weighting) == (IndexRule.EQUAL_FACTORS, Weighting.TRANSACTIONS)
    assert (tally_survey(SMALL, [], UNITS).rule, tally_survey(SMALL, [], UNITS).weighting) == (
        IndexRule.POOLED,
        Weighting.NONE,
    )


def test_that_every_part_of_the_tally_follows_the_rule_of_the_index() -> None:
    # c1 and c2 satisfied by one of two, c3 by both: pooled 4 of 6, factors (1/2 + 1) / 2, the overall item 1 of 2.
    bad = {"c1": ("1",), "c2": ("1",), "all": ("1",)}
    given = responses([{}, bad])

    for rule, expected in ((IndexRule.POOLED, 4 / 6), (IndexRule.EQUAL_FACTORS, 3 / 4), (IndexRule.OVERALL_ITEM, 0.5)):
        found = tally_survey(SMALL, given, UNITS, rule)
        commune = next(unit for unit in found.units if unit.unit.code == "09163")
        for share in (found.index, commune.index, found.levels[0].pooled.index, found.parents[0].pooled.index):
            assert share.value == pytest.approx(expected)
