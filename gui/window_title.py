"""What stands in the title of the window, and with it in the task bar: the survey, and how far its reading is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.i18n.translation import format_percent

if TYPE_CHECKING:
    from gui.workspace import Workspace
    from omr.batches.report import Progress

_PROGRAM = "Phiếu"


class WindowTitle(QObject):
    """Keeps the title of a window: "42 % – Khảo sát – Phiếu" while a batch is read, then without the share."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._survey = self._progress = ""
        self._show()

    def name_survey(self, name: str) -> None:
        """Name the survey that is shown; empty for none."""
        self._survey = name
        self._show()

    def follow(self, workspace: "Workspace") -> None:
        """Say how far a batch is for as long as one is read."""
        workspace.progressed.connect(self._on_progressed)
        workspace.reading_changed.connect(self._on_reading_changed)
        workspace.closing.connect(self._on_reading_changed)

    def _on_progressed(self, progress: "Progress") -> None:
        self._progress = format_percent(progress.done / progress.total, 0) if progress.total else ""
        self._show()

    def _on_reading_changed(self) -> None:
        self._progress = ""
        self._show()

    def _show(self) -> None:
        self._window.setWindowTitle(" – ".join(filter(None, (self._progress, self._survey, _PROGRAM))))
