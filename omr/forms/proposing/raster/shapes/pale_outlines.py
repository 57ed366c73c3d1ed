"""Square boxes and circles of which no side is ink any more: a copier left a trace of them that only whole tells.

1. Ink, rules and what lies close to them are blotted out; what is left is paper, its grain, and pale lines.
2. For every size, a place counts whose four sides, or whole ring, are darker than what lies within and outside.
3. Of places that lie over each other the clearest is kept, if another like it stands in its row or column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.content.places import grown, holds
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces
from omr.forms.proposing.raster.shapes.neighbours import Neighbours
from omr.forms.proposing.raster.shapes.twins import OutlineTrace, clipped_ink
from omr.opencv import cv2

_SIDES_PX = range(14, 44, 2)  # of boxes and rings, at half the resolution: 2.4 to 7.1 mm
_LEAST_SIDE, _SIDE_NOISES = 1.6, 9.0  # grey levels, and times the paper's grain, by which each side must be darker
_LEAST_RING, _RING_NOISES = 1.2, 12.0  # likewise of a ring as a whole
_INSIDE, _INSIDE_NOISES = 0.5, 2.0  # of that, and times the grain: as dark may the inside be
_LINE_PX, _ANGLE = 7, 0.22  # thickness of a line of ink, and share of its box that an angle fills
_CLOSE_PX = 9  # side of the square by which ink is blotted out
_MOST_HIDDEN = 0.12  # share of a place and its surroundings that may be blotted out
_MARGIN_MM = 4.0  # within which no printer prints
_LIKE_MM, _SAME_MM = 0.75, 0.4  # sides of outlines of one kind differ by less, and the middles of a row or column
_USUALS = 7.0  # times what lines or rings of a size usually are darker, so that the noise of a camera makes none
_FEWEST_KNOWN, _LIKE_KNOWN = 4, 0.25  # outlines found before that tell what one of theirs is, and share of their side
_GOES_ON = 0.5  # of how much darker a square is, that a line beyond its corners may be
_MOST = 4000  # places that are looked at, the clearest first

_Grey = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that may show an outline, and how much darker than its surroundings that is, grey levels."""

    score: float
    shape: PrintedShape


