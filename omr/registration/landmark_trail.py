"""Follow a page's landmarks from those that were seen already outwards, never farther than the print so far carries.

A dense grid looks the same one row further, so nothing but landmarks may say which row is which; and the next row's
text looks much like a landmark's own. So a landmark is looked for only where its neighbours, once they are found, put
it: each step is short, and its error a fraction of a row. Where landmarks are too far apart for that, outlines of
response areas carry on row by row.

Start at ``follow_landmarks``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import Homography, map_points, scale_at
from omr.images.preprocess import WorkingImage
from omr.images.sampling import sample_patches
from omr.local_correction import LocalCorrection, fit_correction
from omr.registration.form_model import PageModel
from omr.registration.pieces.landmarks import find_landmarks
from omr.registration.pieces.outlines import MIN_MATCH, see_outlines
from omr.registration.print_features import fit_robustly
from omr.registration.seen_print import (
    AGREES_MM,
    LANDMARK_MATCH,
    LANDMARK_REACH_MM,
    MIN_LANDMARKS,
    LandmarkLook,
    look_for_landmarks,
)

_STEPS_MM = (15.0, 25.0)  # from the nearest piece found to a landmark; the longer only where the shorter finds none
_OUTLINE_STEP_MM = 12.0  # to outlines: two rows, over which the trend is off by a fraction of one
_LAST_STEP_MM = 45.0  # to a landmark, over empty paper
_MOST_STEPS = 60  # across a page and back, row by row
_WELL_FOUND = 0.9  # of the landmarks: the others are hidden, and no outlines are needed to get to them
_MOVED_MM = 0.5  # a piece that was not found is looked for again when its neighbours put it so far from there
_OWN_SHARE = 0.85  # of the correlation of the page's well seen landmarks: another row's text reaches less
_ASTRAY_MM = 1.2  # a landmark this far from the trend of the others is looked for again


@dataclass(frozen=True, slots=True, eq=False)
class _PageLie:
    """Where a page lies by what is known so far.

    Attributes:
        template_to_working: Homography, template mm to working pixels.
        correction: What it leaves.
    """

    template_to_working: Homography
    correction: LocalCorrection


def follow_landmarks(
    image: WorkingImage, model: PageModel, template_to_working: Homography, correction: LocalCorrection
) -> tuple[Homography, LocalCorrection]:
    """Improve what is known of a page's place by its landmarks.

    Args:
        image: The page.
        model: Which page it is.
        template_to_working: Homography known so far, template mm to working pixels.
        correction: Local correction known so far.

    Returns:
        Homography and correction; those given, where too few landmarks are seen.
    """
    expected = correction.applied_to(model.landmarks.centers_mm)
    first = look_for_landmarks(image, model, template_to_working, expected, LANDMARK_REACH_MM)
    if first.seen < MIN_LANDMARKS:
        return template_to_working, correction
    trail = _Trail(image, first, model, _PageLie(template_to_working, correction))
    for _ in range(_MOST_STEPS):
        if not trail.go_on():
            break
    return trail.place.template_to_working, trail.place.correction


class _Trail:
    """The pieces of a page's print that were found so far, landmarks first and then outlines, and what these tell.

    Attributes:
        place: Where the page lies by them.
    """

    def __init__(self, image: WorkingImage, first: LandmarkLook, model: PageModel, place: _PageLie) -> None:
        """Begin with the landmarks of a first look, made from ``place``, that agree with one another."""
        self.place = place
        self._image = image
        self._look = first
        self._model = model
        self._areas = np.setdiff1d(np.flatnonzero(model.outlines.is_printed), model.borders.areas)
        landmarks = model.landmarks.centers_mm
        self._landmarks = len(landmarks)
        self._places_mm = np.concatenate([landmarks, model.geometry.centers_mm[self._areas]])
        self._distances_mm = np.linalg.norm(self._places_mm[:, None] - self._places_mm[None], axis=2)
        self._looked_at_px = np.full(self._places_mm.shape, np.inf)
        self._px_per_mm = scale_at(place.template_to_working, tuple(landmarks.mean(axis=0)))
        self._match = np.zeros(len(self._places_mm))
        self._found_px = np.zeros(self._places_mm.shape)
        well_seen = float(np.percentile(first.sightings.match[first.sightings.match >= LANDMARK_MATCH], 80))
        self._least_match = max(LANDMARK_MATCH, _OWN_SHARE * well_seen)
        self._keep(np.arange(len(landmarks)), first.sightings.shifts_mm, first.sightings.match, self._least_match)
        self._refit(keep_agreeing=True)

    def go_on(self) -> bool:
        """Look for what is next to the pieces found, the surest first; tell whether more are found."""
        if any(self._find_landmarks(step_mm) for step_mm in _STEPS_MM):
            return True
        if (self._match[: self._landmarks] > 0).mean() < _WELL_FOUND and self._find_outlines():
            return True
        return self._find_landmarks(_LAST_STEP_MM)

    def _find_landmarks(self, step_mm: float) -> bool:
        wanted = self._wanted(step_mm, slice(0, self._landmarks))
        if not len(wanted):
            return False
        landmarks = self._look.landmarks.only(wanted)
        expected = self.place.correction.applied_to(landmarks.centers_mm)
        mapping = self.place.template_to_working
        seen = find_landmarks(self._look.pixels, mapping, landmarks, expected, LANDMARK_REACH_MM)
        return self._keep(wanted, seen.shifts_mm, seen.match, self._least_match) and self._refit()

    def _find_outlines(self) -> bool:
        wanted = self._wanted(_OUTLINE_STEP_MM, slice(self._landmarks, None))
        if not len(wanted):
            return False
        areas = self._areas[wanted - self._landmarks]
        geometry = self._model.geometry.only(areas)
        expected = self.place.correction.applied_to(geometry.centers_mm)
        patches = sample_patches(self._image.pixels, self.place.template_to_working, geometry, expected)
        seen = see_outlines(patches, self._model.outlines.only(areas))
        match = np.where(seen.is_seen, seen.match, 0.0)
        return self._keep(wanted, seen.shifts_mm, match, MIN_MATCH) and self._refit()

    def _wanted(self, step_mm: float, kind: slice) -> NDArray[np.int64]:
        """Return which pieces of a kind are next to those found, and were not looked for there before."""
        is_found = self._match > 0
        nearest_mm = self._distances_mm[:, is_found].min(axis=1, initial=np.inf)
        expected_px = map_points(self.place.template_to_working, self.place.correction.applied_to(self._places_mm))
        moved_px = np.linalg.norm(expected_px - self._looked_at_px, axis=1)
        is_wanted = ~is_found & (moved_px > _MOVED_MM * self._px_per_mm) & (nearest_mm < step_mm)
        wanted = np.arange(len(is_found))[kind][is_wanted[kind]]
        self._looked_at_px[wanted] = expected_px[wanted]
        return np.asarray(wanted)

    def _keep(
        self, which: NDArray[np.int64], shifts_mm: NDArray[np.float64], match: NDArray[np.float64], least: float
    ) -> bool:
        """Keep the pieces that match well enough, given how far from their expected places; tell whether any does."""
        is_own = match >= least
        own = which[is_own]
        expected = self.place.correction.applied_to(self._places_mm[own])
        self._match[own] = match[is_own]
        self._found_px[own] = map_points(self.place.template_to_working, expected + shifts_mm[is_own])
        return bool(is_own.any())

    def _refit(self, *, keep_agreeing: bool = False) -> bool:
        """Fit the place to the pieces found, and forget those that are astray; tell whether it could be fitted.

        Args:
            keep_agreeing: Whether only those stay that one homography explains.
        """
        found = np.flatnonzero(self._match > 0)
        places, target = self._places_mm[found], self._found_px[found]
        if len(found) < MIN_LANDMARKS:
            return False
        mapping = fit_robustly(places, target, AGREES_MM * self._px_per_mm)
        if mapping is None:
            return False
        shifts = map_points(np.asarray(np.linalg.inv(mapping)), target) - places
        trust = self._match[found]
        if keep_agreeing:
            trust = np.where(np.linalg.norm(shifts, axis=1) < _ASTRAY_MM, trust, 0.0)
        correction = fit_correction(places, shifts, trust, self._model.grid, AGREES_MM)
        misfit_mm = np.linalg.norm(correction.shifts_at(places) - shifts, axis=1)
        self._match[found[(misfit_mm > _ASTRAY_MM) | (trust == 0)]] = 0.0
        self.place = _PageLie(mapping, correction)
        return True
