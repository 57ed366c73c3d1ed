"""Where in a wide cell to look: a mark may be anywhere in it, and what hangs into it from a neighbour is none.

1. Around each cell, see the ink beyond the blank print, in pieces that hang together.
2. Each piece belongs to the cell where its seat lies: the vertex of a tick, the middle of all else, which is where a
   cross crosses, and the centre of a blot or a ring. What belongs to another cell is passed over.
3. The window is laid over the cell's own ink. Where there is none, it stays in the middle, or goes to the faintest
   trace: faint pencil leaves little more than noise, and the mark model shall judge that.
4. What belongs to other cells is told too, for it may lie in the window.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH, Points, jacobians, map_points
from omr.images.preprocess import WORKING_DPI
from omr.opencv import cv2
from omr.registration.form_model import PageModel
from omr.registration.located_page import LocatedPage

_PX_PER_MM = WORKING_DPI / MM_PER_INCH
_AROUND_MM = 5.0  # what is seen around a cell: as far as tails reach
_INK = 0.2  # of solid print, averaged as below
_TRACE = 0.06  # three times the noise of an office scan, averaged as below
_STROKE_PX = 3
_THICKENING = np.ones((5, 5), np.uint8)  # print may lie a little off
_BRIDGE = np.ones((7, 7), np.uint8)  # strokes are cut where they cross print, for print is taken off
_SKIP = np.ones((3, 3), np.uint8)  # elsewhere a pen leaves no gaps as wide, and marks lie near to each other
_PRINT = 0.1
_LEAST_PX = 12  # of ink; specks have less
_AROUND_STROKE = np.ones((3, 3), np.uint8)  # strokes fade out
_HALF = 0.5
_ON_BORDER_MM = 0.4  # a seat so near to an edge may be meant for either side
# Share of a piece's ink in a cell from which it is looked at there, wherever its seat is: a tick's long stroke may lie
# elsewhere for the most part; of other pieces that much is a mark of its own that touches the neighbour's.
_MOST_OF_TICK, _MUCH = 0.75, 0.2
_MOST_OF_OTHERS = 0.4  # of a piece's ink may lie in a cell that it is surely no mark for
_UPRIGHT = 0.75  # of a tick's height its left arm does not reach
_MOST_ROWS = 0.85  # of a tick show as many strokes as it has; strokes are cut where they cross print
_ARM = 0.12  # of a tick's width and height its left arm has at least


_Edges = tuple[int, int, int, int]
"""Left, top, right and bottom, px."""
_Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class _Surroundings:
    """A cell and what is around it, at the working resolution.

    Attributes:
        area: Which response area.
        size_px: Width and height of the picture.
        inside: The cell's edges in it.
        window_px: Width and height of the window.
        print_: Darkness of the blank print, thickened, (H, W) float32.
    """

    area: int
    size_px: tuple[int, int]
    inside: _Edges
    window_px: _Pair
    print_: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Where to look in a page's areas.

    Attributes:
        offsets_mm: How far each area's window is from the middle of the area, (N, 2); 0.0 for all but wide cells.
        others: Of the wide cells that have some around, what belongs to other cells, (H, W) bool, around its middle.
    """

    offsets_mm: Points
    others: Mapping[int, NDArray[np.bool_]]

    def others_in(self, area: int, size_px: int, px_per_mm: float) -> NDArray[np.bool_]:
        """Return what belongs to other cells in the square picture of a wide cell's window, (size_px, size_px)."""
        wide = cv2.dilate(self.others[area].astype(np.float32), _AROUND_STROKE)
        middle = (np.array(wide.shape[::-1]) - 1) / 2 + self.offsets_mm[area] * _PX_PER_MM
        scale = _PX_PER_MM / px_per_mm
        corner = middle - scale * (size_px - 1) / 2
        to_wide = np.column_stack([np.eye(2) * scale, corner])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpAffine(wide, to_wide, (size_px, size_px), None, flags) > _HALF)


