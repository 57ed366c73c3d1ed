"""Pieces of ink -> boxes, circles, brackets around nothing, and what is solid."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.content.places import holds, holds_point
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces, rect_of
from omr.forms.proposing.raster.shapes.brackets import find_brackets
from omr.forms.proposing.raster.shapes.neighbours import Neighbours
from omr.opencv import cv2

_SIDE_MM = (1.4, 12.5)
_LONGEST_SIDES = 3.0
_SPUR, _MOST_SPUR, _MOST_SPUR_PX = 0.2, 0.16, 4  # share of a side inked in a spur, and how far one sticks out
_GAP_PX = 5  # in an outline that is printed badly
_EDGE = 0.86  # share of a box's four edges that is inked
_SHARP, _LEAST_SHARP_MM = 0.95, 1.9  # likewise of a box that no letter looks like, and its height
_CORNER = 0.12  # of a box's side: a circle begins 0.15 of it away from its corner
_ROUND = 0.82  # likewise of an ellipse
_HOLLOW = 0.4  # share of an outline's inside that is paper
_SOLID = 0.88  # share of its box that a solid piece fills
_LEAST_SOLID_MM = 1.3
_NEIGHBOUR_MM = 0.75  # between letters of a word
_TIGHT_MM, _LETTERS_HIGH = 0.4, 1.35  # between letters mostly, and heights of small letters: as high as them
_IN_WORD, _BASE = 0.5, 0.12  # of a letter's height: to the next ones, and from the lower edge of one to theirs
_NARROW = 0.85  # width to height of a box that is a nought if it stands close to letters
_LETTER_TALL = 0.8  # width to height below which a ring is a nought
_LARGER = 1.5  # than small letters: a box that stands close to letters
_INNER = 0.78  # height of a letter in a ring, of the ring's
_LETTER = 0.78  # likewise of one that was taken for an outline
_LONGEST_GAP = 7  # points at which an ellipse is not inked, next to each other
_THICK = 0.14  # stroke to height of a letter, from which it is no outline
_ROUND_SIDES = 1.15  # of a thick ring, the longer side to the shorter
_WIDE_SIDES = 1.9  # likewise of one that is wider than a letter, and stands in rows and columns
_FULL = 0.72  # share of its box that such a ring with a letter may fill; a disc fills more
_BESIDE_WIDTHS = 4  # of a ring filled by its letter to one that is not, from edge to edge
_MANY_MELTED = 4  # boxes with something in them that is melted into their sides: letters, no marks
_LIKE = 2  # rings in a row and in a column, or twice as many in one of both
_WITHIN = 0.3  # of its sides, from a piece's edge to its middle
_POINTS = 72  # at which an ellipse is looked at


@dataclass(frozen=True, slots=True)
class FoundShape:
    """A shape and the pieces of ink it is made of."""

    shape: PrintedShape
    pieces: tuple[int, ...]


def find_shapes(pieces: Pieces, letter_px: float, *, are_pale: bool = False) -> list[FoundShape]:
    """Return the shapes of a page.

    Args:
        pieces: Ink without rules.
        letter_px: Usual height of small letters, px.
        are_pale: Whether they are too pale for letters, so that a thick ring is none.
    """
    found: list[FoundShape] = []
    near = Neighbours(pieces)
    for number in range(1, len(pieces.boxes)):
        kind = _kind(pieces, number, near, letter_px, are_pale=are_pale)
        if kind is not None and ShapeKind.SOLID not in kind and _is_within_word(pieces, number, near):
            continue
        if kind is not None:
            found += [FoundShape(PrintedShape(one, rect_of(pieces.boxes[number])), (number,)) for one in kind]
            continue
        for box in _joined_boxes(pieces, number, letter_px):
            found.append(FoundShape(PrintedShape(ShapeKind.BOX, rect_of(box)), (number,)))
    strokes = [shape for shape in found if shape.shape.kind is ShapeKind.STROKE]
    if len(strokes) >= _MANY_MELTED:
        found = [shape for shape in found if shape.shape.kind is not ShapeKind.STROKE]
    taken = {number for shape in found for number in shape.pieces}
    found += [
        FoundShape(PrintedShape(ShapeKind.OVAL, rect_of(pieces.boxes[number])), (number,))
        for number in _thick_rings(pieces, near, letter_px, taken)
    ]
    found = _without_letters_in_rings(found)
    taken = {number for shape in found for number in shape.pieces}
    return found + [FoundShape(shape, numbers) for shape, numbers in find_brackets(pieces, near, taken)]


def _without_letters_in_rings(found: Sequence[FoundShape]) -> list[FoundShape]:
    """Drop what stands in a box or circle of much more room: an O or a D, say, in a ring."""
    rings = [each.shape.rect for each in found if each.shape.kind is not ShapeKind.SOLID]
    return [
        each
        for each in found
        if each.shape.kind is ShapeKind.SOLID
        or not any(holds(ring, each.shape.rect) and each.shape.rect.h_mm < _INNER * ring.h_mm for ring in rings)
    ]


def _thick_rings(pieces: Pieces, near: Neighbours, letter_px: float, taken: set[int]) -> list[int]:
    """Return the rings in rows or columns, clear of words, that are drawn as thickly as letters or melted into one."""
    rings: list[int] = []
    full: list[int] = []
    for number in range(1, len(pieces.boxes)):
        width, height = (int(side) for side in pieces.boxes[number, 2:4])
        is_round = 1 / _ROUND_SIDES < width / height < _WIDE_SIDES
        if number in taken or not is_round or not _SIDE_MM[0] < height / PX_PER_MM < _SIDE_MM[1]:
            continue
        if _ring_share(_closed(pieces.cut(number))) < _ROUND:
            continue
        if _is_letter(pieces, number, near, letter_px, 1.0) or _is_beside_letters(pieces, number, near, _NEIGHBOUR_MM):
            continue
        (full if int(pieces.boxes[number, 4]) > _FULL * width * height else rings).append(number)
    rings = [number for number in rings if has_like(pieces, number, rings) and _stands_in_grid(pieces, number, rings)]
    beside = [number for number in full if any(_is_beside_like(pieces, number, ring) for ring in rings)]
    return rings + [number for number in beside if has_like(pieces, number, beside)]


def _is_beside_like(pieces: Pieces, number: int, ring: int) -> bool:
    """Whether a disc stands close beside a ring as large as it: one that its letter has filled."""
    own, other = (pieces.boxes[which] for which in (number, ring))
    reach = 0.1 * float(own[3])
    is_like = max(abs(other[2] - own[2]), abs(other[3] - own[3])) <= reach
    return bool(is_like and abs(other[1] - own[1]) <= 2 * reach and abs(other[0] - own[0]) < _BESIDE_WIDTHS * own[2])


def _stands_in_grid(pieces: Pieces, number: int, rings: Sequence[int]) -> bool:
    """Whether a ring is round, or one wider than a letter has its like in its row and below each other."""
    own = pieces.boxes[number]
    if own[2] < _ROUND_SIDES * own[3]:
        return True
    row, column = _count_like(pieces, number, rings)
    return row >= _LIKE and column >= 2 * _LIKE


def has_like(pieces: Pieces, number: int, rings: Sequence[int]) -> bool:
    """Whether enough of other rings, by their pieces, are as large and stand in the row or column of one."""
    row, column = _count_like(pieces, number, rings)
    return (row >= _LIKE and column >= _LIKE) or max(row, column) >= 2 * _LIKE


def _count_like(pieces: Pieces, number: int, rings: Sequence[int]) -> tuple[int, int]:
    """Return how many of other rings are as large and stand in the row, and in the column, of one, itself included."""
    own = pieces.boxes[number]
    reach = 0.1 * float(own[3])
    like = [
        other
        for other in rings
        if abs(pieces.boxes[other, 3] - own[3]) <= reach and abs(pieces.boxes[other, 2] - own[2]) <= reach
    ]
    row, column = (
        sum(abs(int(pieces.boxes[other, side]) - int(own[side])) <= 2 * reach for other in like) for side in (1, 0)
    )
    return row, column


def _kind(
    pieces: Pieces, number: int, near: Neighbours, letter_px: float, *, are_pale: bool
) -> tuple[ShapeKind, ...] | None:
    """Return what a piece of ink is, a box that is crossed out being two shapes; None if it is no shape of its own."""
    _, _, width, height, count = (int(side) for side in pieces.boxes[number])
    small, large = sorted((width, height))
    if count > _SOLID * width * height and small > _LEAST_SOLID_MM * PX_PER_MM:
        return (ShapeKind.SOLID,)
    if small < _SIDE_MM[0] * PX_PER_MM or large > _SIDE_MM[1] * PX_PER_MM or large > _LONGEST_SIDES * small:
        return None
    mask = _closed(pieces.cut(number))
    edge = _edge_share(mask)
    if edge < _EDGE and _ring_share(mask) < _ROUND:  # a ring without its upper and lower ends would be a box
        trimmed = _without_spurs(mask)
        spurless = _edge_share(trimmed)
        mask, edge = (trimmed, spurless) if spurless >= _EDGE and _has_corners(trimmed) else (mask, edge)
    is_box = edge >= _EDGE
    is_sharp = edge >= _SHARP and _has_corners(mask)
    is_no_letter = is_sharp and width >= _LETTER_TALL * height and height > _LEAST_SHARP_MM * PX_PER_MM
    if is_no_letter and height < _LETTERS_HIGH * letter_px and not are_pale:
        is_no_letter = not _is_beside_letters(pieces, number, near, _TIGHT_MM)
    if not _is_hollow(mask):
        return (ShapeKind.BOX, ShapeKind.STROKE) if is_no_letter else None
    if is_box and (height > _LARGER * letter_px or is_no_letter):
        is_round = width < _NARROW * height or not _has_corners(mask)
        is_nought = is_round and _is_beside_letters(pieces, number, near, _TIGHT_MM)
        return None if is_nought else (ShapeKind.BOX,)
    if not is_box and _ring_share(mask) < _ROUND:
        return None
    if width < _LETTER_TALL * height and not (is_box and _has_corners(mask)):
        return None
    if _is_letter(pieces, number, near, letter_px, 1.0 if are_pale else _THICK):
        return None
    return (ShapeKind.BOX if is_box else ShapeKind.OVAL,)


def _closed(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    padded = cv2.copyMakeBorder(mask, _GAP_PX, _GAP_PX, _GAP_PX, _GAP_PX, cv2.BORDER_CONSTANT, value=0)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_GAP_PX, _GAP_PX))
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, kernel)
    return np.asarray(closed[_GAP_PX:-_GAP_PX, _GAP_PX:-_GAP_PX], np.uint8)


def _without_spurs(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a piece without what sticks out of it, as a speck at a corner of a box does."""
    height, width = mask.shape
    most = max(_MOST_SPUR_PX, round(_MOST_SPUR * min(height, width)))
    rows = np.flatnonzero(mask.sum(axis=1) > _SPUR * width)
    columns = np.flatnonzero(mask.sum(axis=0) > _SPUR * height)
    if not len(rows) or not len(columns):
        return mask
    top, low, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    if max(top, height - low, left, width - right) > most:
        return mask
    return mask[top:low, left:right]


