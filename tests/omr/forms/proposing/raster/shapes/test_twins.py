"""Boxes and rings lost beside rules, and pale ones of which no single one tells what it is."""

import numpy as np

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.forms.proposing.raster.shapes.twins import OutlineTrace, find_twins, of_one_kind
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, box, ink_of, paper, ring

_SIDE_MM = 3.6


def _grid(*, framed: bool) -> tuple[Pixels, list[PrintedShape], Pixels]:
    """Return four rows of four pale boxes, the last column touching a rule, those found, and where the rule is."""
    page, shapes = paper(), []
    for row in range(4):
        for column in range(4):
            x_mm, y_mm = 10.0 + 8 * column, 10.0 + 9 * row
            box(page, x_mm, y_mm, _SIDE_MM, grey=225)
            if column < 3:
                shapes.append(PrintedShape(ShapeKind.BOX, Rect(x_mm, y_mm, _SIDE_MM, _SIDE_MM)))
    ruled = np.zeros_like(page)
    if framed:
        left = round((10.0 + 24 + _SIDE_MM) * PX_PER_MM) - 1
        ruled[60:560, left : left + 6] = 1
        page[ruled > 0] = 30
    return page, shapes, ruled


def _twins(page: Pixels, shapes: list[PrintedShape], ruled: Pixels) -> list[tuple[int, int]]:
    found = find_twins(shapes, ink_of(page)[0].thin, ruled)
    return sorted((round(shape.rect.center_mm[0]), round(shape.rect.center_mm[1])) for shape in found)


def test_that_pale_boxes_that_touch_a_rule_are_found_by_their_like() -> None:
    assert _twins(*_grid(framed=True)) == [(36, 12 + 9 * row) for row in range(4)]


def test_that_a_cell_between_rules_on_all_sides_is_no_twin() -> None:
    page, shapes, ruled = _grid(framed=False)
    for row in range(4):
        left, top = round(34.0 * PX_PER_MM), round((10.0 + 9 * row) * PX_PER_MM)
        side = round(_SIDE_MM * PX_PER_MM)
        cv2.rectangle(ruled, (left, top), (left + side, top + side), (1,), 5)
    page[ruled > 0] = 30

    assert _twins(page, shapes, ruled) == []


def test_that_pale_outlines_of_a_size_are_what_all_of_them_look_like() -> None:
    page = paper()
    places = [Rect(10.0 + 8 * column, 10.0 + 9 * row, _SIDE_MM, _SIDE_MM) for row in range(3) for column in range(4)]
    for place in places:
        ring(page, place.x_mm, place.y_mm, _SIDE_MM, grey=240)
    mixed = [
        PrintedShape(ShapeKind.BOX if number % 3 else ShapeKind.OVAL, place) for number, place in enumerate(places)
    ]

    made = of_one_kind(mixed, ink_of(page)[0].thin)

    assert [shape.rect for shape in made] == places
    assert {shape.kind for shape in made} == {ShapeKind.OVAL}


def test_that_boxes_and_rings_of_two_sizes_stay_what_they_are() -> None:
    page = paper()
    shapes = []
    for column in range(4):
        x_mm = 10.0 + 8 * column
        ring(page, x_mm, 10.0, _SIDE_MM, grey=240)
        box(page, x_mm, 22.0, 2.6, grey=240)
        shapes.append(PrintedShape(ShapeKind.OVAL, Rect(x_mm, 10.0, _SIDE_MM, _SIDE_MM)))
        shapes.append(PrintedShape(ShapeKind.BOX, Rect(x_mm, 22.0, 2.6, 2.6)))

    assert of_one_kind(shapes, ink_of(page)[0].thin) == shapes


def test_that_letters_of_two_lines_between_which_a_box_would_fit_are_no_box() -> None:
    page, shapes, ruled = _grid(framed=False)
    left, top = round(44.0 * PX_PER_MM), round(10.0 * PX_PER_MM)
    side = round(_SIDE_MM * PX_PER_MM)
    for x in (left, left + side):
        cv2.line(page, (x, top - 36), (x, top + 15), (150,), 2)
        cv2.line(page, (x, top + side - 15), (x, top + side + 36), (150,), 2)
    for y in (top, top + side):
        cv2.line(page, (left, y), (left + side, y), (150,), 2)
    seen, pieces = ink_of(page)

    assert [round(shape.rect.x_mm) for shape in find_twins(shapes, seen.thin, ruled) if shape.rect.x_mm > 40] == [44]
    assert all(shape.rect.x_mm < 40 for shape in find_twins(shapes, seen.thin, ruled, pieces))
    assert len(find_twins(shapes, seen.thin, ruled, pieces)) == 4


def test_that_rules_that_a_circle_would_touch_are_no_circle() -> None:
    side = 48
    where = Rect(*(px / PX_PER_MM for px in (30, 30, side, side)))
    circle = OutlineTrace(PrintedShape(ShapeKind.OVAL, where))
    rules, ringed = np.zeros((108, 108), np.float32), np.zeros((108, 108), np.float32)
    rules[30:34] = rules[30 + side - 4 : 30 + side] = 10
    cv2.circle(ringed, (30 + side // 2, 30 + side // 2), side // 2 - 1, (10.0,), 2)

    assert circle.is_closed_at(ringed, circle.place_at(ringed, where)[1])
    assert not circle.is_closed_at(rules, circle.place_at(rules, where)[1])
