"""Statements put together once for all databases: SQLAlchemy would do it again for every one that is opened."""

from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

DRIVER = "sqlite+alike"
"""Name of the dialect in an URL."""

COMPILED: LRUCache[Any, Any] = LRUCache(500)  # as many as SQLAlchemy keeps of one database
"""Where statements are kept."""


class AlikeDialect(SQLiteDialect_pysqlite):
    """SQLite as ever, but equal to all others of its kind: by it statements that were put together are found."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlite.alike", __name__, AlikeDialect.__name__)
