"""Choosing earlier rounds: looked at before they are added, kept with the survey, used by the export."""

import pytest

from gui.results.rounds_dialog import RoundsDialog
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from omr.errors import SameSurvey
from omr.survey.folder import Survey
from omr.survey.settings import load_settings
from tests.exports.opening import opened

_LONG_MS = 60_000

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def earlier(survey, frozen_template):
    """The folder of an earlier round, beside the survey."""
    folder = survey.folder.parent / "Đợt 2019"
    Survey.create(folder, frozen_template, name="Hài lòng", round_name="2019", units=survey.units).close()
    return folder


@pytest.fixture
def dialog(qtbot, survey):
    made = RoundsDialog(survey)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: not made.is_busy)
    yield made
    made.reject()


def _add(qtbot, dialog, folder):
    dialog.add(folder)
    qtbot.waitUntil(lambda: not dialog.is_busy)


def test_that_a_round_is_named_before_it_is_kept_with_the_survey(qtbot, dialog, survey, earlier):
    _add(qtbot, dialog, earlier)
    _add(qtbot, dialog, earlier)

    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [f"2019 · Hài lòng\n{earlier}"]
    assert load_settings(survey.folder).compare_with == ()
    with qtbot.waitSignal(dialog.saved, timeout=_LONG_MS):
        dialog.save()
    assert load_settings(survey.folder).compare_with == ("../Đợt 2019",)


def test_that_the_survey_itself_is_refused_with_the_reason(qtbot, dialog, survey, monkeypatch):
    shown = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: shown.append(error))

    _add(qtbot, dialog, survey.folder)

    assert [type(error) for error in shown] == [SameSurvey]
    assert dialog.folders() == []


def test_that_a_round_which_is_away_stays_in_the_list_until_it_is_taken_off(qtbot, dialog, survey, earlier):
    survey.compare_with([earlier])
    away = earlier.rename(earlier.with_name("mang đi"))
    again = RoundsDialog(survey)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.list.count() == 1)
    with qtbot.waitSignal(again.saved, timeout=_LONG_MS):
        again.save()
    assert load_settings(survey.folder).compare_with == ("../Đợt 2019",)
    assert away.is_dir()

    third = RoundsDialog(survey)
    qtbot.addWidget(third)
    qtbot.waitUntil(lambda: third.list.count() == 1)
    third.list.setCurrentRow(0)
    third.remove_button.click()
    with qtbot.waitSignal(third.saved, timeout=_LONG_MS):
        third.save()
    assert load_settings(survey.folder).compare_with == ()


def test_that_what_is_chosen_in_the_window_is_in_the_workbook(qtbot, window, survey, earlier, monkeypatch, tmp_path):
    survey.close()
    window.open_survey(survey.folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    view.go_to(SurveyPlace.RESULTS)
    page = view.results_page
    page.comparison_button.click()
    dialog = view.findChild(RoundsDialog)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: earlier)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    dialog.add_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    with qtbot.waitSignal(dialog.saved, timeout=_LONG_MS):
        dialog.save()

    assert page.comparison_button.text().endswith("(1)")
    out = tmp_path / "a.xlsx"
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *_: (out, False))
    page.export_menu.workbook.trigger()
    qtbot.waitUntil(out.is_file, timeout=_LONG_MS)
    assert opened(out)["So sánh năm trước"]["A1"].value == "So sánh với đợt trước: 2019"
