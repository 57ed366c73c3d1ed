"""Backups: whole or absent, made when due, named by their time, the oldest gone; what fails hinders nobody."""

import os
import shutil
import sqlite3
import threading
import time
from contextlib import closing

import pytest

from omr.backups import backup_files
from omr.backups.backup_files import (
    back_up,
    back_up_after_work,
    back_up_if_due,
    contents_of,
    list_backups,
    opened,
    verify,
)
from omr.batches.batch import read_batch
from omr.forms.issuing import issue_forms
from tests.omr.build import deliver

_DAY_S = 86_400


@pytest.fixture
def database(tmp_path):
    """A small database that is written to while backups are made of it."""
    with closing(sqlite3.connect(tmp_path / "survey.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, content_hash TEXT, page_in_file INTEGER)")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
        connection.commit()
        yield connection


def _grow(database):
    database.execute("INSERT INTO page DEFAULT VALUES")
    database.commit()


def _make_older(folder, days=2):
    for backup in list_backups(folder):
        moment = time.time() - days * _DAY_S
        name = f"survey-{time.strftime('%Y%m%d-%H%M%S', time.localtime(moment))}.db"
        os.utime(backup.path.rename(backup.path.with_name(name)), (moment, moment))


def test_that_a_backup_holds_what_stands_in_the_journal_and_leaves_nothing_beside_it(database, tmp_path):
    _grow(database)

    backup = back_up(database, tmp_path)

    with closing(sqlite3.connect(shutil.copy(backup.path, tmp_path / "copy.db"))) as copy:
        assert copy.execute("SELECT count(*) FROM page").fetchone() == (1,)
    assert list((tmp_path / "backups").iterdir()) == [backup.path]


def test_that_a_backup_is_made_when_the_newest_is_older_than_a_day(database, tmp_path):
    assert back_up_if_due(database, tmp_path) is None
    _grow(database)
    back_up_if_due(database, tmp_path)
    assert len(list_backups(tmp_path)) == 1  # within a day
    _make_older(tmp_path)

    back_up_if_due(database, tmp_path)

    assert len(list_backups(tmp_path)) == 2


def test_that_an_unchanged_database_is_not_backed_up_twice(database, tmp_path):
    back_up_if_due(database, tmp_path)
    _make_older(tmp_path)

    back_up_if_due(database, tmp_path)

    assert len(list_backups(tmp_path)) == 1


def test_that_only_so_many_stay_the_newest_of_them(database, tmp_path):
    made = []
    for _ in range(4):
        _grow(database)
        made.append(back_up(database, tmp_path, kept=2).path.name)

    assert [backup.path.name for backup in list_backups(tmp_path)] == [made[3], made[2]]


def _after_work(folder):
    return [backup for backup in list_backups(folder) if "after-work" in backup.path.name]


def test_that_of_the_backups_after_work_only_the_newest_stays_and_those_of_days_stay_too(survey):
    of_days = [backup.path for _ in range(2) if not survey.back_up_if_due() for backup in list_backups(survey.folder)]
    for unit in ("09163", "09166", "27"):
        survey.store.issued.add({unit: 1}, 2)
        assert survey.back_up_after_work() is None

    (after_work,) = _after_work(survey.folder)

    assert {backup.path for backup in list_backups(survey.folder)} == {*of_days, after_work.path}
    with opened(after_work.path) as connection:
        assert connection.execute("SELECT count(*) FROM issue").fetchone() == (3,)


@pytest.mark.parametrize("table", ["issue", "page", "removal"])
def test_that_a_backup_stays_that_holds_what_the_next_one_lost(survey, pile, table):
    read_batch(survey, [pile.files[0]], jobs=1)
    survey.store.issued.add({"09163": 1}, 2)
    survey.store.removals.take_out_batch(1, "Lan")
    survey.back_up_after_work()
    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        connection.execute(f"DELETE FROM {table}")
        connection.commit()

    survey.back_up_after_work()
    survey.back_up_after_work()

    assert len(_after_work(survey.folder)) == 1
    (kept,) = (backup for backup in list_backups(survey.folder) if "before-loss" in backup.path.name)
    with opened(kept.path) as connection:
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)


def test_that_backups_before_something_push_out_none_of_days(database, tmp_path):
    for _ in range(3):
        _grow(database)
        back_up(database, tmp_path, kept=3)
    of_days = {backup.path for backup in list_backups(tmp_path)}
    for _ in range(12):
        _grow(database)
        back_up(database, tmp_path, occasion="before-mending")

    kept = {backup.path for backup in list_backups(tmp_path)}

    assert of_days <= kept
    assert len(kept) == 3 + 10


