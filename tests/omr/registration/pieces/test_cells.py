"""The insides of table cells: found whatever was drawn around or into them, and none where something is printed."""

import numpy as np
import pytest

from form_templates.model import AreaShape, ItemId, Rect, ResponseArea
from omr.images.page_image import GrayImage
from omr.opencv import cv2
from omr.registration.pieces.cells import WINDOW_MM, Cells, find_cells

DPI = 150
SCALE = DPI / 25.4
COLUMNS_MM, ROWS_MM = (20.0, 34.0, 48.0), (20.0, 29.0, 42.0)  # rules: two columns, two rows of unequal height


def table(*, rows_px: int = 2, columns_px: int = 2) -> GrayImage:
    """A ruled table of four cells; rules of no width are missing."""
    page = np.full((400, 400), 255, np.uint8)
    (left, *_, right), (top, *_, bottom) = ([round(mm * SCALE) for mm in rules] for rules in (COLUMNS_MM, ROWS_MM))
    for y_mm in ROWS_MM if rows_px else ():
        cv2.line(page, (left, round(y_mm * SCALE)), (right, round(y_mm * SCALE)), (0,), rows_px)
    for x_mm in COLUMNS_MM if columns_px else ():
        cv2.line(page, (round(x_mm * SCALE), top), (round(x_mm * SCALE), bottom), (0,), columns_px)
    return page


def areas(inset_mm: float, shape: AreaShape = AreaShape.BOX) -> list[ResponseArea]:
    """The four cells as somebody drew them."""
    return [
        ResponseArea(
            ItemId(f"q{row}"),
            str(column),
            Rect(
                COLUMNS_MM[column] + inset_mm,
                ROWS_MM[row] + inset_mm,
                COLUMNS_MM[column + 1] - COLUMNS_MM[column] - 2 * inset_mm,
                ROWS_MM[row + 1] - ROWS_MM[row] - 2 * inset_mm,
            ),
            shape,
        )
        for row in range(2)
        for column in range(2)
    ]


def edges_of(cells: Cells) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.hstack([cells.centers_mm - cells.sizes_mm / 2, cells.centers_mm + cells.sizes_mm / 2])


TRUE_EDGES = np.array(
    [(x, y, x + w, y + h) for x, y, w, h in ((a.rect.x_mm, a.rect.y_mm, a.rect.w_mm, a.rect.h_mm) for a in areas(0))]
)


@pytest.mark.parametrize("inset_mm", [-0.4, 0.0, 0.8, 2.0])
@pytest.mark.parametrize("width_px", [1, 4])
def test_that_the_inside_is_found_whatever_inset_was_drawn(inset_mm: float, width_px: int) -> None:
    cells = find_cells(table(rows_px=width_px, columns_px=width_px), DPI, areas(inset_mm))

    assert cells.is_cell.all()
    inwards = (edges_of(cells) - TRUE_EDGES) * (1, 1, -1, -1)
    assert inwards.min() > -0.1
    assert inwards.max() < 0.25 + width_px / 2 / SCALE


def test_that_cells_without_a_border_between_them_end_half_way() -> None:
    cells = find_cells(table(columns_px=0), DPI, areas(0.6))

    assert edges_of(cells)[0, 2] == pytest.approx(34.0, abs=0.01)
    assert edges_of(cells)[1, 0] == pytest.approx(34.0, abs=0.01)


def test_that_what_has_print_in_it_or_is_small_or_round_is_no_cell() -> None:
    digit = table()
    cv2.putText(digit, "3", (round(26 * SCALE), round(26 * SCALE)), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0,), 2)
    box = [ResponseArea(ItemId("q"), "1", Rect(20.0, 20.0, WINDOW_MM - 1, WINDOW_MM - 1))]
    frame = np.full((400, 400), 255, np.uint8)
    cv2.rectangle(frame, (118, 118), (159, 159), (0,), 1)

    assert find_cells(digit, DPI, areas(0)).is_cell.tolist() == [False, True, True, True]
    assert not find_cells(frame, DPI, box).is_cell.any()
    assert not find_cells(table(), DPI, areas(0, AreaShape.CIRCLE)).is_cell.any()


def test_that_what_is_no_cell_stays_as_it_was_drawn() -> None:
    cells = find_cells(table(), DPI, areas(0.7, AreaShape.CIRCLE))

    assert edges_of(cells)[0].tolist() == pytest.approx([20.7, 20.7, 33.3, 28.3])
    assert cells.windows_mm[0].tolist() == pytest.approx(cells.sizes_mm[0].tolist())


def test_that_a_window_is_no_larger_than_its_cell() -> None:
    cells = find_cells(table(), DPI, areas(0))

    assert (cells.windows_mm <= WINDOW_MM).all()
    assert (cells.windows_mm <= cells.sizes_mm).all()
