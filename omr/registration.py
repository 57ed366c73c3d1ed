"""Where the template lies in the scan: fiducials, then the page's code, then a smooth correction from printed outlines.

The outlines of the response areas are check points: they take no part in the homography, so their distance from where
it puts them is a residual that means something. They then give the smooth correction for stretched or slipping paper.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.page_code import PageCode
from omr.fiducials import (
    PHOTOGRAPHED,
    Candidate,
    FiducialFit,
    find_candidates,
    fit_beside_code,
    fit_fiducials,
    fit_pairs,
)
from omr.form_book import FormBook, PageModel
from omr.geometry import (
    CORRECTION_TERMS,
    MM_PER_INCH,
    Homography,
    Points,
    corrected,
    correction_terms,
    map_points,
    reduced_to_scan,
    scale_at,
    turn_deg,
)
from omr.page_identity import find_by_content, find_code, read_code, read_code_text, resemblance
from omr.page_source import PageImage
from omr.preprocess import WorkingImage
from omr.results import IdentitySource, PageIdentity, PageOutcome, Reason, Registration
from omr.sampling import PATCH_PX, sample_patches

_MAX_SHIFT_PX = 9  # patch pixels, 1.5 mm: beyond, the homography itself is wrong
_MIN_OUTLINE_MATCH = 0.55  # correlation of outline profiles; noise reaches 0.4
_MIN_RESEMBLANCE = 0.35  # of a page without areas whose code was read; another page of the form reaches 0.2
_MIN_MATCHED_SHARE = 0.35  # marks hide outlines, but never most of them
_SURE_SHARE = 0.75  # of outlines: nothing but the right place shows so many
_SAME_PLACE_MM = 1.0  # fits closer than this at every corner find the same outlines
_OUTLIER_MM = 0.30  # an outline this far from its neighbours' trend was disturbed by a mark
_BLANK_INK_SHARE = 0.0006  # of a page: 0.4 cm2; a single printed line has more


@dataclass(frozen=True, slots=True, eq=False)
class LocatedPage:
    """A page that was identified and found.

    Attributes:
        model: Which page it is.
        identity: Which print-out.
        registration: Where it lies, for keeping.
        template_to_working: The homography into the working frame.
        centers_mm: Where each response area is by homography and correction, template frame, (N, 2).
        misplaced_mm: How far each area's own outline is from there, (N,); 0.0 where it could not be seen.
        print_level: Brightness of solid print.
        matched_share: Share of the printed outlines that were seen where they should be.
    """

    model: PageModel
    identity: PageIdentity
    registration: Registration
    template_to_working: Homography
    centers_mm: NDArray[np.float64]
    misplaced_mm: NDArray[np.float64]
    print_level: float
    matched_share: float


@dataclass(frozen=True, slots=True)
class RegistrationFailure:
    """Why a page could not be located, and what that makes of it."""

    outcome: PageOutcome
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Identified:
    model: PageModel
    identity: PageIdentity
    fit: FiducialFit


def locate_page(
    image: WorkingImage, book: FormBook, load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure:
    """Find which page of the form this is and where every response area lies.

    Args:
        image: The page.
        book: The form.
        load_whole: Loads the page at its full resolution, should the code need it.
    """
    failure: RegistrationFailure | None = None
    best: LocatedPage | None = None
    tried: list[Points] = []
    for fits in _ladder(image, book):
        new_fits = [fit for fit in fits if _is_new(fit, image, book, tried)]
        if not new_fits:
            continue
        located = _locate_by(image, book, new_fits, load_whole)
        if isinstance(located, LocatedPage):
            best = located if best is None or located.matched_share > best.matched_share else best
            if best.matched_share >= _SURE_SHARE:
                break
        elif located.reason is Reason.OTHER_TEMPLATE:
            return located  # its own code says so; nothing further down knows better
        else:
            failure = failure or located
    return best or failure or _explain_no_fit(image, book)


def _ladder(image: WorkingImage, book: FormBook) -> Iterator[list[FiducialFit]]:
    """Yield ways to lay the template over the page, the likeliest first; each is made only when those before failed.

    1. Four fiducials, near the page's corners or anywhere.
    2. Three of them.
    3. Four, distorted as a camera does.
    4. Two points.
    """
    layout = book.pages[0].layout  # fiducials stand at the same places on every page
    size_mm = layout.fiducials[0].size_mm
    near_corners = find_candidates(image, size_mm)
    yield fit_fiducials(near_corners, layout, 4)
    candidates = find_candidates(image, size_mm, everywhere=True)
    yield fit_fiducials(candidates, layout, 4)
    yield fit_fiducials(near_corners, layout, 3)
    yield fit_fiducials(candidates, layout, 3)
    yield fit_fiducials(candidates, layout, 4, PHOTOGRAPHED)
    yield _fit_two_points(image, book, candidates)


def _is_new(fit: FiducialFit, image: WorkingImage, book: FormBook, tried: list[Points]) -> bool:
    """Whether a fit lays the page elsewhere than all those ``tried``, to which it is added then."""
    layout = book.pages[0].layout
    right_mm, bottom_mm = layout.width_mm, layout.height_mm
    corners_mm = np.array([(0.0, 0.0), (right_mm, 0.0), (right_mm, bottom_mm), (0.0, bottom_mm)])
    corners = map_points(fit.template_to_working, corners_mm)
    apart_px = _SAME_PLACE_MM * image.nominal_dpi / MM_PER_INCH
    if any(np.abs(corners - other).max() < apart_px for other in tried):
        return False
    tried.append(corners)
    return True


def _locate_by(
    image: WorkingImage, book: FormBook, fits: list[FiducialFit], load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure:
    """Try one rung."""
    identified = _identify(image, book, fits, load_whole)
    if not isinstance(identified, RegistrationFailure):
        return _place_areas(image, identified)
    # Two shapes that look alike are no sign that this is our page: then what is missing is the better reason.
    is_guess = fits[0].found == 2 and identified.reason is Reason.PAGE_NOT_IDENTIFIED
    return _explain_no_fit(image, book) if is_guess else identified


def _fit_two_points(image: WorkingImage, book: FormBook, candidates: list[Candidate]) -> list[FiducialFit]:
    """Fit what a page with cut-off corners still shows: two fiducials, or one and the page code."""
    layout, px_per_mm = book.pages[0].layout, image.nominal_dpi / MM_PER_INCH
    pairs = fit_pairs(candidates, layout, px_per_mm)
    code_px = find_code(image.source)
    if code_px is None:
        return pairs
    source_to_working = np.linalg.inv(image.to_scan) @ reduced_to_scan(image.source.shrink)
    x, y = map_points(source_to_working, np.array([code_px]))[0].tolist()
    return pairs + fit_beside_code(candidates, layout, px_per_mm, (x, y))


def _explain_no_fit(image: WorkingImage, book: FormBook) -> RegistrationFailure:
    if _ink_share(image) < _BLANK_INK_SHARE:
        return RegistrationFailure(PageOutcome.BLANK, Reason.BLANK_PAGE)
    candidates = len(find_candidates(image, book.pages[0].layout.fiducials[0].size_mm, everywhere=True))
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


def _identify(
    image: WorkingImage, book: FormBook, fits: list[FiducialFit], load_whole: Callable[[], PageImage]
) -> _Identified | RegistrationFailure:
    """Read the code, else its letters, else compare the print; quick ways first."""
    layout = book.pages[0].layout
    if layout.code is None or layout.code_text is None:
        return _identify_by_content(image, book, fits)
    is_guess = fits[0].found == 2  # there are many of them, and a code in place would have been seen without patience
    for patiently in (False,) if is_guess else (False, True):
        page = load_whole() if patiently and image.source.shrink > 1 else image.source
        for fit in fits:
            code = read_code(page, layout.code, image.to_scan @ fit.template_to_working, patiently=patiently)
            if code is not None:
                return _identified(book, fit, code, IdentitySource.CODE)
    for fit in () if is_guess else fits:
        code = read_code_text(page, layout.code_text, image.to_scan @ fit.template_to_working)
        if code is not None:
            return _identified(book, fit, code, IdentitySource.TEXT)
    return _identify_by_content(image, book, fits)


def _identified(
    book: FormBook, fit: FiducialFit, code: PageCode, source: IdentitySource
) -> _Identified | RegistrationFailure:
    template = book.template
    model = book.page(code.page)
    if (code.template_id, code.version) != (template.template_id, template.version) or model is None:
        detail = f"{code.template_id} {code.version}.{code.page}"
        return RegistrationFailure(PageOutcome.FOREIGN, Reason.OTHER_TEMPLATE, detail)
    identity = PageIdentity(code.template_id, code.version, code.page, code.unit, code.serial, source)
    return _Identified(model, identity, fit)


def _identify_by_content(
    image: WorkingImage, book: FormBook, fits: list[FiducialFit]
) -> _Identified | RegistrationFailure:
    found = find_by_content(image, book, [fit.template_to_working for fit in fits])
    if found is None:
        return RegistrationFailure(PageOutcome.FOREIGN, Reason.PAGE_NOT_IDENTIFIED)
    model, mapping = found
    fit = next(fit for fit in fits if fit.template_to_working is mapping)
    template = book.template
    identity = PageIdentity(template.template_id, template.version, model.layout.number, "", "", IdentitySource.CONTENT)
    return _Identified(model, identity, fit)


def _place_areas(image: WorkingImage, page: _Identified) -> LocatedPage | RegistrationFailure:
    """Fit the smooth correction to the printed outlines and judge what remains.

    1. Sample every area where the homography puts it and measure how far its outline is from there.
    2. Fit a smooth shift to the outlines that are clearly seen, leaving out those that marks disturb.
    """
    if not page.model.layout.areas:
        return _place_nothing(image, page)
    mapping, geometry = page.fit.template_to_working, page.model.geometry
    patches = sample_patches(image.pixels, mapping, geometry, geometry.centers_mm)
    shifts_mm, match = _outline_shifts(patches, page.model)
    is_seen = match >= _MIN_OUTLINE_MATCH
    if is_seen.mean() < _MIN_MATCHED_SHARE:
        return RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    correction = _fit_correction(geometry.centers_mm, shifts_mm, np.where(is_seen, match, 0.0))
    centers = corrected(geometry.centers_mm, correction.ravel())
    remaining = np.linalg.norm(geometry.centers_mm + shifts_mm - centers, axis=1) * is_seen
    before = np.linalg.norm(shifts_mm[is_seen], axis=1)
    residuals_mm = (float(np.median(before)), float(np.percentile(remaining[is_seen], 95)))
    registration = _describe(image, page, correction, residuals_mm)
    return LocatedPage(
        page.model, page.identity, registration, mapping, centers, remaining, page.fit.core_level, float(is_seen.mean())
    )


def _place_nothing(image: WorkingImage, page: _Identified) -> LocatedPage | RegistrationFailure:
    """Judge a page without response areas (text fields only) by its print as a whole."""
    mapping = page.fit.template_to_working
    if resemblance(image, page.model, mapping) < _MIN_RESEMBLANCE:
        return RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    registration = _describe(image, page, np.zeros((2, CORRECTION_TERMS)), (0.0, 0.0))
    nowhere = page.model.geometry.centers_mm
    return LocatedPage(page.model, page.identity, registration, mapping, nowhere, np.zeros(0), page.fit.core_level, 1.0)


def _describe(
    image: WorkingImage, page: _Identified, correction: NDArray[np.float64], residuals_mm: tuple[float, float]
) -> Registration:
    template_to_scan = image.to_scan @ page.fit.template_to_working
    middle = (page.model.layout.width_mm / 2, page.model.layout.height_mm / 2)
    return Registration(
        template_to_scan=tuple((template_to_scan / template_to_scan[2, 2]).ravel().tolist()),
        correction_mm=tuple(correction.ravel().tolist()),
        fiducials_found=page.fit.found,
        residual_mm=residuals_mm[0],
        remaining_mm=residuals_mm[1],
        dpi=scale_at(template_to_scan, middle) * MM_PER_INCH,
        turned_deg=round(-turn_deg(template_to_scan, middle) / 90) % 4 * 90,
    )


def _outline_shifts(patches: NDArray[np.uint8], model: PageModel) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Measure how far each printed outline is from the middle of its patch.

    Rows and columns are summed into profiles and compared, as slopes, with the blank print's at every shift; the two
    edges of an outline outweigh a mark between them, which spreads over many columns.

    Returns:
        Shifts (N, 2) mm and the correlation (N,), the worse of the two directions.
    """
    dark = 255.0 - patches.astype(np.float32)
    middle = _middle_band(model)
    found = []
    for axis in (1, 2):  # 1: columns, gives dx; 2: rows, gives dy
        weight = middle if axis == 1 else middle.transpose(0, 2, 1)
        seen = np.diff((dark * weight).sum(axis=axis), axis=1)
        printed = np.diff((model.blank * weight).sum(axis=axis), axis=1)
        found.append(_best_shift(seen, printed))
    shifts = np.column_stack([shift for shift, _ in found]) / model.geometry.px_per_mm[:, None]
    return shifts, np.minimum(found[0][1], found[1][1])


