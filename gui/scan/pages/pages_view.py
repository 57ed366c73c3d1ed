"""Every delivered page, what became of it, its picture, and what a person can do with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.preferences import Preferences
from gui.scan.outcome_ledger import OutcomeLedger
from gui.scan.page_scope import EVERYTHING, Target
from gui.scan.pages.page_actions import PageActions
from gui.scan.pages.page_filter import PageFilter
from gui.scan.pages.page_panel import PagePanel
from gui.scan.pages.page_table_model import PAGE_ROLE, PageColumn, PageTableModel
from gui.survey_snapshot import Snapshot
from gui.widgets.building_blocks import keep_splitter, make_card, make_column, make_label, name_for_screen_readers
from gui.widgets.scaled_table import ScaledTable
from gui.widgets.table_copying import TableCopying
from gui.widgets.wide_columns import WideColumns
from gui.workspace import Workspace
from omr.responses import DeliveredPage
from omr.results import PageOutcome

_WIDTHS: Mapping[int, int] = {
    PageColumn.NUMBER: 44,
    PageColumn.PAGE_IN_FILE: 56,
    PageColumn.STATE: 122,
    PageColumn.SERIAL: 74,
    PageColumn.FORM_PAGE: 48,
    PageColumn.RESPONDENT: 58,
    PageColumn.FLAGS: 80,
}
_WIDE = (PageColumn.FILE, PageColumn.UNIT, PageColumn.REASON)  # share the room that is left
_OF_READ_PAGES = (PageColumn.UNIT, PageColumn.SERIAL, PageColumn.FORM_PAGE, PageColumn.RESPONDENT, PageColumn.FLAGS)


class PagesView(QWidget):
    """Shows delivered pages: counts by outcome on top, the table below, the chosen page's picture beside it."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.preferences = preferences
        self._outcome: PageOutcome | None = None
        self.ledger = OutcomeLedger()
        self.model = PageTableModel({unit.code: unit.name for unit in workspace.survey.units}, self)
        self.filter = PageFilter(self.model, self)
        self.table = QTableView()
        self.actions_row = PageActions(workspace, preferences)
        self.page_panel = PagePanel(workspace)
        self._empty_title = make_label("heading")
        self._empty_hint = make_label("muted", wraps=True)
        self._stack = QStackedWidget()
        self._set_up_table()
        self._lay_out()
        self._connect()
        self._retranslate()

    def selected_page(self) -> DeliveredPage | None:
        """Return the page whose picture is shown."""
        index = self.table.currentIndex()
        return index.data(PAGE_ROLE) if index.isValid() else None

    def selected_pages(self) -> list[DeliveredPage]:
        """Return all chosen pages in delivered order."""
        rows = (self.filter.mapToSource(index).row() for index in self.table.selectionModel().selectedRows())
        return [self.model.page_at(row) for row in sorted(rows, key=self.model.place_at)]

    def show_outcome(self, outcome: PageOutcome | None) -> None:
        """Show pages with one outcome only; None shows all."""
        self._outcome = outcome
        self.ledger.choose(outcome)
        self.filter.show(self.filter.scope, outcome)
        self._after_filtering()

    def show_target(self, target: Target) -> None:
        """Show the pages behind a figure."""
        self._outcome = target.outcome
        self.ledger.show_scope(target.name)
        self.ledger.choose(target.outcome)
        self.filter.show(target.scope, target.outcome)
        self._count()
        self._after_filtering()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.filter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of scans differ at their end
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        table.setSortingEnabled(True)
        table.sortByColumn(PageColumn.NUMBER, Qt.SortOrder.AscendingOrder)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.addActions(self.actions_row.all_actions())
        TableCopying(table)
        self._set_column_widths(table.horizontalHeader())

    def _set_column_widths(self, header: QHeaderView) -> None:
        header.setMinimumSectionSize(36)
        ScaledTable(self.table, widths=_WIDTHS)
        WideColumns(self.table, _WIDE)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._make_empty_state())
        self._stack.addWidget(self._make_pages())
        make_column(self, margin=0).addWidget(self._stack)

    def _make_empty_state(self) -> QWidget:
        card = make_card("drop")
        layout = QVBoxLayout(card)
        layout.addStretch()
        for label in (self._empty_title, self._empty_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch()
        return card

    def _make_pages(self) -> QWidget:
        left = QWidget()
        column = make_column(left, margin=0, spacing=8)
        column.addWidget(self.table, stretch=1)
        column.addWidget(self.actions_row)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.page_panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([840, 300])
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        keep_splitter(splitter, "scan", self.preferences)
        whole = QWidget()
        layout = make_column(whole, margin=0)
        layout.addWidget(self.ledger)
        layout.addWidget(splitter, stretch=1)
        return whole

    def _connect(self) -> None:
        self.ledger.outcome_chosen.connect(self.show_outcome)
        self.ledger.scope_left.connect(self._on_scope_left)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._workspace.pages_changed.connect(self._on_pages_changed)
        self._workspace.reading_changed.connect(self._on_selection_changed)

    def _on_row_changed(self, current: QModelIndex) -> None:
        page = current.data(PAGE_ROLE) if current.isValid() else None
        if page is not None:
            self.page_panel.show_page(page)

    def _on_selection_changed(self) -> None:
        self.actions_row.offer(self.selected_pages())

    def _on_scope_left(self) -> None:
        self.show_target(Target(EVERYTHING, None, ""))

    def _on_pages_changed(self, snapshot: Snapshot) -> None:
        current, chosen = self.selected_page(), self.selected_pages()
        self.model.show_pages(snapshot.pages, snapshot.respondents)
        self._stack.setCurrentIndex(1 if snapshot.pages else 0)
        self._choose(snapshot.pages, current, chosen)
        self._show_columns()
        self._count()

    def _after_filtering(self) -> None:
        self._show_columns()
        if not self.table.selectionModel().hasSelection() and self.filter.rowCount():
            self.table.selectRow(0)
        self._on_selection_changed()

    def _choose(
        self, pages: Sequence[DeliveredPage], current: DeliveredPage | None, chosen: Sequence[DeliveredPage]
    ) -> None:
        """Choose the same pages again after the table was filled anew, else the first."""
        places = {_place_of(page): place for place, page in enumerate(pages)}
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection = self.table.selectionModel()
        index = self._index_of(places.get(_place_of(current), 0) if current else 0)
        if index.isValid():
            selection.setCurrentIndex(index, select | QItemSelectionModel.SelectionFlag.Clear)
        for page in chosen:
            place = places.get(_place_of(page))
            if place is not None:
                selection.select(self._index_of(place), select)
        self._on_selection_changed()

    def _index_of(self, place: int) -> QModelIndex:
        """Return the row of the page at a place in delivered order; an invalid index if it is not shown."""
        if not self.model.rowCount():
            return QModelIndex()
        return self.filter.mapFromSource(self.model.index(self.model.row_of(place), 0))

    def _show_columns(self) -> None:
        """Leave out what is empty in every row that is shown."""
        may_be_read = self._outcome in (None, PageOutcome.READ, PageOutcome.DUPLICATE, PageOutcome.OTHER_FORM)
        for column in _OF_READ_PAGES:
            self.table.setColumnHidden(column, not may_be_read)
        outcomes = self._workspace.snapshot.outcomes
        are_all_read = outcomes.get(PageOutcome.READ, 0) == len(self._workspace.snapshot.pages)
        are_read = self._outcome is PageOutcome.READ or self.filter.scope.page_ids is not None
        self.table.setColumnHidden(PageColumn.REASON, are_read or are_all_read)

    def _count(self) -> None:
        self.ledger.show_pages([page for page in self._workspace.snapshot.pages if self.filter.scope.admits(page)])

    def _retranslate(self) -> None:
        self._empty_title.setText(self.tr("Drop scans here"))
        self._empty_hint.setText(
            self.tr("PDF, TIFF, JPEG and PNG files or whole folders, in any order and any way up.")
        )
        name_for_screen_readers(self.table, self.tr("Delivered pages"))
        self.table.setToolTip("")
        self.model.retranslate()


def _place_of(page: DeliveredPage) -> tuple[int, str, str]:
    return page.batch, page.source, page.place_in_file
