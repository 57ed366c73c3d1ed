"""Tables can be taken along: what is chosen in them goes to the clipboard, in rows as spreadsheets paste them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QTableView

_COPY_KEYS, _ROWS_KEYS = "Ctrl+C", "Ctrl+Shift+C"


class TableCopying(QObject):
    """Puts copying into the context menu of a table, below what stands there, and on the usual keys."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.cell = self._add(self.copy_cell, _COPY_KEYS, is_first=True)
        self.rows = self._add(self.copy_rows, _ROWS_KEYS)
        self.whole = self._add(self.copy_table)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.installEventFilter(self)
        self._retranslate()

    def copy_cell(self) -> None:
        """Copy what stands in the current cell."""
        index = self._table.currentIndex()
        if index.isValid():
            _put(_text(index))

    def copy_rows(self) -> None:
        """Copy the rows in which something is chosen, below the headings, from top to bottom as they are shown."""
        self._copy(sorted({index.row() for index in self._table.selectedIndexes()}))

    def copy_table(self) -> None:
        """Copy every row below the headings, without the columns that are hidden."""
        self._copy(range(self._table.model().rowCount()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        return super().eventFilter(watched, event)

    def _copy(self, rows: Sequence[int]) -> None:
        model, header = self._table.model(), self._table.horizontalHeader()
        columns = [header.logicalIndex(place) for place in range(header.count())]
        columns = [column for column in columns if not header.isSectionHidden(column)]
        headings = [_one_line(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        lines = [headings, *([_text(model.index(row, column)) for column in columns] for row in rows)]
        if rows:
            _put("\n".join(map("\t".join, lines)))

    def _add(self, act: Callable[[], None], keys: str = "", *, is_first: bool = False) -> QAction:
        if is_first and self._table.actions():
            divider = QAction(self._table)
            divider.setSeparator(True)
            self._table.addAction(divider)
        action = QAction(self._table)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self._table.addAction(action)
        return action

    def _retranslate(self) -> None:
        self.cell.setText(QCoreApplication.translate("TableCopying", "Copy cell"))
        self.rows.setText(QCoreApplication.translate("TableCopying", "Copy rows with headings"))
        self.whole.setText(QCoreApplication.translate("TableCopying", "Copy table with headings"))


def _text(index: QModelIndex) -> str:
    """Return what a cell says; of one that is drawn, what a screen reader says of it."""
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return _one_line(index.data(Qt.ItemDataRole.DisplayRole) or spoken)


def _one_line(text: object) -> str:
    return " ".join(str(text).split()) if text is not None else ""


def _put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
