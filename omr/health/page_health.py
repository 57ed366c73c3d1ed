"""What a page tells about scanner, camera and paper, measured beside the reading: streaks, cropping, skew, contrast."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import PageLayout
from omr.geometry import MM_PER_INCH, Points, map_points, turn_deg
from omr.health.photo_signs import find_ground, find_photo_signs
from omr.images.page_image import GrayImage
from omr.images.preprocess import WORKING_DPI, WorkingImage
from omr.images.sampling import PATCH_PX
from omr.marks.measuring import Measurements
from omr.opencv import cv2
from omr.registration.blank_page import BLANK_DPI
from omr.registration.located_page import LocatedPage
from omr.results import PageHealth, Registration, Side, Streak

_BANDS = 48  # across the feed, about 6 mm each: higher than a line of text, so that no letter fills one
_LINE_PX = 13  # working px, 2.2 mm: what is darker than everything within this is a line
_LINE_DEPTH = 0.06  # of the way from paper to print, averaged over a band; three times an office scan's unevenness
_STREAK_SHARE = 0.9  # of the bands that lie on paper without printed line: print and folds leave gaps
_CANDIDATE_SHARE = 0.8  # of all bands: cheap to tell, before print and paper are looked at
_FEWEST_BANDS = 10  # to tell a streak from chance
_EDGE_MM = 3.0  # from the paper's edge: its shadow is a dark line too
_STREAK_PITCH_MM = 1.5  # lines closer than this are one streak
_MOST_STREAKS = 8
_STEPS_MM = np.arange(0.0, 40.0, 0.5)  # from a side inwards, to see how much of the paper is cropped
_WALK_SHARES = (0.25, 0.5, 0.75)  # of a side's length
_NOISE_ROWS = 120  # every how many rows are looked at
_EVERY_AREA = 3  # is looked at for sharpness
_SURELY_SCANNED = 0.05  # probability of a photograph below which no more is kept of how it was taken
_EVEN_LEVELS = 16  # neighbouring pixels that differ by more show print or ink


@dataclass(frozen=True, slots=True, eq=False)
class PlainPrint:
    """What the blank page itself shows that is no fault.

    Attributes:
        downwards: Where it has thin lines, by millimetre and band: [x_mm, band down].
        across: Likewise, [y_mm, band across].
        ground: How bright its ground is, see ``find_ground``.
    """

    downwards: NDArray[np.bool_]
    across: NDArray[np.bool_]
    ground: NDArray[np.float32]


def find_plain_print(blank: GrayImage, layout: PageLayout) -> PlainPrint:
    """Note the thin lines of a blank page, at ``BLANK_DPI``, and its tints: no streaks, no shade; once per page."""
    scale = WORKING_DPI / BLANK_DPI
    small = np.asarray(cv2.resize(blank, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    sizes_mm = (round(layout.width_mm), round(layout.height_mm))
    downwards, across = (
        _by_millimetre(_line_depth(_bands(small, axis)) > _LINE_DEPTH * 255, size_mm)
        for axis, size_mm in zip((0, 1), sizes_mm, strict=True)
    )
    return PlainPrint(downwards, across, find_ground(blank, layout))


def measure_health(page: LocatedPage, measured: Measurements, plain: PlainPrint) -> PageHealth:
    """Measure a located page; a few milliseconds."""
    image, registration = page.image, page.registration
    stated_dpi = image.source.stated_dpi
    paper_level = float(np.median(image.paper[::2, ::2]))
    contrast = max(paper_level - page.print_level, 40.0)
    bands = {axis: _bands(image.pixels, axis) for axis in (0, 1)}
    is_dark = {axis: bands[axis].mean(axis=0) < page.print_level + 0.5 * contrast for axis in (0, 1)}
    px_per_mm = registration.dpi / MM_PER_INCH / image.factor
    is_one_bit = _is_one_bit(image.source.pixels)
    signs = find_photo_signs(page, plain.ground, is_one_bit=is_one_bit)
    is_scan = signs.p_photo < _SURELY_SCANNED
    return PageHealth(
        dpi=round(registration.dpi, 1),
        print_scale=round(registration.dpi / stated_dpi, 4) if stated_dpi else None,
        skew_deg=round(_skew_deg(registration, page), 2),
        cropped_mm=_cropped_mm(image, page),
        border_mm=_border_mm(is_dark, px_per_mm),
        streaks=tuple(_streaks(bands, image, page, plain, contrast)),
        paper_level=round(paper_level, 1),
        print_level=round(page.print_level, 1),
        noise=round(_noise(image.pixels), 2),
        sharpness=round(_sharpness(measured, page), 2),
        is_one_bit=is_one_bit,
        p_photo=0.0 if is_scan else round(signs.p_photo, 3),
        tilt=0.0 if is_scan else round(signs.tilt, 3),
        bend_mm=0.0 if is_scan else round(signs.bend_mm, 2),
        shade=0.0 if is_scan else round(signs.shade, 3),
    )


def _bands(pixels: GrayImage, axis: int) -> GrayImage:
    """Average bands of rows (axis 0) or columns (axis 1): (48, W) or (48, H) uint8."""
    edges = np.linspace(0, pixels.shape[axis], _BANDS + 1).astype(int).tolist()
    pieces = (pixels[start:end] if axis == 0 else pixels[:, start:end] for start, end in itertools.pairwise(edges))
    return np.array([cv2.reduce(piece, axis, cv2.REDUCE_AVG).ravel() for piece in pieces], np.uint8)


def _line_depth(bands: GrayImage) -> GrayImage:
    """Return how much darker each place of each band is than what lies on both sides of it."""
    return np.asarray(cv2.morphologyEx(bands, cv2.MORPH_BLACKHAT, np.ones((1, _LINE_PX), np.uint8)), np.uint8)


def _by_millimetre(is_line: NDArray[np.bool_], size_mm: int) -> NDArray[np.bool_]:
    """Note for every millimetre whether there is a line within one of it: (size_mm, 48)."""
    found = np.zeros((size_mm, _BANDS), bool)
    bands, places = np.nonzero(is_line)
    at_mm = (places + 0.5) / is_line.shape[1] * size_mm
    for offset_mm in (-1, 0, 1):
        found[np.clip(at_mm.astype(int) + offset_mm, 0, size_mm - 1), bands] = True
    return found


# Streaks


def _streaks(
    bands: dict[int, GrayImage], image: WorkingImage, page: LocatedPage, plain: PlainPrint, contrast: float
) -> list[Streak]:
    """Find lines that run as straight as only the scanner draws them.

    1. Along each axis, places darker than their surroundings in most bands are candidates.
    2. Bands off the paper, close to its edge, or where the blank print has a line at this place do not count.
    3. Of those that do, nearly all must show the line. A table's rules end where the table does, and a skewed page's
       leave the scanner's column.
    """
    found: list[Streak] = []
    px_per_mm = page.registration.dpi / MM_PER_INCH / image.factor
    for axis, side in ((0, Side.LEFT), (1, Side.TOP)):
        is_line = _line_depth(bands[axis]) > _LINE_DEPTH * contrast
        candidates = np.flatnonzero(is_line.sum(axis=0) >= _CANDIDATE_SHARE * _BANDS)
        if not len(candidates):
            continue
        places = candidates[_run_through(candidates, is_line[:, candidates], axis, image, page, plain)].tolist()
        found += [Streak(side, round((at + 0.5) / px_per_mm, 1)) for at in _apart(places, _STREAK_PITCH_MM * px_per_mm)]
    return found[:_MOST_STREAKS]


def _run_through(
    candidates: NDArray[np.intp],
    is_line: NDArray[np.bool_],
    axis: int,
    image: WorkingImage,
    page: LocatedPage,
    plain: PlainPrint,
) -> NDArray[np.bool_]:
    """Return which candidates show a line, (48, N), in nearly all bands that count."""
    along = np.repeat(np.arange(0.5, _BANDS) / _BANDS * image.pixels.shape[axis], len(candidates))
    across = np.tile(candidates.astype(np.float64), _BANDS)
    points = np.column_stack([across, along] if axis == 0 else [along, across])
    working_to_template = np.asarray(np.linalg.inv(page.template_to_working), np.float64)
    places_mm = map_points(working_to_template, points)
    counts = _is_on_paper(places_mm, page.model.layout) & ~_has_printed_line(places_mm, axis, page, plain)
    counts = counts.reshape(is_line.shape)
    counted = counts.sum(axis=0)
    return np.asarray((counted >= _FEWEST_BANDS) & ((is_line & counts).sum(axis=0) >= _STREAK_SHARE * counted))


def _is_on_paper(places_mm: Points, layout: PageLayout) -> NDArray[np.bool_]:
    x, y = places_mm.T
    is_across = (x > _EDGE_MM) & (x < layout.width_mm - _EDGE_MM)
    return np.asarray(is_across & (y > _EDGE_MM) & (y < layout.height_mm - _EDGE_MM))


def _has_printed_line(places_mm: Points, axis: int, page: LocatedPage, plain: PlainPrint) -> NDArray[np.bool_]:
    is_upright = page.registration.turned_deg % 180 == 0
    runs_down = is_upright == (axis == 0)  # on the form
    printed = plain.downwards if runs_down else plain.across
    layout = page.model.layout
    along_mm = layout.height_mm if runs_down else layout.width_mm
    across, along = (places_mm.T[0], places_mm.T[1]) if runs_down else (places_mm.T[1], places_mm.T[0])
    rows = np.clip(across.astype(int), 0, len(printed) - 1)
    return np.asarray(printed[rows, np.clip((along / along_mm * _BANDS).astype(int), 0, _BANDS - 1)])


def _apart(places: Sequence[int], pitch_px: float) -> list[int]:
    """Keep one of places that follow each other closer than ``pitch_px``: the middle one."""
    groups: list[list[int]] = []
    for at in places:
        if groups and at - groups[-1][-1] < pitch_px:
            groups[-1].append(at)
        else:
            groups.append([at])
    return [group[len(group) // 2] for group in groups]


# How the paper lies


def _skew_deg(registration: Registration, page: LocatedPage) -> float:
    mapping = np.array(registration.template_to_scan).reshape(3, 3)
    turned_deg = turn_deg(mapping, (page.model.layout.width_mm / 2, page.model.layout.height_mm / 2))
    return (turned_deg + 45.0) % 90.0 - 45.0


def _cropped_mm(image: WorkingImage, page: LocatedPage) -> tuple[float, ...]:
    """Walk inwards from the middle half of every side until the picture begins; corners are lost to any skew."""
    layout, shape = page.model.layout, image.pixels.shape
    walks_mm = np.concatenate([_walk_mm(side, share, layout) for side in Side for share in _WALK_SHARES])
    x, y = map_points(page.template_to_working, walks_mm).T
    is_inside = (x >= -0.5) & (x < shape[1] - 0.5) & (y >= -0.5) & (y < shape[0] - 0.5)
    depths = is_inside.reshape(len(Side), len(_WALK_SHARES), -1).argmax(axis=2)
    return tuple(_STEPS_MM[np.sort(depths, axis=1)[:, 1]].tolist())


def _walk_mm(side: Side, share: float, layout: PageLayout) -> Points:
    """Return points of the form ever farther from a side, at a share of its length."""
    width_mm, height_mm = layout.width_mm, layout.height_mm
    across, down = np.full(len(_STEPS_MM), width_mm * share), np.full(len(_STEPS_MM), height_mm * share)
    match side:
        case Side.LEFT:
            return np.column_stack([_STEPS_MM, down])
        case Side.RIGHT:
            return np.column_stack([width_mm - _STEPS_MM, down])
        case Side.TOP:
            return np.column_stack([across, _STEPS_MM])
        case Side.BOTTOM:
            return np.column_stack([across, height_mm - _STEPS_MM])


def _border_mm(is_dark: dict[int, NDArray[np.bool_]], px_per_mm: float) -> tuple[float, ...]:
    runs = (is_dark[0], is_dark[1], is_dark[0][::-1], is_dark[1][::-1])  # left, top, right, bottom
    return tuple(round(float((~run).argmax() if not run.all() else len(run)) / px_per_mm, 1) for run in runs)


# Light and lens


def _noise(pixels: GrayImage) -> float:
    steps = np.diff(pixels[_NOISE_ROWS // 2 :: _NOISE_ROWS].astype(np.int16), axis=1)
    even = np.abs(steps[np.abs(steps) < _EVEN_LEVELS])
    # The mean distance of two normal values is 1.128 standard deviations.
    return float(even.mean()) / 1.128 if even.size else 0.0


def _sharpness(measured: Measurements, page: LocatedPage) -> float:
    model = page.model
    outlined = np.flatnonzero(model.outlines.is_printed & ~model.cells.is_cell)[::_EVERY_AREA]  # cells show no edges
    if not len(outlined):
        return 0.0
    middle = slice(PATCH_PX // 2 - 3, PATCH_PX // 2 + 3)
    profiles = measured.pictures[outlined, middle].mean(axis=1)
    steepest = np.abs(np.diff(profiles, axis=1)).max(axis=1) * model.geometry.px_per_mm[outlined]
    return float(np.median(steepest))


def _is_one_bit(pixels: GrayImage) -> bool:
    rows = pixels[:: max(pixels.shape[0] // 32, 1)]
    return bool(((rows == 0) | (rows == 255)).all())
