"""Sheets of paper on desks."""

import numpy as np

from omr.forms.proposing.raster.page_outline import find_sheet
from omr.opencv import cv2

_CORNERS = np.array([(120, 90), (600, 60), (640, 780), (160, 830)], np.float32)


def _photograph(*, paper: int = 200, desk: int = 120, shade: float = 0.0) -> np.ndarray:
    """Return a sheet on a desk, (900, 760) uint8; a shade darkens the left of the picture by a share of its light."""
    picture = np.random.default_rng(7).normal(desk, 6, (900, 760)).astype(np.float32)
    cv2.fillConvexPoly(picture, _CORNERS.astype(np.int32), (float(paper),))
    light = np.linspace(1 - shade, 1, picture.shape[1])[None, :]
    return np.clip(picture * light, 0, 255).astype(np.uint8)


def test_that_a_sheet_is_found() -> None:
    found = find_sheet(_photograph())

    assert found is not None
    assert np.abs(found.corners - _CORNERS).max() < 12


def test_that_a_sheet_in_uneven_light_is_found_whole() -> None:
    found = find_sheet(_photograph(paper=185, desk=125, shade=0.3))

    assert found is not None
    assert np.abs(found.corners - _CORNERS).max() < 12


def test_that_uneven_light_alone_makes_no_sheet() -> None:
    picture = _photograph(paper=150, desk=150, shade=0.6)
    y, x = np.mgrid[: picture.shape[0], : picture.shape[1]]
    spot = np.exp(-(((x - 380) / 260) ** 2 + ((y - 450) / 300) ** 2))

    assert find_sheet(np.clip(picture * (0.5 + 0.5 * spot), 0, 255).astype(np.uint8)) is None
