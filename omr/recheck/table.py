"""Where checks are kept: beside the readings, which they never touch, and beside the verifications."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from form_templates.model import ItemId
from omr.clock import now
from omr.recheck.checks import AnswerKey, Check, CheckStanding, settle
from omr.recheck.operators import Act
from omr.results import Answer, Verification
from omr.store import schema
from omr.store.database import Database, insert_row
from omr.store.judgements import insert_verifications, is_verified, withdraw_verifications
from omr.store.reading_rows import join_answer, split_answer
from omr.store.sqlite.failures import unpacked

_SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """A check that was kept and can be taken back.

    Attributes:
        check: The check.
        recheck_id: Its key.
        verification_id: Key of the verification that followed from it; None if none did.
    """

    check: Check
    recheck_id: int
    verification_id: int | None


class RecheckTable:
    """The checks of a survey, and the seeds their samples are drawn with."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seeds(self, batches: Iterable[int]) -> dict[int, int]:
        """Return the seed of each batch; one that has none yet gets it now, by chance, and keeps it.

        Where the survey can only be looked at, nothing is checked, and what is missing is not kept.
        """
        wanted = set(batches)
        with self._database.snapshot() as connection:
            known = _seeds(connection)
        if not wanted <= set(known):
            known = self._draw(wanted) | known
        return {batch: known[batch] for batch in wanted}

    def checks(self) -> tuple[Check, ...]:
        """Return the checks in force, in the order they were made."""
        table = schema.recheck
        query = select(table).where(table.c.withdrawn_at.is_(None)).order_by(table.c.id)
        with self._database.snapshot() as connection:
            return tuple(unpacked(table, connection.execute(query), _to_check))

    def keep(self, check: Check, reading: Answer) -> KeptCheck:
        """Keep a check; if two people now agree against the reading, their answer becomes a verification.

        The verification is signed by the second of them; its note names both. Where somebody decided on the answer
        meanwhile, that decision stays in force and none follows.
        """
        row = {
            "page_id": check.page_id,
            "item_id": check.item_id,
            "answer": _to_text(check.answer),
            "operator": check.operator,
            "decided_at": check.decided_at,
        }
        with self._database.transaction() as connection:
            recheck_id = insert_row(connection, schema.recheck, row)
            made = _checks_of(connection, check)
            is_error = settle(reading, made, None).standing is CheckStanding.ERROR
            is_free = not is_verified(connection, check.page_id, check.item_id)
            verification_id = _verify(connection, check, made) if is_error and is_free else None
        return KeptCheck(check, recheck_id, verification_id)

    def withdraw(self, kept: KeptCheck) -> None:
        """Undo a check, and the verification that followed from it; both stay in their tables.

        A decision by which somebody replaced that verification meanwhile stays in force.
        """
        moment = now()
        with self._database.transaction() as connection:
            row = schema.recheck.c.id == kept.recheck_id
            connection.execute(update(schema.recheck).where(row).values(withdrawn_at=moment))
            if kept.verification_id is not None:
                withdraw_verifications(connection, [kept.verification_id], moment)

    def acts(self) -> tuple[Act, ...]:
        """Return everything people ever decided, also what was taken back: in re-check and then in review, in order."""
        with self._database.snapshot() as connection:
            rows = connection.execute(select(schema.recheck).order_by(schema.recheck.c.id))
            checks = list(unpacked(schema.recheck, rows, lambda row: _to_act(row, is_check=True)))
            rows = connection.execute(select(schema.verification).order_by(schema.verification.c.id))
            decisions = list(unpacked(schema.verification, rows, lambda row: _to_act(row, is_check=False)))
        return (*checks, *decisions)

    def _draw(self, batches: set[int]) -> dict[int, int]:
        """Draw the seeds that are missing; another window may have drawn some just now."""
        if self._database.is_read_only:
            return {batch: secrets.randbelow(_SEEDS) for batch in batches}
        table = schema.recheck_sample
        with self._database.transaction() as connection:
            known = _seeds(connection)
            new = {batch: secrets.randbelow(_SEEDS) for batch in sorted(batches - set(known))}
            if new:
                rows = [{"batch_id": batch, "seed": seed, "drawn_at": now()} for batch, seed in new.items()]
                connection.execute(table.insert(), rows)
        return known | new


def _seeds(connection: Connection) -> dict[int, int]:
    return {row.batch_id: row.seed for row in connection.execute(select(schema.recheck_sample))}


def _checks_of(connection: Connection, check: Check) -> list[Check]:
    table = schema.recheck
    query = select(table).where(
        table.c.page_id == check.page_id, table.c.item_id == check.item_id, table.c.withdrawn_at.is_(None)
    )
    return [_to_check(row) for row in connection.execute(query.order_by(table.c.id))]


def _verify(connection: Connection, check: Check, made: list[Check]) -> int:
    names = list(dict.fromkeys(each.operator for each in made))
    note = f"re-check: {', '.join(names)}"
    verification = Verification(check.answer, check.operator, check.decided_at, note)
    return insert_verifications(connection, [(check.page_id, check.item_id, verification)])[0]


def _to_check(row: Any) -> Check:
    return Check(row.page_id, ItemId(row.item_id), _from_text(row.answer), row.operator, row.decided_at)


def _to_act(row: Any, *, is_check: bool) -> Act:
    answer = _from_text(row.answer)
    is_withdrawn = row.withdrawn_at is not None
    return Act(
        row.operator, row.decided_at, AnswerKey(row.page_id, ItemId(row.item_id)), answer, is_check, is_withdrawn
    )


def _to_text(answer: Answer | None) -> str | None:
    return None if answer is None else join_answer(answer)


def _from_text(text: str | None) -> Answer | None:
    return None if text is None else split_answer(text)
