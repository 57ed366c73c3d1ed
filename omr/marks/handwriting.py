"""Whether anybody wrote into a text field."""

import numpy as np

from form_templates.model import ItemId, Rect
from omr.geometry import MM_PER_INCH, Homography, Points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WORKING_DPI
from omr.marks.measuring import INK_LEVEL
from omr.opencv import cv2
from omr.registration.located_page import LocatedPage

_INSET_MM = 0.5  # frames are printed at the edge of a field
_THICKEST_RULE_PX = round(0.7 * WORKING_DPI / MM_PER_INCH)
_PRINT_REACH = np.ones((5, 5), np.uint8)  # print bleeds, and may lie a little off


def measure_fields(page: LocatedPage) -> dict[ItemId, float]:
    """Return the share of each text or number item's field that is ink beyond the blank print, 0.0-1.0."""
    shares: dict[ItemId, float] = {}
    for field in page.model.layout.fields:
        if field.option is None:
            share = _ink_share(page, field.rect)
            shares[field.item_id] = max(share, shares.get(field.item_id, 0.0))
    return shares


def _ink_share(page: LocatedPage, rect: Rect) -> float:
    """Count dark pixels where nothing is printed; rules are taken out as well, for they are seen where paper bends."""
    scale = WORKING_DPI / MM_PER_INCH
    corner = np.array([(rect.x_mm + _INSET_MM, rect.y_mm + _INSET_MM)])
    size = (round((rect.w_mm - 2 * _INSET_MM) * scale), round((rect.h_mm - 2 * _INSET_MM) * scale))
    moved = page.registration.correction.applied_to(corner)
    seen = _cut(page.image.pixels, page.template_to_working, moved, size)
    ink = _ink(seen, page.print_level)
    blank_scale = page.model.blank_px_per_mm
    to_blank = np.array([[blank_scale, 0, -0.5], [0, blank_scale, -0.5], [0, 0, 1.0]])
    printed = _ink(_cut(page.model.pixels, to_blank, corner, size), 0.0)
    return float((ink & ~_rules(ink) & ~np.asarray(cv2.dilate(printed, _PRINT_REACH), np.uint8)).mean())


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
