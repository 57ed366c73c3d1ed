"""Borders of cells: seen where they lie, marked or not, and only where they are printed."""

import numpy as np
import pytest

from omr.opencv import cv2
from omr.registration.pieces.cells import CellBorders, find_cells, see_cell_borders
from tests.omr.registration.pieces.test_cells import DPI, SCALE, areas, table

TO_PIXELS = np.array([[SCALE, 0, -0.5], [0, SCALE, -0.5], [0, 0, 1.0]])
REACH_MM = np.full((4, 2), 3.0)


def borders(**rules: int) -> tuple[CellBorders, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    cells = find_cells(table(**rules), DPI, areas(0.5))
    return CellBorders.of(table(**rules), TO_PIXELS, cells, REACH_MM), cells.centers_mm


@pytest.mark.parametrize("shift_px", [(0, 0), (3, -4), (-5, 2)])
def test_that_borders_are_seen_where_the_paper_lies(shift_px: tuple[int, int]) -> None:
    printed, centers_mm = borders()

    seen = see_cell_borders(np.roll(table(), shift_px, axis=(1, 0)), TO_PIXELS, printed, centers_mm)

    assert seen.is_seen.all()
    np.testing.assert_allclose(seen.shifts_mm * SCALE, np.tile(shift_px, (4, 1)), atol=0.3)


def test_that_a_mark_over_a_border_does_not_move_it() -> None:
    printed, centers_mm = borders()
    marked = table()
    cv2.line(marked, (130, 160), (190, 100), (40,), 4)
    cv2.rectangle(marked, (140, 185), (160, 200), (0,), cv2.FILLED)

    seen = see_cell_borders(marked, TO_PIXELS, printed, centers_mm)

    assert seen.is_seen.all()
    assert np.abs(seen.shifts_mm).max() < 0.1


def test_that_nothing_is_seen_where_there_are_no_borders() -> None:
    printed, centers_mm = borders(columns_px=0)
    whole, _ = borders()

    assert not see_cell_borders(table(columns_px=0), TO_PIXELS, printed, centers_mm).is_seen.any()
    assert not see_cell_borders(np.full_like(table(), 255), TO_PIXELS, whole, centers_mm).is_seen.any()
