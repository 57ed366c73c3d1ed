"""The window while a survey is open: where one is on the left, what one does there on the right."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from exports.report.file_names import file_names
from form_templates.model import ItemId, Language
from gui.form.form_page import FormPage
from gui.form.print_dialog import PrintDialog
from gui.i18n.translation import format_count
from gui.jobs import Job
from gui.preferences import Preferences, UnfinishedReading
from gui.recheck.recheck_page import RecheckPage
from gui.results.results_page import ResultsPage
from gui.results.rounds_dialog import RoundsDialog
from gui.review.review_page import ReviewPage
from gui.scan.scan_page import ScanPage
from gui.settings_dialog import SettingsDialog
from gui.survey_snapshot import ExportOptions, export_survey, export_unit_reports, print_forms
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label
from gui.workspace import Workspace
from omr.review.queue import find_entry
from omr.survey.settings import SurveySettings


class Place(IntEnum):
    """Where one can be in a survey, in the order of the work."""

    FORM = 0
    SCAN = 1
    REVIEW = 2
    RECHECK = 3
    RESULTS = 4


class SurveyView(QWidget):
    """Owns the pages of one survey; the workspace is owned by the window."""

    leave_wanted = Signal()
    settings_changed = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences, language: Language) -> None:
        super().__init__()
        self.workspace = workspace
        self._preferences = preferences
        self._language = language
        self.name = make_label("heading")
        self.facts = make_label("muted")
        self.places: dict[Place, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.leave_button = make_button("place")
        self.form_page = FormPage(workspace, preferences, language)
        self.scan_page = ScanPage(workspace, preferences)
        self.review_page = ReviewPage(workspace, preferences, language)
        self.recheck_page = RecheckPage(workspace, preferences, language)
        self.results_page = ResultsPage(workspace, language)
        self._second_looks = 0
        self._writing: Job | None = None
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._return_to_last_place()
        if preferences.unfinished_reading(workspace.survey.folder):
            self.scan_page.batch_panel.offer_resuming(is_left_over=True)

    @property
    def place(self) -> Place:
        """Where one is."""
        return Place(self.stack.currentIndex())

    def take_focus(self) -> None:
        """Take the keys, where nothing in the place that is shown has taken them."""
        if not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.places[self.place].setFocus()

    def go_to(self, place: Place) -> None:
        """Go to another place."""
        self.workspace.refresh_if_stale()
        self.places[place].setChecked(True)
        self.stack.setCurrentIndex(place)
        self._preferences.last_place = place

    def add_scans(self, paths: Sequence[Path]) -> None:
        """Read files and folders, for the unit that is chosen."""
        if not paths or self.workspace.is_reading:
            return
        self._preferences.last_folder = paths[0].parent
        self._read(UnfinishedReading(tuple(paths), self.scan_page.unit_code()))

    def change_settings(self) -> None:
        """Ask for other settings of the survey; they hold at once."""
        survey = self.workspace.survey
        dialog = SettingsDialog(survey.settings, self)
        dialog.confirmed.connect(self._on_settings_confirmed)
        dialog.open()

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = language
        self.form_page.set_language(language)
        self.review_page.set_language(language)
        self.recheck_page.set_language(language)
        self.results_page.set_language(language)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for page in (self.form_page, self.scan_page, self.review_page, self.recheck_page, self.results_page):
            self.stack.addWidget(page)
        right = QWidget()
        column = make_column(right, margin=0, spacing=0)
        column.addWidget(self._make_header())
        column.addWidget(self.stack, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_navigation())
        row.addWidget(right, stretch=1)

    def _make_header(self) -> QWidget:
        header = make_card("header")
        column = make_column(header, margin=12, spacing=1)
        column.setContentsMargins(20, 10, 20, 10)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        return header

    def _make_navigation(self) -> QWidget:
        card = make_card("navigation")
        card.setFixedWidth(188)
        column = make_column(card, margin=12, spacing=4)
        for place in Place:
            button = self.places[place] = make_button("place")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, place=place: self.go_to(place))
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch()
        column.addWidget(self.leave_button)
        return card

    def _return_to_last_place(self) -> None:
        last = self._preferences.last_place
        self.go_to(Place(last) if last in set(Place) else Place.SCAN)

    def _read(self, reading: UnfinishedReading) -> None:
        """Read files; where they lie is remembered until the batch is finished."""
        self.go_to(Place.SCAN)
        self._preferences.note_reading(self.workspace.survey.folder, reading)
        self.workspace.read(reading.paths, reading.unit)

    def _resume(self) -> None:
        reading = self._preferences.unfinished_reading(self.workspace.survey.folder)
        if reading is not None and not self.workspace.is_reading:
            self._read(reading)

    def _on_batch_read(self) -> None:
        self._preferences.note_reading(self.workspace.survey.folder, None)

    def _on_reading_changed(self, is_reading: bool) -> None:
        if not is_reading and self._preferences.unfinished_reading(self.workspace.survey.folder):
            self.scan_page.batch_panel.offer_resuming()

    def _connect(self) -> None:
        self.leave_button.clicked.connect(self.leave_wanted)
        self.form_page.forms_wanted.connect(self._on_forms_wanted)
        self.scan_page.batch_panel.resume_wanted.connect(self._resume)
        self.workspace.batch_read.connect(self._on_batch_read)
        self.workspace.reading_changed.connect(self._on_reading_changed)
        self.scan_page.scans_wanted.connect(self._on_scans_wanted)
        self.scan_page.folder_wanted.connect(self._on_folder_wanted)
        self.review_page.results_wanted.connect(lambda: self.go_to(Place.RESULTS))
        self.review_page.failed.connect(self._on_failed)
        self.recheck_page.operator_chosen.connect(self.review_page.set_operator)
        self.recheck_page.waiting_changed.connect(self._on_second_looks_changed)
        self.recheck_page.failed.connect(self._on_failed)
        self.results_page.review_wanted.connect(lambda: self.go_to(Place.REVIEW))
        self.results_page.answer_review_wanted.connect(self._on_answer_review_wanted)
        self.results_page.file_wanted.connect(self._export)
        self.results_page.unit_reports_wanted.connect(self._export_unit_reports)
        self.results_page.comparison_wanted.connect(self._on_comparison_wanted)
        self.results_page.cancel_wanted.connect(self._stop_writing)
        self.results_page.forms_wanted.connect(self._on_forms_wanted)
        self.results_page.folder_wanted.connect(self._open_folder)
        self.workspace.failed.connect(self._on_failed)
        self.workspace.pages_changed.connect(self._name_places)
        self.workspace.answers_changed.connect(self._name_places)

    def _on_scans_wanted(self) -> None:
        self.add_scans(dialogs.ask_scans(self, self._preferences.last_folder))

    def _on_folder_wanted(self) -> None:
        folder = dialogs.ask_folder(self, self.tr("Add a folder of scans"), self._preferences.last_folder)
        self.add_scans([folder] if folder else [])

    def _on_answer_review_wanted(self, page_id: int, item_id: str) -> None:
        entry = find_entry(self.workspace.snapshot.pages, page_id, ItemId(item_id))
        if entry is not None:
            self.review_page.ask_again(entry)
            self.go_to(Place.REVIEW)

    def _on_settings_confirmed(self, settings: SurveySettings) -> None:
        job = self.workspace.change(lambda: self.workspace.survey.change_settings(settings))
        job.succeeded.connect(self._retranslate)
        job.succeeded.connect(self.settings_changed)

    def _on_failed(self, error: Exception) -> None:
        dialogs.show_error(self, error)

    def _export(self, ending: str, unit: str = "") -> None:
        survey = self.workspace.survey
        (name,) = file_names([survey.unit(unit)]) if unit else (f"{survey.folder.name}{ending}",)
        chosen = self._ask_where(survey.exports_folder / name)
        if chosen is None:
            return
        path = chosen[0] if chosen[0].suffix else chosen[0].with_suffix(ending)
        options = ExportOptions(self._language, (unit,) if unit else (), with_crops=chosen[1])
        job = self.workspace.jobs.start(lambda report, cancel: export_survey(survey, path, options, report, cancel))
        self._write(job, can_cancel=options.with_crops)
        job.progressed.connect(self._on_crops_written)

    def _ask_where(self, proposal: Path) -> tuple[Path, bool] | None:
        """Ask where to write, and whether crops of verified answers go beside it, which only a workbook has."""
        title = self.tr("Export")
        if proposal.suffix == ".xlsx":
            return dialogs.ask_workbook(self, title, proposal)
        path = dialogs.ask_save_path(self, title, proposal, self._kinds_of(proposal.suffix))
        return (path, False) if path else None

    def _on_crops_written(self, progress: tuple[int, int]) -> None:
        self._tell_progress(self.tr("Writing pictures: page {done} of {total}"), progress)

    def _kinds_of(self, ending: str) -> str:
        return {
            ".csv": self.tr("CSV tables (*.csv)"),
            ".pdf": self.tr("PDF files (*.pdf)"),
            ".sav": self.tr("SPSS files (*.sav)"),
            ".parquet": self.tr("Parquet files (*.parquet)"),
        }[ending]

    def _export_unit_reports(self) -> None:
        survey, language = self.workspace.survey, self._language
        folder = dialogs.ask_folder(self, self.tr("Folder for the reports"), survey.exports_folder)
        if folder is None:
            return
        job = self.workspace.jobs.start(
            lambda report, cancel: export_unit_reports(survey, folder, language, report, cancel)
        )
        self._write(job, can_cancel=True)
        job.progressed.connect(self._on_reports_progressed)

    def _on_reports_progressed(self, progress: tuple[int, int]) -> None:
        self._tell_progress(self.tr("Reports written: {done} of {total}"), progress)

    def _tell_progress(self, text: str, progress: tuple[int, int]) -> None:
        if self._writing is not None and not self._writing.is_cancelling:
            done, total = map(format_count, progress)
            self.results_page.say(text.format(done=done, total=total), can_cancel=True)

    def _stop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self.results_page.say(self.tr("Stopping…"))

    def _on_comparison_wanted(self) -> None:
        dialog = RoundsDialog(self.workspace.survey, self)
        dialog.saved.connect(self.results_page.name_comparison)
        dialog.open()

    def _on_forms_wanted(self) -> None:
        survey = self.workspace.survey
        dialog = PrintDialog(survey, self.workspace.picture_jobs, self)
        dialog.confirmed.connect(self._print_forms)
        dialog.confirmed.connect(dialog.accept)
        dialog.open()

    def _print_forms(self, codes: Sequence[str], copies: int) -> None:
        survey = self.workspace.survey
        proposal = survey.exports_folder / f"{survey.template.template_id}.pdf"
        path = dialogs.ask_save_path(self, self.tr("Print forms"), proposal, self.tr("PDF files (*.pdf)"))
        if path is not None:
            path = path if path.suffix else path.with_suffix(".pdf")
            self._write(self.workspace.jobs.start(lambda _report, _cancel: print_forms(survey, path, codes, copies)))

    def _write(self, job: Job, *, can_cancel: bool = False) -> None:
        self._writing = job
        self._set_writing(is_writing=True)
        self._say(self.tr("Writing…"), can_cancel=can_cancel)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_write_failed)
        job.cancelled.connect(lambda: self._say(self.tr("Stopped. What was written so far is kept.")))
        job.ended.connect(self._on_writing_ended)

    def _on_written(self, path: Path) -> None:
        self._say(self.tr("Written: {path}").format(path=path), path=path)

    def _on_write_failed(self, error: Exception) -> None:
        self._say("")
        dialogs.show_error(self, error)

    def _on_writing_ended(self) -> None:
        self._writing = None
        self._set_writing(is_writing=False)

    def _set_writing(self, *, is_writing: bool) -> None:
        for page in (self.form_page, self.results_page):
            page.set_working(is_working=is_writing)

    def _say(self, text: str, *, path: Path | None = None, can_cancel: bool = False) -> None:
        self.form_page.say(text)
        self.results_page.say(text, path=path, can_cancel=can_cancel)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.workspace.survey.folder)))

    def _on_second_looks_changed(self, count: int) -> None:
        self._second_looks = count
        self._name_places()

    def _name_places(self) -> None:
        """Name the places, with what waits there."""
        names = {
            Place.FORM: (self.tr("Form"), 0),
            Place.SCAN: (self.tr("Scan"), 0),
            Place.REVIEW: (self.tr("Review"), self.review_page.round.remaining),
            Place.RECHECK: (self.tr("Re-check"), self._second_looks),
            Place.RESULTS: (self.tr("Results"), 0),
        }
        for place, (text, count) in names.items():
            self.places[place].setText(f"{text}  ({format_count(count)})" if count else text)
            self.places[place].setShortcut(f"Ctrl+{place + 1}")  # setting a text takes it away

    def _retranslate(self) -> None:
        survey = self.workspace.survey
        self.name.setText(" · ".join(filter(None, (survey.settings.name, survey.settings.round_name))))
        template = survey.template
        facts = self.tr("{title}, version {version}")
        self.facts.setText(facts.format(title=template.title.in_language(self._language), version=template.version))
        self.leave_button.setText(self.tr("‹  Close survey"))
        for place, button in self.places.items():
            button.setToolTip(f"Ctrl+{place + 1}")
        self._name_places()
