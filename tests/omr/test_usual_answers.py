"""What people usually do, where the ink alone does not decide: every probability is worked out by hand."""

import numpy as np
import pytest

from form_templates.model import Item, ItemId, ItemKind, Option, Text
from omr.blank_runs import blank_shares
from omr.decisions import AreaEvidence, decide_items, option_probabilities
from omr.marks.likelihoods import LogLikelihoods
from omr.results import Flag

_TOLERANCE = 1e-4
_FIRM, _NONE = 20.0, -20.0  # logs of likelihoods: e^20 is as good as certain
_MARK, _BARE, _WITHDRAWN = (_FIRM, _NONE), (_NONE, _NONE), (_NONE, _FIRM)
_EITHER = (_FIRM, _FIRM)  # a mark, and the ink does not say whether it was taken back
_PERHAPS = (0.0, _NONE)  # as probable with a mark as without


def _item(options, kind=ItemKind.SINGLE, cap=None):
    drawn = tuple(Option(str(value), Text(str(value))) for value in range(1, options + 1))
    return Item(ItemId("c01"), kind, Text("Câu"), drawn, max_choices=cap)


def _ink(*logs):
    return [AreaEvidence(str(number), *pair, 0.0) for number, pair in enumerate(logs, start=1)]


_ANSWERED = (_item(5), _ink(_MARK, *[_BARE] * 4))
"""A plain mark, for a page on which nothing else is plain: somebody filled it in."""


def _decided(*logs, kind=ItemKind.SINGLE, cap=None):
    """The reading of an item that stands alone on its page, by log likelihoods of marked and cancelled per option."""
    (reading,) = decide_items([(_item(len(logs), kind, cap), _ink(*logs))], _TOLERANCE)
    return reading


# Of single-choice items 94.2 % have one mark and none taken back, 0.45 % two; 1.1 % have one beside one taken back,
# 0.05 % one beside two taken back, 0.03 % two beside one taken back. Each share is that of all the ways to do so with
# five options: 5 for one mark, 10 for two, 5 * 4 for one beside one taken back, 5 * 6 and 10 * 3 for the last two.
@pytest.mark.parametrize(
    ("ink", "answer", "p_wrong"),
    [
        # One mark, or two: 0.942 / 5 = 0.1884 against 0.0045 / 10 = 0.00045.
        ((_BARE, _BARE, _MARK, _PERHAPS, _BARE), ("3",), 0.00045 / 0.18885),
        # The second mark counts, or was taken back: 0.00045 against 0.011 / 20 = 0.00055.
        ((_BARE, _EITHER, _BARE, _MARK, _BARE), ("4",), 0.45),
        # Of three the second was taken back, and the third also or not: 0.0005 / 30 against 0.0003 / 30.
        ((_MARK, _WITHDRAWN, _EITHER, _BARE, _BARE), ("1",), 3 / 8),
    ],
)
def test_that_what_people_do_decides_where_the_ink_does_not(ink, answer, p_wrong):
    reading = _decided(*ink)

    assert reading.answer == answer
    assert reading.p_wrong == pytest.approx(p_wrong, rel=1e-5)


def test_that_two_marks_taken_back_make_a_faint_one_beside_them_the_answer():
    # With three options: the faint one marked and both others taken back, 0.0005 / 3 * 20000^2; one of these taken
    # back, the other dirt, 0.011 / 6 * 2 * 20000; no mark at all, 0.0015 / 3 * 2 * 20000.
    taken_back = (_NONE, float(np.log(20_000)))
    expected = (0.04 + 20) / (66_666.7 + 73.3)

    reading = _decided(taken_back, _PERHAPS, taken_back)

    assert reading.answer == ("2",)
    assert reading.p_wrong == pytest.approx(expected, rel=1e-3)


def test_that_two_marks_taken_back_and_no_other_are_a_blank_to_look_at():
    reading = _decided(_WITHDRAWN, _BARE, _WITHDRAWN, _BARE, _BARE)

    assert reading.answer == ()
    assert reading.flags == {Flag.CANCELLED_MARK}


@pytest.mark.parametrize(("log_third", "answer"), [(3.0, ("1", "2")), (3.3, ("1", "2", "3"))])
def test_that_a_third_mark_must_be_22_times_as_probable_as_none(log_third, answer):
    # 0.0045 of the items have two marks, 0.0002 three: 22.5, whose logarithm is 3.11.
    reading = _decided(_MARK, _MARK, (log_third, _NONE), _BARE, _BARE)

    assert reading.answer == answer
    assert reading.flags == {Flag.DOUBLE_MARK}


