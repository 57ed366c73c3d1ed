"""Boxes and circles that a copier nearly lost, found because others like them stand in the same row or column."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.content.places import grown, holds
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces
from omr.forms.proposing.raster.shapes.neighbours import Neighbours
from omr.opencv import cv2

_SAME_MM = 0.35  # sides of shapes of one kind differ by less, and so do the middles of a column
_REACH_PX = 5  # around a row or column
_CLIPPED = 40  # grey levels; darker ink proves no more
_EDGE_PX = 3  # of a place, where a rule may touch it
_DARK, _MOST_DARK = 110, 0.02  # grey levels of letters, and share of a place that may have them
_SHARE = 0.22  # of the usual trace of those found, that a lost one must have left
_LEAST = 2.5  # grey levels likewise
_PALE_SHARE, _FAINTEST = 0.6, 0.8  # likewise where all are paler than that
_LEAST_PART = 0.3  # of its trace, on every side of the outline
_SLANT, _FEWEST_BENT = 0.41, 3  # of an oval's quarters, the middle part, and how many show there
_MARGIN_MM = 4.0  # within which no printer prints, but edges of paper show
_LARGEST_MM = 8.0
_BESIDE_RULE_PX = 5  # side of the square by which rules are blotted out, so that they hide no outline close to them
_HIDDEN, _MOST_HIDDEN = 0.5, 2  # share of a side that a rule hides, and sides of which that may be so
_LETTER_EDGE_PX = 5  # side of the square by which letters beside an outline are blotted out, their blurred edges too
_FEWEST = 2  # of a kind in a row or column
_FEWEST_MIXED = 6  # of a size, some of them boxes and some rings, that are taken for one kind


def find_twins(
    shapes: Sequence[PrintedShape],
    thin: NDArray[np.uint8],
    ruled: NDArray[np.uint8],
    pieces: Pieces | None = None,
    *,
    hold_letters: bool = False,
) -> list[PrintedShape]:
    """Return shapes that are printed so badly that only their like tells where they are.

    Args:
        shapes: Those that were found.
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
        ruled: Where rules are, (H, W) uint8, 0 or 1.
        pieces: The ink of the page without rules; None if ``thin`` shows none.
        hold_letters: Whether they hold something, of which ``thin`` shows no more than pale rests.
    """
    rules = cv2.dilate(ruled, np.ones((_BESIDE_RULE_PX, _BESIDE_RULE_PX), np.uint8))
    clipped = np.where(rules > 0, np.float32(0), clipped_ink(thin))
    page = Rect(0.0, 0.0, thin.shape[1] / PX_PER_MM, thin.shape[0] / PX_PER_MM)
    inner = grown(page, -_MARGIN_MM)
    is_dark = cv2.integral(np.asarray((thin > _DARK) | (ruled > 0), np.uint8))
    letters = _Letters(pieces) if pieces is not None else None
    found: list[PrintedShape] = []
    for kind in kinds_of(shapes):
        outline = OutlineTrace(kind[0])
        traces = [outline.trace_at(clipped, shape.rect) for shape in kind]
        usual = float(np.median(traces))
        least = max(_SHARE * usual, min(_LEAST, _PALE_SHARE * usual), _FAINTEST)
        taken = [shape.rect for shape in [*shapes, *found]]
        for strip in _strips(kind, clipped.shape):
            for rect in outline.found_in(clipped, strip, least, rules, hold_letters=hold_letters):
                shape = PrintedShape(kind[0].kind, rect)
                if not holds(inner, rect) or not _is_pale(rect, is_dark) or any(map(rect.overlaps, taken)):
                    continue
                place = outline.place_of(rect)
                beside = letters.beside(shape, place) if letters is not None else None
                if beside is None or outline.shows_without(beside, clipped[place], rules[place]):
                    found.append(shape)
                    taken.append(rect)
    return found


class _Letters:
    """Tells which ink of a page is no part of an outline, though it touches its line."""

    def __init__(self, pieces: Pieces) -> None:
        self._labels = pieces.labels
        self._near = Neighbours(pieces)

    def beside(self, outline: PrintedShape, place: tuple[slice, slice]) -> NDArray[np.uint8] | None:
        """Return where such ink is in a place, (H, W) uint8, 0 or 1; None if there is none."""
        numbers = self._near.running_through(outline)
        if not numbers:
            return None
        is_letter = np.isin(self._labels[place], numbers).astype(np.uint8)
        return np.asarray(cv2.dilate(is_letter, np.ones((_LETTER_EDGE_PX, _LETTER_EDGE_PX), np.uint8)), np.uint8)


def clipped_ink(thin: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the darkness in which traces of outlines are measured: letters weigh no more than pale lines."""
    return np.minimum(thin, _CLIPPED).astype(np.float32)


