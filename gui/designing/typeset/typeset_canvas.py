"""A typeset page, large: a click chooses a question; areas lie where the words put them and are not dragged."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from form_templates.editing.edit import AreaRef
from form_templates.editing.selection import areas_on
from form_templates.model import AreaShape, ItemId, Rect
from gui.designing.form_editor import FormEditor
from gui.designing.form_folder import PagePicture
from gui.designing.page.areas_layer import AreasLayer
from gui.designing.page.canvas_frame import CanvasFrame
from gui.designing.page.canvas_painting import draw_area
from gui.designing.page.form_canvas import FormCanvas

_CHOSEN = QColor("#1d4ed8")  # against paper, which is white in both themes
_BAND_ALPHA = 34
_BAND_MM = 1.6  # above and below the areas of a question
_SIDE_MM = 12.0  # of the paper, that a band leaves free
_LABEL_MM = 6.0  # so far above its options the words of a question may stand


class TypesetLayer(AreasLayer):
    """A band behind the chosen questions; a point belongs to the question on whose lines it lies."""

    def __init__(self, editor: FormEditor, frame: CanvasFrame) -> None:
        super().__init__(editor, frame)
        self._its_editor, self._its_frame = editor, frame

    def ref_at(self, at_px: QPointF) -> AreaRef | None:
        found = super().ref_at(at_px)
        if found is not None:
            return found
        y_mm = self._its_frame.to_mm(at_px)[1]
        near: list[tuple[float, AreaRef]] = []
        for ref, rect in areas_on(self._its_editor.paper, self._its_editor.page_number).items():
            above_mm, below_mm = rect.y_mm - y_mm, y_mm - rect.y_mm - rect.h_mm
            if above_mm <= _LABEL_MM and below_mm <= _BAND_MM:
                near.append((max(above_mm, below_mm, 0.0), ref))
        return min(near)[1] if near else None

    def edges_at(self, at_px: QPointF) -> None:
        del at_px

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        editor, chosen = self._its_editor, self._its_editor.chosen
        refs = frozenset(chosen.refs or editor.places_of_chosen())
        rects = {ref: rect for ref, rect in areas_on(editor.paper, editor.page_number).items() if ref in refs}
        bands: dict[ItemId, Rect] = {}
        for ref, rect in rects.items():
            bands[ref.item_id] = _spanning(bands.get(ref.item_id), rect)
        page = self._its_frame.page_px
        side_px = _SIDE_MM * self._its_frame.px_per_mm
        fill = QColor(_CHOSEN)
        fill.setAlpha(_BAND_ALPHA)
        for band in bands.values():
            box = self._its_frame.to_px(band)
            box.setLeft(page.left() + side_px)
            box.setRight(page.right() - side_px)
            painter.setPen(QPen(_CHOSEN, 1.2))
            painter.setBrush(fill)
            painter.drawRoundedRect(box, 4, 4)
        for ref, rect in rects.items() if chosen.option else ():
            draw_area(
                painter, self._its_frame.to_px(rect), _CHOSEN, None if ref.is_field else AreaShape.BOX, is_chosen=True
            )


class TypesetCanvas(FormCanvas):
    """One page of a form that the program prints; emits ``words_wanted`` for a double click on a question."""

    words_wanted = Signal()

    def __init__(self, editor: FormEditor, pictures: Mapping[int, PagePicture], parent: QWidget | None = None) -> None:
        super().__init__(editor, pictures, parent)
        self._layer = TypesetLayer(editor, self._frame)
        editor.paper_changed.connect(self._on_paper_changed)

    def show_pictures(self, pictures: Mapping[int, PagePicture]) -> None:
        """Have other pictures for the pages that are typeset next."""
        self._pictures = pictures

    def fit_width(self) -> None:
        super().fit_width()
        self.reveal()

    def reveal(self) -> None:
        refs = self._editor.chosen.refs or self._editor.places_of_chosen()
        rects = [rect for ref in refs if (rect := self._layer.rect_of(ref)) is not None]
        if rects and not any(QRectF(self.rect()).contains(rect) for rect in rects):
            self._frame.center_on(rects[0].center())

    def nudge(self, dx_mm: float, dy_mm: float, *, continues: bool) -> None:
        """Leave everything where the words put it."""

    def delete_chosen(self) -> None:
        """Take nothing off the paper: the list deletes questions."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.words_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def _on_paper_changed(self) -> None:
        self._on_page_changed()
        self.reveal()

    def _press(self, at_px: QPointF, keys: Qt.KeyboardModifier) -> None:
        ref, chosen = self._layer.ref_at(at_px), self._editor.chosen.item_ids
        if ref is None:
            self._editor.choose(())
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            kept = tuple(item_id for item_id in chosen if item_id != ref.item_id)
            self._editor.choose_items(kept if ref.item_id in chosen else (*chosen, ref.item_id))
        else:
            self._editor.choose_items([ref.item_id])

    def _press_arrow(self, across: int, down: int, event: QKeyEvent) -> None:
        del event
        self._frame.pan(QPointF(-across * self.width() / 8, -down * self.height() / 8))

    def _show_cursor(self, at_px: QPointF) -> None:
        is_over = self._layer.ref_at(at_px) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)


def _spanning(band: Rect | None, rect: Rect) -> Rect:
    """Return a band that reaches from above the first area to below the last one."""
    top_mm, bottom_mm = rect.y_mm - _BAND_MM, rect.y_mm + rect.h_mm + _BAND_MM
    if band is not None:
        top_mm, bottom_mm = min(top_mm, band.y_mm), max(bottom_mm, band.y_mm + band.h_mm)
    return Rect(rect.x_mm, top_mm, rect.w_mm, bottom_mm - top_mm)
