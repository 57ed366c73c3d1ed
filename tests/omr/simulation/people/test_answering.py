"""What people mean, and what their pen does about it."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from form_templates.model import FormTemplate, ItemId, ItemKind, MarkStyle
from omr.simulation.people.answering import Action, FormResponse, ItemResponse, respond
from omr.simulation.people.pens import PenKind
from omr.simulation.people.respondents import Correction, Habit, Population, draw_respondent

SIGMAS = 4.0


def _responses(template: FormTemplate, population: Population, people: int = 300) -> list[FormResponse]:
    rng = np.random.default_rng(9)
    return [respond(template, draw_respondent(population, 0.7, rng), population, rng) for _ in range(people)]


def _statements(responses: Sequence[FormResponse]) -> list[ItemResponse]:
    return [item for response in responses for item in response.items.values() if item.item_id.startswith("c")]


def _only(correction: Correction) -> Population:
    return replace(Population(), corrected=1.0, blank=0.0, corrections={correction: 1.0})


@pytest.mark.parametrize("rate", [0.025, 0.3])
def test_that_items_are_left_blank_at_the_stated_rate(template: FormTemplate, rate: float) -> None:
    items = _statements(_responses(template, replace(Population.plain(), blank=rate)))

    blank = sum(not item.answer for item in items) / len(items)
    assert blank == pytest.approx(rate, abs=SIGMAS * math.sqrt(rate * (1 - rate) / len(items)))


def test_that_corrections_and_doubles_come_at_their_rates(template: FormTemplate) -> None:
    population = replace(Population(), blank=0.0, corrected=0.05, double=0.05)

    items = _statements(_responses(template, population))

    spread = SIGMAS * math.sqrt(0.1 * 0.9 / len(items))
    assert sum(not item.is_plain for item in items) / len(items) == pytest.approx(0.0975, abs=spread)


def test_that_plain_people_make_plain_responses(template: FormTemplate) -> None:
    for item in _statements(_responses(template, Population.plain(), 50)):
        assert item.is_plain
        assert [gesture.option for gesture in item.gestures] == list(item.answer)
        assert len(item.answer) <= 1


def test_that_multiple_choices_stay_within_the_cap_and_in_printed_order(template: FormTemplate) -> None:
    printed = ["a", "b", "other"]

    for response in _responses(template, Population.plain(), 100):
        answer = response.items[ItemId("m1")].answer
        assert len(answer) <= 2
        assert list(answer) == sorted(answer, key=printed.index)


def test_that_the_skip_rule_is_mostly_respected(template: FormTemplate) -> None:
    responses = _responses(template, replace(Population.plain(), blank=0.0), 600)

    skipping = [r for r in responses if r.items[ItemId("c00")].answer[0] not in ("1", "2")]
    asked = [r for r in responses if r.items[ItemId("c00")].answer[0] in ("1", "2")]
    answered = sum(bool(response.items[ItemId("why")].answer) for response in skipping) / len(skipping)
    assert answered == pytest.approx(0.05, abs=SIGMAS * math.sqrt(0.05 * 0.95 / len(skipping)))
    assert all(response.items[ItemId("why")].answer for response in asked)


def test_that_a_ringed_mistake_leaves_the_other_option_as_answer(template: FormTemplate) -> None:
    population = replace(_only(Correction.RINGED_THEN_OTHER), habits={Habit.CROSS: 1.0}, other_habit=0.0)

    for item in _statements(_responses(template, population, 20)):
        mistake, ring, meant = item.gestures
        assert (mistake.action, ring.action, meant.action) == (Action.MARK, Action.CANCEL_RING, Action.MARK)
        assert mistake.option == ring.option != meant.option
        assert item.answer == (meant.option,)


def test_that_a_blot_covers_the_option_that_was_not_meant(template: FormTemplate) -> None:
    for item in _statements(_responses(template, _only(Correction.BLOTTED_THEN_OTHER), 20)):
        blotted = [gesture.option for gesture in item.gestures if gesture.action is Action.BLOT]
        assert len(blotted) == 1
        assert blotted[0] not in item.answer


def test_that_a_mark_taken_back_means_blank(template: FormTemplate) -> None:
    for item in _statements(_responses(template, _only(Correction.CANCELLED_ONLY), 20)):
        assert item.answer == ()
        assert len(item.gestures) == 2
        assert not item.is_plain


def test_that_blacked_after_cancelling_is_chosen_again(template: FormTemplate) -> None:
    for item in _statements(_responses(template, _only(Correction.CHOSEN_AGAIN), 20)):
        assert item.gestures[-1].action is Action.BLACKEN
        assert item.answer == (item.gestures[-1].option,)


def test_that_a_fill_is_not_taken_back_by_a_ring(template: FormTemplate) -> None:
    population = replace(_only(Correction.RINGED_THEN_OTHER), habits={Habit.FILL: 1.0}, other_habit=0.0)

    for item in _statements(_responses(template, population, 10)):
        assert item.gestures[1].action is Action.STRIKE_OUT


def test_that_two_equal_marks_cannot_be_decided(template: FormTemplate) -> None:
    population = replace(Population(), blank=0.0, corrected=0.0, double=1.0, double_one_light=0.0)

    for item in _statements(_responses(template, population, 20)):
        assert len(item.answer) == 2
        assert not item.is_decidable


def test_that_of_a_heavy_and_a_light_mark_the_heavy_is_meant(template: FormTemplate) -> None:
    population = replace(Population(), blank=0.0, corrected=0.0, double=1.0, double_one_light=1.0)

    for item in _statements(_responses(template, population, 20)):
        assert item.answer == (item.gestures[0].option,)
        assert item.gestures[1].action is Action.LIGHT_MARK
        assert item.is_decidable


def test_that_straight_liners_give_one_level(template: FormTemplate) -> None:
    population = replace(Population.plain(), straight_line=1.0, blank=0.0)

    for response in _responses(template, population, 30):
        answers = [item.answer for item in _statements([response])]
        most = max(answers.count(answer) for answer in answers)
        assert most >= 20  # of 24; the rest are slips


def test_that_satisfaction_is_shared_between_the_items_of_a_person(template: FormTemplate) -> None:
    responses = _responses(template, replace(Population.plain(), straight_line=0.0, blank=0.0))

    levels = np.array([[int(r.items[ItemId(f"c{n:02}")].answer[0]) for n in range(24)] for r in responses])
    assert np.corrcoef(levels[:, 0], levels[:, 12])[0, 1] > 0.2


def test_that_a_scale_printed_the_other_way_round_turns_the_answers(template: FormTemplate) -> None:
    turned = replace(template.scales[0], satisfied=frozenset({"1", "2"}), dissatisfied=frozenset({"4", "5"}))
    population = replace(Population.plain(), blank=0.0)

    levels = [int(item.answer[0]) for item in _statements(_responses(replace(template, scales=(turned,)), population))]

    assert np.mean(levels) < 3


def test_that_a_form_asking_for_rings_gets_rings(template: FormTemplate) -> None:
    section = template.sections[0]
    ringed = tuple(replace(item, style=MarkStyle.RING) for item in section.items if item.kind is ItemKind.SINGLE)
    form = replace(template, sections=(replace(section, items=ringed),))

    items = [item for item in _statements(_responses(form, Population.plain(), 60)) if item.answer]

    assert sum(item.habit is Habit.RING for item in items) / len(items) > 0.85


def test_that_numbers_have_as_many_digits_as_boxes(template: FormTemplate) -> None:
    written = [r.written[ItemId("age")] for r in _responses(template, Population(), 50) if ItemId("age") in r.written]

    assert len(written) > 30
    assert all(len(digits) == 2 and digits.isdecimal() for digits in written)


def test_that_write_in_lines_belong_to_chosen_options(template: FormTemplate) -> None:
    for response in _responses(template, Population(), 100):
        assert all(option in response.items[item_id].answer for item_id, option in response.write_ins)


def test_that_only_pencils_are_rubbed_out(template: FormTemplate) -> None:
    population = _only(Correction.ERASED_THEN_OTHER)
    actions = {}
    for kind in (PenKind.PENCIL, PenKind.BLUE_BALLPOINT):
        people = replace(population, pens={kind: 1.0})
        actions[kind] = {g.action for item in _statements(_responses(template, people, 20)) for g in item.gestures}

    assert actions[PenKind.PENCIL] == {Action.GHOST, Action.MARK}
    assert actions[PenKind.BLUE_BALLPOINT] == {Action.PAINT_OVER, Action.MARK}


@pytest.mark.parametrize("correction", [Correction.ERASED_THEN_OTHER, Correction.PAINTED_THEN_OTHER])
def test_that_what_was_rubbed_out_or_painted_over_is_not_the_answer(
    template: FormTemplate, correction: Correction
) -> None:
    for item in _statements(_responses(template, _only(correction), 20)):
        assert len(item.withdrawn) == 1
        assert len(item.answer) == 1
        assert item.is_decidable
        assert not item.is_plain


def test_that_one_stroke_answers_a_few_statements_below_each_other_alike(template: FormTemplate) -> None:
    population = replace(Population.plain(), column_stroke=1.0, blank=0.0)

    for response in _responses(template, population, 50):
        stroked = [item for item in response.items.values() if item.habit is Habit.COLUMN]
        assert 3 <= len(stroked) <= 8
        assert len({item.answer for item in stroked}) == 1
        assert all(len(item.answer) == 1 and item.is_decidable for item in stroked)
        assert len({template.page_of(item.item_id) for item in stroked}) == 1


def test_that_nobody_strokes_or_overshoots_unless_the_population_does(template: FormTemplate) -> None:
    gestures = [g for item in _statements(_responses(template, Population(), 100)) for g in item.gestures]

    assert all(gesture.swell == 1.0 and gesture.action is not Action.COLUMN_STROKE for gesture in gestures)


def test_that_unruly_people_do_all_there_is(template: FormTemplate) -> None:
    items = _statements(_responses(template, Population.unruly(), 400))

    assert {gesture.action for item in items for gesture in item.gestures} == set(Action)
    assert {item.habit for item in items if item.habit} == set(Habit)
    assert any(gesture.swell > 1.5 for item in items for gesture in item.gestures)


def test_that_who_breaks_off_leaves_the_end_of_a_section_blank(template: FormTemplate) -> None:
    everybody = replace(Population.plain(), breaks_off=1.0, blank=0.0, ignores_skip=0.0)

    responses = _responses(template, everybody, people=60)

    answered = [[bool(response.items[ItemId(f"c{n:02}")].answer) for n in range(24)] for response in responses]
    assert all(marks == sorted(marks, reverse=True) for marks in answered)  # answers first, then none
    assert 0.2 < np.mean(answered) < 0.8


def test_that_a_mark_rubbed_out_alone_means_blank(template: FormTemplate) -> None:
    pencils = replace(_only(Correction.ERASED_ONLY), pens={PenKind.PENCIL: 1.0})

    items = [item for item in _statements(_responses(template, pencils, people=40)) if not item.is_plain]

    assert items
    assert all(item.answer == () and item.gestures[0].action is Action.GHOST for item in items)


def test_that_ink_is_struck_out_where_a_pencil_would_be_rubbed_out(template: FormTemplate) -> None:
    inks = replace(_only(Correction.ERASED_ONLY), pens={PenKind.BLUE_BALLPOINT: 1.0})

    items = [item for item in _statements(_responses(template, inks, people=40)) if not item.is_plain]

    assert items
    assert all(item.answer == () and Action.GHOST not in {g.action for g in item.gestures} for item in items)
