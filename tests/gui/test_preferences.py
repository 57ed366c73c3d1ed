"""What the window remembers from one start to the next."""

import pytest
from PySide6.QtCore import QSettings

from form_templates.model import Language
from gui.preferences import Preferences, RecentSurvey, Theme, UnfinishedReading, WindowLook


def test_that_preferences_survive_a_restart(tmp_path):
    def preferences():
        return Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))

    folder = tmp_path / "khảo sát"
    folder.mkdir()
    (folder / "survey.toml").touch()
    first = preferences()
    first.language, first.operator = Language.ENGLISH, " Lan "
    first.look = WindowLook(Theme.DARK, 130)
    first.note_opened(folder, "Hài lòng")
    first._settings.sync()

    second = preferences()
    assert (second.language, second.operator, second.look) == (Language.ENGLISH, "Lan", WindowLook(Theme.DARK, 130))
    assert [(survey.folder, survey.name) for survey in second.recent_surveys] == [(folder, "Hài lòng")]


def test_that_a_new_user_gets_vietnamese_and_no_recent_surveys(preferences):
    assert preferences.language is Language.VIETNAMESE
    assert preferences.recent_surveys == ()
    assert preferences.operator == ""


def test_that_a_look_that_is_not_offered_is_the_usual_one(preferences):
    for key, value in (("look/theme", "pink"), ("look/text_percent", "900")):
        preferences._settings.setValue(key, value)

    assert preferences.look == WindowLook()


def test_that_recent_surveys_noted_without_a_moment_are_still_known(preferences, tmp_path):
    preferences._settings.setValue("recent_surveys", f'[["{tmp_path.as_posix()}", "old"]]')

    assert preferences.recent_surveys == (RecentSurvey(tmp_path, "old", ""),)


def test_that_what_was_being_read_is_remembered_for_its_survey_alone(preferences, tmp_path):
    reading = UnfinishedReading((tmp_path / "quét.pdf",), "09163")
    preferences.note_reading(tmp_path / "a", reading)

    assert preferences.unfinished_reading(tmp_path / "a") == reading
    assert preferences.unfinished_reading(tmp_path / "b") is None
    preferences.note_reading(tmp_path / "a", None)
    assert preferences.unfinished_reading(tmp_path / "a") is None


@pytest.mark.parametrize("text", ["[", "[1]", '{"x": 3}'])
def test_that_settings_mended_by_hand_do_not_keep_a_survey_from_opening(preferences, tmp_path, text):
    preferences._settings.setValue("unfinished", text.replace("x", str(tmp_path.resolve())))

    assert preferences.unfinished_reading(tmp_path) is None
    preferences.note_reading(tmp_path, UnfinishedReading((), ""))
