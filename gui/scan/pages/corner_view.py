"""A page as it was delivered, with the corners of its paper to be dragged where they belong."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from gui.widgets.theme import current_colors

_MARGIN_PX = 28  # around the picture: corners may lie outside the scan
_HANDLE_PX = 9
_REACH_PX = 30  # a press this near takes a corner
_LOUPE_PX = 190
_LOUPE_ZOOM = 3.0  # of the picture's own pixels
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_LONG_STEP = 10  # with Shift
_PEN = QColor("#d0006f")  # against paper, print and ink alike


class CornerView(QWidget):
    """Shows a delivered page whose corners are dragged, or chosen with 1 to 4 and moved with arrows, under a loupe."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(420, 420)
        self._image = QImage()
        self._points: list[QPointF] = []
        self._turned_deg = 0
        self._chosen = 0
        self._is_dragging = False
        self._is_adjusting = False  # by keys

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """The corners, pixels of the picture, clockwise, the one at the picture's own top left first."""
        return tuple((point.x(), point.y()) for point in self._points)

    @property
    def turned_deg(self) -> int:
        """Clockwise turn that makes the picture upright: 0, 90, 180 or 270."""
        return self._turned_deg

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to pin."""
        return not self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Show a page; its paper is taken to fill the picture until somebody drags a corner."""
        self._image = image
        right, bottom = image.width() - 1.0, image.height() - 1.0
        self._points = [QPointF(0, 0), QPointF(right, 0), QPointF(right, bottom), QPointF(0, bottom)]
        self.update()

    def turn(self, quarters: int) -> None:
        """Turn the picture clockwise by quarters."""
        self._turned_deg = (self._turned_deg + 90 * quarters) % 360
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 800)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), current_colors().window)
        if not self.has_picture:
            return
        painter.setWorldTransform(self._to_view())
        painter.drawImage(0, 0, self._image)
        painter.resetTransform()
        self._draw_paper(painter)
        if self._is_dragging or self._is_adjusting:
            self._draw_loupe(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        seen = [self._to_view().map(point) for point in self._points]
        distances = [(point - event.position()).manhattanLength() for point in seen]
        if distances and min(distances) <= _REACH_PX:
            self._chosen, self._is_dragging = distances.index(min(distances)), True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._move_to(self._to_picture().map(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragging = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._points:
            length = _LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._is_adjusting = True
            turned = QTransform().rotate(-self._turned_deg).map(step)  # arrows go as one sees the page
            self._move_to(self._points[self._chosen] + turned * length)
        elif event.text() in {"1", "2", "3", "4"} and self._points:
            self._chosen = (int(event.text()) - 1 - self._turned_deg // 90) % 4
            self._is_adjusting = True
            self.update()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_adjusting = False
        self.update()

    def _move_to(self, point: QPointF) -> None:
        around = QRectF(self._image.rect()).adjusted(-200, -200, 200, 200)
        x = min(max(point.x(), around.left()), around.right())
        y = min(max(point.y(), around.top()), around.bottom())
        self._points[self._chosen] = QPointF(x, y)
        self.moved.emit()
        self.update()

    def _to_view(self) -> QTransform:
        """Return where picture pixels are seen."""
        turned = QTransform().rotate(self._turned_deg)
        box = turned.mapRect(QRectF(self._image.rect()))
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        scale = min(room.width() / box.width(), room.height() / box.height())
        placed = QTransform().translate(room.center().x(), room.center().y())
        placed.scale(scale, scale)
        placed.translate(-box.center().x(), -box.center().y())
        return turned * placed

    def _to_picture(self) -> QTransform:
        inverted, is_invertible = self._to_view().inverted()
        assert is_invertible, "a picture that is seen has a size"
        return inverted

    def _draw_paper(self, painter: QPainter) -> None:
        seen = [self._to_view().map(point) for point in self._points]
        painter.setPen(QPen(_PEN, 1.5))
        painter.drawPolygon(QPolygonF(seen))
        for place, point in enumerate(seen):
            is_chosen = place == self._chosen and self.hasFocus()
            painter.setPen(QPen(_PEN, 3.0 if is_chosen else 1.5))
            painter.setBrush(QColor(255, 255, 255, 200))
            painter.drawEllipse(point, _HANDLE_PX, _HANDLE_PX)
            painter.setPen(_PEN)
            number = (place + self._turned_deg // 90) % 4 + 1
            box = QRectF(point.x() - 9, point.y() - 9, 18, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_loupe(self, painter: QPainter) -> None:
        """Show the surroundings of the chosen corner enlarged, in the middle where no corner is."""
        middle = QPointF(self.rect().center())
        frame = QRectF(middle.x() - _LOUPE_PX / 2, middle.y() - _LOUPE_PX / 2, _LOUPE_PX, _LOUPE_PX)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 8, 8)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(frame, current_colors().window)
        point = self._points[self._chosen]
        enlarged = QTransform().translate(middle.x(), middle.y())
        enlarged.rotate(self._turned_deg)
        enlarged.scale(_LOUPE_ZOOM, _LOUPE_ZOOM)
        enlarged.translate(-point.x(), -point.y())
        painter.setWorldTransform(enlarged)
        painter.drawImage(0, 0, self._image)
        painter.restore()
        painter.setPen(QPen(_PEN, 1.0))
        painter.drawLine(QPointF(middle.x() - 14, middle.y()), QPointF(middle.x() + 14, middle.y()))
        painter.drawLine(QPointF(middle.x(), middle.y() - 14), QPointF(middle.x(), middle.y() + 14))
        painter.setPen(QPen(current_colors().muted, 1.0))
        painter.drawPath(outline)
