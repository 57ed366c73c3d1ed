"""Shows a piece of paper: fitted, wheel to zoom, drag to move, with outlines over the response areas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from gui.paper.paper_item import PaperItem
from gui.paper.picture_loading import Picture, PictureArea
from gui.widgets.theme import current_colors

_LARGEST_OUTLINE = 0.12  # of an area: a thicker line would hide the mark it points at
_VEIL = 150  # of 255: what is beside the point stays legible
_LARGEST_FIT = 1.5  # scans blown up further look worse without showing more
ZOOM_STEP = 1.25
_ZOOM_LIMITS = (0.1, 8.0)
_LEAST = QSize(120, 112)
_MARGIN_PX = 3  # between the printed outline and ours, so that the mark itself stays untouched


class Emphasis(Enum):
    """How strongly an area is outlined."""

    SOFT = auto()  # an area like any other
    READ = auto()  # a mark that was read and that nobody doubts
    DOUBT = auto()  # belongs to what is in front of a person
    READING = auto()  # the engine's doubtful reading
    CHOSEN = auto()  # what counts
    UNSURE = auto()  # more likely wrong than right


# Of 255; the mark itself stays visible.
_FILLS = {Emphasis.READ: 45, Emphasis.READING: 40, Emphasis.CHOSEN: 40, Emphasis.UNSURE: 40}


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline over one response area."""

    area: PictureArea
    emphasis: Emphasis


