"""Copy a database from a place that may not be written, with what still stands in its journal."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from form_templates.facts import Fact
from omr.errors import SurveyBusy, SurveyDamaged
from omr.store.sqlite.failures import code_of, explained

_JOURNALS = ("-wal", "-journal")
_TRIES = 5  # while another program writes


def copy_database(path: Path, copy: Path) -> None:
    """Copy a database as it is at this moment, without changing a byte beside it.

    Raises:
        SurveyDamaged: It is missing, or damaged.
        SurveyBusy: Another program holds it, or writes all the time.
        DriveFailed: It cannot be read.
    """
    if not path.is_file():
        raise SurveyDamaged(path, Fact("it is missing"))
    # A database that nobody is writing is whole in one file, and "immutable" makes no journal beside it. While another
    # program writes, part of it stands in the journal; then the folder can be written, and SQLite reads both.
    has_journal = any(_beside(path, ending).is_file() for ending in _JOURNALS)
    try:
        _back_up(path, copy, "mode=ro" if has_journal else "mode=ro&immutable=1")
    except sqlite3.OperationalError as error:
        if not has_journal or code_of(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            with explained(path):
                raise
        _copy_files(path, copy)  # left behind by a program that was killed, in a place that cannot be written now
    except sqlite3.DatabaseError:
        with explained(path):
            raise


def _back_up(path: Path, copy: Path, how: str) -> None:
    with (
        closing(sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)


def _copy_files(path: Path, copy: Path) -> None:
    for _ in range(_TRIES):
        before = _state(path)
        for ending in ("", *_JOURNALS):
            _beside(copy, ending).unlink(missing_ok=True)
            if _beside(path, ending).is_file():
                shutil.copyfile(_beside(path, ending), _beside(copy, ending))
        if _state(path) == before:
            return
    raise SurveyBusy(path.parent)


def _state(path: Path) -> tuple[tuple[int, int] | None, ...]:
    files = [_beside(path, ending) for ending in ("", *_JOURNALS)]
    found = [each.stat() if each.is_file() else None for each in files]
    return tuple(each and (each.st_size, each.st_mtime_ns) for each in found)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
