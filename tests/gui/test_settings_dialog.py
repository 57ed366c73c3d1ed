"""The settings of a survey: each can be changed in the window, holds at once, and stays exact where left alone."""

import errno
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.settings_dialog import SettingsDialog
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from omr.errors import FolderNotWritable
from omr.survey.counting_rules import IndexRule, Weighting
from omr.survey.folder import Survey
from omr.survey.settings import SurveySettings
from tests.conftest import UNITS

_LONG_MS = 60_000
_SETTINGS = SurveySettings(
    "Hài lòng",
    "2020",
    "sipas-2020",
    1,
    3e-4,
    IndexRule.POOLED,
    7e-4,
    Weighting.TRANSACTIONS,
    min_answered=0.333,
    target=0.8535,
)


@pytest.fixture
def dialog(qtbot):
    dialog = SettingsDialog(_SETTINGS)
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def view(qtbot, window, tmp_path, frozen_template):
    Survey.create(tmp_path / "s", frozen_template, name="Cũ", units=UNITS).close()
    window.open_survey(tmp_path / "s")
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    return window.survey_view


def test_that_what_nobody_touched_stays_to_the_last_digit(dialog):
    dialog.name_edit.setText("Mức độ hài lòng")

    assert dialog.settings() == replace(_SETTINGS, name="Mức độ hài lòng")


def test_that_confirming_without_a_change_changes_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.confirmed):
        dialog.save_button.click()

    assert dialog.settings() == _SETTINGS


def test_that_the_usual_figures_come_back_and_the_name_stays(dialog):
    dialog.put_usual()

    assert dialog.settings() == replace(
        _SETTINGS, tolerance=1e-4, recheck_limit=1e-3, weighting=Weighting.NONE, min_answered=0.5, target=None
    )


def test_that_a_survey_without_a_name_cannot_be_saved(dialog):
    dialog.name_edit.setText("  ")

    assert not dialog.save_button.isEnabled()


def test_that_settings_hold_at_once_and_are_kept(qtbot, window, view):
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = view.findChild(SettingsDialog)
    dialog.name_edit.setText("Mới")
    dialog.rule_box.setCurrentIndex(dialog.rule_box.findData(IndexRule.EQUAL_FACTORS.value))
    dialog.recheck_box.setValue(500)
    with qtbot.waitSignal(view.settings_changed, timeout=_LONG_MS):
        dialog.save_button.click()

    folder = view.workspace.survey.folder
    assert window.windowTitle() == "Mới – Phiếu"
    assert view.name.text() == "Mới"
    assert tomllib.loads((folder / "survey.toml").read_text(encoding="utf-8"))["recheck_limit"] == 0.002
    view.go_to(SurveyPlace.RESULTS)
    qtbot.waitUntil(lambda: view.results_page.figures.counted is not None, timeout=_LONG_MS)
    assert view.workspace.survey.settings.index_rule == IndexRule.EQUAL_FACTORS


def test_that_settings_that_cannot_be_kept_do_not_hold(qtbot, window, view, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: told.append(error))
    before = view.workspace.survey.settings

    def refused(_part, _target):
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Path, "replace", refused)  # as in a folder without rights

    view._on_settings_confirmed(replace(before, name="Mới"))
    qtbot.waitUntil(lambda: bool(told), timeout=_LONG_MS)

    assert isinstance(told[0], FolderNotWritable)
    assert view.workspace.survey.settings == before
    assert view.name.text() == "Cũ"
