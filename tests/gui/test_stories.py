"""Whole stories, driven through the real window as a person would."""

import csv
import shutil
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from form_templates.model import Language
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from omr.results import AnswerStatus, PageOutcome, Verification
from omr.review.gallery import GalleryChoice
from omr.survey.folder import Survey
from tests.conftest import UNITS
from tests.exports.opening import opened

_LONG_MS = 60_000

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def read_folder(tmp_path, read_pile):
    """A survey folder whose pile was read, for this test alone."""
    return shutil.copytree(read_pile, tmp_path / "khảo sát")


def _open(qtbot, window, folder):
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    return window.survey_view


def _flagged(view):
    survey = view.workspace.survey
    return [a for r in survey.responses() for a in r.answers if a.status is AnswerStatus.FLAGGED]


def test_that_scans_are_added_reviewed_by_keyboard_and_exported(
    qtbot, window, preferences, tmp_path, frozen_template, pile, monkeypatch
):
    preferences.operator = "Lan"
    folder = tmp_path / "s"
    Survey.create(folder, frozen_template, units=UNITS).close()
    view = _open(qtbot, window, folder)
    with qtbot.waitSignal(view.workspace.batch_read, timeout=_LONG_MS):
        view.add_scans([pile.folder])
    qtbot.waitUntil(lambda: len(view.workspace.snapshot.pages) == 12, timeout=_LONG_MS)
    waiting = len(_flagged(view))
    assert waiting >= 3
    view.go_to(SurveyPlace.REVIEW)
    review = view.review_page
    qtbot.waitUntil(lambda: review.round.entry is not None, timeout=_LONG_MS)

    first = review.round.entry
    _press(qtbot, review, Qt.Key.Key_0)
    assert len(_flagged(view)) == waiting - 1
    _press(qtbot, review, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(_flagged(view)) == waiting
    assert review.round.entry == first
    _review_everything(qtbot, view)

    assert _flagged(view) == []
    target = tmp_path / "answers.csv"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_arguments: target)
    view.results_page.export_menu.answers.trigger()
    qtbot.waitUntil(target.exists, timeout=_LONG_MS)
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["verified_by"] for row in rows if row["status"] == "verified"} == {"Lan"}
    assert {row["answer"] for row in rows if row["flags"] == "handwriting"} == {"10 hours"}


def test_that_one_person_goes_the_whole_way_from_a_new_survey_to_its_workbook(
    qtbot, window, preferences, tmp_path, pile, monkeypatch
):
    preferences.operator, preferences.last_folder = "Lan", tmp_path
    view = _create(qtbot, window)
    with qtbot.waitSignal(view.workspace.batch_read, timeout=_LONG_MS):
        view.add_scans([pile.folder])
    qtbot.waitUntil(lambda: len(view.workspace.snapshot.pages) == 12, timeout=_LONG_MS)
    survey = view.workspace.survey

    _review_everything(qtbot, view)
    assert _flagged(view) == []

    confirmed = _confirm_in_gallery(qtbot, view, GalleryChoice("c05", None, None, is_doubtful_only=False))
    assert confirmed > 0

    checked = _recheck(qtbot, view, times=3)
    assert [check.operator for check in survey.rechecks.checks()] == ["Lan"] * checked

    target = tmp_path / "ket qua.xlsx"
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *_arguments: (target, False))
    view.results_page.export_menu.workbook.trigger()
    qtbot.waitUntil(lambda: str(target) in view.results_page.state.label.text(), timeout=_LONG_MS)
    overview = opened(target, data_only=True).worksheets[0]
    shown = {cell.value for row in overview.iter_rows() for cell in row}
    assert {"Hai long", 6} <= shown  # the survey's name, and its six respondents as values, not only as formulas


def _create(qtbot, window):
    qtbot.mouseClick(window.start_page.new_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(NewSurveyDialog) is not None, timeout=_LONG_MS)
    dialog = window.findChild(NewSurveyDialog)
    qtbot.keyClicks(dialog.name_edit, "Hai long")
    dialog.template_box.setCurrentIndex(dialog.template_box.findData("sipas-2020"))
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    return window.survey_view


def _review_everything(qtbot, view):
    view.go_to(SurveyPlace.REVIEW)
    review = view.review_page
    qtbot.waitUntil(lambda: review.round.entry is not None, timeout=_LONG_MS)
    for _ in range(len(_flagged(view))):
        qtbot.waitUntil(lambda: review.can_decide, timeout=_LONG_MS)
        handwriting = review.desk.panel.line.edit
        if review.desk.panel.line.isVisibleTo(review):
            qtbot.keyClicks(handwriting, "10 hours")  # digits are typed, they choose nothing
            qtbot.keyClick(handwriting, Qt.Key.Key_Return)
        else:
            _press(qtbot, review, Qt.Key.Key_Return)


def _confirm_in_gallery(qtbot, view, choice):
    """Confirm what the gallery shows with one key; returns how many answers became verified."""
    before = _verified(view)
    gallery = view.review_page.gallery
    qtbot.keyClick(view.review_page.desk, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)
    gallery.choose(choice)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: len(gallery.model.confirmable) == gallery.model.rowCount() > 0, timeout=_LONG_MS)
    qtbot.keyClick(gallery.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gallery.is_filled and gallery.model.rowCount() == 0, timeout=_LONG_MS)
    return _verified(view) - before