def _stroke_px(mask: NDArray[np.uint8]) -> float:
    """Return how thick the strokes of a piece are, px."""
    padded = np.pad(mask, 1)
    rim = padded & (1 - cv2.erode(padded, np.ones((3, 3), np.uint8)))
    return 2.0 * float(mask.sum()) / max(float(rim.sum()), 1.0)


def _is_hollow(mask: NDArray[np.uint8]) -> bool:
    """Whether most of what lies within the outer edge of a piece is paper, not counting its own print."""
    height, width = mask.shape
    inner = mask[round(0.22 * height) : round(0.78 * height), round(0.22 * width) : round(0.78 * width)]
    return inner.size > 0 and 1 - inner.mean() >= _HOLLOW


def _edge_share(mask: NDArray[np.uint8]) -> float:
    """Return the share of the four edges of a piece's box along which there is ink; corners may be round."""
    height, width = mask.shape
    deep = max(3, round(0.09 * min(height, width)))
    x_cut, y_cut = round(0.14 * width), round(0.14 * height)
    edges = (
        mask[:deep, x_cut : width - x_cut].max(axis=0),
        mask[-deep:, x_cut : width - x_cut].max(axis=0),
        mask[y_cut : height - y_cut, :deep].max(axis=1),
        mask[y_cut : height - y_cut, -deep:].max(axis=1),
    )
    return float(min(edge.mean() for edge in edges))


