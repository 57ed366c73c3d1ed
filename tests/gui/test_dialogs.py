"""Creating a survey, choosing a unit and asking for forms, through the real dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from gui.form.print_dialog import PrintDialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.jobs import Jobs
from gui.widgets import dialogs
from gui.widgets.unit_box import UnitBox
from omr.errors import SurveyExists
from tests.conftest import UNITS

_LONG_MS = 30_000


def test_that_a_survey_is_created_from_the_start_page(qtbot, window, preferences, tmp_path):
    preferences.last_folder = tmp_path
    dialog = _ask_new_survey(qtbot, window)
    assert not dialog.create_button.isEnabled()
    qtbot.keyClicks(dialog.name_edit, "Hai long")
    qtbot.keyClicks(dialog.round_edit, "2020")
    dialog.template_box.setCurrentIndex(dialog.template_box.findData("sipas-2020"))
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)

    survey = window.survey_view.workspace.survey
    assert survey.folder == tmp_path / "Hai long 2020"
    assert len(survey.units) == 135
    assert [each.name for each in preferences.recent_surveys] == ["Hai long"]
    assert not dialog.isVisible()


def test_that_a_folder_in_use_is_told_and_the_dialog_stays(qtbot, window, preferences, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: told.append(error))
    (tmp_path / "Hai long").mkdir()
    (tmp_path / "Hai long" / "old.txt").touch()
    preferences.last_folder = tmp_path
    dialog = _ask_new_survey(qtbot, window)
    qtbot.keyClicks(dialog.name_edit, "Hai long")
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told) and dialog.isEnabled(), timeout=_LONG_MS)

    assert isinstance(told[0], SurveyExists)
    assert dialog.isVisible()
    assert window.survey_view is None
    dialog.reject()


def test_that_a_unit_is_found_without_diacritics(qtbot):
    box = UnitBox(UNITS)
    qtbot.addWidget(box)
    completer = box.completer()
    completer.setCompletionPrefix("DAP")

    assert completer.pathFromIndex(completer.completionModel().index(0, 0)).endswith("Cầu")
    assert completer.completionCount() == 1


def test_that_a_half_typed_unit_falls_back_to_what_is_printed(qtbot):
    box = UnitBox(UNITS)
    qtbot.addWidget(box)
    box.setCurrentIndex(1)
    assert box.unit_code() == "09163"
    box.lineEdit().setText("Phường")
    box.lineEdit().editingFinished.emit()

    assert box.unit_code() == ""
    assert box.currentText() == box.itemText(0)


@pytest.fixture
def print_dialog(qtbot, survey):
    jobs = Jobs(threads=1)
    dialog = PrintDialog(survey, jobs)
    qtbot.addWidget(dialog)
    yield dialog
    jobs.stop()


def test_that_forms_are_asked_for_by_unit_and_number(qtbot, print_dialog):
    print_dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    print_dialog.copies_box.setValue(30)

    with qtbot.waitSignal(print_dialog.confirmed) as confirmed:
        print_dialog.save_button.click()
    assert confirmed.args == [("09166",), 30]
    assert "60" in print_dialog.total.text()


def test_that_all_units_are_chosen_at_once_also_while_searching(print_dialog):
    print_dialog.search.setText("dap cau")
    print_dialog.all_box.click()

    assert [print_dialog.list.item(row).isHidden() for row in range(2)] == [True, False]
    assert print_dialog.chosen_codes() == ("09163", "09166")


def _ask_new_survey(qtbot, window):
    qtbot.mouseClick(window.start_page.new_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(NewSurveyDialog) is not None, timeout=_LONG_MS)
    dialog = window.findChild(NewSurveyDialog)
    assert dialog.findChild(QDialogButtonBox) is not None
    return dialog
