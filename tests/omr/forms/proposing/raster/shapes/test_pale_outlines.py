"""Boxes and circles of which a copier left next to nothing."""

import numpy as np

from omr.forms.proposing.content.page_content import ShapeKind
from omr.forms.proposing.raster.shapes.pale_outlines import find_pale_outlines
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, box, ink_of, paper, ring, text


def _found(page: Pixels) -> list[tuple[ShapeKind, int, int]]:
    seen, pieces = ink_of(page)
    shapes = find_pale_outlines(seen.thin, pieces, np.zeros_like(page), [])
    return sorted((shape.kind, round(shape.rect.center_mm[0]), round(shape.rect.center_mm[1])) for shape in shapes)


def test_that_pale_boxes_and_circles_in_a_column_are_found() -> None:
    page = paper()
    for row in range(3):
        box(page, 10.2, 10.2 + 8 * row, grey=243)
        ring(page, 40.2, 10.2 + 8 * row, grey=240)
        text(page, 16, 13 + 8 * row, "Nam")

    assert _found(page) == [(ShapeKind.BOX, 12, 12 + 8 * row) for row in range(3)] + [
        (ShapeKind.OVAL, 42, 12 + 8 * row) for row in range(3)
    ]


def test_that_a_pale_box_without_another_like_it_is_not_trusted() -> None:
    page = paper()
    box(page, 10, 10, grey=240)

    assert _found(page) == []


def test_that_grain_and_words_hold_no_outlines() -> None:
    page = paper()
    for row in range(5):
        text(page, 4, 8 + 7 * row, "Cong dan OBOE o o DODO")

    assert _found(page) == []
