"""Which pieces of ink are boxes and circles, and which are letters."""

import pytest

from omr.forms.proposing.content.page_content import ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.forms.proposing.raster.shapes.outlines import find_shapes
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, box, ink_of, paper, ring, text

_LETTER_PX = 24


def _kinds(page: Pixels) -> list[ShapeKind]:
    return [found.shape.kind for found in find_shapes(ink_of(page)[1], _LETTER_PX)]


def test_that_rings_as_thick_as_letters_are_found_where_they_stand_in_rows_and_columns() -> None:
    page = paper()
    for row in range(3):
        for column in range(4):
            ring(page, 10 + 7 * column, 10 + 7 * row, 3.0, thick_px=7)

    assert _kinds(page) == [ShapeKind.OVAL] * 12


def test_that_a_thick_ring_by_itself_is_a_letter() -> None:
    page = paper()
    ring(page, 20, 20, 3.0, thick_px=7)

    assert _kinds(page) == []


def test_that_rings_melted_into_the_letters_they_hold_are_found() -> None:
    page = paper()
    for row in range(3):
        for column in range(4):
            ring(page, 10 + 7 * column, 10 + 7 * row, 3.2, thick_px=4)
            text(page, 10.7 + 7 * column, 12.7 + 7 * row, "ABDE"[column], 0.9)

    assert _kinds(page) == [ShapeKind.OVAL] * 12


def test_that_a_box_that_is_crossed_out_thickly_is_a_box_with_a_mark() -> None:
    page = paper()
    box(page, 20, 20, 3.2, thick_px=4)
    cv2.line(page, (238, 238), (272, 272), (30,), 6)
    cv2.line(page, (272, 238), (238, 272), (30,), 6)

    assert _kinds(page) == [ShapeKind.BOX, ShapeKind.STROKE]


def test_that_small_letters_of_words_are_no_boxes() -> None:
    page = paper()
    for row in range(4):
        text(page, 5, 10 + 8 * row, "on noon no mono o n", 1.0)

    assert _kinds(page) == []


def test_that_rings_filled_by_their_letters_are_found_beside_others() -> None:
    page = paper()
    for row in range(5):
        ring(page, 10, 6 + 7 * row, 2.7, thick_px=-1)
        ring(page, 14, 6 + 7 * row, 2.2, thick_px=6)
        ring(page, 18, 6 + 7 * row, 2.2, thick_px=6)

    assert _kinds(page) == [ShapeKind.OVAL] * 15


def test_that_round_letters_of_a_large_title_are_no_rings() -> None:
    page = paper()
    for row in range(3):
        for column in range(4):
            x_mm, y_mm = 4 + 10 * column, 4 + 12 * row
            ring(page, x_mm, y_mm, 5.5, thick_px=11)
            x, y = round((x_mm + 6.6) * PX_PER_MM), round(y_mm * PX_PER_MM)
            cv2.line(page, (x, y), (x, y + 62), (30,), 8)

    assert ShapeKind.OVAL not in _kinds(page)


@pytest.mark.parametrize(("side_mm", "thick_px"), [(5.1, 2), (4.8, 5), (4.8, 6)])
def test_that_circles_with_flat_sides_are_no_boxes(side_mm: float, thick_px: int) -> None:
    page = paper()
    for row in range(3):
        for column in range(4):
            ring(page, 8 + 9 * column, 8 + 9 * row, side_mm, thick_px=thick_px)

    assert _kinds(page) == [ShapeKind.OVAL] * 12


def test_that_a_box_with_a_speck_at_its_side_is_a_box() -> None:
    page = paper()
    box(page, 20, 20, 4.2, thick_px=3)
    page[255:260, 231:238] = 30

    assert _kinds(page) == [ShapeKind.BOX]


@pytest.mark.parametrize(("height", "thick_px"), [(13, 2), (15, 2), (15, 3)])
def test_that_an_eight_by_itself_is_no_box(height: int, thick_px: int) -> None:
    page = paper()
    for y, across, down in ((120, 0.62, 0.5), (120 + height, 0.72, 0.6)):
        sides = (int(height * across), int(height * down))
        cv2.ellipse(page, (120, y), sides, 0, 0, 360, (30,), thick_px, cv2.LINE_AA)

    assert _kinds(page) == []


def test_that_wide_letters_between_others_of_their_word_are_no_boxes() -> None:
    page = paper()
    for place in range(4):
        stem = round((8 + 5 * place) * PX_PER_MM)
        cv2.line(page, (stem, 200), (stem, 236), (30,), 4)
    for place in range(3):
        box(page, 9 + 5 * place, 17.0, 3.0, thick_px=3)
    box(page, 10, 30, 3.0, thick_px=3)
    text(page, 14, 33, "Nam", 0.8)

    assert _kinds(page) == [ShapeKind.BOX]


@pytest.mark.parametrize("speck", [(0.0, 0.0), (9.6, 13.2), (11.4, 14.6)])
def test_that_brackets_with_a_speck_at_one_of_them_are_a_box(speck: tuple[float, float]) -> None:
    page = paper()
    for x_mm, way in ((10.0, 1), (14.0, -1)):
        x, top, low = round(x_mm * PX_PER_MM), 118, 178
        cv2.line(page, (x, top), (x, low), (30,), 3)
        for y in (top, low):
            cv2.line(page, (x, y), (x + 12 * way, y), (30,), 3)
    cv2.circle(page, (round(speck[0] * PX_PER_MM), round(speck[1] * PX_PER_MM)), 2, (30,), -1)

    assert _kinds(page) == [ShapeKind.BOX]


def test_that_rings_close_to_each_other_are_no_letters_of_a_word() -> None:
    page = paper()
    for row in range(4):
        for column in range(5):
            x, y = 10 + 3.5 * column, 10 + 5 * row
            ring(page, x, y, 2.3, thick_px=3)
            cv2.circle(page, (round((x + 1.15) * PX_PER_MM), round((y + 1.15) * PX_PER_MM)), 2, (30,), -1)

    assert _kinds(page) == [ShapeKind.OVAL] * 20


def test_that_a_round_letter_that_came_apart_is_no_ring() -> None:
    page = paper()
    for row in range(3):
        for word in range(3):
            x, y = 8 + 14 * word, 10 + 8 * row
            text(page, x, y + 2.05, "h", 1.4)
            ring(page, x + 2.55, y, 2.0, thick_px=3)
            bar = [(round((x + side) * PX_PER_MM), round((y + 1) * PX_PER_MM)) for side in (3.35, 3.75)]
            cv2.line(page, *bar, (30,), 2)

    assert ShapeKind.OVAL not in _kinds(page)
