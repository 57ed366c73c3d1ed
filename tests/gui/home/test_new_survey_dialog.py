"""Creating a survey through the real dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from gui.home.new_survey_dialog import NewSurveyDialog, propose_folder_name
from gui.widgets import dialogs
from omr.errors import SurveyExists

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


def _ask_new_survey(qtbot, window):
    qtbot.mouseClick(window.start_page.new_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(NewSurveyDialog) is not None, timeout=_LONG_MS)
    dialog = window.findChild(NewSurveyDialog)
    assert dialog.findChild(QDialogButtonBox) is not None
    return dialog


def test_that_a_folder_name_suits_every_system():
    assert propose_folder_name('Hài lòng: quý 1/2 "thử".', "2020") == "Hài lòng- quý 1-2 -thử-. 2020"
