"""Boxes and circles that are drawn, or printed as letters -> spots, without those that are pictures or examples."""

from collections.abc import Iterable, Sequence

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PageContent, PrintedShape, ShapeKind, Word
from omr.forms.proposing.content.places import bottom_of, grown, holds, holds_point, right_of
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.spots import Spot, SpotLook
from omr.forms.proposing.spotting.tables import LARGEST_BOX_MM, touching_boxes

_SMALLEST_MM = 1.5
_USUAL_MM = (2.0, 7.5)
_LONGEST_SIDES = 2.3  # of a box or an oval, the longer to the shorter
_MOST_INSIDE = 2  # letters inside; more are a word in a frame
_BESIDE = 3.0  # widths of a box from it to an example that is filled in
_AS_LARGE = 0.85  # sides of such an example, of the box's
_LEVEL_MM, _ALIKE = (
    3.5,
    0.2,
)  # by which such marks are off one line where paper was fed askew, and by which sides differ
_CORNER_MM = 18.0  # from two edges of the paper: where marks for machines stand

_LOOKS = {ShapeKind.BOX: SpotLook.BOX, ShapeKind.OVAL: SpotLook.OVAL}


def find_drawn_spots(content: PageContent) -> tuple[list[Spot], list[Spot]]:
    """Return the spots, and those in which something is drawn already: printed examples of how to mark."""
    touching = touching_boxes(content.shapes)
    shapes = [shape for place, shape in enumerate(content.shapes) if place not in touching and _fits(shape)]
    shapes = [shape for shape in shapes if not _is_corner_mark(shape.rect, content)]
    near = _Near(content.shapes)
    spots: list[Spot] = []
    examples: list[Spot] = []
    for shape in _single(shapes, near):
        text = _text_in(shape.rect, content.words)
        if len(text) > _MOST_INSIDE:
            continue
        doubts = () if _USUAL_MM[0] <= shape.rect.h_mm <= _USUAL_MM[1] else (AreaDoubt.ODD_SIZE,)
        spot = Spot(shape.rect, _LOOKS[shape.kind], text, doubts)
        (examples if _is_marked(shape, near) else spots).append(spot)
    examples += [Spot(rect, spot.look) for spot in spots for rect in _filled_in_beside(spot, near)]
    return spots, examples


