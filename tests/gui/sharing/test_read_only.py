"""A survey that can only be looked at: what would change it is not offered, and says why."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from form_templates.model import Language
from gui.menus.main_menu import MainMenu
from gui.sharing.read_only import read_only_reason
from gui.survey_places import SurveyPlace
from gui.survey_view import SurveyView
from gui.workspace import Workspace
from omr.errors import SurveyReadOnly
from omr.survey.folder import Survey
from tests.omr.build import deliver

_LONG_MS = 30_000


@pytest.fixture
def view(qtbot, survey, preferences):
    """A read-only survey of three pages without scans, each with one doubtful answer; nobody has given a name."""
    for number in range(3):
        deliver(survey, f"{number}.jpg", f"{number}" * 64)
    survey.close()
    workspace = Workspace(Survey.open(survey.folder, is_read_only=True))
    preferences.last_place = SurveyPlace.REVIEW
    view = SurveyView(workspace, preferences, Language.VIETNAMESE)
    view.failures = []
    for failed in (workspace.failed, view.review_page.failed, view.recheck_page.failed):
        failed.disconnect()
        failed.connect(view.failures.append)
    qtbot.addWidget(view)
    view.show()
    workspace.refresh()
    qtbot.waitUntil(lambda: view.review_page.desk.draft.is_in_sight, timeout=_LONG_MS)
    yield view
    workspace.close()


def _are_held_back(*controls):
    return {(control.isEnabled(), control.toolTip()) for control in controls} == {(False, read_only_reason())}


def test_that_answers_are_looked_at_but_not_decided(qtbot, view):
    desk = view.review_page.desk
    first = desk.round.entry

    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_0, Qt.Key.Key_U, Qt.Key.Key_D, Qt.Key.Key_M):
        qtbot.keyClick(desk, key)
    qtbot.keyClick(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert view.review_page.stack.currentWidget() is not view.review_page.operator_form
    assert (desk.round.entry, desk.round.remaining, desk.can_decide) == (first, 3, False)
    assert _are_held_back(desk.panel, desk.note_button, *desk.decisions.deciding)
    assert not desk.note_edit.isVisible()
    qtbot.keyClick(desk, Qt.Key.Key_PageDown)
    assert desk.round.entry != first
    assert view.failures == []


def test_that_many_answers_are_looked_at_but_not_confirmed(qtbot, view):
    gallery = view.review_page.gallery
    view.review_page.show_gallery()
    qtbot.waitUntil(lambda: gallery.is_filled and gallery.model.rowCount() == 3, timeout=_LONG_MS)
    gallery.toggle_odd(0)

    with qtbot.assertNotEmitted(gallery.confirmed):
        gallery.confirm()

    assert _are_held_back(gallery.confirm_button, gallery.undo_button)
    assert gallery.hint.text() == read_only_reason()


def test_that_no_check_is_begun(qtbot, view):
    page = view.recheck_page
    view.go_to(SurveyPlace.RECHECK)
    qtbot.waitUntil(lambda: page.state is not None, timeout=_LONG_MS)

    page.start()

    assert page.stack.currentWidget() is page.overview
    assert _are_held_back(page.overview.card.start_button, page.overview.second_button)


def test_that_nothing_is_added_taken_out_or_printed(view):
    scan = view.scan_page
    view.go_to(SurveyPlace.SCAN)
    scan.pages.table.selectAll()

    assert len(scan.pages.selected_pages()) == 3
    assert _are_held_back(scan.add_button, scan.folder_button, scan.unit_box)
    assert _are_held_back(*scan.pages.actions_row.all_actions(), *scan.batches.actions_row.all_actions())
    assert _are_held_back(view.form_page.print_button, view.results_page.forms_button)
    assert _are_held_back(view.results_page.comparison_button)
    view.form_page.set_working(is_working=False)
    assert _are_held_back(view.form_page.print_button)


def test_that_scans_dropped_on_it_are_refused_once_and_not_offered_again(view, preferences, tmp_path):
    folder = view.workspace.survey.folder

    view.add_scans([Path(tmp_path / "a.jpg")])

    assert [type(error) for error in view.failures] == [SurveyReadOnly]
    assert preferences.unfinished_reading(folder) is None
    assert not view.scan_page.batch_panel.resume_button.isVisible()


def test_that_the_menu_offers_no_change_of_it(qtbot, preferences):
    menu = MainMenu(preferences, Language.ENGLISH)
    qtbot.addWidget(menu)
    changing, looking = (menu.add_action, menu.settings_action), (menu.check_action, menu.close_action)

    menu.set_open(is_open=True, is_read_only=True)
    assert [each.isEnabled() for each in (*changing, *looking)] == [False, False, True, True]
    menu.set_open(is_open=True)
    assert [each.isEnabled() for each in (*changing, *looking)] == [True, True, True, True]
