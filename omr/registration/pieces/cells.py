"""Empty cells of tables: where their insides are, whatever was drawn around or into them.

A cell's borders belong to its neighbours too; they are thick or thin, and some are missing. Somebody who draws an area
into a cell draws it onto the borders or well away from them. What counts is the inside, as the blank print shows it.

A cell is wider than the surroundings in which outlines are looked for, and its borders are thin, so its profiles are
taken at the working resolution: darkness along x over the rows between its upper and lower border, and along y alike.
Compared is what lies near the borders only; a mark's strokes, however dark, are elsewhere or slant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import AreaShape, Rect, ResponseArea
from omr.geometry import MM_PER_INCH, Homography, Points, jacobians, map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WORKING_DPI
from omr.opencv import cv2
from omr.registration.pieces.outlines import MIN_MATCH, SeenOutlines, at_best_shift

WINDOW_MM = 8.0
"""Side of what is looked at of a cell at a time; a mark is smaller, and so are boxes and circles."""

_INNER_MM = 1.2  # a border lies no farther inside of what was drawn
_OUTER_MM = 3.0  # nor farther outside
_CORE_SHARE = 0.25  # of a side, left out at both its ends when the borders across are looked for
_LEAST_DARK = 0.06  # darkness beyond the paper's: a grey hairline leaves twice as much
_INK = 0.15
_MOST_INK_SHARE = 0.008  # of an empty cell; a printed digit takes up three times as much
_GAP_MM = 4.0  # between the drawn areas of two cells with no border between them

_PX_PER_MM = WORKING_DPI / MM_PER_INCH
_MOST_SHIFT_PX = 9  # 1.5 mm, as for outlines
_EDGE_PX = 16  # from the inside outwards: the thickest border, and as far again as it may be off
_LEAST_PRINT = 0.12  # slopes of a profile of mean darkness; a grey hairline has as much
_BORDER_PX = 5  # around a border's slopes what is seen is compared


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The insides of a page's response areas; of one that is no wide empty cell, the area itself.

    Attributes:
        is_cell: Which areas are wide empty cells, (N,).
        centers_mm: Middle of each inside, (N, 2), template frame.
        sizes_mm: Width and height of each inside, (N, 2).
    """

    is_cell: NDArray[np.bool_]
    centers_mm: Points
    sizes_mm: Points

    @property
    def windows_mm(self) -> Points:
        """Width and height of what is looked at of each at a time, (N, 2)."""
        return np.where(self.is_cell[:, None], np.minimum(self.sizes_mm, WINDOW_MM), self.sizes_mm)


def find_cells(blank: GrayImage, dpi: float, areas: Sequence[ResponseArea]) -> Cells:
    """Find the wide empty cells among the response areas of a page, and their insides.

    Args:
        blank: The blank page, (H, W) uint8.
        dpi: Its resolution.
        areas: The response areas.
    """
    rects = [area.rect for area in areas]
    edges = np.array([_edges(rect) for rect in rects]).reshape(-1, 4)
    is_cell = np.zeros(len(areas), np.bool_)
    darkness = np.float32(1) - blank.astype(np.float32) / np.float32(255)
    for index, area in enumerate(areas):
        if area.shape is AreaShape.BOX and _is_empty(darkness, dpi / MM_PER_INCH, edges[index]):
            inside = _inside(darkness, dpi / MM_PER_INCH, rects, index)
            if max(inside[2] - inside[0], inside[3] - inside[1]) > WINDOW_MM:
                edges[index], is_cell[index] = inside, True
    sizes = edges[:, 2:] - edges[:, :2]
    return Cells(is_cell, (edges[:, :2] + edges[:, 2:]) / 2, sizes)


def _edges(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x_mm, rect.y_mm, rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm


def _is_empty(darkness: NDArray[np.float32], px_per_mm: float, edges: NDArray[np.float64]) -> bool:
    """Whether nothing is printed within an area, its rim left out."""
    inset_mm = min(_INNER_MM, float(min(edges[2] - edges[0], edges[3] - edges[1])) / 4)
    inner = _cut(darkness, px_per_mm, edges + np.array([inset_mm, inset_mm, -inset_mm, -inset_mm]))
    return bool(inner.size and (inner > np.median(inner) + _INK).mean() <= _MOST_INK_SHARE)


def _inside(
    darkness: NDArray[np.float32], px_per_mm: float, rects: Sequence[Rect], index: int
) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom edge of the inside of a cell, mm."""
    left, top, right, bottom = own = _edges(rects[index])
    rims = _CORE_SHARE * (right - left), _CORE_SHARE * (bottom - top)
    core = (left + rims[0], top + rims[1], right - rims[0], bottom - rims[1])
    level = float(np.median(_cut(darkness, px_per_mm, np.array(core))))
    inside = list(own)
    for side in range(4):
        along, outwards = side % 2, -1 if side < 2 else 1  # 0 = along x, 1 = along y
        start = own[side] - outwards * min(_INNER_MM, rims[along])
        stop = own[side] + outwards * _OUTER_MM
        strip = list(core)
        strip[along], strip[along + 2] = min(start, stop), max(start, stop)
        piece = _cut(darkness, px_per_mm, np.array(strip))
        profile = piece.mean(axis=along)[::outwards] if piece.size else np.zeros(0)
        dark = np.flatnonzero(profile > level + _LEAST_DARK)
        is_found = len(dark) > 0
        inside[side] = start + outwards * float(dark[0]) / px_per_mm if is_found else _half_way(rects, index, side)
    return inside[0], inside[1], inside[2], inside[3]


def _half_way(rects: Sequence[Rect], index: int, side: int) -> float:
    """Return where a cell ends that has no border there: half way to its neighbour's area, if that is near."""
    own, along, outwards = _edges(rects[index]), side % 2, -1 if side < 2 else 1
    nearest_mm = _GAP_MM
    for other in map(_edges, rects):
        is_beside = min(own[3 - along], other[3 - along]) > max(own[1 - along], other[1 - along])
        gap_mm = outwards * (other[(side + 2) % 4] - own[side])
        if is_beside and 0 < gap_mm < nearest_mm:
            nearest_mm = gap_mm
    return own[side] + outwards * nearest_mm / 2 if nearest_mm < _GAP_MM else own[side]


def _cut(darkness: NDArray[np.float32], px_per_mm: float, edges: NDArray[np.float64]) -> NDArray[np.float32]:
    left, top, right, bottom = (max(round(float(mm) * px_per_mm), 0) for mm in edges)
    return darkness[top:bottom, left:right]


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
