"""What people say about single answers: what one is, that it looks odd, or that a flagged reading counts after all.

That is a verification, a doubt or an acceptance. All stand beside the readings, which they never touch. What is taken
back stays with the moment it was withdrawn, what a later decision replaces with the moment it was replaced: of an item
one decision is in force.

Several windows may decide at once. Whoever decides says what they saw in force; if another decision is in force by
then, nothing is written, and they learn which.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from form_templates.model import ItemId
from omr.clock import now
from omr.errors import DecidedMeanwhile
from omr.results import Acceptance, Verification
from omr.store import schema
from omr.store.acceptances import (
    Accepted,
    EvidenceStamp,
    insert_acceptances,
    load_acceptances,
    read_stamp,
    withdraw_acceptances,
)
from omr.store.database import Database, in_portions, insert_rows
from omr.store.reading_rows import join_answer, split_answer
from omr.store.sqlite.failures import unpacked

Verified = tuple[int, ItemId, Verification]
"""A decision with its page and item."""

Seen = Mapping[tuple[int, ItemId], Verification | None]
"""What was in force, as those who decide saw it, by page and item; None: nothing."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A person's wish that an accepted answer be looked at; ``doubted_at`` is ISO 8601 with offset."""

    page_id: int
    item_id: ItemId
    operator: str
    doubted_at: str


@dataclass(frozen=True, slots=True)
class JudgementKeys:
    """Keys of what was kept in one transaction, with which it can be taken back."""

    verification_ids: tuple[int, ...] = ()
    doubt_ids: tuple[int, ...] = ()
    acceptance_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What people say of single answers besides what they are.

    Attributes:
        stamp: Tells whether they say anything more later.
        accepted: Acceptances that were not taken back, by page id and item.
        doubted: Items that somebody doubts, by page id.
    """

    stamp: EvidenceStamp
    accepted: Mapping[int, Mapping[ItemId, Acceptance]]
    doubted: Mapping[int, Collection[ItemId]]


class JudgementTable:
    """The verifications, doubts and acceptances of a survey."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def verify(self, page_id: int, item_id: ItemId, verification: Verification) -> int:
        """Keep a person's decision beside the reading, whatever is in force; returns its key."""
        with self._database.transaction() as connection:
            return insert_verifications(connection, [(page_id, item_id, verification)])[0]

    def keep(self, verified: Sequence[Verified], doubted: Sequence[Doubt] = (), *, seen: Seen) -> JudgementKeys:
        """Keep what a person decided and doubted, all of it or nothing; keys are in the order given.

        Args:
            verified: Decisions.
            doubted: Doubts.
            seen: What was in force on these items, as the person saw it; items that are missing had no decision.

        Raises:
            DecidedMeanwhile: Something else is in force on an item; nothing was kept.
        """
        doubts = [asdict(each) for each in doubted]
        with self._database.transaction() as connection:
            ensure_as_seen(connection, verified, seen)
            return JudgementKeys(
                insert_verifications(connection, verified), insert_rows(connection, schema.doubt, doubts)
            )

    def accept(self, accepted: Sequence[Accepted], stamp: EvidenceStamp) -> JudgementKeys | None:
        """Let flagged readings count, all or none of them.

        Args:
            accepted: Acceptances.
            stamp: What people had said when it was worked out what may be accepted.

        Returns:
            Keys in the order given; None where people said something since, so that it must be worked out again.

        Raises:
            DecidedMeanwhile: Somebody had decided on one of them; nothing was kept.
        """
        with self._database.transaction() as connection:
            if read_stamp(connection) != stamp:
                return None
            ensure_as_seen(connection, accepted, {})
            return JudgementKeys(acceptance_ids=insert_acceptances(connection, accepted))

    def said(self) -> "Said":
        """Return what people say of single answers besides what they are, all of one moment."""
        with self._database.snapshot() as connection:
            return Said(read_stamp(connection), load_acceptances(connection), load_doubted(connection))

    def withdraw(self, keys: JudgementKeys) -> tuple[tuple[int, ItemId], ...]:
        """Undo decisions, doubts and acceptances, all or none; they are kept, but no longer in force.

        A decision by which somebody replaced one of them meanwhile stays in force.

        Returns:
            Page and item of the decisions for which that is so.
        """
        moment = now()
        with self._database.transaction() as connection:
            for portion in in_portions(keys.doubt_ids):
                withdrawn = schema.doubt.c.id.in_(portion) & schema.doubt.c.withdrawn_at.is_(None)
                connection.execute(update(schema.doubt).where(withdrawn).values(withdrawn_at=moment))
            withdraw_acceptances(connection, keys.acceptance_ids, moment)
            return withdraw_verifications(connection, keys.verification_ids, moment)

    def withdraw_verification(self, verification_id: int) -> None:
        """Undo a decision; it is kept, but no longer in force."""
        self.withdraw(JudgementKeys((verification_id,)))

    def in_force(self, items: Sequence[tuple[int, ItemId]]) -> dict[tuple[int, ItemId], Verification]:
        """Return the decisions in force on some items; those without one are missing."""
        with self._database.snapshot() as connection:
            return _in_force_on(connection, items)


