"""The page, large, with its areas to be taken hold of: chosen, moved, resized, drawn, nudged."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from form_templates.editing.edit import AreaRef
from form_templates.editing.operations.areas import NUDGE_MM, DeleteAreas, MoveAreas
from form_templates.editing.snapping import Edges, Guides
from form_templates.model import FormTemplate, Rect
from gui.answering.answer_names import name_item
from gui.designing.form_editor import FormEditor
from gui.designing.form_folder import PagePicture
from gui.designing.page.areas_layer import AreasLayer
from gui.designing.page.canvas_frame import CanvasFrame
from gui.designing.page.drawing_target import edit_for, target_of
from gui.designing.page.gestures import (
    BoxGesture,
    DragGesture,
    DragState,
    DrawGesture,
    MoveGesture,
    ResizeGesture,
    usual_rect,
)
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors

_SNAP_PX = 6.0
_STILL_PX = 3.0  # a press that moves less is a click
_LARGE_STEP = 10  # nudges, with Shift
_ZOOM_STEP = 1.25
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FormCanvas(QWidget):
    """One page of the form in hand.

    A click chooses an area, Shift adds, a drag over paper chooses with a box; what is chosen is dragged or nudged. A
    drag is shown as it goes and done once, at its end; Esc leaves it. Alt draws, and so does the drawing tool.
    """

    menu_wanted = Signal(object)  # QPoint of the screen
    drawing_ended = Signal()
    page_wanted = Signal(int)  # 1: the next, -1: the one before

    def __init__(self, editor: FormEditor, pictures: Mapping[int, PagePicture], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 200)
        self.is_drawing = False
        self._editor = editor
        self._pictures = pictures
        self._frame = CanvasFrame(self)
        self._layer = AreasLayer(editor, self._frame)
        self._gesture: DragGesture | None = None
        self._drag = DragState()
        self._pressed_px: QPointF | None = None
        self._pressed_ref: AreaRef | None = None
        self._panned_px: QPointF | None = None
        editor.previewed.connect(self._on_previewed)
        editor.changed.connect(lambda _before: self._on_previewed(None))
        editor.chosen_changed.connect(self.update)
        editor.page_changed.connect(lambda _number: self._on_page_changed())
        self._on_page_changed()
        self._retranslate()

    @property
    def drag(self) -> DragState:
        """How far the drag has come that is going on; an empty one if none is."""
        return self._drag

    def window_rect(self, ref: AreaRef) -> QRectF | None:
        """Return where an area is seen, in pixels of this widget; None if it is not on the page."""
        return self._layer.rect_of(ref)

    def show_marks(self, wrong: frozenset[AreaRef], doubtful: frozenset[AreaRef]) -> None:
        """Mark areas about which something is to be said."""
        self._layer.wrong, self._layer.doubtful = wrong, doubtful
        self.update()

    def fit(self) -> None:
        """Show the whole page."""
        self._frame.fit()

    def zoom(self, factor: float) -> None:
        """Show the page larger (above 1.0) or smaller."""
        self._frame.zoom(factor, QPointF(self.rect().center()))

    def reveal(self) -> None:
        """Move the page so that what is chosen is seen."""
        rects = [rect for ref in self._editor.chosen.refs if (rect := self._layer.rect_of(ref)) is not None]
        if rects and not QRectF(self.rect()).intersects(rects[-1]):
            self._frame.center_on(rects[-1].center())

    def fit_width(self) -> None:
        """Show the page as wide as there is room, with what is chosen in view."""
        rects = [rect for ref in self._editor.chosen.refs if (rect := self._layer.rect_of(ref)) is not None]
        self._frame.fit_width(rects[-1].center() if rects else None)

    def look_at_chosen(self) -> None:
        """Show what is chosen large enough to be judged."""
        if self._frame.is_small:
            self.fit_width()
        else:
            self.reveal()

    def nudge(self, dx_mm: float, dy_mm: float, *, continues: bool) -> None:
        """Move what is chosen by a little; a key held down is one entry of the history."""
        if self._editor.chosen.refs:
            self._editor.do(MoveAreas(self._editor.chosen.refs, dx_mm, dy_mm), continues=continues)

    def delete_chosen(self) -> None:
        """Take the chosen areas off the paper."""
        if self._editor.chosen.refs:
            self._editor.do(DeleteAreas(self._editor.chosen.refs))

    def set_drawing(self, *, is_drawing: bool) -> None:
        """Draw with the next drags, or choose with them."""
        self.is_drawing = is_drawing
        self.setCursor(Qt.CursorShape.CrossCursor if is_drawing else Qt.CursorShape.ArrowCursor)

    def cancel(self) -> None:
        """Leave the drag that goes on; without one the drawing tool, then what is chosen."""
        if self._gesture is not None or self._pressed_px is not None:
            self._end_gesture()
        elif self.is_drawing:
            self.drawing_ended.emit()
        else:
            self._editor.choose(())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_colors().window)
        self._frame.draw_page(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._layer.paint(painter, QRectF(event.rect()))
        self._layer.paint_drag(painter, self._drag)
        if self.hasFocus():
            painter.setPen(current_colors().accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panned_px = event.position()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._press(event.position(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panned_px is not None:
            self._frame.pan(event.position() - self._panned_px)
            self._panned_px = event.position()
        elif self._gesture is None or self._pressed_px is None:
            self._show_cursor(event.position())
        elif self._drag != DragState() or (event.position() - self._pressed_px).manhattanLength() >= _STILL_PX:
            self._go_on(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panned_px = None
        elif event.button() is Qt.MouseButton.LeftButton and self._pressed_px is not None:
            self._release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        ref = self._layer.ref_at(event.position())
        if ref is not None:
            self._editor.choose_items([ref.item_id])
        self._end_gesture()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._frame.zoom(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP, event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        ref = self._layer.ref_at(QPointF(event.pos()))
        if ref is not None and ref not in self._editor.chosen.refs:
            self._editor.choose([ref])
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.cancel,
            Qt.Key.Key_Delete: self.delete_chosen,
            Qt.Key.Key_Backspace: self.delete_chosen,
            Qt.Key.Key_Plus: partial(self.zoom, _ZOOM_STEP),
            Qt.Key.Key_Equal: partial(self.zoom, _ZOOM_STEP),
            Qt.Key.Key_Minus: partial(self.zoom, 1 / _ZOOM_STEP),
            Qt.Key.Key_Asterisk: self.fit,
            Qt.Key.Key_PageDown: partial(self.page_wanted.emit, 1),
            Qt.Key.Key_PageUp: partial(self.page_wanted.emit, -1),
        }
        if key in _ARROWS:
            self._press_arrow(*_ARROWS[key], event)
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            ref = self._layer.ref_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_tip(self._name_of(ref)) if ref else "", self)
            return True
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        return super().event(event)

    def resizeEvent(self, event: QEvent) -> None:
        self._frame.follow_size()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Page of the form"))

    def _on_page_changed(self) -> None:
        number = self._editor.page_number
        picture = self._pictures.get(number)
        self._frame.show_page(picture.image if picture else None, self._editor.paper.page(number))
        self._end_gesture()

    def _on_previewed(self, form: FormTemplate | None) -> None:
        self._layer.shown = form
        self.update()

    def _press(self, at_px: QPointF, keys: Qt.KeyboardModifier) -> None:
        editor, point_mm = self._editor, self._frame.to_mm(at_px)
        self._pressed_px, self._pressed_ref = at_px, self._layer.ref_at(at_px)
        guides = self._print_guides()
        if self.is_drawing or keys & Qt.KeyboardModifier.AltModifier:
            self._pressed_ref = None
            self._gesture = DrawGesture(editor.form, editor.page_number, point_mm, guides)
            return
        edges = self._layer.edges_at(at_px)
        if edges is not None:
            anchor = editor.chosen.refs[-1]
            refs = tuple(ref for ref in editor.chosen.refs if ref.page == anchor.page)
            self._gesture = ResizeGesture(editor.form, refs, anchor, edges, guides)
        elif self._pressed_ref is None:
            self._gesture = BoxGesture(editor.form, editor.page_number, point_mm)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._toggle(self._pressed_ref)
            self._pressed_px = None
        else:
            self._begin_moving(self._pressed_ref, point_mm, guides)

    def _begin_moving(self, ref: AreaRef, point_mm: tuple[float, float], guides: Guides) -> None:
        editor = self._editor
        if ref not in editor.chosen.refs:
            editor.choose([ref])
        refs = tuple(each for each in editor.chosen.refs if each.page == ref.page)
        self._gesture = MoveGesture(editor.form, refs, ref, point_mm, guides)

    def _toggle(self, ref: AreaRef) -> None:
        refs = self._editor.chosen.refs
        self._editor.choose([each for each in refs if each != ref] if ref in refs else [*refs, ref])

    def _go_on(self, at_px: QPointF, keys: Qt.KeyboardModifier) -> None:
        assert self._gesture is not None, "only a gesture goes on"
        is_free = bool(keys & Qt.KeyboardModifier.ControlModifier)
        drag = self._gesture.at(self._frame.to_mm(at_px), 0.0 if is_free else _SNAP_PX / self._frame.px_per_mm)
        if drag.edit is not None and not self._editor.preview(drag.edit):
            return  # as far as it can go
        self._drag = drag
        self.update()

    def _release(self, event: QMouseEvent) -> None:
        gesture, drag, editor = self._gesture, self._drag, self._editor
        has_moved = drag != DragState()
        keys, pressed_ref = event.modifiers(), self._pressed_ref
        point_mm = self._frame.to_mm(event.position())
        self._end_gesture()
        if isinstance(gesture, BoxGesture):
            kept = editor.chosen.refs if keys & Qt.KeyboardModifier.ShiftModifier else ()
            editor.choose((*kept, *drag.refs))
        elif isinstance(gesture, DrawGesture):
            rect = drag.box if has_moved else usual_rect(editor.form, editor.page_number, point_mm)
            if rect is not None:
                self._draw(rect)
        elif drag.edit is not None:
            editor.do(drag.edit)
        elif isinstance(gesture, MoveGesture) and pressed_ref is not None:
            editor.choose([pressed_ref])

    def _draw(self, rect: Rect) -> None:
        editor = self._editor
        target = target_of(editor.form, editor.chosen.item_ids)
        after = editor.chosen.item_ids[-1] if editor.chosen.item_ids else None
        if editor.do(edit_for(editor.form, target, editor.page_number, rect, after)):
            editor.choose_items([target.item_id])

    def _end_gesture(self) -> None:
        self._gesture, self._drag = None, DragState()
        self._pressed_px = self._pressed_ref = self._panned_px = None
        self._editor.preview(None)
        self.update()

    def _press_arrow(self, across: int, down: int, event: QKeyEvent) -> None:
        is_large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step_mm = NUDGE_MM * (_LARGE_STEP if is_large else 1)
        if self._editor.chosen.refs:
            self.nudge(across * step_mm, down * step_mm, continues=event.isAutoRepeat())
        else:
            self._frame.pan(QPointF(-across * self.width() / 8, -down * self.height() / 8))

    def _show_cursor(self, at_px: QPointF) -> None:
        if self.is_drawing:
            return
        edges = self._layer.edges_at(at_px)
        if edges is not None:
            self.setCursor(_cursor_of(edges))
        else:
            is_over = self._layer.ref_at(at_px) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if is_over else Qt.CursorShape.ArrowCursor)

    def _print_guides(self) -> Guides:
        picture = self._pictures.get(self._editor.page_number)
        return picture.guides if picture else Guides()

    def _name_of(self, ref: AreaRef) -> str:
        form = self._editor.paper
        item = form.item(ref.item_id)
        name = f"{item.item_id} · {name_item(item, form.language)}"
        if not ref.option:
            return name
        label = item.option(ref.option).label.in_language(form.language)
        return f"{name}\n{ref.option} · {label}"


def _cursor_of(edges: Edges) -> Qt.CursorShape:
    if (edges.left or edges.right) and (edges.top or edges.bottom):
        is_falling = edges.left == edges.top
        return Qt.CursorShape.SizeFDiagCursor if is_falling else Qt.CursorShape.SizeBDiagCursor
    return Qt.CursorShape.SizeHorCursor if edges.left or edges.right else Qt.CursorShape.SizeVerCursor
