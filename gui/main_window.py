"""The one window: the start page, or the survey that is open. Wiring, no decisions."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from form_templates.model import Language
from gui.home.recent_list import find_reachable
from gui.home.sample_maker import SampleMaker
from gui.home.start_page import StartPage
from gui.i18n.translation import Translations
from gui.jobs import Jobs
from gui.menus.main_menu import MainMenu
from gui.preferences import Preferences
from gui.widgets import dialogs
from gui.widgets.building_blocks import resize_within_screen
from gui.widgets.theme import refresh_theme, styled_at_the_end
from gui.window_title import WindowTitle
from omr.forms.document_kinds import is_document, is_workbook

if TYPE_CHECKING:
    from form_templates.loading import ShippedTemplate
    from form_templates.model import FormKey
    from gui.home.new_survey_dialog import NewSurvey, NewSurveyDialog
    from gui.new_form.new_form_dialog import NewFormDialog
    from gui.proposing.proposal_dialog import ProposalDialog
    from gui.survey_view import SurveyView
    from gui.upkeep.upkeep import Upkeep
    from omr.survey.folder import Survey

_LOADED_AFTER_MS = 100  # by then the start page was painted


class MainWindow(QMainWindow):
    """Shows the start page or one survey; closes only after all work has stopped.

    What shows a survey is imported in the background: a store, OpenCV and pictures take longer than the start page.
    """

    survey_closed = Signal()
    left = Signal()  # the window closes, and with it what searches a form

    def __init__(self, preferences: Preferences, translations: Translations) -> None:
        super().__init__()
        self._preferences = preferences
        self._translations = translations
        self._jobs = Jobs(self, threads=3)  # the sample, a drive that does not answer, and what is asked for now
        self._picture_jobs = Jobs(self, threads=1)
        self._waiting_scans: tuple[Path, ...] = ()
        self._is_closing = False
        self.survey_view: SurveyView | None = None
        self.start_page = StartPage()
        self._sample = SampleMaker(self._jobs, self.start_page)
        self._title = WindowTitle(self)
        self._menu = MainMenu(preferences, translations.language)
        self.setMenuBar(self._menu)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.setCentralWidget(self.stack)
        self.setAcceptDrops(True)
        self._update_actions()
        self._connect()
        self._restore_geometry()
        self._show_recent()

    # Surveys

    def new_survey(self) -> None:
        """Ask for a new survey and create it; the templates are typeset first, off the GUI thread."""
        self._start(_find_templates, self._ask_new_survey)

    def propose_form(self, paths: Sequence[Path] = ()) -> None:
        """Find the questions of a form in files, asking for them if there are none, and show what was found."""
        from gui.survey_opening import make_proposal_dialog  # not at the start: it brings the store and OpenCV

        paths = paths or dialogs.ask_form_files(self, self._preferences.last_folder)
        if not paths:
            return
        self._preferences.last_folder = paths[0].parent
        dialog = make_proposal_dialog(paths, self._preferences, self._translations.language, self)
        self.left.connect(dialog.reject)
        dialog.wanted.connect(
            lambda _form: self._start(_find_templates, lambda templates: self._ask_new_survey(templates, dialog))
        )
        dialog.open()

    def new_form(self, path: Path | None = None) -> None:
        """Make a form of a list of questions that is pasted, or that a file holds."""
        from gui.survey_opening import make_new_form_dialog  # as above

        language = self._translations.language
        dialog = make_new_form_dialog(self._preferences, language, self._picture_jobs_in_use(), self)
        dialog.wanted.connect(
            lambda _form: self._start(_find_templates, lambda templates: self._ask_new_survey(templates, dialog))
        )
        dialog.open()
        if path is not None:
            dialog.open_file(path)

    def choose_survey(self) -> None:
        """Ask for a survey folder and open it."""
        folder = dialogs.ask_folder(self, self.tr("Open survey"), self._preferences.last_folder)
        if folder is not None:
            self.open_survey(folder)

    def open_survey(self, folder: Path) -> None:
        """Open a survey folder, off the GUI thread."""
        self._start(lambda: _open_survey(folder), self.show_survey, lambda error: self._on_not_opened(folder, error))

    def show_survey(self, survey: "Survey") -> None:
        """Show an open survey instead of what is shown now."""
        from gui.survey_opening import make_survey_view  # not at the start: it brings the store and OpenCV

        self._leave_survey()
        self._preferences.note_opened(survey.folder, survey.settings.name)
        with styled_at_the_end():
            view = self.survey_view = make_survey_view(survey, self._preferences, self._translations.language, self)
            self.stack.addWidget(view)
        view.leave_wanted.connect(self.close_survey)
        view.proposal_wanted.connect(self.propose_form)
        view.new_form_wanted.connect(lambda: self.new_form())
        view.settings_changed.connect(self._on_settings_changed)
        view.form_wanted.connect(lambda form: self._start(lambda: _open_survey(survey.folder, form), self.show_survey))
        workspace = view.workspace
        self._title.follow(workspace)
        workspace.jobs.became_idle.connect(self._on_idle)
        workspace.picture_jobs.became_idle.connect(self._on_idle)
        self.stack.setCurrentWidget(view)
        self._update_actions()
        workspace.refresh()
        workspace.back_up()
        waiting, self._waiting_scans = self._waiting_scans, ()
        self.start_page.show_waiting_scans(0)
        view.add_scans(waiting)
        view.take_focus()

    def close_survey(self) -> None:
        """Go back to the start page; running work is stopped first, finished pages are kept."""
        self._leave_survey()
        self._show_recent()
        self._update_actions()

    def make_sample(self) -> None:
        """Make a sample survey in the person's documents, in the background, and open it."""
        self._sample.make()

    def set_language(self, language: Language) -> None:
        """Switch the language of everything at once."""
        self._preferences.language = language
        self._translations.use(language)
        if self.survey_view is not None:
            self.survey_view.set_language(language)

    # Qt events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_LOADED_AFTER_MS, self, self._load_rest)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences.window_geometry = self.saveGeometry()
        workspace = self.survey_view.workspace if self.survey_view else None
        if workspace is not None and workspace.is_reading:
            # Pages in hand are finished and kept; the window closes by itself when the batch has stopped.
            self._is_closing = True
            workspace.cancel_all()
            self.setEnabled(False)
            event.ignore()
            return
        if self._sample.is_making:  # what was made so far is cleared away before the window closes
            self._is_closing = True
            self._sample.stop()
            self.setEnabled(False)
            event.ignore()
            return
        self.left.emit()
        self._leave_survey()
        self._picture_jobs.stop()
        self._jobs.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            application = QApplication.instance()
            assert isinstance(application, QApplication), "widgets need one"
            refresh_theme(application)
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_paths(event) and QApplication.activeModalWidget() is None:  # some systems drop behind a dialog
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if QApplication.activeModalWidget() is None:
            event.acceptProposedAction()
            self.take_in(_dropped_paths(event))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take what was dropped: a survey folder is opened, scans are read or wait for a survey."""
        if len(paths) == 1 and (paths[0] / "survey.toml").is_file():
            self.open_survey(paths[0])
        elif self.survey_view is not None:
            self.survey_view.take_in(paths)
        elif len(paths) == 1 and is_workbook(paths[0]):
            self.new_form(paths[0])
        elif paths and all(map(is_document, paths)):
            self.propose_form(paths)
        else:
            self._waiting_scans = tuple(paths)
            self.start_page.show_waiting_scans(len(paths))

    # Inside

    def _ask_new_survey(
        self, templates: Sequence["ShippedTemplate"], proposal: "ProposalDialog | NewFormDialog | None" = None
    ) -> None:
        from gui.survey_opening import make_new_survey_dialog  # not at the start: it brings the store and OpenCV

        language, jobs = self._translations.language, self._picture_jobs_in_use()
        dialog = make_new_survey_dialog(templates, self._preferences, language, jobs, proposal or self)
        if proposal is not None and proposal.form is not None:
            dialog.offer_form(proposal.form)
            dialog.accepted.connect(proposal.accept)
        dialog.confirmed.connect(lambda wanted: self._create(wanted, dialog))
        dialog.open()

    def _create(self, wanted: "NewSurvey", dialog: "NewSurveyDialog") -> None:
        self._preferences.last_folder = wanted.folder.parent
        dialog.setEnabled(False)
        job = self._jobs.start(lambda _report, _cancel: wanted.create())
        job.succeeded.connect(dialog.accept)
        job.succeeded.connect(self.show_survey)
        job.failed.connect(lambda error: dialogs.show_error(dialog, error))
        job.ended.connect(lambda: dialog.setEnabled(True))

    def _load_rest(self) -> None:
        if not self._is_closing:
            self._jobs.start(lambda _report, _cancel: _import_survey_opening())

    def _start(
        self,
        work: Callable[[], object],
        show: Callable[[Any], None],
        show_failure: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do short work off the GUI thread and show what came of it."""
        self.start_page.set_busy(is_busy=True)
        job = self._jobs.start(lambda _report, _cancel: work())
        job.succeeded.connect(show)
        job.failed.connect(show_failure or self._on_failed)
        job.ended.connect(lambda: self.start_page.set_busy(is_busy=False))

    def _show_recent(self) -> None:
        surveys = self._preferences.recent_surveys
        self.start_page.show_recent(surveys)
        # A network drive that is gone answers after seconds only.
        job = self._jobs.start(lambda _report, _cancel: find_reachable(surveys))
        job.succeeded.connect(self.start_page.show_reachable)

    def _picture_jobs_in_use(self) -> Jobs:
        """Return what draws pages now: pdfium must not be entered twice at a time."""
        return self.survey_view.workspace.picture_jobs if self.survey_view else self._picture_jobs

    def _on_failed(self, error: Exception) -> None:
        dialogs.show_error(self, error)

    def _on_not_opened(self, folder: Path, error: Exception) -> None:
        from omr.errors import SurveyDamaged  # as above

        if not isinstance(error, SurveyDamaged):
            dialogs.show_error(self, error)
        elif dialogs.show_error(self, error, offer=self.tr("Check this survey…")):
            self._make_upkeep(folder).check()

    def _make_upkeep(self, folder: Path) -> "Upkeep":
        from gui.survey_opening import make_upkeep  # not at the start: it brings the store and OpenCV

        upkeep = make_upkeep(folder, self._jobs, self.close_survey, self)
        upkeep.opening_wanted.connect(self.open_survey)
        return upkeep

    def _on_check_wanted(self) -> None:
        if self.survey_view is not None:
            self._make_upkeep(self.survey_view.workspace.survey.folder).check()

    def _on_backups_wanted(self) -> None:
        if self.survey_view is not None:
            self._make_upkeep(self.survey_view.workspace.survey.folder).show_backups()

    def _on_recent_removed(self, folder: Path) -> None:
        self._preferences.forget_survey(folder)
        self._show_recent()

    def _on_scans_dismissed(self) -> None:
        self._waiting_scans = ()
        self.start_page.show_waiting_scans(0)

    def _on_scans_are_form(self) -> None:
        paths = self._waiting_scans
        self._on_scans_dismissed()
        self.propose_form(paths)

    def _on_sample_made(self, folder: Path) -> None:
        if self.survey_view is None:
            self.open_survey(folder)
        else:  # somebody works in another survey by now; the sample waits among the recent ones
            self._preferences.note_opened(folder, folder.name)

    def _on_sample_ended(self) -> None:
        if self._is_closing:
            self.close()

    def _leave_survey(self) -> None:
        if self.survey_view is None:
            return
        view, self.survey_view = self.survey_view, None
        self.stack.removeWidget(view)
        view.workspace.close()
        view.workspace.deleteLater()
        view.destroyed.connect(self.survey_closed)
        view.deleteLater()

    def _on_idle(self) -> None:
        if self._is_closing and self.survey_view is not None and not self.survey_view.workspace.is_reading:
            self.close()

    def _restore_geometry(self) -> None:
        geometry = self._preferences.window_geometry
        if geometry is None or not self.restoreGeometry(geometry):
            resize_within_screen(self, 1280, 720)

    def _connect(self) -> None:
        self.start_page.new_wanted.connect(self.new_survey)
        self.start_page.open_wanted.connect(self.choose_survey)
        self._sample.made.connect(self._on_sample_made)
        self._sample.failed.connect(self._on_failed)
        self._sample.ended.connect(self._on_sample_ended)
        self.start_page.form_wanted.connect(self.propose_form)
        self.start_page.new_form_wanted.connect(lambda: self.new_form())
        self.start_page.scans_dismissed.connect(self._on_scans_dismissed)
        self.start_page.scans_are_form.connect(self._on_scans_are_form)
        self.start_page.recent_chosen.connect(self.open_survey)
        self.start_page.recent_removed.connect(self._on_recent_removed)
        menu = self._menu
        menu.new_action.triggered.connect(self.new_survey)
        menu.open_action.triggered.connect(self.choose_survey)
        menu.form_action.triggered.connect(lambda: self.propose_form())
        menu.new_form_action.triggered.connect(lambda: self.new_form())
        menu.add_action.triggered.connect(self._on_add_scans)
        menu.settings_action.triggered.connect(self._on_settings_wanted)
        menu.check_action.triggered.connect(self._on_check_wanted)
        menu.backups_action.triggered.connect(self._on_backups_wanted)
        menu.close_action.triggered.connect(self.close_survey)
        menu.quit_action.triggered.connect(self.close)
        menu.language_chosen.connect(self.set_language)

    def _on_add_scans(self) -> None:
        if self.survey_view is not None:
            self.survey_view.scan_page.scans_wanted.emit()

    def _on_settings_wanted(self) -> None:
        if self.survey_view is not None:
            self.survey_view.change_settings()

    def _on_settings_changed(self) -> None:
        assert self.survey_view is not None, "it says so"
        survey = self.survey_view.workspace.survey
        self._preferences.note_opened(survey.folder, survey.settings.name)
        self._update_actions()

    def _update_actions(self) -> None:
        survey = self.survey_view.workspace.survey if self.survey_view else None
        self._menu.set_open(is_open=survey is not None, is_read_only=survey is not None and survey.is_read_only)
        name = survey.settings.name if survey else ""
        self._title.name_survey(name)


def _import_survey_opening() -> None:
    import gui.survey_opening  # noqa: F401 - to have it loaded before anybody asks for a survey


def _open_survey(folder: Path, form: "FormKey | None" = None) -> "Survey":
    from gui.survey_opening import open_survey  # not at the start: it brings the store and OpenCV

    return open_survey(folder, form)


def _find_templates() -> "tuple[ShippedTemplate, ...]":
    from gui.survey_opening import find_templates  # not at the start: it brings the store and OpenCV

    return find_templates()


def _dropped_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
