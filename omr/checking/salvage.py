"""Make a sound database of a damaged one: every row that can still be read, the rest of the newest backup that fits.

1. Each table is read row by row; where SQLite meets a damaged page, the range of row numbers is halved until what is
   around the damage was read. Where nothing can be read, the first page alone may be lost (``first_page``).
2. Rows that no sound program would have written are left out: a damaged page may be taken for a sound one.
3. What is missing comes from the newest backup that is of the same history: the pages that both know are the same ones.
4. What belongs together is joined again: scans in the folder whose row is lost, decisions of which one is in force.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Float, Integer, LargeBinary, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex

from omr.backups.backup_files import list_backups, opened, verify
from omr.checking.first_page import with_new_first_page
from omr.clock import now
from omr.settings import ReadingSettings
from omr.store import schema
from omr.store.database import Database
from omr.survey.settings import load_settings

_MOST_ROWS = 1 << 33  # row numbers are looked for up to here; 10,000 years of 7,000 forms a round have fewer
_MOST_LOOKS = 200_000  # at damaged places of one table; beyond that the rest of it is given up
_OF_PEOPLE = ("verification", "doubt", "acceptance", "recheck", "page_assignment", "page_pin", "removal")
_FROM_THE_FIRST = ("verification", "issue")  # tables that every version has
_IN_FORCE = "verification_in_force"
_LET_LAST_COUNT = """
UPDATE verification SET replaced_at = (
    SELECT later.decided_at FROM verification AS later
    WHERE later.page_id = verification.page_id AND later.item_id = verification.item_id
        AND later.id > verification.id AND later.withdrawn_at IS NULL
    ORDER BY later.id LIMIT 1
) WHERE withdrawn_at IS NULL AND replaced_at IS NULL
"""

Row = dict[str, Any]
"""Values by column."""


@dataclass(slots=True)
class Salvaged:
    """What came of salvaging.

    Attributes:
        kept: Rows read from the damaged database, by table.
        from_backup: Rows that only the backup has, by table.
        backup: The backup they are from; None if there is none that fits.
        incomplete: Tables of which rows may be lost that the backup does not have.
    """

    kept: dict[str, int] = field(default_factory=dict)
    from_backup: dict[str, int] = field(default_factory=dict)
    backup: Path | None = None
    incomplete: set[str] = field(default_factory=set)

    @property
    def lacks_decisions(self) -> bool:
        """Whether decisions or removals may be lost."""
        return not self.incomplete.isdisjoint(_OF_PEOPLE)

    @property
    def lacks_serials(self) -> bool:
        """Whether it may be forgotten which serial numbers were printed."""
        return schema.issue.name in self.incomplete


def salvage(survey_folder: Path, target: Path) -> Salvaged:
    """Make a sound database of what a survey's database and its backups still give.

    Args:
        survey_folder: Holds both; nothing in it is changed.
        target: The file to make.

    Raises:
        OSError: It cannot be written.
        PhieuError: Likewise.
    """
    Database.create(target).close()
    damaged = survey_folder / "survey.db"
    rows, incomplete = _readable(damaged)
    if damaged.is_file() and not any(rows.values()):
        with with_new_first_page(damaged) as copy:
            rows, incomplete = (rows, incomplete) if copy is None else _readable(copy)
    found = Salvaged({name: len(of_table) for name, of_table in rows.items()}, incomplete=incomplete)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"DROP INDEX {_IN_FORCE}")
        for table in schema.metadata.sorted_tables:
            if table is not schema.schema_version:
                _insert(connection, table, rows.get(table.name, ()))
        _add_from_backup(survey_folder, connection, found)
        connection.execute(_LET_LAST_COUNT)
        index = next(each for each in schema.verification.indexes if each.name == _IN_FORCE)
        connection.execute(_index_statement(index))
        join_again(connection, survey_folder / "scans")
        connection.commit()
    return found


def join_again(connection: sqlite3.Connection, scans: Path) -> None:
    """Join what belongs together: lost contents and batches are made anew, parts of lost pages go.

    What people decided stays also where its page is lost.
    """
    lost = """
        SELECT content_hash FROM delivery WHERE content_hash IS NOT NULL UNION SELECT content_hash FROM page
        EXCEPT SELECT hash FROM content
    """
    for (content_hash,) in connection.execute(lost).fetchall():
        for path in filter(Path.is_file, scans.glob(f"{content_hash}.*")):
            values = (content_hash, path.suffix, path.stat().st_size)
            statement = "INSERT INTO content (hash, extension, size, reason, detail) VALUES (?, ?, ?, '', '')"
            connection.execute(statement, values)
            break
    connection.execute(
        "UPDATE content SET page_count = NULL WHERE reason = '' AND page_count < "
        f"(SELECT max(page_in_file) FROM page WHERE content_hash = hash AND page_in_file <= {schema.FURTHER})"
    )
    _make_lost_batches(connection, scans.parent)
    for table in ("item_reading", "claim"):
        connection.execute(f"DELETE FROM {table} WHERE page_id NOT IN (SELECT id FROM page)")
    connection.execute("DELETE FROM pinned_reading WHERE pin_id NOT IN (SELECT id FROM page_pin)")
    connection.execute(
        "DELETE FROM removal WHERE page_id NOT IN (SELECT id FROM page) OR batch_id NOT IN (SELECT id FROM batch)"
    )


def _make_lost_batches(connection: sqlite3.Connection, survey_folder: Path) -> None:
    """Make batches anew whose deliveries are left: what remains to be read is read as the survey says now."""
    lost = connection.execute("SELECT batch_id FROM delivery EXCEPT SELECT id FROM batch").fetchall()
    if not lost:
        return
    settings = json.dumps(ReadingSettings(load_settings(survey_folder).tolerance).as_dict())
    table = schema.batch
    rows = [{"id": number, "state": "done", "started_at": now(), "settings": settings} for (number,) in lost]
    _insert(connection, table, rows)


def _readable(path: Path) -> tuple[dict[str, list[Row]], set[str]]:
    """Return every sound row of a damaged database, by table, and the tables of which rows are lost."""
    found: dict[str, list[Row]] = {}
    tables = [table for table in schema.metadata.sorted_tables if table is not schema.schema_version]
    incomplete = {table.name for table in tables}
    if not path.is_file():
        return found, incomplete
    with suppress(sqlite3.Error, OSError), opened(path) as connection:
        for table in tables:
            lost: set[str] = set()
            rows = list(_rows(connection, table, lost))
            found[table.name] = [row for row in rows if _is_sound(table, row)]
            if not lost and len(found[table.name]) == len(rows):
                incomplete.remove(table.name)
    return found, incomplete


def _rows(connection: sqlite3.Connection, table: Table, lost: set[str]) -> Iterator[Row]:
    """Yield the rows that can be read; where others cannot, the name of the table is added to ``lost``."""
    try:
        kinds = connection.execute("SELECT type FROM sqlite_master WHERE name = ?", (table.name,)).fetchall()
        # Earlier versions did not have every table; a view is none.
        if ("table",) not in kinds:
            if kinds or table.name in _FROM_THE_FIRST:
                lost.add(table.name)
            return
        known = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
    except sqlite3.Error:
        lost.add(table.name)
        return
    columns = [column.name for column in table.columns if column.name in known]
    if not columns:
        return
    query = f"SELECT {', '.join(columns)} FROM {table.name} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    ranges = [(0, _MOST_ROWS)]
    looks = 0
    while ranges and looks < _MOST_LOOKS:
        low, high = ranges.pop()
        looks += 1
        try:
            rows = connection.execute(query, (low, high)).fetchall()
        except (sqlite3.Error, OverflowError):
            if low < high:
                middle = (low + high) // 2
                ranges += [(middle + 1, high), (low, middle)]  # the lower half first
            else:
                lost.add(table.name)
            continue
        yield from (dict(zip(columns, row, strict=True)) for row in rows)
    if ranges:
        lost.add(table.name)


def _is_sound(table: Table, row: Row) -> bool:
    """Whether a program may have written a row: values of the right kind, none missing that must be there."""
    for column in table.columns:
        if column.name not in row:
            continue  # added in a later version
        value = row[column.name]
        if value is None:
            if not column.nullable:
                return False
        elif not isinstance(value, _kind_of(column.type)):
            return False
    return True


def _kind_of(kind: Any) -> type | tuple[type, ...]:
    if isinstance(kind, LargeBinary):
        return bytes
    if isinstance(kind, Float):
        return (float, int)
    return int if isinstance(kind, Integer) else str


def _insert(connection: sqlite3.Connection, table: Table, rows: Sequence[Row]) -> int:
    """Insert rows that are not there yet; returns how many. What a later version added takes its default."""
    inserted = 0
    for row in rows:
        values = {column.name: row.get(column.name, _default_of(column)) for column in table.columns}
        marks = ", ".join("?" * len(values))
        statement = f"INSERT OR IGNORE INTO {table.name} ({', '.join(map(_quoted, values))}) VALUES ({marks})"
        inserted += connection.execute(statement, tuple(values.values())).rowcount
    return inserted


def _default_of(column: Any) -> Any:
    return column.default.arg if column.default is not None else None


def _quoted(name: str) -> str:
    return f'"{name}"'  # "window" means something in SQL


def _add_from_backup(survey_folder: Path, connection: sqlite3.Connection, found: Salvaged) -> None:
    for backup in list_backups(survey_folder):
        try:
            verify(backup.path)
            rows, _ = _readable(backup.path)
        except (sqlite3.Error, OSError):
            continue
        if not _is_same_history(connection, rows):
            continue
        found.backup = backup.path
        for table in schema.metadata.sorted_tables:
            if table is not schema.schema_version:
                found.from_backup[table.name] = _insert(connection, table, rows.get(table.name, ()))
        return


def _is_same_history(connection: sqlite3.Connection, rows: dict[str, list[Row]]) -> bool:
    """Whether pages and batches of one number are the same ones in a backup, as they are not after going back."""
    pages = {row[0]: row[1:] for row in connection.execute("SELECT id, content_hash, page_in_file FROM page")}
    batches = dict(connection.execute("SELECT id, started_at FROM batch"))
    same_pages = all(
        pages.get(row["id"], (row["content_hash"], row["page_in_file"])) == (row["content_hash"], row["page_in_file"])
        for row in rows.get("page", ())
    )
    return same_pages and all(
        batches.get(row["id"], row["started_at"]) == row["started_at"] for row in rows.get("batch", ())
    )


def _index_statement(index: Any) -> str:
    return str(CreateIndex(index).compile(dialect=sqlite.dialect()))
