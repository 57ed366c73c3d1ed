"""Flagged readings that count after all: what ``JudgementTable`` keeps of them, in its transactions.

The flagged reading stays as it is, with its stated P(wrong); an acceptance stands beside it and can be taken back.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select, update

from form_templates.model import ItemId
from omr.results import Acceptance, Flag, ItemReading
from omr.store import schema
from omr.store.database import in_portions, insert_rows
from omr.store.reading_rows import join_answer, split_answer
from omr.store.sqlite.failures import unpacked

_BOXES_UNSEEN = frozenset({Flag.HIDDEN, Flag.CUT_OFF, Flag.NOT_LOCATED})

Accepted = tuple[int, ItemId, Acceptance]
"""An acceptance with its page and item."""


class EvidenceStamp(NamedTuple):
    """Tells whether people said anything since: of each table, how many rows, the last, and how many are in force."""

    verifications: tuple[int, int, int]
    checks: tuple[int, int, int]
    doubts: tuple[int, int, int]
    acceptances: tuple[int, int, int]
    pins: tuple[int, int, int]
    removals: tuple[int, int, int]

    @property
    def decisions_in_force(self) -> int:
        """How many decisions on answers were not taken back."""
        return self.verifications[2]


def read_stamp(connection: Connection) -> EvidenceStamp:
    """Return what people have said by now."""
    tables = schema.verification, schema.recheck, schema.doubt, schema.acceptance, schema.page_pin, schema.removal
    return EvidenceStamp(*(_stamp(connection, table) for table in tables))


def _stamp(connection: Connection, table: Table) -> tuple[int, int, int]:
    rows, last, withdrawn = connection.execute(
        select(func.count(), func.coalesce(func.max(table.c.id), 0), func.count(table.c.withdrawn_at)).select_from(
            table
        )
    ).one()
    return rows, last, rows - withdrawn


def insert_acceptances(connection: Connection, accepted: Sequence[Accepted]) -> tuple[int, ...]:
    """Insert acceptances in a transaction; returns their keys in the order given."""
    return insert_rows(connection, schema.acceptance, [_values(*each) for each in accepted])


def withdraw_acceptances(connection: Connection, ids: Sequence[int], moment: str) -> None:
    """Undo acceptances in a transaction: the readings are flagged again."""
    table = schema.acceptance
    for portion in in_portions(ids):
        in_force = table.c.id.in_(portion) & table.c.withdrawn_at.is_(None)
        connection.execute(update(table).where(in_force).values(withdrawn_at=moment))


def load_acceptances(connection: Connection) -> dict[int, dict[ItemId, Acceptance]]:
    """Return the acceptances that were not taken back, by page id and item."""
    table = schema.acceptance
    in_force: dict[int, dict[ItemId, Acceptance]] = {}
    rows = connection.execute(select(table).where(table.c.withdrawn_at.is_(None)).order_by(table.c.id))
    for page_id, item_id, acceptance in unpacked(table, rows, accepted_row):
        in_force.setdefault(page_id, {})[item_id] = acceptance
    return in_force


def that_fit(
    acceptances: Mapping[ItemId, Acceptance], readings: Mapping[ItemId, ItemReading]
) -> dict[ItemId, Acceptance]:
    """Return the acceptances of what is read on a page now: of the same answers, in boxes that are still seen."""
    return {item_id: each for item_id, each in acceptances.items() if _fits(each, readings.get(item_id))}


def _fits(acceptance: Acceptance, reading: ItemReading | None) -> bool:
    """Whether an acceptance is of this reading; a box that is hidden now, say, was seen when it was accepted."""
    if reading is None or not reading.flags:
        return False
    return not reading.flags & _BOXES_UNSEEN and reading.answer == acceptance.answer


def accepted_row(row: Any) -> Accepted:
    """Return a row of the table as an acceptance."""
    p_wrong = float(row.p_wrong)
    if not 0.0 <= p_wrong <= 1.0:
        raise ValueError(p_wrong)
    acceptance = Acceptance(
        split_answer(row.answer),
        p_wrong,
        int(row.decisions),
        int(row.changed),
        row.parameters,
        row.operator,
        row.decided_at,
    )
    return row.page_id, ItemId(row.item_id), acceptance


def _values(page_id: int, item_id: ItemId, acceptance: Acceptance) -> dict[str, Any]:
    return {
        "page_id": page_id,
        "item_id": item_id,
        "answer": join_answer(acceptance.answer),
        "p_wrong": acceptance.p_wrong,
        "decisions": acceptance.decisions,
        "changed": acceptance.changed,
        "parameters": acceptance.parameters,
        "operator": acceptance.operator,
        "decided_at": acceptance.decided_at,
    }