class _Near:
    """Finds shapes near a place."""

    def __init__(self, shapes: Iterable[PrintedShape]) -> None:
        self._strips: dict[int, list[PrintedShape]] = {}
        for shape in shapes:
            for strip in range(int(shape.rect.y_mm // 10), int(bottom_of(shape.rect) // 10) + 1):
                self._strips.setdefault(strip, []).append(shape)

    def touching(self, rect: Rect) -> list[PrintedShape]:
        """Return the shapes that share some room with ``rect``, in no order, each once."""
        strips = range(int(rect.y_mm // 10), int(bottom_of(rect) // 10) + 1)
        found = {id(shape): shape for strip in strips for shape in self._strips.get(strip, ())}
        return [shape for shape in found.values() if shape.rect.overlaps(rect)]


def _fits(shape: PrintedShape) -> bool:
    small_mm, large_mm = sorted((shape.rect.w_mm, shape.rect.h_mm))
    is_outline = shape.kind in _LOOKS
    return (
        is_outline and small_mm >= _SMALLEST_MM and large_mm <= LARGEST_BOX_MM and large_mm < _LONGEST_SIDES * small_mm
    )


def _is_corner_mark(rect: Rect, content: PageContent) -> bool:
    """Whether a shape stands in a corner of the paper and one like it in another, as the paper lies on its picture."""
    if not _is_at_corner(rect, content):
        return False
    x_mm, y_mm = rect.center_mm
    for shape in content.shapes:
        other_x_mm, other_y_mm = shape.rect.center_mm
        across_mm, down_mm = abs(other_x_mm - x_mm), abs(other_y_mm - y_mm)
        is_opposite = min(across_mm, down_mm) < _LEVEL_MM and max(across_mm, down_mm) > 2 * _CORNER_MM
        if is_opposite and _is_at_corner(shape.rect, content) and _is_as_large(shape.rect, rect):
            return True
    return False


def _is_at_corner(rect: Rect, content: PageContent) -> bool:
    x_mm, y_mm = rect.center_mm
    return min(x_mm, content.width_mm - x_mm) < _CORNER_MM and min(y_mm, content.height_mm - y_mm) < _CORNER_MM


def _is_as_large(one: Rect, other: Rect) -> bool:
    return max(abs(one.w_mm - other.w_mm), abs(one.h_mm - other.h_mm)) < _ALIKE * other.h_mm


def _single(shapes: Sequence[PrintedShape], near: _Near) -> Iterable[PrintedShape]:
    """Yield the shapes that hold no other candidate, and of doubled outlines the outer one; pictures are left out."""
    candidates = _Near(shapes)
    for shape in shapes:
        others = [other for other in candidates.touching(shape.rect) if other is not shape]
        if any(_is_within(other.rect, shape.rect) for other in others):
            continue
        if any(_doubles(shape.rect, other.rect) for other in others):
            continue
        if not any(_cuts(other, shape.rect) for other in near.touching(shape.rect)):
            yield shape


def _is_within(inner: Rect, outer: Rect) -> bool:
    """Whether ``outer`` is a frame around something clearly smaller."""
    return holds(outer, inner, 0.05) and max(outer.w_mm - inner.w_mm, outer.h_mm - inner.h_mm) > 1.6


def _doubles(inner: Rect, outer: Rect) -> bool:
    """Whether ``outer`` is the outer one of a double outline."""
    return holds(outer, inner) and outer != inner and not _is_within(inner, outer)


def _cuts(other: PrintedShape, rect: Rect) -> bool:
    """Whether a shape of much the same size lies partly over a candidate, as in logos."""
    mine, theirs = rect.w_mm * rect.h_mm, other.rect.w_mm * other.rect.h_mm
    if other.kind is ShapeKind.STROKE or not 0.3 < theirs / mine < 60:
        return False
    is_apart = holds(other.rect, rect, 0.3) and other.kind in _LOOKS
    return not (is_apart or holds(rect, other.rect, 0.3)) and grown(rect, -0.25).overlaps(other.rect)


def _is_marked(shape: PrintedShape, near: _Near) -> bool:
    """Whether something is drawn over a candidate that is as large as a mark in it."""
    inner = grown(shape.rect, -0.2 * shape.rect.h_mm)
    for other in near.touching(inner):
        is_ink = other.kind in (ShapeKind.STROKE, ShapeKind.SOLID)
        is_as_large = max(other.rect.w_mm, other.rect.h_mm) < 2.5 * max(shape.rect.w_mm, shape.rect.h_mm)
        if is_ink and is_as_large:
            return True
    return False


def _filled_in_beside(spot: Spot, near: _Near) -> Iterable[Rect]:
    """Yield what is as large as a box or circle, on a level with it, close, and filled in: an example of a mark."""
    rect = spot.rect
    around = Rect(rect.x_mm - _BESIDE * rect.w_mm, rect.y_mm, (2 * _BESIDE + 1) * rect.w_mm, rect.h_mm)
    for other in near.touching(around):
        is_level = abs(other.rect.center_mm[1] - rect.center_mm[1]) < 0.2 * rect.h_mm
        sizes = (other.rect.w_mm / rect.w_mm, other.rect.h_mm / rect.h_mm)
        is_as_large = min(sizes) > _AS_LARGE and max(sizes) < 1 / _AS_LARGE
        if other.kind is ShapeKind.SOLID and is_level and is_as_large and not other.rect.overlaps(rect):
            yield other.rect


def _text_in(rect: Rect, words: Sequence[Word]) -> str:
    inside = [word for word in words if holds_point(rect, word.rect.center_mm)]
    return "".join(word.text for word in sorted(inside, key=lambda word: word.rect.x_mm))


def words_outside(words: Sequence[Word], spots: Sequence[Spot]) -> list[Word]:
    """Return the words that are not inside a spot."""
    strips: dict[int, list[Rect]] = {}
    for spot in spots:
        for strip in range(int(spot.rect.y_mm // 10), int(bottom_of(spot.rect) // 10) + 1):
            strips.setdefault(strip, []).append(spot.rect)

    def is_inside(word: Word) -> bool:
        rects = strips.get(int(word.rect.center_mm[1] // 10), ())
        return any(
            holds_point(rect, word.rect.center_mm) and right_of(word.rect) < right_of(rect) + 1.0 for rect in rects
        )

    return [word for word in words if not is_inside(word)]
