"""Forms issued, returned and valid, unit by unit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.i18n.translation import format_count, format_percent
from gui.scan.page_counts_table import PageCount, PageCountsTable
from gui.scan.page_counts_view import PageCountsView
from gui.scan.page_scope import PageScope, Target
from gui.survey_snapshot import count_returns
from gui.widgets.building_blocks import make_column, make_label
from gui.widgets.table_copying import TableCopying
from gui.workspace import Workspace
from omr.survey.ledger import Returned, UnitReturns, total_of


class ReturnsView(QWidget):
    """A table of forms issued, returned and valid by unit, counted when looked at; emits ``target_chosen(Target)``."""

    target_chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._returns: Sequence[UnitReturns] = ()
        self._is_stale = True
        self._is_counting = False
        self._hint = make_label("muted", wraps=True)
        self.model = PageCountsTable(self)
        self.table = PageCountsView(self.model)
        TableCopying(self.table)
        layout = make_column(self, margin=0)
        layout.addWidget(self._hint)
        layout.addWidget(self.table, stretch=1)
        self.table.target_chosen.connect(self.target_chosen)
        workspace.pages_changed.connect(self._on_changed)
        workspace.answers_changed.connect(self._on_changed)
        self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_if_stale()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._count_if_stale()

    def _count_if_stale(self) -> None:
        if not self._is_stale or self._is_counting:
            return
        self._is_stale, self._is_counting = False, True
        job = self._workspace.jobs.start(lambda _report, _cancel: count_returns(self._workspace.survey))
        job.succeeded.connect(self._on_counted)
        job.failed.connect(self._workspace.failed)
        job.ended.connect(self._on_counting_ended)

    def _on_counted(self, returns: Sequence[UnitReturns]) -> None:
        self._returns = returns
        self._show_figures()

    def _on_counting_ended(self) -> None:
        self._is_counting = False
        if self.isVisible():
            self._count_if_stale()

    def _show_figures(self) -> None:
        rows = [self._row(returns, self._name(returns)) for returns in self._returns]
        has_total = len(rows) > 1
        if has_total:
            rows.insert(0, self._row(total_of(self._returns), self.tr("All units")))
        self.model.show_figures(self._headings(), rows, has_total=has_total)

    def _headings(self) -> list[str]:
        return [
            self.tr("Unit"),
            self.tr("Issued"),
            self.tr("Returned"),
            self.tr("Return rate"),
            self.tr("Valid"),
            self.tr("Not valid"),
            self.tr("Lack a page"),
        ]

    def _row(self, returns: UnitReturns, name: str) -> list[PageCount]:
        rate = returns.return_rate
        headings = self._headings()
        kinds = (Returned.ALL, Returned.VALID, Returned.NOT_VALID, Returned.INCOMPLETE)
        titles = (headings[2], *headings[4:])
        forms = [_figure(returns, kind, f"{name}: {title}") for kind, title in zip(kinds, titles, strict=True)]
        issued = PageCount(format_count(returns.issued) if returns.issued else "–", returns.issued)
        shown_rate = PageCount("–" if rate is None else format_percent(rate), -1.0 if rate is None else rate)
        return [PageCount(name, name), issued, forms[0], shown_rate, *forms[1:]]

    def _name(self, returns: UnitReturns) -> str:
        unit = returns.unit
        if not unit.code:
            return self.tr("Without unit")
        return f"{unit.code} · {unit.name}" if unit.name else self.tr("{code} (not in the list)").format(code=unit.code)

    def _retranslate(self) -> None:
        self._hint.setText(self.tr("Click a figure to see its pages."))
        self.table.setAccessibleName(self.tr("Forms per unit"))
        self._show_figures()


def _figure(returns: UnitReturns, kind: Returned, name: str) -> PageCount:
    count = returns.forms[kind]
    target = Target(PageScope(page_ids=returns.pages[kind]), None, name) if count else None
    return PageCount(format_count(count), count, target)