@dataclass(frozen=True, slots=True, eq=False)
class SeenInk:
    """The ink in and around a cell.

    Attributes:
        place: Middle of the cell's own, (x, y) px; None if there is none.
        others: What belongs to other cells, (H, W).
    """

    place: _Pair | None
    others: NDArray[np.bool_]


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
        areas = [cell.area for cell in self._cells]
        if not areas:
            return Windows(offsets, others)
        centers = page.centers_mm[areas]
        x, y = map_points(page.template_to_working, centers).T
        papers = page.image.paper_at(x, y)
        linear = jacobians(page.template_to_working, centers) / _PX_PER_MM
        for cell, matrix, middle, paper in zip(self._cells, linear, np.column_stack([x, y]), papers, strict=True):
            corner = middle - matrix @ ((np.array(cell.size_px) - 1) / 2)
            seen = _sampled(page.image.pixels, np.column_stack([matrix, corner]), cell.size_px)
            dark = (float(paper) - seen) / max(float(paper) - page.print_level, 40)
            ink = cv2.blur(dark, (_STROKE_PX, _STROKE_PX)) - cell.print_
            own = see_ink(ink, cell.inside, cell.window_px, cell.print_ > _PRINT)
            if own.place is not None:
                play = self._play_mm[cell.area]
                offset = (np.array(own.place) - (np.array(cell.size_px) - 1) / 2) / _PX_PER_MM
                offsets[cell.area] = np.clip(offset, -play, play)
            if own.others.any():
                others[cell.area] = own.others
        return Windows(offsets, others)


def _surroundings(model: PageModel, area: int) -> _Surroundings:
    width, height = np.rint(model.cells.sizes_mm[area] * _PX_PER_MM).astype(int).tolist()
    around = round(_AROUND_MM * _PX_PER_MM)
    size = (width + 2 * around, height + 2 * around)
    matrix = np.eye(2)
    to_blank = model.blank_px_per_mm / _PX_PER_MM
    middle = model.cells.centers_mm[area] * model.blank_px_per_mm - 0.5
    corner = middle - to_blank * (np.array(size) - 1) / 2
    blank = _sampled(model.pixels, np.column_stack([matrix * to_blank, corner]), size)
    darkness = cv2.dilate(np.float32(1) - blank / np.float32(255), _THICKENING)
    inside = (around, around, around + width, around + height)
    window_width, window_height = (model.cells.windows_mm[area] * _PX_PER_MM).tolist()
    return _Surroundings(area, size, inside, (window_width, window_height), np.asarray(darkness, np.float32))


def _sampled(
    pixels: NDArray[np.uint8], to_pixels: NDArray[np.float64], size_px: tuple[int, int]
) -> NDArray[np.float32]:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(pixels, to_pixels, size_px, None, flags, cv2.BORDER_REPLICATE), np.float32)


def see_ink(ink: NDArray[np.float32], inside: _Edges, window_px: _Pair, is_printed: NDArray[np.bool_]) -> SeenInk:
    """See which ink in and around a cell is its own.

    Args:
        ink: Darkness beyond that of print in and around the cell, averaged over a stroke's width, (H, W).
        inside: The cell's edges in it.
        window_px: Width and height of what is looked at together.
        is_printed: Where print hides ink, (H, W).
    """
    left, top, right, bottom = inside
    within = np.zeros(ink.shape, np.bool_)
    within[top:bottom, left:right] = True
    dark = ink > _INK
    own: list[_Edges] = []
    others, passed_over = dark.copy(), np.zeros_like(dark)
    if not (ink[within] > _TRACE).any():
        return SeenInk(None, others)
    if dark[within].any():
        joined = cv2.dilate(dark.astype(np.uint8), _SKIP)
        joined |= cv2.dilate(dark.astype(np.uint8), _BRIDGE) & is_printed.astype(np.uint8)
        _, pieces = cv2.connectedComponents(joined)
        sizes = np.bincount(pieces[dark & within])
        for number in np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes)].tolist():
            piece = dark & (pieces == number)
            is_own = _belongs(piece, within, inside)
            if is_own or sizes[number] >= _MOST_OF_OTHERS * piece.sum():
                others &= ~piece
            if not is_own:
                passed_over |= piece
            elif sizes[number] >= _LEAST_PX:
                own.append(_edges(piece & within))
    place = _middle(_within_a_window(own, window_px)) if own else _middle_of_traces(ink, within, passed_over)
    return SeenInk(place, others)


