"""Copies that lie over each other but for a few pixels -> copies that lie over each other exactly.

1. What most copies show at a place is print; marks are somewhere else in each. That picture is the common measure.
2. Tile by tile, the measure is looked for in every copy, a few pixels around (normalised cross-correlation). A level
   rule tells nothing of how far a tile lies off to the side, an upright one nothing of how far up or down.
3. Paper bends smoothly: a tile moves as most of its neighbours do, and where nothing is printed, as what lies nearest.
4. What lies farther off comes near as its neighbours are moved, so a copy that moved much is looked at again, and with
   it what most copies show.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from omr.images.page_image import GrayImage
from omr.opencv import cv2

_STEP_PX, _HALF_PX = 64, 56  # from tile to tile, and half a tile's side: 9 mm hold print that differs from its like
_REACH_PX = 8  # 0.7 mm: less than half the distance of any two boxes
_LEAST_CONTRAST = 6.0  # standard deviation of a tile that holds print, grey levels
_LEAST_LIKE = 0.4  # correlation from which print counts as found; marks lie over it
_BESIDE_PX, _LEAST_DROP = 4, 0.1  # so far from the best place, print that tells where it lies is found by so much less
_ROUNDS, _MUCH_PX = 16, 3.0  # of looking at a copy, and shift from which it is looked at again
_SMOOTHINGS = (8.0, 4.0, 2.0, 1.0)  # tiles around; the nearer ones tell, where there are enough
_ENOUGH = 0.15  # share of the tiles around, by weight
_STRIP_PX = 256  # rows of all copies that are looked at together

_Shifts = NDArray[np.float32]


def fit_finely(copies: Sequence[GrayImage]) -> list[GrayImage]:
    """Return copies of a page moved onto what most of them show.

    Args:
        copies: As landmarks lay them over each other, (H, W) uint8 each, at ``PICTURE_DPI``; fewer than three are
            returned as they are, because they have no majority.
    """
    if len(copies) < 3:
        return list(copies)
    moved = list(copies)
    shifts = [np.zeros((*_grid(copies[0]), 2), np.float32) for _ in copies]
    waiting = set(range(len(copies)))
    for _ in range(_ROUNDS):
        if not waiting:
            break
        measure = _most_common(moved)
        for number in sorted(waiting):
            more = _smooth(_shifts(measure, moved[number]))
            shifts[number] += more
            moved[number] = _moved(copies[number], shifts[number])
            if np.abs(more).max() < _MUCH_PX:
                waiting.discard(number)
    return moved


def _most_common(copies: Sequence[GrayImage]) -> GrayImage:
    """Return the median of copies."""
    middle = len(copies) // 2
    common = np.empty_like(copies[0])
    for top in range(0, len(common), _STRIP_PX):
        strip = np.stack([copy[top : top + _STRIP_PX] for copy in copies])
        common[top : top + _STRIP_PX] = np.partition(strip, middle, axis=0)[middle]
    return common


def _shifts(measure: GrayImage, copy: GrayImage) -> _Shifts:
    """Return how far the print of each tile lies off in a copy, (rows, columns, 2) px; NaN where it is not told."""
    height, width = measure.shape
    shifts = np.full((*_grid(measure), 2), np.nan, np.float32)
    for row, column in np.ndindex(shifts.shape[:2]):
        top, low = _span(row, height)
        left, right = _span(column, width)
        if min(low - top, right - left) < _HALF_PX:
            continue
        tile = measure[top:low, left:right]
        if tile.std() < _LEAST_CONTRAST:
            continue
        around = copy[top - _REACH_PX : low + _REACH_PX, left - _REACH_PX : right + _REACH_PX]
        likeness = cv2.matchTemplate(around, tile, cv2.TM_CCOEFF_NORMED)
        _, best, _, (x, y) = cv2.minMaxLoc(likeness)
        is_inside = 0 < x < 2 * _REACH_PX and 0 < y < 2 * _REACH_PX  # else the true place may be farther off
        if best >= _LEAST_LIKE and is_inside:
            is_told = _is_told(likeness[y], x), _is_told(likeness[:, x], y)
            shifts[row, column] = np.where(is_told, (x - _REACH_PX, y - _REACH_PX), np.nan)
    return shifts


def _grid(page: GrayImage) -> tuple[int, int]:
    """Return how many rows and columns of tiles a page has."""
    height, width = page.shape
    return height // _STEP_PX + 2, width // _STEP_PX + 2


def _is_told(likeness: NDArray[np.float32], place: int) -> bool:
    """Whether print is found at a place and not as well beside it."""
    beside = likeness[max(place - _BESIDE_PX, 0)], likeness[min(place + _BESIDE_PX, 2 * _REACH_PX)]
    return bool(likeness[place] - max(beside) > _LEAST_DROP * likeness[place])


def _span(number: int, length: int) -> tuple[int, int]:
    """Return where a tile begins and ends along one side of a page, far enough from its edges."""
    middle = number * _STEP_PX
    return max(middle - _HALF_PX, _REACH_PX), min(middle + _HALF_PX, length - _REACH_PX)


def _smooth(shifts: _Shifts) -> _Shifts:
    """Return shifts without those that differ from all around, and carried on to where none is told."""
    is_told = ~np.isnan(shifts)
    steady = np.zeros_like(shifts)
    for row, column, axis in np.argwhere(is_told):
        around = shifts[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2, axis]
        steady[row, column, axis] = np.median(around[~np.isnan(around)])
    smooth = np.zeros_like(shifts)
    for reach in _SMOOTHINGS:
        weights = cv2.GaussianBlur(is_told.astype(np.float32), (0, 0), reach)
        mean = cv2.GaussianBlur(steady, (0, 0), reach) / np.maximum(weights, 0.001)
        trust = np.minimum(weights / _ENOUGH, 1.0)
        smooth = trust * mean + (1 - trust) * smooth
    return np.asarray(smooth, np.float32)


def _moved(copy: GrayImage, shifts: _Shifts) -> GrayImage:
    """Return a copy in which every place lies where the measure has it."""
    height, width = copy.shape
    xs, ys = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    there = cv2.remap(shifts, xs / _STEP_PX, ys / _STEP_PX, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    moved = cv2.remap(copy, xs + there[..., 0], ys + there[..., 1], cv2.INTER_LINEAR, borderValue=(255,))
    return np.asarray(moved, np.uint8)
