"""A table whose columns are known by name: headings, alignment, and saying everything again in another language."""

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.widgets.plain_texts import as_tip

Index = QModelIndex | QPersistentModelIndex

NO_PARENT = QModelIndex()

SORT_ROLE = int(Qt.ItemDataRole.UserRole)  # the value to sort by
FIGURE_ROLE = SORT_ROLE + 10  # what is drawn instead of a text; None for a text
ROW_ROLE = SORT_ROLE + 11  # the row itself


class ColumnsTableModel(QAbstractTableModel):
    """A table model with fixed columns; subclasses say what rows there are and what stands in them."""

    def __init__(self, columns: type[IntEnum], numeric: Collection[IntEnum], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._numeric = frozenset(numeric)

    def title(self, column: int) -> str:
        """Return the heading of a column."""
        raise NotImplementedError

    def explanation(self, column: int) -> str | None:
        """Return what is said where the pointer rests on a heading; None if nothing."""
        del column
        return None

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return how a column is aligned: numbers to the right."""
        across = Qt.AlignmentFlag.AlignRight if column in self._numeric else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter

    def retranslate(self) -> None:
        """Say everything again after the language or the palette changed."""
        self.say_rows_again()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def say_rows_again(self) -> None:
        """Say that the rows are the same and what stands in them is not."""
        rows = self.rowCount()
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(self._columns) - 1))

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(section)
            case Qt.ItemDataRole.ToolTipRole:
                explanation = self.explanation(section)
                return None if explanation is None else as_tip(explanation)
        return None
