"""What people say about single answers: what an answer is (verification), or that it looks odd (doubt).

Both stand beside the readings, which they never touch. What is taken back stays with the moment it was withdrawn, what
a later decision replaces with the moment it was replaced: of an item one decision is in force.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from form_templates.model import ItemId
from omr.clock import now
from omr.results import Verification
from omr.store import schema
from omr.store.database import Database, in_portions, insert_rows
from omr.store.reading_rows import join_answer, split_answer


@dataclass(frozen=True, slots=True)
class Doubt:
    """A person's wish that an accepted answer be looked at; ``doubted_at`` is ISO 8601 with offset."""

    page_id: int
    item_id: ItemId
    operator: str
    doubted_at: str


@dataclass(frozen=True, slots=True)
class JudgementKeys:
    """Keys of verifications and doubts that were kept in one transaction, with which they can be taken back."""

    verification_ids: tuple[int, ...] = ()
    doubt_ids: tuple[int, ...] = ()


class JudgementTable:
    """The verifications and doubts of a survey."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def verify(self, page_id: int, item_id: ItemId, verification: Verification) -> int:
        """Keep a person's decision beside the reading; returns its key."""
        return self.keep([(page_id, item_id, verification)]).verification_ids[0]

    def keep(
        self, verified: Sequence[tuple[int, ItemId, Verification]], doubted: Sequence[Doubt] = ()
    ) -> JudgementKeys:
        """Keep what a person decided and doubted, all of it or nothing; keys are in the order given."""
        doubts = [asdict(each) for each in doubted]
        with self._database.transaction() as connection:
            return JudgementKeys(
                insert_verifications(connection, verified), insert_rows(connection, schema.doubt, doubts)
            )

    def withdraw(self, keys: JudgementKeys) -> None:
        """Undo decisions and doubts, all or none; they are kept, but no longer in force."""
        moment = now()
        with self._database.transaction() as connection:
            for table, ids in ((schema.verification, keys.verification_ids), (schema.doubt, keys.doubt_ids)):
                for portion in in_portions(ids):
                    connection.execute(update(table).where(table.c.id.in_(portion)).values(withdrawn_at=moment))
            _put_back_in_force(connection, keys.verification_ids)

    def withdraw_verification(self, verification_id: int) -> None:
        """Undo a decision; it is kept, but no longer in force."""
        self.withdraw(JudgementKeys((verification_id,)))


def insert_verifications(
    connection: Connection, verified: Sequence[tuple[int, ItemId, Verification]]
) -> tuple[int, ...]:
    """Insert decisions in a transaction; they replace those in force. Returns their keys in the order given."""
    table = schema.verification
    for page_id, item_id, verification in verified:
        is_replaced = (table.c.page_id == page_id) & (table.c.item_id == item_id) & _is_in_force()
        connection.execute(update(table).where(is_replaced).values(replaced_at=verification.decided_at))
    return insert_rows(connection, schema.verification, [_verification_values(*each) for each in verified])


def load_verifications(connection: Connection) -> dict[int, dict[ItemId, Verification]]:
    """Return the decision in force on every item that has one, by page id and item."""
    table = schema.verification
    in_force: dict[int, dict[ItemId, Verification]] = {}
    for row in connection.execute(select(table).where(_is_in_force())):
        answer = None if row.answer is None else split_answer(row.answer)
        decision = Verification(answer, row.operator, row.decided_at, row.note)
        in_force.setdefault(row.page_id, {})[ItemId(row.item_id)] = decision
    return in_force


def load_doubted(connection: Connection) -> dict[int, set[ItemId]]:
    """Return the items that somebody doubts, by page id."""
    table = schema.doubt
    doubted: dict[int, set[ItemId]] = {}
    rows = connection.execute(select(table.c.page_id, table.c.item_id).where(table.c.withdrawn_at.is_(None)))
    for page_id, item_id in rows:
        doubted.setdefault(page_id, set()).add(ItemId(item_id))
    return doubted


def _is_in_force() -> ColumnElement[bool]:
    return schema.verification.c.withdrawn_at.is_(None) & schema.verification.c.replaced_at.is_(None)


def _put_back_in_force(connection: Connection, withdrawn_ids: Sequence[int]) -> None:
    """Let the last decision on an item that was not taken back count again, where the one in force was taken back."""
    table, later = schema.verification, schema.verification.alias()
    same_item = (later.c.page_id == table.c.page_id) & (later.c.item_id == table.c.item_id)
    is_last = ~select(later.c.id).where(same_item, later.c.id > table.c.id, later.c.withdrawn_at.is_(None)).exists()
    for portion in in_portions(withdrawn_ids):
        touched = select(later.c.id).where(same_item, later.c.id.in_(portion)).exists()
        restored = table.c.withdrawn_at.is_(None) & is_last & touched
        connection.execute(update(table).where(restored).values(replaced_at=None))


def _verification_values(page_id: int, item_id: ItemId, verification: Verification) -> dict[str, Any]:
    return {
        "page_id": page_id,
        "item_id": item_id,
        "answer": None if verification.answer is None else join_answer(verification.answer),
        "operator": verification.operator,
        "decided_at": verification.decided_at,
        "note": verification.note,
    }
