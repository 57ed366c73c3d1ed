"""Writes the files that leave a survey: exports, reports of units, forms to print."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from exports.export_request import ExportRequest
from form_templates.model import Language
from gui.exporting import export_folder, export_survey, export_unit_reports, print_covers, print_forms, proposed_name
from gui.form.print_dialog import PrintDialog
from gui.i18n.translation import format_count
from gui.jobs import Job
from gui.widgets import dialogs
from gui.workspace import Workspace


class FileWriting(QObject):
    """Asks where a file is to go, writes it off the GUI thread and tells how far it is; one at a time.

    ``told(text, path, can_cancel)`` is about beginning and end, with the path of what was written or None;
    ``progressed(text, can_cancel)`` is about what comes between.
    """

    told = Signal(str, object, bool)
    progressed = Signal(str, bool)
    writing_changed = Signal(bool)

    def __init__(self, workspace: Workspace, language: Language, window: QWidget) -> None:
        super().__init__(window)
        self.language = language  # of headings and labels
        self._workspace = workspace
        self._window = window
        self._job: Job | None = None

    def export(self, ending: str, unit: str = "") -> None:
        """Ask where an export is to go and write it.

        Args:
            ending: Of the file, which says what it is: ``".xlsx"``, ``".csv"``, ``".pdf"``, ``".sav"``, ``".parquet"``.
            unit: Code of the one unit it is about; empty for the whole round.
        """
        survey = self._workspace.survey
        chosen = self._ask_where(survey.exports_folder / proposed_name(survey, ending, unit=unit))
        if chosen is None:
            return
        path = chosen[0] if chosen[0].suffix else chosen[0].with_suffix(ending)
        request = ExportRequest(path, self.language, report_on=(unit,) if unit else (), with_crops=chosen[1])
        job = self._workspace.jobs.start(lambda report, cancel: export_survey(survey, request, report, cancel))
        self._watch(job, can_cancel=request.with_crops)
        job.progressed.connect(self._on_crops_written)

    def export_unit_reports(self) -> None:
        """Ask for a folder and write a report of every unit into it."""
        survey = self._workspace.survey
        folder = dialogs.ask_folder(self._window, self.tr("Folder for the reports"), survey.exports_folder)
        if folder is None:
            return
        request = ExportRequest(folder, self.language)
        job = self._workspace.jobs.start(lambda report, cancel: export_unit_reports(survey, request, report, cancel))
        self._watch(job, can_cancel=True)
        job.progressed.connect(self._on_reports_progressed)

    def export_everything(self) -> None:
        """Ask for a folder and write every kind of file into a new one within it, named by survey and date."""
        survey = self._workspace.survey
        chosen = dialogs.ask_folder(self._window, self.tr("Where the folder is to be"), survey.exports_folder)
        if chosen is None:
            return
        request = ExportRequest(chosen / proposed_name(survey), self.language)
        job = self._workspace.jobs.start(lambda report, cancel: export_folder(survey, request, report, cancel))
        self._watch(job, can_cancel=True)
        job.progressed.connect(self._on_files_progressed)

    def ask_forms(self) -> None:
        """Ask for whom forms are to be printed, and write them."""
        dialog = PrintDialog(self._workspace.survey, self._workspace.picture_jobs, self._window)
        dialog.confirmed.connect(self._print_forms)
        dialog.confirmed.connect(dialog.accept)
        dialog.covers_confirmed.connect(self._print_covers)
        dialog.covers_confirmed.connect(dialog.accept)
        dialog.open()

    def stop(self) -> None:
        """Stop writing; what was written so far is kept."""
        if self._job is not None:
            self._job.cancel()
            self.progressed.emit(self.tr("Stopping…"), False)

    def _ask_where(self, proposal: Path) -> tuple[Path, bool] | None:
        """Ask where to write, and whether crops of verified answers go beside it, which only a workbook has."""
        title = self.tr("Export")
        if proposal.suffix == ".xlsx":
            return dialogs.ask_workbook(self._window, title, proposal)
        path = dialogs.ask_save_path(self._window, title, proposal, self._kinds_of(proposal.suffix))
        return (path, False) if path else None

    def _kinds_of(self, ending: str) -> str:
        return {
            ".csv": self.tr("CSV tables (*.csv)"),
            ".pdf": self.tr("PDF files (*.pdf)"),
            ".sav": self.tr("SPSS files (*.sav)"),
            ".parquet": self.tr("Parquet files (*.parquet)"),
        }[ending]

    def _print_covers(self, codes: Sequence[str]) -> None:
        survey = self._workspace.survey
        path = self._ask_pdf(self.tr("covers"), codes)
        if path is not None:
            self._watch(self._workspace.jobs.start(lambda _report, _cancel: print_covers(survey, path, codes)))

    def _ask_pdf(self, what: str, codes: Sequence[str]) -> Path | None:
        survey = self._workspace.survey
        unit = codes[0] if len(codes) == 1 else ""
        proposal = survey.exports_folder / proposed_name(survey, ".pdf", what=what, unit=unit)
        path = dialogs.ask_save_path(self._window, self.tr("Print forms"), proposal, self._kinds_of(".pdf"))
        return path if path is None or path.suffix else path.with_suffix(".pdf")

    def _print_forms(self, codes: Sequence[str], copies: int) -> None:
        survey = self._workspace.survey
        path = self._ask_pdf(self.tr("forms"), codes)
        if path is not None:
            self._watch(self._workspace.jobs.start(lambda _report, _cancel: print_forms(survey, path, codes, copies)))

    def _watch(self, job: Job, *, can_cancel: bool = False) -> None:
        self._job = job
        self.writing_changed.emit(True)
        self.told.emit(self.tr("Writing…"), None, can_cancel)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)

    # Slots

    def _on_crops_written(self, progress: tuple[int, int]) -> None:
        self._tell_progress(self.tr("Writing pictures: page {done} of {total}"), progress)

    def _on_reports_progressed(self, progress: tuple[int, int]) -> None:
        self._tell_progress(self.tr("Reports written: {done} of {total}"), progress)

    def _on_files_progressed(self, progress: tuple[int, int]) -> None:
        self._tell_progress(self.tr("Files written: {done} of {total}"), progress)

    def _tell_progress(self, text: str, progress: tuple[int, int]) -> None:
        if self._job is not None and not self._job.is_cancelling:
            done, total = map(format_count, progress)
            self.progressed.emit(text.format(done=done, total=total), True)

    def _on_written(self, path: Path) -> None:
        self.told.emit(self.tr("Written: {path}").format(path=path), path, False)

    def _on_failed(self, error: Exception) -> None:
        self.told.emit("", None, False)
        dialogs.show_error(self._window, error)

    def _on_cancelled(self) -> None:
        self.told.emit(self.tr("Stopped. What was written so far is kept."), None, False)

    def _on_ended(self) -> None:
        self._job = None
        self.writing_changed.emit(False)
