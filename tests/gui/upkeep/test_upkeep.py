"""Checking, mending and going back in the window: the survey is let go of, and shown again as it is then."""

import pytest

from gui.jobs import Jobs
from gui.upkeep.upkeep import Upkeep
from omr.backups.backup_files import list_backups
from omr.survey.folder import Survey
from tests.omr.checking.build import execute, fill

_LONG_MS = 60_000


@pytest.fixture
def folder(survey):
    """A closed survey with three scans, a backup, and a decision since then."""
    fill(survey)
    survey.back_up_if_due()
    survey.store.removals.take_out_pages([1], "Lan")
    survey.close()
    return survey.folder


@pytest.fixture
def upkeep(qtbot, folder):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    told = []
    made = Upkeep(folder, jobs, lambda: told.append("let go"), window)
    made.opening_wanted.connect(lambda path: told.append(path))
    yield made, told
    jobs.stop()


def _checked(qtbot, upkeep):
    dialog = upkeep.check()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=_LONG_MS)
    return dialog


def test_that_a_whole_survey_is_said_to_be_so_and_stays_open(qtbot, upkeep):
    made, told = upkeep

    dialog = _checked(qtbot, made)

    assert dialog.state.text() == "The survey is whole."
    assert "scans: 3" in dialog.facts.text()
    assert not dialog.mend_button.isEnabled()
    dialog.reject()
    assert told == []


def test_that_mending_lets_go_of_the_survey_and_shows_it_again(qtbot, upkeep, survey):
    execute(survey, "DROP TABLE claim")
    made, told = upkeep
    dialog = _checked(qtbot, made)
    assert dialog.list.count() == 1
    assert dialog.mend_button.isEnabled()

    dialog.mend_button.click()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=_LONG_MS)

    assert dialog.state.text() == "The survey is whole."
    dialog.reject()
    assert told == ["let go", made._folder]


def test_that_going_back_says_what_would_be_lost_and_does_it(qtbot, upkeep, folder):
    made, told = upkeep
    dialog = made.show_backups()
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=_LONG_MS)
    assert not dialog.go_button.isEnabled()

    dialog.list.setCurrentRow(0)
    assert "1 decision" in dialog.loss.text()
    with qtbot.waitSignal(dialog.finished, timeout=_LONG_MS):
        dialog.go_button.click()

    assert told == ["let go", folder]
    with Survey.open(folder) as survey:
        assert survey.store.removals.in_force().pages == {}
    assert len(list_backups(folder)) == 2


def test_that_what_a_lost_database_took_with_it_is_told(qtbot, upkeep, survey, folder):
    (folder / "backups").rename(folder / "elsewhere")
    execute(survey, "DROP TABLE issue")
    made, _ = upkeep
    dialog = _checked(qtbot, made)

    dialog.mend_button.click()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=_LONG_MS)

    assert dialog.state.text() == "The survey is whole."
    assert "Which serial numbers were printed since the last backup is lost." in dialog.facts.text()
    assert "Decisions and removals" not in dialog.facts.text()


def test_that_what_only_a_backup_holds_is_no_matter_of_mending(qtbot, upkeep, survey, folder):
    newest = list_backups(folder)[0].path
    newest.write_bytes((folder / "survey.db").read_bytes())
    execute(survey, "DELETE FROM removal")
    made, _ = upkeep

    dialog = _checked(qtbot, made)

    assert newest.name in dialog.list.item(0).text()
    assert not dialog.mend_button.isEnabled()
    assert dialog.backups_button.isEnabled()