def test_that_the_same_is_not_kept_twice_before_mending_either(database, tmp_path):
    for _ in range(3):
        back_up(database, tmp_path, occasion="before-mending")

    assert len(list_backups(tmp_path)) == 1


def test_that_a_backup_of_a_time_to_come_puts_none_off(database, tmp_path):
    made = back_up(database, tmp_path)
    moment = time.time() + 365 * _DAY_S
    os.utime(made.path.rename(tmp_path / "backups" / "survey-20990101-000000.db"), (moment, moment))
    _grow(database)

    back_up_if_due(database, tmp_path)
    back_up_if_due(database, tmp_path)

    assert len(list_backups(tmp_path)) == 2


def test_that_two_programs_make_backups_at_once_and_one_stays(survey):
    failures = []

    def make(times):
        with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
            failures.extend(filter(None, (back_up_after_work(connection, survey.folder) for _ in range(times))))

    threads = [threading.Thread(target=make, args=(15,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failures
    assert _after_work(survey.folder)


def test_that_an_empty_file_is_no_backup(tmp_path):
    (tmp_path / "empty.db").touch()

    with pytest.raises(sqlite3.Error):
        verify(tmp_path / "empty.db")


def test_that_a_backup_after_work_does_not_put_off_that_of_the_day(database, tmp_path):
    back_up_after_work(database, tmp_path)

    back_up_if_due(database, tmp_path)

    assert len(list_backups(tmp_path)) == 2


def test_that_a_disk_that_takes_no_backup_after_work_hinders_nobody(database, tmp_path):
    (tmp_path / "backups").write_text("not a folder")

    assert isinstance(back_up_after_work(database, tmp_path), OSError)


def test_that_serials_printed_and_pages_read_on_the_first_day_are_in_a_backup(survey, pile, tmp_path):
    issue_forms(survey, tmp_path / "forms.pdf", ["09163"], 3)
    with opened(list_backups(survey.folder)[0].path) as connection:
        assert connection.execute("SELECT first_serial, copies FROM issue").fetchall() == [(1, 3)]

    read_batch(survey, [pile.files[0]], jobs=1)

    assert contents_of(list_backups(survey.folder)[0].path).pages == 1
    assert len(list_backups(survey.folder)) == 1


def test_that_a_backup_that_is_not_whole_gets_no_name(database, tmp_path, monkeypatch):
    def damaged(path):
        path.write_bytes(path.read_bytes()[:4096] + bytes(4096))
        verify(path)

    monkeypatch.setattr(backup_files, "verify", damaged)

    with pytest.raises(sqlite3.DatabaseError):
        back_up(database, tmp_path)

    assert list((tmp_path / "backups").iterdir()) == []


def test_that_a_folder_that_cannot_be_written_hinders_nobody(database, tmp_path):
    (tmp_path / "backups").write_text("a file of that name", encoding="utf-8")

    assert isinstance(back_up_if_due(database, tmp_path), OSError)


def test_that_the_copy_of_an_earlier_release_is_found(tmp_path, database):
    (tmp_path / "survey.db.before").write_bytes(b"")

    assert [backup.path.name for backup in list_backups(tmp_path)] == ["survey.db.before"]


def test_that_the_backup_of_a_survey_says_what_is_in_it(survey):
    deliver(survey)

    assert survey.back_up_if_due() is None

    (backup,) = list_backups(survey.folder)
    contents = contents_of(backup.path)
    assert (contents.pages, contents.decisions, contents.newest_decision) == (1, 0, "")


@pytest.mark.parametrize("moment", ["is compared", "is renamed"])
def test_that_a_backup_that_another_program_takes_away_meanwhile_stops_none(survey, monkeypatch, moment):
    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        assert back_up_after_work(connection, survey.folder) is None
        (first,) = _after_work(survey.folder)

        def taken_away(*_paths):
            first.path.unlink(missing_ok=True)
            if moment == "is compared":
                raise FileNotFoundError(first.path)
            return False

        monkeypatch.setattr(backup_files, "_are_equal", taken_away if moment == "is compared" else lambda *_: False)
        monkeypatch.setattr(backup_files, "_holds_all_of", taken_away)
        assert back_up_after_work(connection, survey.folder) is None

    (second,) = _after_work(survey.folder)
    backup_files.verify(second.path)
