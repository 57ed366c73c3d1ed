"""How far the batch is: a bar, the rate, the time left, and a way to stop."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from gui.scan.progress_text import describe_progress
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label, name_for_screen_readers
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.batches.report import BatchReport, Progress


class BatchPanel(QWidget):
    """Shows how far the batch is, afterwards what came of it, and offers to go on; hidden before the first."""

    resume_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.state = make_label()
        self.stop_button = make_button()
        self.resume_button = make_button("primary")
        self._lay_out()
        self._connect()
        self._retranslate()
        self.resume_button.hide()
        self.hide()

    def offer_resuming(self, *, is_left_over: bool = False) -> None:
        """Offer to go on with a batch that was stopped, now or (``is_left_over``) when the survey was open before."""
        if is_left_over:
            self.state.setText(self.tr("The last batch was not finished. Its finished pages are kept."))
            self.bar.hide()
            self.stop_button.hide()
        self.resume_button.show()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        card = make_card()
        inner = make_column(card, margin=12, spacing=8)
        row = WrappingRow()
        row.addWidget(self.state, stretch=1)
        row.addWidget(self.resume_button)
        row.addWidget(self.stop_button)
        inner.addLayout(row)
        inner.addWidget(self.bar)
        make_column(self, margin=0).addWidget(card)

    def _connect(self) -> None:
        self.stop_button.clicked.connect(self._on_stop)
        self.resume_button.clicked.connect(self.resume_wanted)
        self._workspace.reading_changed.connect(self._on_reading_changed)
        self._workspace.progressed.connect(self._on_progressed)
        self._workspace.batch_read.connect(self._on_batch_read)
        self._workspace.tried_again.connect(self._on_batch_read)
        self._workspace.arrived_read.connect(self._on_batch_read)
        self._workspace.batch_cancelled.connect(self._on_cancelled)
        self._workspace.failed.connect(self._on_failed)

    def _on_reading_changed(self, is_reading: bool) -> None:
        self.stop_button.setVisible(is_reading)
        self.bar.setVisible(is_reading)
        self.resume_button.hide()
        if is_reading:
            self.stop_button.setEnabled(True)
            self.bar.setRange(0, 0)
            self.state.setText(self.tr("Starting to read…"))
            self.show()

    def _on_progressed(self, progress: Progress) -> None:
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        if self.stop_button.isEnabled():
            self.state.setText(f"{describe_progress(progress)} · {progress.source}")

    def _on_stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.state.setText(self.tr("Stopping; finished pages are kept…"))
        self._workspace.cancel_reading()

    def _on_batch_read(self, report: BatchReport) -> None:
        text = self.tr("Done: %n page(s) delivered.", "", report.delivered)
        if report.changed_tools:
            other = self.tr("This batch was begun with another version of the program, its mark model or Poppler.")
            text = f"{text} {other}"
        if report.left_out:
            kinds = ", ".join(f"{count} {ending or '?'}" for ending, count in report.left_out)
            other = self.tr("Left out: %1. Save what is on paper there as PDF, TIFF, JPEG or PNG.")
            text = f"{text} {other.replace('%1', kinds)}"
        self.state.setText(text)

    def _on_cancelled(self) -> None:
        self.state.setText(self.tr("Stopped. Finished pages are kept."))

    def _on_failed(self, _error: Exception) -> None:
        self.state.setText(self.tr("Stopped by an error. Finished pages are kept."))

    def _retranslate(self) -> None:
        self.stop_button.setText(self.tr("Stop"))
        self.resume_button.setText(self.tr("Go on reading"))
        name_for_screen_readers(self.bar, self.tr("Progress of reading"))
