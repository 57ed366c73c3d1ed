"""Pages that the engine could not place: a person says which page of the form it is and where its corners lie."""

from dataclasses import replace

import numpy as np

from form_templates.facts import Fact, system_fact
from form_templates.model import FormTemplate
from omr.batches.kept_scans import is_as_delivered
from omr.errors import KeptScanDamaged, SurveyDamaged
from omr.geometry import MM_PER_INCH, Homography, fit_mapping, scale_at, turn_deg
from omr.images.page_image import PageImage, ScanFile, UnreadableScan
from omr.images.page_source import open_scan
from omr.images.preprocess import prepare_for
from omr.marks.learned_blank import unpack_learned
from omr.pipeline import PageReader
from omr.registration.blank_page import load_blank_pages
from omr.registration.located_page import RegistrationFailure
from omr.registration.locating import locate_page_at
from omr.registration.page_identity import read_code
from omr.results import IdentitySource, PageIdentity, PageOutcome, PageReading, Reason
from omr.store.page_decisions import Corners
from omr.survey.folder import Survey


def read_page_at(reader: PageReader, scan: ScanFile, index: int, page_number: int, corners_px: Corners) -> PageReading:
    """Read one page of a file where a person says it lies; the print itself then says more exactly where.

    Args:
        reader: Of the form.
        scan: The opened file.
        index: 0-based page of the file.
        page_number: 1-based page of the form.
        corners_px: The corners of the paper, scan frame, clockwise from the top left of the form; they may lie outside
            the image. An error of 2 mm does no harm.

    Returns:
        The reading; UNREADABLE where the print does not match at that place.

    Raises:
        UnreadableScan: The page cannot be turned into an image.
    """
    model = reader.form.page(page_number)
    assert model is not None, "people choose among the pages of the form"
    width_mm, height_mm = model.size_mm
    template_to_scan = _mapping(width_mm, height_mm, corners_px)
    if template_to_scan is None:
        return PageReading(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    page = scan.load(index)
    image = prepare_for(page, scale_at(template_to_scan, (width_mm / 2, height_mm / 2)) * MM_PER_INCH)
    identity = _identity(reader.form.template, page_number, page, template_to_scan)
    to_working = np.asarray(np.linalg.inv(image.to_scan) @ template_to_scan)
    located = locate_page_at(image, model, identity, to_working)
    if isinstance(located, RegistrationFailure):
        return PageReading(PageOutcome.UNREADABLE, located.reason, located.detail)
    return reader.read_located(located)[0]


def read_pinned(survey: Survey, page_id: int, page_number: int, corners_px: Corners) -> PageReading:
    """Read a delivered page of the form that the survey is seen by where a person says it lies; keeps nothing.

    Raises:
        SurveyDamaged: The kept scan or the blank form is missing or broken.
    """
    details = survey.store.pages.details(page_id)
    blank_pages = load_blank_pages(survey.template_folder, survey.template)
    # As the rest of its batch was read, so that a pinned page differs from them in nothing but who found it.
    batch = survey.store.deliveries.batch_of(details.content_hash)
    settings = survey.store.batches.conditions(batch).settings
    learned = survey.store.batches.learned(batch)
    form = None if survey.template.key == survey.forms.first.template.key else survey.template.key
    taught = unpack_learned(learned, form) if learned else {}
    reader = PageReader(survey.template, blank_pages, settings, taught)
    path = survey.scan_path(details.content_hash, details.extension)
    if not is_as_delivered(path):
        raise KeptScanDamaged(path, "it is missing or is not what was delivered")
    try:
        with open_scan(path) as scan:
            return read_page_at(reader, scan, details.page_in_file - 1, page_number, corners_px)
    except UnreadableScan as failure:
        raise SurveyDamaged(path, Fact("the scan cannot be read ({reason})", reason=failure.reason)) from failure
    except OSError as error:
        raise SurveyDamaged(path, system_fact(error)) from error


def corners_of_upright(points: Corners, turned_deg: int) -> Corners:
    """Return four points of a scan as the corners of the form.

    Args:
        points: Clockwise, the scan's own top left first.
        turned_deg: Clockwise turn that makes the scan upright; it brings the form's top left up there.
    """
    first = -turned_deg // 90 % 4
    return points[first:] + points[:first]


def turn_of_corners(corners_px: Corners) -> int:
    """Return the clockwise turn, in degrees, that makes a scan with these corners upright: 0, 90, 180 or 270."""
    mapping = _mapping(1.0, 1.0, corners_px)
    return 0 if mapping is None else round(-turn_deg(mapping, (0.5, 0.5)) / 90) % 4 * 90


def _mapping(width_mm: float, height_mm: float, corners_px: Corners) -> Homography | None:
    paper = np.array([(0.0, 0.0), (width_mm, 0.0), (width_mm, height_mm), (0.0, height_mm)])
    return fit_mapping(paper, np.array(corners_px))


def _identity(template: FormTemplate, page_number: int, page: PageImage, template_to_scan: Homography) -> PageIdentity:
    """Return which page it is, as the person says, and which print-out, if the page's own code says so too."""
    said = PageIdentity(template.template_id, template.version, page_number, "", "", IdentitySource.PERSON)
    place = template.page(page_number).code
    code = read_code(page, place, template_to_scan, patiently=True) if place else None
    if code is None or (code.template_id, code.version, code.page) != (said.template_id, said.version, said.page):
        return said
    return replace(said, unit=code.unit, serial=code.serial)
