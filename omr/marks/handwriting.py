"""Whether anybody wrote into a text field, and whether it can be seen at all."""

from dataclasses import dataclass

import numpy as np

from form_templates.model import ItemId, Rect
from omr.geometry import MM_PER_INCH, Homography, Points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WORKING_DPI
from omr.marks.measuring import INK_LEVEL
from omr.marks.missing_areas import lies_outside
from omr.opencv import cv2
from omr.registration.located_page import LocatedPage
from omr.results import Flag

_INSET_MM = 0.5  # frames are printed at the edge of a field
_THICKEST_RULE_PX = round(0.7 * WORKING_DPI / MM_PER_INCH)
_AROUND_MM = 8.0  # around a field: its question is printed there, and the lines to write on
_SOLID_PRINT = 100  # brightness of the blank page; pale rules vanish in many scans, letters do not
_LEAST_PRINT_PX = 150  # a few letters; with less there is nothing that could be missing
_LEAST_SHOWN = 0.2  # of the print around a field; a shift of the paper still shows a third by chance
_NO_PAPER, _SHADED = 0.5, 0.8  # of the page's paper: a ground darker than this is no paper, with or without print
_PRINT_REACH = np.ones((5, 5), np.uint8)  # print bleeds, and may lie a little off


@dataclass(frozen=True, slots=True)
class SeenFields:
    """What was seen of a page's text and number items.

    Attributes:
        ink_shares: Share of each one's field that is ink beyond the blank print, 0.0-1.0.
        unseen: Those whose field cannot be seen whole, and why.
    """

    ink_shares: dict[ItemId, float]
    unseen: dict[ItemId, Flag]


def measure_fields(page: LocatedPage) -> SeenFields:
    """Look at the field of each text or number item."""
    shares: dict[ItemId, float] = {}
    unseen: dict[ItemId, Flag] = {}
    for field in page.model.layout.fields:
        if field.option is None:
            share = _ink_share(page, field.rect)
            shares[field.item_id] = max(share, shares.get(field.item_id, 0.0))
            if flag := _why_unseen(page, field.rect):
                unseen[field.item_id] = flag
    return SeenFields(shares, unseen)


def _why_unseen(page: LocatedPage, rect: Rect) -> Flag | None:
    """Tell by the picture's edge, by the ground, and by the print in and around a field, whether it can be seen."""
    center, size = np.array([rect.center_mm]), np.array([[rect.w_mm, rect.h_mm]])
    moved = page.registration.correction.applied_to(center)
    if lies_outside(page.image.pixels, page.template_to_working, moved, size)[0]:
        return Flag.CUT_OFF
    seen, printed = _seen_and_printed(page, rect, -_AROUND_MM)
    ground, paper = float(np.percentile(seen, 75)), float(np.median(page.image.paper[::2, ::2]))
    is_print = printed < _SOLID_PRINT
    if is_print.sum() < _LEAST_PRINT_PX:
        return Flag.CUT_OFF if ground < _NO_PAPER * paper else None
    is_dark = (ground - seen.astype(np.float32)) / max(ground - page.print_level, 40) > 2 * INK_LEVEL
    shown = np.asarray(cv2.dilate(np.asarray(is_dark, np.uint8), _PRINT_REACH), np.bool_)[is_print].mean()
    if shown >= _LEAST_SHOWN:
        return None
    return Flag.CUT_OFF if ground < _SHADED * paper else Flag.HIDDEN


def _ink_share(page: LocatedPage, rect: Rect) -> float:
    """Count dark pixels where nothing is printed; rules are taken out as well, for they are seen where paper bends."""
    seen, printed = _seen_and_printed(page, rect, _INSET_MM)
    ink, printed = _ink(seen, page.print_level), _ink(printed, 0.0)
    return float((ink & ~_rules(ink) & ~np.asarray(cv2.dilate(printed, _PRINT_REACH), np.uint8)).mean())


def _seen_and_printed(page: LocatedPage, rect: Rect, inset_mm: float) -> tuple[GrayImage, GrayImage]:
    """Return a piece of the page and of its blank print, less a strip all around."""
    scale = WORKING_DPI / MM_PER_INCH
    corner = np.array([(rect.x_mm + inset_mm, rect.y_mm + inset_mm)])
    size = (round((rect.w_mm - 2 * inset_mm) * scale), round((rect.h_mm - 2 * inset_mm) * scale))
    moved = page.registration.correction.applied_to(corner)
    blank_scale = page.model.blank_px_per_mm
    to_blank = np.array([[blank_scale, 0, -0.5], [0, blank_scale, -0.5], [0, 0, 1.0]])
    seen = _cut(page.image.pixels, page.template_to_working, moved, size)
    return seen, _cut(page.model.pixels, to_blank, corner, size)


def _cut(pixels: GrayImage, template_to_pixels: Homography, corner_mm: Points, size: tuple[int, int]) -> GrayImage:
    """Return a piece of the page, upright, at the working resolution."""
    scale = WORKING_DPI / MM_PER_INCH
    to_template = np.array([[1 / scale, 0, corner_mm[0, 0]], [0, 1 / scale, corner_mm[0, 1]], [0, 0, 1.0]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    piece = cv2.warpPerspective(pixels, template_to_pixels @ to_template, size, flags=flags, borderValue=255)
    return np.asarray(piece, np.uint8)


def _ink(piece: GrayImage, print_level: float) -> GrayImage:
    paper = float(np.percentile(piece, 75))
    contrast = max(paper - print_level, 40)
    return np.asarray((paper - piece.astype(np.float32)) / contrast > 2 * INK_LEVEL, np.uint8)


def _rules(ink: GrayImage) -> GrayImage:
    """Return the printed writing lines: long dark or dotted runs, a little thickened.

    Small dense writing runs on as well, but is higher than any rule is thick.
    """
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 9), np.uint8))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, 91), np.uint8))
    thick = cv2.morphologyEx(runs, cv2.MORPH_OPEN, np.ones((_THICKEST_RULE_PX + 1, 1), np.uint8))
    return np.asarray(cv2.dilate(runs & ~thick, np.ones((5, 1), np.uint8)), np.uint8)