def _is_pale(rect: Rect, is_dark: NDArray[np.int32]) -> bool:
    """Whether a place holds no dark ink, as that of letters is; ``is_dark`` is summed up."""
    left, top = round(rect.x_mm * PX_PER_MM) + _EDGE_PX, round(rect.y_mm * PX_PER_MM) + _EDGE_PX
    right, low = (round(end * PX_PER_MM) - _EDGE_PX for end in (rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm))
    count = is_dark[low, right] - is_dark[top, right] - is_dark[low, left] + is_dark[top, left]
    return bool(count < _MOST_DARK * (right - left) * (low - top))


class OutlineTrace:
    """What an outline of one kind and size leaves on paper."""

    def __init__(self, shape: PrintedShape) -> None:
        self.width, self.height = (round(side * PX_PER_MM) for side in (shape.rect.w_mm, shape.rect.h_mm))
        rows, columns = self.height + 8, self.width + 8
        line = np.zeros((rows, columns), np.uint8)
        low, high = (4, 4), (3 + self.width, 3 + self.height)
        if shape.kind is ShapeKind.BOX:
            cv2.rectangle(line, low, high, (1,), 2)
        else:
            middle = (columns // 2, rows // 2)
            cv2.ellipse(line, middle, (self.width // 2 - 1, self.height // 2 - 1), 0, 0, 360, (1,), 2)
        around = cv2.dilate(line, np.ones((9, 9), np.uint8)) - cv2.dilate(line, np.ones((5, 5), np.uint8))
        self._kernel = (line / max(line.sum(), 1) - around / max(around.sum(), 1)).astype(np.float32)
        self._line = line
        self._parts = list(_parts(line, around, is_box=shape.kind is ShapeKind.BOX))
        self._is_box = shape.kind is ShapeKind.BOX
        self._slants = _slants(rows, columns)

    def trace_at(self, dark: NDArray[np.float32], rect: Rect) -> float:
        """Return how much darker than its surroundings an outline is, grey levels."""
        return self.place_at(dark, rect)[0]

    def place_at(self, dark: NDArray[np.float32], rect: Rect) -> tuple[float, Rect]:
        """Return the best trace of an outline near a place, grey levels, and where it lies."""
        left, top = (max(round(side * PX_PER_MM) - 6, 0) for side in (rect.x_mm, rect.y_mm))
        seen = dark[top : top + self._kernel.shape[0] + 4, left : left + self._kernel.shape[1] + 4]
        if seen.shape[0] < self._kernel.shape[0] or seen.shape[1] < self._kernel.shape[1]:
            return 0.0, rect
        _, best, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(seen, self._kernel, cv2.TM_CCORR))
        return float(best), self._rect(left + x, top + y)

    def best_trace(self, dark: NDArray[np.float32]) -> float:
        """Return how much darker than its surroundings an outline is, wherever it is so most, grey levels."""
        return float(cv2.matchTemplate(dark, self._kernel, cv2.TM_CCORR).max())

    def found_in(
        self,
        dark: NDArray[np.float32],
        strip: tuple[slice, slice],
        least: float,
        rules: NDArray[np.uint8],
        *,
        hold_letters: bool,
    ) -> Iterator[Rect]:
        """Yield the places in a strip that show an outline; one or two of its sides may lie along a rule."""
        seen = dark[strip]
        if seen.shape[0] < self._kernel.shape[0] or seen.shape[1] < self._kernel.shape[1]:
            return
        traces = cv2.matchTemplate(seen, self._kernel, cv2.TM_CCORR)
        while True:
            _, best, _, (x, y) = cv2.minMaxLoc(traces)
            if best < least:
                return
            top, left = max(y - self.height // 2, 0), max(x - self.width // 2, 0)
            traces[top : y + self.height // 2 + 1, left : x + self.width // 2 + 1] = 0
            place = np.s_[y : y + self._line.shape[0], x : x + self._line.shape[1]]
            is_empty = hold_letters or self._is_empty(seen[place], best)
            if is_empty and self._shows_all(seen[place], best, rules[strip][place]):
                yield self._rect(strip[1].start + x, strip[0].start + y)

    def is_whole_at(self, dark: NDArray[np.float32], rect: Rect, least: float = _LEAST) -> bool:
        """Whether every side of the outline shows at a place, and the inside is paper."""
        trace, there = self.place_at(dark, rect)
        return trace >= least and self._is_whole(dark[self.place_of(there)], trace)

    def is_closed_at(self, dark: NDArray[np.float32], rect: Rect) -> bool:
        """Whether every side of the outline shows at a place, and an oval where it is no box; whatever it holds."""
        place = dark[self.place_of(rect)]
        if place.shape != self._line.shape:
            return False
        trace = self.trace_at(dark, rect)
        return self._is_closed(place, trace) and (self._is_box or self._is_bent(place, trace))

    def shows_sides_at(self, dark: NDArray[np.float32], rect: Rect, least: int) -> bool:
        """Whether so many of the four sides of the outline show at a place, whatever the inside holds."""
        trace, there = self.place_at(dark, rect)
        place = dark[self.place_of(there)]
        return place.shape == self._line.shape and sum(self._sides(place, trace)) >= least

    def place_of(self, rect: Rect) -> tuple[slice, slice]:
        """Return the rows and columns of a place with what lies around the outline."""
        left, top = (max(round(side * PX_PER_MM) - 4, 0) for side in (rect.x_mm, rect.y_mm))
        return slice(top, top + self._line.shape[0]), slice(left, left + self._line.shape[1])

    def shows_without(self, letters: NDArray[np.uint8], dark: NDArray[np.float32], rules: NDArray[np.uint8]) -> bool:
        """Whether every side of the outline shows at a place where letters are blotted out; see ``found_in``."""
        seen = np.where(letters > 0, np.float32(0), dark)
        return seen.shape == self._line.shape and self._shows_all(seen, float((seen * self._kernel).sum()), rules)

    def _rect(self, left: int, top: int) -> Rect:
        return Rect(*(side / PX_PER_MM for side in (left + 4, top + 4, self.width, self.height)))

    def _is_whole(self, place: NDArray[np.float32], trace: float) -> bool:
        """Whether every side of the outline shows as a line, no step in grey, and the inside is paper."""
        return place.shape == self._line.shape and self._is_empty(place, trace) and self._is_closed(place, trace)

    def _is_empty(self, place: NDArray[np.float32], trace: float) -> bool:
        """Whether the inside is paper."""
        rows, columns = self._line.shape
        inner = place[rows // 4 : -rows // 4, columns // 4 : -columns // 4]
        return float(inner.mean()) <= max(0.5 * trace, 4.0)

    def _shows_all(self, place: NDArray[np.float32], trace: float, rules: NDArray[np.uint8]) -> bool:
        """Whether every side of the outline shows as a line; of sides that are hidden by rules, two are believed."""
        if place.shape != self._line.shape:
            return False
        hidden = [float((rules[line] > 0).mean()) > _HIDDEN for line, _, _ in self._parts]
        shown = self._sides(place, trace)
        return sum(hidden) <= _MOST_HIDDEN and all(one or other for one, other in zip(hidden, shown, strict=True))

    def _is_closed(self, place: NDArray[np.float32], trace: float) -> bool:
        """Whether every side of the outline shows as a line."""
        return all(self._sides(place, trace))

    def _is_bent(self, place: NDArray[np.float32], trace: float) -> bool:
        """Whether an oval shows where its line slants: there it is clear of the rules of a cell that it touches."""
        slanting = (
            (line & self._slants, within & self._slants, outside & self._slants)
            for line, within, outside in self._parts
        )
        return sum(_shown(place, trace, slanting)) >= _FEWEST_BENT

    def _sides(self, place: NDArray[np.float32], trace: float) -> Iterator[bool]:
        """Yield of every side of the outline whether it shows as a line."""
        return _shown(place, trace, self._parts)


_Mask = NDArray[np.bool_]


def _shown(place: NDArray[np.float32], trace: float, parts: Iterable[tuple[_Mask, _Mask, _Mask]]) -> Iterator[bool]:
    """Yield of every part of an outline whether it shows as a line; see ``_parts``."""
    for line, within, outside in parts:
        beside = max(float(place[within].mean()), float(place[outside].mean()))
        yield float(place[line].mean()) - beside > _LEAST_PART * trace


def _slants(rows: int, columns: int) -> _Mask:
    """Return where an oval that fills an array has neither its sides nor its upper and lower ends."""
    y, x = np.mgrid[:rows, :columns]
    across, down = np.abs(x - (columns - 1) / 2) / columns, np.abs(y - (rows - 1) / 2) / rows
    return np.asarray((across > _SLANT * down) & (down > _SLANT * across))


def _parts(line: NDArray[np.uint8], around: NDArray[np.uint8], *, is_box: bool) -> Iterator[tuple[_Mask, _Mask, _Mask]]:
    """Yield the four sides of a box, or quarters of an oval: its line, what lies within and what lies outside."""
    rows, columns = line.shape
    y, x = np.mgrid[:rows, :columns]
    across, down = (x - (columns - 1) / 2) / columns, (y - (rows - 1) / 2) / rows
    flooded = line.copy()
    cv2.floodFill(flooded, None, (columns // 2, rows // 2), (2,))
    is_inside = flooded == 2
    cuts = (across + down > 0, across - down > 0) if is_box else (across > 0, down > 0)
    for one in (True, False):
        for other in (True, False):
            part = (cuts[0] == one) & (cuts[1] == other)
            yield (line > 0) & part, (around > 0) & part & is_inside, (around > 0) & part & ~is_inside


def kinds_of(shapes: Sequence[PrintedShape]) -> list[list[PrintedShape]]:
    """Return outlines of one kind and size together."""
    kinds: list[list[PrintedShape]] = []
    for shape in shapes:
        if shape.kind not in (ShapeKind.BOX, ShapeKind.OVAL) or shape.is_letter or shape.rect.h_mm > _LARGEST_MM:
            continue
        for kind in kinds:
            first = kind[0]
            sides = (first.rect.w_mm - shape.rect.w_mm, first.rect.h_mm - shape.rect.h_mm)
            if first.kind is shape.kind and max(map(abs, sides)) < _SAME_MM:
                kind.append(shape)
                break
        else:
            kinds.append([shape])
    return [kind for kind in kinds if len(kind) >= _FEWEST]


def of_one_kind(shapes: Sequence[PrintedShape], thin: NDArray[np.uint8]) -> list[PrintedShape]:
    """Return outlines of a size as what all of them together look like: of a few pale pixels, a ring may seem a box.

    Args:
        shapes: Boxes and ovals, paler than ink.
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
    """
    dark = clipped_ink(thin)
    made = list(shapes)
    left = list(range(len(shapes)))
    while left:
        first = shapes[left[0]].rect
        like = [place for place in left if _is_of_a_size(shapes[place].rect, first)]
        left = [place for place in left if place not in like]
        if len({shapes[place].kind for place in like}) < 2 or len(like) < _FEWEST_MIXED:
            continue
        width_mm, height_mm = (
            float(np.median(sides))
            for sides in zip(*((r.w_mm, r.h_mm) for r in (shapes[n].rect for n in like)), strict=True)
        )
        traces = {
            kind: OutlineTrace(PrintedShape(kind, Rect(0.0, 0.0, width_mm, height_mm)))
            for kind in (ShapeKind.BOX, ShapeKind.OVAL)
        }
        seen = {kind: sum(trace.trace_at(dark, shapes[n].rect) for n in like) for kind, trace in traces.items()}
        kind = max(seen, key=lambda one: seen[one])
        for place in like:
            made[place] = PrintedShape(kind, shapes[place].rect)
    return made


def _is_of_a_size(one: Rect, other: Rect) -> bool:
    return max(abs(one.w_mm - other.w_mm), abs(one.h_mm - other.h_mm)) < _SAME_MM


def _strips(kind: Sequence[PrintedShape], shape: tuple[int, ...]) -> Iterator[tuple[slice, slice]]:
    """Yield the rows and columns in which shapes of a kind stand, as far as they reach and a little on."""
    height, width = shape[:2]
    for is_row in (True, False):
        lines: list[list[Rect]] = []
        for rect in sorted((each.rect for each in kind), key=lambda one: one.center_mm[1 if is_row else 0]):
            middle = rect.center_mm[1 if is_row else 0]
            if lines and middle - lines[-1][-1].center_mm[1 if is_row else 0] < _SAME_MM:
                lines[-1].append(rect)
            else:
                lines.append([rect])
        for line in lines:
            if is_row and len(line) < _FEWEST:
                continue
            edges = [(rect.y_mm, rect.h_mm) if is_row else (rect.x_mm, rect.w_mm) for rect in line]
            low = max(round(min(start for start, _ in edges) * PX_PER_MM) - 4 - _REACH_PX, 0)
            high = round(max(start + side for start, side in edges) * PX_PER_MM) + 4 + _REACH_PX
            yield (slice(low, high), slice(0, width)) if is_row else (slice(0, height), slice(low, high))