def test_that_of_two_firm_marks_the_ink_does_not_say_which_is_meant():
    reading = _decided(_MARK, _BARE, _MARK, _BARE, _BARE)

    assert reading.p_wrong == 0.5


def test_that_a_double_mark_is_no_surer_than_its_ink():
    reading = _decided(_MARK, (1.5, _NONE), (1.5, _NONE), kind=ItemKind.MULTIPLE, cap=1)

    p_marked = 0.25 * np.exp(1.5) / (0.25 * np.exp(1.5) + 0.745)  # 0.60, twice
    assert reading.answer == ("1", "2", "3")
    assert reading.flags == {Flag.DOUBLE_MARK}
    assert reading.p_wrong == pytest.approx(1 - p_marked**2, rel=1e-5)  # 0.64, more than a plain double mark's 0.5


# What is usual, 4 % left out, counts as eight items. Of one item that is answered (0 + 8 * 0.04) / 9 = 3.556 % are left
# out, which changes the odds of that by 3.556 / 4 = 0.8889 and those of an answer, and of a mark taken back with no
# other beside it, by 96.444 / 96 = 1.0046.
@pytest.mark.parametrize(
    ("ink", "p_wrong"),
    [
        ((10.0, _NONE), 0.04 / 0.1884 * np.exp(-10) * 0.8889 / 1.0046),  # no ink against a mark
        # A mark taken back, 0.0015 / 5, against a mark that is e^4 times as probable; beside e^9 all else is nothing.
        ((13.0, 9.0), (0.0003 * np.exp(9) + 0.04 * 0.8889 / 1.0046) / (0.1884 * np.exp(13))),
    ],
)
def test_that_an_item_alone_is_judged_by_the_usual_share_of_blanks(ink, p_wrong):
    reading = _decided(_BARE, ink, _BARE, _BARE, _BARE)

    assert reading.answer == ("2",)
    assert reading.p_wrong == pytest.approx(p_wrong, rel=1e-3)


def test_that_a_page_of_blanks_makes_another_one_as_much_more_probable_as_they_are_many():
    faint = (_item(5), _ink((12.0, _NONE), _BARE, _BARE, _BARE, _BARE))
    blank = (_item(5), _ink(*[_BARE] * 5))

    reading = decide_items([_ANSWERED, *[blank] * 10, faint, *[blank] * 10], _TOLERANCE)[11]

    # What the others say of it, in place of the usual 4 %; that is worked out elsewhere.
    share = blank_shares([1e-9, *[1e9] * 10, 1e-4, *[1e9] * 10], 0.04)[11]
    assert share > 0.9
    assert reading.answer == ("1",)
    assert reading.p_wrong == pytest.approx(
        0.04 / 0.1884 * np.exp(-12) * (share / 0.04) / ((1 - share) / 0.96), rel=1e-2
    )


def test_that_a_faint_mark_alone_on_a_page_is_far_less_sure_than_beside_a_plain_one():
    faint = (_item(5), _ink((12.0, _NONE), _BARE, _BARE, _BARE, _BARE))
    blank = (_item(5), _ink(*[_BARE] * 5))

    alone, *_ = decide_items([faint, *[blank] * 19], _TOLERANCE)
    beside, *_ = decide_items([faint, _ANSWERED, *[blank] * 19], _TOLERANCE)

    assert alone.answer == beside.answer == ("1",)
    assert alone.flags
    assert not beside.flags
    assert alone.p_wrong > 100 * beside.p_wrong


def test_that_items_as_likely_blank_as_not_make_each_other_blanks():
    unclear = (_item(5), _ink((float(np.log(0.04 / 0.1884)), _NONE), _BARE, _BARE, _BARE, _BARE))

    *readings, _ = decide_items([*[unclear] * 8, _ANSWERED], _TOLERANCE)

    # With the usual share each is blank as likely as not, so that its ink is 0.96 / 0.04 times as likely if it is.
    ink = 0.96 / 0.04
    shares = np.array(blank_shares([*[ink] * 8, 1e-9], 0.04)[:8])
    p_blank = shares * ink / (shares * ink + 1 - shares)
    assert p_blank.min() > 0.95
    assert [reading.answer for reading in readings] == [()] * 8
    assert [reading.p_wrong for reading in readings] == pytest.approx(1 - p_blank, rel=2e-3)


