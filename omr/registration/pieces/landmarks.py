"""Landmarks: small pieces of print, unlike anything around them, that show where the paper lies between the corners.

Response areas look alike, and the next one is a few millimetres away; a piece of text or the end of a rule does not.
Landmarks lie outside everything that people fill in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from form_templates.model import PageLayout, Rect
from omr.geometry import MM_PER_INCH, Homography, Points, jacobians, map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WorkingImage, once_per_image
from omr.opencv import cv2

LANDMARK_DPI = 150
_PX_PER_MM = LANDMARK_DPI / MM_PER_INCH
SIDE_PX = 33
"""Side of a landmark, 5.6 mm: one or two letters, or a corner of a table."""

_SPACING_MM = 13.0
_SEARCHED_MM = 3.5  # how far around a landmark nothing may look like it
_UNIQUE = 0.72  # correlation of the best other place; print found again reaches 0.6 and more
_OWN_PX = 7  # closer than this the landmark finds itself
_MARGIN_MM = 1.2  # around what people fill in
_SMOOTHING_PX = 1.3  # so that the dots of dithered scans run together, and letters do not yet
_TEXTURE = 2e-4  # smallest eigenvalue of the gradients: below, there is print in one direction only, or none


@dataclass(frozen=True, eq=False)
class Landmarks:
    """Pieces of a blank page.

    Attributes:
        centers_mm: Where they are, (L, 2), template frame.
        prints: Darkness, (L, 33, 33) float32, paper = 0.0, solid print = 1.0, at ``LANDMARK_DPI``.
    """

    centers_mm: Points
    prints: NDArray[np.float32]

    @cached_property
    def contrasts(self) -> tuple[tuple[NDArray[np.float32], np.float32], ...]:
        """What each differs from its mean darkness, (33, 33), and the sum of the squares of that."""
        centred = [printed - printed.mean() for printed in self.prints]
        return tuple((each, (each * each).sum()) for each in centred)

    @cached_property
    def smoothed(self) -> "Landmarks":
        """They without what is finer than a letter, see ``without_dots``."""
        prints = [cv2.GaussianBlur(printed, (0, 0), _SMOOTHING_PX) for printed in self.prints]
        return Landmarks(self.centers_mm, np.array(prints, np.float32))

    def only(self, which: NDArray[np.int64]) -> "Landmarks":
        """Return some of them, by number."""
        return Landmarks(self.centers_mm[which], self.prints[which])


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """Where landmarks were found.

    Attributes:
        shifts_mm: How far from where they were expected, (L, 2), template frame.
        match: Correlation there, (L,); 0.0 for one that was not found.
        contrast: Grey levels between paper and solid print, (L,).
    """

    shifts_mm: NDArray[np.float64]
    match: NDArray[np.float64]
    contrast: NDArray[np.float64]


def choose_landmarks(blank: GrayImage, layout: PageLayout) -> Landmarks:
    """Choose landmarks all over a page: in every cell of a grid the piece with most print in both directions.

    Args:
        blank: The blank page, (H, W) uint8, at ``LANDMARK_DPI``.
        layout: What people fill in, which is left out.
    """
    texture = cv2.cornerMinEigenVal(blank, blockSize=SIDE_PX - 8, ksize=3)
    texture[_filled_in(layout, blank.shape)] = 0
    reach = SIDE_PX // 2 + round(_SEARCHED_MM * _PX_PER_MM)
    edge = SIDE_PX // 2 + 1
    texture[:edge] = texture[-edge:] = 0
    texture[:, :edge] = texture[:, -edge:] = 0
    step = round(_SPACING_MM * _PX_PER_MM)
    padded = cv2.copyMakeBorder(blank, reach, reach, reach, reach, cv2.BORDER_CONSTANT, value=255)
    chosen = [
        place
        for top in range(0, blank.shape[0], step)
        for left in range(0, blank.shape[1], step)
        if (place := _best_in(texture, top, left, step, padded, reach)) is not None
    ]
    centers = np.array(chosen, np.float64).reshape(-1, 2)
    half = SIDE_PX // 2
    prints = [blank[y - half : y + half + 1, x - half : x + half + 1] for x, y in chosen]
    darkness = 1 - np.array(prints, np.float32).reshape(-1, SIDE_PX, SIDE_PX) / np.float32(255)
    return Landmarks((centers + 0.5) / _PX_PER_MM, darkness)


@once_per_image
def without_dots(image: WorkingImage) -> GrayImage:
    """Return a scan without what is finer than a letter: for scans of dots and broken strokes."""
    return np.asarray(cv2.GaussianBlur(image.pixels, (0, 0), _SMOOTHING_PX), np.uint8)


def find_landmarks(
    pixels: GrayImage, template_to_pixels: Homography, landmarks: Landmarks, expected_mm: Points, reach_mm: float
) -> Sightings:
    """Look for landmarks around where they are expected.

    Args:
        pixels: The scan, (H, W) uint8.
        template_to_pixels: Homography to its pixels.
        landmarks: What to look for.
        expected_mm: Where each should be by what is known so far, (L, 2), template frame.
        reach_mm: How far to look.
    """
    reach = round(reach_mm * _PX_PER_MM)
    side = SIDE_PX + 2 * reach
    linear = jacobians(template_to_pixels, expected_mm) / _PX_PER_MM
    corners = map_points(template_to_pixels, expected_mm) - linear.sum(axis=2) * ((side - 1) / 2)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    count = len(expected_mm)
    shifts, match, contrast = np.zeros((count, 2)), np.zeros(count), np.zeros(count)
    for index, to_pixels in enumerate(np.concatenate([linear, corners[:, :, None]], axis=2)):
        window = cv2.warpAffine(pixels, to_pixels, (side, side), flags=flags, borderMode=cv2.BORDER_REPLICATE)
        dark = 255 - window.astype(np.float32)
        found = _best_place(dark, landmarks.prints[index], *landmarks.contrasts[index])
        if found is not None:
            (x, y), match[index], contrast[index] = found
            shifts[index] = (x - reach) / _PX_PER_MM, (y - reach) / _PX_PER_MM
    return Sightings(shifts, match, contrast)


def _best_place(
    dark: NDArray[np.float32], printed: NDArray[np.float32], centred: NDArray[np.float32], squares: np.float32
) -> tuple[tuple[float, float], float, float] | None:
    """Return where a print fits best, to a fraction of a pixel, how well, and its contrast; None at the rim."""
    scores = cv2.matchTemplate(dark, printed, cv2.TM_CCOEFF_NORMED)
    _, peak, _, (x, y) = cv2.minMaxLoc(scores)
    height, width = scores.shape
    if not (0 < x < width - 1 and 0 < y < height - 1) or not 0 < peak <= 1.001:
        return None
    around = scores[y - 1 : y + 2, x - 1 : x + 2].astype(np.float64)
    seen = dark[y : y + SIDE_PX, x : x + SIDE_PX]
    contrast = float((seen * centred).sum() / squares)
    return (x + _vertex(*around[1].tolist()), y + _vertex(*around[:, 1].tolist())), float(peak), contrast


def _vertex(before: float, peak: float, after: float) -> float:
    bend = 2 * peak - before - after
    return min(max((after - before) / (2 * bend), -0.5), 0.5) if bend > 1e-9 else 0.0


def _best_in(
    texture: NDArray[np.float32], top: int, left: int, step: int, padded: GrayImage, reach: int
) -> tuple[int, int] | None:
    """Return the place of most texture in a cell, (x, y); None if there is none unlike its surroundings."""
    cell = texture[top : top + step, left : left + step]
    _, strongest, _, (x, y) = cv2.minMaxLoc(cell)
    if strongest < _TEXTURE:
        return None
    x, y = x + left, y + top
    around = padded[y : y + 2 * reach + 1, x : x + 2 * reach + 1]  # padding moved the middle by the reach
    half = SIDE_PX // 2
    own = around[reach - half : reach + half + 1, reach - half : reach + half + 1]
    scores = cv2.matchTemplate(around, own, cv2.TM_CCOEFF_NORMED)
    middle = scores.shape[0] // 2
    scores[middle - _OWN_PX : middle + _OWN_PX + 1, middle - _OWN_PX : middle + _OWN_PX + 1] = 0
    return (x, y) if scores.max() < _UNIQUE else None


def _filled_in(layout: PageLayout, shape: Sequence[int]) -> NDArray[np.bool_]:
    """Return where a landmark's middle may not lie: it would reach into something that differs from sheet to sheet."""
    mask = np.zeros(shape, bool)
    for rect in _differing(layout):
        margin_mm = _MARGIN_MM + SIDE_PX / 2 / _PX_PER_MM
        left, top = (round(max(0.0, side - margin_mm) * _PX_PER_MM) for side in (rect.x_mm, rect.y_mm))
        right = round((rect.x_mm + rect.w_mm + margin_mm) * _PX_PER_MM)
        bottom = round((rect.y_mm + rect.h_mm + margin_mm) * _PX_PER_MM)
        mask[top:bottom, left:right] = True
    return mask


def _differing(layout: PageLayout) -> list[Rect]:
    places = [area.rect for area in layout.areas] + [field.rect for field in layout.fields]
    return places + [rect for rect in (layout.code, layout.code_text) if rect is not None]
