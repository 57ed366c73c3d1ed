"""Small pictures of rings and boxes, as darkness on paper with its grain, at 300 dpi."""

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.raster.ink import PX_PER_MM, PageInk, Pieces, find_ink, pieces_of
from omr.opencv import cv2

Pixels = NDArray[np.uint8]


def paper(width_mm: float = 56.0, height_mm: float = 50.0) -> Pixels:
    """Return white paper with its grain, (H, W) uint8."""
    shape = (round(height_mm * PX_PER_MM), round(width_mm * PX_PER_MM))
    grain = np.random.default_rng(4).normal(252, 1.5, shape)
    return np.clip(grain, 0, 255).astype(np.uint8)


def box(page: Pixels, x_mm: float, y_mm: float, side_mm: float = 3.6, grey: int = 30, thick_px: int = 2) -> None:
    corners = [(round(x * PX_PER_MM), round(y * PX_PER_MM)) for x, y in _corners(x_mm, y_mm, side_mm)]
    cv2.rectangle(page, *corners, (grey,), thick_px)


def ring(page: Pixels, x_mm: float, y_mm: float, side_mm: float = 3.6, grey: int = 30, thick_px: int = 2) -> None:
    middle = (round((x_mm + side_mm / 2) * PX_PER_MM), round((y_mm + side_mm / 2) * PX_PER_MM))
    cv2.circle(page, middle, round(side_mm / 2 * PX_PER_MM), (grey,), thick_px, cv2.LINE_AA)


def text(page: Pixels, x_mm: float, y_mm: float, letters: str, scale: float = 0.8) -> None:
    place = (round(x_mm * PX_PER_MM), round(y_mm * PX_PER_MM))
    cv2.putText(page, letters, place, cv2.FONT_HERSHEY_SIMPLEX, scale, (30,), 2, cv2.LINE_AA)


def ink_of(page: Pixels) -> tuple[PageInk, Pieces]:
    seen = find_ink(page)
    return seen, pieces_of(seen.ink)


def _corners(x_mm: float, y_mm: float, side_mm: float) -> list[tuple[float, float]]:
    return [(x_mm, y_mm), (x_mm + side_mm, y_mm + side_mm)]
