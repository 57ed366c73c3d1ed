"""A scan or photograph -> the page it shows: level, evenly lit, at 300 dpi, with its size in millimetres."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.raster.ink import PICTURE_DPI, pieces_of
from omr.forms.proposing.raster.page_outline import find_sheet
from omr.forms.proposing.raster.scanner_lines import without_scanner_lines
from omr.images.page_image import GrayImage, PageImage, to_gray
from omr.images.preprocess import even_paper
from omr.opencv import cv2

_PAPERS_MM = ((210.0, 297.0), (215.9, 279.4), (297.0, 420.0), (148.0, 210.0), (215.9, 355.6))
_PAPER_MM = (60.0, 460.0)  # the shortest side and the longest
_SAME_MM = 3.0  # from a paper's sides: scanners cut or add as much
_SAME_SHAPE = 0.035  # of A4 and what is assumed to be it
_SAME_PROPORTION = 0.004  # letters may not be squeezed by more
_MOST_TURNED_DEG, _COARSE_DEG, _FINE_DEG = 12.0, 0.5, 0.04
_TILT_DPI = 100
_EDGE_MM = 14.0  # as far as black edges reach into a page
_RED = 38  # by which red must outshine the other colours
_COLOUR = 50  # by which the strongest colour of ink must outshine the weakest
_MOST_COLOURED = 0.5  # share of the ink; more is a form printed in colour
_MOST_RED = 0.35  # share of the ink; more is a form printed in red


class PaperSize(Enum):
    """How the size of a page is known."""

    STATED = "stated"  # by the file's resolution
    ASSUMED = "assumed"  # A4, by its shape or for want of anything better


@dataclass(frozen=True, slots=True, eq=False)
class FlatPage:
    """A page as if it came fresh from the printer.

    Attributes:
        page: (H, W) uint8 at ``PICTURE_DPI``, paper 255.
        width_mm: Of the paper.
        height_mm: Likewise.
        size: How that is known.
    """

    page: GrayImage
    width_mm: float
    height_mm: float
    size: PaperSize


def flatten_page(image: PageImage) -> FlatPage:
    """Return the page that an image shows.

    Args:
        image: In colour or grey.
    """
    grey = without_stamps(image.pixels) if image.pixels.ndim == 3 else image.pixels
    grey = without_scanner_lines(grey)
    sheet, dpi = find_sheet(grey), image.stated_dpi
    stated = None if dpi is None else dpi / image.shrink
    if stated is not None and not _is_paper(grey.shape, stated):
        stated = None
    width_px, height_px = (grey.shape[1], grey.shape[0]) if sheet is None else sheet.size
    width_mm, height_mm = _paper(width_px, height_px, stated)
    wanted = (round(width_mm * PICTURE_DPI / 25.4), round(height_mm * PICTURE_DPI / 25.4))
    page = _resized(grey, wanted) if sheet is None else sheet.laid_flat(grey, wanted)
    page = even_paper(_without_edges(page), PICTURE_DPI)
    return FlatPage(_level(page), width_mm, height_mm, PaperSize.ASSUMED if stated is None else PaperSize.STATED)


def without_stamps(bgr: NDArray[np.uint8]) -> GrayImage:
    """Return a page in grey, red ink that is not most of its ink taken for paper."""
    grey = to_gray(bgr)
    small = cv2.resize(bgr, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA).astype(np.int16)
    redness = small[..., 2] - np.maximum(small[..., 0], small[..., 1])
    dark = small.min(axis=2) < np.median(small.min(axis=2)) - 50
    reds = (redness > _RED) & dark
    if not reds.any() or reds.sum() > _MOST_RED * dark.sum():
        return grey
    over = cv2.subtract(bgr[..., 2], np.maximum(bgr[..., 0], bgr[..., 1]))
    is_red = cv2.dilate(np.asarray(over > _RED // 2, np.uint8), np.ones((3, 3), np.uint8))
    paper = np.percentile(bgr[..., 2], 80)
    stamped = np.percentile(bgr[..., 2][over > _RED], 50)
    lifted = np.clip(bgr[..., 2].astype(np.float32) * (paper / max(float(stamped), 1.0)), 0, paper)
    return np.where(is_red > 0, np.maximum(lifted.astype(np.uint8), grey), grey).astype(np.uint8)


def without_colours(image: PageImage) -> PageImage:
    """Return a picture of a filled page in grey, ink of any clear colour taken for paper, unless most ink is coloured.

    Args:
        image: In colour.
    """
    bgr = image.pixels
    light, dark = bgr.max(axis=2), bgr.min(axis=2)
    small_light, small_dark = (
        cv2.resize(side, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA) for side in (light, dark)
    )
    paper = float(np.percentile(small_dark, 70))
    is_ink = small_dark < paper - 60
    cast = float(np.median(cv2.subtract(small_light, small_dark)))
    coloured = cv2.subtract(small_light, small_dark) > cast + _COLOUR
    grey = without_stamps(bgr)
    if (coloured & is_ink).sum() > _MOST_COLOURED * max(int(is_ink.sum()), 1):
        return PageImage(grey, image.shrink, image.stated_dpi)
    is_coloured = np.asarray(cv2.subtract(light, dark) > cast + _COLOUR, np.uint8)
    around = cv2.dilate(is_coloured, np.ones((5, 5), np.uint8)) & np.asarray(grey > 70, np.uint8)
    lifted = np.where((is_coloured | around) > 0, np.uint8(min(paper, 255)), grey)
    return PageImage(np.asarray(lifted, np.uint8), image.shrink, image.stated_dpi)


def _is_paper(shape: tuple[int, ...], dpi: float) -> bool:
    """Whether an image can be a sheet at a resolution; a stated one may be that of a screen."""
    sides_mm = sorted(side * 25.4 / dpi for side in shape[:2])
    return sides_mm[0] >= _PAPER_MM[0] and sides_mm[1] <= _PAPER_MM[1]


def _paper(width: float, height: float, dpi: float | None) -> tuple[float, float]:
    """Return width and height of a sheet, mm, by those in px; usual papers are taken for what comes near."""
    if dpi is None:
        return _paper_of_shape(width, height)
    size = (round(width * 25.4 / dpi, 1), round(height * 25.4 / dpi, 1))
    for paper in _PAPERS_MM:
        for usual in (paper, paper[::-1]):
            if abs(size[0] - usual[0]) <= _SAME_MM and abs(size[1] - usual[1]) <= _SAME_MM:
                proportion = (size[0] / size[1]) / (usual[0] / usual[1])
                return usual if abs(proportion - 1) < _SAME_PROPORTION else size
    return size


def _paper_of_shape(width: float, height: float) -> tuple[float, float]:
    """Return A4 for what is shaped like it, else a page of A4's area."""
    short_mm, long_mm = _PAPERS_MM[0]
    wanted = short_mm / long_mm if width < height else long_mm / short_mm
    usual = (short_mm, long_mm) if width < height else (long_mm, short_mm)
    if abs(width / height / wanted - 1) < _SAME_SHAPE:
        return usual
    side_mm = (short_mm * long_mm / (width * height)) ** 0.5
    return round(width * side_mm, 1), round(height * side_mm, 1)


