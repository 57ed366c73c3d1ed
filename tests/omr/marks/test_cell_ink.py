"""Which ink in a wide cell is its own, and not what hangs into it from a neighbour."""

import numpy as np
import pytest

from omr.marks.cell_ink import find_seat, see_ink
from omr.opencv import cv2

TOP, BOTTOM = (30, 20, 130, 60), (30, 62, 130, 102)  # two cells of 17 x 7 mm below each other
WINDOW = (47.0, 40.0)
TICK = ((60, 40), (66, 52), (84, 10))
CROSS = (((60, 30), (76, 50)), ((76, 30), (60, 50)))

Ink = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def paper() -> Ink:
    return np.zeros((130, 160), np.float32)


def place_of_ink(ink: Ink, cell: tuple[int, int, int, int], window: tuple[float, float]) -> tuple[float, float] | None:
    is_printed = np.zeros(ink.shape, np.bool_)
    is_printed[58:64] = True  # the rule between the cells
    return see_ink(ink, cell, window, is_printed).place


def stroked(*lines: tuple[tuple[int, int], ...], down_px: int = 0) -> Ink:
    ink = paper()
    for line in lines:
        points = np.add(line, (0, down_px))
        cv2.polylines(ink, [points.astype(np.int32)], isClosed=False, color=(0.8,), thickness=2)
    return ink


def seat_of(ink: Ink) -> tuple[tuple[float, float], bool]:
    return find_seat(ink > 0.2)


def test_that_a_tick_is_meant_for_where_its_vertex_lies() -> None:
    (x, y), is_tick = seat_of(stroked(TICK))

    assert is_tick
    assert (x, y) == pytest.approx((66, 52), abs=2)


@pytest.mark.parametrize(
    "lines",
    [CROSS, (((60, 50), (76, 30)),), (((60, 30), (76, 50)),), (((60, 30), (75, 32), (61, 40), (77, 48)),)],
    ids=["cross", "slash", "backslash", "scribble"],
)
def test_that_other_strokes_are_meant_for_their_middle(lines: tuple[tuple[tuple[int, int], ...], ...]) -> None:
    (x, y), is_tick = seat_of(stroked(*lines))

    assert not is_tick
    assert (x, y) == pytest.approx((68, 40), abs=2)


def test_that_rings_and_blots_are_meant_for_their_middle() -> None:
    ring, blot = paper(), paper()
    cv2.ellipse(ring, (70, 40), (20, 14), 10, 20, 370, (0.8,), 2)
    cv2.circle(blot, (70, 40), 9, (0.9,), cv2.FILLED)

    for ink in (ring, blot):
        (x, y), is_tick = seat_of(ink)
        assert not is_tick
        assert (x, y) == pytest.approx((70, 40), abs=2)


def test_that_the_window_goes_to_the_mark_wherever_it_is_in_the_cell() -> None:
    ink = stroked(*CROSS)
    ink[25:28, 120:123] = 0.9  # a speck

    assert place_of_ink(ink, TOP, WINDOW) == pytest.approx((68, 40), abs=2)


def test_that_a_tail_from_the_cell_below_is_passed_over() -> None:
    tick = stroked(TICK, down_px=40)  # its vertex is in the lower cell, most of its long stroke in the upper one

    assert place_of_ink(tick, TOP, WINDOW) is None
    assert place_of_ink(tick, BOTTOM, WINDOW) is not None


def test_that_a_mark_that_touches_the_neighbour_s_is_a_mark_of_its_own() -> None:
    both = stroked(((60, 26), (80, 30), (60, 36), (80, 44), (62, 54), (82, 66), (60, 74), (80, 84), (60, 95)))

    for cell in (TOP, BOTTOM):
        place = place_of_ink(both, cell, WINDOW)
        assert place is not None
        assert place[0] == pytest.approx(70, abs=4)
        assert cell[1] < place[1] < cell[3]


def test_that_the_window_goes_to_a_trace_too_pale_to_make_out() -> None:
    faint = stroked(*CROSS) * 0.15

    assert place_of_ink(faint, TOP, WINDOW) == pytest.approx((68, 40), abs=3)
    assert place_of_ink(paper(), TOP, WINDOW) is None


