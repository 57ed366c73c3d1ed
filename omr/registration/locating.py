"""Where the template lies in the scan: a ladder of ways to find it, then a smooth correction from what is printed.

Fiducials are quickest; where they are missing, the print itself tells. The outlines of the response areas and the
landmarks take no part in the homography, so their distance from where it puts them is a residual that means something.
They then give the smooth correction for stretched, curled or slipping paper; every fifth of them is kept out of that
too, to check it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from form_templates.page_code import PageCode
from omr.geometry import MM_PER_INCH, Homography, Points, map_points, reduced_to_scan, scale_at, turn_deg
from omr.images.page_source import PageImage
from omr.images.preprocess import WORKING_DPI, WorkingImage, prepare_for
from omr.images.sampling import sample_patches
from omr.local_correction import NO_CORRECTION, LocalCorrection, fit_correction
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
from omr.registration.landmarks import Sightings, find_landmarks, smoothed
from omr.registration.outlines import see_outlines
from omr.registration.page_identity import find_by_content, find_code, read_code, read_code_text, resemblance
from omr.registration.print_features import (
    FEATURE_DPI,
    SMOOTHINGS_PX,
    FeatureFit,
    find_features,
    fit_features,
    fit_robustly,
)
from omr.results import IdentitySource, PageIdentity, PageOutcome, Reason, Registration

_MIN_RESEMBLANCE = 0.35  # of a page without areas whose code was read; another page of the form reaches 0.2
_MIN_MATCHED_SHARE = 0.35  # marks hide outlines, but never most of them
_SURE_SHARE = 0.75  # of outlines: nothing but the right place shows so many
_SAME_PLACE_MM = 1.0  # fits closer than this at every corner find the same outlines
_OUTLIER_MM = 0.30  # an outline this far from its neighbours' trend was disturbed by a mark
_BLANK_INK_SHARE = 0.0006  # of a page: 0.4 cm2; a single printed line has more

_SMOOTH_MM = 0.22  # what check points are off on a page without curls or folds: twice what measuring leaves
_LANDMARK_REACH_MM = 3.0  # as far as photographed paper curls between four fiducials
_FEATURE_REACH_MM = 1.6  # features leave less, and in dense forms the next area is near
_LANDMARK_MATCH = 0.55  # correlation; another letter reaches 0.5
_LANDMARK_WEIGHT = 1.5  # an outline's, which marks disturb, is 1 at most
_AGREES_MM = 0.6  # a landmark farther from the trend than this was found in the wrong place
_MIN_LANDMARKS = 8
_FEW_LANDMARKS = 0.3  # of a page's: fewer are seen where print is broken into dots
_MOST_GROWTHS = 4  # a page's length in steps of a third
_UNSURE_MM = 80.0  # from the next landmark seen: farther away a dense grid may be taken for its next row
_DENSE_MM = 2.5  # reach of outlines below which a grid is dense
_NEAREST_LANDMARKS = 3
_MIN_PRINT_SHARE = 0.40  # of outlines and landmarks of a page known by its print alone; other forms reach 0.15
_PRINT_LEAD = 1.25  # by how much a page must show more of its print than the next likely one
_COARSE_SHARE = 0.8  # of the working resolution: below, a page that is small in its image is loaded finer
_NEIGHBOURS = 8  # whose outlines tell whether an area lies where it should
_ISOLATED_MM = 60.0  # from the next outline seen: farther away nothing is known
_NOWHERE_MM = 9.9  # stands for "nothing is known"


@dataclass(frozen=True, slots=True, eq=False)
class LocatedPage:
    """A page that was identified and found.

    Attributes:
        model: Which page it is.
        image: The page, in the working frame.
        identity: Which print-out.
        registration: Where it lies, for keeping.
        template_to_working: The homography into the working frame.
        centers_mm: Where each response area is by homography and correction, template frame, (N, 2).
        misplaced_mm: How far each area may be from there, by its own outline and its neighbours', (N,).
        outline_match: How much of each area's own outline was seen, 0.0-1.0, (N,); 1.0 where none is printed.
        print_level: Brightness of solid print.
        matched_share: Share of the printed outlines that were seen where they should be.
    """

    model: PageModel
    image: WorkingImage
    identity: PageIdentity
    registration: Registration
    template_to_working: Homography
    centers_mm: NDArray[np.float64]
    misplaced_mm: NDArray[np.float64]
    outline_match: NDArray[np.float64]
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
    """A page that is known, and where it roughly lies.

    Attributes:
        model: Which page.
        identity: Which print-out.
        template_to_working: The homography.
        fiducials: How many of them it rests on; 0: on the print.
        print_level: Brightness of solid print; None where no fiducial showed it.
        correction: What is known of it so far.
    """

    model: PageModel
    identity: PageIdentity
    template_to_working: Homography
    fiducials: int
    print_level: float | None
    correction: LocalCorrection = NO_CORRECTION

    @classmethod
    def by_fiducials(cls, model: PageModel, identity: PageIdentity, fit: FiducialFit) -> "_Identified":
        return cls(model, identity, fit.template_to_working, fit.found, fit.core_level)


@dataclass(frozen=True, slots=True, eq=False)
class _Marks:
    """Pieces of print that were looked for: outlines, perhaps landmarks.

    Attributes:
        places_mm: Where they are printed, (M, 2).
        shifts_mm: How far from there they were found, (M, 2).
        weights: How much each is trusted, (M,); 0.0 for one that was not seen.
        outline_match: Of the outlines alone, (N,).
        print_level: Brightness of solid print as the landmarks show it; None without them.
        landmarks: How many of them, the last, are landmarks.
    """

    places_mm: Points
    shifts_mm: NDArray[np.float64]
    weights: NDArray[np.float64]
    outline_match: NDArray[np.float64]
    print_level: float | None = None
    landmarks: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Placement:
    """A correction, what it rests on, and how far its check points are off (75th percentile)."""

    marks: _Marks
    correction: LocalCorrection
    check_mm: float

    @property
    def share(self) -> float:
        """Share of the print that was seen: of all, or of the landmarks where pale outlines were lost."""
        is_seen, landmarks = self.marks.weights > 0, self.marks.landmarks
        if not len(is_seen):
            return 1.0
        return float(max(is_seen.mean(), is_seen[-landmarks:].mean() if landmarks >= _MIN_LANDMARKS else 0.0))


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
        located = _locate_by(image, form, new_fits, load_whole)
        if isinstance(located, LocatedPage):
            best = located if best is None or located.matched_share > best.matched_share else best
            if best.matched_share >= _SURE_SHARE:
                return best
        elif located.reason is Reason.OTHER_TEMPLATE:
            return located  # its own code says so; nothing further down knows better
        else:
            failure = failure or located
    by_print = _locate_by_print(image, form, load_whole)
    if isinstance(by_print, LocatedPage) and (best is None or by_print.matched_share > best.matched_share):
        return by_print
    return best or (by_print if isinstance(by_print, RegistrationFailure) else None) or failure or _explain(image, form)


def locate_page_at(
    image: WorkingImage, model: PageModel, identity: PageIdentity, template_to_working: Homography
) -> LocatedPage | RegistrationFailure:
    """Place the areas of a page that a person identified and laid the template over, a few millimetres off at most."""
    mapping, correction = _grown(image, model, template_to_working, NO_CORRECTION)
    return _place_areas(image, _Identified(model, identity, mapping, 0, None, correction))


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


def _locate_by(
    image: WorkingImage, form: FormModel, fits: list[FiducialFit], load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure:
    """Try one rung."""
    identified = _identify(image, form, fits, load_whole)
    if not isinstance(identified, RegistrationFailure):
        return _place_areas(image, identified)
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
    if _ink_share(image) < _BLANK_INK_SHARE:
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


def _identify(
    image: WorkingImage, form: FormModel, fits: list[FiducialFit], load_whole: Callable[[], PageImage]
) -> _Identified | RegistrationFailure:
    """Read the code, else its letters, else compare the print; quick ways first."""
    layout = form.pages[0].layout
    if layout.code is None or layout.code_text is None:
        return _identify_by_content(image, form, fits)
    is_guess = fits[0].found == 2  # there are many of them, and a code in place would have been seen without patience
    for patiently in (False,) if is_guess else (False, True):
        page = load_whole() if patiently and image.source.shrink > 1 else image.source
        for fit in fits:
            code = read_code(page, layout.code, image.to_scan @ fit.template_to_working, patiently=patiently)
            if code is not None:
                return _by_code(form, fit, code, IdentitySource.CODE)
    for fit in () if is_guess else fits:
        code = read_code_text(page, layout.code_text, image.to_scan @ fit.template_to_working)
        if code is not None:
            return _by_code(form, fit, code, IdentitySource.TEXT)
    return _identify_by_content(image, form, fits)


def _by_code(
    form: FormModel, fit: FiducialFit, code: PageCode, source: IdentitySource
) -> _Identified | RegistrationFailure:
    model = _page_of_code(form, code)
    if model is None:
        return _other_template(code)
    return _Identified.by_fiducials(model, _identity_of(code, source), fit)


def _page_of_code(form: FormModel, code: PageCode) -> PageModel | None:
    template = form.template
    is_ours = (code.template_id, code.version) == (template.template_id, template.version)
    return form.page(code.page) if is_ours else None


def _other_template(code: PageCode) -> RegistrationFailure:
    detail = f"{code.template_id} {code.version}.{code.page}"
    return RegistrationFailure(PageOutcome.FOREIGN, Reason.OTHER_TEMPLATE, detail)


def _identity_of(code: PageCode, source: IdentitySource) -> PageIdentity:
    return PageIdentity(code.template_id, code.version, code.page, code.unit, code.serial, source)


def _identity_by_print(form: FormModel, model: PageModel) -> PageIdentity:
    template = form.template
    return PageIdentity(template.template_id, template.version, model.layout.number, "", "", IdentitySource.CONTENT)


def _identify_by_content(
    image: WorkingImage, form: FormModel, fits: list[FiducialFit]
) -> _Identified | RegistrationFailure:
    found = find_by_content(image, form, [fit.template_to_working for fit in fits])
    if found is None:
        return RegistrationFailure(PageOutcome.FOREIGN, Reason.PAGE_NOT_IDENTIFIED)
    model, mapping = found
    fit = next(fit for fit in fits if fit.template_to_working is mapping)
    return _Identified.by_fiducials(model, _identity_by_print(form, model), fit)


def _locate_by_print(
    image: WorkingImage, form: FormModel, load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure | None:
    """Find a page by features of its print, in any turn and size; None if none of the form's pages is there."""
    px_per_feature_px = image.nominal_dpi / FEATURE_DPI
    feature_to_working = reduced_to_scan(px_per_feature_px)
    failure: RegistrationFailure | None = None
    for number, smoothing_px in enumerate(SMOOTHINGS_PX):
        seen = find_features(image.pixels, px_per_feature_px, smoothing_px)
        fits = [(m, fit_features(m.features[number], seen, feature_to_working, m.size_mm)) for m in form.pages]
        placed = [_place_by_print(image, form, model, fit, load_whole) for model, fit in fits if fit is not None]
        pages = sorted((page for page in placed if isinstance(page, LocatedPage)), key=lambda page: -page.matched_share)
        if pages and (len(pages) == 1 or pages[0].matched_share > _PRINT_LEAD * pages[1].matched_share):
            return pages[0]
        failures = [page for page in placed if isinstance(page, RegistrationFailure)]
        failure = failure or next((page for page in failures if page.outcome is PageOutcome.FOREIGN), None)
    return failure


