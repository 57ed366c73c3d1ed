"""The areas over the page: where they are seen, which lies under the pointer, how they are drawn."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from form_templates.editing.edit import AreaRef, named_places
from form_templates.editing.selection import areas_at
from form_templates.editing.snapping import Edges
from form_templates.model import AreaShape, FormTemplate, ItemId, ResponseArea
from gui.designing.form_editor import FormEditor
from gui.designing.page.canvas_frame import CanvasFrame
from gui.designing.page.canvas_painting import (
    DOUBTFUL,
    WRONG,
    draw_area,
    draw_box,
    draw_guides,
    draw_handles,
    draw_marks,
    draw_tag,
    handles_of,
)
from gui.designing.page.gestures import DragState
from gui.designing.question_colors import color_of_position

_REACH_PX = 3.0  # beside an area: a small one is hit all the same
_MOST_TAGS = 12  # more names than that are no help
_TAG_POINTS = 7.5


class AreasLayer:
    """What lies over the page of a form.

    Attributes:
        shown: A form that is tried; None: the one in hand.
        wrong: Areas that something is wrong with.
        doubtful: Areas that a proposal is unsure of.
    """

    def __init__(self, editor: FormEditor, frame: CanvasFrame) -> None:
        self._editor = editor
        self._frame = frame
        self.shown: FormTemplate | None = None
        self.wrong: frozenset[AreaRef] = frozenset()
        self.doubtful: frozenset[AreaRef] = frozenset()
        self._known: tuple[object, dict[ItemId, QColor]] = (None, {})

    def rect_of(self, ref: AreaRef) -> QRectF | None:
        """Return where an area of the page is seen; None if it has none of that name."""
        if ref.page != self._editor.page_number:
            return None
        for each, place in named_places(self._form.page(ref.page)):
            if each == ref:
                return self._frame.to_px(place.rect)
        return None

    def ref_at(self, at_px: QPointF) -> AreaRef | None:
        """Return the area under a point; one that is chosen before others."""
        reach_mm = _REACH_PX / self._frame.px_per_mm
        found = areas_at(self._editor.paper, self._editor.page_number, self._frame.to_mm(at_px), reach_mm)
        chosen = [ref for ref in found if ref in self._editor.chosen.refs]
        return next(iter(chosen or found), None)

    def edges_at(self, at_px: QPointF) -> Edges | None:
        """Return what the handle under a point moves; None if there is no handle."""
        refs = self._editor.chosen.refs
        rect = self.rect_of(refs[-1]) if refs else None
        if rect is not None:
            for box, edges in handles_of(rect):
                if box.adjusted(-1, -1, 1, 1).contains(at_px):
                    return edges
        return None

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Draw the areas that are seen, the chosen ones last."""
        colors, chosen = self._colors(), frozenset(self._editor.chosen.refs)
        rects: dict[AreaRef, tuple[QRectF, AreaShape | None]] = {}
        for ref, place in named_places(self._form.page(self._editor.page_number)):
            rect = self._frame.to_px(place.rect)
            if rect.intersects(seen):
                rects[ref] = rect, place.shape if isinstance(place, ResponseArea) else None
        for ref in sorted(rects, key=chosen.__contains__):
            rect, shape = rects[ref]
            color = colors.get(ref.item_id, WRONG)
            draw_area(painter, rect, color, shape, is_chosen=ref in chosen)
        first = _first_of_each({ref: rects[ref][0] for ref in rects if ref in self.doubtful})
        draw_marks(painter, (rect.topLeft() for rect in first.values()), DOUBTFUL, self._frame.px_per_mm)
        draw_marks(
            painter, (rects[ref][0].topLeft() for ref in rects if ref in self.wrong), WRONG, self._frame.px_per_mm
        )
        self._draw_tags(painter, {ref: rects[ref][0] for ref in rects if ref in chosen}, colors)
        last = self._editor.chosen.refs[-1] if chosen else None
        if last in rects:
            draw_handles(painter, rects[last][0])

    def paint_drag(self, painter: QPainter, drag: DragState) -> None:
        """Draw what belongs to a drag: its box, and the lines that it has snapped to."""
        page, scale = self._frame.page_px, self._frame.px_per_mm
        x_px = None if drag.x_mm is None else page.left() + drag.x_mm * scale
        y_px = None if drag.y_mm is None else page.top() + drag.y_mm * scale
        draw_guides(painter, x_px, y_px, page)
        if drag.box is not None:
            draw_box(painter, self._frame.to_px(drag.box))

    @property
    def _form(self) -> FormTemplate:
        return self.shown or self._editor.paper

    def _draw_tags(self, painter: QPainter, rects: dict[AreaRef, QRectF], colors: dict[ItemId, QColor]) -> None:
        first = _first_of_each(rects)
        if len(first) > _MOST_TAGS:
            return
        font = painter.font()
        font.setPointSizeF(_TAG_POINTS)
        painter.setFont(font)
        for item_id, rect in first.items():
            draw_tag(painter, item_id, rect, colors.get(item_id, WRONG))

    def _colors(self) -> dict[ItemId, QColor]:
        """Return the colour of every question; made anew only where questions have changed."""
        sections = self._form.sections
        if self._known[0] is not sections:
            items = enumerate(self._form.items())
            self._known = sections, {item.item_id: color_of_position(position) for position, item in items}
        return self._known[1]


def _first_of_each(rects: dict[AreaRef, QRectF]) -> dict[ItemId, QRectF]:
    """Return of every question its area furthest to the left."""
    first: dict[ItemId, QRectF] = {}
    for ref, rect in rects.items():
        if ref.item_id not in first or rect.left() < first[ref.item_id].left():
            first[ref.item_id] = rect
    return first
