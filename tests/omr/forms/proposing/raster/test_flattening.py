"""Pages made level, evenly lit and of known size."""

import numpy as np
import pytest

from omr.forms.proposing.raster.flattening import PaperSize, flatten_page, tilt_deg, without_stamps
from omr.images.page_image import PageImage
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.pictures import DPI, SIZE_MM, raster, small_form, turned

MM = DPI / 25.4


@pytest.fixture(scope="module")
def page() -> np.ndarray:
    return raster(small_form()[0])


@pytest.mark.parametrize("degrees", [-6.0, -1.0, 0.4, 3.0])
def test_that_a_page_that_lies_askew_is_made_level(page: np.ndarray, degrees: float) -> None:
    flat = flatten_page(PageImage(turned(page, degrees), stated_dpi=DPI))

    assert abs(tilt_deg(flat.page)) < 0.08
    assert (flat.width_mm, flat.height_mm) == pytest.approx(SIZE_MM, abs=0.3)
    assert flat.size is PaperSize.STATED


def test_that_grey_paper_and_black_edges_become_white(page: np.ndarray) -> None:
    dirty = (page * 0.75).astype(np.uint8)
    dirty[:, : round(4 * MM)] = 10

    flat = flatten_page(PageImage(dirty, stated_dpi=DPI)).page

    assert np.median(flat) > 250
    assert flat[:, :30].mean() > 240


def test_that_a_red_stamp_vanishes_and_print_under_it_stays(page: np.ndarray) -> None:
    stamped = cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)
    cv2.circle(stamped, (300, 130), 80, (60, 50, 205), 6)
    is_print = page < 100

    grey = without_stamps(stamped)

    ring = np.zeros_like(page)
    cv2.circle(ring, (300, 130), 80, (255,), 6)
    assert grey[(ring > 0) & (page > 240)].mean() > 225
    assert np.abs(grey[is_print & (ring == 0)].astype(int) - page[is_print & (ring == 0)]).max() < 40


def test_that_a_photographed_page_is_laid_flat_and_its_size_assumed(page: np.ndarray) -> None:
    height, width = page.shape
    corners = np.array([(150, 110), (1020, 160), (990, 800), (120, 700)], np.float32)
    whole = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    mapping = cv2.getPerspectiveTransform(whole, corners)
    desk = np.full((900, 1150), 70, np.uint8)
    photo = cv2.warpPerspective(page, mapping, (1150, 900), desk, borderMode=cv2.BORDER_TRANSPARENT)

    flat = flatten_page(PageImage(np.asarray(photo, np.uint8)))

    wanted = cv2.resize(page, flat.page.shape[::-1], interpolation=cv2.INTER_AREA)
    seen, printed = (cv2.GaussianBlur(image, (0, 0), 12).astype(float) for image in (flat.page, wanted))
    assert flat.size is PaperSize.ASSUMED
    assert (flat.width_mm, flat.height_mm) == (297.0, 210.0)
    assert np.corrcoef(seen.ravel(), printed.ravel())[0, 1] > 0.8
