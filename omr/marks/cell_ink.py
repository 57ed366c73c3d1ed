"""Which ink in and around a cell is its own: seen in one picture of darkness, in pixels, whatever page it is of.

A piece that hangs together belongs to the cell where its seat lies; see ``windows`` for what is made of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH
from omr.images.preprocess import WORKING_DPI
from omr.opencv import cv2

PX_PER_MM = WORKING_DPI / MM_PER_INCH
_INK = 0.2  # of solid print, averaged over a stroke's width
_TRACE = 0.06  # three times the noise of an office scan, averaged alike
_BRIDGE = np.ones((7, 7), np.uint8)  # strokes are cut where they cross print, for print is taken off
_SKIP = np.ones((3, 3), np.uint8)  # elsewhere a pen leaves no gaps as wide, and marks lie near to each other
_LEAST_PX = 12  # of ink; specks have less
_ON_BORDER_MM = 0.4  # a seat so near to an edge may be meant for either side
# Share of a piece's ink in a cell from which it is looked at there, wherever its seat is: a tick's long stroke may lie
# elsewhere for the most part; of other pieces that much is a mark of its own that touches the neighbour's.
_MOST_OF_TICK, _MUCH = 0.75, 0.2
_MOST_OF_OTHERS = 0.4  # of a piece's ink may lie in a cell that it is surely no mark for
_ALONG_EDGE_MM, _MOST_ALONG = 0.7, 0.85  # where what is left of a rule lies, and how much of it
_HIDDEN_MM = 0.7  # from the cell's edge a rule may hide ink
_CROSSING = 0.5  # of a cell's height, from which others' ink in it could hide a mark of its own
_UPRIGHT = 0.75  # of a tick's height its left arm does not reach
_MOST_ROWS = 0.85  # of a tick show as many strokes as it has; strokes are cut where they cross print
_ARM = 0.12  # of a tick's width and height its left arm has at least

Edges = tuple[int, int, int, int]
"""Left, top, right and bottom, px."""
Pair = tuple[float, float]
"""x and y, or width and height, px."""


@dataclass(frozen=True, slots=True, eq=False)
class SeenInk:
    """The ink in and around a cell.

    Attributes:
        place: Middle of the cell's own, (x, y) px; None if there is none.
        others: What belongs to other cells, (H, W).
        holds_more: Whether it holds ink beyond what is looked at: another cell's mark through it, or more of its own.
        is_ringed: Whether ink around its mark is larger than the window.
    """

    place: Pair | None
    others: NDArray[np.bool_]
    holds_more: bool = False
    is_ringed: bool = False


def see_ink(
    ink: NDArray[np.float32],
    inside: Edges,
    window_px: Pair,
    is_printed: NDArray[np.bool_],
    neighbours: Sequence[Edges] = (),
) -> SeenInk:
    """See which ink in and around a cell is its own.

    Args:
        ink: Darkness beyond that of print in and around the cell, averaged over a stroke's width, (H, W).
        inside: The cell's edges in it.
        window_px: Width and height of what is looked at together.
        is_printed: Where print hides ink, (H, W).
        neighbours: Edges of the response areas around it.
    """
    left, top, right, bottom = inside
    within = np.zeros(ink.shape, np.bool_)
    within[top:bottom, left:right] = True
    dark = ink > _INK
    own: list[NDArray[np.bool_]] = []
    others, passed_over = dark.copy(), np.zeros_like(dark)
    holds_more = False
    if not (ink[within] > _TRACE).any():
        return SeenInk(None, others)
    for piece in _pieces(dark, within, is_printed):
        inside_px = int((piece & within).sum())
        is_own = _belongs(piece, within, inside, neighbours)
        if is_own or inside_px >= _MOST_OF_OTHERS * piece.sum():
            others &= ~piece
        if not is_own:
            passed_over |= piece
            holds_more |= _height(piece & within) >= _CROSSING * (bottom - top)
        elif inside_px >= _LEAST_PX:
            own.append(piece)
    own = [piece for piece in own if not _lies_along_edges(piece & within, inside)]
    if not own:
        return SeenInk(_middle_of_traces(ink, within, passed_over), others, holds_more)
    edges = [_edges(piece & within) for piece in own]
    held = _within_a_window(edges, window_px)
    is_missed = any(_union(held, each) != held for each in edges)
    return SeenInk(_middle(held), others, holds_more or is_missed, _is_ringed(own, window_px, inside))


def _lies_along_edges(piece: NDArray[np.bool_], inside: Edges) -> bool:
    """Whether a piece of ink in a cell is what is left of the rules around it: nearly all of it lies along them."""
    left, top, right, bottom = inside
    near = round(_ALONG_EDGE_MM * PX_PER_MM)
    away = piece[top + near : bottom - near, left + near : right - near].sum()
    return bool(away <= (1 - _MOST_ALONG) * piece.sum())


def _pieces(
    dark: NDArray[np.bool_], within: NDArray[np.bool_], is_printed: NDArray[np.bool_]
) -> Iterator[NDArray[np.bool_]]:
    """Yield the pieces of ink that hang together and enter a cell, by how much of each is in it, the most first."""
    if not dark[within].any():
        return
    joined = cv2.dilate(dark.astype(np.uint8), _SKIP)
    joined |= cv2.dilate(dark.astype(np.uint8), _BRIDGE) & is_printed.astype(np.uint8)
    _, pieces = cv2.connectedComponents(joined)
    sizes = np.bincount(pieces[dark & within])
    for number in np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes)].tolist():
        yield dark & (pieces == number)


def _is_ringed(pieces: Sequence[NDArray[np.bool_]], window_px: Pair, inside: Edges) -> bool:
    """Whether ink around one of the pieces is larger than the window; a ring is cut where it crosses print."""
    if len(pieces) < 2:
        return False
    together = np.asarray(np.any(pieces, axis=0))
    return any(
        _is_large(together & ~each, window_px) and _goes_around(together & ~each, each, inside) for each in pieces
    )


def _is_large(ink: NDArray[np.bool_], window_px: Pair) -> bool:
    left, top, right, bottom = _edges(ink)
    return right - left > window_px[0] or bottom - top > window_px[1]


def _goes_around(outer: NDArray[np.bool_], inner: NDArray[np.bool_], inside: Edges) -> bool:
    """Whether there is ink on all four sides of the middle of a piece; arms of a cross lie on three at most.

    Where the ink reaches the cell's edge, the rule there may hide it.
    """
    x, y = (round(each) for each in _middle(_edges(inner)))
    across, down = np.asarray(outer[y - 1 : y + 2].any(axis=0)), np.asarray(outer[:, x - 1 : x + 2].any(axis=1))
    sides = (across[:x].any(), down[:y].any(), across[x + 1 :].any(), down[y + 1 :].any())
    reached = np.abs(np.subtract(_edges(outer), inside)) <= round(_HIDDEN_MM * PX_PER_MM)
    return all(has_ink or is_hidden for has_ink, is_hidden in zip(sides, reached, strict=True))


def _within_a_window(pieces: Sequence[Edges], window_px: Pair) -> Edges:
    """Return the edges of the largest piece, the first, and of as many others as one window holds with it."""
    held = pieces[0]
    for piece in pieces[1:]:
        wider = _union(held, piece)
        if wider[2] - wider[0] <= window_px[0] and wider[3] - wider[1] <= window_px[1]:
            held = wider
    return held


def _union(one: Edges, other: Edges) -> Edges:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


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


def _edges(piece: NDArray[np.bool_]) -> Edges:
    rows, columns = np.flatnonzero(piece.any(axis=1)), np.flatnonzero(piece.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def _height(piece: NDArray[np.bool_]) -> int:
    rows = np.flatnonzero(piece.any(axis=1))
    return int(rows[-1] - rows[0] + 1) if len(rows) else 0


def _middle(edges: Edges) -> tuple[float, float]:
    return (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2


def _belongs(piece: NDArray[np.bool_], within: NDArray[np.bool_], inside: Edges, neighbours: Sequence[Edges]) -> bool:
    """Whether a piece of ink is a mark in the cell: it has its seat there, or much of itself."""
    seat, is_tick = find_seat(piece)
    if _is_seated(seat, inside):
        return True
    is_elsewhere = any(_is_seated(seat, each) for each in neighbours) or not neighbours
    share = float((piece & within).sum() / piece.sum())
    return share >= (_MOST_OF_TICK if is_tick and is_elsewhere else _MUCH)


def _is_seated(seat: Pair, inside: Edges) -> bool:
    """Whether a mark's seat lies in a cell, or so near that it may be meant for it."""
    near = _ON_BORDER_MM * PX_PER_MM
    left, top, right, bottom = inside
    return left - near <= seat[0] <= right + near and top - near <= seat[1] <= bottom + near


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