def find_pale_outlines(
    thin: NDArray[np.uint8], pieces: Pieces, ruled: NDArray[np.uint8], known: Sequence[PrintedShape]
) -> list[PrintedShape]:
    """Return boxes and circles that are paler than ink, two alike in a row or column at least.

    Args:
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
        pieces: The ink without rules.
        ruled: Where rules are, (H, W) uint8, 0 or 1.
        known: Shapes that were found.
    """
    hidden = _ink(pieces, ruled)
    dark = np.where(hidden > 0, np.float32(0), clipped_ink(thin))
    half: _Grey = np.asarray(cv2.resize(dark, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.float32)
    noise = 1.5 * float(np.median(np.abs(half - np.median(half))))
    inner = grown(Rect(0.0, 0.0, thin.shape[1] / PX_PER_MM, thin.shape[0] / PX_PER_MM), -_MARGIN_MM)
    places = sorted([*_squares(half, noise), *_rings(half, noise)], key=lambda one: -one.score)[:_MOST]
    found: list[PrintedShape] = []
    filled = [shape.rect for shape in known]
    near = Neighbours(pieces)
    for place in places:
        rect = place.shape.rect
        if not holds(inner, rect) or any(rect.overlaps(other) for other in filled) or _lies_in_print(rect, hidden):
            continue
        if near.running_through(place.shape):
            continue
        if place.shape.kind is ShapeKind.BOX or OutlineTrace(place.shape).is_whole_at(dark, rect, _LEAST_RING):
            found.append(place.shape)
            filled.append(rect)
    pairs = ((shape, [other for other in found if other is not shape and _are_twins(shape, other)]) for shape in found)
    return [_as_known_ones(_as_its_twins(shape, twins), known) for shape, twins in pairs if twins]


def _ink(pieces: Pieces, ruled: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return where ink and what lies close to it is blotted out, lines and angles, the rests of boxes, excepted."""
    boxes = pieces.boxes
    is_line = (boxes[:, 2:4].min(axis=1) <= _LINE_PX) | (boxes[:, 4] < _ANGLE * boxes[:, 2] * boxes[:, 3])
    is_line &= boxes[:, 2:4].max(axis=1) < 2 * _SIDES_PX.stop
    is_line[0] = True
    is_print = ~is_line[pieces.labels] | (ruled > 0)
    return np.asarray(cv2.dilate(np.asarray(is_print, np.uint8), np.ones((_CLOSE_PX, _CLOSE_PX), np.uint8)), np.uint8)


def _lies_in_print(rect: Rect, hidden: NDArray[np.uint8]) -> bool:
    """Whether ink stood in a place or beside it, as in the lines of a text."""
    left, top = (max(round((side - 0.5) * PX_PER_MM), 0) for side in (rect.x_mm, rect.y_mm))
    right, low = round((rect.x_mm + rect.w_mm + 0.5) * PX_PER_MM), round((rect.y_mm + rect.h_mm + 0.5) * PX_PER_MM)
    return float(hidden[top:low, left:right].mean()) > _MOST_HIDDEN


def _squares(half: _Grey, noise: float) -> Iterator[_Place]:
    """Yield the squares all sides of which are darker than what lies on both sides of them."""
    for side in _SIDES_PX:
        low, high = side // 2, side - side // 2
        level, upright = _lines(half, side), _lines(half.T, side).T
        sides = (
            level[:-side, low:-high],
            level[side:, low:-high],
            upright[low:-high, :-side],
            upright[low:-high, side:],
        )
        least = np.minimum(np.minimum(sides[0], sides[1]), np.minimum(sides[2], sides[3]))
        wanted = max(_LEAST_SIDE, _SIDE_NOISES * noise / side**0.5, _USUALS * _usual(level))
        for y, x in _peaks(least, wanted):
            score = float(np.mean([line[y, x] for line in sides]))
            corners = ((level, (y, x + low), (0, side)), (upright, (y + low, x), (side, 0)))
            if any(_goes_on(lines, place, step, score) for lines, place, step in corners):
                continue
            if _is_empty(half[y + 3 : y + side - 2, x + 3 : x + side - 2], score, noise):
                yield _Place(score, PrintedShape(ShapeKind.BOX, _rect(x, y, side)))


def _rings(half: _Grey, noise: float) -> Iterator[_Place]:
    """Yield the circles that are darker than what lies within and around them."""
    spectrum = _Spectrum(half)
    for side in _SIDES_PX:
        radius, size = side / 2, side + 9
        down, across = np.mgrid[:size, :size] - (size - 1) / 2
        off = np.hypot(across, down) - radius
        line, around = np.abs(off) < 0.8, (np.abs(off) > 2.0) & (np.abs(off) < 4.0)
        kernel = (line / line.sum() - around / around.sum()).astype(np.float32)
        score = spectrum.filtered(kernel)
        wanted = max(_LEAST_RING, _RING_NOISES * noise / side, _USUALS * _usual(score))
        for middle_y, middle_x in _peaks(score, wanted):
            y, x = middle_y - side // 2, middle_x - side // 2
            if min(x, y) < 0:
                continue
            quarter = side // 4
            inside = half[y + quarter : y + side - quarter, x + quarter : x + side - quarter]
            if _is_empty(inside, float(score[middle_y, middle_x]), noise):
                yield _Place(float(score[middle_y, middle_x]), PrintedShape(ShapeKind.OVAL, _rect(x, y, side)))


class _Spectrum:
    """A picture that is filtered with many kernels; taking its Fourier transform once saves most of the time."""

    def __init__(self, picture: _Grey) -> None:
        self._shape = picture.shape
        self._size = tuple(cv2.getOptimalDFTSize(side) for side in picture.shape)
        self._spectrum = cv2.dft(self._padded(picture))

    def filtered(self, kernel: _Grey) -> _Grey:
        """Return the picture correlated with a kernel, whose middle is its anchor; it goes round at the edges."""
        rows, columns = kernel.shape
        moved = np.roll(self._padded(kernel), (-(rows // 2), -(columns // 2)), axis=(0, 1))
        product = cv2.mulSpectrums(self._spectrum, cv2.dft(moved), 0, conjB=True)
        found = cv2.dft(product, flags=cv2.DFT_INVERSE | cv2.DFT_SCALE | cv2.DFT_REAL_OUTPUT)
        return np.asarray(found[: self._shape[0], : self._shape[1]], np.float32)

    def _padded(self, picture: _Grey) -> _Grey:
        padded = np.zeros(self._size, np.float32)
        padded[: picture.shape[0], : picture.shape[1]] = picture
        return padded


def _lines(half: _Grey, side: int) -> _Grey:
    """Return how much darker level lines as long as a square's side are than what lies above and below them."""
    lines = cv2.blur(half, (side - 3, 1))
    around = np.maximum(np.roll(lines, 3, axis=0), np.roll(lines, -3, axis=0))
    return np.asarray(cv2.dilate(lines - around, np.ones((3, 1), np.uint8)), np.float32)


def _goes_on(lines: _Grey, middle: tuple[int, int], step: tuple[int, int], score: float) -> bool:
    """Whether the first side of a square, or the one opposite, goes on beyond both of its ends, as a rule does.

    Args:
        lines: How much darker lines around every pixel are.
        middle: Row and column of the first side's middle.
        step: From a side's middle to the middle of what would go on, px; exchanged, to the opposite side.
        score: How much darker the square is.
    """
    rows, columns = lines.shape
    for across in (0, 1):
        y, x = middle[0] + across * step[1], middle[1] + across * step[0]
        ends = [(y + way * step[0], x + way * step[1]) for way in (1, -1)]
        if all(
            0 <= row < rows and 0 <= column < columns and lines[row, column] > _GOES_ON * score for row, column in ends
        ):
            return True
    return False


def _usual(score: _Grey) -> float:
    """Return how far from none a score usually is, as paper's grain and a camera's noise make it."""
    return 1.5 * float(np.median(np.abs(score[::3, ::3])))


def _peaks(score: _Grey, least: float) -> Iterator[tuple[int, int]]:
    """Yield the rows and columns where a score is high enough and higher than around."""
    highest = cv2.dilate(score, np.ones((5, 5), np.uint8))
    for y, x in np.argwhere((score >= least) & (score >= highest))[:_MOST]:
        yield int(y), int(x)


def _is_empty(inside: _Grey, score: float, noise: float) -> bool:
    return inside.size > 0 and float(inside.mean()) < max(_INSIDE * score, _INSIDE_NOISES * noise)


def _rect(x: int, y: int, side: int) -> Rect:
    return Rect((2 * x + 0.5) / PX_PER_MM, (2 * y + 0.5) / PX_PER_MM, 2 * side / PX_PER_MM, 2 * side / PX_PER_MM)


def _are_twins(one: PrintedShape, other: PrintedShape) -> bool:
    """Whether two shapes are much of a size and stand in a row or column."""
    (x_mm, y_mm), (other_x_mm, other_y_mm) = one.rect.center_mm, other.rect.center_mm
    is_as_large = abs(one.rect.w_mm - other.rect.w_mm) < _LIKE_MM
    return is_as_large and min(abs(other_x_mm - x_mm), abs(other_y_mm - y_mm)) < _SAME_MM


def _as_known_ones(shape: PrintedShape, known: Sequence[PrintedShape]) -> PrintedShape:
    """Return a shape as those that were found in its row and column, if they are of one kind and much of its size."""
    x_mm, y_mm = shape.rect.center_mm
    like = [
        other
        for other in known
        if other.kind in (ShapeKind.BOX, ShapeKind.OVAL)
        and not other.is_letter
        and abs(other.rect.w_mm - shape.rect.w_mm) < _LIKE_KNOWN * other.rect.w_mm
        and min(abs(other.rect.center_mm[0] - x_mm), abs(other.rect.center_mm[1] - y_mm)) < _SAME_MM
    ]
    kinds = {other.kind for other in like}
    if len(like) < _FEWEST_KNOWN or len(kinds) > 1:
        return shape
    width_mm, height_mm = (median(sides) for sides in zip(*((o.rect.w_mm, o.rect.h_mm) for o in like), strict=True))
    rect = Rect(x_mm - width_mm / 2, y_mm - height_mm / 2, width_mm, height_mm)
    return PrintedShape(kinds.pop(), rect)


def _as_its_twins(shape: PrintedShape, twins: Sequence[PrintedShape]) -> PrintedShape:
    """Return a shape as what most of its twins are, and as large; so pale, one is easily taken for another."""
    every = [shape, *twins]
    side_mm = median(other.rect.w_mm for other in every)
    like = sum(other.kind is shape.kind for other in every)
    other_kind = ShapeKind.BOX if shape.kind is ShapeKind.OVAL else ShapeKind.OVAL
    x_mm, y_mm = shape.rect.center_mm
    rect = Rect(x_mm - side_mm / 2, y_mm - side_mm / 2, side_mm, side_mm)
    return PrintedShape(shape.kind if 2 * like >= len(every) else other_kind, rect)
