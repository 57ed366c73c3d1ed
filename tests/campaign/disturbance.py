"""Makes the k-th touch of disk or database fail, or kill the process: every moment that matters, none by luck.

Counted are opening, writing, syncing, renaming, making, listing and removing files below one folder, and statements
and commits of databases. What libraries in other languages write is not seen.
"""

import builtins
import errno
import io
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KILL = "kill"
ERRORS = ("EIO", "ENOSPC", "EACCES")

_SQLITE_WORDS = {
    "EIO": "disk I/O error",
    "ENOSPC": "database or disk is full",
    "EACCES": "attempt to write a readonly database",
}
_PATH_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir", "os.listdir", "os.truncate"}


@dataclass(slots=True)
class Disturbance:
    """What happens at which touch.

    Attributes:
        within: Folder in which files count.
        action: ``"kill"``, or the name of a system error.
        at: 1-based touch at which it happens; 0: never, touches are only counted.
        touched: How many there were.
        is_on: Whether touches count now.
    """

    within: str
    action: str
    at: int
    touched: int = 0
    is_on: bool = False

    def touch(self, make_error: Callable[[], Exception]) -> None:
        """Count a touch; at the chosen one it fails, or the process is killed."""
        if not self.is_on:
            return
        self.touched += 1
        if self.touched != self.at:
            return
        if self.action == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        raise make_error()

    def touch_file(self, path: object) -> None:
        """Count a touch of a file, if it lies in the folder."""
        if isinstance(path, (str, bytes, os.PathLike)) and os.path.abspath(os.fsdecode(path)).startswith(self.within):  # noqa: PTH100 - Path would touch the disk
            self.touch(lambda: self._system_error(path))

    def touch_database(self) -> None:
        """Count a statement or a commit."""
        self.touch(lambda: sqlite3.OperationalError(_SQLITE_WORDS[self.action]))

    def _system_error(self, path: object) -> OSError:
        number = getattr(errno, self.action)
        return OSError(number, os.strerror(number), os.fsdecode(path))  # type: ignore[arg-type]


class _WatchedFile:
    """A file whose writing counts."""

    def __init__(self, file: Any, path: object, disturbance: Disturbance) -> None:
        self.__dict__.update(_file=file, _path=path, _disturbance=disturbance)

    def write(self, data: Any) -> int:
        self._disturbance.touch_file(self._path)
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._file, name, value)

    def __enter__(self) -> "_WatchedFile":
        self._file.__enter__()
        return self

    def __exit__(self, *about: object) -> None:
        self._file.__exit__(*about)

    def __iter__(self) -> Any:
        return iter(self._file)


def install(disturbance: Disturbance) -> None:
    """Begin to watch this process, for good; nothing counts until ``is_on``."""
    open_file, sync, connect = io.open, os.fsync, sqlite3.connect

    def watched_open(file: Any, mode: str = "r", *others: Any, **options: Any) -> Any:
        opened = open_file(file, mode, *others, **options)
        return _WatchedFile(opened, file, disturbance) if set(mode) & set("wxa+") and _is_path(file) else opened

    def watched_sync(descriptor: int) -> None:
        disturbance.touch_file(disturbance.within)
        sync(descriptor)

    class Cursor(sqlite3.Cursor):
        def execute(self, *arguments: Any) -> Any:
            disturbance.touch_database()
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> Any:
            disturbance.touch_database()
            return super().executemany(*arguments)

    class Connection(sqlite3.Connection):
        def cursor(self, factory: Any = Cursor) -> Any:
            return super().cursor(factory)

        def commit(self) -> None:
            disturbance.touch_database()
            super().commit()

    def watched_connect(*arguments: Any, **options: Any) -> Any:
        return connect(*arguments, **{"factory": Connection, **options})

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _PATH_EVENTS and arguments and disturbance.is_on:
            disturbance.touch_file(arguments[0])

    builtins.open = io.open = watched_open  # type: ignore[assignment]
    os.fsync = watched_sync  # type: ignore[assignment]
    sqlite3.connect = sqlite3.dbapi2.connect = watched_connect  # type: ignore[assignment]
    sys.addaudithook(watch)


def _is_path(file: object) -> bool:
    return isinstance(file, (str, bytes, Path))
