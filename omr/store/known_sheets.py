"""Which kept pages show the same sheet of paper, worked out once for each new page and remembered while open."""

from collections.abc import Sequence
from threading import Lock

from sqlalchemy import select

from omr.rescans.sheet_index import SheetIndex, SketchedPage, is_consistent
from omr.store import schema
from omr.store.database import Database, in_portions


class KnownSheets:
    """The sheet index of a database; safe to ask from several threads, as the window does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index = SheetIndex()
        self._lock = Lock()

    def compared(self) -> SheetIndex:
        """Return which pages show the same sheet; pages that came since the last time are compared now."""
        table = schema.page
        sketched = select(table.c.id, table.c.page_number, table.c.ink_sketch).where(table.c.ink_sketch.is_not(None))
        with self._lock, self._database.connect() as connection:
            new = sketched.where(table.c.id > self._index.newest)
            self._index.add((SketchedPage(*row) for row in connection.execute(new)), self.ink_of)
        return self._index

    def are_consistent(self, page_id: int, other_id: int) -> bool:
        """Return whether the ink of two pages may well be that of one sheet, however few marks there are."""
        ink = self.ink_of([page_id, other_id])
        return is_consistent(ink.get(page_id), ink.get(other_id))

    def ink_of(self, page_ids: Sequence[int]) -> dict[int, bytes]:
        """Return the packed pictures of the ink on pages, by page id; pages without ink are missing."""
        table = schema.page
        found: dict[int, bytes] = {}
        with self._database.connect() as connection:
            for ids in in_portions(page_ids):
                query = select(table.c.id, table.c.ink).where(table.c.id.in_(ids), table.c.ink.is_not(None))
                found |= {row.id: row.ink for row in connection.execute(query)}
        return found
