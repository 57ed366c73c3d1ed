"""Other areas' marks are taken out of doubtful pictures, and an area's own marks stay as they are."""

import numpy as np
import pytest

from omr.marks.likelihoods import LogLikelihoods
from omr.marks.measuring import build_zones, measure_marks
from omr.marks.neighbours_ink import without_neighbours_ink
from tests.omr.marks.drawn_marks import DrawnPage


@pytest.fixture
def drawn(form, pile):
    return DrawnPage(form, pile)


def _cleared(drawn, log_odds):
    zones = build_zones(drawn.page.model)
    measured = measure_marks(drawn.page, zones)
    marked = np.full(len(measured.ink_px), -13.0)
    for area, log_odd in log_odds.items():
        marked[area] = log_odd
    likelihoods = LogLikelihoods(marked, np.full(len(marked), -13.0))
    return measured, without_neighbours_ink(drawn.page, measured, likelihoods, drawn.around, zones, {"c05"})


def test_that_a_ring_around_the_next_row_is_taken_out_of_a_blank_picture(drawn):
    blank, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    drawn.ring(below, 5.5)

    before, after = _cleared(drawn, {blank: -5.0, below: 12.0})

    assert before.ink_px[blank] > 10
    assert after.ink_px[blank] < 0.1 * before.ink_px[blank]
    assert after.ink_px[below] == before.ink_px[below]


def test_that_a_small_tick_stays_where_a_ring_crosses_its_picture(drawn):
    ticked, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    x, y = drawn.center_mm(ticked)
    drawn.stroke((x - 1.2, y - 0.4), (x - 0.4, y + 0.8), (x + 1.3, y - 1.2))
    drawn.ring(below, 5.3)

    before, after = _cleared(drawn, {ticked: 1.0, below: 12.0})

    inside = slice(20, 36)
    assert after.ink_px[ticked] < before.ink_px[ticked]
    assert np.array_equal(after.pictures[ticked][inside, inside], before.pictures[ticked][inside, inside])


def test_that_nothing_is_taken_out_where_no_neighbour_is_clearly_marked(drawn):
    blank, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    drawn.ring(below, 5.5)

    assert _cleared(drawn, {blank: -5.0, below: 1.0})[1] is None


def test_that_items_that_are_not_doubtful_are_left_as_they_are(drawn):
    blank, below = drawn.area("c04", "4"), drawn.area("c05", "4")
    drawn.ring(below, 5.5)

    assert _cleared(drawn, {blank: -5.0, below: 12.0})[1] is None


def test_that_a_clear_mark_is_left_whole_where_others_cross_it(drawn):
    marked, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    for area in (marked, below):
        drawn.ring(area, 4.5)

    assert _cleared(drawn, {marked: 8.0, below: 12.0})[1] is None
