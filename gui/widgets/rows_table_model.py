"""A table of domain rows: one per line, worded by a subclass."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from gui.widgets.columns_table_model import NO_PARENT, ColumnsTableModel, Index
from gui.widgets.plain_texts import as_tip

Row = TypeVar("Row")


class RowsTableModel(ColumnsTableModel, Generic[Row]):
    """A table model with one domain value per row, in the order given; subclasses say what stands in the columns."""

    def __init__(self, columns: type[IntEnum], numeric: Sequence[IntEnum], parent: QObject | None = None) -> None:
        super().__init__(columns, numeric, parent)
        self._rows: Sequence[Row] = ()

    def cell(self, row: Row, column: int) -> str:
        """Return what stands in a column of a row."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> Row | None:
        """Return the row in a place; None if there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self.cell(self._rows[index.row()], index.column())
            return text if role == Qt.ItemDataRole.DisplayRole else as_tip(text)
        return self.alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None
