"""Whether a page was photographed rather than scanned, by what is in the picture, and how it was photographed.

A scanner looks at every line of the sheet from the same height with a lamp of its own, and shows little beside the
sheet but its white or black lid. A camera sees what is nearer larger, in the light of the room, and what the sheet
lies on. Each sign speaks for one or the other by how much more often it is seen there; what they say is added up, in
logarithms of odds. What a camera notes in the file settles it; most programs that pass photographs on take it out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import PageLayout
from omr.geometry import Homography, Points, jacobians, map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WORKING_DPI, WorkingImage, paper_map
from omr.opencv import cv2
from omr.registration.blank_page import BLANK_DPI
from omr.registration.located_page import LocatedPage

_INSET_MM = 8.0  # the outermost paper is not looked at: its edge has a shadow, and it curls
_GRID = 12, 16  # places across and down the page at which its ground is looked at
_BESIDE_MM = 4.0  # what is farther out than this is no longer the edge of the sheet
_CELL = 8  # working px of the picture that are looked at as one beside the sheet

# Logarithms of odds. Scans are what most people bring, so a page is one until its picture says otherwise.
_BEFORE = -2.0
_NOTED = 9.0
_TWO_LEVELS = -4.0  # a scanner's setting; no camera has it
_EVEN_TILT = 0.015  # speaks for neither: real scans reach 0.005, slipping feeders 0.013; photographs begin at 0.03
_TILT_WEIGHT, _LEAST_TILT, _MOST_TILT = 2.5, -2.5, 4.0  # for every factor of e
_EVEN_SHADE = 0.09  # speaks for neither: old flatbeds reach 0.11, photographs in good light begin at 0.06
_SHADE_WEIGHT, _LEAST_SHADE, _MOST_SHADE = 33.0, -1.0, 2.0
_MUCH_BESIDE = 0.1  # share of the picture: beside askew sheets scanners show less
_DARK_BESIDE, _DULL_BESIDE, _LIVELY_BESIDE = 2.0, 2.0, 4.0  # black cloth or an open lid; a grey lid; a table
_NOTHING_BESIDE = -1.0
_BLACK = 40.0  # grey level: lids and what is behind the paper of feeders are darker than this, or like paper
_LIKE_PAPER = 25.0  # grey levels
_LIVELY = 6.0  # grey levels between its darker and its lighter places


@dataclass(frozen=True, slots=True)
class PhotoSigns:
    """What tells a photograph from a scan.

    Attributes:
        p_photo: How probable it is that the page was photographed, 0.0-1.0.
        tilt: How much larger the nearest corner of the page is seen than the farthest; 0.1 = by 10 %.
        bend_mm: How far the paper departs from a plane, as the picture shows it.
        shade: Share of the light that is missing where the paper is darkest.
    """

    p_photo: float
    tilt: float
    bend_mm: float
    shade: float


def find_ground(blank: GrayImage, layout: PageLayout) -> NDArray[np.float32]:
    """Return how bright the ground of a blank page is, at ``BLANK_DPI``, relative to white: tinted areas are no shade.

    Returns:
        One value for each place of the grid that ``find_photo_signs`` looks at, 0.0-1.0.
    """
    scale = WORKING_DPI / BLANK_DPI
    small = np.asarray(cv2.resize(blank, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    paper = paper_map(small)
    x, y = (_grid_mm(layout) / (layout.width_mm, layout.height_mm) * paper.shape[::-1]).T
    return np.asarray(paper[y.astype(int), x.astype(int)] / 255, np.float32)


def find_photo_signs(page: LocatedPage, ground: NDArray[np.float32], *, is_one_bit: bool) -> PhotoSigns:
    """Look for what tells a photograph from a scan.

    Args:
        page: Where it was found.
        ground: Of its blank page, see ``find_ground``.
        is_one_bit: Whether its picture has black and white only.
    """
    plane, bend_mm = _plane(page)
    tilt, shade = _tilt(plane, page.model.layout), _shade(page, ground)
    odds = _BEFORE + _by_tilt(tilt) + _by_shade(shade) + _by_surroundings(page.image, plane, page.model.layout)
    odds += _TWO_LEVELS * is_one_bit + _NOTED * page.image.source.is_by_camera
    return PhotoSigns(float(1 / (1 + np.exp(-odds))), tilt, bend_mm, shade)


def _grid_mm(layout: PageLayout) -> Points:
    """Return places all over the page, row by row, (N, 2)."""
    across, down = (
        np.linspace(_INSET_MM, size_mm - _INSET_MM, count)
        for size_mm, count in zip((layout.width_mm, layout.height_mm), _GRID, strict=True)
    )
    return np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)


def _plane(page: LocatedPage) -> tuple[Homography, float]:
    """Return the mapping of the page as if it were flat, into the working frame, and how far it is from that, mm.

    Of pages that were found by their print the homography is one without perspective, which the correction makes up
    for; so the flat page is fitted to both.
    """
    places = _grid_mm(page.model.layout)
    seen = map_points(page.template_to_working, page.registration.correction.applied_to(places))
    plane, _ = cv2.findHomography(places, seen, 0)
    if plane is None:
        return page.template_to_working, 0.0
    mapping = np.asarray(plane, np.float64)
    off_px = np.linalg.norm(map_points(mapping, places) - seen, axis=1)
    return mapping, float((off_px / _scales(mapping, places)).max())


def _scales(mapping: Homography, points: Points) -> NDArray[np.float64]:
    """Return how many pixels a millimetre has at each point, (N,)."""
    return np.asarray(np.sqrt(np.abs(np.linalg.det(jacobians(mapping, points)))))


def _tilt(plane: Homography, layout: PageLayout) -> float:
    width_mm, height_mm = layout.width_mm, layout.height_mm
    corners = np.array([(0.0, 0.0), (width_mm, 0.0), (width_mm, height_mm), (0.0, height_mm)])
    scales = _scales(plane, corners)
    return float(scales.max() / max(scales.min(), 1e-6) - 1)


def _shade(page: LocatedPage, ground: NDArray[np.float32]) -> float:
    """Compare the paper's brightness where it is darkest and where it is lightest, but for single places."""
    x, y = map_points(page.template_to_working, _grid_mm(page.model.layout)).T
    height, width = page.image.pixels.shape
    is_seen = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    if is_seen.sum() < len(ground) // 2:
        return 0.0
    light = page.image.paper_at(x[is_seen], y[is_seen]) / np.maximum(ground[is_seen], 0.2)
    darkest, lightest = np.percentile(light, (4, 96))
    return float(1 - darkest / max(float(lightest), 1.0))


