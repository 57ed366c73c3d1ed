"""Add scans, watch them being read, and see what became of every delivered page."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRegularExpression,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.batch_panel import BatchPanel
from gui.health_panel import HealthPanel
from gui.messages import name_outcome
from gui.models.page_table_model import OUTCOME_ROLE, PAGE_ROLE, SORT_ROLE, Column, PageTableModel
from gui.page_panel import PagePanel
from gui.snapshot import Snapshot
from gui.translation import format_count
from gui.unit_box import UnitBox
from gui.widgets import make_button, make_card, make_column, make_label, name_for_screen_readers
from gui.workspace import Workspace
from omr.responses import DeliveredPage
from omr.results import PageOutcome

_WIDTHS = {
    Column.NUMBER: 44,
    Column.PAGE_IN_FILE: 56,
    Column.STATE: 122,
    Column.SERIAL: 74,
    Column.FORM_PAGE: 48,
    Column.FLAGS: 80,
}
_WIDE = (Column.FILE, Column.UNIT, Column.REASON)  # share the room that is left
_OF_READ_PAGES = (Column.UNIT, Column.SERIAL, Column.FORM_PAGE, Column.FLAGS)


class ScanPage(QWidget):
    """Intake on top, the delivered pages below, the chosen page's picture beside them."""

    scans_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._outcome: PageOutcome | None = None
        self.add_button = make_button("primary")
        self.folder_button = make_button()
        self._unit_label = make_label("muted")
        self.unit_box = UnitBox(workspace.survey.units)
        self.batch_panel = BatchPanel(workspace)
        self.health_panel = HealthPanel()
        self.filters: dict[PageOutcome | None, QPushButton] = {}
        self._filter_group = QButtonGroup(self)
        self.summary = make_label("muted", wraps=True)
        self.model = PageTableModel({unit.code: unit.name for unit in workspace.survey.units}, self)
        self.proxy = QSortFilterProxyModel(self)
        self.table = QTableView()
        self.page_panel = PagePanel(workspace)
        self._empty_title = make_label("heading")
        self._empty_hint = make_label("muted", wraps=True)
        self._stack = QStackedWidget()
        self._set_up_table()
        self._lay_out()
        self._connect()
        self._retranslate()

    def unit_code(self) -> str:
        """Return the unit chosen for the pages to be added; empty for as printed."""
        return self.unit_box.unit_code()

    def selected_page(self) -> DeliveredPage | None:
        """Return the page that is chosen in the table."""
        index = self.table.currentIndex()
        return index.data(PAGE_ROLE) if index.isValid() else None

    def show_outcome(self, outcome: PageOutcome | None) -> None:
        """Show pages with one outcome only; None shows all."""
        self.filters[outcome].setChecked(True)
        self._outcome = outcome
        self._show_columns()
        pattern = f"^{outcome.value}$" if outcome else ""
        self.proxy.setFilterRegularExpression(QRegularExpression(pattern))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _set_up_table(self) -> None:
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.proxy.setFilterRole(OUTCOME_ROLE)
        table = self.table
        table.setModel(self.proxy)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        table.setSortingEnabled(True)
        table.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        self._set_column_widths(table.horizontalHeader())

    def _set_column_widths(self, header: QHeaderView) -> None:
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setMinimumSectionSize(36)
        for column in _WIDE:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _show_columns(self) -> None:
        """Leave out what is empty in every row that is shown."""
        may_be_read = self._outcome in (None, PageOutcome.READ, PageOutcome.DUPLICATE)
        for column in _OF_READ_PAGES:
            self.table.setColumnHidden(column, not may_be_read)
        outcomes = self._workspace.snapshot.outcomes
        are_all_read = outcomes.get(PageOutcome.READ, 0) == len(self._workspace.snapshot.pages)
        self.table.setColumnHidden(Column.REASON, self._outcome is PageOutcome.READ or are_all_read)

    def _lay_out(self) -> None:
        layout = make_column(self)
        layout.addLayout(self._make_intake_row())
        layout.addWidget(self.batch_panel)
        layout.addWidget(self.health_panel)
        self._stack.addWidget(self._make_empty_state())
        self._stack.addWidget(self._make_pages())
        layout.addWidget(self._stack, stretch=1)

    def _make_intake_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.add_button)
        row.addWidget(self.folder_button)
        row.addStretch()
        row.addWidget(self._unit_label)
        row.addWidget(self.unit_box)
        for widget in (self._unit_label, self.unit_box):
            widget.setVisible(bool(self._workspace.survey.units))
        return row

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
        column = make_column(left, margin=0)
        column.addLayout(self._make_filter_row())
        column.addWidget(self.table, stretch=1)
        column.addWidget(self.summary)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.page_panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([750, 380])
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        return splitter

    def _make_filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for outcome in (None, *PageOutcome):
            button = make_button("filter")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, outcome=outcome: self.show_outcome(outcome))
            self.filters[outcome] = button
            self._filter_group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.filters[None].setChecked(True)
        return row

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.scans_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._workspace.pages_changed.connect(self._on_pages_changed)
        self._workspace.reading_changed.connect(self._on_reading_changed)

    def _on_row_changed(self, current: QModelIndex) -> None:
        page = current.data(PAGE_ROLE) if current.isValid() else None
        if page is not None:
            self.page_panel.show_page(page)

    def _on_reading_changed(self, is_reading: bool) -> None:
        for control in (self.add_button, self.folder_button, self.unit_box):
            control.setEnabled(not is_reading)

    def _on_pages_changed(self, snapshot: Snapshot) -> None:
        chosen = self.selected_page()
        self.model.show_pages(snapshot.pages)
        self._stack.setCurrentIndex(1 if snapshot.pages else 0)
        self._choose(snapshot.pages, chosen)
        self.health_panel.show_findings(snapshot.health)
        self._show_columns()
        self._show_counts()

    def _choose(self, pages: Sequence[DeliveredPage], chosen: DeliveredPage | None) -> None:
        """Choose the same page again after the table was filled anew, else the first."""
        places = {_place_of(page): row for row, page in enumerate(pages)}
        row = places.get(_place_of(chosen), 0) if chosen else 0
        index = self.proxy.mapFromSource(self.model.index(row, 0))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, flags)

    def _show_counts(self) -> None:
        outcomes = self._workspace.snapshot.outcomes
        total = len(self._workspace.snapshot.pages)
        everything = self.tr("All")
        self.filters[None].setText(f"{everything} {format_count(total)}")
        parts = []
        for outcome in PageOutcome:
            count = format_count(outcomes.get(outcome, 0))
            self.filters[outcome].setText(f"{name_outcome(outcome)} {count}")
            parts.append(f"{count} {name_outcome(outcome).lower()}")
        text = self.tr("{delivered} pages delivered = {parts}")
        self.summary.setText(text.format(delivered=format_count(total), parts=" + ".join(parts)))

    def _retranslate(self) -> None:
        self.add_button.setText(self.tr("Add scans…"))
        self.folder_button.setText(self.tr("Add folder…"))
        self._unit_label.setText(self.tr("Unit"))
        self._empty_title.setText(self.tr("Drop scans here"))
        self._empty_hint.setText(
            self.tr("PDF, TIFF, JPEG and PNG files or whole folders, in any order and any way up.")
        )
        name_for_screen_readers(self.table, self.tr("Delivered pages"))
        self.table.setToolTip("")
        self.model.retranslate()
        self._show_counts()


def _place_of(page: DeliveredPage) -> tuple[int, str, int]:
    return page.batch, page.source, page.page_in_file
