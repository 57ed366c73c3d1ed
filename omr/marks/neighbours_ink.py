"""Take other areas' marks out of the pictures of the areas they reach into, where that could settle a doubt.

In a table of digits to be ringed, rings reach into the rows above and below. The pictures of digits that nobody marked
then show strokes, and those of small ticks show strokes that are not theirs; both look doubtful. What belongs to a
clear mark of another area is taken out, and the pictures are judged again. See ``stray_ink`` for what belongs to whom.
"""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from form_templates.model import ItemId
from omr.images.sampling import PATCH_PX
from omr.marks.likelihoods import LogLikelihoods
from omr.marks.measuring import INK_LEVEL, LEAST_INK_PX, Measurements, Zones, with_pictures
from omr.marks.rings import PageRings, drawn
from omr.marks.stray_ink import OthersInk, Surroundings
from omr.opencv import cv2
from omr.registration.located_page import LocatedPage

_CLEAR_MARK = 3.0  # log odds of a mark that others' ink may be said to belong to
_SETTLED_EMPTY = -9.0  # log odds below which nothing would be gained
_OWN_MARK = 4.0  # log odds of a mark of its own, that would be torn where others cross it
_END_SHARE = 0.35  # of what is taken out, that may hang loose beside it
_BESIDE = np.ones((7, 7), np.uint8)
_AROUND = np.ones((3, 3), np.uint8)  # strokes fade out


def without_neighbours_ink(
    page: LocatedPage,
    measured: Measurements,
    likelihoods: LogLikelihoods,
    around: Surroundings,
    zones: Zones,
    doubtful: Collection[ItemId],
) -> Measurements | None:
    """Return measurements without what belongs to other areas' marks in the pictures of doubtful items.

    Args:
        page: The page.
        measured: Its response areas.
        likelihoods: What the mark model says of them.
        around: The surroundings of the page's response areas.
        zones: Of the page.
        doubtful: The items that a person would be asked about.

    Returns:
        None where there is nothing to take out.
    """
    strength = np.maximum(likelihoods.marked, likelihoods.cancelled)
    marks = PageRings(page, strength > _CLEAR_MARK)
    cleared: dict[int, NDArray[np.float32]] = {}
    for area in _open_areas(page, measured, strength, doubtful):
        others = around.others_ink(area, marks)
        if others.found.any():
            px_per_mm = float(page.model.geometry.px_per_mm[area])
            picture, prints = measured.pictures[area], measured.prints
            inside = zones.inside[area].reshape(picture.shape) > 0
            is_others = _in_picture(others, px_per_mm)
            is_others |= drawn(others.rings, page.centers_mm[area], px_per_mm, inside)
            is_others |= _loose_ends(picture - prints.tolerant[area], is_others, inside)
            cleared[area] = np.where(is_others, np.minimum(picture, prints.blank[area]), picture)
    if not cleared:
        return None
    return with_pictures(measured, zones, np.array(list(cleared)), np.array(list(cleared.values())))


def _open_areas(
    page: LocatedPage, measured: Measurements, strength: NDArray[np.float64], doubtful: Collection[ItemId]
) -> list[int]:
    """Return the areas of doubtful items that hold ink and no clear mark of their own."""
    is_open = (strength > _SETTLED_EMPTY) & (strength < _OWN_MARK) & (measured.ink_px >= LEAST_INK_PX)
    is_open &= ~measured.is_hidden & ~page.model.cells.is_cell
    areas = page.model.layout.areas
    return [area for area in np.flatnonzero(is_open).tolist() if areas[area].item_id in doubtful]


def _loose_ends(ink: NDArray[np.float32], taken_out: NDArray[np.bool_], inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return small pieces of ink beside what is taken out, that do not enter the area: ends, and what print cut off.

    Args:
        ink: Of the picture, (56, 56).
        taken_out: What belongs to other areas, (56, 56).
        inside: What the area's outline encloses, (56, 56).
    """
    dark = ink > INK_LEVEL
    rest = cv2.dilate((dark & ~taken_out).astype(np.uint8), _AROUND)
    _, pieces = cv2.connectedComponents(rest)
    most_px = _END_SHARE * float((dark & taken_out).sum())
    ends = np.zeros_like(taken_out)
    for number in np.unique(pieces[(rest > 0) & cv2.dilate(taken_out.astype(np.uint8), _BESIDE).astype(np.bool_)]):
        piece = pieces == number
        if (piece & dark & ~taken_out).sum() <= most_px and not (piece & inside).any():
            ends |= piece
    return ends


def _in_picture(others: OthersInk, px_per_mm: float) -> NDArray[np.bool_]:
    """Return what was found in a wide patch as it lies in the picture of the same area, (56, 56)."""
    scale = others.px_per_mm / px_per_mm
    middle = (PATCH_PX - 1) / 2
    to_wide = np.array([[scale, 0.0, middle * (1 - scale)], [0.0, scale, middle * (1 - scale)]])
    wide = cv2.dilate(others.found.astype(np.float32), _AROUND)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(wide, to_wide, (PATCH_PX, PATCH_PX), None, flags) > 0.5)