def _place_by_print(
    image: WorkingImage, form: FormModel, model: PageModel, fit: FeatureFit, load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure:
    image, mapping = _finer(image, fit.template_to_working, model, load_whole)
    mapping, correction = _grown(image, model, mapping, fit.correction)
    page = _Identified(model, _identity_by_print(form, model), mapping, 0, None, correction)
    layout = model.layout
    if layout.code is not None:
        code = read_code(image.source, layout.code, image.to_scan @ mapping, patiently=True)
        if code is not None and _page_of_code(form, code) is not model:
            return _other_template(code)
        page = page if code is None else replace(page, identity=_identity_of(code, IdentitySource.CODE))
    return _place_areas(image, page)


def _grown(
    image: WorkingImage, model: PageModel, template_to_working: Homography, correction: LocalCorrection
) -> tuple[Homography, LocalCorrection]:
    """Let landmarks take over from features, from where those are crowded outwards; returns what is known then.

    A dense grid looks the same one row further, so nothing but landmarks may say which row is which.
    """
    landmarks, seen_before = model.landmarks, 0
    for _ in range(_MOST_GROWTHS):
        expected = correction.applied_to(landmarks.centers_mm)
        found = _look_for_landmarks(image, model, template_to_working, expected, _LANDMARK_REACH_MM)
        is_seen = found.match >= _LANDMARK_MATCH
        if is_seen.sum() <= max(seen_before, _MIN_LANDMARKS):
            break
        seen_before = int(is_seen.sum())
        places = landmarks.centers_mm[is_seen]
        target = map_points(template_to_working, expected[is_seen] + found.shifts_mm[is_seen])
        fitted = fit_robustly(places, target, _AGREES_MM * scale_at(template_to_working, tuple(places.mean(axis=0))))
        if fitted is None:
            break
        template_to_working = fitted
        back = map_points(np.asarray(np.linalg.inv(template_to_working)), target)
        correction = fit_correction(places, back - places, found.match[is_seen], model.grid, _AGREES_MM)
    return template_to_working, correction


def _finer(
    image: WorkingImage, template_to_working: Homography, model: PageModel, load_whole: Callable[[], PageImage]
) -> tuple[WorkingImage, Homography]:
    """Return the image at more pixels if the page takes up little of it, and the mapping into those."""
    width_mm, height_mm = model.size_mm
    dpi = scale_at(template_to_working, (width_mm / 2, height_mm / 2)) * MM_PER_INCH
    if dpi >= _COARSE_SHARE * WORKING_DPI or image.factor == 1:
        return image, template_to_working
    finer = prepare_for(load_whole(), dpi * image.factor)
    mapping = np.linalg.inv(finer.to_scan) @ image.to_scan @ template_to_working
    return finer, np.asarray(mapping)


def _place_areas(image: WorkingImage, page: _Identified) -> LocatedPage | RegistrationFailure:
    """Fit the smooth correction to the printed outlines, and to landmarks where those do not suffice; judge the rest.

    1. Sample every area where the homography puts it and measure how far its outline is from there.
    2. Fit a smooth shift to the outlines that are clearly seen, leaving out those that marks disturb.
    3. Where the page is bent, or outlines are few, look for landmarks first, then for the outlines again.
    """
    if not page.model.layout.areas:
        return _place_nothing(image, page)
    placement = None if page.fiducials == 0 else _placed(page, _see_outlines(image, page, page.correction))
    if placement is None or not _is_smooth(placement, page):
        by_landmarks = _place_by_landmarks(image, page)
        if placement is None or _is_better(by_landmarks, placement):
            placement = by_landmarks
    least = _MIN_MATCHED_SHARE if page.fiducials else _MIN_PRINT_SHARE
    if placement.share < least:
        return RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    return _located(image, page, placement)


def _is_smooth(placement: _Placement, page: _Identified) -> bool:
    """Whether outlines alone placed the page well."""
    is_printed = page.model.outlines.is_printed
    return placement.share >= _SURE_SHARE and placement.check_mm <= _SMOOTH_MM and bool(is_printed.mean() > 0.5)


def _is_better(one: _Placement, other: _Placement) -> bool:
    """Whether a placement shows more of the outlines, or as many and nearer to where it says."""
    seen, seen_by_other = (float((p.marks.outline_match > 0).mean()) for p in (one, other))
    return (seen, -one.check_mm) > (seen_by_other - 0.02, -other.check_mm)


def _see_outlines(image: WorkingImage, page: _Identified, correction: LocalCorrection) -> _Marks:
    geometry, outlines = page.model.geometry, page.model.outlines
    expected = correction.applied_to(geometry.centers_mm)
    patches = sample_patches(image.pixels, page.template_to_working, geometry, expected)
    seen = see_outlines(patches, outlines)
    printed = outlines.is_printed
    shifts = expected + seen.shifts_mm - geometry.centers_mm
    match = np.where(printed, np.where(seen.is_seen, seen.match, 0.0), 1.0)
    return _Marks(geometry.centers_mm[printed], shifts[printed], match[printed], match)


def _see_landmarks(image: WorkingImage, page: _Identified) -> _Marks:
    landmarks = page.model.landmarks
    expected = page.correction.applied_to(landmarks.centers_mm)
    reach_mm = _LANDMARK_REACH_MM if page.fiducials else _FEATURE_REACH_MM
    found = _look_for_landmarks(image, page.model, page.template_to_working, expected, reach_mm)
    is_seen = found.match >= _LANDMARK_MATCH
    shifts = expected + found.shifts_mm - landmarks.centers_mm
    correction = fit_correction(landmarks.centers_mm, shifts, np.where(is_seen, found.match, 0.0), page.model.grid, 0.4)
    misfit = np.linalg.norm(correction.applied_to(landmarks.centers_mm) - landmarks.centers_mm - shifts, axis=1)
    is_seen &= misfit < _AGREES_MM
    weights = np.where(is_seen, _LANDMARK_WEIGHT * found.match, 0.0)
    level = None
    if is_seen.sum() >= _MIN_LANDMARKS:
        x, y = map_points(page.template_to_working, expected[is_seen]).T
        level = float(np.median(image.paper_at(x, y)) - np.median(found.contrast[is_seen]))
    return _Marks(landmarks.centers_mm, shifts, weights, np.zeros(0), level)


def _look_for_landmarks(
    image: WorkingImage, model: PageModel, template_to_working: Homography, expected_mm: Points, reach_mm: float
) -> Sightings:
    """Look for landmarks as they are, and where hardly any is seen, for their coarse shape."""
    found = find_landmarks(image.pixels, template_to_working, model.landmarks, expected_mm, reach_mm)
    if not len(found.match) or (found.match >= _LANDMARK_MATCH).mean() >= _FEW_LANDMARKS:
        return found
    pixels, landmarks = smoothed(image.pixels, model.landmarks)
    coarse = find_landmarks(pixels, template_to_working, landmarks, expected_mm, reach_mm)
    is_more = (coarse.match >= _LANDMARK_MATCH).sum() > (found.match >= _LANDMARK_MATCH).sum()
    return coarse if is_more else found


def _place_by_landmarks(image: WorkingImage, page: _Identified) -> _Placement:
    landmarks = _see_landmarks(image, page)
    correction = page.correction
    if (landmarks.weights > 0).sum() >= _MIN_LANDMARKS:
        correction = _fitted(page, landmarks)
    outlines = _see_outlines(image, page, correction)
    both = _Marks(
        np.concatenate([outlines.places_mm, landmarks.places_mm]),
        np.concatenate([outlines.shifts_mm, landmarks.shifts_mm]),
        np.concatenate([outlines.weights, landmarks.weights]),
        outlines.outline_match,
        landmarks.print_level,
        len(landmarks.weights),
    )
    return _placed(page, both)


def _placed(page: _Identified, marks: _Marks) -> _Placement:
    """Fit the correction to four fifths of what was seen and check it with the rest."""
    is_seen = marks.weights > 0
    is_check = is_seen & (np.cumsum(is_seen) % 5 == 3)
    correction = _fitted(page, replace(marks, weights=np.where(is_check, 0.0, marks.weights)))
    off_mm = np.linalg.norm(correction.shifts_at(marks.places_mm) - marks.shifts_mm, axis=1)
    return _Placement(marks, correction, float(np.percentile(off_mm[is_check], 75)) if is_check.any() else 0.0)


def _fitted(page: _Identified, marks: _Marks) -> LocalCorrection:
    return fit_correction(marks.places_mm, marks.shifts_mm, marks.weights, page.model.grid, _OUTLIER_MM)


def _located(image: WorkingImage, page: _Identified, placement: _Placement) -> LocatedPage:
    marks, correction = placement.marks, placement.correction
    centers = correction.applied_to(page.model.geometry.centers_mm)
    is_seen = marks.weights > 0
    before = np.linalg.norm(marks.shifts_mm[is_seen], axis=1)
    residuals_mm = (float(np.median(before)) if len(before) else 0.0, placement.check_mm)
    level = page.print_level if page.print_level is not None else marks.print_level
    return LocatedPage(
        model=page.model,
        image=image,
        identity=page.identity,
        registration=_describe(image, page, correction, residuals_mm),
        template_to_working=page.template_to_working,
        centers_mm=centers,
        misplaced_mm=_doubts_mm(image, page, placement, centers),
        outline_match=marks.outline_match,
        print_level=level if level is not None else _darkest(image),
        matched_share=placement.share,
    )


def _doubts_mm(
    image: WorkingImage, page: _Identified, placement: _Placement, centers_mm: Points
) -> NDArray[np.float64]:
    """Return how far each area may be from where it is measured: the median misfit of the nearest print seen, (N,).

    One outline that is off was disturbed by a mark; where its neighbours are off as well, the paper is folded there.
    In a dense grid outlines say nothing about which row is which, so landmarks must agree too.
    """
    marks, model = placement.marks, page.model
    seen = marks.weights > 0
    printed = model.geometry.centers_mm
    doubts = _misfits_near(printed, placement, seen, _NEIGHBOURS, _ISOLATED_MM)
    if marks.print_level is not None:  # landmarks were looked for
        is_landmark = seen & (np.arange(len(seen)) >= len(seen) - marks.landmarks)
        is_dense = (model.outlines.reach_px / model.outlines.px_per_mm).min(axis=0) < _DENSE_MM
        by_landmarks = _misfits_near(printed, placement, is_landmark, _NEAREST_LANDMARKS, _UNSURE_MM)
        doubts = np.where(is_dense, np.maximum(doubts, by_landmarks), doubts)
    x, y = map_points(page.template_to_working, centers_mm).T
    height, width = image.pixels.shape
    doubts[(x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)] = _NOWHERE_MM  # cut off by the scanner
    return doubts


def _misfits_near(
    printed: Points, placement: _Placement, seen: NDArray[np.bool_], count: int, most_mm: float
) -> NDArray[np.float64]:
    """Return the median misfit of the ``count`` pieces of print seen nearest to each area, (N,)."""
    places, shifts = placement.marks.places_mm[seen], placement.marks.shifts_mm[seen]
    if not len(places):
        return np.full(len(printed), _NOWHERE_MM)
    misfit = np.linalg.norm(placement.correction.shifts_at(places) - shifts, axis=1)
    distance = np.linalg.norm(printed[:, None] - places[None], axis=2)
    nearest = np.argsort(distance, axis=1)[:, :count]
    is_far = np.take_along_axis(distance, nearest[:, :1], axis=1)[:, 0] > most_mm
    return np.where(is_far, _NOWHERE_MM, np.median(misfit[nearest], axis=1))


def _darkest(image: WorkingImage) -> float:
    return float(np.percentile(image.pixels[::4, ::4], 0.5))


def _place_nothing(image: WorkingImage, page: _Identified) -> LocatedPage | RegistrationFailure:
    """Judge a page without response areas (text fields only) by its print as a whole."""
    mapping = page.template_to_working
    if resemblance(image, page.model, mapping) < _MIN_RESEMBLANCE:
        return RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    nothing = np.zeros(0)
    marks = _Marks(np.zeros((0, 2)), np.zeros((0, 2)), nothing, nothing)
    return _located(image, page, _Placement(marks, page.correction, 0.0))


def _describe(
    image: WorkingImage, page: _Identified, correction: LocalCorrection, residuals_mm: tuple[float, float]
) -> Registration:
    template_to_scan = image.to_scan @ page.template_to_working
    middle = (page.model.layout.width_mm / 2, page.model.layout.height_mm / 2)
    return Registration(
        template_to_scan=tuple((template_to_scan / template_to_scan[2, 2]).ravel().tolist()),
        correction=correction,
        fiducials_found=page.fiducials,
        residual_mm=residuals_mm[0],
        remaining_mm=residuals_mm[1],
        dpi=scale_at(template_to_scan, middle) * MM_PER_INCH,
        turned_deg=round(-turn_deg(template_to_scan, middle) / 90) % 4 * 90,
    )
