"""A level page in grey -> its ink: thin print on any ground, without shades, dirt and the edges of the paper."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.raster.hairlines import faint_rules, find_hairlines
from omr.images.page_image import GrayImage
from omr.opencv import cv2

PICTURE_DPI = 300
"""Resolution of a level page: letters of 8 pt are 20 px high, the least that Tesseract reads well."""

PX_PER_MM = PICTURE_DPI / 25.4

MOST_PIECES = 40_000
"""Pieces of ink on a page; the fullest form has a fifth of them."""

_WIDEST_STROKE_MM = 2.2  # of thin print; what is wider is a bar or a shade
_WEAK, _STRONG = 45, 85  # grey levels below the ground: ink goes as far as the first around what reaches the second
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
    dark = strong[found.labels].astype(np.uint8)
    ink = dark | faint_rules(thin, dark, PX_PER_MM) | solid
    rim = round(_RIM_MM * PX_PER_MM)
    inner = np.zeros_like(ink)
    inner[rim:-rim, rim:-rim] = ink[rim:-rim, rim:-rim]
    return PageInk(inner, thin, find_hairlines(thin, inner), tuple(bars))


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
