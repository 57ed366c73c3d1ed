"""Look a database over when it is opened: is every value of the kind that the schema says, and within its bounds?

SQLite keeps any value in any column. A text where a number belongs, written by hand or by a failing drive, would
otherwise come up somewhere far from here. One question for each table, to which SQLite looks at the heads of rows only.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Float,
    Integer,
    LargeBinary,
    Table,
    Text,
    and_,
    case,
    func,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.dialects import sqlite

from omr.responses import Aspect
from omr.results import IdentitySource, PageOutcome
from omr.store import schema
from omr.store.sqlite.failures import UnreadableRow

_MOST = 2**53  # the size of a file in bytes; beyond it floats are not exact either
_MOST_PAGES = 1_000_000
_MOST_ON_IMAGE = 100
_MOMENT = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*"  # SQLite would take any number for a day of the calendar

_WORDS: dict[Column[Any], tuple[str, ...]] = {
    schema.batch.c.state: ("reading", "done"),
    schema.page.c.outcome: tuple(PageOutcome),
    schema.page.c.identity_source: ("", *IdentitySource),
    schema.page_assignment.c.aspect: tuple(Aspect),
}
_NUMBERS: dict[Column[Any], tuple[int, int]] = {
    schema.page.c.page_in_file: (1, _MOST_ON_IMAGE * schema.FURTHER),
    schema.page.c.page_number: (0, _MOST_PAGES),
    schema.content.c.page_count: (0, _MOST_PAGES),
    schema.item_reading.c.p_wrong: (0, 1),
    schema.pinned_reading.c.p_wrong: (0, 1),
    schema.issue.c.first_serial: (0, _MOST_PAGES * 1000),
    schema.issue.c.copies: (0, _MOST_PAGES * 1000),
}


def ensure_sound(connection: Connection) -> None:
    """Look all tables over.

    Raises:
        UnreadableRow: The first row with a value that cannot be; ``explained`` makes ``RowDamaged`` of it.
    """
    for table_name, question in _questions():
        bad = connection.exec_driver_sql(question).first()
        if bad is not None:
            column, *key = bad
            raise UnreadableRow(table_name, ", ".join(str(part) for part in key), column)


@cache
def _questions() -> tuple[tuple[str, str], ...]:
    """Return name and question of every table; putting them together takes longer than a small survey's answers."""
    return tuple((table.name, _question(table)) for table in schema.metadata.sorted_tables)


def _question(table: Table) -> str:
    """Return the statement that asks for the first row that is not sound: the column, and the row's key."""
    sound = {column.name: _is_sound(column) for column in table.columns}
    first_bad = case(*((not_(condition), literal(name, Text)) for name, condition in sound.items()), else_="")
    query = select(first_bad, *table.primary_key.columns).where(not_(and_(*sound.values()))).limit(1)
    return str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def _is_sound(column: Column[Any]) -> ColumnElement[bool]:
    # ``coalesce``, for what cannot be compared is no answer and must not pass
    is_sound = func.coalesce(and_(*_conditions(column)), False)
    return or_(column.is_(None), is_sound) if column.nullable else is_sound


def _conditions(column: Column[Any]) -> Iterator[ColumnElement[bool]]:
    yield func.typeof(column).in_(_kinds(column))
    if isinstance(column.type, Integer) or column in _NUMBERS:
        yield column.between(*_NUMBERS.get(column, (0, _MOST)))
    if column in _WORDS:
        yield column.in_(_WORDS[column])
    if column.name.endswith("_at"):
        yield column.op("GLOB")(_MOMENT)
        yield func.datetime(column).is_not(None)


def _kinds(column: Column[Any]) -> tuple[str, ...]:
    if isinstance(column.type, Float):
        return "real", "integer"
    if isinstance(column.type, Integer):
        return ("integer",)
    return ("blob",) if isinstance(column.type, LargeBinary) else ("text",)
