"""Questions with their distributions; a click into a bar asks for those who gave that answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

from exports.tally.figure_answers import Part
from form_templates.model import FormTemplate, Language, Scale, ScaleKind
from gui.results.legend import Legend
from gui.results.tables.criteria_table_model import CriteriaColumn, CriteriaTableModel
from gui.results.tables.figure_delegate import bar_rect
from gui.results.tables.figure_painting import Distribution, segment_at
from gui.results.tables.figure_rows import FigureRow
from gui.results.tables.figure_table_view import FigureTableView
from gui.widgets.building_blocks import make_column
from gui.widgets.columns_table_model import FIGURE_ROLE, ROW_ROLE

if TYPE_CHECKING:
    from exports.tally.dashboard import Dashboard

_WIDTHS: Mapping[int, int] = {
    CriteriaColumn.SHARE: 96,
    CriteriaColumn.INTERVAL: 124,
    CriteriaColumn.ANSWERED: 84,
}

RowsOf = Callable[["Dashboard"], Sequence[FigureRow]]


class CriteriaPanel(QWidget):
    """A table of questions, with a legend where they share a scale; emits ``question_asked(Question)``."""

    question_asked = Signal(object)

    def __init__(self, rows_of: RowsOf, scale: Scale | None, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_of = rows_of
        self.model = CriteriaTableModel(language, are_rated=scale is not None, parent=self)
        self.table = FigureTableView(self.model)
        self.table.fit_columns(_WIDTHS, CriteriaColumn.TEXT, (CriteriaColumn.FIGURE, 400))
        self.table.setColumnHidden(CriteriaColumn.INTERVAL, scale is None)  # shares of options are no satisfaction
        self.table.row_opened.connect(self._on_row_opened)
        self.legend = Legend(scale, language) if scale else None
        column = make_column(self, margin=0, spacing=6)
        column.addWidget(self.table, stretch=1)
        if self.legend:
            column.addWidget(self.legend)
        self._name_opening()

    def show_dashboard(self, dashboard: "Dashboard") -> None:
        """Show other figures."""
        self.model.show_rows(self._rows_of(dashboard))

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self.model.set_language(language)
        if self.legend:
            self.legend.set_language(language)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.model.retranslate()
            self._name_opening()
        super().changeEvent(event)

    def _name_opening(self) -> None:
        self.table.name_opening(self.tr("Show the answers behind this"))

    def _on_row_opened(self, index: QModelIndex, place: QPointF) -> None:
        row: FigureRow = index.data(ROW_ROLE)
        question = row.question
        figure = index.data(FIGURE_ROLE)
        if question is not None and isinstance(figure, Distribution):
            segment = segment_at(figure, bar_rect(QRectF(self.table.visualRect(index))), place.x())
            if segment is not None:
                question = replace(question, part=Part.OPTION, option=segment.value)
        if question is not None:
            self.question_asked.emit(question)


def common_scale(template: FormTemplate) -> Scale | None:
    """Return the scale of satisfaction that most items are answered on; None if there is none."""
    used = [item.scale_id for item in template.items() if item.scale_id]
    scales = [scale for scale in template.scales if scale.kind is ScaleKind.SATISFACTION and scale.satisfied]
    return max(scales, key=lambda scale: used.count(scale.scale_id), default=None)
