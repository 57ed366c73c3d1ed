"""Lines that dirt on a scanner's glass draws along a whole picture -> the picture without them."""

import numpy as np
from numpy.typing import NDArray

from omr.images.page_image import GrayImage
from omr.opencv import cv2

_ALONG = 0.97  # share of the picture's length: rules end at the margin, and are askew where the page is
_DARKER = 15  # grey levels below the paper on both sides
_THICKEST = 1 / 250  # of the picture's width: 0.8 mm of A4
_SMOOTHED = 1 / 120  # likewise, along the line, against grain
_MOST_LINES = 12  # more are lined paper


def without_scanner_lines(grey: GrayImage) -> GrayImage:
    """Return a picture as scanned, (H, W) uint8, without lines that run straight from edge to edge."""
    upright = _without_upright(grey)
    level = _without_upright(np.ascontiguousarray(upright.T))
    return np.ascontiguousarray(level.T)


def _without_upright(grey: GrayImage) -> GrayImage:
    columns = _line_columns(grey)
    bands = _bands(columns)
    if not 0 < len(bands) <= _MOST_LINES:
        return grey
    clean = grey.copy()
    for left, right in bands:
        before, behind = max(left - 2, 0), min(right + 2, grey.shape[1] - 1)
        # what crosses the line goes on through it
        clean[:, before + 1 : behind] = np.maximum(grey[:, before], grey[:, behind])[:, np.newaxis]
    return clean


def _line_columns(grey: GrayImage) -> NDArray[np.bool_]:
    """Return which columns are darker than what is beside them nearly all along, (W,) bool."""
    width = grey.shape[1]
    across, along = 2 * max(round(width * _THICKEST), 2) + 1, max(round(width * _SMOOTHED), 3)
    smooth = cv2.blur(grey, (1, along))
    over = cv2.morphologyEx(smooth, cv2.MORPH_BLACKHAT, np.ones((1, across), np.uint8))
    over = cv2.dilate(over, np.ones((1, 3), np.uint8))
    return np.asarray((over > _DARKER).mean(axis=0) > _ALONG, np.bool_)


def _bands(columns: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the first and the last of columns that lie side by side."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], columns, [False])).astype(np.int8)))
    return [(int(first), int(end) - 1) for first, end in edges.reshape(-1, 2)]
