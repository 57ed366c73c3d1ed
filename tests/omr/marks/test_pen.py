"""The pen of a sheet: how probable marks are that leave far less ink than the others."""

import numpy as np
import pytest

from omr.marks.pen import SheetPen, log_odds_of_none, without_faintest

_LINE = np.array([0.5, -1.3])


def _inked(*ink_px):
    return np.array(ink_px, np.float32)


def test_that_a_pen_of_many_marks_is_as_they_are_and_one_of_few_nearer_to_the_usual():
    even = np.tile(_inked(20.0, 20.1), 100)

    many, few = SheetPen.of(even), SheetPen.of(even[:2])

    assert [many.mean, few.mean] == pytest.approx([np.log(20.05)] * 2, abs=1e-3)
    assert many.spread < 0.12
    assert few.spread == pytest.approx(0.6 * np.sqrt(6 / 8), abs=1e-3)


def test_that_a_mark_is_the_more_surely_seen_the_darker_and_the_more_alike_the_others_are():
    def odds(*ink_px):
        return log_odds_of_none(_LINE, SheetPen.of(np.tile(_inked(*ink_px), 20)), 0.1, shows_any_pen=True)

    assert odds(0.1, 0.3) > -2
    assert odds(0.1, 0.3) > odds(4.0, 6.0) > odds(40.0, 60.0)
    assert odds(1.0, 20.0) > odds(4.0, 5.0)


def test_that_nothing_is_sure_about_a_scan_that_may_have_eaten_a_mark():
    pen = SheetPen.of(np.full(50, 1000.0, np.float32))

    assert log_odds_of_none(_LINE, pen, 0.1, shows_any_pen=False) == -9.0
    assert log_odds_of_none(_LINE, pen, 0.1, shows_any_pen=True) < -15


def test_that_an_unknown_pen_may_well_have_left_nothing():
    assert log_odds_of_none(_LINE, SheetPen.of(_inked()), 0.1, shows_any_pen=False) == pytest.approx(-4.1)


def test_that_specks_far_too_faint_for_the_pen_are_no_marks_where_half_the_areas_have_such():
    pen = SheetPen.of(np.full(40, 170.0, np.float32))
    specks = np.full(30, 2.0, np.float32)

    lowered = without_faintest(_LINE, pen, np.full(30, -3.0), specks)

    assert lowered.max() < -7
    assert lowered.min() > -12


def test_that_ink_as_no_other_empty_area_has_it_is_lowered_less():
    pen = SheetPen.of(np.full(40, 170.0, np.float32))
    one_of_many = np.array([*[0.1] * 60, 2.0], np.float32)

    lowered = without_faintest(_LINE, pen, np.full(61, -3.0), one_of_many)

    assert lowered[-1] > lowered[0] + 3


def test_that_what_looks_like_a_mark_stays_one_however_faint():
    pen = SheetPen.of(np.full(40, 170.0, np.float32))

    kept = without_faintest(_LINE, pen, np.array([0.5, 6.0]), _inked(2.0, 2.0))

    assert kept.tolist() == [0.5, 6.0]


def test_that_ink_as_the_pen_leaves_it_is_judged_by_its_picture_alone():
    pen = SheetPen.of(np.full(40, 10.0, np.float32))

    kept = without_faintest(_LINE, pen, np.full(3, -3.0), _inked(8.0, 10.0, 80.0))

    assert kept.tolist() == [-3.0, -3.0, -3.0]
