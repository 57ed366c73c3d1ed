"""Rings around letters that a copier nearly lost: the letter still tells where its ring must be.

1. Letters and digits that stand by themselves, clear of other ink as far as a ring would reach, may have one.
2. Rings of every size are tried around each; a ring counts that is darker than what is around it on all sides.
3. Such a ring is kept if there are others of its size, found here or before, in its row or column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.content.places import bottom_of, holds, hull, right_of
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces, pieces_of, rect_of
from omr.forms.proposing.raster.shapes.lettered_twins import complete_lettered_rings
from omr.forms.proposing.raster.shapes.neighbours import Neighbours
from omr.forms.proposing.raster.shapes.twins import OutlineTrace, clipped_ink, kinds_of
from omr.opencv import cv2

_LETTER_MM = (1.0, 4.5)  # height of letters in rings
_WIDEST, _NEXT_DIGIT = 1.2, 0.4  # widths of a letter, and gap between the digits of a number, of its height
_SIDES_PX = range(28, 80, 2)
_SMALLEST, _LARGEST = 1.35, 3.2  # of a ring, heights of the letter it holds
_WITHIN, _BEYOND_PX = 0.4, 5.0  # ink nearer to the middle, of a ring's side, or as far outside it is another letter's
_FEWEST_STRANGE = 12  # pixels of such ink; fewer are grain
_SPARE_PX = 16  # looked at around the largest ring
_LEAST = 1.6  # grey levels by which a ring is darker than what is around it; where there is none, by a third of that
_LIKE_MM, _LINE_MM = 0.45, 0.6  # sides of rings of one kind differ by less, and the middles of one row or column
_FEWEST = 3  # of a kind in a row or column
_LIKE_KNOWN = 1.5  # sides of an oval to those of the circle by which it was found
_SAME_MM = 0.2  # by which a letter's sides are larger than those of the outline for which it was taken
_MOST = 1500  # letters that are looked at


def find_lettered_rings(
    shapes: Sequence[PrintedShape], pieces: Pieces, thin: NDArray[np.uint8], ruled: NDArray[np.uint8]
) -> list[PrintedShape]:
    """Return the rings around letters.

    Args:
        shapes: Those that were found.
        pieces: The ink of the page without rules.
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
        ruled: Where rules are, (H, W) uint8, 0 or 1.
    """
    dark = clipped_ink(thin)
    ink = np.asarray(pieces.labels > 0, np.uint8)
    pieces = pieces_of(np.asarray(cv2.dilate(ink, np.ones((3, 3), np.uint8)), np.uint8))  # torn letters whole
    taken = [shape.rect for shape in shapes if shape.kind is not ShapeKind.STROKE]
    found: list[Rect] = []
    for letter in list(_lone_letters(pieces))[:_MOST]:
        if any(rect.overlaps(letter) and not _is_letter_itself(rect, letter) for rect in taken):
            continue
        sides = list(_sides(letter))
        if not sides or _strange_ink(letter, _around(letter, sides[0]), pieces)[0] > _FEWEST_STRANGE:
            continue
        rings = _rings_around(letter, sides, pieces, dark)
        best = max(rings, key=lambda one: one[0], default=None)
        if best is None or _lies_on(best[1], ruled):
            continue
        if not any(rect.overlaps(best[1]) and not _is_letter_itself(rect, letter) for rect in taken):
            found.append(best[1])
    known = [shape.rect for shape in shapes if shape.kind is ShapeKind.OVAL]
    return [PrintedShape(ShapeKind.OVAL, ring) for ring in found if _has_like(ring, [*found, *known])]


def with_lettered_rings(
    shapes: Sequence[PrintedShape], pieces: Pieces, thin: NDArray[np.uint8], ruled: NDArray[np.uint8]
) -> tuple[PrintedShape, ...]:
    """Return shapes with the rings around letters, without letters that were taken for outlines themselves.

    Args:
        shapes: See ``find_lettered_rings``, as the others.
        pieces: Likewise.
        thin: Likewise.
        ruled: Likewise.
    """
    found = find_lettered_rings(shapes, pieces, thin, ruled)
    others = [shape for shape in shapes if not any(holds(ring.rect, shape.rect) for ring in found)]
    completed = [_as_known_ones(ring, others) for ring in complete_lettered_rings(found, thin, ruled)]
    rings = [ring for ring in completed if not any(ring.rect.overlaps(other.rect) for other in others)]
    kept = [shape for shape in shapes if not any(holds(ring.rect, shape.rect) for ring in rings)]
    return (*kept, *rings)


def _as_known_ones(ring: PrintedShape, known: Sequence[PrintedShape]) -> PrintedShape:
    """Return a ring, tried as a circle, as the ovals that were found in its row and its column, if they are alike."""
    x_mm, y_mm = ring.rect.center_mm
    for kind in kinds_of([shape for shape in known if shape.kind is ShapeKind.OVAL]):
        width_mm, height_mm = kind[0].rect.w_mm, kind[0].rect.h_mm
        if not all(1 / _LIKE_KNOWN < side / ring.rect.w_mm < _LIKE_KNOWN for side in (width_mm, height_mm)):
            continue
        row = [other for other in kind if abs(other.rect.center_mm[1] - y_mm) < _LINE_MM]
        column = [other for other in kind if abs(other.rect.center_mm[0] - x_mm) < _LINE_MM]
        if row and len(column) >= _FEWEST:
            x_mm = float(np.median([other.rect.center_mm[0] for other in column]))
            y_mm = float(np.median([other.rect.center_mm[1] for other in row]))
            rect = Rect(x_mm - width_mm / 2, y_mm - height_mm / 2, width_mm, height_mm)
            return PrintedShape(ShapeKind.OVAL, rect)
    return ring


def _is_letter_itself(rect: Rect, letter: Rect) -> bool:
    """Whether what was taken for an outline is the letter: a C that is nearly closed, say."""
    return holds(letter, rect, _SAME_MM) and holds(rect, letter, _SAME_MM)


def _lone_letters(pieces: Pieces) -> Iterator[Rect]:
    """Yield the places of letters and of numbers of two digits, perhaps parts of words still."""
    low, high = (side * PX_PER_MM for side in _LETTER_MM)
    boxes, near = pieces.boxes, Neighbours(pieces)
    for number in range(1, len(boxes)):
        left, top, width, height = (int(side) for side in boxes[number, :4])
        if not low < height < high or width > _WIDEST * height:
            continue
        yield rect_of(boxes[number])
        reach = left + width + _NEXT_DIGIT * height
        for other in near.within(left + width, top + 0.4 * height, reach, top + 0.6 * height):
            if other != number and abs(int(boxes[other, 3]) - height) < 0.15 * height:
                yield hull((rect_of(boxes[number]), rect_of(boxes[other])))


def _sides(letter: Rect) -> Iterator[int]:
    """Yield the sides that a ring around a letter can have, px."""
    across = (letter.w_mm**2 + letter.h_mm**2) ** 0.5 * PX_PER_MM
    for side in _SIDES_PX:
        if max(_SMALLEST * letter.h_mm * PX_PER_MM, across) < side < _LARGEST * letter.h_mm * PX_PER_MM:
            yield side


def _rings_around(
    letter: Rect, sides: Sequence[int], pieces: Pieces, dark: NDArray[np.float32]
) -> Iterator[tuple[float, Rect]]:
    """Yield how clearly rings show around a letter, and where, the letter's own ink taken for paper."""
    reach = sides[-1] / 2 + _SPARE_PX
    left, top = (max(round(middle * PX_PER_MM - reach), 0) for middle in letter.center_mm)
    right, low = (round(middle * PX_PER_MM + reach) for middle in letter.center_mm)
    part = dark[top:low, left:right].copy()
    columns, rows = _span_px(letter.x_mm, right_of(letter), left), _span_px(letter.y_mm, bottom_of(letter), top)
    part[rows, columns] = 0
    x_mm, y_mm = left / PX_PER_MM, top / PX_PER_MM
    near = replace(letter, x_mm=letter.x_mm - x_mm, y_mm=letter.y_mm - y_mm)
    for side in sides:
        trace, rect = _outline(side).place_at(part, _around(near, side))
        if trace < _LEAST or not _outline(side).is_closed_at(part, rect):
            continue
        ring = replace(rect, x_mm=rect.x_mm + x_mm, y_mm=rect.y_mm + y_mm)
        if sum(_strange_ink(letter, ring, pieces)) <= _FEWEST_STRANGE:
            yield trace, ring


