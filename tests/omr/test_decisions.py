"""Deciding: what several marks say together, and when a person must look."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_templates.model import Item, ItemId, ItemKind, Option, Rect, ResponseArea, Text
from omr.decisions import (
    AreaEvidence,
    decide_handwriting,
    decide_items,
    decide_page,
    gather_evidence,
    mark_readings,
    option_probabilities,
    suspect_blanks,
)
from omr.marks.likelihoods import LogLikelihoods
from omr.results import Flag, ItemReading

_TOLERANCE = 1e-4
_FIRM, _NONE, _HALF = 20.0, -20.0, 0.0


def _item(kind=ItemKind.SINGLE, options=5, cap=None):
    drawn = tuple(Option(str(value), Text(str(value))) for value in range(1, options + 1))
    return Item(ItemId("c01"), kind, Text("Câu"), drawn, max_choices=cap)


def decide_item(item, evidence, tolerance):
    """Decide an item that stands alone on its page."""
    (reading,) = decide_items([(item, evidence)], tolerance)
    return reading


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


@pytest.mark.parametrize(("share", "is_flagged"), [(0.0, False), (0.003, False), (0.005, True), (0.02, True)])
def test_that_handwriting_is_left_to_people(share, is_flagged):
    reading = decide_handwriting(Item(ItemId("t"), ItemKind.TEXT, Text("Ý kiến")), share)

    assert reading.answer == ()
    assert reading.flags == (frozenset({Flag.HANDWRITING}) if is_flagged else frozenset())
    assert reading.p_wrong == (1.0 if is_flagged else 0.0)


def test_that_a_blank_with_a_covered_box_is_flagged_because_a_mark_may_be_under_it():
    evidence = [*_evidence([_NONE] * 4), AreaEvidence("5", 0.0, 0.0, 0.0, is_hidden=True)]

    reading = decide_item(_item(), evidence, _TOLERANCE)

    assert reading.flags == {Flag.HIDDEN}


def test_that_a_covered_box_beside_a_firm_mark_is_flagged_and_keeps_the_mark_as_proposal():
    evidence = [*_evidence([_FIRM, _NONE, _NONE, _NONE]), AreaEvidence("5", 0.0, 0.0, 0.0, is_hidden=True)]
    sure = (_item(), _evidence([_NONE, _FIRM, _NONE, _NONE, _NONE]))

    reading, *_ = decide_items([(_item(), evidence), *[sure] * 30], _TOLERANCE)

    assert reading.answer == ("1",)
    assert reading.flags == {Flag.HIDDEN}
    assert reading.is_proposal


_OFF = {"log_marked": 0.0, "log_cancelled": 0.0, "misplaced_mm": 9.9, "is_hidden": True, "is_off": True}


@pytest.mark.parametrize("kind", [ItemKind.SINGLE, ItemKind.MULTIPLE])
@pytest.mark.parametrize("seen", [0, 1, 4])
def test_that_nothing_off_the_paper_is_proposed_not_even_a_blank(kind, seen):
    off = [AreaEvidence(str(number), **_OFF) for number in range(seen + 1, 6)]

    reading = decide_item(_item(kind), [*_evidence([_NONE] * seen), *off], _TOLERANCE)

    assert reading.answer == ()
    assert reading.flags == {Flag.CUT_OFF}
    assert not reading.is_proposal


@pytest.mark.parametrize("kind", [ItemKind.SINGLE, ItemKind.MULTIPLE])
def test_that_a_mark_beside_a_part_that_was_cut_off_is_proposed_and_never_accepted(kind):
    evidence = [*_evidence([_FIRM, _NONE, _NONE, _NONE]), AreaEvidence("5", **_OFF)]
    sure = (_item(), _evidence([_NONE, _FIRM, _NONE, _NONE, _NONE]))

    reading, *others = decide_items([(_item(kind), evidence), *[sure] * 30], _TOLERANCE)

    assert reading.answer == ("1",)
    assert reading.flags == {Flag.CUT_OFF}
    assert reading.is_proposal
    assert not any(other.flags for other in others)


@pytest.mark.parametrize(("unseen", "flags"), [(Flag.CUT_OFF, {Flag.CUT_OFF}), (Flag.HIDDEN, {Flag.HIDDEN})])
def test_that_a_field_that_cannot_be_seen_is_no_blank(unseen, flags):
    reading = decide_handwriting(Item(ItemId("t"), ItemKind.TEXT, Text("Ý kiến")), 0.0, unseen)

    assert reading.flags == flags
    assert not reading.is_proposal


def _page(p_wrong):
    """Items that are wrong with the probabilities given: each has one option that may or may not be marked."""
    item = _item(ItemKind.MULTIPLE, options=1)
    prior = np.log(0.745 / 0.25)
    return [(item, [AreaEvidence("1", prior + float(np.log((1 - p) / p)), _NONE, 0.0)]) for p in p_wrong]


def test_that_sure_answers_let_a_less_sure_one_on_their_page_pass():
    alone = decide_items(_page([1e-3]), _TOLERANCE)
    among_sure_ones = decide_items(_page([1e-3] + [1e-6] * 15), _TOLERANCE)

    assert alone[0].flags
    assert not among_sure_ones[0].flags


def test_that_no_answer_passes_that_is_far_less_sure_than_the_tolerance():
    readings = decide_items(_page([1e-2] + [1e-9] * 200), _TOLERANCE)

    assert readings[0].flags
    assert not any(reading.flags for reading in readings[1:])


@given(st.lists(st.floats(1e-9, 0.4), min_size=1, max_size=30))
def test_that_the_accepted_answers_of_a_page_are_expected_to_be_wrong_within_a_few_times_the_tolerance(p_wrong):
    readings = decide_items(_page(p_wrong), _TOLERANCE)

    accepted = [reading.p_wrong for reading in readings if not reading.flags]
    flagged = [reading.p_wrong for reading in readings if reading.flags]
    assert sum(accepted) <= len(accepted) * 8 * _TOLERANCE * 1.001
    assert max(accepted, default=0.0) <= min(flagged, default=1.0)


def test_that_a_blank_is_no_surprise_among_blanks_and_none_among_marks():
    faint = (_item(), _evidence([_NONE, -4.0, _NONE, _NONE, _NONE]))
    blank, marked = (_item(), _evidence([_NONE] * 5)), (_item(), _evidence([_NONE, _FIRM, _NONE, _NONE, _NONE]))

    among_blanks = decide_items([faint, *[blank] * 20], _TOLERANCE)[0]
    among_marks = decide_items([faint, *[marked] * 20], _TOLERANCE)[0]

    assert among_blanks.answer == among_marks.answer == ()
    assert among_blanks.p_wrong < 0.1 * among_marks.p_wrong


def test_that_a_page_without_any_mark_to_be_seen_is_not_taken_for_blanks():
    unseen = (_item(), [AreaEvidence(str(option), -1.4, _NONE, 0.0) for option in range(1, 6)])

    readings = decide_items([unseen] * 20, _TOLERANCE)

    assert all(reading.flags for reading in readings)


def _areas(*items):
    """Two areas of each item, in this order."""
    rect = Rect(0.0, 0.0, 4.0, 4.0)
    return tuple(ResponseArea(ItemId(item), option, rect) for item in items for option in ("1", "2"))


def test_that_evidence_is_gathered_by_item_in_printed_order():
    likelihoods = LogLikelihoods(np.array([1.0, 2.0, 3.0, 4.0]), np.array([-1.0, -2.0, -3.0, -4.0]))

    evidence = gather_evidence(
        _areas("a", "b"),
        likelihoods,
        np.array([0.1, 0.2, 0.3, 0.4]),
        np.array([False, True, False, False]),
        np.zeros(4, bool),
    )

    assert list(evidence) == ["a", "b"]
    facts = [(e.option, e.log_marked, e.log_cancelled, e.misplaced_mm, e.is_hidden) for e in evidence["a"]]
    assert facts == [("1", 1.0, -1.0, 0.1, False), ("2", 2.0, -2.0, 0.2, True)]
    assert [e.log_marked for e in evidence["b"]] == [3.0, 4.0]


def test_that_a_page_is_decided_item_by_item_in_template_order():
    choice = Item(ItemId("a"), ItemKind.SINGLE, Text("Câu"), (Option("1", Text("1")), Option("2", Text("2"))))
    written, empty = (Item(ItemId(name), ItemKind.TEXT, Text("Góp ý")) for name in ("t", "u"))
    evidence = {ItemId("a"): _evidence([_NONE, _FIRM])}

    readings = decide_page([written, choice, empty], evidence, {ItemId("t"): 0.02, ItemId("u"): 0.0}, _TOLERANCE)

    assert [reading.item_id for reading in readings] == ["t", "a", "u"]
    assert [reading.answer for reading in readings] == [(), ("2",), ()]
    assert [reading.flags for reading in readings] == [{Flag.HANDWRITING}, frozenset(), frozenset()]


def test_that_what_is_kept_of_marks_goes_by_the_kind_of_item():
    likelihoods = LogLikelihoods(np.array([_FIRM, _NONE, _HALF, _HALF]), np.array([_NONE, _FIRM, _NONE, _NONE]))
    single = _item()
    several = Item(ItemId("m"), ItemKind.MULTIPLE, Text("Nơi"), single.options)

    marks = mark_readings(_areas("c01", "m"), [several, single], np.array([0.5, 0.25, 0.0, 0.125]), likelihoods)

    assert [(mark.item_id, mark.option, mark.fill_ratio) for mark in marks] == [
        ("c01", "1", 0.5), ("c01", "2", 0.25), ("m", "1", 0.0), ("m", "2", 0.125),
    ]  # fmt: skip
    assert (marks[0].p_marked, marks[0].p_cancelled) == pytest.approx((1.0, 0.0), abs=1e-6)
    assert (marks[1].p_marked, marks[1].p_cancelled) == pytest.approx((0.0, 1.0), abs=1e-5)
    assert marks[2].p_marked == pytest.approx(0.25 / (0.745 + 0.25), abs=1e-6)


def test_that_the_states_of_an_option_share_all_probability():
    likelihoods = LogLikelihoods(np.array([3.0, -2.0]), np.array([1.0, 0.5]))

    chances = option_probabilities(likelihoods, ItemKind.SINGLE)

    weights = np.array(
        [[0.78, 0.217 * np.exp(3.0), 0.003 * np.exp(1.0)], [0.78, 0.217 * np.exp(-2), 0.003 * np.exp(0.5)]]
    )
    np.testing.assert_allclose(chances, weights / weights.sum(axis=1, keepdims=True))


def test_that_a_suspect_blank_is_flagged_and_not_called_sure():
    blank = ItemReading("q1", (), 1e-6, frozenset())

    suspect, other = suspect_blanks([blank, replace(blank, item_id="q2")], {"q1"})

    assert suspect.flags == {Flag.FAINT_MARK}
    assert suspect.p_wrong >= 0.3
    assert suspect.answer == ()
    assert other == replace(blank, item_id="q2")


def test_that_ink_near_a_blank_is_as_likely_a_mark_as_none():
    blank = ItemReading(ItemId("c01"), (), 1e-6, frozenset())
    doubtful = ItemReading(ItemId("c01"), (), 0.9, frozenset({Flag.HIDDEN}))

    assert suspect_blanks([blank, doubtful], {"c01"}) == (
        ItemReading(ItemId("c01"), (), 0.5, frozenset({Flag.FAINT_MARK})),
        ItemReading(ItemId("c01"), (), 0.9, frozenset({Flag.FAINT_MARK})),
    )


@pytest.mark.parametrize(
    ("doubtful", "others", "is_flagged"),
    [
        (7.9e-4, [], False),  # alone: eight times the tolerance
        (8.1e-4, [], True),
        (7.9e-4, [7.9e-4] * 5, False),
        (1.59e-3, [1e-9], False),  # eight times two answers, one of them sure
        (1.61e-3, [1e-9], True),
        (7.45e-3, [1e-9] * 100, False),  # among sure ones: 75 times the tolerance
        (7.55e-3, [1e-9] * 100, True),
    ],
)
def test_that_an_answer_may_be_as_doubtful_as_the_answers_beside_it_allow(doubtful, others, is_flagged):
    reading, *_ = decide_items(_page([doubtful, *others]), _TOLERANCE)

    assert bool(reading.flags) is is_flagged


def test_that_answers_which_people_decide_anyway_let_no_doubtful_one_pass():
    lost = (_item(), _evidence([_FIRM, _NONE, _NONE, _NONE, _NONE], misplaced=1.0))

    reading, *others = decide_items([*_page([1e-3]), *[lost] * 15], _TOLERANCE)

    assert reading.flags
    assert all(other.flags == {Flag.NOT_LOCATED} for other in others)


@pytest.mark.parametrize(("misplaced", "is_flagged"), [(0.5, False), (0.7, True)])
def test_that_one_outline_a_third_of_its_half_width_off_flags_the_item(misplaced, is_flagged):
    evidence = [*_evidence([_FIRM, _NONE]), AreaEvidence("3", _NONE, _NONE, misplaced)]

    reading = decide_item(_item(options=3), evidence, _TOLERANCE)

    assert reading.flags == (frozenset({Flag.NOT_LOCATED}) if is_flagged else frozenset())
    assert reading.p_wrong < 1e-6


def _bare_page(odds, items=12):
    """Items of one page; ``odds`` is what an area says that shows nothing."""
    return [(replace(_item(), item_id=ItemId(f"c{number:02}")), _evidence([odds] * 5)) for number in range(items)]


def test_that_nothing_marked_on_a_page_is_one_doubt_of_its_own_where_marks_may_be_lost():
    readings = decide_items(_bare_page(-4.4), _TOLERANCE)

    assert {reading.answer for reading in readings} == {()}
    assert {reading.flags for reading in readings} == {frozenset({Flag.UNMARKED})}
    assert min(reading.p_wrong for reading in readings) > 0.2


def test_that_an_unfilled_page_is_blank_for_sure_where_no_mark_can_be_lost():
    readings = decide_items(_bare_page(np.log(1e-6)), _TOLERANCE)

    assert {(reading.answer, reading.flags) for reading in readings} == {((), frozenset())}


def test_that_a_speck_is_no_mark_where_nothing_else_is_marked():
    page = _bare_page(-6.0)
    page[3] = (page[3][0], _evidence([2.0, *[-6.0] * 4]))

    readings = decide_items(page, _TOLERANCE)

    assert {reading.answer for reading in readings} == {()}
    assert readings[3].flags == {Flag.UNMARKED}


@pytest.mark.parametrize("kind", [ItemKind.SINGLE, ItemKind.MULTIPLE])
def test_that_one_firm_mark_on_a_page_is_read_whatever_is_left_blank(kind):
    page = _bare_page(-12.0)
    page[3] = (_item(kind), _evidence([14.0, *[-12.0] * 4]))

    readings = decide_items(page, _TOLERANCE)

    assert readings[3].answer == ("1",)
    assert {reading.answer for reading in readings[:3] + readings[4:]} == {()}


def test_that_faint_marks_in_many_items_are_marks():
    page = [(item, _evidence([2.5, *[-4.0] * 4])) for item, _ in _bare_page(-4.0)]

    readings = decide_items(page, _TOLERANCE)

    assert {reading.answer for reading in readings} == {("1",)}
