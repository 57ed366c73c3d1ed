"""Boxes and circles of which a copier left next to nothing."""

from collections.abc import Sequence

import numpy as np

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.shapes.pale_outlines import find_pale_outlines
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, box, ink_of, paper, ring, text


def _found(page: Pixels, known: Sequence[PrintedShape] = ()) -> list[tuple[ShapeKind, int, int]]:
    seen, pieces = ink_of(page)
    shapes = find_pale_outlines(seen.thin, pieces, np.zeros_like(page), known)
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


def test_that_strokes_of_letters_make_no_circle() -> None:
    page = paper()
    for row in range(3):
        ring(page, 20.2, 10.2 + 10 * row, 4.8, grey=243)
        x, y = (round(side * 300 / 25.4) for side in (22.6, 10.2 + 10 * row))
        cv2.line(page, (x, y + 2), (x, y - 22), (30,), 4)

    assert _found(page) == []


def test_that_an_outline_is_of_the_kind_of_those_that_were_found_in_its_row() -> None:
    page = paper()
    for row in range(2):
        box(page, 40.2, 10.2 + 20 * row, 3.6, grey=243)
    known = [
        PrintedShape(ShapeKind.OVAL, Rect(4.2 + 8 * column, 10.1 + 20 * row, 3.8, 3.8))
        for row in range(2)
        for column in range(4)
    ]

    assert _found(page, known) == [(ShapeKind.OVAL, 42, 12), (ShapeKind.OVAL, 42, 32)]


def test_that_a_rule_of_dots_too_pale_for_ink_is_no_side_of_boxes() -> None:
    page = paper()
    for column in range(60):
        cv2.circle(page, (40 + 10 * column, 240), 2, (200,), -1)
    for column in (90, 300, 480):
        cv2.line(page, (column, 240), (column, 282), (246,), 2)
        cv2.line(page, (column + 42, 240), (column + 42, 282), (246,), 2)
        cv2.line(page, (column, 282), (column + 42, 282), (246,), 2)

    assert ShapeKind.BOX not in [kind for kind, _, _ in _found(page)]
