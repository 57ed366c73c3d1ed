"""Where the re-check stands: the result, and below it the batches, what waits for a second look, and who did what."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.i18n.translation import format_count
from gui.recheck.operator_table_model import OperatorColumn, OperatorTableModel
from gui.recheck.recheck_table_model import RecheckTableModel, ResultColumn, ResultRow
from gui.recheck.result_card import ResultCard
from gui.recheck.second_look_table_model import SecondLookColumn, SecondLookRow, SecondLookTableModel
from gui.sharing.read_only import hold_back
from gui.widgets.building_blocks import make_button, make_column, make_label, name_for_screen_readers
from gui.widgets.scaled_table import ScaledTable
from gui.widgets.table_copying import TableCopying
from gui.widgets.wide_columns import WideColumns
from gui.widgets.wrapping_row import WrappingRow
from omr.recheck.operators import OperatorWork
from omr.recheck.state import RecheckState
from omr.survey.folder import Survey

_ROW_PX = 32


class Tab(IntEnum):
    """What the lower half shows."""

    BATCHES = 0
    SECOND_LOOK = 1
    OPERATORS = 2


class OverviewPanel(QWidget):
    """Shows where the re-check stands; starting to check is left to whoever hears its signals."""

    start_wanted = Signal()
    second_look_wanted = Signal()
    operator_wanted = Signal()

    def __init__(self, survey: Survey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._survey = survey
        self._state: RecheckState | None = None
        self._second_looks = 0  # that the operator may take
        self._for_others = 0
        self.card = ResultCard(survey)
        self.tabs: dict[Tab, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.operator_label = make_label("muted")
        self.operator_button = make_button("link")
        self.batches = RecheckTableModel(self)
        self.second_looks = SecondLookTableModel(self)
        self.operators = OperatorTableModel(self)
        self.tables: dict[Tab, QTableView] = {}
        self.second_note = make_label("muted", wraps=True)
        self.second_button = make_button("primary")
        self.operators_note = make_label("muted", wraps=True)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def batch(self) -> int | None:
        """The batch that is chosen; None for all of them."""
        row = self.batches.row(self.tables[Tab.BATCHES].currentIndex().row())
        return row.batch if row else None

    def show_state(self, state: RecheckState | None) -> None:
        """Show other results, with the same batch chosen; None while nothing is known."""
        batch, self._state = self.batch, state
        rows = [ResultRow(None, state.whole), *(ResultRow(*each) for each in state.batches.items())] if state else []
        self.batches.show_rows(rows)
        place = next((place for place, row in enumerate(rows) if row.batch == batch), 0)
        self.tables[Tab.BATCHES].selectRow(place)
        self._show_card()

    def show_second_looks(self, rows: Sequence[SecondLookRow], for_others: int) -> None:
        """Show what this operator may read a second time, and say how many more wait for someone else."""
        self._second_looks, self._for_others = len(rows), for_others
        self.second_looks.show_rows(rows)
        self._say_second_looks()

    def show_operators(self, work: Sequence[OperatorWork], operator: str) -> None:
        """Show who did what, and who is at work now."""
        self.operators.show_rows(work)
        self.operator_label.setText(operator)

    def show_tab(self, tab: Tab) -> None:
        """Show another lower half."""
        self.tabs[tab].setChecked(True)
        self.stack.setCurrentIndex(tab)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        layout = make_column(self, margin=0, spacing=14)
        layout.addWidget(self.card)
        layout.addLayout(self._make_tab_row())
        layout.addWidget(self.stack, stretch=1)
        row = WrappingRow()
        row.addWidget(self.second_note, stretch=1)
        row.addWidget(self.second_button)
        self._add_tab(Tab.BATCHES, self.batches, ResultColumn.VERDICT)
        self._add_tab(Tab.SECOND_LOOK, self.second_looks, SecondLookColumn.QUESTION).insertLayout(0, row)
        self._add_tab(Tab.OPERATORS, self.operators, OperatorColumn.NAME).addWidget(self.operators_note)

    def _make_tab_row(self) -> WrappingRow:
        row = WrappingRow()
        for tab in Tab:
            button = self.tabs[tab] = make_button("filter")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, tab=tab: self.show_tab(tab))
            self._group.addButton(button)
            row.addWidget(button)
        self.tabs[Tab.BATCHES].setChecked(True)
        row.addStretch()
        row.addWidget(self.operator_label)
        row.addWidget(self.operator_button)
        return row

    def _add_tab(self, tab: Tab, model: QAbstractTableModel, widest: int) -> QVBoxLayout:
        table = self.tables[tab] = QTableView()
        table.setModel(model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        ScaledTable(table, _ROW_PX)
        TableCopying(table)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        WideColumns(table, (widest,))
        page = QWidget()
        self.stack.addWidget(page)
        column = make_column(page, margin=0, spacing=10)
        column.addWidget(table, stretch=1)
        return column

    def _connect(self) -> None:
        self.card.start_button.clicked.connect(self.start_wanted)
        self.second_button.clicked.connect(self.second_look_wanted)
        self.operator_button.clicked.connect(self.operator_wanted)
        self._bind("Return", self.start_wanted)
        self._bind("Enter", self.start_wanted)
        self._bind("S", self.second_look_wanted)
        self.tables[Tab.BATCHES].selectionModel().currentRowChanged.connect(self._on_row_changed)

    def _bind(self, key: str, wanted: SignalInstance) -> None:
        """Let a key work wherever the focus is in here, also in a table, which would search for a letter."""
        shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(wanted)

    def _on_row_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_card()

    def _show_card(self) -> None:
        state = self._state
        if state is None:
            self.card.show_result(None, None, 0.0)
        else:
            self.card.show_result(state.result(self.batch), self.batch, state.limit)

    def _say_second_looks(self) -> None:
        parts = [self.tr("Nothing waits for your second look.")]
        if self._second_looks:
            parts = [self.tr("%Ln answer(s) on which someone else and the program differ.", "", self._second_looks)]
        if self._for_others:
            parts.append(self.tr("%Ln wait(s) for someone else, for you read them first.", "", self._for_others))
        self.second_note.setText(" ".join(parts))
        self.second_button.setEnabled(self._second_looks > 0)
        hold_back(self._survey, self.second_button)
        text = self.tr("Second look")
        waiting = self._second_looks + self._for_others
        self.tabs[Tab.SECOND_LOOK].setText(f"{text}  ({format_count(waiting)})" if waiting else text)

    def _retranslate(self) -> None:
        self.tabs[Tab.BATCHES].setText(self.tr("By batch"))
        self.tabs[Tab.OPERATORS].setText(self.tr("Operators"))
        self.second_button.setText("{}  (S)".format(self.tr("Look at them")))
        self.operator_button.setText(self.tr("Change"))
        name_for_screen_readers(self.operator_button, self.tr("Change who checks"))
        self.operators_note.setText(
            self.tr("Pauses of more than two minutes are no work. “Same as others” is about answers that two decided.")
        )
        self._say_second_looks()
        for tab, table in self.tables.items():
            table.setAccessibleName(self.tabs[tab].text())
        for model in (self.batches, self.second_looks, self.operators):
            model.retranslate()