def _resized(grey: GrayImage, size: tuple[int, int]) -> GrayImage:
    if size == grey.shape[::-1]:
        return grey
    how = cv2.INTER_AREA if size[0] < grey.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(grey, size, interpolation=how), np.uint8)


def _without_edges(page: GrayImage) -> GrayImage:
    """Return a page without the dark edges that copiers and scanners leave."""
    reach = round(_EDGE_MM * PICTURE_DPI / 25.4)
    dark = np.asarray(cv2.blur(page, (5, 5)) < 110, np.uint8)
    wide = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    wide = cv2.copyMakeBorder(wide, 4, 4, 4, 4, cv2.BORDER_REPLICATE)
    found = pieces_of(np.asarray(wide, np.uint8))
    height, width = wide.shape
    edge = np.zeros(len(found.boxes), bool)
    for number in range(1, len(found.boxes)):
        left, top, w, h, _ = (int(side) for side in found.boxes[number])
        touches = left == 0 or top == 0 or left + w == width or top + h == height
        edge[number] = touches and min(w, h) < 3 * reach and max(w, h) > reach // 2
    if not edge.any():
        return page
    mask = cv2.dilate(edge[found.labels].astype(np.uint8), np.ones((15, 15), np.uint8))[4:-4, 4:-4]
    inner = np.zeros_like(mask)
    inner[reach:-reach, reach:-reach] = 1
    clean = page.copy()
    clean[(mask > 0) & (inner == 0)] = int(np.percentile(page, 60))
    return clean


def _level(page: GrayImage) -> GrayImage:
    """Return a page turned so that its lines are level."""
    turned_deg = tilt_deg(page)
    if abs(turned_deg) < 0.03:
        return page
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turned_deg, 1.0)
    turned = cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    return np.asarray(turned, np.uint8)


def tilt_deg(page: GrayImage) -> float:
    """Return how far a page must be turned, counter-clockwise as seen, to be level."""
    scale = _TILT_DPI / PICTURE_DPI
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = cv2.subtract(np.full_like(small, 235), small).astype(np.float32)
    margin = round(0.03 * small.shape[1])
    dark[:margin] = dark[-margin:] = 0
    dark[:, :margin] = dark[:, -margin:] = 0
    coarse = np.arange(-_MOST_TURNED_DEG, _MOST_TURNED_DEG + _COARSE_DEG / 2, _COARSE_DEG)
    best = max(coarse, key=lambda angle: _levelness(dark, float(angle)))
    step = _COARSE_DEG
    while step > _FINE_DEG:
        step /= 2.5
        best = max(best + step * np.arange(-3, 4), key=lambda angle: _levelness(dark, float(angle)))
    return float(best)


def _levelness(dark: NDArray[np.float32], turned_deg: float) -> float:
    """Return how sharply rows of ink and of paper follow each other when a page is turned."""
    height, width = dark.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turned_deg, 1.0)
    turned = cv2.warpAffine(dark, matrix, (width, height), flags=cv2.INTER_LINEAR)
    rows = turned.sum(axis=1) / 1000
    columns = turned.sum(axis=0) / 1000
    return float((np.diff(rows) ** 2).sum() + (np.diff(columns) ** 2).sum())
