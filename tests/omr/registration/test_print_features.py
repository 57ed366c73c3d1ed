"""Forms without fiducials: found by their print alone, in the right row of a grid, and never taken for another."""

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.geometry import MM_PER_INCH, map_points
from omr.images.page_image import PageImage
from omr.images.page_source import open_scan
from omr.images.preprocess import enough_px, prepare
from omr.opencv import cv2
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import build_form_model
from omr.registration.located_page import LocatedPage
from omr.registration.locating import locate_page
from omr.registration.print_features import PrintFeatures, _alike, fit_robustly
from omr.simulation.devices.presets import PRESETS
from omr.simulation.foreign.forms import draw_form
from omr.simulation.foreign.piles import make_foreign_pile
from omr.simulation.order import PileOrder

DENSE_FORM = 7026
"""A form of 699 circles, 4 mm apart, below a short title: nothing tells one row from the next."""


def _model_of(folder):
    template = load_template(folder)
    return build_form_model(template, load_blank_pages(folder, template))


def _locate(scan, model, index=0):
    long_side_mm = max(max(page.size_mm) for page in model.pages)
    image = prepare(scan.load(index, enough_px=enough_px(long_side_mm)), long_side_mm)
    return locate_page(image, model, lambda: scan.load(index))


def _off_mm(located, truth):
    """How far the corners of the page are from where the simulator laid them."""
    right, bottom = located.model.size_mm
    registration = located.registration
    corners_mm = registration.correction.applied_to(
        np.array([(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)])
    )
    corners_px = map_points(np.reshape(registration.template_to_scan, (3, 3)), corners_mm)
    return np.linalg.norm(corners_px - truth.corners_px, axis=1) / registration.dpi * MM_PER_INCH


@pytest.fixture(scope="module")
def dense(tmp_path_factory):
    """The model of the dense form."""
    folder = tmp_path_factory.mktemp("dense")
    draw_form(DENSE_FORM).save(folder)
    return _model_of(folder)


@pytest.mark.slow
@pytest.mark.parametrize("conditions", ["office", "fax-dark", "dithered-1bit", "copy-of-copy"])
def test_that_a_dense_grid_is_never_placed_a_row_off(tmp_path, dense, conditions):
    pile = make_foreign_pile(tmp_path, PileOrder(respondents=2, seed=DENSE_FORM, conditions=PRESETS[conditions]))

    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as scan:
            located = _locate(scan, dense, truth.page_in_file - 1)
        assert isinstance(located, LocatedPage)
        assert np.median(_off_mm(located, truth)) < 0.4
        assert located.registration.fiducials_found == 0


@pytest.mark.slow
def test_that_pages_of_other_forms_are_foreign_in_any_turn(tmp_path):
    forms = [draw_form(seed) for seed in (301, 305)]
    models = []
    for number, form in enumerate(forms):
        form.save(tmp_path / str(number))
        models.append(_model_of(tmp_path / str(number)))

    for own, form in enumerate(forms):
        pixels = form.pages().raster(0, 1, 150)
        for turns in ((0, 2), (1,))[own]:
            page = PageImage(np.ascontiguousarray(np.rot90(pixels, turns)))
            for number, model in enumerate(models):
                long_side_mm = max(model.pages[0].size_mm)
                located = locate_page(prepare(page, long_side_mm), model, lambda page=page: page)
                assert isinstance(located, LocatedPage) == (number == own)


def _features(descriptors):
    count = len(descriptors)
    return PrintFeatures(np.zeros((count, 2)), np.zeros(count), np.ones(count), descriptors)


@pytest.mark.parametrize("counts", [(700, 500), (1, 500), (700, 0), (2, 2)])
def test_that_features_pair_as_counting_their_differing_bits_pairs_them(counts):
    rng = np.random.default_rng(3)
    printed, seen = (rng.integers(0, 256, (count, 32), np.uint8) for count in counts)
    shared = min(counts) // 2
    seen[:shared] = printed[:shared] ^ (rng.random((shared, 32)) < 0.3).astype(np.uint8)

    pairs = _alike(_features(printed), _features(seen))

    counted = cv2.BFMatcher(cv2.NORM_HAMMING).knnMatch(printed, seen, k=2) if min(counts) > 1 else []
    assert pairs.tolist() == [[a.queryIdx, a.trainIdx] for a, b in counted if a.distance < 0.88 * b.distance]
    assert len(pairs) >= shared


def test_that_pairs_crowded_in_a_corner_do_not_bend_the_rest_of_the_page_away():
    rng = np.random.default_rng(1)
    crowded = rng.uniform((300.0, 50.0), (600.0, 150.0), (60, 2))
    seen = crowded * 1.02 + (12.0, -7.0) + rng.normal(0, 0.8, crowded.shape)

    mapping = fit_robustly(crowded, seen, most_off=3.0)

    far = np.array([(100.0, 900.0)])
    assert np.abs(map_points(mapping, far) - (far * 1.02 + (12.0, -7.0))).max() < 12


def test_that_a_camera_s_perspective_is_followed_where_it_shows():
    rng = np.random.default_rng(2)
    printed = rng.uniform((0.0, 0.0), (660.0, 930.0), (200, 2))
    camera = np.array([[1.0, 0.05, 10.0], [-0.02, 0.9, 20.0], [1e-4, 2e-4, 1.0]])

    mapping = fit_robustly(printed, map_points(camera, printed) + rng.normal(0, 0.5, printed.shape), most_off=3.0)

    assert map_points(mapping, printed) == pytest.approx(map_points(camera, printed), abs=1.5)
