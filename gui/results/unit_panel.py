"""Units in their ranking, each with its interval."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.results.tables.figure_table_view import FigureTableView
from gui.results.tables.unit_table_model import UnitColumn, UnitTableModel
from gui.widgets.building_blocks import make_column
from gui.widgets.columns_table_model import ROW_ROLE, SORT_ROLE

if TYPE_CHECKING:
    from exports.tally.dashboard import CountedSurvey, Dashboard

_WIDTHS: Mapping[int, int] = {
    UnitColumn.RANK: 64,
    UnitColumn.LEVEL: 90,
    UnitColumn.ISSUED: 84,
    UnitColumn.RETURNED: 84,
    UnitColumn.VALID: 84,
    UnitColumn.AWAITING: 96,
    UnitColumn.INDEX: 96,
    UnitColumn.NPS: 80,
}


class UnitPanel(QWidget):
    """A table of units that can be sorted; emits ``unit_asked(code)``."""

    unit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = UnitTableModel(self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.table = FigureTableView(self.proxy)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(UnitColumn.RANK, Qt.SortOrder.AscendingOrder)
        self.table.fit_columns(_WIDTHS, UnitColumn.UNIT, (UnitColumn.FIGURE, 300))
        self.table.row_opened.connect(self._on_row_opened)
        make_column(self, margin=0, spacing=0).addWidget(self.table)
        self._name_opening()

    def show_dashboard(self, dashboard: "Dashboard", counted: "CountedSurvey") -> None:
        """Show other figures."""
        has_issued = counted.issued is not None and not dashboard.selection.traits
        self.table.setColumnHidden(UnitColumn.ISSUED, not has_issued)
        self.table.setColumnHidden(UnitColumn.NPS, not counted.ratings.recommendations.items)
        self.model.show_units(dashboard.units, counted.issued if has_issued else None, dashboard.index.value)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.model.retranslate()
            self._name_opening()
        super().changeEvent(event)

    def _name_opening(self) -> None:
        self.table.name_opening(self.tr("Show the answers behind this"))

    def _on_row_opened(self, index: QModelIndex) -> None:
        self.unit_asked.emit(index.data(ROW_ROLE).unit.code)
