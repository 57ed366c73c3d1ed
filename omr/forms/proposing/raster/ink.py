"""A level page in grey -> its ink: thin print on any ground, without shades, dirt and the edges of the paper."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.images.page_image import GrayImage
from omr.opencv import cv2

PICTURE_DPI = 300
"""Resolution of a level page: letters of 8 pt are 20 px high, the least that Tesseract reads well."""

PX_PER_MM = PICTURE_DPI / 25.4

MOST_PIECES = 40_000
"""Pieces of ink on a page; the fullest form has a fifth of them."""

_WIDEST_STROKE_MM = 2.2  # of thin print; what is wider is a bar or a shade
_WEAK, _STRONG = 45, 85  # grey levels below the ground: ink goes as far as the first around what reaches the second
_FAINT = 20  # likewise of a rule, whose length tells it from dirt
_HAIRLINE, _GRAINS = 15, 4.5  # grey levels below the ground of hairlines, and times the paper's grain
_FAINT_MM, _FAINT_SHARE = 12.0, 0.9
_RIM_MM = 1.8  # of the page, where nobody prints and scanners show the paper's edge
_LEAST_PX = 6  # pixels of a piece of ink: the dots of a dotted rule in 8 pt have 12
_BAR = 110  # grey levels below the paper of a bar
_BAR_MM = (8.0, 2.6)  # width and height of a bar that may hold letters in white


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Pieces of ink that hang together.

    Attributes:
        labels: Number of the piece of every pixel, (H, W) int32; 0 = no ink.
        boxes: Left, top, width, height in px and pixels of ink, (N, 5) int32; row 0 is no piece.
    """

    labels: NDArray[np.int32]
    boxes: NDArray[np.int32]

    def cut(self, number: int) -> NDArray[np.uint8]:
        """Return the ink of one piece, 0 or 1, in its box."""
        left, top, width, height, _ = self.boxes[number]
        return np.asarray(self.labels[top : top + height, left : left + width] == number, np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class PageInk:
    """The ink of a page.

    Attributes:
        ink: Where there is ink, (H, W) uint8, 0 or 1.
        thin: Darkness of thin print above that of the ground, (H, W) uint8, for reading.
        faint: Where there is something too pale to be ink, apart from ink, (H, W) uint8, 0 or 1: hairlines, and dirt.
        bars: Dark bars, with room for letters in white, px.
    """

    ink: NDArray[np.uint8]
    thin: NDArray[np.uint8]
    faint: NDArray[np.uint8]
    bars: tuple[tuple[int, int, int, int], ...]


def find_ink(page: GrayImage) -> PageInk:
    """Return the ink of a level page, (H, W) uint8 at ``PICTURE_DPI``, evenly lit, paper 255."""
    dark = cv2.GaussianBlur(cv2.bitwise_not(page), (0, 0), 0.9)
    side = round(_WIDEST_STROKE_MM * PX_PER_MM)
    wide = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    bars = _bars(wide)
    for left, top, width, height in bars:
        place = np.s_[top : top + height, left : left + width]
        dark[place] = _turned(dark[place])
        wide[place] = cv2.morphologyEx(dark[place], cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    thin = cv2.subtract(dark, wide)
    weak = np.asarray(thin > _WEAK, np.uint8)
    found = pieces_of(weak)
    strong = np.bincount(found.labels[thin > _STRONG], minlength=len(found.boxes)) > 0
    strong &= found.boxes[:, 4] >= _LEAST_PX
    strong[0] = False
    solid = np.asarray(wide > _BAR, np.uint8)
    ink = strong[found.labels].astype(np.uint8) | _faint_rules(thin) | solid
    rim = round(_RIM_MM * PX_PER_MM)
    inner = np.zeros_like(ink)
    inner[rim:-rim, rim:-rim] = ink[rim:-rim, rim:-rim]
    return PageInk(inner, thin, _hairlines(thin, inner), tuple(bars))


def pieces_of(ink: NDArray[np.uint8]) -> Pieces:
    """Return the pieces of ink that hang together, corners included."""
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return Pieces(np.asarray(labels, np.int32), np.asarray(boxes, np.int32))


def rect_of(box: NDArray[np.int32]) -> Rect:
    """Return a box of pixels as a place on the page, mm."""
    left, top, width, height = (float(side) / PX_PER_MM for side in box[:4])
    return Rect(left, top, width, height)


def _bars(wide: NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """Return the dark bars that may hold letters, px."""
    found = pieces_of(np.asarray(wide > _BAR, np.uint8))
    bars = []
    for left, top, width, height, count in found.boxes[1:]:
        is_large = width >= _BAR_MM[0] * PX_PER_MM and height >= _BAR_MM[1] * PX_PER_MM
        if is_large and count > 0.5 * width * height:
            bars.append((int(left), int(top), int(width), int(height)))
    return bars


def _turned(dark: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a dark bar as if it were paper, with its letters dark."""
    ground = np.percentile(dark, 70)
    edge = 4
    turned = np.clip(ground - dark.astype(np.float32), 0, 255).astype(np.uint8)
    inner = np.zeros_like(turned)
    inner[edge:-edge, edge:-edge] = turned[edge:-edge, edge:-edge]
    return inner


def _faint_rules(thin: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the ink of long straight lines that are too pale to be told from dirt but for their length."""
    seen = np.asarray(thin > _FAINT, np.uint8)
    length = round(_FAINT_MM * PX_PER_MM)
    found = np.zeros_like(seen)
    for across, along in (((1, 3), (length, 1)), ((3, 1), (1, length))):
        wider = cv2.dilate(seen, np.ones(across[::-1], np.uint8))
        share = cv2.boxFilter(wider * np.uint8(100), -1, along)
        core = np.asarray(share >= 100 * _FAINT_SHARE, np.uint8)
        grown = cv2.dilate(core, np.ones(along[::-1], np.uint8))
        found |= grown & seen & _narrow(wider, along)
    return found


def _hairlines(thin: NDArray[np.uint8], ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what is darker than the paper's grain and paler than ink."""
    sample = thin[::7, ::7].astype(np.float32)
    usual = float(np.median(sample))
    grain = 1.5 * float(np.median(np.abs(sample - usual)))
    clear = cv2.dilate(ink, np.ones((7, 7), np.uint8)) == 0
    return np.asarray((thin > max(_HAIRLINE, usual + _GRAINS * grain)) & clear, np.uint8)


def _narrow(seen: NDArray[np.uint8], along: tuple[int, int]) -> NDArray[np.uint8]:
    """Return where ink is no wider than a rule is, across the direction in which it runs."""
    most = round(1.2 * PX_PER_MM)
    side = (1, most) if along[0] > along[1] else (most, 1)
    wide = cv2.morphologyEx(seen, cv2.MORPH_OPEN, np.ones(side[::-1], np.uint8))
    return np.asarray(1 - wide, np.uint8)
