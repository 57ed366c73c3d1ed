"""The one window: the start page, or the survey that is open. Wiring, no decisions."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QStandardPaths, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget

from form_templates.model import Language
from gui.home.recent_list import find_reachable
from gui.home.start_page import StartPage
from gui.i18n.translation import Translations
from gui.jobs import Job, Jobs, Report
from gui.preferences import Preferences
from gui.shortcuts_dialog import ShortcutsDialog
from gui.widgets import dialogs
from gui.widgets.theme import refresh_theme

if TYPE_CHECKING:
    from form_templates.loading import ShippedTemplate
    from gui.home.new_survey_dialog import NewSurvey, NewSurveyDialog
    from gui.survey_view import SurveyView
    from omr.survey.folder import Survey

_LOADED_AFTER_MS = 100  # by then the start page was painted

_LANGUAGE_NAMES = {Language.VIETNAMESE: "Tiếng Việt", Language.ENGLISH: "English"}


class MainWindow(QMainWindow):
    """Shows the start page or one survey; closes only after all work has stopped.

    What shows a survey is imported in the background: a store, OpenCV and pictures take longer than the start page.
    """

    survey_closed = Signal()

    def __init__(self, preferences: Preferences, translations: Translations) -> None:
        super().__init__()
        self._preferences = preferences
        self._translations = translations
        self._jobs = Jobs(self, threads=3)  # the sample, a drive that does not answer, and what is asked for now
        self._picture_jobs = Jobs(self, threads=1)
        self._sample: Job | None = None
        self._waiting_scans: tuple[Path, ...] = ()
        self._is_closing = False
        self.survey_view: SurveyView | None = None
        self.start_page = StartPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.setCentralWidget(self.stack)
        self.setAcceptDrops(True)
        self._make_menus()
        self._connect()
        self._restore_geometry()
        self._show_recent()
        self._retranslate()

    # Surveys

    def new_survey(self) -> None:
        """Ask for a new survey and create it; the templates are typeset first, off the GUI thread."""
        self._start(_list_templates, self._ask_new_survey)

    def choose_survey(self) -> None:
        """Ask for a survey folder and open it."""
        folder = dialogs.ask_folder(self, self.tr("Open survey"), self._preferences.last_folder)
        if folder is not None:
            self.open_survey(folder)

    def open_survey(self, folder: Path) -> None:
        """Open a survey folder, off the GUI thread."""
        self._start(lambda: _open_survey(folder), self.show_survey)

    def show_survey(self, survey: "Survey") -> None:
        """Show an open survey instead of what is shown now."""
        from gui.survey_view import SurveyView
        from gui.workspace import Workspace

        self._leave_survey()
        self._preferences.note_opened(survey.folder, survey.settings.name)
        workspace = Workspace(survey, self)
        view = self.survey_view = SurveyView(workspace, self._preferences, self._translations.language)
        view.leave_wanted.connect(self.close_survey)
        view.settings_changed.connect(self._on_settings_changed)
        workspace.jobs.became_idle.connect(self._on_idle)
        workspace.picture_jobs.became_idle.connect(self._on_idle)
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        self._update_actions()
        workspace.refresh()
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
        if self._sample is not None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder, name = Path(documents or Path.home()), self.tr("Sample survey")

        def work(report: Report, cancel: threading.Event) -> Path:
            # Imported here, for the window must not wait for pandas and the simulator when it starts.
            from exports.demo.sample import free_sample_folder, make_sample

            folder.mkdir(parents=True, exist_ok=True)
            return make_sample(free_sample_folder(folder, name), name, report, cancel)

        self._sample = self._jobs.start(work)
        self._sample.progressed.connect(self.start_page.sample_panel.show_progress)
        self._sample.succeeded.connect(self._on_sample_made)
        self._sample.failed.connect(lambda error: dialogs.show_error(self, error))
        self._sample.ended.connect(self._on_sample_ended)
        self.start_page.sample_panel.begin()
        self.start_page.sample_button.setEnabled(False)

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
        if self._sample is not None:  # what was made so far is cleared away before the window closes
            self._is_closing = True
            self._sample.cancel()
            self.setEnabled(False)
            event.ignore()
            return
        self._leave_survey()
        self._picture_jobs.stop()
        self._jobs.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() is QEvent.Type.ApplicationPaletteChange:
            application = QApplication.instance()
            assert isinstance(application, QApplication), "widgets need one"
            refresh_theme(application)
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_in(_dropped_paths(event))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take what was dropped: a survey folder is opened, scans are read or wait for a survey."""
        if len(paths) == 1 and (paths[0] / "survey.toml").is_file():
            self.open_survey(paths[0])
        elif self.survey_view is not None:
            self.survey_view.add_scans(paths)
        else:
            self._waiting_scans = tuple(paths)
            self.start_page.show_waiting_scans(len(paths))

    # Inside

    def _ask_new_survey(self, templates: Sequence["ShippedTemplate"]) -> None:
        from gui.home.new_survey_dialog import NewSurveyDialog

        language, folder = self._translations.language, self._preferences.last_folder
        dialog = NewSurveyDialog(templates, language, folder, self._picture_jobs_in_use(), self)
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
            self._jobs.start(lambda _report, _cancel: _import_rest())

    def _start(self, work: Callable[[], object], show: Callable[[Any], None]) -> None:
        """Do short work off the GUI thread and show what came of it."""
        self.start_page.set_busy(is_busy=True)
        job = self._jobs.start(lambda _report, _cancel: work())
        job.succeeded.connect(show)
        job.failed.connect(lambda error: dialogs.show_error(self, error))
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

    def _on_recent_removed(self, folder: Path) -> None:
        self._preferences.forget_survey(folder)
        self._show_recent()

    def _on_scans_dismissed(self) -> None:
        self._waiting_scans = ()
        self.start_page.show_waiting_scans(0)

    def _on_sample_made(self, folder: Path) -> None:
        if self.survey_view is None:
            self.open_survey(folder)
        else:  # somebody works in another survey by now; the sample waits among the recent ones
            self._preferences.note_opened(folder, folder.name)

    def _on_sample_ended(self) -> None:
        self._sample = None
        self.start_page.sample_panel.hide()
        self.start_page.sample_button.setEnabled(True)
        if self._is_closing:
            self.close()

    def _stop_sample(self) -> None:
        if self._sample is not None:
            self._sample.cancel()

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
            self.resize(1280, 720)

    def _make_menus(self) -> None:
        self._survey_menu = self.menuBar().addMenu("")
        self.new_action = self._add_action(self._survey_menu, "Ctrl+N")
        self.open_action = self._add_action(self._survey_menu, "Ctrl+O")
        self.add_action = self._add_action(self._survey_menu, "Ctrl+D")
        self.settings_action = self._add_action(self._survey_menu, "Ctrl+,")
        self.close_action = self._add_action(self._survey_menu, "Ctrl+W")
        self._survey_menu.addSeparator()
        self.quit_action = self._add_action(self._survey_menu, "Ctrl+Q")
        self._language_menu = self.menuBar().addMenu("")
        self._make_language_actions()
        self._help_menu = self.menuBar().addMenu("")
        self.keys_action = self._add_action(self._help_menu, "F1")
        self._update_actions()

    def _add_action(self, menu: QMenu, keys: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        return action

    def _make_language_actions(self) -> None:
        group = QActionGroup(self)
        self.language_actions: dict[Language, QAction] = {}
        for language, name in _LANGUAGE_NAMES.items():
            action = self.language_actions[language] = QAction(name, self)
            action.setCheckable(True)
            action.setChecked(language is self._translations.language)
            action.triggered.connect(lambda _checked=False, language=language: self.set_language(language))
            group.addAction(action)
            self._language_menu.addAction(action)

    def _connect(self) -> None:
        self.start_page.new_wanted.connect(self.new_survey)
        self.start_page.open_wanted.connect(self.choose_survey)
        self.start_page.sample_wanted.connect(self.make_sample)
        self.start_page.sample_panel.stop_wanted.connect(self._stop_sample)
        self.start_page.scans_dismissed.connect(self._on_scans_dismissed)
        self.start_page.recent_chosen.connect(self.open_survey)
        self.start_page.recent_removed.connect(self._on_recent_removed)
        self.new_action.triggered.connect(self.new_survey)
        self.open_action.triggered.connect(self.choose_survey)
        self.add_action.triggered.connect(self._on_add_scans)
        self.settings_action.triggered.connect(self._on_settings_wanted)
        self.close_action.triggered.connect(self.close_survey)
        self.quit_action.triggered.connect(self.close)
        self.keys_action.triggered.connect(lambda: ShortcutsDialog(self).open())

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
        is_open = self.survey_view is not None
        self.add_action.setEnabled(is_open)
        self.settings_action.setEnabled(is_open)
        self.close_action.setEnabled(is_open)
        name = self.survey_view.workspace.survey.settings.name if self.survey_view else ""
        self.setWindowTitle(f"{name} – Phiếu" if name else "Phiếu")

    def _retranslate(self) -> None:
        self._survey_menu.setTitle(self.tr("&Survey"))
        self._language_menu.setTitle(self.tr("&Language"))
        self._help_menu.setTitle(self.tr("&Help"))
        self.new_action.setText(self.tr("&New survey…"))
        self.open_action.setText(self.tr("&Open survey…"))
        self.add_action.setText(self.tr("&Add scans…"))
        self.settings_action.setText(self.tr("Settings &of this survey…"))
        self.close_action.setText(self.tr("&Close survey"))
        self.quit_action.setText(self.tr("&Quit"))
        self.keys_action.setText(self.tr("&Keyboard shortcuts"))


def _import_rest() -> None:
    import gui.home.new_survey_dialog
    import gui.survey_view  # noqa: F401 - to have it loaded


def _open_survey(folder: Path) -> "Survey":
    from omr.survey.folder import Survey

    _import_rest()
    return Survey.open(folder)


def _list_templates() -> "tuple[ShippedTemplate, ...]":
    from form_templates.loading import list_templates

    _import_rest()
    return list_templates()


def _dropped_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