def _within_a_window(pieces: Sequence[_Edges], window_px: _Pair) -> _Edges:
    """Return the edges of the largest piece, the first, and of as many others as one window holds with it."""
    held = pieces[0]
    for piece in pieces[1:]:
        wider = (min(held[0], piece[0]), min(held[1], piece[1]), max(held[2], piece[2]), max(held[3], piece[3]))
        if wider[2] - wider[0] <= window_px[0] and wider[3] - wider[1] <= window_px[1]:
            held = wider
    return held


def _middle_of_traces(
    ink: NDArray[np.float32], within: NDArray[np.bool_], others: NDArray[np.bool_]
) -> tuple[float, float] | None:
    """Return the middle of what is too pale to make out, away from others' ink; None if there is nothing."""
    spared = cv2.dilate(others.astype(np.uint8), _BRIDGE).astype(np.bool_)
    weights = np.maximum(np.where(within & ~spared, ink, 0.0) - _TRACE / 2, 0.0)
    total = float(weights.sum())
    if not total:
        return None
    across, down = np.arange(ink.shape[1]), np.arange(ink.shape[0])
    return float(weights.sum(axis=0) @ across) / total, float(weights.sum(axis=1) @ down) / total


def _edges(piece: NDArray[np.bool_]) -> _Edges:
    rows, columns = np.flatnonzero(piece.any(axis=1)), np.flatnonzero(piece.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def _middle(edges: _Edges) -> tuple[float, float]:
    return (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2


def _belongs(piece: NDArray[np.bool_], within: NDArray[np.bool_], inside: _Edges) -> bool:
    """Whether a piece of ink is a mark in the cell: it has its seat there, or much of itself."""
    (x, y), is_tick = find_seat(piece)
    near = _ON_BORDER_MM * _PX_PER_MM
    left, top, right, bottom = inside
    is_seated = left - near <= x <= right + near and top - near <= y <= bottom + near
    share = float((piece & within).sum() / piece.sum())
    return is_seated or share >= (_MOST_OF_TICK if is_tick else _MUCH)


def find_seat(piece: NDArray[np.bool_]) -> tuple[tuple[float, float], bool]:
    """Return the place that a mark is meant for, (x, y) px, and whether it is a tick.

    A tick is meant for where its vertex lies, any other mark for where its middle is.

    Args:
        piece: Its ink, (H, W).
    """
    y, x = np.nonzero(piece)
    left, right, top, bottom = int(x.min()), int(x.max()), int(y.min()), int(y.max())
    width, height = right - left + 1, bottom - top + 1
    middle = (left + right) / 2, (top + bottom) / 2
    low_x, high_x = float(x[y == bottom].mean()), float(x[y == top].mean())
    arm = x < low_x - _ARM * width
    if not arm.any() or high_x < low_x + _ARM * width:
        return middle, False
    rise = bottom - int(y[arm].min())
    is_tick = _ARM * height < rise < _UPRIGHT * height and _is_two_strokes(piece[top : bottom + 1], height - rise)
    return ((low_x, float(bottom)) if is_tick else middle), is_tick


def _is_two_strokes(piece: NDArray[np.bool_], fork: int) -> bool:
    """Whether a piece of ink is one stroke down to the row ``fork`` and two from there, as a tick is, no scribble."""
    starts = piece[:, 1:] & ~piece[:, :-1]
    strokes = starts.sum(axis=1) + piece[:, 0]
    return bool((strokes[:fork] <= 1).mean() >= _MOST_ROWS and (strokes[fork:] <= 2).mean() >= _MOST_ROWS)