def _has_corners(mask: NDArray[np.uint8]) -> bool:
    """Whether there is ink in every corner of a piece's box; a round letter has none there, however small it is."""
    deep = max(2, round(_CORNER * min(mask.shape)))
    corners = (mask[:deep, :deep], mask[:deep, -deep:], mask[-deep:, :deep], mask[-deep:, -deep:])
    return all(corner.any() for corner in corners)


def _ring_share(mask: NDArray[np.uint8]) -> float:
    """Return the share of the ellipse in a piece's box along which there is ink; 0.0 where corners are inked."""
    height, width = mask.shape
    corner_y, corner_x = max(round(0.1 * height), 1), max(round(0.1 * width), 1)
    corners = (
        mask[:corner_y, :corner_x],
        mask[:corner_y, -corner_x:],
        mask[-corner_y:, :corner_x],
        mask[-corner_y:, -corner_x:],
    )
    if any(corner.mean() > 0.15 for corner in corners):
        return 0.0
    angles = np.linspace(0, 2 * np.pi, _POINTS, endpoint=False)
    seen = np.zeros(_POINTS, bool)
    for inset in (0.5, 2.0, 3.5, 0.05 * min(width, height) + 1.0, 0.09 * min(width, height)):
        x = (width - 1) / 2 + ((width - 1) / 2 - inset) * np.cos(angles)
        y = (height - 1) / 2 + ((height - 1) / 2 - inset) * np.sin(angles)
        seen |= mask[np.rint(y).astype(int).clip(0, height - 1), np.rint(x).astype(int).clip(0, width - 1)] > 0
    return 0.0 if _longest_gap(seen) > _LONGEST_GAP else float(seen.mean())


