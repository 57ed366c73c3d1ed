"""Placing the areas of a page: the print says where they lie, how sure that is, and when it is not there."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.geometry import map_points
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare_for
from omr.opencv import cv2
from omr.registration.blank_page import load_blank_pages
from omr.registration.identifying import identity_by_print
from omr.registration.located_page import IdentifiedPage, LocatedPage, RegistrationFailure
from omr.registration.placing import place_areas
from omr.registration.seen_print import see_page_landmarks, see_page_outlines, with_landmarks
from omr.results import PageOutcome, Reason
from tests.omr.drawn_pages import DPI, TO_SCAN

WELL_PLACED_MM = 0.1


@pytest.fixture(scope="module")
def blank(frozen_template):
    return load_blank_pages(frozen_template, load_template(frozen_template))[0]


def _image(pixels):
    return prepare_for(PageImage(pixels), DPI)


def _identified(form, image, *, off_mm=(0.0, 0.0), page=0, fiducials=4):
    """A page that lies exactly where it was drawn, and is thought to lie ``off_mm`` from there."""
    shift = np.array([[1.0, 0.0, off_mm[0]], [0.0, 1.0, off_mm[1]], [0.0, 0.0, 1.0]])
    mapping = np.linalg.inv(image.to_scan) @ TO_SCAN @ shift
    model = form.pages[page]
    return IdentifiedPage(model, identity_by_print(form, model), mapping, fiducials, 20.0)


def _true_off_mm(located):
    """How far every area is placed from where it was drawn."""
    drawn = located.model.geometry.centers_mm
    placed_px = map_points(located.template_to_working, located.centers_mm)
    drawn_px = map_points(np.linalg.inv(located.image.to_scan) @ TO_SCAN, drawn)
    return np.linalg.norm(placed_px - drawn_px, axis=1) / (DPI / 2 / 25.4)


def test_that_a_page_where_it_is_thought_to_be_needs_no_correction(form, blank):
    image = _image(blank)

    located = place_areas(image, _identified(form, image))

    assert isinstance(located, LocatedPage)
    assert located.matched_share > 0.95
    assert located.registration.residual_mm < WELL_PLACED_MM
    assert 0 < located.registration.remaining_mm < WELL_PLACED_MM  # of check points, which are never quite exact
    assert located.misplaced_mm.max() < WELL_PLACED_MM
    assert located.outline_match.min() > 0.9


@pytest.mark.parametrize("off_mm", [(0.4, 0.0), (0.0, -0.5), (-0.3, 0.3)])
def test_that_outlines_correct_what_the_homography_is_off(form, blank, off_mm):
    image = _image(blank)

    located = place_areas(image, _identified(form, image, off_mm=off_mm))

    assert located.registration.residual_mm == pytest.approx(np.hypot(*off_mm), abs=0.05)
    assert located.registration.remaining_mm < WELL_PLACED_MM
    assert _true_off_mm(located).max() < WELL_PLACED_MM


def test_that_a_bent_page_is_followed(form, blank):
    height, width = blank.shape
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    bulge_px = 0.5 * DPI / 25.4 * np.sin(np.pi * down / height)
    bent = cv2.remap(blank, across + bulge_px, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    image = _image(np.asarray(bent, np.uint8))

    located = place_areas(image, _identified(form, image))

    y_mm = located.model.geometry.centers_mm[:, 1]
    moved_mm = located.centers_mm[:, 0] - located.model.geometry.centers_mm[:, 0]
    np.testing.assert_allclose(moved_mm, -0.5 * np.sin(np.pi * y_mm / 297), atol=0.15)
    assert located.misplaced_mm.max() < 0.3


@pytest.mark.parametrize("fiducials", [0, 4])
def test_that_a_page_whose_print_is_not_there_is_not_placed(form, blank, fiducials):
    image = _image(np.full_like(blank, 250))

    failure = place_areas(image, _identified(form, image, fiducials=fiducials))

    assert failure == RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)


def test_that_the_other_page_of_the_form_is_not_placed(form, blank):
    image = _image(blank)

    failure = place_areas(image, _identified(form, image, page=1))

    assert isinstance(failure, RegistrationFailure)
    assert failure.reason is Reason.PRINT_DOES_NOT_MATCH


def test_that_areas_beyond_the_edge_of_the_image_are_nowhere(form, blank):
    image = _image(blank[:-600])
    y_mm = form.pages[0].geometry.centers_mm[:, 1]
    is_cut_off = y_mm > (blank.shape[0] - 600) / DPI * 25.4

    located = place_areas(image, _identified(form, image))

    assert is_cut_off.any()
    assert (located.misplaced_mm[is_cut_off] > 5).all()
    assert np.median(located.misplaced_mm[~is_cut_off]) < WELL_PLACED_MM


def test_that_a_blank_band_leaves_doubt_there_and_nowhere_else(form, blank):
    pixels = blank.copy()
    y_mm = form.pages[0].geometry.centers_mm[:, 1]
    pixels[: round(180 / 25.4 * DPI)] = 255  # most of the page without print
    image = _image(pixels)

    located = place_areas(image, _identified(form, image))

    assert isinstance(located, LocatedPage)
    assert (located.misplaced_mm[y_mm < 100] > 5).all()
    assert np.median(located.misplaced_mm[y_mm > 190]) < WELL_PLACED_MM
    assert (located.outline_match[y_mm < 175] == 0).all()


def test_that_a_page_without_areas_is_judged_by_its_print_as_a_whole(form, blank):
    model = form.pages[0]
    nothing = replace(model.layout, areas=())
    text_only = replace(
        model, layout=nothing, geometry=replace(model.geometry, centers_mm=np.zeros((0, 2)), sizes_mm=np.zeros((0, 2)))
    )
    image, other = _image(blank), _image(np.full_like(blank, 250))
    page = replace(_identified(form, image), model=text_only)

    located, failure = place_areas(image, page), place_areas(other, page)

    assert isinstance(located, LocatedPage)
    assert located.matched_share == 1.0
    assert failure == RegistrationFailure(PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)


def test_that_seen_print_tells_how_far_each_piece_is_from_its_place(form, blank):
    image = _image(blank)
    page = _identified(form, image, off_mm=(0.3, -0.2))

    outlines = see_page_outlines(image, page, page.correction)
    landmarks = see_page_landmarks(image, page)

    for seen in (outlines, landmarks):
        assert seen.is_seen.mean() > 0.9
        np.testing.assert_allclose(np.median(seen.shifts_mm[seen.is_seen], axis=0), (-0.3, 0.2), atol=0.05)
    both = with_landmarks(outlines, landmarks)
    assert len(both.weights) == len(outlines.weights) + len(landmarks.weights)
    assert both.landmarks == len(landmarks.weights)
    assert both.print_level == landmarks.print_level < 80
