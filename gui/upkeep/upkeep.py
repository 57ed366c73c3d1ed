"""Leads through checking, mending and going back: what these need for themselves is closed first and opened again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.jobs import Jobs
from gui.upkeep.backups_dialog import BackupsDialog
from gui.upkeep.check_dialog import CheckDialog


class Upkeep(QObject):
    """Shows the dialogs of one survey folder; emits ``opening_wanted(folder)`` when it is to be shown anew.

    Args:
        folder: Holds the survey.
        jobs: Where the work is done.
        let_go: Closes the survey if it is open.
        window: The dialogs belong to it.
    """

    opening_wanted = Signal(object)

    def __init__(self, folder: Path, jobs: Jobs, let_go: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._folder = folder
        self._jobs = jobs
        self._let_go = let_go
        self._window = window

    def check(self) -> CheckDialog:
        """Check the survey."""
        dialog = CheckDialog(self._folder, self._jobs, self._window)
        dialog.mending_wanted.connect(lambda: self._alone(dialog.mend))
        dialog.backups_wanted.connect(self.show_backups)
        dialog.finished.connect(lambda _result: self._open_again(is_other=dialog.is_mended))
        dialog.open()
        dialog.check()
        return dialog

    def show_backups(self) -> BackupsDialog:
        """Show the backups, to go back to one."""
        dialog = BackupsDialog(self._folder, self._jobs, self._window)
        dialog.going_back_wanted.connect(lambda: self._alone(dialog.go_back))
        dialog.finished.connect(lambda _result: self._open_again(is_other=dialog.went_back))
        dialog.open()
        return dialog

    def _alone(self, work: Callable[[], None]) -> None:
        self._let_go()
        work()

    def _open_again(self, *, is_other: bool) -> None:
        if is_other:
            self.opening_wanted.emit(self._folder)
