"""Takes in what a person adds: reads it as a batch, and remembers it until the batch is finished."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.preferences import Preferences, UnfinishedReading
from gui.scan.folder_units_dialog import FolderUnitsDialog
from gui.scan.scan_page import ScanPage
from gui.widgets import dialogs
from gui.workspace import Workspace
from omr.batches.found_scans import find_scans
from omr.errors import NothingToRead, SurveyReadOnly
from omr.scanners.stack_folder import is_stack, left_stacks, remove_stack
from omr.units.folder_names import UnitFolders, match_folders
from omr.units.unit_list import Unit


class ScanIntake(QObject):
    """Starts batches and goes on with one that was stopped; emits ``begun()`` when a batch begins."""

    begun = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences, page: ScanPage) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._preferences = preferences
        self._page = page
        page.scans_wanted.connect(self._ask_scans)
        page.folder_wanted.connect(self._ask_folder)
        page.batch_panel.resume_wanted.connect(self._resume)
        workspace.batch_read.connect(self._on_batch_read)
        workspace.reading_changed.connect(self._on_reading_changed)
        if self._unfinished is not None:
            page.batch_panel.offer_resuming(is_left_over=True)

    def add(self, paths: Sequence[Path]) -> None:
        """Read files and folders, for the unit that is chosen; nothing while a batch is read, or read-only."""
        if not paths or self._workspace.is_reading:
            return
        if self._workspace.survey.is_read_only:
            self._workspace.failed.emit(SurveyReadOnly(self._workspace.survey.folder))
            return
        self._preferences.last_folder = paths[0].parent
        reading = UnfinishedReading(tuple(paths), self._page.unit_code())
        folders = None if reading.unit else folders_like_units(paths, self._workspace.survey.units)
        if folders is None:
            self._read(reading)
            return
        dialog = FolderUnitsDialog(folders, self._workspace.survey.units, self._page)
        dialog.confirmed.connect(lambda folder_units: self._read(replace(reading, folder_units=folder_units)))
        dialog.open()

    @property
    def _unfinished(self) -> UnfinishedReading | None:
        """What was being read, or was scanned and not read, when work was stopped."""
        survey = self._workspace.survey
        if survey.is_read_only or self._page.scanning.is_at_work:
            return None
        reading = self._preferences.unfinished_reading(survey.folder)
        if reading is not None:
            return reading
        left = next(iter(left_stacks(survey.folder)), None)
        if left is None:
            return None
        is_known = any(unit.code == left.unit for unit in survey.units)  # its note may be damaged
        return UnfinishedReading((left.folder,), left.unit if is_known else "")

    def _ask_scans(self) -> None:
        self.add(dialogs.ask_scans(self._page, self._preferences.last_folder))

    def _ask_folder(self) -> None:
        folder = dialogs.ask_folder(self._page, self.tr("Add a folder of scans"), self._preferences.last_folder)
        self.add([folder] if folder else [])

    def _read(self, reading: UnfinishedReading) -> None:
        """Read files; where they lie is remembered until the batch is finished."""
        self.begun.emit()
        self._preferences.note_reading(self._workspace.survey.folder, reading)
        self._workspace.read(reading.paths, reading.unit, reading.folder_units)

    def _resume(self) -> None:
        reading = self._unfinished
        if reading is not None and not self._workspace.is_reading:
            self._read(reading)

    def _on_batch_read(self) -> None:
        reading = self._preferences.unfinished_reading(self._workspace.survey.folder)
        for folder in filter(is_stack, reading.paths if reading is not None else ()):
            remove_stack(folder)
        self._preferences.note_reading(self._workspace.survey.folder, None)

    def _on_reading_changed(self, is_reading: bool) -> None:
        if not is_reading and self._unfinished:
            self._page.batch_panel.offer_resuming()


def folders_like_units(paths: Sequence[Path], units: Sequence[Unit]) -> UnitFolders | None:
    """Return the folders that scans lie in, if any of them is named after a unit; else None.

    Files that are added without their folder lie in it all the same.
    """
    added = [path for path in paths if path.is_dir()]
    folders = [folder for path in added for folder in (path, *path.iterdir()) if folder == path or folder.is_dir()]
    folders += dict.fromkeys(path.parent for path in paths if path.is_file())
    if not match_folders([folder / "any" for folder in folders], units).named:
        return None
    try:
        found = match_folders(find_scans(paths).files, units)
    except NothingToRead:
        return None  # which is told when they are read
    return found if found.named else None
