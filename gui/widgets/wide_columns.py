"""Columns that take what room a table has left, and keep enough to be read where it has none."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

_LEAST_PX = 150


class WideColumns(QObject):
    """Shares the room that the other columns of a table leave; Qt's own stretching would leave nothing in the end."""

    def __init__(self, table: QTableView, columns: Collection[int], least_px: int = _LEAST_PX) -> None:
        super().__init__(table)
        self._table, self._columns, self._least_px = table, tuple(columns), least_px
        self._is_sharing = False
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._share())
        table.viewport().installEventFilter(self)
        self.claim()

    def claim(self) -> None:
        """Take the columns under control, again where the table has lost its columns meanwhile."""
        header = self._table.horizontalHeader()
        for column in self._columns:
            if column < header.count():
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._share()
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        if self._is_sharing:
            return
        self._is_sharing = True
        header = self._table.horizontalHeader()
        columns = [each for each in self._columns if each < header.count() and not header.isSectionHidden(each)]
        others = (column for column in range(header.count()) if column not in self._columns)
        rest = self._table.viewport().width() - sum(map(header.sectionSize, others))
        for column in columns:
            header.resizeSection(column, max(rest // len(columns), self._least_px))
        self._is_sharing = False
