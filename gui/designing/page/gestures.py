"""What a drag over the page does: the edit it would be by now, and the lines it has snapped to."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from statistics import median

from form_templates.editing.edit import AreaRef, Edit
from form_templates.editing.operations.areas import MoveAreas, ResizeAreas, moved
from form_templates.editing.selection import areas_in, areas_on
from form_templates.editing.snapping import Edges, Guides, Snapped, guides_of, snapped, snapped_edges
from form_templates.model import FormTemplate, Rect

_USUAL_SIDE_MM = 4.0

PointMm = tuple[float, float]
"""(x, y) on the page."""


@dataclass(frozen=True, slots=True)
class DragState:
    """How far a drag has come.

    Attributes:
        edit: What it does; None if nothing.
        box: A rectangle that is being drawn; None if none.
        x_mm: The upright line it has snapped to; None if to none.
        y_mm: The level line; likewise.
        refs: What a box touches.
    """

    edit: Edit | None = None
    box: Rect | None = None
    x_mm: float | None = None
    y_mm: float | None = None
    refs: tuple[AreaRef, ...] = ()


class DragGesture(ABC):
    """A drag that was begun."""

    @abstractmethod
    def at(self, point_mm: PointMm, reach_mm: float) -> DragState:
        """Return what it would be if it ended here.

        Args:
            point_mm: Where the pointer is.
            reach_mm: From how far away it snaps; 0.0: not at all.
        """


class MoveGesture(DragGesture):
    """Moves what is chosen; the area under the pointer snaps, the others go with it.

    Args:
        form: Before.
        refs: What is moved.
        anchor: The area under the pointer, one of them.
        start_mm: Where the drag began.
        print_guides: Lines of the print.
    """

    def __init__(
        self, form: FormTemplate, refs: tuple[AreaRef, ...], anchor: AreaRef, start_mm: PointMm, print_guides: Guides
    ) -> None:
        self._refs = refs
        self._rect = areas_on(form, anchor.page)[anchor]
        self._start_mm = start_mm
        self._guides = guides_of(form, anchor.page, refs).with_others(print_guides)

    def at(self, point_mm: PointMm, reach_mm: float) -> DragState:
        rect = self._rect
        wanted = moved(rect, point_mm[0] - self._start_mm[0], point_mm[1] - self._start_mm[1])
        at = snapped(wanted, self._guides, reach_mm) if reach_mm else Snapped(wanted)
        dx_mm, dy_mm = round(at.rect.x_mm - rect.x_mm, 3), round(at.rect.y_mm - rect.y_mm, 3)
        return DragState(MoveAreas(self._refs, dx_mm, dy_mm), None, at.x_mm, at.y_mm)


class ResizeGesture(DragGesture):
    """Moves edges of what is chosen; those of ``anchor`` follow the pointer and snap, the others go as far.

    Args:
        form: Before.
        refs: What is resized.
        anchor: The area whose handle is held, one of them.
        edges: Which edges the handle moves.
        print_guides: Lines of the print.
    """

    def __init__(
        self, form: FormTemplate, refs: tuple[AreaRef, ...], anchor: AreaRef, edges: Edges, print_guides: Guides
    ) -> None:
        self._refs = refs
        self._rect = areas_on(form, anchor.page)[anchor]
        self._edges = edges
        self._guides = guides_of(form, anchor.page, refs).with_others(print_guides)

    def at(self, point_mm: PointMm, reach_mm: float) -> DragState:
        rect, edges = self._rect, self._edges
        left, top, right, bottom = _sides(rect)
        left, right = (point_mm[0] if edges.left else left), (point_mm[0] if edges.right else right)
        top, bottom = (point_mm[1] if edges.top else top), (point_mm[1] if edges.bottom else bottom)
        if right <= left or bottom <= top:
            return DragState()
        wanted = Rect(left, top, right - left, bottom - top)
        at = snapped_edges(wanted, edges, self._guides, reach_mm) if reach_mm else Snapped(wanted)
        ways = (round(new - old, 3) for new, old in zip(_sides(at.rect), _sides(rect), strict=True))
        return DragState(ResizeAreas(self._refs, *ways), None, at.x_mm, at.y_mm)


class BoxGesture(DragGesture):
    """Chooses what a box touches."""

    def __init__(self, form: FormTemplate, page: int, start_mm: PointMm) -> None:
        self._form, self._page, self._start_mm = form, page, start_mm

    def at(self, point_mm: PointMm, reach_mm: float) -> DragState:
        box = _spanned(self._start_mm, point_mm)
        return DragState(box=box, refs=areas_in(self._form, self._page, box))


class DrawGesture(DragGesture):
    """Draws a rectangle, whose corners snap."""

    def __init__(self, form: FormTemplate, page: int, start_mm: PointMm, print_guides: Guides) -> None:
        self._start_mm = start_mm
        self._guides = guides_of(form, page).with_others(print_guides)

    def at(self, point_mm: PointMm, reach_mm: float) -> DragState:
        wanted = _spanned(self._start_mm, point_mm)
        if not (wanted.w_mm and wanted.h_mm) or not reach_mm:
            return DragState(box=wanted)
        first = snapped_edges(wanted, Edges(left=True, top=True), self._guides, reach_mm)
        last = snapped_edges(first.rect, Edges(right=True, bottom=True), self._guides, reach_mm)
        x_mm = last.x_mm if last.x_mm is not None else first.x_mm
        y_mm = last.y_mm if last.y_mm is not None else first.y_mm
        return DragState(box=last.rect, x_mm=x_mm, y_mm=y_mm)


def usual_rect(form: FormTemplate, page: int, center_mm: PointMm) -> Rect:
    """Return an area as large as those of a page mostly are, around a point."""
    rects = [area.rect for layout in form.pages if layout.number == page for area in layout.areas]
    w_mm = median([rect.w_mm for rect in rects]) if rects else _USUAL_SIDE_MM
    h_mm = median([rect.h_mm for rect in rects]) if rects else _USUAL_SIDE_MM
    return Rect(center_mm[0] - w_mm / 2, center_mm[1] - h_mm / 2, w_mm, h_mm)


def _sides(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x_mm, rect.y_mm, rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm


def _spanned(one: PointMm, other: PointMm) -> Rect:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    return Rect(left, top, abs(one[0] - other[0]), abs(one[1] - other[1]))
