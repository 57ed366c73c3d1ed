"""Rings that rows lack."""

import numpy as np
import pytest

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.forms.proposing.raster.shapes.lost_outlines import complete_rows
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, box, ink_of, paper, ring, text

_LOST = (2, 1)  # row and column


def _grid(*, are_numbered: bool) -> tuple[Pixels, list[PrintedShape]]:
    """Return a page of four rows of four rings, one of them lost, and the others."""
    page, shapes = paper(), []
    for row in range(4):
        for column in range(4):
            x_mm, y_mm = 10.0 + 8 * column, 10.0 + 9 * row
            if are_numbered:
                text(page, x_mm + 0.9, y_mm + 2.8, "1234"[column])
            if (row, column) != _LOST:
                ring(page, x_mm, y_mm)
                shapes.append(PrintedShape(ShapeKind.OVAL, Rect(x_mm, y_mm, 3.6, 3.6)))
    return page, shapes


def _completed(page: Pixels, shapes: list[PrintedShape]) -> list[Rect]:
    seen, pieces = ink_of(page)
    return [shape.rect for shape in complete_rows(shapes, pieces, seen.thin) if shape not in shapes]


def test_that_a_lost_ring_is_put_back_where_its_digit_still_stands() -> None:
    (found,) = _completed(*_grid(are_numbered=True))

    assert np.allclose(found.center_mm, (10 + 8 + 1.8, 10 + 18 + 1.8), atol=0.3)


def test_that_nothing_is_put_where_there_is_neither_a_digit_nor_a_trace() -> None:
    assert _completed(*_grid(are_numbered=False)) == []


def test_that_nothing_is_put_into_a_word() -> None:
    page, shapes = _grid(are_numbered=False)
    text(page, 16, 31, "khong")

    assert _completed(page, shapes) == []


def test_that_a_row_of_its_own_columns_lacks_nothing() -> None:
    page, shapes = _grid(are_numbered=False)
    kept = [shape for shape in shapes if shape.rect.y_mm != 28.0]
    kept += [PrintedShape(ShapeKind.OVAL, Rect(13.0 + 8 * column, 28.0, 3.6, 3.6)) for column in range(2)]

    assert _completed(page, kept) == []


@pytest.mark.parametrize("side", ["above", "below"])
def test_that_the_edge_of_something_else_is_no_lost_box(side: str) -> None:
    page, shapes = paper(), []
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0)):
        x_mm, y_mm = 10.0 + 20 * column, 10.0 + 9 * row
        box(page, x_mm, y_mm)
        shapes.append(PrintedShape(ShapeKind.BOX, Rect(x_mm, y_mm, 3.6, 3.6)))
    edge_mm = 28.0 if side == "above" else 31.6
    y = round(edge_mm * PX_PER_MM)
    page[y : y + 2, 350:410] = 30

    assert _completed(page, shapes) == []


def test_that_tables_beside_each_other_do_not_vote_on_what_a_row_lacks() -> None:
    page, shapes = paper(150.0, 50.0), []
    for row in range(4):
        for table in range(3):
            for column in range(4):
                x_mm, y_mm = 8.0 + 48 * table + 8 * column, 8.0 + 9 * row
                text(page, x_mm + 0.9, y_mm + 2.8, "1234"[column])
                ring(page, x_mm, y_mm)
                if (row, table, column) != (1, 1, 3):
                    shapes.append(PrintedShape(ShapeKind.OVAL, Rect(x_mm, y_mm, 3.6, 3.6)))

    (found,) = _completed(page, shapes)

    assert np.allclose(found.center_mm, (80 + 1.8, 17 + 1.8), atol=0.3)


def test_that_a_letter_taken_for_a_box_makes_room_for_its_ring() -> None:
    page, shapes = _grid(are_numbered=True)
    letter = PrintedShape(ShapeKind.BOX, Rect(10.0 + 8 * _LOST[1] + 1.0, 10.0 + 9 * _LOST[0] + 0.8, 1.6, 2.0))
    seen, pieces = ink_of(page)

    found = complete_rows([*shapes, letter], pieces, seen.thin)

    assert letter not in found
    assert len(found) == len(shapes) + 1


def test_that_a_ring_with_a_side_torn_off_becomes_as_large_as_its_like() -> None:
    page, shapes = _grid(are_numbered=True)
    x_mm, y_mm = 10.0 + 8 * _LOST[1], 10.0 + 9 * _LOST[0]
    ring(page, x_mm, y_mm)
    torn = PrintedShape(ShapeKind.OVAL, Rect(x_mm, y_mm, 2.8, 3.5))
    seen, pieces = ink_of(page)

    found = complete_rows([*shapes, torn], pieces, seen.thin)

    assert torn not in found
    assert [shape.rect.w_mm for shape in found] == [3.6] * 16
