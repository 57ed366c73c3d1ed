"""The grid of a gallery: tiles in rows, only those in sight are drawn and asked for."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from gui.review.gallery_model import GalleryModel

_LEAST_TILE = 0.9  # of the width a tile wants; what little is missing makes its picture smaller
_SETTLED_MS = 30  # while it is scrolled, what flies by need not be loaded


class GalleryView(QListView):
    """The grid of tiles.

    Emits ``sight_changed()`` when other tiles came into sight, ``toggled(row)``, ``page_wanted(row)``,
    ``confirmed()`` and ``left()``.
    """

    sight_changed = Signal()
    toggled = Signal(int)
    confirmed = Signal()
    undo_wanted = Signal()
    left = Signal()
    page_wanted = Signal(int)  # row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.odd_action = self._add_action(self.toggled)
        self.page_action = self._add_action(self.page_wanted)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._wanted_tile = QSize()
        self._columns = 1
        self._pressed_at = QPoint()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self.sight_changed)
        self._retranslate()
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settling.start())

    def set_tile_size(self, size: QSize) -> None:
        """Make all tiles about this large, so that they fill the rows."""
        self._wanted_tile = size
        self._fit_tiles()
        self.verticalScrollBar().setSingleStep(max(size.height() // 2, 1))

    def rows_in_sight(self) -> range:
        """Return the rows that can be seen, at least in part."""
        model, grid = self.model(), self.gridSize()
        if model is None or grid.isEmpty():
            return range(0)
        top = self.verticalScrollBar().value()
        first = top // grid.height() * self._columns
        last = -(-(top + self.viewport().height()) // grid.height()) * self._columns
        return range(min(first, model.rowCount()), min(last, model.rowCount()))

    def redraw(self, row: int) -> None:
        """Draw one tile again; a signal of the model would lay out all of them."""
        model = self.model()
        if model is not None and row in self.rows_in_sight():
            self.update(model.index(row, 0))

    def setModel(self, model: GalleryModel) -> None:  # type: ignore[override]
        """Show another model, and the tiles in sight whenever it changes."""
        super().setModel(model)
        model.modelReset.connect(self._on_model_reset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_tiles()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_F if row >= 0:
                if not event.isAutoRepeat():
                    (self.toggled if event.key() == Qt.Key.Key_Space else self.page_wanted).emit(row)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():  # a key held down must not confirm one screen after the other
                    self.confirmed.emit()
            case Qt.Key.Key_G:
                self.left.emit()
            case Qt.Key.Key_Backspace:
                self.undo_wanted.emit()
            case Qt.Key.Key_Escape:
                event.ignore()  # for the page
            case Qt.Key.Key_Z if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_click = index.isValid() and index == self.indexAt(self._pressed_at)
        if is_click and event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit(index.row())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.viewport().update()
            self._retranslate()
        super().changeEvent(event)

    def _add_action(self, wanted: SignalInstance) -> QAction:
        """Add to the context menu what asks for something about the tile that it was opened on."""
        action = QAction(self)
        action.triggered.connect(lambda _checked=False: self._ask(wanted))
        self.addAction(action)
        return action

    def _ask(self, wanted: SignalInstance) -> None:
        if self.currentIndex().isValid():
            wanted.emit(self.currentIndex().row())

    def _retranslate(self) -> None:
        keys = QKeySequence(Qt.Key.Key_Space).toString(QKeySequence.SequenceFormat.NativeText)
        self.odd_action.setText("{}\t{}".format(self.tr("Set aside, or take in again"), keys))
        self.page_action.setText("{}\tF".format(self.tr("Whole page")))

    def _fit_tiles(self) -> None:
        if not self._wanted_tile.isEmpty():
            # Qt keeps room for a scroll bar of the style's own width, and wraps what would just fit.
            bar = self.verticalScrollBar()
            bar_px = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, bar)
            room_px = self.maximumViewportSize().width() - bar_px - 1
            self._columns = column_count(room_px, self._wanted_tile.width())
            self.setGridSize(QSize(room_px // self._columns, self._wanted_tile.height()))
        self._settling.start()

    def _on_model_reset(self) -> None:
        self.scrollToTop()
        model = self.model()
        if model is not None and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))
        self._settling.start()


def column_count(room_px: int, tile_px: int) -> int:
    """Return how many tiles stand in a row: as many as nearly have the width they want, at least one."""
    return max(1, int(room_px / (_LEAST_TILE * tile_px)))
