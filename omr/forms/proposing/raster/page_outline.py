"""Find the sheet of paper in a photograph, or in a scan that shows more than the sheet."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.images.page_image import GrayImage
from omr.opencv import cv2

_LOOK_PX = 700  # longer side of what is looked at
_LEAST_SHARE = 0.25  # of the image that a sheet takes up
_FILLS = 0.94  # of its corners' quadrilateral
_WHOLE_SHARE = 0.97  # of the image: the sheet is all there is
_LEAST_LIGHTER = 22  # grey levels of paper above what lies around it
_STEPS = (0, *(sign * step for step in range(6, 49, 6) for sign in (1, -1)))
"""Grey levels from the one that parts an image best to those that are tried: paper may be half in shadow."""
_POINTS, _BESIDE_PX, _LEAST_EDGE, _MOST_UNCLEAR = 30, 9, 8, 12  # along a side; off it; grey levels; % that may be less
_TRIM = 0.004  # of the sides: the shadow at the paper's edge


@dataclass(frozen=True, slots=True, eq=False)
class FoundSheet:
    """A sheet in an image.

    Attributes:
        corners: Upper left, upper right, lower right, lower left, px, (4, 2) float32.
        size: Width and height as far as its edges tell, px.
    """

    corners: NDArray[np.float32]
    size: tuple[float, float]

    def laid_flat(self, grey: GrayImage, size: tuple[int, int]) -> GrayImage:
        """Return the sheet at a width and height in px."""
        width, height = size
        target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32) - np.float32(0.5)
        mapping = cv2.getPerspectiveTransform(self.corners, target)
        flat = cv2.warpPerspective(grey, mapping, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(flat, np.uint8)


def find_sheet(grey: GrayImage) -> FoundSheet | None:
    """Return the sheet in an image; None where the image shows nothing but a sheet, or no sheet that can be told."""
    scale = min(_LOOK_PX / max(grey.shape), 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    smooth = cv2.GaussianBlur(closed, (0, 0), 2.0)
    limit, _ = cv2.threshold(smooth, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    sheets = (_sheet_at(smooth, limit + step) for step in _STEPS)
    clear = (sheet for sheet in sheets if sheet is not None and _ends_at_its_edges(smooth, sheet))
    corners = next(clear, None)
    corners = _sheet_at(smooth, limit) if corners is None else corners
    return None if corners is None else _sheet(corners, scale, small.shape)


def _sheet_at(smooth: GrayImage, limit: float) -> NDArray[np.float32] | None:
    """Return the corners of a sheet lighter than a grey level, with darker around it; None if there is none."""
    light = smooth > limit
    if not 0 < light.mean() <= _WHOLE_SHARE or not 0 < limit < 255:
        return None
    if float(np.median(smooth[light])) - float(np.median(smooth[~light])) < _LEAST_LIGHTER:
        return None
    outlines, _ = cv2.findContours(np.asarray(light, np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(outlines, key=cv2.contourArea)
    hull = cv2.convexHull(largest)
    area = cv2.contourArea(hull)
    if not _LEAST_SHARE * smooth.size <= area <= _WHOLE_SHARE * smooth.size:
        return None
    corners = _corners(hull)
    if corners is None or area < _FILLS * cv2.contourArea(corners) or cv2.contourArea(largest) < 0.85 * area:
        return None
    return corners


def _ends_at_its_edges(smooth: GrayImage, corners: NDArray[np.float32]) -> bool:
    """Whether it is clearly darker just outside of every side: uneven light on paper or desk makes no such edge."""
    height, width = smooth.shape
    along = np.linspace(0.1, 0.9, _POINTS)[:, None]
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        across = np.array([end[1] - start[1], start[0] - end[0]]) / max(float(np.linalg.norm(end - start)), 1.0)
        points = start + along * (end - start)
        inner, outer = (np.rint(points + way * _BESIDE_PX * across).astype(int) for way in (-1, 1))
        is_seen = ((outer >= 0) & (outer < (width, height)) & (inner >= 0) & (inner < (width, height))).all(axis=1)
        if not is_seen.any():
            continue  # the sheet goes on beyond the image there
        (inner_x, inner_y), (outer_x, outer_y) = inner[is_seen].T, outer[is_seen].T
        darker = smooth[inner_y, inner_x].astype(int) - smooth[outer_y, outer_x]
        if np.percentile(darker, _MOST_UNCLEAR) < _LEAST_EDGE:
            return False
    return True


def _corners(hull: NDArray[np.int32]) -> NDArray[np.float32] | None:
    """Return the four corners of an outline in order; None if it has not four."""
    around = cv2.arcLength(hull, True)
    for share in (0.01, 0.02, 0.03, 0.045, 0.06):
        found = cv2.approxPolyDP(hull, share * around, True).reshape(-1, 2).astype(np.float32)
        if len(found) == 4 and cv2.isContourConvex(found.astype(np.int32)):
            return _ordered(found)
        if len(found) < 4:
            return None
    return None


def _ordered(corners: NDArray[np.float32]) -> NDArray[np.float32]:
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ordered = corners[np.argsort(angles)]  # clockwise, from the left
    first = int((ordered.sum(axis=1)).argmin())
    return np.roll(ordered, -first, axis=0)


def _sheet(corners: NDArray[np.float32], scale: float, shape: tuple[int, ...]) -> FoundSheet | None:
    height, width = shape[:2]
    inside = [2 <= x <= width - 3 and 2 <= y <= height - 3 for x, y in corners]
    if sum(inside) < 2:
        return None  # it fills the image; what was cut is its shadow
    middle = corners.mean(axis=0)
    trimmed = middle + (corners - middle) * np.float32(1 - 2 * _TRIM)
    full = (trimmed + np.float32(0.5)) / np.float32(scale) - np.float32(0.5)
    sides = [float(np.linalg.norm(full[(number + 1) % 4] - full[number])) for number in range(4)]
    return FoundSheet(full.astype(np.float32), ((sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2))
