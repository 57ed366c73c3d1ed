"""See pieces of a page's own print, outlines and landmarks: where each is, and how far that is from where it should be.

What is seen here shows how the paper is bent or stretched; ``placing`` fits the local correction to it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import Homography, Points, map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WorkingImage
from omr.images.sampling import sample_patches
from omr.local_correction import LocalCorrection, fit_correction
from omr.registration.form_model import PageModel
from omr.registration.located_page import IdentifiedPage
from omr.registration.pieces.cells import see_cell_borders
from omr.registration.pieces.landmarks import Landmarks, Sightings, find_landmarks, without_dots
from omr.registration.pieces.outlines import see_outlines

LANDMARK_REACH_MM = 3.0
"""How far landmarks are looked for: as far as photographed paper curls between four fiducials."""

LANDMARK_MATCH = 0.55
"""Correlation from which a landmark counts as seen; another letter reaches 0.5."""

AGREES_MM = 0.6
"""A landmark farther from its neighbours' trend than this was found in the wrong place."""

MIN_LANDMARKS = 8
"""Landmarks that must be seen before anything is concluded from them."""

_FEATURE_REACH_MM = 1.6  # features leave less, and in dense forms the next area is near
_LANDMARK_WEIGHT = 1.5  # an outline's, which marks disturb, is 1 at most
_FEW_LANDMARKS = 0.3  # of a page's: fewer are seen where print is broken into dots
_LANDMARK_OUTLIER_MM = 0.4  # a landmark this far from its neighbours' trend counts half


@dataclass(frozen=True, slots=True, eq=False)
class SeenPrint:
    """Pieces of print that were looked for: M of them, outlines first, then landmarks if those were needed.

    Attributes:
        places_mm: Where they are printed, template frame, (M, 2).
        shifts_mm: How far from there they were found, (M, 2).
        weights: How much each is trusted, (M,); 0.0 for one that was not seen.
        outline_match: How well each response area's outline was seen, 0.0-1.0, (N,); 1.0 where none is printed.
        print_level: Brightness of solid print as the landmarks show it; None without them.
        landmarks: How many of the M, the last, are landmarks.
    """

    places_mm: Points
    shifts_mm: NDArray[np.float64]
    weights: NDArray[np.float64]
    outline_match: NDArray[np.float64]
    print_level: float | None = None
    landmarks: int = 0

    @property
    def is_seen(self) -> NDArray[np.bool_]:
        """Which of the pieces were found, (M,)."""
        return self.weights > 0


def see_page_outlines(image: WorkingImage, page: IdentifiedPage, correction: LocalCorrection) -> SeenPrint:
    """Look for the outline of every response area where the homography and ``correction`` put it."""
    geometry, outlines, borders = page.model.geometry, page.model.outlines, page.model.borders
    expected = correction.applied_to(geometry.centers_mm)
    patches = sample_patches(image.pixels, page.template_to_working, geometry, expected)
    seen = see_outlines(patches, outlines)
    cells = borders.areas
    seen_cells = see_cell_borders(image.pixels, page.template_to_working, borders, expected[cells])
    printed = page.model.is_outline_printed
    shifts = expected + seen.shifts_mm - geometry.centers_mm
    shifts[cells] = expected[cells] + seen_cells.shifts_mm - geometry.centers_mm[cells]
    match = np.where(printed, np.where(seen.is_seen, seen.match, 0.0), 1.0)
    match[cells] = np.where(borders.is_printed, np.where(seen_cells.is_seen, seen_cells.match, 0.0), 1.0)
    return SeenPrint(geometry.centers_mm[printed], shifts[printed], match[printed], match)


def see_page_landmarks(image: WorkingImage, page: IdentifiedPage) -> SeenPrint:
    """Look for the page's landmarks where what is known so far puts them; those that disagree count as not seen."""
    landmarks = page.model.landmarks
    expected = page.correction.applied_to(landmarks.centers_mm)
    reach_mm = LANDMARK_REACH_MM if page.fiducials else _FEATURE_REACH_MM
    found = look_for_landmarks(image, page.model, page.template_to_working, expected, reach_mm).sightings
    is_seen = found.match >= LANDMARK_MATCH
    shifts = expected + found.shifts_mm - landmarks.centers_mm
    trust = np.where(is_seen, found.match, 0.0)
    correction = fit_correction(landmarks.centers_mm, shifts, trust, page.model.grid, _LANDMARK_OUTLIER_MM)
    misfit = np.linalg.norm(correction.applied_to(landmarks.centers_mm) - landmarks.centers_mm - shifts, axis=1)
    is_seen &= misfit < AGREES_MM
    weights = np.where(is_seen, _LANDMARK_WEIGHT * found.match, 0.0)
    level = None
    if is_seen.sum() >= MIN_LANDMARKS:
        x, y = map_points(page.template_to_working, expected[is_seen]).T
        level = float(np.median(image.paper_at(x, y)) - np.median(found.contrast[is_seen]))
    return SeenPrint(landmarks.centers_mm, shifts, weights, np.zeros(0), level, len(weights))


@dataclass(frozen=True, slots=True, eq=False)
class LandmarkLook:
    """How landmarks are looked for on a page, and what was found so.

    Attributes:
        pixels: The page as it is, or without its dots.
        landmarks: The landmarks as they are, or their coarse shape.
        sightings: What was found.
    """

    pixels: GrayImage
    landmarks: Landmarks
    sightings: Sightings

    @property
    def seen(self) -> int:
        """How many were seen."""
        return int((self.sightings.match >= LANDMARK_MATCH).sum())


def look_for_landmarks(
    image: WorkingImage, model: PageModel, template_to_working: Homography, expected_mm: Points, reach_mm: float
) -> LandmarkLook:
    """Look for landmarks as they are, and where hardly any is seen, for their coarse shape.

    Args:
        image: The page.
        model: Which page it is.
        template_to_working: Homography, template mm to working pixels.
        expected_mm: Where each landmark should be by what is known so far, (L, 2), template frame.
        reach_mm: How far around to look.
    """

    def look(pixels: GrayImage, landmarks: Landmarks) -> LandmarkLook:
        found = find_landmarks(pixels, template_to_working, landmarks, expected_mm, reach_mm)
        return LandmarkLook(pixels, landmarks, found)

    sharp = look(image.pixels, model.landmarks)
    if sharp.seen >= _FEW_LANDMARKS * len(expected_mm):
        return sharp
    coarse = look(without_dots(image), model.landmarks.smoothed)
    return coarse if coarse.seen > sharp.seen else sharp


def with_landmarks(outlines: SeenPrint, landmarks: SeenPrint) -> SeenPrint:
    """Return outlines and landmarks together."""
    return SeenPrint(
        np.concatenate([outlines.places_mm, landmarks.places_mm]),
        np.concatenate([outlines.shifts_mm, landmarks.shifts_mm]),
        np.concatenate([outlines.weights, landmarks.weights]),
        outlines.outline_match,
        landmarks.print_level,
        landmarks.landmarks,
    )


def no_print() -> SeenPrint:
    """Return what is seen of the outlines of a page that has no response areas: none."""
    nothing = np.zeros(0)
    return SeenPrint(np.zeros((0, 2)), np.zeros((0, 2)), nothing, nothing)
