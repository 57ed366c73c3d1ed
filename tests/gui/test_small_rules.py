"""Rules of the window that need no window: keys, texts, names, colours, preferences, the machine."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPalette

from form_templates.model import Item, ItemId, ItemKind, Language, MarkStyle, Option, Text
from gui.answering.option_keys import option_keys
from gui.answering.option_panel import column_count
from gui.environment import find_obstacle, prepare_environment
from gui.home.new_survey_dialog import propose_folder_name
from gui.home.recent_list import find_reachable
from gui.preferences import Preferences, RecentSurvey, UnfinishedReading
from gui.widgets.text import fold, to_answer
from gui.widgets.theme import build_style_sheet, colors_of


def _item(*values, style=MarkStyle.BOX, label="x"):
    options = tuple(Option(value, Text(label)) for value in values)
    return Item(ItemId("q"), ItemKind.SINGLE, Text("?"), options, style=style)


def test_that_keys_count_options_in_printed_order():
    assert option_keys(_item("5", "4", "na")) == {"1": "5", "2": "4", "3": "na"}


def test_that_a_printed_digit_is_its_own_key():
    assert option_keys(_item("5", "4", "3", style=MarkStyle.RING)) == {"5": "5", "4": "4", "3": "3"}


def test_that_zero_to_ten_keeps_its_digits_and_gives_letters_to_the_ends():
    keys = option_keys(_item(*(str(number) for number in range(11))))

    assert {keys[str(number)] for number in range(1, 10)} == {str(number) for number in range(1, 10)}
    assert all(keys[str(number)] == str(number) for number in range(1, 10))
    assert (keys["A"], keys["B"]) == ("0", "10")


def test_that_no_key_stands_for_two_options_or_for_a_command():
    keys = option_keys(_item(*(f"v{number}" for number in range(25))))

    assert len(keys) == 25
    assert not {"0", "U", "D", "M", "F", "G"} & set(keys)


@pytest.mark.parametrize(("label", "count", "columns"), [("Hài lòng", 5, 5), ("5", 11, 11), ("x" * 40, 9, 3)])
def test_that_scales_lie_in_one_row_and_long_lists_in_a_grid(label, count, columns):
    assert column_count(_item(*(str(number) for number in range(count)), label=label)) == columns


def test_that_searching_forgets_case_and_diacritics():
    assert fold("Phường ĐÁP CẦU") == "phuong dap cau"


def test_that_typed_text_becomes_one_value_that_the_store_cannot_split():
    assert to_answer("  tốt;  nhanh\n") == ("tốt, nhanh",)


def test_that_nothing_typed_is_a_blank():
    assert to_answer("   ") == ()


def test_that_a_folder_name_suits_every_system():
    assert propose_folder_name('Hài lòng: quý 1/2 "thử".', "2020") == "Hài lòng- quý 1-2 -thử-. 2020"


def test_that_text_can_be_read_on_its_ground_in_light_and_dark():
    for window, text in (("#efefef", "#000000"), ("#222428", "#e6e6e6")):
        palette = QPalette()
        for role, color in ((QPalette.ColorRole.Window, window), (QPalette.ColorRole.Base, window)):
            palette.setColor(role, QColor(color))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
        colors = colors_of(palette)
        for color in (colors.text, colors.muted, colors.accent, colors.good, colors.warn, colors.bad):
            assert _contrast(color, colors.window) >= 4.5, (color.name(), window)


def test_that_every_colour_of_the_style_sheet_is_known(qapp):
    assert "$" not in build_style_sheet(colors_of(qapp.palette())).split("*/", 1)[1]


def test_that_preferences_survive_a_restart(tmp_path):
    def preferences():
        return Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))

    folder = tmp_path / "khảo sát"
    folder.mkdir()
    (folder / "survey.toml").touch()
    first = preferences()
    first.language, first.operator = Language.ENGLISH, " Lan "
    first.note_opened(folder, "Hài lòng")
    first._settings.sync()

    second = preferences()
    assert (second.language, second.operator) == (Language.ENGLISH, "Lan")
    assert [(survey.folder, survey.name) for survey in second.recent_surveys] == [(folder, "Hài lòng")]


def test_that_a_new_user_gets_vietnamese_and_no_recent_surveys(preferences):
    assert preferences.language is Language.VIETNAMESE
    assert preferences.recent_surveys == ()
    assert preferences.operator == ""


def test_that_a_survey_on_a_drive_that_is_gone_stays_in_the_list_until_it_is_removed(preferences, tmp_path):
    here, gone = tmp_path / "here", tmp_path / "gone"
    here.mkdir()
    (here / "survey.toml").touch()
    preferences.note_opened(gone, "x")
    preferences.note_opened(here, "y")

    assert [survey.name for survey in preferences.recent_surveys] == ["y", "x"]
    assert find_reachable(preferences.recent_surveys) == {here}
    preferences.forget_survey(gone)
    assert [survey.name for survey in preferences.recent_surveys] == ["y"]


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


def test_that_the_broken_qt_is_refused_only_where_it_breaks():
    screen = {"DISPLAY": ":0"}

    assert "pip install" in find_obstacle("6.12.0", screen, platform="linux", python=(3, 11))
    assert find_obstacle("6.12.0", screen, platform="linux", python=(3, 12)) is None
    assert find_obstacle("6.11.3", screen, platform="linux", python=(3, 11)) is None


def test_that_a_session_without_a_screen_is_told_so():
    assert "DISPLAY" in find_obstacle("6.11.3", {}, platform="linux", python=(3, 11))
    assert find_obstacle("6.11.3", {}, platform="win32", python=(3, 11)) is None


@pytest.mark.parametrize("asked", [{"QT_IM_MODULE": "fcitx5"}, {"XMODIFIERS": "@im=fcitx"}])
def test_that_fcitx_is_reached_through_ibus(asked):
    prepare_environment(asked)

    assert asked["QT_IM_MODULE"] == "ibus"


def test_that_other_input_methods_are_left_alone():
    environment = {"XMODIFIERS": "@im=ibus"}
    prepare_environment(environment)

    assert environment == {"XMODIFIERS": "@im=ibus"}


def _contrast(one, other):
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
