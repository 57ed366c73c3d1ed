"""Which pieces of ink are boxes and circles, and which are letters."""

from omr.forms.proposing.content.page_content import ShapeKind
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
