"""Lists the backups of a survey's database, says what going back to one would lose, and goes back."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from gui.i18n.translation import format_count, format_moment
from gui.jobs import Jobs
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_column, make_label, restyle
from omr.backups.backup_files import Backup, BackupContents, contents_of, list_backups
from omr.backups.going_back import go_back

_BACKUP_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup and what is in it; None if it cannot be read."""

    backup: Backup
    contents: BackupContents | None


@dataclass(frozen=True, slots=True)
class KeptBackups:
    """All backups of a survey, the newest first, and what is in its database now; None if it cannot be read."""

    backups: tuple[KeptBackup, ...]
    now: BackupContents | None


class BackupsDialog(QDialog):
    """Lets a person choose a backup to go back to.

    Going back needs the survey for itself: the dialog emits ``going_back_wanted``, and whoever shows the survey lets go
    of it and calls ``go_back``.

    Attributes:
        folder: Holds the survey.
        went_back: Whether the database is another one now.
    """

    going_back_wanted = Signal()

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go back to a backup"))
        self.setMinimumSize(620, 440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.folder = folder
        self.went_back = False
        self._jobs = jobs
        self._now: BackupContents | None = None
        self._is_looking = True
        self.list = QListWidget()
        self.loss = make_label(wraps=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_button = self._buttons.addButton(self.tr("Go back"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._update)
        self._buttons.accepted.connect(self.going_back_wanted)
        self._buttons.rejected.connect(self.reject)
        self._update()
        job = jobs.start(lambda _report, _cancel: _look(folder))
        job.succeeded.connect(self._show)
        job.failed.connect(lambda error: dialogs.show_error(self, error))

    def go_back(self) -> None:
        """Go back to the chosen backup and close; nobody else may have the survey open."""
        backup = self._chosen()
        if backup is None:
            return
        self.setEnabled(False)
        job = self._jobs.start(lambda _report, _cancel: go_back(self.folder, backup.backup))
        job.succeeded.connect(self._on_gone_back)
        job.failed.connect(lambda error: dialogs.show_error(self, error))
        job.ended.connect(lambda: self.setEnabled(True))

    def _lay_out(self) -> None:
        heading = make_label("heading")
        heading.setText(self.windowTitle())
        explanation = make_label("muted", wraps=True)
        explanation.setText(
            self.tr(
                "A backup of the database is made once a day when the survey is opened. Going back keeps the database "
                "of now as a backup of its own, so that you can return to it. Scans are not touched."
            )
        )
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setSpacing(3)
        restyle(self.go_button, "role", "primary")
        layout = make_column(self, margin=24, spacing=12)
        for widget in (heading, explanation):
            layout.addWidget(widget)
        layout.addWidget(self.list, stretch=1)
        layout.addWidget(self.loss)
        layout.addWidget(self._buttons)

    def _show(self, found: KeptBackups) -> None:
        self._is_looking, self._now = False, found.now
        for each in found.backups:
            item = QListWidgetItem(self._name(each))
            item.setData(_BACKUP_ROLE, each)
            if each.contents is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self._update()

    def _name(self, kept: KeptBackup) -> str:
        moment = format_moment(kept.backup.made_at.isoformat())
        if kept.contents is None:
            return self.tr("{moment} · cannot be read").format(moment=moment)
        pages, decisions = kept.contents.pages, kept.contents.decisions
        text = self.tr("{moment} · pages: {pages} · decisions: {decisions}")
        return text.format(moment=moment, pages=format_count(pages), decisions=format_count(decisions))

    def _chosen(self) -> KeptBackup | None:
        items = self.list.selectedItems()
        return items[0].data(_BACKUP_ROLE) if items else None

    def _update(self) -> None:
        chosen = self._chosen()
        self.go_button.setEnabled(chosen is not None)
        if chosen is not None and chosen.contents is not None:
            self.loss.setText(self._describe_loss(chosen.contents))
        elif self._is_looking:
            self.loss.setText(self.tr("Looking for backups…"))
        else:
            self.loss.setText("" if self.list.count() else self.tr("There is no backup yet."))

    def _describe_loss(self, then: BackupContents) -> str:
        if self._now is None:
            return self.tr("The database of now cannot be read; what of it is not in the backup would be lost.")
        pages, decisions = self._now.pages - then.pages, self._now.decisions - then.decisions
        if pages <= 0 and decisions <= 0:
            return self.tr("Nothing would be lost: no page was read and nothing was decided since.")
        lost = [
            self.tr("%n page(s) read since; add their files again to read them.", "", pages) if pages > 0 else "",
            self.tr("%n decision(s) made since.", "", decisions) if decisions > 0 else "",
        ]
        return self.tr("Would no longer count: {lost}").format(lost=" ".join(filter(None, lost)))

    def _on_gone_back(self) -> None:
        self.went_back = True
        self.accept()


def _look(folder: Path) -> KeptBackups:
    backups: Sequence[Backup] = list_backups(folder)
    return KeptBackups(
        tuple(KeptBackup(backup, _contents(backup.path)) for backup in backups), _contents(folder / "survey.db")
    )


def _contents(path: Path) -> BackupContents | None:
    try:
        return contents_of(path)
    except (sqlite3.Error, TypeError):  # no database, or a table of it is empty that never is
        return None
