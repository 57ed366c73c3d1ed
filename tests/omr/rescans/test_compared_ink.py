"""What makes two pages alike, surely or perhaps, told by marks whose agreement is known by hand."""

import numpy as np
import pytest

from omr.rescans.ink_likeness import InkAgreement, Likeness, compare_ink, is_consistent
from omr.rescans.ink_signature import PICTURE_PX
from tests.omr.rescans.build import dotted, packed, page_of, written


def _compared(first, second):
    agreement = compare_ink(first, second)
    return agreement.marks, pytest.approx(agreement.mean, abs=1e-6), pytest.approx(agreement.share)


def _agreement(mean, share, **others):
    of_scans = {"shared": 38, "smaller": 40, "shared_mean": 0.95, "own": 0.85}
    return InkAgreement(40, mean, share, **of_scans | others)


@pytest.mark.parametrize(
    ("agreement", "likeness"),
    [
        (_agreement(0.93, 1.0), Likeness.SURE),  # the least alike of two scans of one sheet
        (_agreement(0.90, 0.90), Likeness.SURE),
        (_agreement(0.85, 1.0), Likeness.SUSPECTED),
        (_agreement(0.93, 0.61), Likeness.SUSPECTED),  # alike on the whole, but many a mark is not
        (_agreement(0.74, 0.70), Likeness.SUSPECTED),  # two photographs of one sheet
        (_agreement(0.50, 0.50, shared=20, smaller=20), Likeness.SUSPECTED),  # filled in further between two scans
        (_agreement(0.73, 0.61, shared_mean=0.73), Likeness.DIFFERENT),  # the most alike of two people with crosses
        (_agreement(0.94, 1.0, own=0.69), Likeness.DIFFERENT),  # two people who fill printed letters with care
        (_agreement(0.95, 1.0, own=0.0), Likeness.DIFFERENT),
        (_agreement(0.93, 0.93, shared=4, smaller=4), Likeness.DIFFERENT),
        (_agreement(0.50, 0.50, shared=20, smaller=30), Likeness.DIFFERENT),  # too many marks disagree
    ],
)
def test_that_only_pages_beyond_what_two_people_reach_are_alike(agreement, likeness):
    assert agreement.likeness is likeness


def test_that_of_ten_marks_one_may_differ_and_two_may_not():
    same, other = written(10), written(10, moved=4)  # correlate to 11/15: less than two scans of a mark do

    one_differs = compare_ink(page_of(*same), page_of(*same[:9], *other[9:]))
    two_differ = compare_ink(page_of(*same), page_of(*same[:8], *other[8:]))

    assert (one_differs.likeness, two_differ.likeness) == (Likeness.SURE, Likeness.SUSPECTED)
    assert two_differ.mean == pytest.approx((8 + 2 * 11 / 15) / 10)  # 0.947: the mean alone would be sure


def test_that_marks_somewhat_alike_throughout_are_no_more_than_a_suspicion():
    nearly = compare_ink(page_of(*written(10)), page_of(*written(10, moved=2)))  # 13/15 in every mark
    less = compare_ink(page_of(*written(10)), page_of(*written(10, moved=6)))  # 9/15

    assert (nearly.share, nearly.likeness) == (1.0, Likeness.SUSPECTED)
    assert (less.share, less.likeness) == (0.0, Likeness.DIFFERENT)


def test_that_five_marks_are_enough_to_be_sure_of_a_sheet_and_four_are_not():
    five, four = page_of(*written(5)), page_of(*written(4))

    assert compare_ink(five, five).likeness is Likeness.SURE
    assert compare_ink(four, four).likeness is Likeness.DIFFERENT


def test_that_marks_that_look_like_all_others_are_nobodys():
    filled = page_of(*[dotted()] * 20)

    agreement = compare_ink(filled, filled)

    assert (agreement.mean, agreement.own) == (pytest.approx(1.0), pytest.approx(0.0, abs=1e-3))
    assert agreement.likeness is Likeness.DIFFERENT


def test_that_a_sheet_filled_in_further_is_suspected_and_one_with_other_marks_is_not():
    begun = page_of(*written(10))
    went_on = page_of(*written(10), *written(15, first=50))
    others = page_of(*written(6), *written(10, first=50))

    assert compare_ink(begun, went_on).likeness is Likeness.SUSPECTED
    assert compare_ink(begun, others).likeness is Likeness.DIFFERENT  # six of ten marks are shared


def test_that_one_mark_added_to_forty_is_seen_among_all_others():
    agreement = compare_ink(page_of(*written(40)), page_of(*written(41)))

    assert (agreement.marks, agreement.shared, agreement.smaller) == (41, 40, 40)


@pytest.mark.parametrize("down", [-1, 0, 1])
@pytest.mark.parametrize("across", [-1, 0, 1])
def test_that_a_mark_a_pixel_off_in_any_direction_agrees_fully(down, across):
    moved = np.roll(dotted(), (down, across), axis=(0, 1))

    assert _compared(page_of(dotted()), page_of(moved)) == (1, 1.0, 1.0)


