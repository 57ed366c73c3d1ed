"""Delivered pages as a table: one row per page, also those that could not be read."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from gui.icons import outcome_icon
from gui.messages import describe_reason, name_outcome
from gui.snapshot import open_flags
from gui.theme import current_colors
from omr.responses import DeliveredPage
from omr.results import PageOutcome

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()

SORT_ROLE = int(Qt.ItemDataRole.UserRole)
PAGE_ROLE = SORT_ROLE + 1  # the DeliveredPage itself
OUTCOME_ROLE = SORT_ROLE + 2  # the outcome's value, to filter by


class Column(IntEnum):
    """What is shown of a page, left to right."""

    NUMBER = 0
    FILE = 1
    PAGE_IN_FILE = 2
    STATE = 3
    UNIT = 4
    SERIAL = 5
    FORM_PAGE = 6
    FLAGS = 7
    REASON = 8


_NUMERIC = (Column.NUMBER, Column.PAGE_IN_FILE, Column.FORM_PAGE, Column.FLAGS)


class PageTableModel(QAbstractTableModel):
    """Delivered pages in order."""

    def __init__(self, unit_names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unit_names = unit_names
        self._pages: Sequence[DeliveredPage] = ()
        self._icons: dict[PageOutcome, QIcon] = {}

    def show_pages(self, pages: Sequence[DeliveredPage]) -> None:
        """Show other pages."""
        self.beginResetModel()
        self._pages = pages
        self._icons = {}  # drawn anew, for the palette may have changed
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again after the language changed."""
        if self._pages:
            last = self.index(len(self._pages) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        read = self._readers.get(role)
        return read(self, index.row(), Column(index.column())) if read else None

    def _titles(self) -> dict[Column, str]:
        return {
            Column.NUMBER: "#",
            Column.FILE: self.tr("File"),
            Column.PAGE_IN_FILE: self.tr("Page"),
            Column.STATE: self.tr("State"),
            Column.UNIT: self.tr("Unit"),
            Column.SERIAL: self.tr("Sheet"),
            Column.FORM_PAGE: self.tr("Side"),
            Column.FLAGS: self.tr("Flags"),
            Column.REASON: self.tr("Reason"),
        }

    def _display(self, row: int, column: Column) -> str:
        value = self._native(row, column)
        if column in (Column.FLAGS, Column.FORM_PAGE) and not value:
            return ""
        return str(value)

    def _native(self, row: int, column: Column) -> str | int:
        page = self._pages[row]
        match column:
            case Column.NUMBER:
                return row + 1
            case Column.FILE:
                return page.source
            case Column.PAGE_IN_FILE:
                return page.page_in_file
            case Column.STATE:
                return name_outcome(page.outcome)
            case Column.FLAGS:
                return open_flags(page)
            case Column.REASON:
                return describe_reason(page.reason, page.detail)
            case _:
                return self._identity_value(page, column)

    def _identity_value(self, page: DeliveredPage, column: Column) -> str | int:
        if column is Column.UNIT:
            return self._unit_names.get(page.unit, page.unit)
        if column is Column.SERIAL:
            return page.identity.serial if page.identity else ""
        return page.identity.page if page.identity else 0

    def _tool_tip(self, row: int, column: Column) -> str:
        return self._display(row, column) if column in (Column.FILE, Column.UNIT, Column.REASON) else ""

    def _decoration(self, row: int, column: Column) -> QIcon | None:
        if column is not Column.STATE:
            return None
        outcome = self._pages[row].outcome
        if outcome not in self._icons:
            self._icons[outcome] = outcome_icon(outcome, current_colors().of_outcome(outcome))
        return self._icons[outcome]

    def _align(self, _row: int, column: Column) -> Qt.AlignmentFlag:
        return _alignment(column)

    def _page(self, row: int, _column: Column) -> DeliveredPage:
        return self._pages[row]

    def _outcome(self, row: int, _column: Column) -> str:
        return self._pages[row].outcome.value

    _readers: Mapping[int, Callable[["PageTableModel", int, Column], Any]] = {
        int(Qt.ItemDataRole.DisplayRole): _display,
        int(Qt.ItemDataRole.DecorationRole): _decoration,
        int(Qt.ItemDataRole.ToolTipRole): _tool_tip,
        int(Qt.ItemDataRole.TextAlignmentRole): _align,
        SORT_ROLE: _native,
        PAGE_ROLE: _page,
        OUTCOME_ROLE: _outcome,
    }


def _alignment(column: Column) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column in _NUMERIC else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
