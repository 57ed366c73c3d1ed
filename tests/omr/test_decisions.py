"""Deciding: what several marks say together, and when a person must look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_templates.model import Item, ItemId, ItemKind, Option, Text
from omr.decisions import AreaEvidence, decide_handwriting, decide_item
from omr.results import Flag

_TOLERANCE = 1e-4
_FIRM, _NONE, _HALF = 20.0, -20.0, 0.0


def _item(kind=ItemKind.SINGLE, options=5, cap=None):
    drawn = tuple(Option(str(value), Text(str(value))) for value in range(1, options + 1))
    return Item(ItemId("c01"), kind, Text("Câu"), drawn, max_choices=cap)


def _evidence(marked, cancelled=(), misplaced=0.0):
    """Evidence for marks as in ``marked``; for options whose index is in ``cancelled``, for marks taken back."""
    return [
        AreaEvidence(str(index + 1), *((_NONE, value) if index in cancelled else (value, _NONE)), misplaced)
        for index, value in enumerate(marked)
    ]


def test_that_one_firm_mark_is_accepted():
    reading = decide_item(_item(), _evidence([_NONE, _NONE, _NONE, _FIRM, _NONE]), _TOLERANCE)

    assert reading.answer == ("4",)
    assert reading.flags == frozenset()
    assert reading.p_wrong < 1e-6


def test_that_no_ink_at_all_is_an_accepted_blank():
    reading = decide_item(_item(), _evidence([_NONE] * 5), _TOLERANCE)

    assert reading.answer == ()
    assert reading.flags == frozenset()


def test_that_two_firm_marks_flag_a_single_choice_item_and_keep_both():
    reading = decide_item(_item(), _evidence([_FIRM, _NONE, _NONE, _FIRM, _NONE]), _TOLERANCE)

    assert reading.answer == ("1", "4")
    assert Flag.DOUBLE_MARK in reading.flags


def test_that_two_firm_marks_are_an_accepted_answer_of_a_multiple_choice_item():
    reading = decide_item(_item(ItemKind.MULTIPLE), _evidence([_FIRM, _NONE, _NONE, _FIRM, _NONE]), _TOLERANCE)

    assert reading.answer == ("1", "4")
    assert reading.flags == frozenset()


def test_that_more_marks_than_the_cap_flag_a_multiple_choice_item():
    item = _item(ItemKind.MULTIPLE, cap=2)

    reading = decide_item(item, _evidence([_FIRM, _FIRM, _NONE, _FIRM, _NONE]), _TOLERANCE)

    assert Flag.DOUBLE_MARK in reading.flags


def test_that_every_option_marked_is_flagged():
    reading = decide_item(_item(), _evidence([_FIRM] * 5), _TOLERANCE)

    assert Flag.DOUBLE_MARK in reading.flags


def test_that_doubtful_ink_is_flagged():
    reading = decide_item(_item(), _evidence([_NONE, _NONE, _HALF, _NONE, _NONE]), _TOLERANCE)

    assert reading.flags


def test_that_a_mark_taken_back_beside_a_firm_one_gives_the_firm_one():
    reading = decide_item(_item(), _evidence([_FIRM, _NONE, _NONE, _FIRM, _NONE], cancelled={0}), _TOLERANCE)

    assert reading.answer == ("4",)
    assert reading.flags == frozenset()


def test_that_two_marks_of_which_one_may_be_taken_back_are_flagged():
    evidence = _evidence([_FIRM, _NONE, _NONE, _NONE, _NONE])
    evidence[3] = AreaEvidence("4", 6.0, 5.0, 0.0)

    reading = decide_item(_item(), evidence, _TOLERANCE)

    assert reading.flags


def test_that_a_mark_clearly_taken_back_and_no_other_is_a_blank():
    reading = decide_item(_item(), _evidence([_FIRM, _NONE, _NONE, _NONE, _NONE], cancelled={0}), _TOLERANCE)

    assert reading.answer == ()
    assert reading.flags == frozenset()


def test_that_a_mark_that_looks_taken_back_with_no_other_in_sight_is_flagged():
    evidence = _evidence([_NONE] * 5)
    evidence[0] = AreaEvidence("1", 8.0, 11.0, 0.0)

    reading = decide_item(_item(), evidence, _TOLERANCE)

    assert reading.flags == frozenset({Flag.CANCELLED_MARK})


def test_that_a_mark_taken_back_does_not_count_towards_the_cap():
    item = _item(ItemKind.MULTIPLE, cap=2)

    reading = decide_item(item, _evidence([_FIRM, _FIRM, _NONE, _FIRM, _NONE], cancelled={1}), _TOLERANCE)

    assert reading.answer == ("1", "4")
    assert reading.flags == frozenset()


def test_that_areas_that_could_not_be_placed_are_flagged_however_firm_the_mark():
    reading = decide_item(_item(), _evidence([_FIRM, _NONE, _NONE, _NONE, _NONE], misplaced=1.0), _TOLERANCE)

    assert Flag.NOT_LOCATED in reading.flags


@given(st.lists(st.floats(-25, 25), min_size=2, max_size=11))
def test_that_an_accepted_single_choice_answer_has_at_most_one_option_and_little_doubt(odds):
    reading = decide_item(_item(options=len(odds)), _evidence(odds), _TOLERANCE)

    assert 0.0 <= reading.p_wrong <= 1.0
    if not reading.flags:
        assert len(reading.answer) <= 1
        assert reading.p_wrong <= 30 * _TOLERANCE


@given(st.lists(st.floats(-25, 25), min_size=2, max_size=7), st.floats(1e-6, 1e-2))
def test_that_a_stricter_tolerance_never_accepts_more(odds, tolerance):
    item, evidence = _item(options=len(odds)), _evidence(odds)

    strict, lax = decide_item(item, evidence, tolerance / 10), decide_item(item, evidence, tolerance)

    assert strict.flags or not lax.flags


@pytest.mark.parametrize(("share", "is_flagged"), [(0.0, False), (0.002, False), (0.02, True)])
def test_that_handwriting_is_left_to_people(share, is_flagged):
    reading = decide_handwriting(Item(ItemId("t"), ItemKind.TEXT, Text("Ý kiến")), share)

    assert (Flag.HANDWRITING in reading.flags) is is_flagged
