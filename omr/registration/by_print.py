"""Find a page by its print alone, where fiducials are missing or were never printed.

1. Lay the blank page over the scan by features of its print, in any turn and size.
2. Let landmarks take over from the features, from where those are crowded outwards.
3. Place the areas as on any other page; where a code is printed, it has the last word.

Start at ``locate_by_print``.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from omr.geometry import MM_PER_INCH, Homography, reduced_to_scan, scale_at
from omr.images.page_image import PageImage
from omr.images.preprocess import WORKING_DPI, WorkingImage, prepare_for
from omr.registration.form_model import FormModel, PageModel
from omr.registration.identifying import identity_by_code, identity_by_print, other_template, page_of_code
from omr.registration.landmark_trail import follow_landmarks
from omr.registration.located_page import IdentifiedPage, LocatedPage, RegistrationFailure
from omr.registration.page_identity import read_code
from omr.registration.placing import place_areas
from omr.registration.print_features import FEATURE_DPI, SMOOTHINGS_PX, FeatureFit, features_of, fit_features
from omr.results import IdentitySource, PageOutcome

_PRINT_LEAD = 1.25  # by how much a page must show more of its print than the next likely one
_COARSE_SHARE = 0.8  # of the working resolution: below, a page that is small in its image is loaded finer


def locate_by_print(
    image: WorkingImage, form: FormModel, load_whole: Callable[[], PageImage]
) -> LocatedPage | RegistrationFailure | None:
    """Find a page by features of its print, in any turn and size; None if none of the form's pages is there.

    Args:
        image: The page.
        form: The form.
        load_whole: Loads the page at its full resolution, should it be small in its image.
    """
    px_per_feature_px = image.nominal_dpi / FEATURE_DPI
    feature_to_working = reduced_to_scan(px_per_feature_px)
    failure: RegistrationFailure | None = None
    for number, smoothing_px in enumerate(SMOOTHINGS_PX):
        seen = features_of(image, smoothing_px)
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
    """Place the areas of the page ``model`` where its features lie, unless its code names another page."""
    image, mapping = _finer(image, fit.template_to_working, model, load_whole)
    mapping, correction = follow_landmarks(image, model, mapping, fit.correction)
    page = IdentifiedPage(model, identity_by_print(form, model), mapping, 0, None, correction)
    layout = model.layout
    if layout.code is not None:
        code = read_code(image.source, layout.code, image.to_scan @ mapping, patiently=True)
        if code is not None and page_of_code(form, code) is not model:
            return other_template(code)
        page = page if code is None else replace(page, identity=identity_by_code(code, IdentitySource.CODE))
    return place_areas(image, page)


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