@pytest.mark.parametrize("move", [(2, 0), (-2, 0), (0, 2), (0, -2)])
def test_that_a_mark_two_pixels_off_shares_nothing(move):
    agreement = compare_ink(page_of(dotted()), page_of(np.roll(dotted(), move, axis=(0, 1))))

    assert agreement.mean < 0.0
    assert agreement.share == 0.0


def test_that_ink_in_the_opposite_halves_of_an_area_is_worse_than_a_missing_mark():
    left = np.zeros((PICTURE_PX, PICTURE_PX), np.uint8)
    left[:, :8] = 15

    # They agree best a pixel across and one down: of 128 and 120 pixels 15 are shared, and 128 * 120 / 256 = 60 would
    # be by chance; 64 = 128 - 128 * 128 / 256 and 63.75 = 120 - 120 * 120 / 256.
    assert _compared(page_of(left), page_of(np.fliplr(left))) == (1, (15 - 60) / (64 * 63.75) ** 0.5, 0.0)


def test_that_a_mark_without_counterpart_disagrees_fully_on_either_side():
    eight, nine = page_of(*[dotted()] * 8), page_of(*[dotted()] * 9)

    assert _compared(eight, nine) == (9, 8 / 9, 8 / 9)
    assert _compared(nine, eight) == (9, 8 / 9, 8 / 9)


def test_that_marks_are_compared_area_by_area_whatever_areas_they_are():
    one = packed({3: dotted(), 8: dotted(moved=16), 300: dotted(), 301: dotted()})
    other = packed({3: dotted(), 7: dotted(), 300: dotted(moved=2), 301: dotted()})

    # Areas 3, 300 and 301 are shared, 7 and 8 stand alone.
    assert _compared(one, other) == (5, (1 + 13 / 15 + 1) / 5, 3 / 5)


@pytest.mark.parametrize(
    ("level", "counts"),
    [(3, False), (4, True)],  # 48 and 64 of the 240 of a usual mark: a fifth and more than a quarter
)
def test_that_a_light_mark_seen_in_one_scan_alone_is_left_out(level, counts):
    without, with_it = page_of(*[dotted()] * 8), page_of(*[dotted()] * 8, dotted(level=level))

    assert _compared(without, with_it) == ((9, 8 / 9, 8 / 9) if counts else (8, 1.0, 1.0))
    assert _compared(with_it, without) == ((9, 8 / 9, 8 / 9) if counts else (8, 1.0, 1.0))


@pytest.mark.parametrize(
    ("levels", "marks"),
    [((3, 3), 8), ((3, 4), 9), ((4, 3), 9)],  # light in both scans, or in one of them
)
def test_that_a_mark_is_left_out_if_it_is_light_in_both_scans(levels, marks):
    one, other = (page_of(*[dotted()] * 8, dotted(level=level, moved=16)) for level in levels)

    assert _compared(one, other) == (marks, 1.0, 1.0)


def test_that_a_mark_of_a_quarter_of_the_usual_ink_is_not_light():
    quarter = np.where(np.arange(PICTURE_PX)[:, None] < 4, dotted(), 0)  # four of sixteen dots

    without, with_it = page_of(*[dotted()] * 8), page_of(*[dotted()] * 8, quarter)

    assert compare_ink(without, with_it).marks == 9
    assert compare_ink(with_it, with_it).marks == 9


@pytest.mark.parametrize(
    ("level", "score"),
    # One dot of 4 or 5 levels beside 240: 1.7 % is dirt, 2.1 % a trace of a mark. A dot shared by sixteen correlates
    # to (1 - 16 * 1 / 256) / sqrt(15 * (1 - 1 / 256)).
    [(4, 0.0), (5, (1 - 1 / 16) / (15 * 255 / 256) ** 0.5)],
)
def test_that_dirt_is_no_counterpart_of_a_mark_however_it_lies(level, score):
    trace = np.zeros((PICTURE_PX, PICTURE_PX), np.uint8)
    trace[1, 1] = level

    assert _compared(page_of(*[dotted()] * 9), page_of(*[dotted()] * 8, trace)) == (9, (8 + score) / 9, 8 / 9)


def test_that_comparing_does_not_depend_on_the_order_where_ink_meets_the_edge():
    at_the_edge = dotted()
    at_the_edge[:, 0] = at_the_edge[:, 1]
    beyond_it = np.roll(at_the_edge, -1, axis=1)
    beyond_it[:, -1] = 0

    one, other = page_of(at_the_edge), page_of(beyond_it)

    assert compare_ink(one, other) == compare_ink(other, one)


def test_that_two_scans_of_one_mark_are_consistent():
    assert is_consistent(page_of(dotted()), page_of(np.roll(dotted(), 1, axis=0)))
    assert not is_consistent(page_of(dotted()), page_of(dotted(moved=2)))  # 13/15 on the average
    assert not is_consistent(None, page_of(dotted()))


def test_that_one_mark_of_four_that_differs_is_not_consistent_and_one_of_ten_is():
    same, other = dotted(), dotted(moved=4)  # 11/15: the mean of four is 0.933

    assert not is_consistent(page_of(*[same] * 4), page_of(*[same] * 3, other))
    assert is_consistent(page_of(*[same] * 10), page_of(*[same] * 9, other))
