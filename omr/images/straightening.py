"""A scanned page drawn as flat paper, in the frame of its template."""

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.geometry import Homography, Points, map_points, reduced_to_scan, scale_at
from omr.images.page_image import PageImage
from omr.opencv import cv2
from omr.results import Registration

ColourImage = NDArray[np.uint8]
"""(H, W, 3) uint8, BGR."""

_KNOT_PX = 16
_BEYOND_THE_SCAN = (235, 235, 235)


def straightened(page: PageImage, registration: Registration, place: Rect, px_per_mm: float) -> ColourImage:
    """Draw a piece of the template as it lies in the scan, straightened however the paper is bent.

    1. The way into the picture is worked out at every ``_KNOT_PX``-th pixel and followed in straight lines between.
    2. The part of the picture that it leads to is smoothed where it is finer than what is drawn, for sampling alone
       would skip pixels and break thin lines.

    Args:
        page: In colour, at any resolution.
        registration: Where the page's template lies in the scan.
        place: The piece, template frame.
        px_per_mm: Of what is drawn.
    """
    width, height = round(place.w_mm * px_per_mm), round(place.h_mm * px_per_mm)
    scan_to_page = np.linalg.inv(reduced_to_scan(page.shrink))
    template_to_page = scan_to_page @ np.array(registration.template_to_scan).reshape(3, 3)
    columns, rows = -(-width // _KNOT_PX) + 1, -(-height // _KNOT_PX) + 1
    y, x = np.mgrid[:rows, :columns].reshape(2, -1) * (_KNOT_PX / px_per_mm)
    knots_mm = registration.correction.applied_to(np.column_stack([x + place.x_mm, y + place.y_mm]))
    knots = map_points(template_to_page, knots_mm)
    reduction = max(1, round(scale_at(template_to_page, place.center_mm) / px_per_mm))
    corner, piece = _piece_around(page.pixels, knots, reduction)
    way = (knots - corner).reshape(rows, columns, 2).astype(np.float32)
    between: Homography = np.array([[1 / _KNOT_PX, 0.0, 0.0], [0.0, 1 / _KNOT_PX, 0.0]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    to_piece = cv2.warpAffine(way, between, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    smooth = cv2.blur(piece, (reduction, reduction)) if reduction > 1 else piece
    drawn = cv2.remap(smooth, to_piece, None, cv2.INTER_LINEAR, borderValue=_BEYOND_THE_SCAN)
    return np.ascontiguousarray(drawn, np.uint8)


def _piece_around(pixels: ColourImage, points: Points, margin_px: int) -> tuple[tuple[int, int], ColourImage]:
    """Return the part of a picture that holds ``points``, and its top-left corner (x, y); never empty."""
    height, width = pixels.shape[:2]
    low, high = np.floor(points.min(axis=0)) - margin_px, np.ceil(points.max(axis=0)) + margin_px + 2
    x0, x1 = (int(value) for value in np.clip((low[0], high[0]), (0, 1), (width - 1, width)))
    y0, y1 = (int(value) for value in np.clip((low[1], high[1]), (0, 1), (height - 1, height)))
    return (x0, y0), pixels[y0:y1, x0:x1]
