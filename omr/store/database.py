"""The database file of a survey: opened, made, migrated, written in transactions; failures become ``omr.errors``."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, select
from sqlalchemy.exc import DatabaseError, OperationalError

from form_templates.facts import Fact
from omr.backups.backup_files import back_up_if_due
from omr.errors import DiskFull, FolderNotWritable, SurveyBusy, SurveyDamaged, SurveyTooNew
from omr.store import schema

_IDS_AT_ONCE = 500  # SQLite takes 999 parameters in old builds


class Database:
    """An open SQLite file."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder

    @classmethod
    def create(cls, path: Path) -> "Database":
        """Make a new database file with empty tables."""
        database = cls(_connect(path), path.parent)
        with database._explained():
            schema.create_tables(database._engine)
        return database

    @classmethod
    def open(cls, path: Path) -> "Database":
        """Open a database, migrating it forward if it is older than this program.

        Raises:
            SurveyDamaged: The file is missing or no database.
            SurveyTooNew: It was written by a newer program.
            SurveyBusy: Another program holds it.
        """
        if not path.is_file():
            raise SurveyDamaged(path, Fact("it is missing"))
        database = cls(_connect(path), path.parent)
        try:
            database._bring_up_to_date(path)
        except DatabaseError as error:
            database.close()
            if isinstance(error, OperationalError) and "locked" in str(error):
                raise SurveyBusy(path.parent) from error
            raise SurveyDamaged(path, Fact("it is not a survey database")) from error
        return database

    def close(self) -> None:
        """Let go of the file; what was committed is in ``survey.db`` alone."""
        self._engine.dispose()

    def back_up_if_due(self, kept: int) -> Exception | None:
        """Make a backup unless one was made within a day; returns what went wrong, if anything did."""
        with self._engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection), "the database is a file"
            return back_up_if_due(driver, self._folder, kept)

    @property
    def engine(self) -> Engine:
        """What SQLAlchemy connects with; for tests and measurements that watch statements."""
        return self._engine

    def connect(self) -> Connection:
        """Connect to look something up; every query sees its own moment."""
        return self._engine.connect()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Connect to look up several things at one moment, whatever another thread commits meanwhile.

        Raises:
            SurveyBusy: Another program holds the database.
        """
        with self._explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Begin a transaction; it is committed at its end unless something goes wrong.

        Raises:
            DiskFull: There is no room for what was written.
            SurveyBusy: Another program holds the database.
            FolderNotWritable: The database cannot be written.
        """
        if not self._folder.is_dir():  # an open database takes words that nobody will find again
            raise FolderNotWritable(self._folder, Fact("it is not there"))
        with self._explained(), self._engine.begin() as connection:
            yield connection

    def _bring_up_to_date(self, path: Path) -> None:
        with self._engine.connect() as connection:
            found = connection.scalar(select(schema.schema_version.c.version_num)) or ""
        if found == schema.SCHEMA_VERSION:
            return
        if found > schema.SCHEMA_VERSION:
            raise SurveyTooNew(path.parent, found)
        from omr.store.migrations import migrate  # Alembic takes a second to import and is due once in years

        migrate(self._engine, path)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            text = str(error.orig)
            if "full" in text:
                raise DiskFull(self._folder) from error
            if "locked" in text:
                raise SurveyBusy(self._folder) from error
            if "readonly" in text or "unable to open" in text or "disk I/O" in text:
                raise FolderNotWritable(self._folder, text) from error
            raise


def in_portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield ids in portions that any SQLite takes as parameters of one statement."""
    for start in range(0, len(ids), _IDS_AT_ONCE):
        yield ids[start : start + _IDS_AT_ONCE]


def insert_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert a row into a table with an integer key; returns the key."""
    key = connection.execute(table.insert().values(values)).inserted_primary_key
    assert key is not None, "an inserted row has a key"
    return int(key[0])


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    """Insert rows into a table whose key is ``id``; returns the keys in the order of the rows."""
    if not rows:
        return ()
    statement = table.insert().returning(table.c.id, sort_by_parameter_order=True)
    return tuple(int(key) for key in connection.scalars(statement, rows))


def _connect(path: Path) -> Engine:
    # Of parts, not as a text: there "%20" would stand for a space and lead into the folder of another survey.
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def _set_pragmas(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    return engine
