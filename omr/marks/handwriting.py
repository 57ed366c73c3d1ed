"""Whether anybody wrote into a text field."""

import numpy as np

from form_templates.model import ItemId, Rect
from omr.geometry import MM_PER_INCH
from omr.images.preprocess import WORKING_DPI
from omr.marks.measuring import INK_LEVEL
from omr.opencv import cv2
from omr.registration.located_page import LocatedPage

_INSET_MM = 0.5  # frames are printed at the edge of a field


def measure_fields(page: LocatedPage) -> dict[ItemId, float]:
    """Return the share of each text or number item's field that is ink beyond the blank print, 0.0-1.0."""
    shares: dict[ItemId, float] = {}
    for field in page.model.layout.fields:
        if field.option is None:
            share = _ink_share(page, field.rect)
            shares[field.item_id] = max(share, shares.get(field.item_id, 0.0))
    return shares


def _ink_share(page: LocatedPage, rect: Rect) -> float:
    """Count dark pixels after long horizontal lines, the printed rules, are taken out."""
    scale = WORKING_DPI / MM_PER_INCH
    corner = np.array([(rect.x_mm + _INSET_MM, rect.y_mm + _INSET_MM)])
    start = page.registration.correction.applied_to(corner)[0]
    to_template = np.array([[1 / scale, 0, start[0]], [0, 1 / scale, start[1]], [0, 0, 1.0]])
    size = (round((rect.w_mm - 2 * _INSET_MM) * scale), round((rect.h_mm - 2 * _INSET_MM) * scale))
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpPerspective(
        page.image.pixels, page.template_to_working @ to_template, size, flags=flags, borderValue=255
    )
    paper = float(np.percentile(seen, 75))
    contrast = max(paper - page.print_level, 40)
    ink = ((paper - seen.astype(np.float32)) / contrast > 2 * INK_LEVEL).astype(np.uint8)
    return float((ink & ~_rules(ink)).mean())


def _rules(ink: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return the printed writing lines: dark or dotted runs over most of the width, a little thickened."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 9), np.uint8))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, 91), np.uint8))
    return np.asarray(cv2.dilate(runs, np.ones((5, 1), np.uint8)), np.uint8)
