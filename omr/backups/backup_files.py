"""Backups of a survey's database in its folder ``backups``: each made in one piece, verified, and named by its time.

SQLite itself copies the database, so that what other programs write meanwhile is in it whole or not at all. The copy
has the name of a backup only once it was opened and found whole.

There are three kinds, and none pushes out another. Of those of days, and of those made before something else takes the
place of the database, the oldest go. The one of the last work, a batch or a printing, goes when a newer one holds all
of it, which a database that lost something, or of another survey, does not.
"""

import logging
import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import uuid4

from omr.whole_files import put_to_disk

log = logging.getLogger(__name__)

FOLDER = "backups"
KEPT = 10
_AFTER_WORK, _BEFORE_LOSS, _BEFORE_SOMETHING = "after-work", "before-loss", "before"
_UNFINISHED_S = 3600.0  # after which a copy that has no name is nobody's any more
_DUE_AFTER = timedelta(days=1)
_NAME = re.compile(r"survey-(\d{8}-\d{6})(?:-(.*))?\.db")
_NUMBER = re.compile(r"-?\d+$")  # behind the names of backups that were made in one second
_MOMENT = "%Y%m%d-%H%M%S"
_BEFORE = "survey.db.before"  # what releases before this one kept before a migration, beside the database

_OF_DECISIONS = ("verification", "doubt", "acceptance", "recheck", "page_assignment", "page_pin", "removal")
_KEYS = {
    "page": "content_hash, page_in_file",
    "issue": "unit, first_serial, copies, printed_at",
    "doubt": "operator, doubted_at",
    **dict.fromkeys(
        ("verification", "acceptance", "recheck", "page_assignment", "page_pin", "removal"), "operator, decided_at"
    ),
}


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its file, and when it was made."""

    path: Path
    made_at: datetime


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What is in a database, in numbers.

    Attributes:
        pages: Pages kept.
        decisions: Decisions of people, also those that were taken back.
        newest_decision: When the last was made, ISO 8601; empty without any.
        schema: Version of the database.
    """

    pages: int
    decisions: int
    newest_decision: str
    schema: str


def list_backups(survey_folder: Path) -> tuple[Backup, ...]:
    """Return all backups of a survey, the newest first."""
    found: list[Backup] = []
    with suppress(OSError):  # no folder, or none that may be looked into: no backups
        for path in (survey_folder / FOLDER).iterdir():
            match = _NAME.fullmatch(path.name)
            with suppress(ValueError):
                if match and path.is_file():
                    found.append(Backup(path, datetime.strptime(match.group(1), _MOMENT).astimezone()))
    before = survey_folder / _BEFORE
    with suppress(OSError):
        if before.is_file():
            found.append(Backup(before, datetime.fromtimestamp(before.stat().st_mtime).astimezone()))
    return tuple(sorted(found, key=lambda backup: (backup.made_at, _written_ns(backup.path)), reverse=True))


def newest_backup(survey_folder: Path) -> Backup | None:
    """Return the newest backup of a day or of work, which is what a person means; else any; None without any."""
    return newest_kept(survey_folder) or next(iter(list_backups(survey_folder)), None)


def newest_kept(survey_folder: Path) -> Backup | None:
    """Return the newest backup of a day or of work, and none of what something else took the place of."""
    return next((each for each in list_backups(survey_folder) if _kind_of(each) != _BEFORE_SOMETHING), None)


def back_up(source: sqlite3.Connection, survey_folder: Path, *, occasion: str = "", kept: int = KEPT) -> Backup:
    """Make a backup of an open database; one that equals the newest of its kind is that one, made now.

    Args:
        source: The database.
        survey_folder: Where the folder of backups is.
        occasion: Why, in letters and dashes, for the name; empty for no special reason.
        kept: How many of its kind stay.

    Raises:
        OSError: It cannot be written.
        sqlite3.Error: The database cannot be read, or the copy is not whole.
    """
    folder = survey_folder / FOLDER
    folder.mkdir(exist_ok=True)
    _remove_unfinished(folder)
    part = folder / f".{uuid4().hex}.part"
    try:
        with closing(sqlite3.connect(part)) as target:
            source.backup(target)
        verify(part)
        newest = next((each for each in list_backups(survey_folder) if _kind_of(each) == _kind(occasion)), None)
        with suppress(FileNotFoundError):  # another program replaced the newest one meanwhile
            if newest and _are_equal(newest.path, part):
                os.utime(newest.path)  # it is what there is now, so that the next one is not due before tomorrow
                return newest
        put_to_disk(part)
        backup = _named(part, folder, occasion)
        put_to_disk(folder)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _rotate(survey_folder, _kind(occasion), kept)
    return backup


def back_up_if_due(source: sqlite3.Connection, survey_folder: Path, kept: int = KEPT) -> Exception | None:
    """Make a backup unless one was made within a day; returns what went wrong, for nothing may hang on a backup."""
    try:
        now = datetime.now().astimezone()
        of_days = (backup for backup in list_backups(survey_folder) if _kind_of(backup) == "")
        if not any(abs(now - _age_of(backup)) <= _DUE_AFTER for backup in of_days):  # a clock may have been ahead
            back_up(source, survey_folder, kept=kept)
    except (OSError, sqlite3.Error) as error:
        log.warning("No backup was made: %s", error)
        return error
    return None


