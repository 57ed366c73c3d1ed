"""A picture of a page in a file -> what it asks, and the page as an image of the template."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.proposing.asking.page_understanding import PageQuestions, SectionHeading, understand_page
from omr.forms.proposing.asking.questions import FoundQuestion
from omr.forms.proposing.content.page_content import ShapeKind
from omr.forms.proposing.content.places import bottom_of, right_of
from omr.forms.proposing.findings import problem_of
from omr.forms.proposing.raster.flattening import FlatPage, PaperSize, flatten_page
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.forms.proposing.raster.lettering.ringed import UNREAD
from omr.forms.proposing.raster.lettering.tesseract import turn_of
from omr.forms.proposing.raster.picture_content import PictureContent, picture_content
from omr.forms.proposing.raster.sorted_print import TooSpeckled
from omr.forms.proposing.spotting.tables import LARGEST_BOX_MM
from omr.images.limits import ReadingLimits
from omr.images.page_image import GrayImage, PageImage, check_size
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.registration.blank_page import encode_png

ENOUGH_PX = 5000
"""Longer side of a picture that is read: A4 at 430 dpi."""

_OUTLINES = (ShapeKind.BOX, ShapeKind.OVAL)
_RIM_MM = 0.5


@dataclass(frozen=True, slots=True)
class PictureReading:
    """What a picture of a page holds.

    Attributes:
        questions: What the page asks.
        png: The page as an image of the template.
        size: How the paper's size is known.
    """

    questions: PageQuestions
    png: bytes
    size: PaperSize


def read_picture(path: Path, limits: ReadingLimits, index: int, begins: object) -> PictureReading | PageFinding:
    """Return what the page ``index``, 0-based, of a file holds; the form begins with it if so said.

    Raises:
        UnreadableScan: It is no picture of a page.
    """
    return read_flat(path, flatten_page(load_picture(path, limits, index)), index + 1, is_first=bool(begins))


def load_picture(path: Path, limits: ReadingLimits, index: int) -> PageImage:
    """Return a page of a file in colour, no larger than is of use.

    Raises:
        UnreadableScan: It is no picture of a page.
    """
    with open_scan(path, limits) as scan:
        image = scan.load(index, colour=True, enough_px=ENOUGH_PX)
    longer = max(image.pixels.shape)
    if longer <= ENOUGH_PX:
        return image
    scale = ENOUGH_PX / longer
    size = (max(round(image.pixels.shape[1] * scale), 1), max(round(image.pixels.shape[0] * scale), 1))
    check_size(*size)
    pixels = np.asarray(cv2.resize(image.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    dpi = image.stated_dpi
    return PageImage(pixels, 1, None if dpi is None else dpi / image.shrink * scale)


def read_flat(
    path: Path, flat: FlatPage, number: int, *, is_first: bool, is_common: bool = False
) -> PictureReading | PageFinding:
    """Return what a level page holds.

    Args:
        path: Where it comes from.
        flat: The page, any way up.
        number: Of the page in its file, 1-based.
        is_first: Whether the form begins with it.
        is_common: Whether it is what filled copies have in common.
    """
    try:
        found = picture_content(flat.page, flat.width_mm, flat.height_mm, is_common=is_common)
        turn = turn_of(_outside_outlines(flat.page, found)) if found.is_hardly_read else 0
        if turn:
            upright = _turned(flat, turn)
            again = picture_content(upright.page, upright.width_mm, upright.height_mm, is_common=is_common)
            if again.sure > found.sure or not again.is_hardly_read:
                flat, found = upright, again
    except TooSpeckled:
        return problem_of(path, PageProblem.TOO_FULL, page=str(number))
    return PictureReading(_asked(found, is_first=is_first), encode_png(flat.page), flat.size)


def _asked(found: PictureContent, *, is_first: bool) -> PageQuestions:
    """Return what a page asks; nothing if it holds no words, as a photograph of anything else."""
    if found.is_wordless:
        return PageQuestions(found.content.width_mm, found.content.height_mm, (), "", "")
    return _without_unread(understand_page(found.content, is_first=is_first))


def _without_unread(page: PageQuestions) -> PageQuestions:
    """Return a page without the signs that stood for words that nobody read."""
    parts: list[FoundQuestion | SectionHeading] = []
    for part in page.parts:
        if isinstance(part, SectionHeading):
            if text := _read_part(part.text):
                parts.append(SectionHeading(text))
            continue
        part.label, part.number = _read_part(part.label), _read_part(part.number)
        for choice in part.choices:
            choice.label, choice.printed = _read_part(choice.label), _read_part(choice.printed)
        parts.append(part)
    return replace(page, parts=tuple(parts), title=_read_part(page.title), other_text=_read_part(page.other_text))


def _read_part(text: str) -> str:
    return " ".join(text.replace(UNREAD, " ").split()) if UNREAD in text else text


def _outside_outlines(page: GrayImage, found: PictureContent) -> GrayImage:
    """Return a page without its boxes and circles: many letters in those hide how the words around them stand."""
    words = page.copy()
    for shape in found.content.shapes:
        left, top = (max(round((side - _RIM_MM) * PX_PER_MM), 0) for side in (shape.rect.x_mm, shape.rect.y_mm))
        right, bottom = (right_of(shape.rect) + _RIM_MM) * PX_PER_MM, (bottom_of(shape.rect) + _RIM_MM) * PX_PER_MM
        if shape.kind in _OUTLINES and max(shape.rect.w_mm, shape.rect.h_mm) < LARGEST_BOX_MM:
            words[top : round(bottom), left : round(right)] = 255
    return words


def _turned(flat: FlatPage, turn_deg: int) -> FlatPage:
    pixels: NDArray[np.uint8] = np.ascontiguousarray(np.rot90(flat.page, -turn_deg // 90))
    sides = (flat.width_mm, flat.height_mm) if turn_deg == 180 else (flat.height_mm, flat.width_mm)
    return replace(flat, page=pixels, width_mm=sides[0], height_mm=sides[1])
