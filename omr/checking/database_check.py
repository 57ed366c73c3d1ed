"""Whether SQLite finds the database whole, and whether its tables are those of this program."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from omr.backups.backup_files import opened
from omr.checking.damage import Damage, DamageKind, FactKind, Mending, fact
from omr.errors import SurveyTooNew
from omr.store.schema import SCHEMA_VERSION, is_version, metadata

_MOST_FACTS = 20
_OF_PEOPLE = ("verification", "doubt", "acceptance", "recheck", "page_assignment", "page_pin")


def check_database(path: Path) -> Iterator[Damage]:
    """Yield what is wrong with the file itself; nothing is written.

    Raises:
        SurveyTooNew: A newer program wrote it, whatever else is wrong; made anew, it would lose what that one added.
    """
    if not path.is_file():
        found = FactKind.NO_FILE if os.path.lexists(path) else FactKind.FILE_MISSING
        yield Damage(DamageKind.DATABASE, path.name, fact(found))
        return
    try:
        with opened(path) as connection:
            with suppress(sqlite3.Error):  # it is told below
                _refuse_newer(connection, path.parent)
            yield from _found_by_sqlite(connection, path.name)
            yield from _schema(connection, path.name)
    except sqlite3.Error as error:
        yield Damage(DamageKind.DATABASE, path.name, fact(FactKind.NOT_WHOLE, text=error))


def check_references(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield rows that belong to nothing that is there; what people decided stays, and is theirs to clear up."""
    orphans: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        orphans[table, parent] = orphans.get((table, parent), 0) + 1
    for (table, parent), count in orphans.items():
        mending = Mending.BY_HAND if table in _OF_PEOPLE else Mending.ITSELF
        yield Damage(DamageKind.REFERENCE, table, fact(FactKind.PARENT_MISSING, count=count, table=parent), mending)


def _version(connection: sqlite3.Connection) -> object:
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def _refuse_newer(connection: sqlite3.Connection, folder: Path) -> None:
    version = _version(connection)
    if is_version(version) and version > SCHEMA_VERSION:
        raise SurveyTooNew(folder, version)


def _found_by_sqlite(connection: sqlite3.Connection, name: str) -> Iterator[Damage]:
    found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_FACTS})")]
    if found != ["ok"]:
        text = "; ".join(each.replace("\n", " ") for each in found[:3])
        yield Damage(DamageKind.DATABASE, name, fact(FactKind.NOT_WHOLE, text=text))


def _schema(connection: sqlite3.Connection, name: str) -> Iterator[Damage]:
    version = _version(connection)
    views = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    if not is_version(version):
        yield Damage(DamageKind.DATABASE, name, fact(FactKind.NO_VERSION))
    for table in metadata.sorted_tables:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
        # A view has the columns of a table and keeps nothing.
        is_lacking = version == SCHEMA_VERSION and {column.name for column in table.columns} - columns
        if is_lacking or table.name in views:
            yield Damage(DamageKind.DATABASE, name, fact(FactKind.COLUMNS_MISSING, table=table.name))
