"""Which of the delivered pages are shown: by outcome, and by the figure somebody clicked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from gui.scan.page_scope import EVERYTHING, PageScope
from gui.scan.pages.page_table_model import PageTableModel
from omr.results import PageOutcome


class PageFilter(QSortFilterProxyModel):
    """The rows of a ``PageTableModel`` that are in a scope and have an outcome; None takes any."""

    def __init__(self, model: PageTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = model
        self._scope = EVERYTHING
        self._outcome: PageOutcome | None = None
        self.setSourceModel(model)

    @property
    def scope(self) -> PageScope:
        """The pages that are looked at."""
        return self._scope

    def show(self, scope: PageScope, outcome: PageOutcome | None) -> None:
        """Show other rows."""
        self._scope, self._outcome = scope, outcome
        self.invalidate()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._pages.sort(column, order)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        page = self._pages.page_at(row)
        return (self._outcome is None or page.outcome is self._outcome) and self._scope.admits(page)
