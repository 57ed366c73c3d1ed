"""The view of a table of page counts: a click, or Enter, on one asks for the pages it rests on."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.scan.page_counts_table import TARGET_ROLE, PageCountsTable
from gui.widgets.wide_columns import WideColumns

_LEAST_NAME_PX = 220


class PageCountsView(QTableView):
    """Shows a table of page counts; emits ``target_chosen(Target)`` for the count that was clicked."""

    target_chosen = Signal(object)

    def __init__(self, model: PageCountsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        self.setMouseTracking(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as it comes, until somebody asks
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(80)
        self._wide = WideColumns(self, (0,), _LEAST_NAME_PX)
        model.modelReset.connect(self._on_reset)
        self.entered.connect(self._on_entered)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def _on_reset(self) -> None:
        header = self.horizontalHeader()
        if header.count():
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            self._wide.claim()

    def _on_entered(self, index: QModelIndex) -> None:
        is_link = index.data(TARGET_ROLE) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _choose(self, index: QModelIndex) -> None:
        target = index.data(TARGET_ROLE)
        if target is not None:
            self.target_chosen.emit(target)
