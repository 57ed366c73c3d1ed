"""Files that were handed in, and what they hold.

A *content* is a scan file as it is kept, once, by its hash. A *delivery* is a file that somebody handed in under a
name, in a batch; two deliveries may share a content.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, update

from omr.results import CURABLE, PageOutcome, Reason
from omr.store import schema
from omr.store.database import Database, insert_row
from omr.store.reading_rows import parse_reason


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file that was handed in.

    Attributes:
        delivery_id: Key.
        batch: The batch it came with.
        position: 0-based place in the batch.
        name: The file's name as delivered.
        unit: The unit a person named for it; empty if none.
        content_hash: What it holds; None if it could not be taken in.
        unit_folder: The folder whose name named the unit; empty if it was typed, or there is none.
    """

    delivery_id: int
    batch: int
    position: int
    name: str
    unit: str
    content_hash: str | None
    unit_folder: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A scan file as it is kept.

    Attributes:
        content_hash: SHA-256, hexadecimal.
        extension: With its dot.
        page_count: Its pages; None until the file was opened, 0 if it cannot be opened.
        reason: Why it cannot be opened; None if it can.
        detail: The fact behind the reason; may be empty.
    """

    content_hash: str
    extension: str
    page_count: int | None
    reason: Reason | None = None
    detail: str = ""

    @property
    def is_curable(self) -> bool:
        """Whether it may be opened if that is tried again."""
        return self.reason in CURABLE


class DeliveryTable:
    """The deliveries of a survey and their contents."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Delivery]:
        """Return all deliveries in order."""
        table = schema.delivery
        with self._database.connect() as connection:
            rows = connection.execute(select(table).order_by(table.c.batch_id, table.c.position))
            return [Delivery(r.id, r.batch_id, r.position, r.name, r.unit, r.content_hash, r.unit_folder) for r in rows]

    def add(self, batch: int, name: str, unit: str, content: Content, size: int, unit_folder: str = "") -> int:
        """Note that a file was handed in, its scan (``size`` bytes) being in the survey's folder; returns its key."""
        with self._database.transaction() as connection:
            ensure_content(connection, content, size)
            named = {"unit": unit, "unit_folder": unit_folder}
            return _append_delivery(connection, batch, name=name, content_hash=content.content_hash, **named)

    def refuse(self, batch: int, name: str, unit: str, reason: Reason, detail: str, unit_folder: str = "") -> int:
        """Note that a file was handed in but could not be taken in; it may be tried again. Returns its key."""
        named = {"unit": unit, "unit_folder": unit_folder}
        with self._database.transaction() as connection:
            return _append_delivery(connection, batch, name=name, reason=reason.value, detail=detail, **named)

    def take_in_refused(self, delivery_id: int, content: Content, size: int) -> None:
        """Note that a file refused before could be taken in now."""
        with self._database.transaction() as connection:
            ensure_content(connection, content, size)
            row = schema.delivery.c.id == delivery_id
            values = {"content_hash": content.content_hash, "reason": "", "detail": ""}
            connection.execute(update(schema.delivery).where(row).values(values))

    def content(self, content_hash: str) -> Content | None:
        """Return a kept scan, or None."""
        table = schema.content
        with self._database.connect() as connection:
            row = connection.execute(select(table).where(table.c.hash == content_hash)).first()
        return Content(row.hash, row.extension, row.page_count, *parse_reason(row.reason, row.detail)) if row else None

    def contents(self) -> list[Content]:
        """Return all kept scans."""
        with self._database.connect() as connection:
            rows = connection.execute(select(schema.content).order_by(schema.content.c.hash))
            return [Content(r.hash, r.extension, r.page_count, *parse_reason(r.reason, r.detail)) for r in rows]

    def set_page_count(
        self, content_hash: str, page_count: int, reason: Reason | None = None, detail: str = ""
    ) -> None:
        """Note how many pages a scan file has, or (with 0) why it cannot be opened; not of one whose pages are kept."""
        with self._database.transaction() as connection:
            if reason and has_pages(connection, content_hash):
                return  # it was opened before: that it cannot be now must not hide what was read
            update_content(connection, content_hash, page_count, reason, detail)

    def reopen(self, content_hash: str) -> Content:
        """Note that the copy of a content was restored: it is opened anew, and what was not read of it is read again.

        Returns:
            The content as it is known now.
        """
        page = schema.page
        unread = (page.c.content_hash == content_hash) & (page.c.outcome != PageOutcome.READ.value)
        doubtful = {
            "outcome": PageOutcome.UNREADABLE.value,
            "reason": Reason.KEPT_COPY_DAMAGED.value,
            "detail": "",
        }
        with self._database.transaction() as connection:
            connection.execute(update(page).where(unread).values(doubtful))
            is_it = schema.content.c.hash == content_hash
            connection.execute(update(schema.content).where(is_it).values(page_count=None, reason="", detail=""))
        content = self.content(content_hash)
        assert content is not None, "only what is known is restored"
        return content

    def batch_of(self, content_hash: str) -> int:
        """Return the batch in which a content is read: the first it was delivered with; KeyError if in none."""
        table = schema.delivery
        with self._database.connect() as connection:
            batch = connection.scalar(select(func.min(table.c.batch_id)).where(table.c.content_hash == content_hash))
        if batch is None:
            raise KeyError(content_hash)
        return int(batch)


def ensure_content(connection: Connection, content: Content, size: int) -> None:
    """Insert a content, in a transaction, unless it is there."""
    table = schema.content
    if connection.scalar(select(table.c.hash).where(table.c.hash == content.content_hash)) is None:
        values = {"hash": content.content_hash, "extension": content.extension, "size": size}
        connection.execute(table.insert(), values)


def has_pages(connection: Connection, content_hash: str) -> bool:
    """Whether anything is kept of the pages of a content."""
    table = schema.page
    return connection.scalar(select(table.c.id).where(table.c.content_hash == content_hash).limit(1)) is not None


def update_content(
    connection: Connection, content_hash: str, page_count: int, reason: Reason | None = None, detail: str = ""
) -> None:
    """Write, in a transaction, how many pages a content has, or (with 0) why it cannot be opened."""
    values = {"page_count": page_count, "reason": reason.value if reason else "", "detail": detail}
    connection.execute(update(schema.content).where(schema.content.c.hash == content_hash), values)


def _append_delivery(connection: Connection, batch: int, **values: Any) -> int:
    table = schema.delivery
    last = connection.scalar(select(func.max(table.c.position)).where(table.c.batch_id == batch))
    return insert_row(connection, table, {"batch_id": batch, "position": 0 if last is None else last + 1, **values})
