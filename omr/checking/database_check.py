"""Whether SQLite finds the database whole, and whether its tables are those of this program."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from omr.backups.backup_files import opened
from omr.checking.damage import Damage, DamageKind, FactKind, Mending, fact
from omr.store.schema import SCHEMA_VERSION, metadata

_MOST_FACTS = 20
_OF_PEOPLE = ("verification", "doubt", "recheck", "page_assignment", "page_pin")


def check_database(path: Path) -> Iterator[Damage]:
    """Yield what is wrong with the file itself; nothing is written."""
    if not path.is_file():
        yield Damage(DamageKind.DATABASE, path.name, fact(FactKind.FILE_MISSING))
        return
    try:
        with opened(path) as connection:
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


def _found_by_sqlite(connection: sqlite3.Connection, name: str) -> Iterator[Damage]:
    found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_FACTS})")]
    if found != ["ok"]:
        text = "; ".join(each.replace("\n", " ") for each in found[:3])
        yield Damage(DamageKind.DATABASE, name, fact(FactKind.NOT_WHOLE, text=text))


def _schema(connection: sqlite3.Connection, name: str) -> Iterator[Damage]:
    version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if version is None:
        yield Damage(DamageKind.DATABASE, name, fact(FactKind.NO_VERSION))
    elif version[0] > SCHEMA_VERSION:
        yield Damage(DamageKind.DATABASE, name, fact(FactKind.NEWER, version=version[0]), Mending.BY_HAND)
    elif version[0] == SCHEMA_VERSION:
        for table in metadata.sorted_tables:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
            if {column.name for column in table.columns} - columns:
                yield Damage(DamageKind.DATABASE, name, fact(FactKind.COLUMNS_MISSING, table=table.name))
