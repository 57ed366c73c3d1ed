"""Two blank pages that may lie under a scan: where their print differs, which of them does the scan show?

Versions of a form share most of their print, and whole pages then resemble both alike. So only the places count where
the two differ, piece by piece, each piece shifted a little to where it fits best, for paper is not quite flat.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import PageLayout
from omr.geometry import MM_PER_INCH, Homography
from omr.images.preprocess import WorkingImage
from omr.opencv import cv2
from omr.registration.form_model import PageModel
from omr.registration.located_page import LocatedPage

_DPI = 75
_BLANK_DPI = 150  # of ``PageModel.pixels``
_TILE_PX = 48  # 16 mm
_REACH_PX = 5  # 1.7 mm: as far as paper curls from the homography
_LEAST_INK_PX = 6.0  # squared darkness of what differs in a tile; scanners alone make less
_LEAST_DIFFERENCE_PX = 25.0  # of all tiles: about a line of small print
_MARGIN_MM = 1.5  # around response areas and fields, where people write

Darkness = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PrintComparison:
    """How a scan compares with two blank pages where their print differs.

    Attributes:
        gained: By how much the scan is nearer to the page than to its rival, squared darkness summed over pixels.
        differs: How much page and rival differ, likewise.
    """

    gained: float
    differs: float

    def __sub__(self, other: "PrintComparison") -> "PrintComparison":
        return PrintComparison(self.gained - other.gained, self.differs + other.differs)

    @property
    def lead(self) -> float:
        """1.0 where the scan is all the page, -1.0 where it is all the rival; 0.0 where too little differs to tell."""
        return self.gained / self.differs if self.differs >= _LEAST_DIFFERENCE_PX else 0.0


def compare_print(page: LocatedPage, rival: PageModel, rival_to_page: Homography) -> PrintComparison:
    """Compare a scan with the page that was found and with a rival, on the paper of the former.

    Args:
        page: The page as it was found.
        rival: What it may be instead.
        rival_to_page: Where the rival's print would lie: its mm to those of the page that was found.
    """
    size = _size_px(page.model)
    seen = _seen_darkness(page.image, page.template_to_working, size, page.print_level)
    own = _blank_darkness(page.model, np.eye(3), size)
    other = _blank_darkness(rival, rival_to_page, size)
    free = _free_of_writing(page.model.layout, np.eye(3), size) * _free_of_writing(rival.layout, rival_to_page, size)
    gained, differs = 0.0, 0.0
    for top in range(_REACH_PX, size[1] - _TILE_PX - _REACH_PX + 1, _TILE_PX):
        for left in range(_REACH_PX, size[0] - _TILE_PX - _REACH_PX + 1, _TILE_PX):
            tile = (slice(top, top + _TILE_PX), slice(left, left + _TILE_PX))
            mask = free[tile]
            if float((((own[tile] - other[tile]) ** 2) * mask).sum()) < _LEAST_INK_PX:
                continue
            difference = _misfit(own, other[tile], mask, tile)
            if difference >= _LEAST_INK_PX:
                gained += _misfit(seen, other[tile], mask, tile) - _misfit(seen, own[tile], mask, tile)
                differs += difference
    return PrintComparison(gained, differs)


def _misfit(image: Darkness, tile: Darkness, mask: Darkness, place: tuple[slice, slice]) -> float:
    """Return the squared difference of a piece of print to an image, at the best place near its own."""
    rows, columns = place
    around = image[rows.start - _REACH_PX : rows.stop + _REACH_PX, columns.start - _REACH_PX : columns.stop + _REACH_PX]
    return float(cv2.matchTemplate(around, np.ascontiguousarray(tile), cv2.TM_SQDIFF, mask=mask).min())


def _size_px(model: PageModel) -> tuple[int, int]:
    width_mm, height_mm = model.size_mm
    return round(width_mm / MM_PER_INCH * _DPI), round(height_mm / MM_PER_INCH * _DPI)


def _seen_darkness(
    image: WorkingImage, template_to_working: Homography, size: tuple[int, int], print_level: float
) -> Darkness:
    """Return the scan in the page's frame: 0.0 = paper, 1.0 = solid print."""
    to_working = template_to_working @ np.linalg.inv(_mm_to_px(_DPI))
    step = max(1, round(image.nominal_dpi / _DPI))
    reduced = cv2.blur(image.pixels, (step, step))
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpPerspective(reduced, to_working, size, flags=flags, borderValue=255).astype(np.float32)
    paper = cv2.blur(cv2.morphologyEx(seen, cv2.MORPH_CLOSE, np.ones((31, 31), np.uint8)), (31, 31))
    darkness = (paper - seen) / np.maximum(paper - np.float32(print_level), 40)
    return _smoothed(np.clip(darkness, 0, 1))


def _blank_darkness(model: PageModel, to_page: Homography, size: tuple[int, int]) -> Darkness:
    mapping = _mm_to_px(_DPI) @ to_page @ np.linalg.inv(_mm_to_px(_BLANK_DPI))
    step = _BLANK_DPI // _DPI
    reduced = cv2.blur(model.pixels, (step, step))
    blank = cv2.warpPerspective(reduced, mapping, size, flags=cv2.INTER_LINEAR, borderValue=255)
    return _smoothed(np.float32(1) - blank.astype(np.float32) / np.float32(255))


def _free_of_writing(layout: PageLayout, to_page: Homography, size: tuple[int, int]) -> Darkness:
    """Return 1.0 where nobody writes and copies do not differ, else 0.0."""
    free = np.ones((size[1], size[0]), np.float32)
    mapping = _mm_to_px(_DPI) @ to_page
    places = [area.rect for area in layout.areas] + [field.rect for field in layout.fields]
    places += [rect for rect in (layout.code, layout.code_text) if rect]
    for rect in places:
        left, top = rect.x_mm - _MARGIN_MM, rect.y_mm - _MARGIN_MM
        right, bottom = rect.x_mm + rect.w_mm + _MARGIN_MM, rect.y_mm + rect.h_mm + _MARGIN_MM
        corners = np.array([[(left, top), (right, top), (right, bottom), (left, bottom)]], np.float64)
        polygon = np.rint(cv2.perspectiveTransform(corners, mapping)).astype(np.int32)
        cv2.fillConvexPoly(free, polygon[0], 0.0)
    return free


def _smoothed(darkness: NDArray[np.float32]) -> Darkness:
    return np.asarray(cv2.GaussianBlur(darkness, (0, 0), 1.0), np.float32)


def _mm_to_px(dpi: float) -> Homography:
    scale = dpi / MM_PER_INCH
    return np.array([[scale, 0.0, -0.5], [0.0, scale, -0.5], [0.0, 0.0, 1.0]])
