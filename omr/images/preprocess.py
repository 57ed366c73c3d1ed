"""From the delivered image to the one marks are measured in: reduced, with the paper's brightness known."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH, Homography, reduced_to_scan
from omr.images.page_image import GrayImage, PageImage
from omr.opencv import cv2

WORKING_DPI = 150
"""Fine enough for a pen line (0.4 mm = 2.4 px), coarse enough to be quick."""

_PAPER_CELL = 8  # px of the working image per cell of the paper map
_PAPER_REACH = 9  # cells; 12 mm, wider than any text line or fiducial


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class WorkingImage:
    """A scan made ready for measuring.

    Attributes:
        pixels: (H, W) uint8, 0 = black, working frame.
        source: The page as it was loaded, finer than ``pixels`` or the same.
        factor: How many scan pixels one working pixel is wide.
        nominal_dpi: Resolution of ``pixels`` if the image shows one whole sheet.
        paper: Brightness of the bare paper, one value per cell of 8 x 8 working pixels, float32.
    """

    pixels: GrayImage
    source: PageImage
    factor: int
    nominal_dpi: float
    paper: NDArray[np.float32]

    @property
    def to_scan(self) -> Homography:
        """Mapping from the working frame to the scan frame."""
        return reduced_to_scan(self.factor)

    def paper_at(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float32]:
        """Return the brightness of the paper at working points."""
        rows = np.clip((y / _PAPER_CELL).astype(int), 0, self.paper.shape[0] - 1)
        columns = np.clip((x / _PAPER_CELL).astype(int), 0, self.paper.shape[1] - 1)
        return self.paper[rows, columns]


Wanted = ParamSpec("Wanted")
Made = TypeVar("Made")


def once_per_image(
    make: Callable[Concatenate[WorkingImage, Wanted], Made],
) -> Callable[Concatenate[WorkingImage, Wanted], Made]:
    """Keep what a function makes of a working image for as long as the image is in use: forms share it."""
    made: WeakKeyDictionary[WorkingImage, dict[object, Made]] = WeakKeyDictionary()

    @wraps(make)
    def kept(image: WorkingImage, /, *args: Wanted.args, **options: Wanted.kwargs) -> Made:
        of_image = made.setdefault(image, {})
        key = args, tuple(options.items())
        if key not in of_image:
            of_image[key] = make(image, *args, **options)
        return of_image[key]

    return kept


def enough_px(long_side_mm: float) -> int:
    """Return how long the longer side of a page's image must be to serve as it is: a tenth short of ``WORKING_DPI``."""
    return round(0.9 * WORKING_DPI * long_side_mm / MM_PER_INCH)


def prepare(page: PageImage, long_side_mm: float) -> WorkingImage:
    """Reduce a page to about ``WORKING_DPI`` and map the paper's brightness.

    Args:
        page: In grey, any resolution.
        long_side_mm: The longer side of the paper; files lie about their resolution, so it is taken from the size.
    """
    return prepare_for(page, max(page.pixels.shape) / long_side_mm * MM_PER_INCH * page.shrink)


def prepare_for(page: PageImage, scan_dpi: float) -> WorkingImage:
    """Reduce a page of known resolution to about ``WORKING_DPI`` and map the paper's brightness.

    Args:
        page: In grey, any resolution.
        scan_dpi: Of the page as it was delivered, pixels per inch of the paper.
    """
    page_dpi = scan_dpi / page.shrink
    factor = max(1, round(page_dpi / WORKING_DPI))
    pixels = page.pixels if factor == 1 else _reduce(page.pixels, factor)
    return WorkingImage(pixels, page, factor * page.shrink, page_dpi / factor, paper_map(pixels))


def _reduce(scan: GrayImage, factor: int) -> GrayImage:
    height, width = (side // factor * factor for side in scan.shape)
    size = (width // factor, height // factor)
    return np.asarray(cv2.resize(scan[:height, :width], size, interpolation=cv2.INTER_AREA), np.uint8)


def paper_map(pixels: GrayImage) -> NDArray[np.float32]:
    """Estimate the bare paper's brightness: what stays after everything dark and narrow is closed over."""
    height, width = (max(1, side // _PAPER_CELL) for side in pixels.shape)
    trimmed = pixels[: height * _PAPER_CELL, : width * _PAPER_CELL]
    cells = cv2.resize(trimmed, (width, height), interpolation=cv2.INTER_AREA)
    kernel = np.ones((_PAPER_REACH, _PAPER_REACH), np.uint8)
    closed = cv2.morphologyEx(cells, cv2.MORPH_CLOSE, kernel)
    return np.asarray(cv2.blur(closed.astype(np.float32), (5, 5)), np.float32)


def even_paper(pixels: GrayImage, dpi: float) -> GrayImage:
    """Even out the paper: an image made from scans or photos shows it grey, and darker towards the edges.

    Args:
        pixels: (H, W) uint8.
        dpi: Their resolution.
    """
    scale = WORKING_DPI / dpi
    reduced = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.resize(paper_map(np.asarray(reduced, np.uint8)), pixels.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.clip(pixels * (255 / np.maximum(paper, 1)), 0, 255).round(), np.uint8)
