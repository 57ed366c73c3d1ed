"""Which item each window shows, so that several people who review one survey at once get different ones.

A claim forbids nothing: it is for other windows to offer that item last. It lapses when its window is closed, or when
nobody renewed it for a while.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from form_templates.model import ItemId
from omr.clock import now
from omr.store import schema
from omr.store.database import Database

LAPSES_AFTER = timedelta(minutes=2)
"""A window renews the claim on what it shows well before."""

_Item = tuple[int, ItemId]


class ClaimTable:
    """The claims of a survey; a window, named by ``window``, has one at most."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, window: str, operator: str, page_id: int, item_id: ItemId) -> bool:
        """Claim an item, or renew the claim, instead of what the window claimed before.

        Returns:
            Whether the item is this window's; if not, another one shows it.
        """
        table, moment = schema.claim, now()
        values = {"page_id": page_id, "item_id": item_id, "window": window, "operator": operator, "claimed_at": moment}
        is_item = (table.c.page_id == page_id) & (table.c.item_id == item_id)
        with self._database.transaction(counts=False) as connection:
            connection.execute(delete(table).where(table.c.window == window))
            holder = connection.execute(select(table).where(is_item)).first()
            if holder is not None and not _is_lapsed(holder.claimed_at, moment):
                return False
            connection.execute(delete(table).where(is_item))
            connection.execute(table.insert(), values)
        return True

    def release(self, window: str) -> None:
        """Let others have what a window claimed."""
        with self._database.transaction(counts=False) as connection:
            connection.execute(delete(schema.claim).where(schema.claim.c.window == window))

    def of_others(self, window: str) -> frozenset[_Item]:
        """Return the items that other windows show."""
        table, moment = schema.claim, now()
        with self._database.connect() as connection:
            rows = connection.execute(select(table).where(table.c.window != window)).all()
        return frozenset((row.page_id, ItemId(row.item_id)) for row in rows if not _is_lapsed(row.claimed_at, moment))


def _is_lapsed(claimed_at: str, moment: str) -> bool:
    passed = datetime.fromisoformat(moment) - datetime.fromisoformat(claimed_at)
    return abs(passed) > LAPSES_AFTER  # also what a clock that was put back left in the future