def ensure_as_seen(connection: Connection, verified: Sequence[Verified | Accepted], seen: Seen) -> None:
    """Check, in a transaction, that what is in force on some items is what those who decide on them saw.

    Raises:
        DecidedMeanwhile: Something else is in force, or nothing any more.
    """
    items = [(page_id, item_id) for page_id, item_id, _ in verified]
    found = _in_force_on(connection, items)
    others = tuple(key for key in items if found.get(key) != seen.get(key))
    if others:
        first = next((found[key] for key in others if key in found), None)
        raise DecidedMeanwhile(others, first.operator if first else "", first.decided_at if first else "")


def insert_verifications(connection: Connection, verified: Sequence[Verified]) -> tuple[int, ...]:
    """Insert decisions in a transaction; they replace those in force. Returns their keys in the order given."""
    if not verified:
        return ()
    table = schema.verification
    is_replaced = (table.c.page_id == bindparam("page")) & (table.c.item_id == bindparam("item")) & _is_in_force()
    connection.execute(
        update(table).where(is_replaced).values(replaced_at=bindparam("moment")),
        [{"page": page_id, "item": item_id, "moment": each.decided_at} for page_id, item_id, each in verified],
    )
    return insert_rows(connection, schema.verification, [_verification_values(*each) for each in verified])


def withdraw_verifications(connection: Connection, ids: Sequence[int], moment: str) -> tuple[tuple[int, ItemId], ...]:
    """Undo decisions in a transaction; what they replaced is in force again, unless somebody else decided since.

    Returns:
        Page and item of those that somebody replaced; what replaced them stays in force.
    """
    table = schema.verification
    replaced: list[tuple[int, ItemId]] = []
    for portion in in_portions(ids):
        own = table.c.id.in_(portion) & table.c.withdrawn_at.is_(None)
        rows = connection.execute(
            select(table.c.page_id, table.c.item_id).where(own & table.c.replaced_at.is_not(None))
        )
        replaced += [(row.page_id, ItemId(row.item_id)) for row in rows]
        connection.execute(update(table).where(own).values(withdrawn_at=moment))
    _put_back_in_force(connection, ids)
    return tuple(replaced)


def is_verified(connection: Connection, page_id: int, item_id: ItemId) -> bool:
    """Whether a decision on an item is in force."""
    return bool(_in_force_on(connection, [(page_id, item_id)]))


def load_verifications(connection: Connection) -> dict[int, dict[ItemId, Verification]]:
    """Return the decision in force on every item that has one, by page id and item."""
    table = schema.verification
    in_force: dict[int, dict[ItemId, Verification]] = {}
    for page_id, item_id, decision in unpacked(
        table, connection.execute(select(table).where(_is_in_force())), _verified
    ):
        in_force.setdefault(page_id, {})[item_id] = decision
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


def _in_force_on(connection: Connection, items: Sequence[tuple[int, ItemId]]) -> dict[tuple[int, ItemId], Verification]:
    table, wanted = schema.verification, frozenset(items)
    found: dict[tuple[int, ItemId], Verification] = {}
    for portion in in_portions(sorted({page_id for page_id, _ in items})):
        rows = connection.execute(select(table).where(table.c.page_id.in_(portion), _is_in_force()))
        for page_id, item_id, decision in unpacked(table, rows, _verified):
            if (page_id, item_id) in wanted:
                found[page_id, item_id] = decision
    return found


def _put_back_in_force(connection: Connection, withdrawn_ids: Sequence[int]) -> None:
    """Let the last decision on an item that was not taken back count again, where the one in force was taken back."""
    table, later = schema.verification, schema.verification.alias()
    same_item = (later.c.page_id == table.c.page_id) & (later.c.item_id == table.c.item_id)
    is_last = ~select(later.c.id).where(same_item, later.c.id > table.c.id, later.c.withdrawn_at.is_(None)).exists()
    for portion in in_portions(withdrawn_ids):
        touched = select(later.c.id).where(same_item, later.c.id.in_(portion)).exists()
        restored = table.c.withdrawn_at.is_(None) & is_last & touched
        connection.execute(update(table).where(restored).values(replaced_at=None))


def _verified(row: Any) -> Verified:
    answer = None if row.answer is None else split_answer(row.answer)
    return row.page_id, ItemId(row.item_id), Verification(answer, row.operator, row.decided_at, row.note)


def _verification_values(page_id: int, item_id: ItemId, verification: Verification) -> dict[str, Any]:
    return {
        "page_id": page_id,
        "item_id": item_id,
        "answer": None if verification.answer is None else join_answer(verification.answer),
        "operator": verification.operator,
        "decided_at": verification.decided_at,
        "note": verification.note,
    }