def _by_tilt(tilt: float) -> float:
    return float(np.clip(_TILT_WEIGHT * np.log(max(tilt, 1e-4) / _EVEN_TILT), _LEAST_TILT, _MOST_TILT))


def _by_shade(shade: float) -> float:
    return float(np.clip(_SHADE_WEIGHT * (shade - _EVEN_SHADE), _LEAST_SHADE, _MOST_SHADE))


def _by_surroundings(image: WorkingImage, plane: Homography, layout: PageLayout) -> float:
    """Look at what lies beside the sheet: nothing, what is white as lids are, black, or a table."""
    beside = _beside(image, plane, layout)
    share = beside.size * _CELL**2 / image.pixels.size
    if share < _MUCH_BESIDE:
        return _NOTHING_BESIDE * (1 - share / _MUCH_BESIDE)
    paper = float(np.median(image.paper))
    dark, middle, light = np.percentile(beside, (10, 50, 90))
    if middle > max(paper, 255 - _LIKE_PAPER) - _LIKE_PAPER:
        return 0.0
    if middle < _BLACK:
        return _DARK_BESIDE
    return _LIVELY_BESIDE if light - dark >= _LIVELY else _DULL_BESIDE


def _beside(image: WorkingImage, plane: Homography, layout: PageLayout) -> NDArray[np.uint8]:
    """Return the brightness of the cells of the picture that lie beside the sheet, (N,)."""
    height, width = (side // _CELL for side in image.pixels.shape)
    whole = image.pixels[: height * _CELL, : width * _CELL]  # whole cells are averaged in a tenth of the time
    cells = cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA)
    left, top, right, bottom = -_BESIDE_MM, -_BESIDE_MM, layout.width_mm + _BESIDE_MM, layout.height_mm + _BESIDE_MM
    outline = map_points(plane, np.array([(left, top), (right, top), (right, bottom), (left, bottom)]))
    is_sheet = np.zeros(cells.shape, np.uint8)
    cv2.fillConvexPoly(is_sheet, np.rint(np.clip(outline / _CELL, -1e4, 1e4)).astype(np.int32), (1,))
    return np.asarray(cells[is_sheet == 0], np.uint8)
