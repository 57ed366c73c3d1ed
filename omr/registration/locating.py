"""Where the template lies in the scan: a ladder of ways to find it, the quickest first.

Fiducials are quickest; where they are missing, the print itself tells. The outlines of the response areas and the
landmarks take no part in fitting the homography, so how far they are from where it puts them tells how good it is.
They then give the smooth correction for stretched, curled or slipping paper; every fifth of them is kept out of that
too, to check it. Each rung identifies the page (``identifying``) and places its areas (``placing``).
"""

from collections.abc import Callable, Iterator

import numpy as np

from omr.geometry import MM_PER_INCH, Homography, Points, map_points, reduced_to_scan
from omr.images.page_image import PageImage
from omr.images.preprocess import WorkingImage
from omr.local_correction import NO_CORRECTION
from omr.registration.by_print import locate_by_print
from omr.registration.fiducials import (
    PHOTOGRAPHED,
    Candidate,
    FiducialFit,
    find_candidates,
    fit_beside_code,
    fit_fiducials,
    fit_pairs,
)
from omr.registration.form_model import FormModel, PageModel
from omr.registration.identifying import identify_page
from omr.registration.landmark_trail import follow_landmarks
from omr.registration.located_page import IdentifiedPage, LocatedPage, RegistrationFailure
from omr.registration.page_identity import find_code
from omr.registration.placing import SURE_SHARE, place_areas
from omr.results import PageIdentity, PageOutcome, Reason

_SAME_PLACE_MM = 1.0  # fits closer than this at every corner find the same outlines
_DARKEST_PAPER = 70  # grey level; grey recycled paper has 150, and what a scanner sees without a lid 30
_BLANK_INK_SHARE = 0.0006  # of a page: 0.4 cm2; a single printed line has more


