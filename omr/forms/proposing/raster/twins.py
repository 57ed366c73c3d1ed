"""Boxes and circles that a copier nearly lost, found because others like them stand in the same row or column."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.opencv import cv2

_SAME_MM = 0.35  # sides of shapes of one kind differ by less, and so do the middles of a column
_REACH_PX = 5  # around a row or column
_CLIPPED = 40  # grey levels; darker ink proves no more
_DARK, _MOST_DARK = 110, 0.02  # grey levels of letters, and share of a place that may have them
_SHARE = 0.22  # of the usual trace of those found, that a lost one must have left
_LEAST = 2.5  # grey levels likewise
_LEAST_QUARTER = 0.35  # of its trace, on every quarter of the outline
_LARGEST_MM = 8.0
_FEWEST = 2  # of a kind in a row or column


def find_twins(shapes: Sequence[PrintedShape], thin: NDArray[np.uint8], ruled: NDArray[np.uint8]) -> list[PrintedShape]:
    """Return shapes that are printed so badly that only their like tells where they are.

    Args:
        shapes: Those that were found.
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
        ruled: Where rules are, (H, W) uint8, 0 or 1.
    """
    clipped = np.minimum(thin, _CLIPPED).astype(np.float32)
    is_dark = cv2.integral(np.asarray((thin > _DARK) | (ruled > 0), np.uint8))
    found: list[PrintedShape] = []
    for kind in _kinds(shapes):
        outline = _OutlineTrace(kind[0])
        traces = [outline.trace_at(clipped, shape.rect) for shape in kind]
        least = max(_SHARE * float(np.median(traces)), _LEAST)
        taken = [shape.rect for shape in [*shapes, *found]]
        for strip in _strips(kind, clipped.shape):
            for rect in outline.found_in(clipped, strip, least):
                if _is_pale(rect, is_dark) and not any(rect.overlaps(other) for other in taken):
                    found.append(PrintedShape(kind[0].kind, rect))
                    taken.append(rect)
    return found


def _is_pale(rect: Rect, is_dark: NDArray[np.int32]) -> bool:
    """Whether a place holds no dark ink, as that of letters is; ``is_dark`` is summed up."""
    left, top = round(rect.x_mm * PX_PER_MM), round(rect.y_mm * PX_PER_MM)
    right, low = round((rect.x_mm + rect.w_mm) * PX_PER_MM), round((rect.y_mm + rect.h_mm) * PX_PER_MM)
    count = is_dark[low, right] - is_dark[top, right] - is_dark[low, left] + is_dark[top, left]
    return bool(count < _MOST_DARK * (right - left) * (low - top))


class _OutlineTrace:
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

    def trace_at(self, dark: NDArray[np.float32], rect: Rect) -> float:
        """Return how much darker than its surroundings an outline is, grey levels."""
        x, y = (round(side * PX_PER_MM) - 4 for side in (rect.x_mm, rect.y_mm))
        place = dark[max(y - 2, 0) : y + self._kernel.shape[0] + 2, max(x - 2, 0) : x + self._kernel.shape[1] + 2]
        if place.shape[0] < self._kernel.shape[0] or place.shape[1] < self._kernel.shape[1]:
            return 0.0
        return float(cv2.matchTemplate(place, self._kernel, cv2.TM_CCORR).max())

    def found_in(self, dark: NDArray[np.float32], strip: tuple[slice, slice], least: float) -> Iterator[Rect]:
        """Yield the places in a strip that show an outline."""
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
            if self._is_whole(seen[y : y + self._line.shape[0], x : x + self._line.shape[1]], best):
                corner = (strip[1].start + x + 4, strip[0].start + y + 4)
                yield Rect(*(side / PX_PER_MM for side in (*corner, self.width, self.height)))

    def _is_whole(self, place: NDArray[np.float32], trace: float) -> bool:
        """Whether every quarter of the outline shows, and the inside is paper."""
        rows, columns = self._line.shape
        inner = place[rows // 4 : -rows // 4, columns // 4 : -columns // 4]
        if float(inner.mean()) > max(0.5 * trace, 4.0):
            return False
        ground = float(np.median(inner))
        halves = [
            np.s_[: rows // 2, : columns // 2], np.s_[: rows // 2, columns // 2 :],
            np.s_[rows // 2 :, : columns // 2], np.s_[rows // 2 :, columns // 2 :],
        ]  # fmt: skip
        return all(float(place[half][self._line[half] > 0].mean()) - ground > _LEAST_QUARTER * trace for half in halves)


def _kinds(shapes: Sequence[PrintedShape]) -> list[list[PrintedShape]]:
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
