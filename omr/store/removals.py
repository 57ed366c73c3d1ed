"""What people take out of the count, a page or all that came in a batch, and bring back.

Nothing is deleted: readings and decisions stay with their pages, and a removal that was taken back stays with the
moment at which it was. A page that is out counts nowhere, but keeps its place in the list and among the pages
delivered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from omr.clock import now
from omr.store import schema
from omr.store.database import Database, in_portions


@dataclass(frozen=True, slots=True)
class Removals:
    """What is out of the count now: who took it out, by number of the batch and by id of the page."""

    batches: Mapping[int, str]
    pages: Mapping[int, str]


class RemovalTable:
    """The removals of a survey."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def in_force(self) -> Removals:
        """Return what is out of the count now."""
        with self._database.connect() as connection:
            return load_removals(connection)

    def take_out_pages(self, page_ids: Sequence[int], operator: str) -> None:
        """Take pages out of the count, all or none; one that is out already stays as it is."""
        moment = now()
        with self._database.transaction() as connection:
            known = load_removals(connection).pages
            rows = [
                {"page_id": page_id, "operator": operator, "decided_at": moment}
                for page_id in dict.fromkeys(page_ids)
                if page_id not in known
            ]
            if rows:
                connection.execute(schema.removal.insert(), rows)

    def take_out_batch(self, batch: int, operator: str) -> None:
        """Take all that came in a batch out of the count, also what comes in it later."""
        with self._database.transaction() as connection:
            if batch not in load_removals(connection).batches:
                values = {"batch_id": batch, "operator": operator, "decided_at": now()}
                connection.execute(schema.removal.insert(), values)

    def bring_back_pages(self, page_ids: Sequence[int]) -> None:
        """Let pages count again, all or none; those of a batch that is out wait until it is brought back too."""
        table, moment = schema.removal, now()
        with self._database.transaction() as connection:
            for ids in in_portions(page_ids):
                is_out = table.c.page_id.in_(ids) & table.c.withdrawn_at.is_(None)
                connection.execute(update(table).where(is_out).values(withdrawn_at=moment))

    def bring_back_batch(self, batch: int) -> None:
        """Let a batch count again, but for the pages that were taken out one by one."""
        table = schema.removal
        is_out = (table.c.batch_id == batch) & table.c.withdrawn_at.is_(None)
        with self._database.transaction() as connection:
            connection.execute(update(table).where(is_out).values(withdrawn_at=now()))


def load_removals(connection: Connection) -> Removals:
    """Return what is out of the count now."""
    table = schema.removal
    batches: dict[int, str] = {}
    pages: dict[int, str] = {}
    for row in connection.execute(select(table).where(table.c.withdrawn_at.is_(None)).order_by(table.c.id)):
        if row.batch_id is not None:
            batches[row.batch_id] = row.operator
        if row.page_id is not None:
            pages[row.page_id] = row.operator
    return Removals(batches, pages)
