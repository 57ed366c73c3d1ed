"""What people want improved first, with how satisfied they are."""

from dataclasses import replace

from exports.tally.priorities.wishes import find_wishes, question_of_wishes
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import tally_survey
from form_templates.model import FormTemplate, Text
from tests.exports.build import SMALL, UNITS, WISHES, responses

GIVEN = [
    {"wish": ("a",), "c1": ("2",), "c2": ("2",)},
    {"wish": ("a", "b"), "c1": ("2",), "c2": ("5",)},
    {"wish": ("b",), "c1": (), "c2": ("5",)},
    {"wish": ("b",)},
    {"wish": (), "c1": ("1",)},
]


def _asking(label: str) -> FormTemplate:
    last = SMALL.sections[-1]
    items = tuple(replace(each, label=Text(label)) if each is WISHES else each for each in last.items)
    return replace(SMALL, sections=(*SMALL.sections[:-1], replace(last, items=items)))


def test_that_wishes_are_ranked_by_how_many_of_those_who_answered_chose_them() -> None:
    found = find_wishes(tally_survey(SMALL, responses(GIVEN), UNITS))

    assert found is not None
    chosen = [(each.option.value, each.chosen) for each in found.wishes if each.option]
    assert chosen == [("b", Share.pooled(3, 4, 4)), ("a", Share.pooled(2, 4, 4)), ("c", Share.pooled(0, 4, 4))]


def test_that_the_factors_are_those_of_the_people_who_chose_it() -> None:
    found = find_wishes(tally_survey(SMALL, responses(GIVEN), UNITS))

    assert found is not None
    first, second, third = found.wishes
    assert second.factors == (Share.pooled(1, 4, 2), Share.pooled(2, 2, 2))
    assert first.factors == (Share.pooled(4, 5, 3), Share.pooled(3, 3, 3))
    assert third.factors == (Share.pooled(0, 0, 0), Share.pooled(0, 0, 0))
    assert found.everyone.factors == (Share.pooled(4, 7, 4), Share.pooled(4, 4, 4))


def test_that_a_form_which_does_not_ask_has_no_wishes() -> None:
    tally = tally_survey(_asking("Ông/Bà biết cơ quan qua đâu?"), responses(GIVEN), UNITS)

    assert (question_of_wishes(tally.items), find_wishes(tally)) == (None, None)


def test_that_where_nobody_answered_there_are_no_wishes() -> None:
    assert find_wishes(tally_survey(SMALL, responses([{"wish": ()}]), UNITS)) is None
