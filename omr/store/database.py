"""The database file of a survey: opened, made, migrated, written in transactions; failures become ``omr.errors``."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Table, select

from form_templates.facts import Fact
from omr.backups.backup_files import back_up_after_work, back_up_if_due
from omr.errors import FolderNotWritable, RowDamaged, SurveyDamaged, SurveyReadOnly, SurveyTooNew
from omr.store import schema
from omr.store.sqlite.connecting import Connecting
from omr.store.sqlite.copying import copy_database
from omr.store.sqlite.failures import UnreadableRow, explained
from omr.store.sqlite.soundness import ensure_sound
from omr.store.sqlite.writer import Writer

_IDS_AT_ONCE = 500  # SQLite takes 999 parameters in old builds


class Database:
    """An open SQLite file.

    Attributes:
        is_read_only: Whether it can only be looked at; then it is a copy, as things stood when it was opened.
    """

    def __init__(self, path: Path, *, told_as: Path | None = None, vfs: str = "") -> None:
        """Prepare to use the file at ``path``; ``told_as`` is the database that it is a copy of."""
        self.is_read_only = told_as is not None
        self._path = told_as or path
        self._folder = self._path.parent
        self._connecting = Connecting(path, vfs)
        self._engine = self._connecting.make_engine()
        self._writer = Writer(self._engine)
        self._let_go: Callable[[], None] = lambda: None

    @classmethod
    def create(cls, path: Path) -> "Database":
        """Make a new database file with empty tables."""
        database = cls(path)
        with explained(path):
            schema.create_tables(database._engine)
        return database

    @classmethod
    def open(cls, path: Path, *, is_read_only: bool = False, is_for_mending: bool = False, vfs: str = "") -> "Database":
        """Open a database, migrating it forward if it is older than this program.

        Where it cannot be written it is copied, and can only be looked at.

        Args:
            path: The file.
            is_read_only: Look at a copy in any case.
            is_for_mending: Take it though single values cannot be right; whoever mends it looks for them.
            vfs: Another way of SQLite to reach files, for tests.

        Raises:
            SurveyDamaged: The file is missing or damaged.
            SurveyTooNew: It was written by a newer program.
            SurveyBusy: Another program holds it.
        """
        if not path.is_file():
            raise SurveyDamaged(path, Fact("it is missing"))
        if is_read_only or not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            return cls._open_copy(path)
        try:
            return cls(path, vfs=vfs)._opened(path, is_for_mending=is_for_mending)
        except FolderNotWritable:  # rights do not tell everything
            return cls._open_copy(path)

    def close(self) -> None:
        """Let go of the file; what was committed is in ``survey.db`` alone."""
        self._writer.close()
        self._engine.dispose()
        self._let_go()

    def back_up_if_due(self, kept: int) -> Exception | None:
        """Make a backup unless one was made within a day; returns what went wrong, if anything did."""
        return self._back_up(lambda source, folder: back_up_if_due(source, folder, kept))

    def back_up_after_work(self) -> Exception | None:
        """Make a backup in place of the one of the work before; returns what went wrong, if anything did."""
        return self._back_up(back_up_after_work)

    def _back_up(self, make: Callable[[sqlite3.Connection, Path], Exception | None]) -> Exception | None:
        if self.is_read_only:
            return None
        with self._engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection), "the database is a file"
            return make(driver, self._folder)

    @property
    def engine(self) -> Engine:
        """What SQLAlchemy connects with; for tests and measurements that watch statements."""
        return self._engine

    @property
    def folder(self) -> Path:
        """The folder of the survey."""
        return self._folder

    @property
    def is_for_one(self) -> bool:
        """Whether one person at a time may write, because the drive has no memory that processes share."""
        return self._connecting.is_for_one

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Connect to look something up; every query sees its own moment.

        Raises:
            SurveyBusy: Another program holds the database.
            SurveyDamaged: It contradicts itself.
            DriveFailed: It cannot be read.
        """
        with explained(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Connect to look up several things at one moment, whatever another thread commits meanwhile.

        Raises:
            SurveyBusy: Another program holds the database.
            SurveyDamaged: It contradicts itself.
            DriveFailed: It cannot be read.
        """
        with self.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def transaction(self, *, counts: bool = True) -> Iterator[Connection]:
        """Begin a transaction beside which nobody writes; it is committed at its end unless something goes wrong.

        Args:
            counts: Whether it changes a fact, so that other windows must look again.

        Raises:
            SurveyReadOnly: The survey can only be looked at.
            DiskFull: There is no room for what was written.
            SurveyBusy: Another program holds the database.
            FolderNotWritable: The database cannot be written.
            SurveyDamaged: It contradicts itself.
            DriveFailed: It cannot be written for another reason.
        """
        self.ensure_writable()
        if not self._folder.is_dir():  # an open database takes words that nobody will find again
            raise FolderNotWritable(self._folder, Fact("it is not there"))
        with explained(self._path), self._writer.begun(counts=counts) as connection:
            yield connection

    def ensure_writable(self) -> None:
        """Check that the survey can be changed.

        Raises:
            SurveyReadOnly: It can only be looked at.
        """
        if self.is_read_only:
            raise SurveyReadOnly(self._folder)

    def row_damaged(self, table: Table, row: str, column: str) -> RowDamaged:
        """Return the error for a row whose values turned out to be damaged after they were looked up."""
        return RowDamaged(self._path, table.name, row, column)

    def has_changed(self) -> bool:
        """Whether somebody else wrote since this was asked last; what this object wrote does not count."""
        if self.is_read_only:
            return False
        with explained(self._path):
            return self._writer.has_changed()

    @classmethod
    def _open_copy(cls, path: Path) -> "Database":
        # The cleaning up may fail on Windows while a scanner of viruses holds the copy; that is no failure of looking.
        place = TemporaryDirectory(prefix="phieu-look-", ignore_cleanup_errors=True)
        try:
            copy = Path(place.name) / "survey.db"
            copy_database(path, copy)
            database = cls(copy, told_as=path)
            database._let_go = place.cleanup
            return database._opened(copy)
        except BaseException:
            place.cleanup()
            raise

    def _opened(self, path: Path, *, is_for_mending: bool = False) -> "Database":
        try:
            with explained(self._path):
                self._bring_up_to_date(path)
                if not is_for_mending:
                    with self._engine.connect() as connection:
                        ensure_sound(connection)
                self._writer.has_changed()  # what others write from now on counts
        except BaseException:
            self.close()
            raise
        return self

    def _bring_up_to_date(self, path: Path) -> None:
        with self._engine.connect() as connection:
            found = connection.scalar(select(schema.schema_version.c.version_num))
        if not schema.is_version(found):
            raise UnreadableRow(schema.schema_version.name, "1", "version_num")
        if found == schema.SCHEMA_VERSION:
            return
        if found > schema.SCHEMA_VERSION:
            raise SurveyTooNew(self._folder, found)
        from omr.store.migrations import migrate  # Alembic takes a second to import and is due once in years

        migrate(self._engine, path)


def in_portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield ids in portions that any SQLite takes as parameters of one statement."""
    for start in range(0, len(ids), _IDS_AT_ONCE):
        yield ids[start : start + _IDS_AT_ONCE]


def insert_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert a row into a table with an integer key; returns the key."""
    key = connection.execute(table.insert(), values).inserted_primary_key
    assert key is not None, "an inserted row has a key"
    return int(key[0])


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    """Insert rows into a table whose key is ``id``; returns the keys in the order of the rows."""
    if not rows:
        return ()
    statement = table.insert().returning(table.c.id, sort_by_parameter_order=True)
    return tuple(int(key) for key in connection.scalars(statement, rows))
