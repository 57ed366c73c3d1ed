"""Landmarks are unmistakable, lie outside what people fill in, and are found where the paper has moved them."""

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.geometry import MM_PER_INCH
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import build_form_model
from omr.registration.pieces.landmarks import LANDMARK_DPI, SIDE_PX, choose_landmarks, find_landmarks

_SCALE = LANDMARK_DPI / MM_PER_INCH
_TO_PIXELS = np.array([[_SCALE, 0.0, -0.5], [0.0, _SCALE, -0.5], [0.0, 0.0, 1.0]])


@pytest.fixture(scope="module")
def model(frozen_template):
    template = load_template(frozen_template)
    return build_form_model(template, load_blank_pages(frozen_template, template)).pages[0]


def test_that_a_printed_page_has_landmarks_all_over(model):
    x, y = model.landmarks.centers_mm.T

    assert len(x) > 60
    assert x.min() < 60 < 150 < x.max()
    assert y.min() < 60 < 230 < y.max()


def test_that_no_landmark_reaches_into_anything_people_fill_in(model):
    half_mm = SIDE_PX / 2 / _SCALE
    places = [area.rect for area in model.layout.areas] + [field.rect for field in model.layout.fields]

    for x, y in model.landmarks.centers_mm:
        for rect in places:
            is_beside = x + half_mm <= rect.x_mm or x - half_mm >= rect.x_mm + rect.w_mm
            is_above_or_below = y + half_mm <= rect.y_mm or y - half_mm >= rect.y_mm + rect.h_mm
            assert is_beside or is_above_or_below


def test_that_landmarks_are_found_where_the_paper_has_moved_them(model):
    moved = np.roll(model.pixels, (5, -4), axis=(0, 1))  # down and to the left, px

    found = find_landmarks(moved, _TO_PIXELS, model.landmarks, model.landmarks.centers_mm, 2.0)

    assert (found.match > 0.9).mean() > 0.95
    assert np.median(found.shifts_mm, axis=0) == pytest.approx((-4 / _SCALE, 5 / _SCALE), abs=0.02)


def test_that_a_page_printed_half_as_black_shows_half_the_contrast(model):
    pale = (255 - (255 - model.pixels) * 0.5).astype(np.uint8)

    black, half = (
        find_landmarks(pixels, _TO_PIXELS, model.landmarks, model.landmarks.centers_mm, 1.0).contrast
        for pixels in (model.pixels, pale)
    )

    assert np.median(black) == pytest.approx(255, rel=0.02)
    assert np.median(half) == pytest.approx(128, rel=0.03)


def test_that_bare_paper_shows_no_landmark(model):
    noise = np.random.default_rng(4).normal(240, 4, model.pixels.shape).clip(0, 255).astype(np.uint8)

    found = find_landmarks(noise, _TO_PIXELS, model.landmarks, model.landmarks.centers_mm, 2.0)

    assert found.match.max() < 0.45


def test_that_a_pattern_that_repeats_itself_gives_no_landmark(model):
    checks = np.full(model.pixels.shape, 255, np.uint8)
    checks[::12] = 0
    checks[:, ::12] = 0

    assert len(choose_landmarks(checks, model.layout).centers_mm) < 12  # where the pattern ends, at the rim
