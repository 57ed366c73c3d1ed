"""A table of figures: Enter or double-click opens what is behind a row."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gui.results.tables.figure_delegate import FigureDelegate
from gui.widgets.scaled_table import ScaledTable
from gui.widgets.table_copying import TableCopying
from gui.widgets.wide_columns import WideColumns

_ROW_PX = 30
_NATIVE = QKeySequence.SequenceFormat.NativeText


class FigureTableView(QTableView):
    """A table whose rows are chosen whole; emits ``row_opened(index, place)`` with the place of the click in the view.

    The place is (-1, -1) where a key opened the row.
    """

    row_opened = Signal(QModelIndex, QPointF)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(FigureDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.open_action = QAction(self)
        self.open_action.triggered.connect(self._open)
        self.addAction(self.open_action)
        self.copying = TableCopying(self)

    def name_opening(self, text: str) -> None:
        """Say what opening a row does, for its context menu."""
        self.open_action.setText(f"{text}\t{QKeySequence(Qt.Key.Key_Enter).toString(_NATIVE)}")

    def fit_columns(self, widths: Mapping[int, int], wide: int, drawn: tuple[int, int] | None = None) -> None:
        """Give columns their widths, one the room that is left, and another the width of the drawings in it."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        ScaledTable(self, _ROW_PX, widths)
        if drawn is not None:
            header.resizeSection(*drawn)
        WideColumns(self, (wide,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex(), QPointF(-1, -1))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.row_opened.emit(index, event.position())
            return
        super().mouseDoubleClickEvent(event)
