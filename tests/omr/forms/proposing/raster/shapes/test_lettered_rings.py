"""Rings that left a trace only, around letters that stand out."""

import numpy as np

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import rect_of
from omr.forms.proposing.raster.shapes.lettered_rings import find_lettered_rings, with_lettered_rings
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, ink_of, paper, ring, text

_PALE = 244


def _found(page: Pixels) -> list[PrintedShape]:
    seen, pieces = ink_of(page)
    return find_lettered_rings((), pieces, seen.thin, np.zeros_like(seen.ink))


def _digits(page: Pixels, *, are_ringed: bool) -> None:
    for column in range(4):
        for row in range(3):
            x, y = 8 + 10 * column, 8 + 9 * row
            text(page, x + 1.0, y + 2.9, "2345"[column], 0.85)
            if are_ringed:
                ring(page, x, y, 4.2, grey=_PALE)


def test_that_pale_rings_around_digits_are_found() -> None:
    page = paper()
    _digits(page, are_ringed=True)

    found = _found(page)

    assert len(found) >= 11  # rows are completed later
    assert {shape.kind for shape in found} == {ShapeKind.OVAL}
    assert all(abs(shape.rect.w_mm - 4.2) < 0.4 for shape in found)


def test_that_tight_rings_are_found_though_their_digits_nearly_touch_them() -> None:
    page = paper()
    for column in range(4):
        for row in range(3):
            x, y = 8 + 10 * column, 8 + 9 * row
            text(page, x + 0.72, y + 2.5, "2356"[column], 0.95)
            ring(page, x, y, 3.4, grey=_PALE - 4)

    found = _found(page)

    assert len(found) == 12
    assert all(abs(shape.rect.w_mm - 3.4) < 0.4 for shape in found)


def test_that_bare_digits_and_words_have_no_rings() -> None:
    page = paper()
    _digits(page, are_ringed=False)
    text(page, 5, 42, "cong dong 10", 0.9)

    assert _found(page) == []


def test_that_a_single_ring_is_not_trusted() -> None:
    page = paper()
    text(page, 21.0, 22.9, "3", 0.85)
    ring(page, 20, 20, 4.2, grey=_PALE)

    assert _found(page) == []


def test_that_a_letter_taken_for_a_ring_gives_way_to_the_ring_around_it() -> None:
    page = paper()
    _digits(page, are_ringed=True)
    seen, pieces = ink_of(page)
    four = Rect(18 + 1.0, 8 + 0.8, 1.4, 2.1)
    letter = next(rect for rect in map(rect_of, pieces.boxes[1:]) if rect.overlaps(four))

    found = with_lettered_rings([PrintedShape(ShapeKind.OVAL, letter)], pieces, seen.thin, np.zeros_like(seen.ink))

    assert letter not in [shape.rect for shape in found]
    assert len(found) >= 11
