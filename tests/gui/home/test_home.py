"""The start page: recent surveys, what is dropped on the window, the sample."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDropEvent

from exports.demo import sample
from exports.demo.sample import free_sample_folder, make_sample
from exports.demo.sample_plan import SampleProgress, SampleStage
from gui.widgets import dialogs
from omr.errors import Cancelled, SurveyExists

_LONG_MS = 60_000

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def folder(tmp_path, empty_survey):
    """A survey folder without pages."""
    return shutil.copytree(empty_survey, tmp_path / "s")


@pytest.fixture
def scans(tmp_path, pile):
    """A folder with the two pages of one respondent."""
    folder = tmp_path / "scans"
    folder.mkdir()
    for file in sorted(pile.folder.glob("*.jpg"))[:2]:
        shutil.copy(file, folder)
    return folder


def _drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_that_a_dropped_survey_folder_is_opened(qtbot, window, folder):
    _drop(window, folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)

    assert window.survey_view.workspace.survey.folder == folder
    assert not window.survey_view.workspace.is_reading


def test_that_dropped_scans_wait_for_the_survey_that_is_opened_next(qtbot, window, folder, scans):
    _drop(window, scans)
    assert window.start_page.scans_card.isVisible()
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: len(window.survey_view.workspace.snapshot.pages) == 2, timeout=_LONG_MS)

    assert not window.start_page.scans_card.isVisibleTo(window.start_page)
    window.close_survey()
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    assert not window.survey_view.workspace.is_reading


def test_that_scans_that_are_dismissed_are_not_read(qtbot, window, folder, scans):
    _drop(window, scans)
    qtbot.mouseClick(window.start_page.scans_button, Qt.MouseButton.LeftButton)
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)

    assert not window.survey_view.workspace.is_reading


def test_that_a_survey_that_is_gone_says_so_and_can_be_taken_off_the_list(qtbot, window, preferences, folder):
    preferences.note_opened(folder, "Hài lòng")
    shutil.rmtree(folder)
    window.close_survey()
    (row,) = window.start_page.recent.rows
    qtbot.waitUntil(lambda: "không mở được" in row.state.text(), timeout=_LONG_MS)

    qtbot.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)

    assert window.start_page.recent.rows == []
    assert preferences.recent_surveys == ()


def test_that_taking_a_survey_off_the_list_leaves_its_folder(window, preferences, folder):
    preferences.note_opened(folder, "Hài lòng")
    window.close_survey()
    window.start_page.recent.rows[0].remove_button.click()

    assert (folder / "survey.toml").is_file()


def test_that_the_sample_is_made_in_the_documents_and_opened(qtbot, window, tmp_path, monkeypatch, folder):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "Documents"))

    def make(target, _name, report, _cancel):
        report(SampleProgress(SampleStage.READING, 0.9))
        return shutil.move(folder, target)

    monkeypatch.setattr(sample, "make_sample", make)
    qtbot.mouseClick(window.start_page.sample_button, Qt.MouseButton.LeftButton)
    assert window.start_page.sample_panel.isVisible()
    assert not window.start_page.sample_button.isEnabled()
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)

    assert window.survey_view.workspace.survey.folder == tmp_path / "Documents" / "Khảo sát mẫu"
    assert not window.start_page.sample_panel.isVisibleTo(window.start_page)


def test_that_a_sample_that_is_stopped_opens_nothing_and_tells_no_error(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: told.append(error))

    def make(_target, _name, _report, cancel):
        assert cancel.wait(30)
        raise Cancelled

    monkeypatch.setattr(sample, "make_sample", make)
    window.make_sample()
    qtbot.mouseClick(window.start_page.sample_panel.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.start_page.sample_button.isEnabled, timeout=_LONG_MS)

    assert window.survey_view is None
    assert told == []


def test_that_closing_the_window_stops_the_sample_first(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))

    def make(_target, _name, _report, cancel):
        assert cancel.wait(30)
        raise Cancelled

    monkeypatch.setattr(sample, "make_sample", make)
    window.make_sample()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=_LONG_MS)

    assert window.survey_view is None


class _SetAtOnce:
    def is_set(self):
        return True


def test_that_a_cancelled_sample_leaves_no_folder(tmp_path):
    with pytest.raises(Cancelled):
        make_sample(tmp_path / "mẫu", "Mẫu", lambda _progress: None, _SetAtOnce())

    assert not (tmp_path / "mẫu").exists()


def test_that_a_sample_does_not_touch_a_folder_in_use(tmp_path):
    (tmp_path / "a.txt").touch()

    with pytest.raises(SurveyExists):
        make_sample(tmp_path, "Mẫu", lambda _progress: None, _SetAtOnce())

    assert (tmp_path / "a.txt").exists()


def test_that_a_second_sample_gets_a_number(tmp_path):
    (tmp_path / "Mẫu").mkdir()

    assert free_sample_folder(tmp_path, "Mẫu") == tmp_path / "Mẫu 2"