def locate_page(
    image: WorkingImage, form: FormModel, load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure:
    """Find which page of the form this is and where every response area lies.

    Args:
        image: The page.
        form: The form.
        load_whole: Loads the page at its full resolution, should the code need it or the page be small in its image.
    """
    failure: RegistrationFailure | None = None
    best: LocatedPage | None = None
    tried: list[Points] = []
    for fits in _ladder(image, form):
        new_fits = [fit for fit in fits if _is_new(fit, image, form, tried)]
        if not new_fits:
            continue
        located = _try_rung(image, form, new_fits, load_whole)
        if isinstance(located, LocatedPage):
            best = located if best is None or located.matched_share > best.matched_share else best
            if best.matched_share >= SURE_SHARE:
                return best
        elif located.reason is Reason.OTHER_TEMPLATE:
            return located  # its own code says so; nothing further down knows better
        else:
            failure = failure or located
    by_print = locate_by_print(image, form, load_whole)
    if isinstance(by_print, LocatedPage) and (best is None or by_print.matched_share > best.matched_share):
        return by_print
    return best or (by_print if isinstance(by_print, RegistrationFailure) else None) or failure or _explain(image, form)


def locate_page_at(
    image: WorkingImage, model: PageModel, identity: PageIdentity, template_to_working: Homography
) -> LocatedPage | RegistrationFailure:
    """Place the areas of a page that a person identified and laid the template over, a few millimetres off at most."""
    mapping, correction = follow_landmarks(image, model, template_to_working, NO_CORRECTION)
    return place_areas(image, IdentifiedPage(model, identity, mapping, 0, None, correction))


def _ladder(image: WorkingImage, form: FormModel) -> Iterator[list[FiducialFit]]:
    """Yield ways to lay the template over the page, the likeliest first; each is made only when those before failed.

    1. Four fiducials, near the page's corners or anywhere.
    2. Three of them.
    3. Four, distorted as a camera does.
    4. Two points.

    A form made elsewhere has no fiducials.
    """
    layout = form.pages[0].layout  # fiducials stand at the same places on every page
    if not layout.fiducials:
        return
    size_mm = layout.fiducials[0].size_mm
    near_corners = find_candidates(image, size_mm)
    yield fit_fiducials(near_corners, layout, 4)
    candidates = find_candidates(image, size_mm, everywhere=True)
    yield fit_fiducials(candidates, layout, 4)
    yield fit_fiducials(near_corners, layout, 3)
    yield fit_fiducials(candidates, layout, 3)
    yield fit_fiducials(candidates, layout, 4, PHOTOGRAPHED)
    yield _fit_two_points(image, form, candidates)


def _is_new(fit: FiducialFit, image: WorkingImage, form: FormModel, tried: list[Points]) -> bool:
    """Whether a fit lays the page elsewhere than all those ``tried``, to which it is added then."""
    layout = form.pages[0].layout
    right_mm, bottom_mm = layout.width_mm, layout.height_mm
    corners_mm = np.array([(0.0, 0.0), (right_mm, 0.0), (right_mm, bottom_mm), (0.0, bottom_mm)])
    corners = map_points(fit.template_to_working, corners_mm)
    apart_px = _SAME_PLACE_MM * image.nominal_dpi / MM_PER_INCH
    if any(np.abs(corners - other).max() < apart_px for other in tried):
        return False
    tried.append(corners)
    return True


def _try_rung(
    image: WorkingImage, form: FormModel, fits: list[FiducialFit], load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure:
    """Identify the page by the ways of one rung to lay the template over it, and place its areas."""
    identified = identify_page(image, form, fits, load_whole)
    if not isinstance(identified, RegistrationFailure):
        return place_areas(image, identified)
    # Two shapes that look alike are no sign that this is our page: then what is missing is the better reason.
    is_guess = fits[0].found == 2 and identified.reason is Reason.PAGE_NOT_IDENTIFIED
    return _explain(image, form) if is_guess else identified


def _fit_two_points(image: WorkingImage, form: FormModel, candidates: list[Candidate]) -> list[FiducialFit]:
    """Fit what a page with cut-off corners still shows: two fiducials, or one and the page code."""
    layout, px_per_mm = form.pages[0].layout, image.nominal_dpi / MM_PER_INCH
    pairs = fit_pairs(candidates, layout, px_per_mm)
    code_px = find_code(image.source)
    if code_px is None:
        return pairs
    source_to_working = np.linalg.inv(image.to_scan) @ reduced_to_scan(image.source.shrink)
    x, y = map_points(source_to_working, np.array([code_px]))[0].tolist()
    return pairs + fit_beside_code(candidates, layout, px_per_mm, (x, y))


def _explain(image: WorkingImage, form: FormModel) -> RegistrationFailure:
    """Say why no rung found the page: it is blank or black, lacks fiducials, or is another document."""
    if _ink_share(image) < _BLANK_INK_SHARE:
        if np.median(image.pixels) < _DARKEST_PAPER:
            return RegistrationFailure(PageOutcome.UNREADABLE, Reason.DARK_PAGE)
        return RegistrationFailure(PageOutcome.BLANK, Reason.BLANK_PAGE)
    fiducials = form.pages[0].layout.fiducials
    if not fiducials:
        return RegistrationFailure(PageOutcome.FOREIGN, Reason.PAGE_NOT_IDENTIFIED)
    candidates = len(find_candidates(image, fiducials[0].size_mm, everywhere=True))
    if candidates >= 2:
        return RegistrationFailure(PageOutcome.UNREADABLE, Reason.TOO_FEW_FIDUCIALS, str(min(candidates, 3)))
    return RegistrationFailure(PageOutcome.FOREIGN, Reason.NO_FIDUCIALS)


def _ink_share(image: WorkingImage) -> float:
    """Return the share of the page, its margins left out, that is clearly darker than the paper around."""
    height, width = image.pixels.shape
    paper = np.kron(image.paper, np.ones((8, 8), np.float32))
    rows, columns = slice(height // 16, min(height * 15 // 16, paper.shape[0])), slice(width // 16, width * 15 // 16)
    inner, bare = image.pixels[rows, columns], paper[rows, columns]
    columns_shared = min(inner.shape[1], bare.shape[1])
    return float((inner[:, :columns_shared] < 0.72 * bare[:, :columns_shared]).mean())
