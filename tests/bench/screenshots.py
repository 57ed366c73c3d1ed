"""Pictures of every screen, for the README and for looking at: python -m tests.bench.screenshots FOLDER [SURVEY].

With --word only those of the way from a Word form to its readings are taken; LibreOffice prints the form.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from exports.demo.whole_way import run_demo
from exports.tally.selection import Selection
from form_templates.loading import list_templates
from form_templates.model import ItemKind, Language
from gui.app import make_application
from gui.form.print_dialog import PrintDialog
from gui.home.import_dialog import ImportDialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.i18n.translation import Translations
from gui.main_window import MainWindow
from gui.menus.shortcuts_dialog import ShortcutsDialog
from gui.preferences import Preferences
from gui.recheck.overview_panel import Tab
from gui.recheck.recheck_page import RecheckPage
from gui.results.rounds_dialog import RoundsDialog
from gui.review.review_page import ReviewPage
from gui.scan.pages.pin_dialog import PinDialog
from gui.scan.pages.typing_dialog import TypingDialog
from gui.scan.pages.unit_dialog import Extent, UnitDialog
from gui.scan.scan_page import Outlook
from gui.survey_places import SurveyPlace
from gui.survey_view import SurveyView
from omr.review.gallery import GalleryChoice
from tests.bench import bench_designer

_WIDTH, _HEIGHT = 1366, 768  # a common small screen


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
            copy = Path(shutil.copytree(survey_folder, Path(folder) / language.value))  # pictures need some checks
            _take(MainWindow(Preferences(settings), translations), target, language, copy)


def take_word_way(target: Path) -> None:
    """Save a PNG of every station from a Word form to its readings."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        bench_designer.run(Path(folder), seed=1, look=lambda name, widget: _save_station(widget, target, name))


def _save_station(widget: QWidget, target: Path, name: str) -> None:
    widget.resize(_WIDTH, _HEIGHT)
    _let_pass(300)
    widget.grab().save(str(target / f"word-{name}.png"))


def _take(window: MainWindow, target: Path, language: Language, survey_folder: Path) -> None:
    def save(widget: QWidget, name: str) -> None:
        _let_pass(300)  # on a busy machine a place is laid out in several goes
        widget.grab().save(str(target / f"{name}-{language.value}.png"))

    window.resize(_WIDTH, _HEIGHT)
    window.show()
    save(window, "start")
    window.open_survey(survey_folder)
    _wait(lambda: window.survey_view is not None and bool(window.survey_view.workspace.snapshot.pages))
    view = window.survey_view
    _take_form(view, lambda: save(window, "form"))
    _take_scan(view, lambda name: save(window, name), save)
    _take_review(view, lambda name: save(window, name))
    _take_recheck(view, lambda name: save(window, name))
    view.go_to(SurveyPlace.RESULTS)
    _take_results(view, lambda name: save(window, name))
    survey = view.workspace.survey
    jobs = view.workspace.picture_jobs
    new, printing = (
        NewSurveyDialog(list_templates(), language, Path.home(), jobs, window),
        PrintDialog(survey, jobs, window),
    )
    for dialog, name in ((new, "new"), (printing, "print")):
        _wait(lambda dialog=dialog: dialog.preview.has_pictures)
        _take_dialog(dialog, lambda each, name=name: save(each, name))
    _take_dialog(RoundsDialog(survey, window), lambda each: save(each, "rounds"))
    _take_dialog(ImportDialog(Path.home(), window), lambda each: save(each, "import"))
    _take_dialog(ShortcutsDialog(window), lambda each: save(each, "keys"))
    window.close()


def _take_form(view: SurveyView, save: Callable[[], None]) -> None:
    view.go_to(SurveyPlace.FORM)
    _wait(lambda: view.form_page.has_pictures)
    first = next(view.workspace.survey.template.items())
    view.form_page.tree.choose(first.item_id)
    save()


def _take_scan(view: SurveyView, save: Callable[[str], None], save_one: Callable[[QWidget, str], None]) -> None:
    view.go_to(SurveyPlace.SCAN)
    scan = view.scan_page
    _wait(lambda: scan.pages.page_panel.view.picture is not None)
    save("scan")
    scan.look_at(Outlook.UNITS)
    _wait(lambda: scan.returns.model.rowCount() > 0)
    save("units")
    scan.look_at(Outlook.BATCHES)
    save("batches")
    scan.look_at(Outlook.PAGES)
    page = view.workspace.snapshot.pages[0]
    pin = PinDialog(view.workspace, page, "Lan", view)
    _wait(lambda: pin.corners.has_picture)
    _take_dialog(pin, lambda each: save_one(each, "pin"))
    typing = TypingDialog(view.workspace, page, 1, 0, view.scan_page.pages.preferences, view)
    _wait(lambda: typing.view.picture is not None)
    _take_dialog(typing, lambda each: save_one(each, "typing"))
    _take_dialog(UnitDialog(view.workspace.survey.units, [Extent("", ())], view), lambda each: save_one(each, "unit"))


def _take_review(view: SurveyView, save: Callable[[str], None]) -> None:
    review = view.review_page
    review.set_operator("Lan")
    view.go_to(SurveyPlace.REVIEW)
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


def _take_recheck(view: SurveyView, save: Callable[[str], None]) -> None:
    page = view.recheck_page
    view.go_to(SurveyPlace.RECHECK)
    _wait(lambda: page.state is not None)
    for operator, count in (("Lan", 12), ("Minh", 1)):
        page.set_operator(operator)
        _check(page, count)
        _wait(lambda: not view.workspace.is_busy)
    for tab in Tab:
        page.overview.show_tab(tab)
        save(f"recheck-{tab.name.lower().replace('_', '-')}")
    page.start()
    _wait(lambda: page.desk.can_decide)
    save("recheck-desk")
    page.desk.leave()
    _wait(lambda: not view.workspace.is_busy)


def _check(page: RecheckPage, count: int) -> None:
    """Check some answers as they were read, and the last otherwise, so that it waits for a second look."""
    page.start()
    for number in range(1, count + 1):
        _wait(lambda: page.desk.can_decide)
        entry = page.desk.entry
        assert page.state is not None, "a sitting needs to know what is checked"
        assert entry is not None, "what can be decided is in front"
        reading = page.state.pages[entry.page_id].readings[entry.item_id].answer
        page.desk.decide(reading if number < count else None)
    page.desk.leave()


def _take_results(view: SurveyView, save: Callable[[str], None]) -> None:
    page = view.results_page
    _wait(lambda: page.has_figures)
    for place, name in enumerate(("results", "results-others", "results-units")):
        page.show_table(place)
        save(name)
    page.selection_bar.choose(Selection(unit=view.workspace.survey.units[1].code))
    _wait(lambda: not page.figures.is_behind)
    page.show_table(0)
    save("results-selected")
    page.index_card.opened.emit()
    _wait(lambda: page.evidence.view.picture is not None)
    save("results-evidence")


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
    if "--word" in sys.argv:
        take_word_way(Path(sys.argv[1]))
    else:
        take_screenshots(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