def test_that_a_scribble_that_rises_to_the_right_is_no_tick() -> None:
    zigzag = ((50, 88), (72, 84), (56, 76), (78, 72), (62, 64), (84, 58), (66, 46), (96, 54), (80, 32))

    assert seat_of(stroked(zigzag))[1] is False
    assert place_of_ink(stroked(zigzag), TOP, WINDOW) is not None


def test_that_marks_below_each_other_are_each_a_cells_own_however_near() -> None:
    above, below = stroked(*CROSS, down_px=6), stroked(*CROSS, down_px=32)
    both, is_printed = np.maximum(above, below), np.zeros(above.shape, np.bool_)

    for cell, own, other in ((TOP, above, below), (BOTTOM, below, above)):
        seen = see_ink(both, cell, WINDOW, is_printed)
        assert not seen.others[own > 0.3].any()
        assert seen.others[other > 0.3].all()


def test_that_a_cell_crossed_by_what_ran_together_with_the_neighbours_mark_is_told() -> None:
    slash, cross = ((84, 24), (62, 76)), tuple(np.add(CROSS, (0, 42)).tolist())
    run_together, is_printed = stroked(slash, *cross), np.zeros(paper().shape, np.bool_)

    seen = see_ink(run_together, TOP, WINDOW, is_printed)

    assert seen.holds_more or seen.place is not None


def test_that_the_end_of_a_neighbours_tick_crosses_no_cell() -> None:
    tick = stroked(((60, 80), (66, 92), (84, 48)))

    assert not see_ink(tick, TOP, WINDOW, np.zeros(tick.shape, np.bool_)).holds_more


def test_that_a_tick_seated_in_no_cell_belongs_to_the_one_it_reaches_into() -> None:
    tick, is_printed = stroked(((60, 98), (66, 112), (84, 82))), np.zeros(paper().shape, np.bool_)

    assert seat_of(tick)[1] is True
    assert see_ink(tick, BOTTOM, WINDOW, is_printed, [TOP]).place is not None


def test_that_a_ring_too_large_for_the_window_is_told_only_around_a_mark() -> None:
    ring, is_printed = paper(), np.zeros(paper().shape, np.bool_)
    cv2.ellipse(ring, (80, 40), (34, 16), 0, 0, 360, 1.0, 2)
    small = paper()
    cv2.ellipse(small, (80, 40), (18, 14), 0, 0, 360, 1.0, 2)
    tick = stroked(((76, 38), (80, 44), (88, 34)))

    assert see_ink(np.maximum(ring, tick), TOP, WINDOW, is_printed).is_ringed
    assert not see_ink(ring, TOP, WINDOW, is_printed).is_ringed
    assert not see_ink(np.maximum(small, tick), TOP, WINDOW, is_printed).is_ringed


def test_that_the_window_goes_to_a_mark_and_not_to_what_is_left_of_a_rule() -> None:
    left, top, _, bottom = TOP
    tick, is_printed = stroked(((100, 38), (104, 44), (112, 32))), np.zeros(paper().shape, np.bool_)
    rule = paper()
    rule[top:bottom, left + 1 : left + 4] = 0.6

    seen = see_ink(np.maximum(tick, rule), TOP, WINDOW, is_printed)

    assert seen.place == pytest.approx((106, 38), abs=2)
    assert not seen.holds_more
    assert see_ink(rule, TOP, WINDOW, is_printed).holds_more is False


def test_that_ink_of_a_cell_that_no_window_holds_together_is_told() -> None:
    far, is_printed = stroked(((36, 30), (44, 50)), ((116, 30), (124, 50))), np.zeros(paper().shape, np.bool_)

    assert see_ink(far, TOP, WINDOW, is_printed).holds_more


def test_that_the_arms_of_a_large_cross_are_no_ring_around_a_speck_between_them() -> None:
    cross, speck = stroked(((50, 24), (110, 56)), ((110, 24), (50, 56))), stroked(((94, 38), (100, 42)))
    is_printed = np.zeros(paper().shape, np.bool_)

    assert not see_ink(np.maximum(cross, speck), TOP, WINDOW, is_printed).is_ringed


def test_that_a_mark_along_an_edge_is_looked_at_where_there_is_no_other() -> None:
    flat, is_printed = stroked(((90, 57), (112, 57))), np.zeros(paper().shape, np.bool_)

    place = see_ink(flat, TOP, WINDOW, is_printed).place

    assert place == pytest.approx((101, 57), abs=4)
