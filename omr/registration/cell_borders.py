"""How far the borders of wide cells are from where they are expected.

A cell is wider than the surroundings in which outlines are looked for, and its borders are thin, so its profiles are
taken at the working resolution: darkness along x over the rows between its upper and lower border, and along y alike.
Compared is what lies near the borders only; a mark's strokes, however dark, are elsewhere or slant.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH, Homography, Points, jacobians, map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WORKING_DPI
from omr.opencv import cv2
from omr.registration.cells import Cells
from omr.registration.outlines import MIN_MATCH, SeenOutlines, at_best_shift

_PX_PER_MM = WORKING_DPI / MM_PER_INCH
_MOST_SHIFT_PX = 9  # 1.5 mm, as for outlines
_EDGE_PX = 16  # from the inside outwards: the thickest border, and as far again as it may be off
_LEAST_PRINT = 0.12  # slopes of a profile of mean darkness; a grey hairline has as much
_BORDER_PX = 5  # around a border's slopes what is seen is compared


@dataclass(frozen=True, slots=True, eq=False)
class CellBorders:
    """The printed borders of a page's cells.

    Attributes:
        areas: Which response areas are cells, (K,).
        slopes: Of each cell, slopes of its profile along x and along y.
        sizes_px: Width and height of each inside, (K, 2).
        reach_px: How far borders may be looked for along x and y, (K, 2).
        is_printed: Whether a cell has borders in both directions, (K,).
    """

    areas: NDArray[np.intp]
    slopes: tuple[tuple[NDArray[np.float32], NDArray[np.float32]], ...]
    sizes_px: NDArray[np.int64]
    reach_px: NDArray[np.int64]
    is_printed: NDArray[np.bool_]

    @classmethod
    def of(cls, blank: GrayImage, to_blank: Homography, cells: Cells, reach_mm: NDArray[np.float64]) -> "CellBorders":
        """Work out the profiles of the blank print, once per page of the form.

        Args:
            blank: The blank page, (H, W) uint8.
            to_blank: Homography, template mm to its pixels.
            cells: Its response areas' insides, of which some are cells.
            reach_mm: How far each may be looked for to the side and up or down, (N, 2).
        """
        areas = np.flatnonzero(cells.is_cell)
        sizes = np.maximum(np.rint(cells.sizes_mm[areas] * _PX_PER_MM), 4).astype(np.int64)
        slopes = tuple(_profiles(blank, to_blank, cells.centers_mm[areas], sizes))
        reach_px = np.minimum(reach_mm[areas] * _PX_PER_MM, _MOST_SHIFT_PX).astype(np.int64)
        printed = [min(float(np.linalg.norm(each)) for each in pair) > _LEAST_PRINT for pair in slopes]
        return cls(areas, slopes, sizes, reach_px, np.array(printed, np.bool_))


def see_cell_borders(
    pixels: GrayImage, to_pixels: Homography, borders: CellBorders, expected_mm: Points
) -> SeenOutlines:
    """Look for the borders of every cell.

    Args:
        pixels: The scan, (H, W) uint8, 0 = black.
        to_pixels: Homography, template mm to its pixels.
        borders: What is printed.
        expected_mm: Where each cell's middle should be by what is known so far, (K, 2), template frame.
    """
    count = len(borders.areas)
    shifts, match = np.zeros((count, 2)), np.zeros(count)
    seen = _profiles(pixels, to_pixels, expected_mm, borders.sizes_px)
    for cell, (found, printed) in enumerate(zip(seen, borders.slopes, strict=True)):
        if borders.is_printed[cell]:
            best = [
                _best_shift(*pair, int(reach))
                for pair, reach in zip(zip(found, printed, strict=True), borders.reach_px[cell], strict=True)
            ]
            shifts[cell] = [shift / _PX_PER_MM for shift, _ in best]
            match[cell] = min(score for _, score in best)
    return SeenOutlines(shifts, match, (match >= MIN_MATCH) & borders.is_printed)


def _profiles(
    pixels: GrayImage, to_pixels: Homography, centers_mm: Points, sizes_px: NDArray[np.int64]
) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Return the slopes of each cell's profiles along x and y; darkness 0.0 = white, 1.0 = black."""
    edge = _EDGE_PX + _MOST_SHIFT_PX
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    profiles = []
    linear = jacobians(to_pixels, centers_mm) / _PX_PER_MM
    middles = map_points(to_pixels, centers_mm)
    for matrix, middle, (width, height) in zip(linear, middles, sizes_px.tolist(), strict=True):
        size = (width + 2 * edge, height + 2 * edge)
        corner = middle - matrix @ ((np.array(size) - 1) / 2)
        patch = cv2.warpAffine(pixels, np.column_stack([matrix, corner]), size, None, flags, cv2.BORDER_REPLICATE)
        dark = np.float32(1) - patch.astype(np.float32) / np.float32(255)
        rows, columns = (slice(edge + side // 6, edge + side - side // 6) for side in (height, width))
        profiles.append((np.diff(dark[rows].mean(axis=0)), np.diff(dark[:, columns].mean(axis=1))))
    return profiles


def _best_shift(seen: NDArray[np.float32], printed: NDArray[np.float32], reach: int) -> tuple[float, float]:
    """Return the shift in px at which a profile fits best near the borders, and the correlation there."""
    core = printed[_MOST_SHIFT_PX : len(printed) - _MOST_SHIFT_PX]
    near = np.convolve(np.abs(core) > 0.1 * np.abs(core).max(), np.ones(2 * _BORDER_PX + 1), "same") > 0
    windows = np.lib.stride_tricks.sliding_window_view(seen, len(core))
    energy = np.sqrt((windows**2 @ near) * float(core @ core))
    return at_best_shift((windows @ core) / np.maximum(energy, 1e-6), reach)
