"""The one connection through which a process writes, so that it can tell what others wrote from its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError


class Writer:
    """Writes in turn, from whichever thread; holds its connection until it is closed.

    Every transaction that changes a fact counts in the head of the file (``user_version``). A count that is not the one
    this writer left there means that somebody else wrote.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = RLock()
        self._connection: Connection | None = None
        self._count: int | None = None  # as this writer left it
        self._is_outrun = False

    @contextmanager
    def begun(self, *, counts: bool = True) -> Iterator[Connection]:
        """Begin a transaction that nobody else writes beside: what it looks up stays true until it is committed.

        Args:
            counts: Whether it changes a fact that others must look at.
        """
        with self._lock:
            connection = self._connected()
            try:
                with connection.begin():
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                    count = self._compare(connection)
                    if counts:
                        count = (count + 1) % _MOST
                        connection.exec_driver_sql(f"PRAGMA user_version = {count}")
                    yield connection
                self._count = count
            except DBAPIError:
                self.close()  # whatever state it is in; the next transaction connects again
                raise

    def has_changed(self) -> bool:
        """Whether another process, or another survey object of this one, wrote since this was asked last.

        The first answer is False; while this process writes it is False, too, and the next one tells.
        """
        if not self._lock.acquire(blocking=False):
            return False
        try:
            connection = self._connected()
            with connection.begin():
                self._count = self._compare(connection)
            is_outrun, self._is_outrun = self._is_outrun, False
            return is_outrun
        finally:
            self._lock.release()

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.invalidate()
                connection.close()

    def _compare(self, connection: Connection) -> int:
        count = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        self._is_outrun |= self._count is not None and count != self._count
        return count

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection


_MOST = 2**31 - 1  # SQLite keeps it in 32 bits with a sign
