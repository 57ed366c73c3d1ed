"""Which kept pages show the same sheet of paper, worked out once for each new page and remembered while open."""

from collections.abc import Sequence
from threading import Lock

from sqlalchemy import select

from omr.rescans.ink_likeness import SheetIndex, SketchedPage, is_consistent
from omr.results import RETRIED
from omr.store import schema
from omr.store.database import Database, in_portions
from omr.store.sqlite.failures import UNREADABLE, UnreadableRow

_ASKED_ONE_BY_ONE = 500  # pages; of more, all sketches are read


class KnownSheets:
    """The sheet index of a database; safe to ask from several threads, as the window does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index = SheetIndex()
        self._curable: set[int] = set()  # pages not read so far, which may be when the index is past them
        self._lock = Lock()

    def compared(self) -> SheetIndex:
        """Return which pages show the same sheet; pages that came since the last time are compared now."""
        table = schema.page
        sketched = select(table.c.id, table.c.page_number, table.c.ink_sketch).where(table.c.ink_sketch.is_not(None))
        with self._lock, self._database.connect() as connection:
            newest, curable = self._index.newest, self._curable
            unread = set(connection.scalars(select(table.c.id).where(table.c.reason.in_(RETRIED))))
            query = sketched
            if len(curable) <= _ASKED_ONE_BY_ONE:
                query = sketched.where((table.c.id > newest) | table.c.id.in_(curable))
            kept = (SketchedPage(*row) for row in connection.execute(query))
            new = [page for page in kept if page.page_id > newest or page.page_id in curable]
            try:
                self._index.add(new, self.ink_of)
            except UNREADABLE as error:  # pictures are unpacked where they are compared
                pages = f"{min(page.page_id for page in new)}-{max(page.page_id for page in new)}"
                raise UnreadableRow(table.name, pages, "ink_sketch, ink") from error
            self._curable = unread - {page.page_id for page in new}
        return self._index

    def are_consistent(self, page_id: int, other_id: int) -> bool:
        """Return whether the ink of two pages may well be that of one sheet, however few marks there are."""
        ink = self.ink_of([page_id, other_id])
        try:
            return is_consistent(ink.get(page_id), ink.get(other_id))
        except UNREADABLE as error:
            raise self._database.row_damaged(schema.page, f"{page_id}, {other_id}", "ink") from error

    def ink_of(self, page_ids: Sequence[int]) -> dict[int, bytes]:
        """Return the packed pictures of the ink on pages, by page id; pages without ink are missing."""
        table = schema.page
        found: dict[int, bytes] = {}
        with self._database.connect() as connection:
            for ids in in_portions(page_ids):
                query = select(table.c.id, table.c.ink).where(table.c.id.in_(ids), table.c.ink.is_not(None))
                found |= {row.id: row.ink for row in connection.execute(query)}
        return found
