"""All batches: when they were read, and what became of their pages."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QEvent, QLocale, Signal
from PySide6.QtWidgets import QWidget

from gui.i18n.reason_messages import name_outcome
from gui.i18n.translation import format_count
from gui.preferences import Preferences
from gui.scan.batch_actions import BatchActions
from gui.scan.page_counts_table import PageCount, PageCountsTable
from gui.scan.page_counts_view import PageCountsView
from gui.scan.page_scope import PageScope, Target
from gui.scan.progress_text import describe_progress
from gui.widgets.building_blocks import make_column, make_label
from gui.widgets.table_copying import TableCopying
from gui.workspace import Workspace
from omr.batches.report import Progress
from omr.results import PageOutcome
from omr.survey.ledger import BatchPages


class BatchesView(QWidget):
    """A table of all batches, the last on top, live while it is read; emits ``target_chosen(Target)``."""

    target_chosen = Signal(object)

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._progress: Progress | None = None
        self._hint = make_label("muted", wraps=True)
        self.model = PageCountsTable(self)
        self.table = PageCountsView(self.model)
        self.actions_row = BatchActions(workspace, preferences)
        layout = make_column(self, margin=0)
        layout.addWidget(self._hint)
        layout.addWidget(self.table, stretch=1)
        layout.addWidget(self.actions_row)
        self.table.addActions(self.actions_row.all_actions())
        TableCopying(self.table)
        self.table.selectionModel().currentChanged.connect(self._offer)
        self.table.target_chosen.connect(self.target_chosen)
        workspace.pages_changed.connect(self._show_batches)
        workspace.progressed.connect(self._on_progressed)
        workspace.reading_changed.connect(self._on_reading_changed)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_progressed(self, progress: Progress) -> None:
        self._progress = progress
        if self.isVisible():
            self._show_batches()

    def _on_reading_changed(self) -> None:
        self._progress = None
        self._show_batches()

    def _show_batches(self) -> None:
        headings = [self.tr("Batch"), self.tr("Files"), self.tr("Delivered"), *map(name_outcome, self._outcomes())]
        self.model.show_figures(headings, [self._row(batch) for batch in self._workspace.snapshot.batches])
        if not self.table.currentIndex().isValid():  # else nothing shows that a batch can be acted on
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._offer()

    def _offer(self) -> None:
        """Offer to act on the batch whose row is chosen."""
        index = self.table.currentIndex()
        number = self.model.value_at(index.row()) if index.isValid() else None
        records = (batch.record for batch in self._workspace.snapshot.batches)
        self.actions_row.offer(next((record for record in records if record.number == number), None))

    def _row(self, batch: BatchPages) -> list[PageCount]:
        name = self.tr("Batch {number}").format(number=batch.record.number)
        cells = [PageCount(f"{name} · {self._state(batch)}", batch.record.number), _count(batch.files)]
        cells.append(_count(batch.delivered, Target(PageScope(batch=batch.record.number), None, name)))
        for outcome in self._outcomes():
            target = Target(PageScope(batch=batch.record.number), outcome, name)
            cells.append(_count(batch.outcomes[outcome], target))
        return cells

    def _outcomes(self) -> list[PageOutcome]:
        """Return what may have become of pages; only a survey of several forms has pages of others."""
        are_several = self._workspace.survey.forms.are_several
        return [outcome for outcome in PageOutcome if are_several or outcome is not PageOutcome.OTHER_FORM]

    def _state(self, batch: BatchPages) -> str:
        if batch.record.taken_out_by:
            return self.tr("taken out")
        if batch.record.is_done:
            return _moment(batch.record.started_at)
        if not self._workspace.is_reading:
            return self.tr("stopped, {moment}").format(moment=_moment(batch.record.started_at))
        return describe_progress(self._progress) if self._progress else self.tr("being read")

    def _retranslate(self) -> None:
        self._hint.setText(self.tr("Click a figure to see its pages, or a batch to take it out of the count."))
        self.table.setAccessibleName(self.tr("Batches"))
        self._show_batches()


def _count(number: int, target: Target | None = None) -> PageCount:
    return PageCount(format_count(number), number, target if number else None)


def _moment(text: str) -> str:
    if not text:
        return ""
    moment = datetime.fromisoformat(text).astimezone()
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat)
