"""Rectangles that are drawn, moved or resized snap to lines: those a view gives, and those of other areas."""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from form_templates.editing.edit import AreaRef
from form_templates.editing.selection import areas_on
from form_templates.model import FormTemplate, Rect


@dataclass(frozen=True, slots=True)
class Guides:
    """Lines to snap to, mm, template frame; each in ascending order.

    Attributes:
        xs_mm: Of upright lines.
        ys_mm: Of level lines.
    """

    xs_mm: tuple[float, ...] = ()
    ys_mm: tuple[float, ...] = ()

    @classmethod
    def of(cls, xs_mm: Iterable[float], ys_mm: Iterable[float]) -> "Guides":
        """Return guides from lines in any order."""
        return cls(tuple(sorted(set(xs_mm))), tuple(sorted(set(ys_mm))))

    def with_others(self, other: "Guides") -> "Guides":
        """Return the lines of both."""
        return Guides.of((*self.xs_mm, *other.xs_mm), (*self.ys_mm, *other.ys_mm))


@dataclass(frozen=True, slots=True)
class Edges:
    """Which edges of a rectangle are being dragged."""

    left: bool = False
    top: bool = False
    right: bool = False
    bottom: bool = False


@dataclass(frozen=True, slots=True)
class Snapped:
    """A rectangle after snapping.

    Attributes:
        rect: Where it lies now.
        x_mm: The upright line it snapped to, to be shown; None if to none.
        y_mm: The level line; likewise.
    """

    rect: Rect
    x_mm: float | None = None
    y_mm: float | None = None


def guides_of(template: FormTemplate, page: int, without: Collection[AreaRef] = ()) -> Guides:
    """Return the edges and centres of what lies on a page, but for what is being moved."""
    left_out = frozenset(without)
    rects = [rect for ref, rect in areas_on(template, page).items() if ref not in left_out]
    xs_mm = (x for rect in rects for x in (rect.x_mm, rect.center_mm[0], rect.x_mm + rect.w_mm))
    ys_mm = (y for rect in rects for y in (rect.y_mm, rect.center_mm[1], rect.y_mm + rect.h_mm))
    return Guides.of((round(x, 3) for x in xs_mm), (round(y, 3) for y in ys_mm))


def snapped(rect: Rect, guides: Guides, reach_mm: float) -> Snapped:
    """Move a rectangle so that an edge or its centre lies on the nearest line within reach, in each direction."""
    x_mm, y_mm = rect.center_mm
    across = _nearest((rect.x_mm, x_mm, rect.x_mm + rect.w_mm), guides.xs_mm, reach_mm)
    down = _nearest((rect.y_mm, y_mm, rect.y_mm + rect.h_mm), guides.ys_mm, reach_mm)
    moved = replace(
        rect,
        x_mm=rect.x_mm + (across[0] if across else 0.0),
        y_mm=rect.y_mm + (down[0] if down else 0.0),
    )
    return Snapped(moved, across[1] if across else None, down[1] if down else None)


def snapped_edges(rect: Rect, edges: Edges, guides: Guides, reach_mm: float) -> Snapped:
    """Bring the dragged edges of a rectangle onto the nearest lines within reach; the others stay."""
    left, right = rect.x_mm, rect.x_mm + rect.w_mm
    top, bottom = rect.y_mm, rect.y_mm + rect.h_mm
    across = _nearest(_dragged((edges.left, left), (edges.right, right)), guides.xs_mm, reach_mm)
    down = _nearest(_dragged((edges.top, top), (edges.bottom, bottom)), guides.ys_mm, reach_mm)
    if across is not None:
        left, right = (left + across[0], right) if edges.left else (left, right + across[0])
    if down is not None:
        top, bottom = (top + down[0], bottom) if edges.top else (top, bottom + down[0])
    if right <= left or bottom <= top:
        return Snapped(rect)
    x_mm, y_mm = across[1] if across else None, down[1] if down else None
    return Snapped(Rect(left, top, right - left, bottom - top), x_mm, y_mm)


def _dragged(*edges: tuple[bool, float]) -> tuple[float, ...]:
    return tuple(at_mm for is_dragged, at_mm in edges if is_dragged)


def _nearest(lines_mm: Iterable[float], guides_mm: tuple[float, ...], reach_mm: float) -> tuple[float, float] | None:
    """Return the shortest way from a line to a guide, and that guide; None if none is within reach."""
    best: tuple[float, float] | None = None
    for line_mm in lines_mm:
        at = bisect_left(guides_mm, line_mm)
        for guide_mm in guides_mm[max(at - 1, 0) : at + 1]:
            way_mm = guide_mm - line_mm
            if abs(way_mm) <= reach_mm and (best is None or abs(way_mm) < abs(best[0])):
                best = way_mm, guide_mm
    return best
