"""A red seal over boxes hides nothing where the scan is in colour: in its red light the seal is as bright as paper.

Offices stamp in red, and pens and printers mostly write in blue and black, which red light shows as dark as any. Where
a sheet's own marks are red this tells nothing, and nothing is done.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH, map_points
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare_for
from omr.images.sampling import sample_patches
from omr.marks.likelihoods import LogLikelihoods
from omr.marks.measuring import INK_LEVEL, Measurements, Zones, measure_marks, with_pictures
from omr.opencv import cv2
from omr.registration.located_page import LocatedPage

_RED_BY = 40  # grey levels by which red light is brighter than both others where ink is red
_CELL_MM = 1.5
_LEAST_RED = 0.06  # share of a cell that is red where a seal lies
_LEAST_SEAL_MM = 9.0  # across; the smallest round seals of offices have 20 mm, half of one may be off the page
_SURE_MARK = 3.0  # log odds of a mark whose colour counts
_FEWEST_MARKS = 3  # that tell which colour the sheet is filled in with
_HALF = 128  # from here on more of a pixel is red than not
_MOST_RED = 0.25  # share of a mark's ink, and of the marks, that may be red all the same


def without_seals(
    page: LocatedPage,
    measured: Measurements,
    likelihoods: LogLikelihoods,
    zones: Zones,
    bgr: NDArray[np.uint8],
) -> Measurements | None:
    """Return measurements in which red seals are gone from the pictures of the areas that they touch.

    Args:
        page: The page.
        measured: Its response areas, in grey.
        likelihoods: What the mark model says of them.
        zones: Of the page.
        bgr: The page as it was loaded for ``page``, in colour, (H, W, 3).

    Returns:
        None where no seal touches any, or the sheet's own marks are red.
    """
    if bgr.shape != (*page.image.source.pixels.shape, 3):
        return None
    is_red = _is_red(bgr)
    under = _areas_under_seals(page, is_red)
    touched = np.flatnonzero(under)
    if not len(touched) or _is_filled_in_red(page, measured, likelihoods, is_red, ~under):
        return None
    in_red_light = measure_marks(_as_page(page, bgr[:, :, 2]), zones)
    cleared = with_pictures(measured, zones, touched, in_red_light.pictures[touched])
    is_hidden = measured.is_hidden.copy()
    is_hidden[touched] &= in_red_light.is_hidden[touched]
    return replace(cleared, is_hidden=is_hidden)


def _is_red(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return 255 where ink is red, else 0, (H, W)."""
    others = cv2.max(bgr[:, :, 0], bgr[:, :, 1])
    return np.asarray(cv2.threshold(cv2.subtract(bgr[:, :, 2], others), _RED_BY, 255, cv2.THRESH_BINARY)[1], np.uint8)


def _as_page(page: LocatedPage, pixels: NDArray[np.uint8]) -> LocatedPage:
    """Return the page with another image of the same sheet in its place."""
    image, source = page.image, page.image.source
    other = PageImage(np.ascontiguousarray(pixels), source.shrink, source.stated_dpi, source.is_by_camera)
    return replace(page, image=prepare_for(other, image.nominal_dpi * image.factor))


def _areas_under_seals(page: LocatedPage, is_red: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return which response areas a seal touches, (N,)."""
    image = page.image
    px_per_cell = image.nominal_dpi * image.factor / image.source.shrink / MM_PER_INCH * _CELL_MM
    height, width = (max(1, round(side / px_per_cell)) for side in is_red.shape)
    cells = cv2.resize(is_red, (width, height), interpolation=cv2.INTER_AREA) > 255 * _LEAST_RED
    around = cv2.dilate(cells.astype(np.uint8), np.ones((3, 3), np.uint8))
    _, pieces, facts, _ = cv2.connectedComponentsWithStats(around)
    sides_mm = facts[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].min(axis=1) * _CELL_MM
    is_seal = sides_mm >= _LEAST_SEAL_MM
    is_seal[0] = False  # what is no piece at all
    seals = cv2.morphologyEx(is_seal[pieces].astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    x, y = map_points(page.template_to_working, page.centers_mm).T
    to_cells = image.factor / image.source.shrink / px_per_cell
    rows = np.clip((y * to_cells).astype(int), 0, height - 1)
    columns = np.clip((x * to_cells).astype(int), 0, width - 1)
    return np.asarray(cv2.dilate(seals, np.ones((3, 3), np.uint8))[rows, columns] > 0)


def _is_filled_in_red(
    page: LocatedPage,
    measured: Measurements,
    likelihoods: LogLikelihoods,
    is_red: NDArray[np.uint8],
    beside_seals: NDArray[np.bool_],
) -> bool:
    """Whether the sheet's own marks are red, or there are too few beside the seals to tell."""
    marked = np.flatnonzero((likelihoods.marked > _SURE_MARK) & likelihoods.is_mark & beside_seals)
    if len(marked) < _FEWEST_MARKS:
        return True
    red = _as_page(page, is_red)
    geometry = page.model.geometry
    patches = sample_patches(red.image.pixels, page.template_to_working, geometry, page.centers_mm)[marked]
    ink = measured.pictures[marked] - measured.prints.tolerant[marked] > INK_LEVEL
    shares = (ink & (patches >= _HALF)).sum(axis=(1, 2)) / np.maximum(ink.sum(axis=(1, 2)), 1)
    return bool((shares > _MOST_RED).mean() > _MOST_RED)
