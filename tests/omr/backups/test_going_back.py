"""Going back to a backup: the database of now is kept, and nothing of its journal is taken for the other's."""

import sqlite3
from contextlib import closing

import pytest

from omr.backups import going_back
from omr.backups.backup_files import list_backups
from omr.backups.going_back import find_backup, go_back
from omr.errors import DiskFull, NoSuchBackup, SurveyBusy
from omr.survey.folder import Survey
from tests.omr.build import deliver, kept_reading


@pytest.fixture
def folder(survey):
    """A closed survey that was backed up with one page and has two."""
    deliver(survey)
    survey.back_up_if_due()
    deliver(survey, "b.jpg", "b" * 64, kept_reading("000002"))
    survey.close()
    return survey.folder


def _pages(folder):
    with Survey.open(folder) as survey:
        return [page.source for page in survey.pages()]


def test_that_one_can_go_back_and_forth(folder):
    kept = go_back(folder, find_backup(folder, "newest"))

    assert _pages(folder) == ["a.jpg"]
    assert kept.stem.endswith("-before-going-back")
    go_back(folder, find_backup(folder, kept.name))
    assert _pages(folder) == ["a.jpg", "b.jpg"]


def test_that_an_empty_file_in_its_place_is_no_backup_to_go_back_to(folder):
    for path in folder.glob("survey.db*"):
        path.unlink()
    (folder / "survey.db").touch()

    kept = go_back(folder, find_backup(folder, "newest"))

    assert kept.name.startswith("survey.db.damaged-")
    assert [backup.path for backup in list_backups(folder)] == [find_backup(folder, "newest").path]


def test_that_newest_is_not_what_was_there_before_going_back(folder):
    newest = find_backup(folder, "newest")
    go_back(folder, newest)

    assert find_backup(folder, "newest") == newest


def test_that_a_full_disk_is_told_and_leaves_all_as_it_was(folder, monkeypatch):
    def full(*_arguments, **_options):
        with closing(sqlite3.connect(folder / "small.db")) as connection:
            connection.execute("PRAGMA max_page_count = 1")
            connection.execute("CREATE TABLE large (x)")

    monkeypatch.setattr(going_back, "back_up", full)

    with pytest.raises(DiskFull):
        go_back(folder, find_backup(folder, "newest"))

    assert _pages(folder) == ["a.jpg", "b.jpg"]


def test_that_a_damaged_database_is_kept_as_it_was(folder):
    (folder / "survey.db").write_bytes(b"no database" * 1000)

    kept = go_back(folder, find_backup(folder, "newest"))

    assert _pages(folder) == ["a.jpg"]
    assert kept.name.startswith("survey.db.damaged-")
    assert kept.read_bytes() == b"no database" * 1000


def test_that_nothing_is_changed_while_another_program_uses_the_survey(folder):
    with Survey.open(folder) as other:
        other.pages()

        with pytest.raises(SurveyBusy):
            go_back(folder, find_backup(folder, "newest"))

    assert _pages(folder) == ["a.jpg", "b.jpg"]


def test_that_a_backup_that_is_not_whole_is_refused_and_the_others_are_named(folder):
    (backup,) = list_backups(folder)
    with backup.path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)

    with pytest.raises(NoSuchBackup, match="no usable backup"):
        go_back(folder, backup)
    with pytest.raises(NoSuchBackup, match=backup.path.name):
        find_backup(folder, "survey-19990101-000000.db")

    assert _pages(folder) == ["a.jpg", "b.jpg"]


def test_that_a_journal_left_by_a_killed_program_is_not_taken_for_one_of_the_backup(folder):
    with closing(sqlite3.connect(folder / "survey.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    (folder / "survey.db-wal").write_bytes(b"left behind")

    go_back(folder, find_backup(folder, "newest"))

    assert not (folder / "survey.db-wal").exists()
    assert _pages(folder) == ["a.jpg"]