def _longest_gap(seen: NDArray[np.bool_]) -> int:
    """Return how many points in a row, round the ring, are not inked."""
    inked = np.flatnonzero(seen)
    if not len(inked):
        return len(seen)
    return int(np.diff(np.append(inked, inked[0] + len(seen))).max()) - 1


def _holds_another(pieces: Pieces, number: int, near: Neighbours) -> bool:
    """Whether another piece of ink stands in a ring: a digit, say."""
    left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
    inside = near.within(left + 0.25 * width, top + 0.25 * height, left + 0.75 * width, top + 0.75 * height)
    return any(other != number and _lies_in(pieces.boxes[other], pieces.boxes[number]) for other in inside)


def _is_letter(pieces: Pieces, number: int, near: Neighbours, letter_px: float, thick: float) -> bool:
    """Whether a ring is an O, a nought, or an "e" that came apart: drawn thickly, or close to letters and no larger."""
    height = int(pieces.boxes[number, 3])
    if _holds_another(pieces, number, near):
        return height < _LETTERS_HIGH * letter_px and _is_in_line(pieces, number, near)
    is_thick = _stroke_px(pieces.cut(number)) > thick * height
    if height < 2.0 * letter_px and is_thick:
        return True
    if height > 2.4 * letter_px and not is_thick:
        return False
    return _is_beside_letters(pieces, number, near, _NEIGHBOUR_MM)


def _is_beside_letters(pieces: Pieces, number: int, near: Neighbours, reach_mm: float) -> bool:
    """Whether other ink of a letter's height stands close to a piece, left or right."""
    left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
    reach = reach_mm * PX_PER_MM
    beside = near.within(left - reach, top + 0.2 * height, left + width + reach, top + 0.8 * height)
    for other in beside:
        high = int(pieces.boxes[other, 3])
        if other != number and 0.4 * height < high < 2.0 * height:
            return True
    return False


def _is_in_line(pieces: Pieces, number: int, near: Neighbours) -> bool:
    """Whether a letter of another size stands on the same line as a piece, as close as in a word."""
    left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
    reach = _TIGHT_MM * PX_PER_MM
    beside = near.within(left - reach, top + 0.2 * height, left + width + reach, top + 0.8 * height)
    return any(
        _stands_on(pieces, other, number) and not _is_as_large(pieces, other, number)
        for other in beside
        if other != number and not _lies_in(pieces.boxes[other], pieces.boxes[number])
    )


