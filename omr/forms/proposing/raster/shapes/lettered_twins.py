"""Pale rings around letters, a few of which were found -> their true sides, and the others of their rows and columns.

1. Around letters, circles are tried; laid over each other, those that were found show whether they are ovals, and how
   wide and high.
2. Everything much darker than they are is blotted out: letters, and what a copier left of letters. What is left shows
   the others of their kind.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.forms.proposing.raster.shapes.twins import OutlineTrace, clipped_ink, find_twins, kinds_of
from omr.opencv import cv2

_FEWEST = 6  # that were found
_PALE = (2.0, 20.0)  # grey levels by which such rings are darker than what is around them
_DARKER = 3.0  # times that: letters
_CLOSE_PX = 5  # side of the square by which letters are blotted out
_SIDES = (0.7, 1.4)  # of a circle that was found, the least and the most that a side of its oval can be
_STEP_PX, _SPARE_PX = 2, 12  # between sides that are tried, and around the largest
_LONGEST_SIDES = 1.6
_ROUNDS = 3  # of looking for more by those just found


def complete_lettered_rings(
    rings: Sequence[PrintedShape], thin: NDArray[np.uint8], ruled: NDArray[np.uint8]
) -> list[PrintedShape]:
    """Return rings around letters as they are, with the others like them.

    Args:
        rings: Those that were found, as circles.
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
        ruled: Where rules are, (H, W) uint8, 0 or 1.
    """
    made = list(rings)
    for kind in kinds_of(rings):
        usual = _usual_trace(kind, thin)
        if len(kind) < _FEWEST or not _PALE[0] < usual < _PALE[1]:
            continue
        letters = np.asarray(thin > _DARKER * usual, np.uint8)
        pale = np.asarray(thin * (1 - cv2.dilate(letters, np.ones((_CLOSE_PX, _CLOSE_PX), np.uint8))), np.uint8)
        found = _fitted(kind, clipped_ink(pale))
        for _ in range(_ROUNDS):
            more = find_twins(found, pale, ruled, hold_letters=True)
            found += more
            if not more:
                break
        made = [*(ring for ring in made if ring not in kind), *found]
    return made


def _usual_trace(kind: Sequence[PrintedShape], thin: NDArray[np.uint8]) -> float:
    dark, outline = clipped_ink(thin), OutlineTrace(kind[0])
    return float(np.median([outline.trace_at(dark, ring.rect) for ring in kind]))


def _fitted(kind: Sequence[PrintedShape], dark: NDArray[np.float32]) -> list[PrintedShape]:
    """Return rings with the width and height that all of them together show."""
    side = kind[0].rect.w_mm * PX_PER_MM
    reach = round(_SIDES[1] * side / 2) + _SPARE_PX
    middles = [tuple(round(middle * PX_PER_MM) for middle in ring.rect.center_mm) for ring in kind]
    places = [dark[max(y - reach, 0) : y + reach, max(x - reach, 0) : x + reach] for x, y in middles]
    whole = [place for place in places if place.shape == (2 * reach, 2 * reach)]
    if not whole:
        return list(kind)
    mean = np.asarray(np.mean(whole, axis=0), np.float32)
    sides = range(round(_SIDES[0] * side), round(_SIDES[1] * side), _STEP_PX)
    sizes = [(w, h) for w in sides for h in sides if 1 / _LONGEST_SIDES < w / h < _LONGEST_SIDES]
    width_mm, height_mm = (best / PX_PER_MM for best in max(sizes, key=lambda size: _oval(*size).best_trace(mean)))
    return [
        PrintedShape(ShapeKind.OVAL, Rect(x_mm - width_mm / 2, y_mm - height_mm / 2, width_mm, height_mm))
        for x_mm, y_mm in (ring.rect.center_mm for ring in kind)
    ]


def _oval(width_px: int, height_px: int) -> OutlineTrace:
    return OutlineTrace(PrintedShape(ShapeKind.OVAL, Rect(0.0, 0.0, width_px / PX_PER_MM, height_px / PX_PER_MM)))
