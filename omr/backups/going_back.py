"""Put another database in the place of a survey's own, which is kept: a mended one, or a backup to go back to."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from form_templates.facts import Fact
from omr.backups.backup_files import Backup, back_up, list_backups, newest_backup, verify
from omr.errors import DiskFull, DriveFailed, FolderNotWritable, NoSuchBackup, SurveyBusy
from omr.whole_files import cannot_make, has_room, name_for_damaged, put_to_disk

_JOURNALS = ("-wal", "-shm", "-journal")


def find_backup(survey_folder: Path, name: str) -> Backup:
    """Return the backup with that name, or the newest one for ``newest``.

    Raises:
        NoSuchBackup: There is none.
    """
    backups = list_backups(survey_folder)
    if name == "newest" and (newest := newest_backup(survey_folder)):
        return newest
    for backup in backups:
        if name in (backup.path.name, backup.path.stem):
            return backup
    raise NoSuchBackup(survey_folder, name, tuple(each.path.name for each in backups))


def go_back(survey_folder: Path, backup: Backup) -> Path | None:
    """Go back to a backup; returns where the database that was there until now is kept, None if there was none.

    Raises:
        NoSuchBackup: The backup is not whole, and nothing was changed.
        SurveyBusy: Another program uses the survey, and nothing was changed.
        DiskFull: Likewise.
        FolderNotWritable: Likewise.
    """
    try:
        verify(backup.path)
    except sqlite3.Error as error:
        whole = (each.path.name for each in list_backups(survey_folder) if each != backup)
        raise NoSuchBackup(survey_folder, backup.path.name, tuple(whole)) from error
    part = survey_folder / f".{uuid4().hex}.db.part"
    try:
        with explaining_backups(survey_folder):
            shutil.copyfile(backup.path, part)
            return put_in_place(survey_folder, part)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def put_in_place(survey_folder: Path, part: Path) -> Path | None:
    """Put a finished database in the place of the survey's own, in one step; returns where that one, if any, is kept.

    A whole one is kept as a backup, a damaged one as ``survey.db.damaged-TIME``.

    Raises:
        SurveyBusy: Another program uses the survey, and nothing was changed.
        OSError: It cannot be done, and nothing was changed.
    """
    verify(part)
    put_to_disk(part)
    path = survey_folder / "survey.db"
    kept = (_kept_whole(path) or _kept_damaged(path)) if path.is_file() else _kept_aside(path)
    # A journal that stays behind would be taken for one of the new database.
    for ending in _JOURNALS:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    part.replace(path)
    put_to_disk(survey_folder)
    return kept


def _kept_whole(path: Path) -> Path | None:
    """Keep a database that is whole as a backup, with what stood in its journal; None if it is not whole."""
    try:
        verify(path)
    except sqlite3.Error:
        return None
    with _unused(path) as connection:
        # Only who is alone may change this; another program would go on writing into the file that is put aside.
        connection.execute("PRAGMA journal_mode = DELETE")
        return back_up(connection, path.parent, occasion="before-going-back").path


def _kept_damaged(path: Path) -> Path:
    """Keep a damaged database under another name, with its journal, as it is."""
    name = name_for_damaged(path).name
    copies = {path.with_name(path.name + end): path.with_name(name + end) for end in ("", *_JOURNALS[:1])}
    for file, copy in copies.items():
        if file.is_file():
            shutil.copyfile(file, copy)
    try:
        with suppress(sqlite3.DatabaseError), _unused(path) as connection:
            connection.execute("BEGIN IMMEDIATE")
    except SurveyBusy:
        for copy in copies.values():
            copy.unlink(missing_ok=True)
        raise
    return path.with_name(name)


def _kept_aside(path: Path) -> Path | None:
    """Move aside what is no file and has the name of the database; None if nothing has it."""
    if not os.path.lexists(path):
        return None
    return path.rename(name_for_damaged(path))


@contextmanager
def _unused(path: Path) -> Iterator[sqlite3.Connection]:
    """Connect to a database that nobody else may be using.

    Raises:
        SurveyBusy: Somebody does.
    """
    try:
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            yield connection
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise SurveyBusy(path.parent) from error
        raise


@contextmanager
def explaining_backups(survey_folder: Path) -> Iterator[None]:
    """Turn what the disk or SQLite says while backups are made and put in place into errors that a person understands.

    Raises:
        DiskFull: Of the disk, or of the file that SQLite writes.
        FolderNotWritable: Nothing else can be written either.
        DriveFailed: The drive, or a limit on the size of files.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF  # the rest of it says in which call
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull(survey_folder) from error
        if code == sqlite3.SQLITE_IOERR:
            raise (DriveFailed if has_room(survey_folder) else DiskFull)(survey_folder) from error
        if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
            raise FolderNotWritable(survey_folder, Fact("it is read-only")) from error
        raise
    except OSError as error:
        raise cannot_make(survey_folder, error) from error
