"""The window while a survey is open: where one is on the left, what one does there on the right."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from form_templates.model import FormKey, ItemId, Language
from gui.file_writing import FileWriting
from gui.form.form_box import FormBox
from gui.form.form_page import FormPage
from gui.preferences import Preferences
from gui.recheck.recheck_page import RecheckPage
from gui.results.results_page import ResultsPage
from gui.results.rounds_dialog import RoundsDialog
from gui.review.review_page import ReviewPage
from gui.scan.scan_intake import ScanIntake
from gui.scan.scan_page import ScanPage
from gui.settings_dialog import SettingsDialog
from gui.survey_places import PlaceList, SurveyPages, SurveyPlace
from gui.survey_snapshot import Snapshot
from gui.widgets import dialogs
from gui.widgets.building_blocks import MARGIN, make_card, make_column, make_label
from gui.workspace import Workspace
from omr.forms.document_kinds import is_document
from omr.results import PageOutcome
from omr.review.queue import find_entry
from omr.survey.settings import SurveySettings

_LOW_PX = 600
_SMALL_MARGIN = 10


class SurveyView(QWidget):
    """Owns the pages of one survey and leads from one to another; the workspace is owned by the window."""

    leave_wanted = Signal()
    form_wanted = Signal(object)  # FormKey: the survey is to be shown by this form of it
    settings_changed = Signal()
    new_form_wanted = Signal()  # a form is to be made of a list of questions
    proposal_wanted = Signal(object)  # tuple[Path, ...]: files of a form; none: they are to be asked for

    def __init__(self, workspace: Workspace, preferences: Preferences, language: Language) -> None:
        super().__init__()
        self.workspace = workspace
        self._preferences = preferences
        self._language = language
        self.name = make_label("heading")
        self.facts = make_label("muted")
        self.form_box = FormBox(workspace.survey.forms, workspace.survey.template, language)
        self.notice = make_label("warning", wraps=True)  # what may not be done here, and why
        self.navigation = PlaceList()
        self.stack = SurveyPages(
            {
                SurveyPlace.FORM: self._make_form_page,
                SurveyPlace.SCAN: self._make_scan_page,
                SurveyPlace.REVIEW: self._make_review_page,
                SurveyPlace.RECHECK: self._make_recheck_page,
                SurveyPlace.RESULTS: self._make_results_page,
            }
        )
        self._intake = ScanIntake(workspace, preferences, self.scan_page)
        self._writing = FileWriting(workspace, language, self)
        self._told: tuple[str, Path | None, bool] = ("", None, False)
        self._is_writing = False
        self._second_looks = 0
        self._titles = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._return_to_last_place()

    @property
    def place(self) -> SurveyPlace:
        """Where one is."""
        return self.stack.place

    @property
    def form_page(self) -> FormPage:
        """What the form asks, and how it looks."""
        return cast("FormPage", self.stack.page(SurveyPlace.FORM))

    @property
    def scan_page(self) -> ScanPage:
        """Where scans come in; built at once, for folders are watched and files dropped wherever one is."""
        return cast("ScanPage", self.stack.page(SurveyPlace.SCAN))

    @property
    def review_page(self) -> ReviewPage:
        """Where people decide; built as soon as something waits for it."""
        return cast("ReviewPage", self.stack.page(SurveyPlace.REVIEW))

    @property
    def recheck_page(self) -> RecheckPage:
        """Where accepted answers are read again, blindly."""
        return cast("RecheckPage", self.stack.page(SurveyPlace.RECHECK))

    @property
    def results_page(self) -> ResultsPage:
        """How the round stands."""
        return cast("ResultsPage", self.stack.page(SurveyPlace.RESULTS))

    def take_focus(self) -> None:
        """Take the keys, where nothing in the place that is shown has taken them."""
        if not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.navigation.buttons[self.place].setFocus()

    def go_to(self, place: SurveyPlace) -> None:
        """Go to another place."""
        self.workspace.refresh_if_stale()
        self.navigation.show_place(place)
        self.stack.show_place(place)
        self._preferences.last_place = place

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files and folders that were dropped: a form where forms are looked at, else scans."""
        is_form = self.place is SurveyPlace.FORM and all(path.is_file() for path in paths)
        if paths and (is_form or all(map(is_document, paths))):
            self.proposal_wanted.emit(tuple(paths))
        else:
            self.add_scans(paths)

    def add_scans(self, paths: Sequence[Path]) -> None:
        """Read files and folders, for the unit that is chosen."""
        self._intake.add(paths)

    def change_settings(self) -> None:
        """Ask for other settings of the survey; they hold at once."""
        survey = self.workspace.survey
        dialog = SettingsDialog(survey.settings, self)
        dialog.confirmed.connect(self._on_settings_confirmed)
        dialog.open()

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = self._writing.language = language
        self.form_box.set_language(language)
        for page in self.stack.built:
            if isinstance(page, FormPage | ReviewPage | RecheckPage | ResultsPage):
                page.set_language(language)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        right = QWidget()
        column = make_column(right, margin=0, spacing=0)
        column.addWidget(self._make_header())
        column.addWidget(self.stack, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(right, stretch=1)

    def _make_header(self) -> QWidget:
        header = make_card("header")
        column = make_column(header, margin=12, spacing=1)
        column.setContentsMargins(20, 10, 20, 10)
        self._titles.addWidget(self.name)
        self._titles.addWidget(self.facts, stretch=1)
        row = QHBoxLayout()
        row.addLayout(self._titles, stretch=1)
        row.addWidget(self.form_box, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.notice)
        return header

    def _fit(self) -> None:
        """Save room where the window is low, as at 200 % on a common screen: what is worked on needs it."""
        is_low = self.height() < _LOW_PX
        directions = QBoxLayout.Direction
        self._titles.setDirection(directions.LeftToRight if is_low else directions.TopToBottom)
        self._titles.setSpacing(16 if is_low else 1)
        self.stack.set_margin(_SMALL_MARGIN if is_low else MARGIN)

    def _return_to_last_place(self) -> None:
        last = self._preferences.last_place
        self.go_to(SurveyPlace(last) if last in set(SurveyPlace) else SurveyPlace.SCAN)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go_to)
        self.navigation.leave_wanted.connect(self.leave_wanted)
        self.form_box.chosen.connect(self.form_wanted)
        self.workspace.reading_changed.connect(self.form_box.setDisabled)
        self._intake.begun.connect(lambda: self.go_to(SurveyPlace.SCAN))
        self.workspace.failed.connect(self._on_failed)
        self.workspace.pages_changed.connect(self._on_pages_changed)
        self.workspace.answers_changed.connect(self._show_waiting)
        writing = self._writing
        writing.told.connect(self._on_told)
        writing.progressed.connect(lambda text, can_cancel: self._on_told(text, None, can_cancel))
        writing.writing_changed.connect(self._on_writing_changed)

    # Pages

    def _make_form_page(self) -> FormPage:
        page = FormPage(self.workspace, self._preferences, self._language, self.stack)
        page.form_added.connect(self._on_form_added)
        page.forms_wanted.connect(self._writing.ask_forms)
        page.cancel_wanted.connect(self._writing.stop)
        page.proposal_wanted.connect(lambda: self.proposal_wanted.emit(()))
        page.new_form_wanted.connect(self.new_form_wanted)
        self._tell(page)
        return page

    def _make_scan_page(self) -> ScanPage:
        page = ScanPage(self.workspace, self._preferences, self.stack)
        page.review_wanted.connect(lambda: self.go_to(SurveyPlace.REVIEW))
        return page

    def _make_review_page(self) -> ReviewPage:
        page = ReviewPage(self.workspace, self._preferences, self._language, self.stack)
        page.results_wanted.connect(lambda: self.go_to(SurveyPlace.RESULTS))
        page.failed.connect(self._on_failed)
        return page

    def _make_recheck_page(self) -> RecheckPage:
        page = RecheckPage(self.workspace, self._preferences, self._language, self.stack)
        page.operator_chosen.connect(lambda name: self.review_page.set_operator(name))
        page.waiting_changed.connect(self._on_second_looks_changed)
        page.failed.connect(self._on_failed)
        return page

    def _make_results_page(self) -> ResultsPage:
        page, writing = ResultsPage(self.workspace, self._language, self.stack), self._writing
        page.review_wanted.connect(lambda: self.go_to(SurveyPlace.REVIEW))
        page.answer_review_wanted.connect(self._on_answer_review_wanted)
        page.comparison_wanted.connect(self._on_comparison_wanted)
        page.folder_wanted.connect(self._open_folder)
        page.forms_wanted.connect(writing.ask_forms)
        page.file_wanted.connect(writing.export)
        page.unit_reports_wanted.connect(writing.export_unit_reports)
        page.everything_wanted.connect(writing.export_everything)
        page.cancel_wanted.connect(writing.stop)
        self._tell(page)
        return page

    def _tell(self, page: FormPage | ResultsPage) -> None:
        """Say on a page what is written, or what was written last."""
        text, path, can_cancel = self._told
        page.say(text, path=path, can_cancel=can_cancel)
        page.set_working(is_working=self._is_writing)

    # Slots

    def _on_form_added(self, form: FormKey) -> None:
        self.go_to(SurveyPlace.FORM)
        self.form_wanted.emit(form)

    def _on_answer_review_wanted(self, page_id: int, item_id: str) -> None:
        entry = find_entry(self.workspace.snapshot.pages, page_id, ItemId(item_id))
        if entry is not None:
            self.review_page.ask_again(entry)
            self.go_to(SurveyPlace.REVIEW)
            return
        pages = (page for page in self.workspace.snapshot.pages if page.page_id == page_id)
        identity = next((page.identity for page in pages if page.outcome is PageOutcome.OTHER_FORM), None)
        if identity is not None:  # counted with this version of the form, and decided with the one that read it
            self.go_to(SurveyPlace.REVIEW)
            self.form_wanted.emit(identity.form)

    def _on_settings_confirmed(self, settings: SurveySettings) -> None:
        job = self.workspace.change(lambda: self.workspace.survey.change_settings(settings))
        job.succeeded.connect(self._retranslate)
        job.succeeded.connect(self.settings_changed)

    def _on_failed(self, error: Exception) -> None:
        dialogs.show_error(self, error)

    def _on_comparison_wanted(self) -> None:
        dialog = RoundsDialog(self.workspace.survey, self)
        dialog.saved.connect(self.results_page.name_comparison)
        dialog.open()

    def _on_told(self, text: str, path: Path | None, can_cancel: bool) -> None:
        self._told = (text, path, can_cancel)
        for page in self._pages_of_writing():
            page.say(text, path=path, can_cancel=can_cancel)

    def _on_writing_changed(self, is_writing: bool) -> None:
        self._is_writing = is_writing
        for page in self._pages_of_writing():
            page.set_working(is_working=is_writing)

    def _pages_of_writing(self) -> list[FormPage | ResultsPage]:
        return [page for page in self.stack.built if isinstance(page, FormPage | ResultsPage)]

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.workspace.survey.folder)))

    def _on_second_looks_changed(self, count: int) -> None:
        self._second_looks = count
        self._show_waiting()

    def _on_pages_changed(self, snapshot: Snapshot) -> None:
        if snapshot.queue:
            self.stack.page(SurveyPlace.REVIEW)  # which loads at once what will be asked first
        self._show_waiting()

    def _show_waiting(self) -> None:
        self.form_box.show_waiting(self.workspace.snapshot.waiting)
        remaining = self.review_page.round.remaining if self.stack.is_built(SurveyPlace.REVIEW) else 0
        self.navigation.show_waiting({SurveyPlace.REVIEW: remaining, SurveyPlace.RECHECK: self._second_looks})

    def _retranslate(self) -> None:
        survey = self.workspace.survey
        self.name.setText(" · ".join(filter(None, (survey.settings.name, survey.settings.round_name))))
        template = survey.template
        facts = self.tr("{title}, version {version}")
        self.facts.setText(facts.format(title=template.title.in_language(self._language), version=template.version))
        self._show_waiting()
        self._show_notice()

    def _show_notice(self) -> None:
        """Say once, for as long as the survey is open, what cannot be done in this place."""
        text = ""
        if self.workspace.survey.is_read_only:
            text = self.tr(
                "This survey is read-only here: it can be looked at, and exported to another place. To change it, copy "
                "its folder to a place that can be written."
            )
        elif self.workspace.survey.store.database.is_for_one:
            text = self.tr(
                "This drive lets one person at a time write: nobody else should have this survey open while you work."
            )
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
