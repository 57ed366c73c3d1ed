"""Specks that a copier adds -> ink and darkness without them: small, and near no letter, rule or row of dots."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.raster.ink import PageInk, Pieces
from omr.forms.proposing.raster.shapes.neighbours import Neighbours
from omr.opencv import cv2

_SPECK = 0.42  # of the usual height of letters: full stops, the dots of letters and specks are lower
_BESIDE, _ABOVE, _BELOW = 0.45, 0.75, 0.45  # of that height, from what is larger to a full stop, an accent, a dot below
_NEXT_DOT, _ON_A_LEVEL, _ALIKE = 1.6, 0.12, 1.6  # of that height from dot to dot of a row, and their pixels of ink
_FEWEST_DOTS = 3
_HALO_PX = 5  # around a speck, as far as it makes paper darker


def find_dust(pieces: Pieces, letter_px: float) -> NDArray[np.uint8]:
    """Return where specks are, their halos included, (H, W) uint8, 0 or 1.

    Args:
        pieces: Ink that is no rule.
        letter_px: Usual height of letters.
    """
    sides = pieces.boxes[:, 2:4].max(axis=1)
    is_small = sides <= max(_SPECK * letter_px, 3.0)
    is_small[0] = False
    near = _near_print(pieces, ~is_small, letter_px)
    lone = [number for number in np.flatnonzero(is_small).tolist() if not near[_middle(pieces.boxes[number])]]
    is_dust = np.zeros(len(pieces.boxes), np.uint8)
    is_dust[lone] = 1
    is_dust[_dots_in_rows(pieces, lone, letter_px)] = 0
    halo = cv2.dilate(is_dust[pieces.labels], np.ones((2 * _HALO_PX + 1, 2 * _HALO_PX + 1), np.uint8))
    others = (is_dust[pieces.labels] == 0) & (pieces.labels > 0)
    halo[cv2.dilate(others.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 0
    return np.asarray(halo, np.uint8)


def without_dust(seen: PageInk, dust: NDArray[np.uint8]) -> PageInk:
    """Return the ink of a page as if there were paper where specks are."""
    kept = np.asarray(1 - dust, np.uint8)
    return PageInk(seen.ink & kept, np.asarray(seen.thin * kept, np.uint8), seen.faint & kept, seen.bars)


def _near_print(pieces: Pieces, is_print: NDArray[np.bool_], letter_px: float) -> NDArray[np.uint8]:
    """Return where a small piece of ink may belong to what is larger, (H, W) uint8, 0 or 1."""
    kept = is_print.copy()
    kept[0] = False
    ink = kept[pieces.labels].astype(np.uint8)
    beside, above, below = (round(share * letter_px) for share in (_BESIDE, _ABOVE, _BELOW))
    kernel = np.ones((above + below + 1, 2 * beside + 1), np.uint8)
    return np.asarray(cv2.dilate(ink, kernel, anchor=(beside, below)), np.uint8)


def _middle(box: NDArray[np.int32]) -> tuple[int, int]:
    """Return row and column."""
    left, top, width, height = (int(side) for side in box[:4])
    return top + height // 2, left + width // 2


def _dots_in_rows(pieces: Pieces, lone: Sequence[int], letter_px: float) -> list[int]:
    """Return those that stand in a level row of alike dots, as leaders and short lines to write on do."""
    near, known = Neighbours(pieces), set(lone)
    step, level = _NEXT_DOT * letter_px, max(_ON_A_LEVEL * letter_px, 2.0)
    following: dict[int, int] = {}
    for number in lone:
        y, x = _middle(pieces.boxes[number])
        level_ones = [
            other
            for other in near.within(x + 1, y - level, x + step, y + level)
            if other in known and _middle(pieces.boxes[other])[1] > x and _is_alike(pieces, number, other)
        ]
        if level_ones:
            following[number] = min(level_ones, key=lambda other: int(pieces.boxes[other, 0]))
    kept: set[int] = set()
    for start in following:
        row = [start]
        while row[-1] in following:
            row.append(following[row[-1]])
        if len(row) >= _FEWEST_DOTS:
            kept.update(row)
    return sorted(kept)


def _is_alike(pieces: Pieces, one: int, other: int) -> bool:
    less, more = sorted((int(pieces.boxes[one, 4]), int(pieces.boxes[other, 4])))
    return more <= _ALIKE * less