def _middle_band(model: PageModel) -> NDArray[np.float32]:
    """Return the rows of each patch that cross its response area: (N, 56, 1)."""
    reach = model.geometry.sizes_mm[:, 1] / 2 * model.geometry.px_per_mm + 1
    rows = np.abs(np.arange(PATCH_PX) - (PATCH_PX - 1) / 2)
    return (rows[None, :] <= reach[:, None]).astype(np.float32)[:, :, None]


def _best_shift(
    seen: NDArray[np.float32], printed: NDArray[np.float32]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the shift in px, to a fraction, at which each profile fits best, and the correlation there."""
    length = seen.shape[1] - 2 * _MAX_SHIFT_PX
    core = printed[:, _MAX_SHIFT_PX : _MAX_SHIFT_PX + length]
    windows = np.lib.stride_tricks.sliding_window_view(seen, length, axis=1)  # (N, shifts, length)
    products = np.einsum("nsl,nl->ns", windows, core)
    energy = np.sqrt(np.einsum("nsl,nsl->ns", windows, windows) * (core * core).sum(axis=1)[:, None])
    scores = products / np.maximum(energy, 1e-6)
    best = scores.argmax(axis=1)
    rows = np.arange(len(scores))
    before, after = scores[rows, np.maximum(best - 1, 0)], scores[rows, np.minimum(best + 1, scores.shape[1] - 1)]
    peak = scores[rows, best]
    bend = np.maximum(2 * peak - before - after, 1e-6)
    fraction = np.clip((after - before) / (2 * bend), -0.5, 0.5)
    is_inside = (best > 0) & (best < scores.shape[1] - 1)
    return (best - _MAX_SHIFT_PX + fraction).astype(np.float64), np.where(is_inside, peak, 0.0)


def _fit_correction(
    centers_mm: NDArray[np.float64], shifts_mm: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Fit a quadratic shift (2, 6) by iteratively reweighted least squares (Tukey's biweight), from the median on."""
    terms = correction_terms(centers_mm)
    seen = int((weights > 0).sum())
    used = CORRECTION_TERMS if seen >= 24 else 3 if seen >= 6 else 1
    coefficients = np.zeros((2, CORRECTION_TERMS))
    coefficients[:, 0] = np.median(shifts_mm[weights > 0], axis=0)
    for _ in range(6):
        misfit = np.linalg.norm(shifts_mm - terms @ coefficients.T, axis=1)
        robust = np.clip(1 - (misfit / (3 * _OUTLIER_MM)) ** 2, 0, None) ** 2 * weights
        if (robust > 0).sum() < used:
            break
        weighted = terms[:, :used] * robust[:, None]
        # A whisper of ridge keeps the curvature at rest where a page has areas in one corner only.
        normal = weighted.T @ terms[:, :used] + 1e-3 * np.eye(used)
        coefficients[:, :used] = np.linalg.solve(normal, weighted.T @ shifts_mm).T
    return coefficients