def _span_px(start_mm: float, end_mm: float, origin: int) -> slice:
    """Return from where to where a letter reaches, its halo included, px from an origin."""
    return slice(max(round(start_mm * PX_PER_MM) - 1 - origin, 0), round(end_mm * PX_PER_MM) + 1 - origin)


def _around(letter: Rect, side: int) -> Rect:
    (x_mm, y_mm), side_mm = letter.center_mm, side / PX_PER_MM
    return Rect(x_mm - side_mm / 2, y_mm - side_mm / 2, side_mm, side_mm)


@cache
def _outline(side: int) -> OutlineTrace:
    return OutlineTrace(PrintedShape(ShapeKind.OVAL, Rect(0.0, 0.0, side / PX_PER_MM, side / PX_PER_MM)))


def _strange_ink(letter: Rect, ring: Rect, pieces: Pieces) -> tuple[int, int]:
    """Return how many pixels of other ink lie within a ring around a letter, and close outside it."""
    x, y = (side * PX_PER_MM for side in ring.center_mm)
    half = ring.w_mm * PX_PER_MM / 2
    reach = half + _BEYOND_PX
    left, top = max(round(x - reach), 0), max(round(y - reach), 0)
    rows, columns = np.nonzero(pieces.labels[top : round(y + reach), left : round(x + reach)])
    far = np.hypot(columns + left + 0.5 - x, rows + top + 0.5 - y)
    is_own = (
        (columns + left + 1 > letter.x_mm * PX_PER_MM)
        & (columns + left < right_of(letter) * PX_PER_MM)
        & (rows + top + 1 > letter.y_mm * PX_PER_MM)
        & (rows + top < bottom_of(letter) * PX_PER_MM)
    )
    within, outside = far < 2 * _WITHIN * half, (far > half + 3) & (far < reach)
    return int((~is_own & within).sum()), int((~is_own & outside).sum())


def _lies_on(ring: Rect, ruled: NDArray[np.uint8]) -> bool:
    """Whether a rule runs through a ring."""
    left, top = (max(round(side * PX_PER_MM) + 2, 0) for side in (ring.x_mm, ring.y_mm))
    right, low = round(right_of(ring) * PX_PER_MM) - 2, round(bottom_of(ring) * PX_PER_MM) - 2
    return bool(ruled[top:low, left:right].any())


def _has_like(ring: Rect, rings: Sequence[Rect]) -> bool:
    """Whether enough other rings of its size stand in the row or column of one."""
    like = [other for other in rings if other is not ring and abs(other.w_mm - ring.w_mm) < _LIKE_MM]
    (x_mm, y_mm) = ring.center_mm
    row, column = (
        sum(abs(other.center_mm[axis] - middle) < _LINE_MM for other in like) for axis, middle in ((1, y_mm), (0, x_mm))
    )
    return max(row, column) >= _FEWEST - 1
