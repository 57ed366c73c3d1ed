"""Place the response areas of an identified page: a smooth correction fitted to the print that is seen.

1. See the outline of every area where the homography puts it, and how far it is from there.
2. Fit a smooth shift to the outlines that are clearly seen, leaving out those that marks disturb.
3. Where the page is bent, or outlines are few, look for landmarks first, then for the outlines again.

Start at ``place_areas``.
"""

from dataclasses import replace

import numpy as np

from omr.images.preprocess import WorkingImage
from omr.local_correction import LocalCorrection, fit_correction
from omr.registration.located_page import IdentifiedPage, LocatedPage, RegistrationFailure
from omr.registration.page_identity import resemblance
from omr.registration.placement_doubts import Placement, located_by
from omr.registration.seen_print import (
    MIN_LANDMARKS,
    SeenPrint,
    no_print,
    see_page_landmarks,
    see_page_outlines,
    with_landmarks,
)
from omr.results import PageOutcome, Reason

SURE_SHARE = 0.75
"""Share of the print that nothing but the right place shows."""

_MIN_RESEMBLANCE = 0.35  # of a page without areas whose code was read; another page of the form reaches 0.2
_MIN_MATCHED_SHARE = 0.35  # marks hide outlines, but never most of them
_MIN_PRINT_SHARE = 0.40  # of outlines and landmarks of a page known by its print alone; other forms reach 0.15
_SMOOTH_MM = 0.22  # what check points are off on a page without curls or folds: twice what measuring leaves
_OUTLIER_MM = 0.30  # an outline this far from its neighbours' trend was disturbed by a mark


def place_areas(image: WorkingImage, page: IdentifiedPage) -> LocatedPage | RegistrationFailure:
    """Place every response area of a page, or find that its print is not where it should be.

    Args:
        image: The page, in the working frame.
        page: Which page it is and where it roughly lies, a few millimetres off at most.
    """
    if not page.model.layout.areas:
        return _place_page_without_areas(image, page)
    placement = None if page.fiducials == 0 else _placed(page, see_page_outlines(image, page, page.correction))
    if placement is None or not _is_smooth(placement, page):
        by_landmarks = _place_by_landmarks(image, page)
        if placement is None or _is_better(by_landmarks, placement):
            placement = by_landmarks
    least = _MIN_MATCHED_SHARE if page.fiducials else _MIN_PRINT_SHARE
    if placement.share < least:
        return RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    return located_by(image, page, placement)


def _is_smooth(placement: Placement, page: IdentifiedPage) -> bool:
    """Whether outlines alone placed the page well."""
    is_printed = page.model.is_outline_printed
    return placement.share >= SURE_SHARE and placement.check_mm <= _SMOOTH_MM and bool(is_printed.mean() > 0.5)


def _is_better(one: Placement, other: Placement) -> bool:
    """Whether a placement shows more of the outlines, or as many and nearer to where it says."""
    seen, seen_by_other = (float((p.seen.outline_match > 0).mean()) for p in (one, other))
    return (seen, -one.check_mm) > (seen_by_other - 0.02, -other.check_mm)


def _place_by_landmarks(image: WorkingImage, page: IdentifiedPage) -> Placement:
    landmarks = see_page_landmarks(image, page)
    correction = page.correction
    if landmarks.is_seen.sum() >= MIN_LANDMARKS:
        correction = _fitted(page, landmarks)
    outlines = see_page_outlines(image, page, correction)
    return _placed(page, with_landmarks(outlines, landmarks))


def _placed(page: IdentifiedPage, seen: SeenPrint) -> Placement:
    """Fit the correction to four fifths of what was seen and check it with the rest."""
    is_check = seen.is_seen & (np.cumsum(seen.is_seen) % 5 == 3)
    correction = _fitted(page, replace(seen, weights=np.where(is_check, 0.0, seen.weights)))
    off_mm = np.linalg.norm(correction.shifts_at(seen.places_mm) - seen.shifts_mm, axis=1)
    return Placement(seen, correction, float(np.percentile(off_mm[is_check], 75)) if is_check.any() else 0.0)


def _fitted(page: IdentifiedPage, seen: SeenPrint) -> LocalCorrection:
    return fit_correction(seen.places_mm, seen.shifts_mm, seen.weights, page.model.grid, _OUTLIER_MM)


def _place_page_without_areas(image: WorkingImage, page: IdentifiedPage) -> LocatedPage | RegistrationFailure:
    """Judge a page without response areas (text fields only) by its print as a whole."""
    mapping = page.template_to_working
    if resemblance(image, page.model, mapping) < _MIN_RESEMBLANCE:
        return RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    return located_by(image, page, Placement(no_print(), page.correction, 0.0))
