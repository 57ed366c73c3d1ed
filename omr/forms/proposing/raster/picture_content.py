"""A level page in grey -> its content, as the reader of PDFs gives it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PageContent, PrintedShape, ShapeKind, Word
from omr.forms.proposing.content.places import bottom_of, grown, holds, holds_point, right_of
from omr.forms.proposing.raster.ink import MOST_PIECES, PX_PER_MM, PageInk, Pieces, find_ink, pieces_of, rect_of
from omr.forms.proposing.raster.lettering.ringed import INKED, complete_rings, filled_rings, is_inked
from omr.forms.proposing.raster.lettering.tesseract import languages
from omr.forms.proposing.raster.lettering.words import find_words
from omr.forms.proposing.raster.parting import part_outlines
from omr.forms.proposing.raster.shapes.lettered_rings import with_lettered_rings
from omr.forms.proposing.raster.shapes.lost_outlines import complete_rows
from omr.forms.proposing.raster.shapes.outlines import find_shapes, is_letter_in, kept_shapes
from omr.forms.proposing.raster.shapes.pale_outlines import find_pale_outlines
from omr.forms.proposing.raster.shapes.twins import OutlineTrace, clipped_ink, find_twins, of_one_kind
from omr.forms.proposing.raster.sorted_print import is_of_letters_height, sort_print
from omr.images.page_image import GrayImage
from omr.opencv import cv2

_LARGEST_LETTER_MM = 14.0
_DRAWN_MM = 2.2  # what is larger, hangs together and was read as no letter, is part of a picture
_OUTLINES = (ShapeKind.BOX, ShapeKind.OVAL)
_LEAST_PALE_MM = 2.2
_TORN_MM, _SQUARE = (2.4, 7.5), 1.2
_MOST_TORN = 600  # that are looked at; a speckled page has many
_TORN_SLACK_MM, _MIDDLE, _MOST_INSIDE = 0.4, 0.36, 0.05  # of an outline's side, and share of a part of it in there
_MOST_OUTSIDE = 0.12  # share of a part of an outline that may reach out of it
_LEFT_SHARE = 0.6  # of a box's height
_OUTLINE_MM = 0.5  # by which the two sides of an outline may differ
_HARDLY = 0.35  # letters that were read, of those that seem to be there
_FEW_LETTERS = 40
_UNSURE = 80.0  # of 100: upright print is read at 90 and more, print on its head at 65
_FEWEST_READ = 12


@dataclass(frozen=True, slots=True)
class PictureContent:
    """What is printed on a page, and how well that could be read.

    Attributes:
        content: What is printed.
        is_hardly_read: Whether far more text seems to be there than was read, or it was read unsurely, as where a page
            stands on its head.
        sure: How surely its letters were read, 0-100.
        is_wordless: Whether it holds no words, though they could be read.
    """

    content: PageContent
    is_hardly_read: bool
    sure: float
    is_wordless: bool


def picture_content(page: GrayImage, width_mm: float, height_mm: float, *, is_common: bool = False) -> PictureContent:
    """Return what is printed on a page.

    Args:
        page: Level, evenly lit, (H, W) uint8 at ``PICTURE_DPI``.
        width_mm: Of the paper.
        height_mm: Likewise.
        is_common: Whether it is what filled copies have in common: there, ink in a box is what marks leave.

    Raises:
        TooSpeckled: There is too much on it.
        UnreadableScan: Reading it takes too long.
    """
    seen = find_ink(page)
    found = part_outlines(page, seen, sort_print(seen))
    clean, ruled, pieces, shapes = found.clean, found.ruling.ink, found.pieces, found.shapes
    taken = {number for shape in shapes for number in shape.pieces}
    letters = [
        number for number in range(1, len(pieces.boxes)) if number not in taken and _may_be_letter(pieces, number)
    ]
    pale = _pale_shapes(seen, found.letter_px, [each.shape.rect for each in shapes])
    dark = [shape for shape in kept_shapes(shapes) if not any(is_letter_in(ring.rect, shape.rect) for ring in pale)]
    printed = (*dark, *pale)
    printed = with_lettered_rings(printed, pieces, seen.thin, ruled)
    printed = (*printed, *find_twins(printed, seen.thin, ruled, pieces))
    printed = (*printed, *find_pale_outlines(seen.thin, pieces, ruled, printed))
    printed = (*printed, *find_twins(printed, seen.thin, ruled, pieces))
    printed = complete_rows(printed, pieces, seen.thin)
    rings = [shape.rect for shape in printed if shape.kind in _OUTLINES]
    read = find_words(_letters_alone(clean, pieces, letters), pieces, letters, rings)
    hollow = [ring for ring in rings if not is_inked(ring, clean.ink, INKED)]
    texts = [word for word in read.words if not any(_is_outline(word.rect, ring) for ring in hollow)]
    filled = set() if is_common else filled_rings(rings, seen.ink)
    words, marks = complete_rings(texts, rings, clean.ink, filled=filled, is_common=is_common)
    bars = [PrintedShape(ShapeKind.SOLID, rect_of(np.array([*bar, 0], np.int32))) for bar in seen.bars]
    drawn = _drawn(pieces, taken, _covered(words, page.shape), rings)
    if is_common:
        drawn = [shape for shape in drawn if not any(_is_left_in(shape.rect, ring) for ring in rings)]
    shown = (*printed, *bars, *drawn, *marks)
    content = PageContent(width_mm, height_mm, tuple(words), found.ruling.rules, shown)
    count = sum(letter.isalnum() for word in read.words for letter in word.text)
    return PictureContent(
        content,
        is_hardly_read=read.sure < _UNSURE or _is_hardly_read(read.words, pieces, letters, rings),
        sure=read.sure,
        is_wordless=bool(languages()) and count < _FEWEST_READ,
    )


def _is_hardly_read(words: Sequence[Word], pieces: Pieces, letters: Sequence[int], rings: Sequence[Rect]) -> bool:
    """Whether far more letters seem to stand outside of boxes and circles than were read there.

    In those, single letters are read whichever way up they are, and hundreds of them say nothing of the words around.
    """
    ringed = np.zeros(pieces.labels.shape, bool)
    for ring in rings:
        left, top = round(ring.x_mm * PX_PER_MM), round(ring.y_mm * PX_PER_MM)
        ringed[top : round(bottom_of(ring) * PX_PER_MM), left : round(right_of(ring) * PX_PER_MM)] = True
    seemingly = [number for number in letters if is_of_letters_height(pieces.boxes[number, 3])]
    middles = (rect_of(pieces.boxes[number]).center_mm for number in seemingly)
    seeming = sum(not ringed[_place_px(middle, ringed)] for middle in middles)
    outside = [word for word in words if not ringed[_place_px(word.rect.center_mm, ringed)]]
    count = sum(letter.isalnum() for word in outside for letter in word.text if len(word.text) > 1)
    return seeming > _FEW_LETTERS and count < _HARDLY * seeming


def _place_px(point_mm: tuple[float, float], page: NDArray[np.bool_]) -> tuple[int, int]:
    x, y = (int(side * PX_PER_MM) for side in point_mm)
    return min(y, page.shape[0] - 1), min(x, page.shape[1] - 1)


def _is_outline(rect: Rect, ring: Rect) -> bool:
    """Whether what was read is the outline itself of a box or a circle that holds nothing: it is as large."""
    return holds(rect, ring, _OUTLINE_MM) and holds(grown(ring, _OUTLINE_MM), rect)


def _is_left_in(rect: Rect, ring: Rect) -> bool:
    """Whether ink in a box is what is left of marks: they cross each other in its middle."""
    return holds_point(ring, rect.center_mm) and rect.h_mm < _LEFT_SHARE * ring.h_mm


def _pale_shapes(seen: PageInk, letter_px: float, found: Sequence[Rect]) -> list[PrintedShape]:
    """Return boxes and circles of hairlines that a copier nearly lost."""
    pieces = pieces_of(seen.faint)
    if len(pieces.boxes) > MOST_PIECES:
        return []
    whole = find_shapes(pieces, letter_px, are_pale=True)
    shapes = [each.shape for each in whole if each.shape.kind in _OUTLINES and not each.shape.is_letter]
    taken = list(found)
    kept = []
    for shape in [*shapes, *_torn_boxes(pieces, seen.thin)]:
        is_large = min(shape.rect.w_mm, shape.rect.h_mm) > _LEAST_PALE_MM
        if is_large and not any(shape.rect.overlaps(rect) and not is_letter_in(shape.rect, rect) for rect in taken):
            kept.append(shape)
            taken.append(shape.rect)
    return of_one_kind(kept, seen.thin)


def _torn_boxes(pieces: Pieces, thin: NDArray[np.uint8]) -> list[PrintedShape]:
    """Return boxes of which only corners are left to be seen, though all four sides left a trace."""
    dark = clipped_ink(thin)
    low, high = (side * PX_PER_MM for side in _TORN_MM)
    widths, heights = pieces.boxes[:, 2], pieces.boxes[:, 3]
    fits = (widths > low) & (heights > low) & (widths < high) & (heights < high)
    fits &= (widths < _SQUARE * heights) & (heights < _SQUARE * widths)
    fits[0] = False
    boxes = [PrintedShape(ShapeKind.BOX, rect_of(pieces.boxes[number])) for number in np.flatnonzero(fits)]
    return [box for box in boxes[:_MOST_TORN] if OutlineTrace(box).is_whole_at(dark, box.rect)]


def _may_be_letter(pieces: Pieces, number: int) -> bool:
    _, _, width, height, _ = pieces.boxes[number]
    return bool(max(width, height) <= _LARGEST_LETTER_MM * PX_PER_MM)


def _letters_alone(seen: PageInk, pieces: Pieces, letters: Sequence[int]) -> GrayImage:
    """Return the page with nothing but what may be letters, on white paper."""
    is_letter = np.zeros(len(pieces.boxes), np.uint8)
    is_letter[list(letters)] = 1
    near = cv2.dilate(is_letter[pieces.labels], np.ones((3, 3), np.uint8))
    dark = cv2.multiply(seen.thin, near, scale=1.25)
    return np.asarray(cv2.bitwise_not(dark), np.uint8)


def _covered(words: Sequence[Word], shape: tuple[int, ...]) -> NDArray[np.uint8]:
    """Return where words are, (H, W) uint8, 0 or 1."""
    cover = np.zeros(shape, np.uint8)
    for word in words:
        left, top = int(word.rect.x_mm * PX_PER_MM), int(word.rect.y_mm * PX_PER_MM)
        right = int((word.rect.x_mm + word.rect.w_mm) * PX_PER_MM) + 1
        bottom = int((word.rect.y_mm + word.rect.h_mm) * PX_PER_MM) + 1
        cover[top:bottom, left:right] = 1
    return cover


def _drawn(pieces: Pieces, taken: set[int], covered: NDArray[np.uint8], rings: Sequence[Rect]) -> list[PrintedShape]:
    """Return what is left: slanting lines, curves, parts of pictures; no parts of torn outlines."""
    found = []
    for number in range(1, len(pieces.boxes)):
        left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
        middle = (top + height // 2, left + width // 2)
        if number in taken or max(width, height) < _DRAWN_MM * PX_PER_MM or covered[middle]:
            continue
        if not any(_lies_along(pieces, number, ring) for ring in rings):
            found.append(PrintedShape(ShapeKind.STROKE, rect_of(pieces.boxes[number])))
    return found


def _lies_along(pieces: Pieces, number: int, ring: Rect) -> bool:
    """Whether a piece of ink is part of an outline: it leaves the middle free; a speck beside it may hang on to it."""
    if not ring.overlaps(rect_of(pieces.boxes[number])):
        return False
    rows, columns = np.nonzero(pieces.cut(number))
    x_mm, y_mm = ring.center_mm
    across_mm = (columns + float(pieces.boxes[number, 0]) + 0.5) / PX_PER_MM - x_mm
    down_mm = (rows + float(pieces.boxes[number, 1]) + 0.5) / PX_PER_MM - y_mm
    half = (ring.w_mm / 2 + _TORN_SLACK_MM, ring.h_mm / 2 + _TORN_SLACK_MM)
    is_outside = (np.abs(across_mm) > half[0]) | (np.abs(down_mm) > half[1])
    is_inside = np.hypot(across_mm / ring.w_mm, down_mm / ring.h_mm) < _MIDDLE
    return bool(is_inside.mean() < _MOST_INSIDE and is_outside.mean() < _MOST_OUTSIDE)