def _recheck(qtbot, view, times):
    """Answer so many questions of the blind re-check, choices by keyboard; returns how many."""
    qtbot.waitUntil(lambda: not view.workspace.is_busy, timeout=_LONG_MS)
    view.go_to(SurveyPlace.RECHECK)
    recheck = view.recheck_page
    recheck.window().activateWindow()
    recheck.overview.setFocus()
    # While it is looked at again nobody can start: who presses the key then presses it once more.
    qtbot.waitUntil(
        lambda: recheck.overview.hasFocus() and recheck._can_start and recheck.state is not None, timeout=_LONG_MS
    )
    qtbot.keyClick(recheck.overview, Qt.Key.Key_Return)
    for _ in range(times):
        qtbot.waitUntil(lambda: recheck.desk.can_decide, timeout=_LONG_MS)
        if recheck.desk.draft.is_written:
            recheck.desk.decide(None)  # there the key writes a letter
        else:
            qtbot.keyClick(recheck.desk, Qt.Key.Key_U)
    qtbot.keyClick(recheck.desk, Qt.Key.Key_Escape)
    return times


def _verified(view):
    survey = view.workspace.survey
    return sum(a.status is AnswerStatus.VERIFIED for r in survey.responses() for a in r.answers)


def test_that_a_reopened_survey_has_every_decision_and_asks_for_the_rest(qtbot, window, preferences, read_folder):
    preferences.operator = "Lan"
    view = _open(qtbot, window, read_folder)
    view.go_to(SurveyPlace.REVIEW)
    qtbot.waitUntil(lambda: view.review_page.round.entry is not None, timeout=_LONG_MS)
    before = len(_flagged(view))
    _press(qtbot, view.review_page, Qt.Key.Key_U)
    window.close_survey()

    view = _open(qtbot, window, read_folder)

    assert len(_flagged(view)) == before - 1


def test_that_closing_the_window_while_reading_keeps_the_finished_pages(qtbot, window, tmp_path, frozen_template, pile):
    folder = tmp_path / "s"
    Survey.create(folder, frozen_template, units=UNITS).close()
    view = _open(qtbot, window, folder)
    with qtbot.waitSignal(view.workspace.progressed, timeout=_LONG_MS):
        view.add_scans([pile.folder])
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=_LONG_MS)

    with Survey.open(folder) as survey:
        pages = survey.pages()
        assert pages
        assert all(page.outcome is PageOutcome.READ for page in pages)


def test_that_the_language_changes_at_once(qtbot, window, read_folder):
    view = _open(qtbot, window, read_folder)
    for place in SurveyPlace:
        assert view.stack.page(place)

    def shown():
        return {label.text() for label in view.findChildren(QLabel)} | {
            b.text() for b in view.navigation.buttons.values()
        }

    vietnamese = shown()
    window.set_language(Language.ENGLISH)

    assert any(text.startswith("Quét") for text in vietnamese)
    qtbot.waitUntil(lambda: any(text.startswith("Scan") for text in shown()))
    assert not any(text.startswith("Quét") for text in shown())


def test_that_none_is_not_lost_by_calls_that_return_nothing(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for number in range(300):
        label.setText(str(number))

    assert sys.getrefcount(None) - before > -50


def _press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    if hasattr(widget, "can_decide"):  # keys decide only once the paper is before the operator's eyes
        qtbot.waitUntil(lambda: widget.can_decide, timeout=_LONG_MS)
    for _ in range(times):
        qtbot.keyClick(getattr(widget, "desk", widget), key, modifier)


def test_that_every_place_keeps_its_key_also_when_something_waits_there(qtbot, window, read_folder):
    view = _open(qtbot, window, read_folder)
    qtbot.waitUntil(lambda: "(" in view.navigation.buttons[SurveyPlace.REVIEW].text(), timeout=_LONG_MS)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    for place in (SurveyPlace.REVIEW, SurveyPlace.FORM, SurveyPlace.RECHECK, SurveyPlace.SCAN, SurveyPlace.RESULTS):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{place + 1}"), Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda place=place: view.place is place)
        assert view.navigation.buttons[place].isChecked()


def test_that_a_workbook_is_exported_with_pictures_of_what_was_verified(
    qtbot, window, read_folder, tmp_path, monkeypatch
):
    view = _open(qtbot, window, read_folder)
    survey = view.workspace.survey
    page = survey.pages()[0]
    item_id = next(iter(page.readings))
    survey.store.judgements.verify(page.page_id, item_id, Verification(("1",), "Lan", "2026-11-02T09:30:00+07:00"))
    target = tmp_path / "kết quả.xlsx"
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *_arguments: (target, True))

    view.results_page.export_menu.workbook.trigger()

    qtbot.waitUntil(lambda: str(target) in view.results_page.state.label.text(), timeout=_LONG_MS)
    assert target.is_file()
    assert [crop.name for crop in (tmp_path / "kết quả-crops").iterdir()] == [f"{page.page_id:07}-{item_id}.jpg"]
