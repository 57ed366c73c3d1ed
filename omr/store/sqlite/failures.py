"""What a failure of SQLite means for the person: each kind is another error of ``omr.errors``."""

import sqlite3
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Table
from sqlalchemy.exc import DBAPIError, IntegrityError

from form_templates.facts import Fact
from omr.errors import (
    DatabaseDamaged,
    DiskFull,
    DriveFailed,
    FolderNotWritable,
    PhieuError,
    RowDamaged,
    SurveyBusy,
)
from omr.whole_files import has_room

_Value = TypeVar("_Value")

_PRIMARY = 0xFF  # of an extended result code
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_BUGS = {sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_RANGE, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT}

UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, struct.error, zlib.error)
"""What unpacking a value raises that somebody or something wrote otherwise than this program."""


class UnreadableRow(ValueError):
    """A row that cannot be understood; it knows its table and key, and not yet in which file."""

    def __init__(self, table: str, row: str, column: str = "") -> None:
        super().__init__(f"{table} {row} {column}")
        self.table = table
        self.row = row
        self.column = column


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the database at ``path`` into errors that a person understands."""
    try:
        yield
    except UnreadableRow as error:
        raise RowDamaged(path, error.table, error.row, error.column) from error
    except UnicodeDecodeError as error:  # SQLite names a table whose name is none any more
        raise DatabaseDamaged(path, Fact("a text in it is no text")) from error
    except (DBAPIError, sqlite3.Error) as error:
        meaning = explain(error, path)
        if meaning is None:
            raise
        raise meaning from error


def explain(error: Exception, path: Path) -> PhieuError | None:
    """Return what a failure means for the database at ``path``; None if it is a mistake of this program."""
    if isinstance(error, (IntegrityError, sqlite3.IntegrityError)):
        return None
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, sqlite3.DatabaseError) or isinstance(cause, sqlite3.ProgrammingError):
        return None
    code = code_of(cause)
    folder = path.parent
    if code in _BUGS:
        return None
    if code in _BUSY:
        return SurveyBusy(folder)
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(folder)
    if code == sqlite3.SQLITE_IOERR:
        # A full disk is told so too where SQLite needs room only to open the database.
        return DriveFailed(folder) if has_room(folder) else DiskFull(folder)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return FolderNotWritable(folder, Fact("it is read-only"))
    if code == sqlite3.SQLITE_CANTOPEN:
        return FolderNotWritable(folder, Fact("the database cannot be opened"))
    fact = Fact("it is not a survey database") if code == sqlite3.SQLITE_NOTADB else str(cause)
    return DatabaseDamaged(path, fact)


def code_of(error: Exception) -> int | None:
    """Return the primary result code of SQLite; None where Python itself found fault, as with text that is none."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    return None if code is None else int(code) & _PRIMARY


def unpacked(table: Table, rows: Iterable[Any], unpack: Callable[[Any], _Value]) -> Iterator[_Value]:
    """Yield what each row of a table means.

    Raises:
        UnreadableRow: A row cannot be understood; a connection of ``Database`` makes ``RowDamaged`` of it.
    """
    for row in rows:
        try:
            value = unpack(row)
        except UNREADABLE as error:
            raise UnreadableRow(table.name, name_row(table, row)) from error
        yield value


def name_row(table: Table, row: Any) -> str:
    """Name a row by its key, as far as the query asked for it."""
    keys = (str(getattr(row, column.name, "?")) for column in table.primary_key.columns)
    return ", ".join(keys)