def _is_within_word(pieces: Pieces, number: int, near: Neighbours) -> bool:
    """Whether letters on the same line stand close to a piece on both sides: it is an "s" or an "a" of a bold title.

    Between two that are as large as itself it is a ring of a row if there is none of its ink in its middle: no word
    repeats a letter three times.
    """
    left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
    reach = min(_NEIGHBOUR_MM * PX_PER_MM, _IN_WORD * height)
    sides = []
    for start, end in ((left - reach, left), (left + width, left + width + reach)):
        beside = near.within(start, top + 0.2 * height, end, top + 0.8 * height)
        sides.append([other for other in beside if other != number and _stands_on(pieces, other, number)])
    if not all(sides):
        return False
    is_in_row = all(any(_is_as_large(pieces, other, number) for other in side) for side in sides)
    return not is_in_row or _is_inked_within(pieces.cut(number))


def _is_inked_within(mask: NDArray[np.uint8]) -> bool:
    """Whether there is ink of a piece in its middle: a letter that is melted into its ring."""
    height, width = mask.shape
    inner = mask[
        round(_WITHIN * height) : round((1 - _WITHIN) * height), round(_WITHIN * width) : -round(_WITHIN * width)
    ]
    return bool(inner.any())


def _stands_on(pieces: Pieces, other: int, number: int) -> bool:
    """Whether a piece ends where a letter ends, and is about as high."""
    box, own = pieces.boxes[other], pieces.boxes[number]
    is_level = abs(int(box[1] + box[3]) - int(own[1] + own[3])) <= _BASE * own[3]
    return bool(is_level and 0.75 * own[3] < box[3] < 1.7 * own[3])


def _is_as_large(pieces: Pieces, other: int, number: int) -> bool:
    """Whether the sides of two pieces differ by a tenth at most."""
    (width, height), own = pieces.boxes[other, 2:4], pieces.boxes[number]
    return bool(abs(width - own[2]) <= 0.1 * own[3] and abs(height - own[3]) <= 0.1 * own[3])


def _lies_in(inner: NDArray[np.int32], outer: NDArray[np.int32]) -> bool:
    return bool(
        inner[0] > outer[0]
        and inner[1] > outer[1]
        and inner[0] + inner[2] < outer[0] + outer[2]
        and inner[1] + inner[3] < outer[1] + outer[3]
    )


def _joined_boxes(pieces: Pieces, number: int, letter_px: float) -> list[NDArray[np.int32]]:
    """Return the boxes that touch each other, or other ink, and so are one piece: by the paper that they enclose."""
    left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
    least, most = max(_SIDE_MM[0] * PX_PER_MM, _LARGER * letter_px), _SIDE_MM[1] * PX_PER_MM
    if min(width, height) < least or max(width, height) < 1.6 * least or max(width, height) > 60 * PX_PER_MM:
        return []
    mask = _closed(pieces.cut(number))
    count, _, holes, _ = cv2.connectedComponentsWithStats(1 - np.pad(mask, 1), connectivity=4)
    found = []
    for hole in range(1, count):
        x, y, w, h, area = (int(side) for side in holes[hole])
        is_outside = x == 0 or y == 0 or x + w == width + 2 or y + h == height + 2
        if is_outside or area < 0.93 * w * h or min(w, h) < least or max(w, h) > most or max(w, h) > 2.3 * min(w, h):
            continue
        found.append(np.array([left + x - 3, top + y - 3, w + 4, h + 4, area], np.int32))
    return found


def is_letter_in(ring: Rect, rect: Rect) -> bool:
    """Whether what was taken for an outline is a letter, an O or a D say, in the middle of an outline."""
    return holds(ring, rect) and rect.h_mm < _LETTER * ring.h_mm and holds_point(rect, ring.center_mm)


def kept_shapes(found: Sequence[FoundShape]) -> tuple[PrintedShape, ...]:
    """Return the shapes alone."""
    return tuple(each.shape for each in found)
