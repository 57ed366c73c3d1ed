"""Areas put in order: aligned, made the same size, distributed evenly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar

from form_templates.editing.edit import AreaRef, Edit, counted_areas
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.areas import moved
from form_templates.editing.operations.parts import rects_of, with_rects
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Rect


class Alignment(StrEnum):
    """What of areas is to lie on one line."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    CENTER_X = "center_x"  # one below the other
    CENTER_Y = "center_y"  # side by side


class Direction(StrEnum):
    """Along which side of the paper."""

    ACROSS = "across"
    DOWN = "down"


_LINES: Mapping[Alignment, Callable[[Rect], float]] = {
    Alignment.LEFT: lambda rect: rect.x_mm,
    Alignment.RIGHT: lambda rect: rect.x_mm + rect.w_mm,
    Alignment.TOP: lambda rect: rect.y_mm,
    Alignment.BOTTOM: lambda rect: rect.y_mm + rect.h_mm,
    Alignment.CENTER_X: lambda rect: rect.center_mm[0],
    Alignment.CENTER_Y: lambda rect: rect.center_mm[1],
}
_ACROSS = (Alignment.LEFT, Alignment.RIGHT, Alignment.CENTER_X)


@dataclass(frozen=True, slots=True)
class AlignAreas(Edit):
    """Bring areas onto one line: that of ``anchor``, else the outermost, else for centres the middle of all."""

    kind: ClassVar[str] = "areas.align"

    refs: tuple[AreaRef, ...]
    alignment: Alignment
    anchor: AreaRef | None = None

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        rects = rects_of(template, self.refs)
        line_of = _LINES[self.alignment]
        line_mm = self._line_mm(template, [line_of(rect) for rect in rects.values()])
        ways = {ref: line_mm - line_of(rect) for ref, rect in rects.items()}
        is_across = self.alignment in _ACROSS
        return with_rects(
            template,
            {
                ref: moved(rect, ways[ref], 0.0) if is_across else moved(rect, 0.0, ways[ref])
                for ref, rect in rects.items()
            },
        )

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} aligned", areas=counted_areas(len(self.refs)))

    def _line_mm(self, template: FormTemplate, lines_mm: list[float]) -> float:
        if self.anchor is not None:
            return _LINES[self.alignment](rects_of(template, [self.anchor])[self.anchor])
        if self.alignment in (Alignment.LEFT, Alignment.TOP):
            return min(lines_mm)
        if self.alignment in (Alignment.RIGHT, Alignment.BOTTOM):
            return max(lines_mm)
        return (min(lines_mm) + max(lines_mm)) / 2


@dataclass(frozen=True, slots=True)
class MakeSameSize(Edit):
    """Give areas the width and height of ``anchor``; their centres stay."""

    kind: ClassVar[str] = "areas.same_size"

    refs: tuple[AreaRef, ...]
    anchor: AreaRef

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        size = rects_of(template, [self.anchor])[self.anchor]
        rects = rects_of(template, self.refs)
        return with_rects(template, {ref: _of_size(rect, size) for ref, rect in rects.items()})

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} made the same size", areas=counted_areas(len(self.refs)))


@dataclass(frozen=True, slots=True)
class DistributeAreas(Edit):
    """Put lines of areas at even distances between the first and the last; what lies side by side stays so.

    Rows that are distributed downwards keep their areas on one line, columns likewise.
    """

    kind: ClassVar[str] = "areas.distribute"

    refs: tuple[AreaRef, ...]
    direction: Direction

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        rects = rects_of(template, self.refs)
        lines = self._lines(rects)
        if len(lines) < 3:
            raise EditRefused(Fact("to distribute them evenly there must be three areas or more"))
        first_mm, last_mm = self._middle_mm(rects, lines[0]), self._middle_mm(rects, lines[-1])
        pitch_mm = (last_mm - first_mm) / (len(lines) - 1)
        placed: dict[AreaRef, Rect] = {}
        for position, line in enumerate(lines):
            way_mm = first_mm + position * pitch_mm - self._middle_mm(rects, line)
            for ref in line:
                is_down = self.direction is Direction.DOWN
                placed[ref] = moved(rects[ref], 0.0, way_mm) if is_down else moved(rects[ref], way_mm, 0.0)
        return with_rects(template, placed)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} distributed evenly", areas=counted_areas(len(self.refs)))

    def _lines(self, rects: Mapping[AreaRef, Rect]) -> list[list[AreaRef]]:
        """Group areas, in order, of which each begins before the middle of the one before it."""
        ordered = sorted(rects, key=lambda ref: (ref.page, self._center_mm(rects[ref])))
        lines = [[ordered[0]]]
        for before, ref in pairwise(ordered):
            reach_mm = min(self._side_mm(rects[before]), self._side_mm(rects[ref])) / 2
            if self._center_mm(rects[ref]) - self._center_mm(rects[before]) < reach_mm and ref.page == before.page:
                lines[-1].append(ref)
            else:
                lines.append([ref])
        if len({ref.page for ref in ordered}) > 1:
            raise EditRefused(Fact("the areas are not on one page"))
        return lines

    def _middle_mm(self, rects: Mapping[AreaRef, Rect], line: list[AreaRef]) -> float:
        centers_mm = [self._center_mm(rects[ref]) for ref in line]
        return (min(centers_mm) + max(centers_mm)) / 2

    def _center_mm(self, rect: Rect) -> float:
        return rect.center_mm[1 if self.direction is Direction.DOWN else 0]

    def _side_mm(self, rect: Rect) -> float:
        return rect.h_mm if self.direction is Direction.DOWN else rect.w_mm


def _of_size(rect: Rect, size: Rect) -> Rect:
    x_mm, y_mm = rect.center_mm
    return Rect(x_mm - size.w_mm / 2, y_mm - size.h_mm / 2, size.w_mm, size.h_mm)
