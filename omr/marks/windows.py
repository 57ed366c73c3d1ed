"""Where in a wide cell to look: a mark may be anywhere in it, and what hangs into it from a neighbour is none.

1. Around each cell, see the ink beyond the blank print, in pieces that hang together.
2. Each piece belongs to the cell where its seat lies: the vertex of a tick, the middle of all else, which is where a
   cross crosses, and the centre of a blot or a ring. What belongs to another cell is passed over.
3. The window is laid over the cell's own ink. Where there is none, it stays in the middle, or goes to the faintest
   trace: faint pencil leaves little more than noise, and the mark model shall judge that.
   Ink along the cell's edges is left of its rules: photographs show them darker than the blank page does.
4. What belongs to other cells is told too, for it may lie in the window. So is which cells hold more ink than is looked
   at: another cell's mark, which may be two that ran together, or a piece that no window holds with the rest.
5. A ring around a mark takes it back, or stresses it; one that no window holds is told, for the picture then shows
   too little.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import Points, jacobians, map_points
from omr.marks.cell_ink import PX_PER_MM, Edges, Pair, see_ink
from omr.opencv import cv2
from omr.registration.form_model import PageModel
from omr.registration.located_page import LocatedPage
from omr.registration.pieces.cells import Cells

_AROUND_MM = 5.0  # what is seen around a cell: as far as tails reach
_STROKE_PX = 3
_THICKENING = np.ones((5, 5), np.uint8)  # print may lie a little off
_PRINT = 0.1
_AROUND_STROKE = np.ones((3, 3), np.uint8)  # strokes fade out
_HALF = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class _Surroundings:
    """A cell and what is around it, at the working resolution.

    Attributes:
        area: Which response area.
        size_px: Width and height of the picture.
        inside: The cell's edges in it.
        window_px: Width and height of the window.
        print_: Darkness of the blank print, thickened, (H, W) float32.
        neighbours: Edges of the response areas around the cell.
    """

    area: int
    size_px: tuple[int, int]
    inside: Edges
    window_px: Pair
    print_: NDArray[np.float32]
    neighbours: tuple[Edges, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Where to look in a page's areas.

    Attributes:
        offsets_mm: How far each area's window is from the middle of the area, (N, 2); 0.0 for all but wide cells.
        others: Of the wide cells that have some around, what belongs to other cells, (H, W) bool, around its middle.
        with_more: The wide cells that hold ink beyond what is looked at.
        ringed: The wide cells in which ink around the mark is larger than the window.
    """

    offsets_mm: Points
    others: Mapping[int, NDArray[np.bool_]]
    with_more: frozenset[int]
    ringed: frozenset[int]

    def others_in(self, area: int, size_px: int, px_per_mm: float) -> NDArray[np.bool_]:
        """Return what belongs to other cells in the square picture of a wide cell's window, (size_px, size_px)."""
        wide = cv2.dilate(self.others[area].astype(np.float32), _AROUND_STROKE)
        middle = (np.array(wide.shape[::-1]) - 1) / 2 + self.offsets_mm[area] * PX_PER_MM
        scale = PX_PER_MM / px_per_mm
        corner = middle - scale * (size_px - 1) / 2
        to_wide = np.column_stack([np.eye(2) * scale, corner])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpAffine(wide, to_wide, (size_px, size_px), None, flags) > _HALF)


class CellWindows:
    """Lays windows over the ink in a page's wide cells; worked out once per page of the form."""

    def __init__(self, model: PageModel) -> None:
        cells = model.cells
        self._cells = tuple(_surroundings(model, int(area)) for area in np.flatnonzero(cells.is_cell))
        self._play_mm = np.maximum(cells.sizes_mm - cells.windows_mm, 0.0) / 2

    def look(self, page: LocatedPage) -> "Windows":
        """Lay windows over the ink of the wide cells."""
        offsets = np.zeros_like(self._play_mm)
        others: dict[int, NDArray[np.bool_]] = {}
        with_more, ringed = set[int](), set[int]()
        areas = [cell.area for cell in self._cells]
        if not areas:
            return Windows(offsets, others, frozenset(), frozenset())
        centers = page.centers_mm[areas]
        x, y = map_points(page.template_to_working, centers).T
        papers = page.image.paper_at(x, y)
        linear = jacobians(page.template_to_working, centers) / PX_PER_MM
        for cell, matrix, middle, paper in zip(self._cells, linear, np.column_stack([x, y]), papers, strict=True):
            corner = middle - matrix @ ((np.array(cell.size_px) - 1) / 2)
            seen = _sampled(page.image.pixels, np.column_stack([matrix, corner]), cell.size_px)
            dark = (float(paper) - seen) / max(float(paper) - page.print_level, 40)
            ink = cv2.blur(dark, (_STROKE_PX, _STROKE_PX)) - cell.print_
            own = see_ink(ink, cell.inside, cell.window_px, cell.print_ > _PRINT, cell.neighbours)
            if own.place is not None:
                play = self._play_mm[cell.area]
                offset = (np.array(own.place) - (np.array(cell.size_px) - 1) / 2) / PX_PER_MM
                offsets[cell.area] = np.clip(offset, -play, play)
            if own.others.any():
                others[cell.area] = own.others
            with_more |= {cell.area} if own.holds_more else set()
            ringed |= {cell.area} if own.is_ringed else set()
        return Windows(offsets, others, frozenset(with_more), frozenset(ringed))


def _surroundings(model: PageModel, area: int) -> _Surroundings:
    width, height = np.rint(model.cells.sizes_mm[area] * PX_PER_MM).astype(int).tolist()
    around = round(_AROUND_MM * PX_PER_MM)
    size = (width + 2 * around, height + 2 * around)
    matrix = np.eye(2)
    to_blank = model.blank_px_per_mm / PX_PER_MM
    middle = model.cells.centers_mm[area] * model.blank_px_per_mm - 0.5
    corner = middle - to_blank * (np.array(size) - 1) / 2
    blank = _sampled(model.pixels, np.column_stack([matrix * to_blank, corner]), size)
    darkness = cv2.dilate(np.float32(1) - blank / np.float32(255), _THICKENING)
    inside = (around, around, around + width, around + height)
    window_width, window_height = (model.cells.windows_mm[area] * PX_PER_MM).tolist()
    return _Surroundings(
        area,
        size,
        inside,
        (window_width, window_height),
        np.asarray(darkness, np.float32),
        _neighbours(model.cells, area, size),
    )


def _neighbours(cells: Cells, area: int, size_px: tuple[int, int]) -> tuple[Edges, ...]:
    """Return the edges of the other response areas in the picture of a cell and what is around it."""
    starts = (cells.centers_mm - cells.sizes_mm / 2 - cells.centers_mm[area]) * PX_PER_MM + np.array(size_px) / 2
    edges = np.rint(np.hstack([starts, starts + cells.sizes_mm * PX_PER_MM])).astype(int)
    is_seen = (edges[:, 2:] > 0).all(axis=1) & (edges[:, :2] < size_px).all(axis=1)
    is_seen[area] = False
    return tuple((left, top, right, bottom) for left, top, right, bottom in edges[is_seen].tolist())


def _sampled(
    pixels: NDArray[np.uint8], to_pixels: NDArray[np.float64], size_px: tuple[int, int]
) -> NDArray[np.float32]:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(pixels, to_pixels, size_px, None, flags, cv2.BORDER_REPLICATE), np.float32)
