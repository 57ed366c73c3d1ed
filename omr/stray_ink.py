"""Ink in or around an item that reads as left blank.

A ring drawn twice as wide as its box, or a cross beside it, leaves nothing where a mark belongs; a slash that begins in
the row above looks like the tail of a neighbour's. The item would read as blank and be wrong, so a person looks at it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from omr.form_book import PageModel
from omr.geometry import map_points
from omr.marks import REACH_MM
from omr.opencv import cv2
from omr.registration import LocatedPage
from omr.sampling import PATCH_PX, PatchGeometry, sample_patches

SUSPICIOUS_MM2 = 2.0
"""Ink of a wide ring's sides; tails of the neighbours' ticks and dirt leave less."""

_SUSPICIOUS_PX = 10.0  # where nothing is known of the pen: what a small tick leaves
_MARGIN_MM = 7.0  # nearly to the next row
_INK = 0.2  # of solid print, averaged as below; pale dirt and the dots of dithered scans stay below
_STROKE_PX = 3  # a millimetre, twice as wide as a stroke
_FIELD_MM = 2.0  # handwriting leaves its field by so much
_THICKENING = np.ones((5, 5), np.uint8)  # print may lie a millimetre off, that far from the areas


def suspicious_px(marks_px: NDArray[np.float32]) -> float:
    """Return how much ink in one of its areas a blank item may not have: half of what the sheet's weaker marks leave.

    Args:
        marks_px: Ink of the sheet's marks, pixels of solid print, (M,).
    """
    return float(np.percentile(marks_px, 25)) / 2 if len(marks_px) else _SUSPICIOUS_PX


class Surroundings:
    """The wide surroundings of a page's response areas, worked out when an area is first asked about."""

    def __init__(self, model: PageModel) -> None:
        self._model = model
        self._known: dict[int, tuple[PatchGeometry, NDArray[np.float32]]] = {}

    def stray_ink_mm2(self, page: LocatedPage, areas: Sequence[int]) -> float:
        """Return how much ink lies around one of these areas and near no other; the most of any, mm2."""
        return max((self._around(page, area) for area in areas), default=0.0)

    def _around(self, page: LocatedPage, area: int) -> float:
        if area not in self._known:
            self._known[area] = self._look_up(area)
        geometry, tolerated = self._known[area]
        center_mm = page.centers_mm[[area]]
        patch = sample_patches(page.image.pixels, page.template_to_working, geometry, center_mm)[0]
        x, y = map_points(page.template_to_working, center_mm).T
        paper = float(page.image.paper_at(x, y)[0])
        darkness = (paper - patch.astype(np.float32)) / max(paper - page.print_level, 40)
        ink = cv2.blur(darkness, (_STROKE_PX, _STROKE_PX)) - tolerated > _INK
        return float(ink.sum()) / float(geometry.px_per_mm[0]) ** 2

    def _look_up(self, area: int) -> tuple[PatchGeometry, NDArray[np.float32]]:
        """Return the patch around an area and the darkness that is nothing to wonder at there, (56, 56)."""
        all_areas = self._model.geometry
        center, size = all_areas.centers_mm[[area]], all_areas.sizes_mm[[area]]
        geometry = PatchGeometry(center, size, PATCH_PX / (size.max(axis=1) + 2 * _MARGIN_MM))
        tolerated = cv2.dilate(self._model.blank_around(geometry)[0], _THICKENING)
        line = (np.arange(PATCH_PX) - (PATCH_PX - 1) / 2) / geometry.px_per_mm[0]
        across, down = center[0, 0] + line, center[0, 1] + line[:, None]
        for (x, y), (w, h) in zip(all_areas.centers_mm, all_areas.sizes_mm, strict=True):
            tolerated[_is_within(across - x, down - y, w / 2 + REACH_MM, h / 2 + REACH_MM)] = np.inf
        for field in self._model.layout.fields:
            (x, y), rect = field.rect.center_mm, field.rect
            tolerated[_is_within(across - x, down - y, rect.w_mm / 2 + _FIELD_MM, rect.h_mm / 2 + _FIELD_MM)] = np.inf
        return geometry, np.asarray(tolerated, np.float32)


def _is_within(
    across: NDArray[np.float64], down: NDArray[np.float64], half_width: float, half_height: float
) -> NDArray[np.bool_]:
    return np.asarray((np.abs(across) < half_width) & (np.abs(down) < half_height))
