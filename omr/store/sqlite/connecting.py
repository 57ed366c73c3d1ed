"""How a database file is connected to: with a write-ahead journal where the drive has one, else with another.

A write-ahead journal lets people look while somebody writes, but needs memory that processes share, which shares of
other machines do not give. There SQLite locks the whole file, and one person at a time may write.
"""

import logging
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

from omr.store.sqlite.failures import code_of

log = logging.getLogger(__name__)

_PATIENCE_S = 30
_NO_SHARED_MEMORY = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOMEM,
}


class Connecting:
    """Makes the connections to one database file, all with the same journal.

    Attributes:
        is_for_one: Whether one person at a time may write, for want of a write-ahead journal; known once connected.
    """

    def __init__(self, path: Path, vfs: str = "") -> None:
        """Prepare to connect to ``path``; ``vfs`` names another way of SQLite to reach files, for tests."""
        self.is_for_one = False
        self._path = path
        self._vfs = vfs

    def make_engine(self) -> Engine:
        """Return what SQLAlchemy connects with."""
        # Of parts, not as a text: there "%20" would stand for a space and lead into the folder of another survey.
        url = URL.create("sqlite", database=str(self._path))
        arguments: dict[str, Any] = {"timeout": _PATIENCE_S}
        if self._vfs:
            url = URL.create("sqlite", database=self._path.resolve().as_uri(), query={"vfs": self._vfs, "uri": "true"})
        engine = create_engine(url, connect_args=arguments)
        event.listen(engine, "connect", self._prepare)
        return engine

    def _prepare(self, connection: sqlite3.Connection, _record: object) -> None:
        if not self.is_for_one and not _write_ahead(connection):
            log.warning("%s: no write-ahead journal here, one person at a time may write", self._path)
            self.is_for_one = True
        if self.is_for_one:
            _write_in_turn(connection)
        connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: sqlite3.Connection) -> bool:
    """Use a write-ahead journal; False where there can be none."""
    try:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()  # here some shares refuse, not before
    except sqlite3.OperationalError as error:
        if code_of(error) not in _NO_SHARED_MEMORY:
            raise
        return False
    connection.execute("PRAGMA synchronous = NORMAL")
    return bool(mode == "wal")


def _write_in_turn(connection: sqlite3.Connection) -> None:
    """Use a journal that needs no shared memory, also for a database that was written ahead elsewhere."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # alone, a write-ahead journal is read without that memory
    connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    connection.execute("PRAGMA locking_mode = NORMAL")
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()  # until then the lock would stay
    connection.execute("PRAGMA synchronous = FULL")
