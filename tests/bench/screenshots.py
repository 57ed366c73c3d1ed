"""Pictures of every screen, for the README and for looking at: python -m tests.bench.screenshots FOLDER [SURVEY]."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from exports.demo import run_demo
from form_templates.loading import list_templates
from form_templates.model import ItemKind, Language
from gui.app import make_application
from gui.import_dialog import ImportDialog
from gui.main_window import MainWindow
from gui.new_survey_dialog import NewSurveyDialog
from gui.preferences import Preferences
from gui.print_dialog import PrintDialog
from gui.review.review_page import ReviewPage
from gui.shortcuts_dialog import ShortcutsDialog
from gui.survey_view import Place, SurveyView
from gui.translation import Translations
from omr.gallery import GalleryChoice

_WIDTH, _HEIGHT = 1366, 768  # the smallest screen the window must fit


def take_screenshots(target: Path, survey_folder: Path | None = None) -> None:
    """Save a PNG of every screen in both languages; without a survey, the demo's is made first."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        survey_folder = survey_folder or Path(folder) / "demo"
        if not survey_folder.exists():
            run_demo(survey_folder, print)
        application = make_application(["phieu"])
        settings = QSettings(str(Path(folder) / "preferences.ini"), QSettings.Format.IniFormat)
        translations = Translations(application)
        for language in Language:
            translations.use(language)
            _take(MainWindow(Preferences(settings), translations), target, language, survey_folder)


def _take(window: MainWindow, target: Path, language: Language, survey_folder: Path) -> None:
    def save(widget: QWidget, name: str) -> None:
        _let_pass(50)
        widget.grab().save(str(target / f"{name}-{language.value}.png"))

    window.resize(_WIDTH, _HEIGHT)
    window.show()
    save(window, "start")
    window.open_survey(survey_folder)
    _wait(lambda: window.survey_view is not None and bool(window.survey_view.workspace.snapshot.pages))
    view = window.survey_view
    _wait(lambda: view.scan_page.page_panel.view.picture is not None)
    save(window, "scan")
    _take_review(view, lambda name: save(window, name))
    view.go_to(Place.RESULTS)
    _wait(lambda: view.results_page.has_figures)
    save(window, "results")
    units = view.workspace.survey.units
    _take_dialog(NewSurveyDialog(list_templates(), language, Path.home(), window), lambda each: save(each, "new"))
    _take_dialog(ImportDialog(Path.home(), window), lambda each: save(each, "import"))
    _take_dialog(PrintDialog(units, 2, window), lambda each: save(each, "print"))
    _take_dialog(ShortcutsDialog(window), lambda each: save(each, "keys"))
    window.close()


def _take_review(view: SurveyView, save: Callable[[str], None]) -> None:
    review = view.review_page
    review.set_operator("Lan")
    view.go_to(Place.REVIEW)
    template = view.workspace.survey.template
    kinds = [template.item(entry.item_id).kind for entry in view.workspace.snapshot.queue]
    for kind in (ItemKind.SINGLE, ItemKind.MULTIPLE, ItemKind.TEXT):
        if kind in kinds:
            review.look(kinds.index(kind) - review.round.position)
            _wait(lambda: review.can_decide)
            save(f"review-{kind}")
    review.look(-review.round.position)
    review.desk.show_whole_page(is_whole=True)
    _wait(lambda: review.can_decide)
    save("review-page")
    review.desk.show_whole_page(is_whole=False)
    _take_gallery(review, save)


def _take_gallery(review: ReviewPage, save: Callable[[str], None]) -> None:
    gallery = review.gallery
    review.show_gallery()
    _wait(lambda: gallery.is_filled)
    for name, choice in (("gallery", GalleryChoice()), ("gallery-accepted", GalleryChoice(is_doubtful_only=False))):
        gallery.choose(choice)
        _wait(lambda: gallery.is_filled)
        in_sight = len(gallery.view.rows_in_sight())
        _wait(lambda in_sight=in_sight: len(gallery.model.confirmable) >= in_sight)
        gallery.toggle_odd(min(1, gallery.model.rowCount() - 1))
        save(name)
    review.leave_gallery()


def _take_dialog(dialog: QWidget, save: Callable[[QWidget], None]) -> None:
    dialog.show()
    save(dialog)
    dialog.close()


def _wait(is_there: Callable[[], bool]) -> None:
    """Let the event loop run until something is there; QTest.qWait would keep other threads from running."""
    while not is_there():
        _let_pass(20)


def _let_pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    take_screenshots(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