def back_up_after_work(source: sqlite3.Connection, survey_folder: Path) -> Exception | None:
    """Make a backup in place of the one of the work before; returns what went wrong, as ``back_up_if_due`` does.

    Without it the first day's serial numbers and pages would be in no backup until the second. One that holds what the
    new one does not is kept under another name.
    """
    try:
        made = back_up(source, survey_folder, occasion=_AFTER_WORK)
        for backup in list_backups(survey_folder):
            if _kind_of(backup) != _AFTER_WORK or _written_ns(backup.path) >= _written_ns(made.path):
                continue  # the one made now, or by another program meanwhile
            if _holds_all_of(made.path, backup.path):
                backup.path.unlink(missing_ok=True)
                continue
            with suppress(FileNotFoundError):  # another program that makes one too took it away
                backup.path.rename(backup.path.with_name(backup.path.name.replace(_AFTER_WORK, _BEFORE_LOSS)))
    except (OSError, sqlite3.Error) as error:
        log.warning("No backup was made: %s", error)
        return error
    return None


def verify(path: Path) -> None:
    """Open a database and look whether it is whole, without writing a byte beside it.

    Raises:
        sqlite3.Error: It is not.
    """
    with opened(path) as connection:
        if (found := connection.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(found)
        if connection.execute("SELECT count(*) FROM alembic_version").fetchone() != (1,):  # an empty file is sound
            raise sqlite3.DatabaseError("no version")


def contents_of(path: Path) -> BackupContents:
    """Return what is in a database.

    Raises:
        sqlite3.Error: It cannot be read.
    """
    with opened(path) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        decided = [table for table in _OF_DECISIONS if table in tables]
        newest = [_newest(connection, table) for table in decided]
        return BackupContents(
            _count(connection, "page") if "page" in tables else 0,
            sum(_count(connection, table) for table in decided),
            max(newest, default=""),
            connection.execute("SELECT version_num FROM alembic_version").fetchone()[0],
        )


def lacking(path: Path, backup: Path) -> dict[str, int]:
    """Count, by table, the pages, printings and decisions of a backup that the database at ``path`` does not hold.

    Raises:
        sqlite3.Error: One of them cannot be read, or is of another version.
    """
    counts = {}
    with opened(path) as connection:
        connection.execute("ATTACH DATABASE ? AS backup", (f"{backup.resolve().as_uri()}?mode=ro&immutable=1",))
        for table, key in _KEYS.items():
            only_there = f"SELECT {key} FROM backup.{table} EXCEPT SELECT {key} FROM main.{table}"
            counts[table] = int(connection.execute(f"SELECT count(*) FROM ({only_there})").fetchone()[0])
    return {table: count for table, count in counts.items() if count}


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database to look into; what a program that uses it has just written is seen.

    Raises:
        sqlite3.Error: It cannot be read.
    """
    # "immutable" makes no journal beside a database that nobody uses; with a journal there, SQLite reads both.
    is_in_use = path.with_name(path.name + "-wal").is_file()
    how = "mode=ro" if is_in_use else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)) as connection:
        yield connection


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _newest(connection: sqlite3.Connection, table: str) -> str:
    column = "doubted_at" if table == "doubt" else "decided_at"
    return connection.execute(f"SELECT max({column}) FROM {table}").fetchone()[0] or ""


def _written_ns(path: Path) -> int:
    """Return when a file was written, which tells backups of one second apart; 0 if it is gone meanwhile."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _age_of(backup: Backup) -> datetime:
    return max(backup.made_at, datetime.fromtimestamp(_written_ns(backup.path) / 1e9).astimezone())


def _are_equal(path: Path, other: Path) -> bool:
    return path.stat().st_size == other.stat().st_size and path.read_bytes() == other.read_bytes()


def _named(part: Path, folder: Path, occasion: str) -> Backup:
    """Give a backup its name; of two made in one second the later has a number."""
    moment = datetime.now().astimezone()
    ending = f"-{occasion}" if occasion else ""
    name = f"survey-{moment.strftime(_MOMENT)}{ending}"
    path = folder / f"{name}.db"
    number = 2
    while path.exists():
        path, number = folder / f"{name}-{number}.db", number + 1
    part.rename(path)
    return Backup(path, moment)


def _remove_unfinished(folder: Path) -> None:
    for leftover in folder.glob(".*.part*"):
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _UNFINISHED_S:  # else another program may be making it
                leftover.unlink()


def _kind(occasion: str) -> str:
    return occasion if occasion in ("", _AFTER_WORK) else _BEFORE_SOMETHING


def _kind_of(backup: Backup) -> str:
    match = _NAME.fullmatch(backup.path.name)
    return _kind(_NUMBER.sub("", match.group(2) or "") if match else _BEFORE_SOMETHING)


def _holds_all_of(path: Path, other: Path) -> bool:
    """Whether every page, printing and decision of another backup is in the one at ``path`` too."""
    try:
        return not lacking(path, other)
    except sqlite3.Error:
        return False  # of an earlier version perhaps; it costs little to keep it


def _rotate(survey_folder: Path, kind: str, kept: int) -> None:
    if kind == _AFTER_WORK:
        return  # whoever makes it looks what is in the one before
    for backup in islice((each for each in list_backups(survey_folder) if _kind_of(each) == kind), max(kept, 1), None):
        with suppress(OSError):
            backup.path.unlink()
