"""Pages without fiducials: found by their print in any turn, told from each other, overruled by their code."""

import numpy as np
import pytest

from form_templates.loading import load_template
from form_templates.page_code import PageCode
from omr.geometry import map_points
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare
from omr.local_correction import NO_CORRECTION
from omr.registration.blank_page import load_blank_pages
from omr.registration.by_print import follow_landmarks, locate_by_print
from omr.registration.located_page import LocatedPage, RegistrationFailure
from omr.results import IdentitySource, Reason
from tests.omr.drawn_pages import PX_PER_MM, TO_SCAN, draw_code

CORNER_PX = round(20 * PX_PER_MM)  # fiducials end 16 mm from the edges


@pytest.fixture(scope="module")
def blank_pages(frozen_template):
    return load_blank_pages(frozen_template, load_template(frozen_template))


def _without_fiducials(blank):
    page = blank.copy()
    for rows in (slice(0, CORNER_PX), slice(-CORNER_PX, None)):
        for columns in (slice(0, CORNER_PX), slice(-CORNER_PX, None)):
            page[rows, columns] = 255
    return page


def _locate(pixels, form):
    page = PageImage(np.ascontiguousarray(pixels))
    return locate_by_print(prepare(page, form.long_side_mm), form, lambda: page)


@pytest.mark.parametrize("index", [0, 1])
def test_that_print_alone_tells_which_page_and_where(form, blank_pages, index):
    located = _locate(_without_fiducials(blank_pages[index]), form)

    assert isinstance(located, LocatedPage)
    assert located.model is form.pages[index]
    assert located.identity.source is IdentitySource.CONTENT
    assert located.registration.fiducials_found == 0
    corners_mm = np.array([(20.0, 20.0), (190.0, 20.0), (190.0, 277.0), (20.0, 277.0)])
    placed_mm = located.registration.correction.applied_to(corners_mm)
    found_px = map_points(np.reshape(located.registration.template_to_scan, (3, 3)), placed_mm)
    assert np.abs(found_px - map_points(TO_SCAN, corners_mm)).max() < 0.5 * PX_PER_MM


def test_that_a_page_upside_down_is_found_turned(form, blank_pages):
    located = _locate(_without_fiducials(blank_pages[0])[::-1, ::-1], form)

    assert isinstance(located, LocatedPage)
    assert located.model is form.pages[0]
    assert located.registration.turned_deg == 180


def test_that_paper_without_print_is_no_page_of_the_form(form, blank_pages):
    assert _locate(np.full_like(blank_pages[0], 250), form) is None


def test_that_a_code_names_the_print_out(form, blank_pages):
    page = _without_fiducials(blank_pages[0])
    draw_code(page, form.pages[0].layout, PageCode("sipas-2020", 2, 1, "09163", "000042"))

    located = _locate(page, form)

    assert (located.identity.unit, located.identity.serial) == ("09163", "000042")
    assert located.identity.source is IdentitySource.CODE


def test_that_the_code_of_another_form_overrules_its_look(form, blank_pages):
    page = _without_fiducials(blank_pages[0])
    draw_code(page, form.pages[0].layout, PageCode("sipas-2023", 1, 1))

    failure = _locate(page, form)

    assert isinstance(failure, RegistrationFailure)
    assert failure.reason is Reason.OTHER_TEMPLATE


def test_that_landmarks_mend_a_mapping_that_is_two_millimetres_off(form, blank_pages):
    image = prepare(PageImage(blank_pages[0]), form.long_side_mm)
    right = np.linalg.inv(image.to_scan) @ TO_SCAN
    off = right @ np.array([[1.0, 0.0, 1.5], [0.0, 1.0, -1.5], [0.0, 0.0, 1.0]])

    mapping, correction = follow_landmarks(image, form.pages[0], off, NO_CORRECTION)

    places_mm = form.pages[0].geometry.centers_mm
    found_px = map_points(mapping, correction.applied_to(places_mm))
    assert np.abs(found_px - map_points(right, places_mm)).max() < 0.2 * PX_PER_MM / image.factor


def test_that_nothing_is_changed_where_no_landmark_is_seen(form, blank_pages):
    image = prepare(PageImage(np.full_like(blank_pages[0], 250)), form.long_side_mm)
    mapping = np.linalg.inv(image.to_scan) @ TO_SCAN

    assert follow_landmarks(image, form.pages[0], mapping, NO_CORRECTION) == (mapping, NO_CORRECTION)
