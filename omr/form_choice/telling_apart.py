"""Two blank pages that may lie under a scan: where their print differs, which of them does the scan show?

Versions of a form share most of their print, and whole pages then resemble both alike. So only the places count where
the two differ, piece by piece, each piece shifted a little to where it fits best, for paper is not quite flat.

Blank pages that were rebuilt from scans are softer than others, greyer and paler, and a scan may be nearer to either
for that alone. So both and the scan are brought to the same paper, sharpness and darkness of print first.
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
_LEAST_SHARE = 0.2  # of a tile's print must differ; what no levelling evens out differs less
_PAPER_PX = 31  # wider than any stroke
_BLURS_PX = (0.5, 0.7, 0.9, 1.1, 1.3, 1.6, 2.0, 2.5)
_AS_SHARP = 1.05
_DARKEST_PERCENT, _PRINT_SHARE = 99.5, 0.4
_USUAL_LEVEL, _LEAST_LEVEL = 0.5, 0.05
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
    free = _free_of_writing(page.model.layout, np.eye(3), size) * _free_of_writing(rival.layout, rival_to_page, size)
    own, other, seen = _alike(
        _blank_darkness(page.model, np.eye(3), size),
        _blank_darkness(rival, rival_to_page, size),
        _seen_darkness(page.image, page.template_to_working, size, page.print_level),
        free,
    )
    gained, differs = 0.0, 0.0
    for top in range(_REACH_PX, size[1] - _TILE_PX - _REACH_PX + 1, _TILE_PX):
        for left in range(_REACH_PX, size[0] - _TILE_PX - _REACH_PX + 1, _TILE_PX):
            tile = (slice(top, top + _TILE_PX), slice(left, left + _TILE_PX))
            mask = free[tile]
            if float((((own[tile] - other[tile]) ** 2) * mask).sum()) < _LEAST_INK_PX:
                continue
            difference = _misfit(own, other[tile], mask, tile)
            ink = max(float((piece[tile] ** 2 * mask).sum()) for piece in (own, other))
            if difference >= max(_LEAST_INK_PX, _LEAST_SHARE * ink):
                gained += _misfit(seen, other[tile], mask, tile) - _misfit(seen, own[tile], mask, tile)
                differs += difference
    return PrintComparison(gained, differs)


def _alike(own: Darkness, other: Darkness, seen: Darkness, free: Darkness) -> list[Darkness]:
    """Return the print of two blank pages and of a scan as if all were printed and scanned alike."""
    printed = [_without_paper(each) for each in (own, other, seen)]
    softest = min(_sharpness(each, free) for each in printed[:2])
    return [_with_usual_level(_softened(each, softest, free), free) for each in printed]


def _without_paper(darkness: Darkness) -> Darkness:
    around = (_PAPER_PX, _PAPER_PX)
    paper = cv2.blur(cv2.morphologyEx(darkness, cv2.MORPH_OPEN, np.ones(around, np.uint8)), around)
    return np.asarray(np.maximum(darkness - paper, 0), np.float32)


def _sharpness(darkness: Darkness, free: Darkness) -> float:
    """Return the share of print that changes from pixel to pixel: less where it is soft, whatever its level."""
    inner = darkness[1:, 1:]
    steps = (inner - darkness[1:, :-1]) ** 2 + (inner - darkness[:-1, 1:]) ** 2
    return float((steps * free[1:, 1:]).sum() / max(float((inner**2 * free[1:, 1:]).sum()), 1e-6))


def _softened(darkness: Darkness, sharpness: float, free: Darkness) -> Darkness:
    """Return a page no sharper than another."""
    soft = darkness
    for blur_px in _BLURS_PX:
        if _sharpness(soft, free) <= sharpness * _AS_SHARP:
            break
        soft = np.asarray(cv2.GaussianBlur(darkness, (0, 0), blur_px), np.float32)
    return soft


def _with_usual_level(darkness: Darkness, free: Darkness) -> Darkness:
    """Return a page with its print as dark as that of others."""
    bare = darkness[free > 0]
    if not len(bare):
        return darkness
    print_ = bare[bare > _PRINT_SHARE * np.percentile(bare, _DARKEST_PERCENT)]
    level = float(np.sqrt((print_**2).mean())) if len(print_) else 0.0
    return np.asarray(darkness * (_USUAL_LEVEL / max(level, _LEAST_LEVEL)), np.float32)


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
