"""What goes wrong outside the program while a person reviews: nothing that was shown as taken is lost."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import event

from gui.i18n.error_messages import ERRORS
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from omr.errors import DiskFull, FolderNotWritable
from omr.survey.folder import Survey

_LONG_MS = 60_000
_ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(read_pile, tmp_path):
    return shutil.copytree(read_pile, tmp_path / "khảo sát")


@pytest.fixture
def told(monkeypatch):
    """The errors that were shown."""
    errors = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: errors.append(error))
    return errors


@pytest.fixture
def desk(qtbot, window, preferences, folder, told):
    preferences.operator = "Lan"
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    view.go_to(SurveyPlace.REVIEW)
    qtbot.waitUntil(lambda: view.review_page.can_decide and not view.workspace.is_busy, timeout=_LONG_MS)
    return view.review_page.desk


def _decided(folder):
    with Survey.open(folder) as survey:
        return {(page.page_id, item_id) for page in survey.pages() for item_id in page.verifications}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_that_a_program_killed_in_the_middle_of_review_has_kept_every_decision_it_took(folder, tmp_path):
    command = [sys.executable, "-m", "tests.gui.reviewing_until_killed", str(folder), str(tmp_path / "p.ini")]
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=dict(os.environ)
    ) as process:
        taken = [process.stdout.readline().split() for _ in range(4)]
        process.send_signal(signal.SIGKILL)
        taken += [line.split() for line in process.stdout.readlines()]

    assert len(taken) >= 4
    assert {(int(page_id), item_id) for page_id, item_id in taken} <= _decided(folder)


def test_that_a_full_disk_leaves_the_answer_in_front_and_the_next_try_keeps_it(qtbot, desk, folder, told):
    entry, before = desk.round.entry, _decided(folder)
    limit = _FullDisk(desk._workspace.survey)
    desk.write_note("mực nhòe " * 5_000)  # more than the file has room for
    qtbot.keyClick(desk, Qt.Key.Key_U)

    assert [type(error) for error in told] == [DiskFull]
    assert desk.round.entry is entry
    assert not desk.round.is_decided(entry)
    assert _decided(folder) == before

    limit.lift()
    qtbot.keyClick(desk, Qt.Key.Key_U)

    assert len(told) == 1
    assert _decided(folder) == before | {(entry.page.page_id, entry.item_id)}


def test_that_a_folder_that_is_gone_is_told_in_one_sentence_and_what_was_decided_is_in_it(qtbot, desk, folder, told):
    first = desk.round.entry
    qtbot.keyClick(desk, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: desk.can_decide, timeout=_LONG_MS)
    away = folder.rename(folder.with_name("rút ra"))  # a drive that was pulled out takes everything with it
    second = desk.round.entry

    qtbot.keyClick(desk, Qt.Key.Key_U)
    desk._workspace.refresh()
    qtbot.waitUntil(lambda: not desk._workspace.is_busy, timeout=_LONG_MS)

    assert told
    assert {type(error) for error in told} == {FolderNotWritable}
    assert all(type(error) in ERRORS for error in told)
    assert not desk.round.is_decided(second)
    assert _decided(away) == {(first.page.page_id, first.item_id)}

    away.rename(folder)
    qtbot.keyClick(desk, Qt.Key.Key_U)

    assert (second.page.page_id, second.item_id) in _decided(folder)


class _FullDisk:
    """Keeps the database from growing, as a full disk does."""

    def __init__(self, survey):
        self._engine = survey.store.database.engine
        self._most = 1
        self._engine.dispose()
        event.listen(self._engine, "begin", self._limit)

    def _limit(self, connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count = {self._most}")

    def lift(self):
        self._most = 1_000_000
