"""What opening a delivered file gives: its pages as images, or the reason why there are none."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.opencv import cv2
from omr.results import Reason

GrayImage = NDArray[np.uint8]
"""(H, W) uint8, 0 = black."""

MAX_PIXELS = 100_000_000
"""A3 at 600 dpi has 70 million; what is beyond is no scan of a form."""

MIN_SIDE_PX = 400
"""A4 at 50 dpi; nothing can be read below."""

_LONGEST_FACT = 200  # characters

_LEAST_STATED_DPI, _MOST_STATED_DPI = 99.0, 1201.0  # 72 and 96 are what programs write that do not know


class UnreadableScan(Exception):
    """A file or page that cannot be turned into an image."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def fact_of(error: Exception) -> str:
    """Return what a decoder said when it failed, as one line of bounded length."""
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return text.encode("unicode_escape" if not text.isprintable() else "utf-8", "replace").decode()[:_LONGEST_FACT]


def wants_memory(error: Exception) -> bool:
    """Whether a decoder failed because it did not get the memory that it wanted."""
    text = str(error).lower()
    return isinstance(error, MemoryError) or "memory" in text or "bad_alloc" in text


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """One delivered page, perhaps smaller than it was delivered.

    Attributes:
        pixels: ``GrayImage`` or, where colour was asked for, (H, W, 3) uint8 BGR.
        shrink: How many delivered pixels one of ``pixels`` is wide: 1, 2 or 4.
        stated_dpi: Delivered pixels per inch, as the file says; None where it says nothing that can be meant.
        is_by_camera: Whether the file notes how long or through which lens it was exposed, as only cameras do.
        is_grey: Whether the file is known to hold no colour.
    """

    pixels: NDArray[np.uint8]
    shrink: int = 1
    stated_dpi: float | None = None
    is_by_camera: bool = False
    is_grey: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """How a page is asked for; see ``ScanFile.load``."""

    colour: bool
    enough_px: int | None


@dataclass(frozen=True, slots=True)
class ScanFile:
    """An opened file: how many pages it has, and how to get one.

    Attributes:
        page_count: Pages in the file, at least 1.
        fetch: Returns a page as wished.
        close: Lets go of the file.
    """

    page_count: int
    fetch: Callable[[int, Wish], PageImage]
    close: Callable[[], None] = lambda: None

    def load(self, index: int, *, colour: bool = False, enough_px: int | None = None) -> PageImage:
        """Return one page.

        Args:
            index: 0-based.
            colour: Whether colour is wanted.
            enough_px: If given, a JPEG, which can be decoded at half or quarter size in less time, comes as small as
                leaves its longer side at least this long.

        Raises:
            UnreadableScan: The page is damaged, too large or too small, or nothing is installed that could draw it.
        """
        return self.fetch(index, Wish(colour, enough_px))

    def __enter__(self) -> "ScanFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def check_size(width: int, height: int) -> None:
    """Refuse pages that are no scans of a form, before they are decoded.

    Raises:
        UnreadableScan: The page, in pixels, is too large or too small.
    """
    if width * height > MAX_PIXELS:
        raise UnreadableScan(Reason.IMAGE_TOO_LARGE, f"{width} x {height} px")
    if min(width, height) < MIN_SIDE_PX:
        raise UnreadableScan(Reason.IMAGE_TOO_SMALL, f"{width} x {height} px")


def is_meant_dpi(dpi: float) -> bool:
    """Whether a stated resolution can be a scanner's, and is not what a program writes that does not know."""
    return _LEAST_STATED_DPI <= dpi <= _MOST_STATED_DPI


def to_gray(bgr: NDArray[np.uint8]) -> GrayImage:
    """Return (H, W) brightness of (H, W, 3) BGR pixels."""
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)


def to_bgr(gray: GrayImage) -> NDArray[np.uint8]:
    """Return (H, W, 3) BGR pixels of (H, W) brightness."""
    return np.asarray(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR), np.uint8)
