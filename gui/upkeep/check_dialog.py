"""Says whether a survey is whole, or what is damaged and what that means, and mends what can be mended."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QProgressBar, QWidget

from gui.i18n.damage_messages import describe_check, describe_counts, describe_damage
from gui.i18n.translation import format_moment
from gui.jobs import Job, Jobs, Report
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_column, make_label, restyle
from omr.checking.check import check_survey
from omr.checking.damage import CheckReport
from omr.checking.mend import MendingReport, mend_survey

_UNKNOWN = 0  # of how many steps there are, a bar shows that something goes on


class CheckDialog(QDialog):
    """Checks a survey folder in the background, and mends it.

    Mending needs the survey for itself: the dialog emits ``mending_wanted``, and whoever shows the survey lets go of it
    and calls ``mend``.

    Attributes:
        folder: Holds the survey.
        is_mended: Whether anything was mended, so that what is shown of the survey is out of date.
    """

    mending_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check this survey"))
        self.setMinimumSize(720, 460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.folder = folder
        self.is_mended = False
        self._jobs = jobs
        self._job: Job | None = None
        self._originals: tuple[Path, ...] = ()
        self.state = make_label("heading", wraps=True)
        self.facts = make_label("muted", wraps=True)
        self.bar = QProgressBar()
        self.list = QListWidget()
        self.originals = make_label("muted", wraps=True)
        buttons = self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.mend_button = buttons.addButton(self.tr("Mend"), role)
        self.originals_button = buttons.addButton(self.tr("Originals…"), role)
        self.backups_button = buttons.addButton(self.tr("Backups…"), role)
        self._lay_out()
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Whether the survey is being checked or mended."""
        return self._job is not None

    def check(self) -> None:
        """Check the survey."""
        self._start(
            self.tr("The survey is being checked…"),
            lambda report, cancel: check_survey(self.folder, lambda *steps: report(steps), cancel),
            self._show_check,
        )

    def mend(self) -> None:
        """Mend what can be mended, and check again; nobody else may have the survey open."""
        self.is_mended = True
        originals = self._originals
        self._start(
            self.tr("The survey is being mended…"),
            lambda report, cancel: mend_survey(self.folder, originals, lambda *steps: report(steps), cancel),
            self._show_mended,
        )

    def add_originals(self, folder: Path) -> None:
        """Look for delivered files in a folder when mending."""
        self._originals = (*self._originals, folder)
        self.originals.setText(self.tr("Originals: {folders}").format(folders=", ".join(map(str, self._originals))))
        self.originals.show()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _start(
        self,
        sentence: str,
        work: Callable[[Report, threading.Event], object],
        show: Callable[[CheckReport], None] | Callable[[MendingReport], None],
    ) -> None:
        self.state.setText(sentence)
        self.facts.setText("")
        self.list.hide()
        self.bar.setRange(0, _UNKNOWN)
        self.bar.show()
        for button in (self.mend_button, self.originals_button, self.backups_button):
            button.setEnabled(False)
        self._job = self._jobs.start(work)
        self._job.progressed.connect(self._on_progressed)
        self._job.succeeded.connect(show)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _lay_out(self) -> None:
        self.bar.setTextVisible(False)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setAccessibleName(self.tr("What is damaged"))
        self.originals.hide()
        self.originals_button.setToolTip(
            self.tr("Choose a folder in which delivered files still are: copies in the survey are restored from them")
        )
        restyle(self.mend_button, "role", "primary")
        layout = make_column(self, margin=24, spacing=10)
        layout.addWidget(self.state)
        layout.addWidget(self.facts)
        layout.addWidget(self.bar)
        layout.addWidget(self.list, stretch=1)
        layout.addStretch()
        layout.addWidget(self.originals)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self.mend_button.clicked.connect(self.mending_wanted)
        self.originals_button.clicked.connect(self._ask_originals)
        self.backups_button.clicked.connect(self.backups_wanted)
        self._buttons.rejected.connect(self.reject)

    def _ask_originals(self) -> None:
        folder = dialogs.ask_folder(self, self.tr("Where the originals are"), self.folder)
        if folder is not None:
            self.add_originals(folder)

    def _on_progressed(self, steps: tuple[int, int]) -> None:
        done, total = steps
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_check(self, report: CheckReport) -> None:
        self.state.setText(describe_check(report))
        newest = self.tr("There is no backup yet.")
        if report.newest_backup:
            newest = self.tr("The newest backup is of {moment}.").format(moment=format_moment(report.newest_backup))
        self.facts.setText(f"{describe_counts(report)}\n{newest}")
        self.list.clear()
        for at, damage in enumerate(report.damages):
            self.list.addItem(describe_damage(damage, report.respondents.get(at, ())))
        self.list.setVisible(not report.is_whole)
        self.mend_button.setEnabled(report.is_mendable)
        self.originals_button.setEnabled(report.is_mendable)
        self.backups_button.setEnabled(True)

    def _show_mended(self, report: MendingReport) -> None:
        self._show_check(report.after)
        told = []
        if report.kept is not None:
            told.append(self.tr("The damaged database is kept as {name}.").format(name=report.kept.name))
        if report.salvaged is not None and report.salvaged.lacks_decisions:
            told.append(
                self.tr("Decisions and removals made since the last backup are lost; without a backup, all of them.")
            )
        if report.salvaged is not None and report.salvaged.lacks_serials:
            told.append(
                self.tr(
                    "Which serial numbers were printed since the last backup is lost. Those seen on scans are not "
                    "printed again, those on paper not yet scanned may be."
                )
            )
        if report.restored:
            told.append(self.tr("%n scan(s) restored from originals.", "", report.restored))
        if report.read_again is not None and report.read_again.pages_finished:
            told.append(self.tr("%n page(s) read again.", "", report.read_again.pages_finished))
        if not told and not report.after.is_whole:
            told.append(self.tr("Nothing could be mended."))
        self.facts.setText("\n".join(filter(None, (" ".join(told), self.facts.text()))))

    def _on_failed(self, error: Exception) -> None:
        self.state.setText(self.tr("The survey could not be checked to the end."))
        self.backups_button.setEnabled(True)
        dialogs.show_error(self, error)

    def _on_ended(self) -> None:
        self._job = None
        self.bar.hide()
