"""A folder is watched through the window: slow writers are waited for, what is broken goes aside, a click ends it."""

import shutil
import threading
import time

import pytest
from PySide6.QtCore import Qt

from gui.scan.watching.folder_watching import FolderWatching
from gui.scan.watching.watch_dialog import WatchDialog
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from omr.batches.watching import folder_watch
from omr.batches.watching.arrivals import Patience
from omr.results import PageOutcome
from omr.survey.watch_errors import CannotBeWatched
from omr.survey.work_lock import Work, working_alone

_LONG_MS = 60_000

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def share(tmp_path, monkeypatch):
    """A folder that is chosen to be watched, in haste; its files are opened in this process."""
    monkeypatch.setattr(folder_watch.FolderWatch, "_call", lambda _self, work, *arguments: work(*arguments))
    haste = Patience(poll_s=0.02, rest_s=0.2, rest_looks=3, pile_s=5.0, damaged_s=0.3, retry_s=0.2)
    monkeypatch.setattr(FolderWatching, "patience", haste)
    monkeypatch.setattr("gui.scan.watching.folder_watching._LOOK_MS", 20)
    folder = tmp_path / "máy photo"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    return folder


@pytest.fixture
def view(qtbot, window, preferences, tmp_path, empty_survey):
    window.open_survey(shutil.copytree(empty_survey, tmp_path / "s"))
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    window.survey_view.go_to(SurveyPlace.SCAN)
    return window.survey_view


def _begin(qtbot, window, view):
    """Click as a person does, and wait until the folder was looked at."""
    page = view.scan_page
    qtbot.mouseClick(page.watch_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(WatchDialog)
    qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Đang chờ bản quét" in page.watch_panel.state.text(), timeout=_LONG_MS)


def test_that_a_slow_copier_is_waited_for_and_what_is_broken_goes_aside_with_a_note(
    qtbot, window, view, share, pile, preferences
):
    page = view.scan_page
    _begin(qtbot, window, view)
    assert not page.watch_button.isVisible()
    view.go_to(SurveyPlace.REVIEW)
    whole = sorted(pile.folder.glob("*.jpg"))[0].read_bytes()
    (share / "hỏng.jpg").write_bytes(whole[:3000])
    with (share / "chậm.jpg").open("wb", buffering=0) as file:
        for start in range(0, len(whole), len(whole) // 5):
            file.write(whole[start : start + len(whole) // 5])
            qtbot.wait(60)
        assert view.workspace.snapshot.pages == (), "nothing is read before its end"

    qtbot.waitUntil(lambda: len(view.workspace.snapshot.pages) == 1, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: "chuyển riêng 1 tệp" in page.watch_panel.state.text(), timeout=_LONG_MS)
    qtbot.waitUntil(lambda: "Đã đọc 1 tệp. Gần nhất: chậm.jpg." in page.watch_panel.state.text(), timeout=_LONG_MS)

    (seen,) = view.workspace.snapshot.pages
    assert (seen.source, seen.outcome) == ("chậm.jpg", PageOutcome.READ)
    assert view.place is SurveyPlace.REVIEW, "nobody is led away from their work"
    assert "hỏng.jpg: Tệp bị cụt. Đã chuyển vào khong-doc-duoc." in page.watch_panel.told.text()
    note = (share / "khong-doc-duoc" / "hỏng.jpg.txt").read_text(encoding="utf-8")
    assert note.startswith("Không đọc được hỏng.jpg.")
    assert (share / "chậm.jpg").read_bytes() == whole

    folder = view.workspace.survey.folder
    window.open_survey(folder)  # as when it is shown by another of its forms
    qtbot.waitUntil(lambda: window.survey_view not in (None, view), timeout=_LONG_MS)
    again = window.survey_view.scan_page
    qtbot.waitUntil(lambda: "Đang chờ bản quét" in again.watch_panel.state.text(), timeout=_LONG_MS)
    assert preferences.unfinished_reading(folder) is None

    again.watch_panel.stop_button.click()
    assert again.watch_panel.isHidden()
    assert not again.watch_button.isHidden()
    assert preferences.watches == {}
    with working_alone(share, Work.WATCHING):
        pass  # the folder is free for others


def test_that_a_share_without_answer_blocks_neither_the_window_nor_its_end(qtbot, window, view, share, monkeypatch):
    answer, asked = threading.Event(), threading.Event()

    def hanging(*_):
        asked.set()
        answer.wait(60)

    monkeypatch.setattr(folder_watch, "ensure_watchable", hanging)
    monkeypatch.setattr(folder_watch, "_SILENT_S", 0.0)
    monkeypatch.setattr(folder_watch.FolderWatch.stop, "__defaults__", (0.05,))
    page = view.scan_page
    qtbot.mouseClick(page.watch_button, Qt.MouseButton.LeftButton)
    window.findChild(WatchDialog).confirm_button.click()
    qtbot.waitUntil(asked.is_set, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: "không phản hồi" in page.watch_panel.state.text(), timeout=_LONG_MS)

    began_s = time.monotonic()
    window.close_survey()

    assert window.survey_view is None
    assert time.monotonic() - began_s < 30, "it is not waited for until it answers"
    answer.set()


def test_that_the_surveys_own_folder_is_refused_in_a_sentence(qtbot, window, view, share, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error, **_: told.append(error))
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: view.workspace.survey.folder / "scans")
    page = view.scan_page

    qtbot.mouseClick(page.watch_button, Qt.MouseButton.LeftButton)
    window.findChild(WatchDialog).confirm_button.click()

    qtbot.waitUntil(lambda: bool(told), timeout=_LONG_MS)
    assert isinstance(told[0], CannotBeWatched)
    assert page.watch_panel.isHidden()
    assert not page.watch_button.isHidden()
