"""Where a blank page has outlines and ruled lines, for areas to be drawn along."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.opencv import cv2

_INK_BELOW = 170  # grey level
_OUTLINE_MM = (2.2, 15.0)  # sides of a box or circle to be marked
_LEAST_EDGE = 0.8  # of a side of a box is printed
_ROUND = (0.70, 0.86)  # of its bounding box that a circle fills: pi / 4, and the print's own thickness
_LEAST_LINE_MM = (18.0, 6.0)  # level, upright


@dataclass(frozen=True, slots=True)
class PrintLines:
    """Lines of the print, mm from the left and the top, ascending."""

    xs_mm: tuple[float, ...] = ()
    ys_mm: tuple[float, ...] = ()


def print_lines(pixels: NDArray[np.uint8], width_mm: float) -> PrintLines:
    """Return the edges of boxes and circles, and the middles of ruled lines.

    Args:
        pixels: The page, (H, W, 3) uint8 BGR.
        width_mm: How wide it is.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    ink = (grey < _INK_BELOW).astype(np.uint8)
    px_per_mm = pixels.shape[1] / width_mm
    xs_px, ys_px = _outline_edges(ink, px_per_mm)
    ys_px += _ruled(ink, round(_LEAST_LINE_MM[0] * px_per_mm), axis=1)
    xs_px += _ruled(ink, round(_LEAST_LINE_MM[1] * px_per_mm), axis=0)
    return PrintLines(*(tuple(sorted({round(at / px_per_mm, 2) for at in found})) for found in (xs_px, ys_px)))


def _outline_edges(ink: NDArray[np.uint8], px_per_mm: float) -> tuple[list[float], list[float]]:
    low, high = (side * px_per_mm for side in _OUTLINE_MM)
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
    xs_px: list[float] = []
    ys_px: list[float] = []
    for number, (x, y, w, h, _area) in enumerate(stats.tolist()):
        if number and low <= w <= high and low <= h <= high:
            shape = (labels[y : y + h, x : x + w] == number).astype(np.uint8)
            if _is_box(shape) or _is_circle(shape):
                xs_px += [x, x + w]
                ys_px += [y, y + h]
    return xs_px, ys_px


def _is_box(shape: NDArray[np.uint8]) -> bool:
    sides = (shape[:2].max(axis=0), shape[-2:].max(axis=0), shape[:, :2].max(axis=1), shape[:, -2:].max(axis=1))
    return all(float(side.mean()) >= _LEAST_EDGE for side in sides)


def _is_circle(shape: NDArray[np.uint8]) -> bool:
    height, width = shape.shape
    if abs(height - width) > 0.12 * width:
        return False
    outside = np.pad(shape, 1)
    cv2.floodFill(outside, None, (0, 0), 1)
    filled = float((outside[1:-1, 1:-1] == 0).sum() + shape.sum()) / (height * width)
    return _ROUND[0] <= filled <= _ROUND[1]


def _ruled(ink: NDArray[np.uint8], least_px: int, axis: int) -> list[float]:
    """Return where lines of a length run: 1 level ones, 0 upright ones."""
    kernel = np.ones((1, least_px) if axis == 1 else (least_px, 1), np.uint8)
    _count, _labels, stats, _centres = cv2.connectedComponentsWithStats(cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel))
    return [y + h / 2 if axis == 1 else x + w / 2 for x, y, w, h, _area in stats[1:].tolist()]