def test_that_every_item_of_a_page_gets_its_own_answer_however_many_options_it_has():
    two, five, several = _item(2), _item(5), _item(3, ItemKind.MULTIPLE)
    items = [
        (five, _ink(_BARE, _BARE, _BARE, _BARE, _MARK)), (two, _ink(_BARE, _MARK)),
        (several, _ink(_MARK, _BARE, _MARK)), (five, _ink(_MARK, _BARE, _BARE, _BARE, _BARE)),
        (two, _ink(_MARK, _BARE)),
    ]  # fmt: skip

    readings = decide_items(items, _TOLERANCE)

    assert [reading.answer for reading in readings] == [("5",), ("2",), ("1", "3"), ("1",), ("1",)]
    assert not any(reading.flags for reading in readings)


@pytest.mark.parametrize("kind", [ItemKind.SINGLE, ItemKind.MULTIPLE])
def test_that_an_item_without_response_areas_is_blank(kind):
    reading = _decided(kind=kind)

    assert (reading.answer, reading.p_wrong, reading.flags) == ((), 0.0, frozenset())


def test_that_a_page_without_choice_items_has_no_readings():
    assert decide_items([], _TOLERANCE) == ()


# Of the options of multiple-choice items 74.5 % are empty, 25 % marked, 0.5 % marked and taken back.
@pytest.mark.parametrize(
    ("ink", "answer", "p_wrong"),
    [
        ([_PERHAPS], (), 0.25 / 0.995),
        ([_EITHER], ("1",), 0.5 / 25.5),
        ([(0.0, 0.0)], (), 0.25),
        ([_PERHAPS, _PERHAPS], (), 1 - (0.745 / 0.995) ** 2),
        ([_PERHAPS, _EITHER, _BARE], ("2",), 1 - 0.745 / 0.995 * 25 / 25.5),
    ],
)
def test_that_several_choices_are_right_only_if_every_option_is(ink, answer, p_wrong):
    reading = _decided(*ink, kind=ItemKind.MULTIPLE)

    assert reading.answer == answer
    assert reading.p_wrong == pytest.approx(p_wrong, rel=1e-5)


def test_that_an_option_of_a_single_choice_item_alone_is_as_often_marked_as_people_do():
    p_empty, p_marked, p_cancelled = option_probabilities(LogLikelihoods(np.zeros(1), np.zeros(1)), ItemKind.SINGLE)[0]

    assert (p_empty, p_marked, p_cancelled) == pytest.approx((0.78, 0.217, 0.003))


def test_that_a_multiple_choice_item_may_have_as_many_marks_as_its_cap():
    assert _decided(_MARK, _MARK, _BARE, kind=ItemKind.MULTIPLE, cap=2).flags == frozenset()
    assert _decided(_MARK, _MARK, _MARK, kind=ItemKind.MULTIPLE, cap=2).flags == {Flag.DOUBLE_MARK}
    assert _decided(_MARK, _MARK, _MARK, kind=ItemKind.MULTIPLE).flags == frozenset()


@pytest.mark.parametrize(
    ("ink", "flag"),
    [
        ((_BARE, (4.0, _NONE), _BARE), Flag.FAINT_MARK),  # a mark or nothing, and no other in sight
        (((1.0, _NONE), (1.0, _NONE), _BARE), Flag.FAINT_MARK),  # 43 % each: none of the two is in sight
        ((_MARK, (1.0, _NONE), _BARE), Flag.UNCERTAIN),  # a mark or nothing, beside one that is sure
        (((4.0, _NONE), (4.0, _NONE), _BARE), Flag.UNCERTAIN),  # one of the two
        ((_BARE, (7.0, 9.0), _BARE), Flag.CANCELLED_MARK),  # a mark, and perhaps taken back
        ((_MARK, (_NONE, 5.5), (1.0, _NONE)), Flag.CANCELLED_MARK),  # the one doubted most may be taken back
        ((_MARK, (_NONE, 3.0), (1.0, _NONE)), Flag.UNCERTAIN),  # the one doubted most is not
    ],
)
def test_that_a_doubtful_answer_is_flagged_by_the_doubt_about_its_most_doubtful_option(ink, flag):
    reading = _decided(*ink)

    assert reading.flags == {flag}