class PictureView(QGraphicsView):
    """A picture with outlines; emits ``area_clicked(item, option)``.

    One that ``takes_keys`` can be reached with Tab: + and - zoom, * fits, arrows move over the paper. At a desk the
    desk takes the keys.
    """

    area_clicked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, takes_keys: bool = False) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if takes_keys else Qt.FocusPolicy.NoFocus)
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._picture: Picture | None = None
        self._outlines: tuple[Outline, ...] = ()
        self._note = ""
        self._is_fitted = True
        self._pressed_at = QPointF()
        self._retranslate()

    def sizeHint(self) -> QSize:
        return _LEAST  # not that of the picture: it takes all room that is left by what must be seen whole

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """What is outlined."""
        return self._outlines

    def show_picture(self, picture: Picture) -> None:
        """Show a picture, fitted, without outlines."""
        self._picture, self._outlines, self._note = picture, (), ""
        self._is_fitted = True
        self._scene.clear()
        self._scene.addItem(PaperItem(picture.image))
        self._scene.setSceneRect(QRectF(picture.image.rect()))
        self._fit()

    @property
    def note(self) -> str:
        """The sentence that stands there instead of a picture; empty if none does."""
        return self._note

    def show_note(self, note: str) -> None:
        """Show a sentence instead of a picture."""
        self._picture, self._outlines, self._note = None, (), note
        self._scene.clear()
        self.viewport().update()

    def show_outlines(self, outlines: Sequence[Outline]) -> None:
        """Replace the outlines over the picture."""
        self._outlines = tuple(outlines)
        self.viewport().update()

    def fit(self) -> None:
        """Show the whole of what matters again."""
        self._is_fitted = True
        self._fit()

    def zoom(self, factor: float) -> None:
        """Show the paper larger (``factor`` above 1.0) or smaller, within limits."""
        low, high = _ZOOM_LIMITS
        if self._picture and low < self.transform().m11() * factor < high:
            self._is_fitted = False
            self.scale(factor, factor)

    def pan(self, across: int, down: int) -> None:
        """Move over the paper, in eighths of what is seen."""
        for bar, steps, seen in (
            (self.horizontalScrollBar(), across, self.viewport().width()),
            (self.verticalScrollBar(), down, self.viewport().height()),
        ):
            bar.setValue(bar.value() + steps * seen // 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.get(Qt.Key(event.key()))
        if act is None:
            event.ignore()
        else:
            act(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        has_moved = (event.position() - self._pressed_at).manhattanLength() > 4
        if not has_moved and event.button() is Qt.MouseButton.LeftButton:
            self._click(self.mapToScene(event.position().toPoint()))

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        if self._picture is None:
            self._draw_note(painter)
            return
        if self._picture.focus is not None:
            self._draw_veil(painter, self._picture.focus)
        for outline in self._outlines:
            draw_outline(painter, outline)

    _keys: Mapping[Qt.Key, Callable[["PictureView"], None]] = {
        Qt.Key.Key_Plus: lambda view: view.zoom(ZOOM_STEP),
        Qt.Key.Key_Equal: lambda view: view.zoom(ZOOM_STEP),  # the same key without Shift
        Qt.Key.Key_Minus: lambda view: view.zoom(1 / ZOOM_STEP),
        Qt.Key.Key_Asterisk: fit,
        Qt.Key.Key_Left: lambda view: view.pan(-1, 0),
        Qt.Key.Key_Right: lambda view: view.pan(1, 0),
        Qt.Key.Key_Up: lambda view: view.pan(0, -1),
        Qt.Key.Key_Down: lambda view: view.pan(0, 1),
    }

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Picture of the paper"))

    def _click(self, point: QPointF) -> None:
        for outline in self._outlines:
            if _grown(outline.area.rect).contains(point):
                self.area_clicked.emit(outline.area.item_id, outline.area.option)
                return

    def _fit(self) -> None:
        if self._picture is None:
            return
        whole = QRectF(self._picture.image.rect())
        shown, room = self._picture.focus or whole, self.viewport().size()
        factor = min(room.width() / shown.width(), room.height() / shown.height(), _LARGEST_FIT)
        self.resetTransform()
        self.scale(factor, factor)
        self.centerOn(shown.center())

    def _draw_veil(self, painter: QPainter, focus: QRectF) -> None:
        """Dim what lies around the part that matters."""
        veil = QColor(self.palette().color(QPalette.ColorRole.Window))
        veil.setAlpha(_VEIL)
        whole = self.sceneRect()
        painter.fillRect(QRectF(whole.topLeft(), QPointF(whole.right(), focus.top())), veil)
        painter.fillRect(QRectF(QPointF(whole.left(), focus.bottom()), whole.bottomRight()), veil)
        painter.fillRect(QRectF(QPointF(whole.left(), focus.top()), focus.bottomLeft()), veil)
        painter.fillRect(QRectF(focus.topRight(), QPointF(whole.right(), focus.bottom())), veil)

    def _draw_note(self, painter: QPainter) -> None:
        painter.resetTransform()
        painter.setPen(current_colors().muted)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(24, 24, -24, -24), int(flags), self._note)


def draw_outline(painter: QPainter, outline: Outline) -> None:
    """Draw an outline in the pixels of its picture."""
    color, width = _pen_of(outline.emphasis)
    seen_px = outline.area.rect.width() * painter.worldTransform().m11()
    pen = QPen(color, min(width, max(1.0, seen_px * _LARGEST_OUTLINE)))
    pen.setCosmetic(True)
    painter.setPen(pen)
    fill = QColor(color)
    fill.setAlpha(_FILLS.get(outline.emphasis, 0))
    painter.setBrush(fill)
    painter.drawRoundedRect(_grown(outline.area.rect), 4, 4)


def color_of(emphasis: Emphasis) -> QColor:
    """Return the colour of an outline."""
    return _pen_of(emphasis)[0]


def _pen_of(emphasis: Emphasis) -> tuple[QColor, float]:
    # Scans are white in both themes, so these colours are chosen against paper, not against the window.
    match emphasis:
        case Emphasis.READING:
            return QColor("#d07a00"), 2.5
        case Emphasis.CHOSEN:
            return QColor("#0f7b6c"), 3.0
        case Emphasis.UNSURE:
            return QColor("#c02b20"), 2.5
        case Emphasis.DOUBT:
            return QColor("#d07a00"), 2.0
        case Emphasis.READ:
            return QColor(15, 107, 98, 170), 1.0
        case Emphasis.SOFT:
            return QColor(60, 90, 140, 90), 1.0


def _grown(rect: QRectF) -> QRectF:
    return rect.adjusted(-_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
