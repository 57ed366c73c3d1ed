"""Asks which earlier rounds the workbook compares this survey with, and keeps them with the survey."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from gui.jobs import Jobs
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_button, make_column, make_label, restyle
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled
from omr.survey.folder import Survey
from omr.survey.remembered_rounds import RememberedRound, look_at_round, remembered_rounds

_FOLDER_ROLE = int(Qt.ItemDataRole.UserRole)
_ROW_PX = 50  # two lines of text


class RoundsDialog(QDialog):
    """Asks for the earlier rounds to compare with; emits ``saved()``.

    Reads and writes off the GUI thread, for an earlier round may lie on a slow drive.
    """

    saved = Signal()

    def __init__(self, survey: Survey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare with earlier rounds"))
        self.setMinimumSize(640, 420)
        self._survey = survey
        self._jobs = Jobs(self)
        self.list = QListWidget()
        self.add_button = make_button()
        self.remove_button = make_button()
        self._buttons = QDialogButtonBox()
        self._lay_out()
        self._connect()
        self._update()
        self._look()

    @property
    def is_busy(self) -> bool:
        """Whether a folder is being looked at or the choice is being kept."""
        return self._jobs.is_busy

    def folders(self) -> list[Path]:
        """Return the chosen folders, in the order of the list."""
        return [self.list.item(row).data(_FOLDER_ROLE) for row in range(self.list.count())]

    def add(self, folder: Path) -> None:
        """Look at a folder and add it; what cannot be compared with is refused with its reason."""
        job = self._jobs.start(lambda _report, _cancel: look_at_round(self._survey, folder))
        job.succeeded.connect(lambda found: self._show([found]))
        job.failed.connect(lambda error: dialogs.show_error(self, error))

    def save(self) -> None:
        """Keep the choice with the survey and close."""
        folders = self.folders()
        self.setEnabled(False)
        job = self._jobs.start(lambda _report, _cancel: self._survey.compare_with(folders))
        job.succeeded.connect(lambda _nothing: self._on_saved())
        job.failed.connect(lambda error: dialogs.show_error(self, error))
        job.ended.connect(lambda: self.setEnabled(True))

    def reject(self) -> None:
        self._jobs.stop()
        super().reject()

    def _lay_out(self) -> None:
        heading = make_label("heading")
        heading.setText(self.windowTitle())
        self.list.setAccessibleName(self.tr("Earlier rounds"))
        self.list.setSpacing(3)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.add_button.setText(self.tr("Add a round…"))
        self.remove_button.setText(self.tr("Remove"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        layout = make_column(self, margin=24, spacing=14)
        layout.addWidget(heading)
        layout.addWidget(self._make_explanation())
        layout.addWidget(self.list, stretch=1)
        layout.addLayout(row)
        layout.addWidget(self._buttons)
        keep = self._buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(keep, "role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)

    def _make_explanation(self) -> QWidget:
        label = make_label("muted", wraps=True)
        label.setText(
            self.tr(
                "Choose the survey folders of earlier rounds. Workbook and reports compare units and questions that "
                "are the same in both, and say why others are not compared. The earlier folders are only read."
            )
        )
        return label

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.remove_button.clicked.connect(self._on_remove)
        self.list.itemSelectionChanged.connect(self._update)
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)

    def _look(self) -> None:
        job = self._jobs.start(lambda _report, _cancel: remembered_rounds(self._survey))
        job.succeeded.connect(self._show)
        job.failed.connect(lambda error: dialogs.show_error(self, error))

    def _show(self, rounds: Sequence[RememberedRound]) -> None:
        """Add rounds to the list; one that is in it already is not added again."""
        for each in rounds:
            if each.folder not in self.folders():
                row = QListWidgetItem(f"{self._name(each)}\n{each.folder}", self.list)
                row.setData(_FOLDER_ROLE, each.folder)
                row.setToolTip(as_tip(str(each.folder)))
                row.setSizeHint(QSize(0, scaled(_ROW_PX)))
        self._update()

    def _name(self, each: RememberedRound) -> str:
        if not each.is_there:
            return self.tr("Cannot be opened now")
        return " · ".join(filter(None, (each.round_name, each.name)))

    def _update(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectedItems()))

    def _on_add(self) -> None:
        folder = dialogs.ask_folder(self, self.tr("Choose the folder of an earlier round"), self._survey.folder.parent)
        if folder is not None:
            self.add(folder)

    def _on_remove(self) -> None:
        for row in self.list.selectedItems():
            self.list.takeItem(self.list.row(row))

    def _on_saved(self) -> None:
        self.saved.emit()
        self.accept()
