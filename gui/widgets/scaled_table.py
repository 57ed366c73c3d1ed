"""Rows and columns that grow with the size of texts that a person chose."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from gui.widgets.theme import current_look, scaled


class ScaledTable(QObject):
    """Keeps a table's rows and columns in proportion to its texts; what a person dragged stays dragged."""

    def __init__(self, table: QTableView, row_px: int = 0, widths: Mapping[int, int] | None = None) -> None:
        """Begin to.

        Args:
            table: Whose rows and columns.
            row_px: Height of a row with texts of the usual size; 0 leaves it to the table.
            widths: The same of columns, by column.
        """
        super().__init__(table)
        self._table, self._row_px, self._columns = table, row_px, tuple(widths or ())
        self._percent = current_look().text_percent
        for column, width in (widths or {}).items():
            table.horizontalHeader().resizeSection(column, scaled(width))
        self._set_rows()
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        before, self._percent = self._percent, current_look().text_percent
        if before == self._percent:
            return
        header = self._table.horizontalHeader()
        for column in self._columns:
            header.resizeSection(column, round(header.sectionSize(column) * self._percent / before))
        self._set_rows()

    def _set_rows(self) -> None:
        if self._row_px:
            self._table.verticalHeader().setDefaultSectionSize(scaled(self._row_px))
