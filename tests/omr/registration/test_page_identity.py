"""Which page it is: by its code, wherever and whichever way up that lies, and by the look of its print."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from form_templates.page_code import PageCode
from omr.geometry import map_points
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare_for
from omr.registration.blank_page import load_blank_pages
from omr.registration.identifying import identity_by_print, other_template, page_of_code
from omr.registration.page_identity import find_by_content, find_code, read_code, resemblance
from omr.results import IdentitySource, PageOutcome, Reason
from tests.omr.drawn_pages import DPI, TO_SCAN, draw_code

CODE = PageCode("sipas-2020", 2, 2, "09166", "000123")


@pytest.fixture(scope="module")
def blank_pages(frozen_template):
    return load_blank_pages(frozen_template, load_template(frozen_template))


@pytest.fixture
def coded(form, blank_pages):
    """The second page with its code."""
    pixels = blank_pages[1].copy()
    draw_code(pixels, form.pages[1].layout, CODE)
    return pixels


def _working(pixels):
    image = prepare_for(PageImage(pixels), DPI)
    return image, np.linalg.inv(image.to_scan) @ TO_SCAN


def test_that_the_code_is_read_at_its_place(form, coded):
    assert read_code(PageImage(coded), form.pages[1].layout.code, TO_SCAN, patiently=False) == CODE


def test_that_a_page_without_code_has_none(form, blank_pages):
    page = PageImage(blank_pages[1])

    assert read_code(page, form.pages[1].layout.code, TO_SCAN, patiently=True) is None
    assert find_code(page) is None


def test_that_a_code_elsewhere_on_the_page_is_not_taken_for_one_in_its_place(form, coded):
    half_a_page_off = TO_SCAN @ np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 140.0], [0.0, 0.0, 1.0]])

    assert read_code(PageImage(coded), form.pages[1].layout.code, half_a_page_off, patiently=True) is None


def test_that_a_smaller_image_of_the_page_gives_the_same_code(form, coded):
    half = PageImage(coded[: coded.shape[0] // 2 * 2, : coded.shape[1] // 2 * 2][::2, ::2].copy(), shrink=2)

    assert read_code(half, form.pages[1].layout.code, TO_SCAN, patiently=True) == CODE


def test_that_a_code_is_found_wherever_it_lies(form, coded):
    middle = map_points(TO_SCAN, np.array([form.pages[1].layout.code.center_mm]))[0]

    found = find_code(PageImage(np.ascontiguousarray(coded[::-1, ::-1])))

    height, width = coded.shape
    np.testing.assert_allclose(found, (width - 1 - middle[0], height - 1 - middle[1]), atol=6)


def test_that_a_page_resembles_itself_and_no_other_page_of_its_form(form, blank_pages):
    image, mapping = _working(blank_pages[0])

    assert resemblance(image, form.pages[0], mapping) > 0.9
    assert resemblance(image, form.pages[1], mapping) < 0.45
    assert resemblance(*_upside_down(blank_pages[0], form.pages[0], mapping)) < 0.45


def _upside_down(pixels, model, mapping):
    image, _ = _working(np.ascontiguousarray(pixels[::-1, ::-1]))
    return image, model, mapping


def test_that_content_tells_page_and_turn(form, blank_pages):
    image, mapping = _working(blank_pages[1])
    height, width = image.pixels.shape
    turned = np.array([[-1.0, 0.0, width - 1], [0.0, -1.0, height - 1], [0.0, 0.0, 1.0]]) @ mapping

    model, found = find_by_content(image, form, [turned, mapping])

    assert model is form.pages[1]
    assert found is mapping


def test_that_content_tells_nothing_where_two_ways_fit_alike(form, blank_pages):
    image, mapping = _working(blank_pages[1])

    assert find_by_content(image, form, [mapping, mapping.copy()]) is None
    assert find_by_content(image, form, []) is None
    assert find_by_content(_working(np.full_like(blank_pages[1], 255))[0], form, [mapping]) is None


def test_that_a_code_names_a_page_of_this_form_and_version_only(form):
    assert page_of_code(form, CODE) is form.pages[1]
    assert page_of_code(form, replace(CODE, page=3)) is None
    assert page_of_code(form, replace(CODE, version=3)) is None
    assert page_of_code(form, replace(CODE, template_id="sipas-2023")) is None


def test_that_a_page_of_another_template_is_foreign_and_says_which():
    failure = other_template(PageCode("sipas-2023", 4, 2))

    assert failure.outcome is PageOutcome.FOREIGN
    assert failure.reason is Reason.OTHER_TEMPLATE
    assert failure.detail == "sipas-2023 4.2"


def test_that_print_alone_tells_no_unit_and_no_number(form):
    identity = identity_by_print(form, form.pages[1])

    assert (identity.template_id, identity.version, identity.page) == ("sipas-2020", 2, 2)
    assert (identity.unit, identity.serial, identity.source) == ("", "", IdentitySource.CONTENT)
