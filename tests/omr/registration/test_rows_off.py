"""A page, or a part of it, thought one row or one column off: put right or doubted, for boxes look the same there."""

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.decisions import MISPLACED_MM
from omr.geometry import map_points
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare_for
from omr.local_correction import NO_CORRECTION, fit_correction
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import build_form_model
from omr.registration.identifying import identity_by_print
from omr.registration.landmark_trail import follow_landmarks
from omr.registration.located_page import IdentifiedPage, LocatedPage
from omr.registration.locating import locate_page_at
from omr.registration.placing import place_areas
from omr.simulation.foreign.forms import draw_form
from tests.omr.drawn_pages import DPI, TO_SCAN

DENSE_FORM = 25  # an answer sheet: three columns of numbered rows of circles, 277 in all
WRONG_SHARE = 0.4  # of the pitch: farther off, the next box is as near
TOWARDS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
PARTS = {"lower": 1, "right": 0}  # halves of a page, and the axis across which they begin


@pytest.fixture(scope="module")
def dense(tmp_path_factory):
    """A form made elsewhere, dense and without corner marks, and its blank pages."""
    folder = tmp_path_factory.mktemp("dense")
    draw_form(DENSE_FORM).save(folder)
    template = load_template(folder)
    blanks = load_blank_pages(folder, template)
    return build_form_model(template, blanks), blanks


@pytest.fixture(scope="module")
def ours(form, frozen_template):
    """A form of the program's own and its blank pages."""
    return form, load_blank_pages(frozen_template, load_template(frozen_template))


@pytest.fixture(params=["dense", "ours"])
def printed(request):
    """The first page of a form, and its blank print as it is scanned."""
    form, blanks = request.getfixturevalue(request.param)
    return form, prepare_for(PageImage(blanks[0]), DPI)


def _nearest_mm(model, axis=None):
    """How far the next area is from each: in the same row (axis 0), in the same column (1), or anywhere."""
    middles = model.geometry.centers_mm
    away = np.abs(middles[:, None] - middles[None])
    distances = np.linalg.norm(away, axis=2)
    if axis is not None:
        distances[away[:, :, 1 - axis] > 1.0] = np.inf
    np.fill_diagonal(distances, np.inf)
    return distances.min(axis=1)


def _step_mm(model, towards):
    """One row or column of the form, as most of its areas have it."""
    next_mm = _nearest_mm(model, 0 if TOWARDS[towards][0] else 1)
    return np.array(TOWARDS[towards]) * float(np.median(next_mm[np.isfinite(next_mm)]))


def _true_mapping(image):
    return np.linalg.inv(image.to_scan) @ TO_SCAN


def _is_off(located):
    """Which areas lie nearer to another row or column than to their own."""
    to_mm = np.linalg.inv(TO_SCAN) @ located.image.to_scan @ located.template_to_working
    off_mm = np.linalg.norm(map_points(to_mm, located.centers_mm) - located.model.geometry.centers_mm, axis=1)
    return off_mm > WRONG_SHARE * _nearest_mm(located.model)


@pytest.mark.parametrize("towards", list(TOWARDS))
def test_that_a_page_laid_one_row_off_is_refused_doubted_or_put_right(printed, towards):
    form, image = printed
    model = form.pages[0]
    off = np.eye(3)
    off[:2, 2] = _step_mm(model, towards)

    located = locate_page_at(image, model, identity_by_print(form, model), _true_mapping(image) @ off)

    if isinstance(located, LocatedPage):
        assert not (_is_off(located) & (located.misplaced_mm <= MISPLACED_MM)).any()


@pytest.mark.parametrize("part", list(PARTS))
@pytest.mark.parametrize("towards", list(TOWARDS))
def test_that_a_part_of_a_page_thought_one_row_off_is_put_right(printed, towards, part):
    form, image = printed
    model = form.pages[0]
    astray = _astray(model, _step_mm(model, towards), PARTS[part])

    mapping, correction = follow_landmarks(image, model, _true_mapping(image), astray)
    identity = identity_by_print(form, model)
    located = place_areas(image, IdentifiedPage(model, identity, mapping, 0, None, correction))

    assert isinstance(located, LocatedPage)
    assert not _is_off(located).any()
    assert located.misplaced_mm.max() < MISPLACED_MM


def _astray(model, step_mm, axis):
    """A correction that leads half of the page to the next row or column."""
    sides = np.array(model.size_mm)
    places = np.stack(np.meshgrid(*(np.arange(5, side, 10) for side in sides)), axis=-1).reshape(-1, 2)
    shifts = np.where(places[:, axis, None] > sides[axis] / 2, step_mm, 0.0)
    return fit_correction(places, shifts, np.ones(len(places)), model.grid, outlier_mm=5.0)


def test_that_a_correction_can_lead_to_the_next_row(dense):
    form, _ = dense
    model = form.pages[0]
    step_mm = _step_mm(model, "down")

    shifts = _astray(model, step_mm, axis=1).shifts_at(model.geometry.centers_mm)

    assert np.linalg.norm(shifts - step_mm, axis=1).min() < 0.2, "the test above would show nothing"


def test_that_an_ordinary_page_is_not_doubted(printed):
    form, image = printed
    model = form.pages[0]

    mapping, correction = follow_landmarks(image, model, _true_mapping(image), NO_CORRECTION)
    located = place_areas(image, IdentifiedPage(model, identity_by_print(form, model), mapping, 0, None, correction))

    assert isinstance(located, LocatedPage)
    assert not _is_off(located).any()
    assert located.misplaced_mm.max() < MISPLACED_MM
