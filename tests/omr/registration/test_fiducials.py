"""Corner targets: found to a fraction of a pixel, told from other dark shapes, and laid over in possible ways only."""

import numpy as np
import pytest

from form_templates.model import Fiducial, PageLayout
from omr.geometry import map_points
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare_for
from omr.opencv import cv2
from omr.registration.fiducials import PHOTOGRAPHED, find_candidates, fit_fiducials, fit_pairs

DPI = 150.0
PX_PER_MM = DPI / 25.4
SIZE_MM = 6.3
CORNERS_MM = ((12.0, 12.0), (198.0, 12.0), (198.0, 285.0), (12.0, 285.0))
LAYOUT = PageLayout(1, 210.0, 297.0, (), (), tuple(Fiducial(x, y, SIZE_MM) for x, y in CORNERS_MM))
TO_WORKING = np.array([[PX_PER_MM, 0.0, -0.5], [0.0, PX_PER_MM, -0.5], [0.0, 0.0, 1.0]])
FINE = 8  # the page is drawn so many times as large, so that edges fall between pixels


def _square(page, middle_mm, side_mm, level):
    low, high = ((np.array(middle_mm) + sign * side_mm / 2) * PX_PER_MM * FINE for sign in (-1, 1))
    (x0, y0), (x1, y1) = np.rint(low).astype(int).tolist(), np.rint(high).astype(int).tolist()
    page[y0:y1, x0:x1] = level


def _page(middles_mm=CORNERS_MM):
    """White paper with targets, seven modules wide: a ring of one module around a square of three."""
    page = np.full((round(297 * PX_PER_MM) * FINE, round(210 * PX_PER_MM) * FINE), 255, np.uint8)
    for middle in middles_mm:
        for share, level in ((1.0, 30), (5 / 7, 255), (3 / 7, 30)):
            _square(page, middle, SIZE_MM * share, level)
    return page


def _image(page):
    pixels = cv2.resize(page, None, fx=1 / FINE, fy=1 / FINE, interpolation=cv2.INTER_AREA)
    return prepare_for(PageImage(np.asarray(pixels, np.uint8)), DPI)


def _turned(image, quarter_turns):
    return prepare_for(PageImage(np.ascontiguousarray(np.rot90(image.pixels, quarter_turns))), DPI)


def test_that_all_four_targets_are_found_to_a_tenth_of_a_pixel():
    candidates = find_candidates(_image(_page()), SIZE_MM)

    found = sorted((candidate.x, candidate.y) for candidate in candidates)
    expected = sorted(map_points(TO_WORKING, np.array(CORNERS_MM)).tolist())
    np.testing.assert_allclose(found, expected, atol=0.1)
    assert all(candidate.core_level < 60 for candidate in candidates)


def test_that_filled_boxes_holes_and_empty_frames_are_no_targets():
    page = _page(middles_mm=())
    _square(page, (12.0, 12.0), SIZE_MM, 30)
    _square(page, (198.0, 12.0), SIZE_MM, 30)
    _square(page, (198.0, 12.0), SIZE_MM * 5 / 7, 255)
    hole_px = tuple(round(side_mm * PX_PER_MM * FINE) for side_mm in (12.0, 285.0))
    cv2.circle(page, hole_px, round(3 * PX_PER_MM * FINE), (30,), cv2.FILLED)

    assert find_candidates(_image(page), SIZE_MM) == []
    assert find_candidates(_image(page), SIZE_MM, everywhere=True) == []


def test_that_a_target_in_the_middle_is_found_only_where_everything_is_searched():
    image = _image(_page(middles_mm=((105.0, 150.0),)))

    assert find_candidates(image, SIZE_MM) == []
    assert len(find_candidates(image, SIZE_MM, everywhere=True)) == 1


@pytest.mark.parametrize("count", [3, 4])
def test_that_the_template_is_laid_over_the_targets(count):
    candidates = find_candidates(_image(_page(CORNERS_MM[:count])), SIZE_MM)

    fits = fit_fiducials(candidates, LAYOUT, count)

    assert all(fit.found == count for fit in fits)
    upright = min(fits, key=lambda fit: np.abs(fit.template_to_working - TO_WORKING).max())
    np.testing.assert_allclose(upright.template_to_working, TO_WORKING, atol=0.15)
    assert upright.misfit < 0.02


@pytest.mark.parametrize("quarter_turns", [0, 1, 2, 3])
def test_that_the_right_turn_is_among_the_fits(quarter_turns):
    image = _turned(_image(_page()), quarter_turns)
    height, width = image.pixels.shape
    upper_left = {0: (0, 0), 1: (0, height), 2: (width, height), 3: (width, 0)}[quarter_turns]

    fits = fit_fiducials(find_candidates(image, SIZE_MM), LAYOUT, 4)

    corners = [map_points(fit.template_to_working, np.array([(0.0, 0.0)]))[0] for fit in fits]
    assert min(np.abs(corner - upper_left).max() for corner in corners) < 2


def test_that_four_targets_in_a_strip_are_no_page():
    strip = ((12.0, 12.0), (198.0, 12.0), (198.0, 30.0), (12.0, 30.0))
    candidates = find_candidates(_image(_page(strip)), SIZE_MM, everywhere=True)

    assert len(candidates) == 4
    assert fit_fiducials(candidates, LAYOUT, 4) == []
    assert fit_fiducials(candidates, LAYOUT, 4, PHOTOGRAPHED) == []


def test_that_two_targets_tell_place_turn_and_size():
    candidates = find_candidates(_image(_page((CORNERS_MM[0], CORNERS_MM[2]))), SIZE_MM)

    fits = fit_pairs(candidates, LAYOUT, PX_PER_MM)

    assert all(fit.found == 2 for fit in fits)
    assert min(np.abs(fit.template_to_working - TO_WORKING).max() for fit in fits) < 0.3
