"""Counts of pages as a table model; each count knows the pages it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from gui.scan.page_scope import Target
from gui.widgets.theme import current_colors

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()

TARGET_ROLE = int(Qt.ItemDataRole.UserRole)  # the Target behind a figure, or None


@dataclass(frozen=True, slots=True)
class PageCount:
    """One cell of the table: a count, or the name of a row.

    Attributes:
        text: What is shown.
        value: What is sorted by.
        target: The pages behind it; None where there are none.
    """

    text: str
    value: str | float
    target: Target | None = None


class PageCountsTable(QAbstractTableModel):
    """Rows of counts under headings; the first column names the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: Sequence[str] = ()
        self._given: Sequence[Sequence[PageCount]] = ()
        self._rows: Sequence[Sequence[PageCount]] = ()
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)
        self._has_total = False

    def show_figures(
        self, headings: Sequence[str], rows: Sequence[Sequence[PageCount]], *, has_total: bool = False
    ) -> None:
        """Show other figures; ``has_total`` says that the first row sums the others."""
        is_alike = (len(headings), len(rows)) == (len(self._headings), len(self._rows)) and bool(rows)
        if not is_alike:
            self.beginResetModel()
        self._headings, self._given, self._has_total = headings, rows, has_total
        self._rows = self._arranged()
        if is_alike:  # figures that count up must not take the chosen cell away
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(headings) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)
        else:
            self.endResetModel()

    def value_at(self, row: int) -> str | float:
        """Return what a row is about: the value that its name is sorted by."""
        return self._rows[row][0].value

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        self._rows = self._arranged()
        self.layoutChanged.emit()

    def _arranged(self) -> list[Sequence[PageCount]]:
        """Return the rows as they are sorted; a sum stays on top."""
        (column, order), sums = self._sorted_by, int(self._has_total)
        rows = list(self._given[sums:])
        if 0 <= column < len(self._headings):
            rows.sort(key=lambda row: _sort_key(row[column]), reverse=order is Qt.SortOrder.DescendingOrder)
        return [*self._given[:sums], *rows]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        figure = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return figure.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return current_colors().accent if figure.target else None
            case Qt.ItemDataRole.FontRole:
                return _bold() if self._has_total and index.row() == 0 else None
        return figure.target if role == TARGET_ROLE else None


def _sort_key(figure: PageCount) -> tuple[float, str]:
    return (0.0, figure.value) if isinstance(figure.value, str) else (figure.value, "")


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _alignment(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
