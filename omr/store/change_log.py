"""Everything people decided about a survey's pages and answers, in the order they did it, also what they took back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from form_templates.model import ItemId
from omr.responses import Aspect, DeliveredPage
from omr.results import Acceptance, Answer, Flag
from omr.store import schema
from omr.store.acceptances import accepted_row
from omr.store.database import Database
from omr.store.reading_rows import split_answer
from omr.store.sqlite.failures import unpacked


class ChangeKind(StrEnum):
    """What was decided."""

    ANSWER = "answer"  # what an answer is
    DOUBT = "doubt"  # that an accepted answer be looked at
    ACCEPTED = "accepted"  # that a flagged reading counts, for decisions on others bear it out
    UNIT = "unit"  # which unit a page counts for
    RESPONDENT = "respondent"  # with which page it belongs together
    SHEET = "sheet"  # which other page shows the same sheet and counts
    PIN = "pin"  # which page of the form a scan shows, and where
    TYPED = "typed"  # likewise, for a page that was typed by hand
    PAGE_OUT = "page-out"  # that a page does not count
    BATCH_OUT = "batch-out"  # that nothing counts that came in a batch


@dataclass(frozen=True, slots=True)
class Change:
    """One decision of one person.

    Attributes:
        kind: What was decided.
        page_id: About which page; None where it was about a batch.
        operator: Who decided.
        decided_at: When, ISO 8601 with offset.
        item_id: About which item; None where it was about the page as a whole.
        reading: What the engine read there; None where it read nothing.
        flags: Why a person should look.
        answer: What the person decided, or let count; None where they found it unreadable, or decided something else.
        value: Of a page as a whole: a unit's code, the id of the page it belongs to, the number of the form's page; of
            a batch its number.
        before: Likewise what it was by itself; may be empty.
        note: A remark; may be empty.
        withdrawn_at: When it was taken back; empty if it was not.
        replaced_at: When a later word on the same page replaced it; empty if none did.
        place: File and page of a page that was taken out; else None.
        p_stated: Of a reading that was let count, the P(wrong) that the engine stated, 0.0-1.0.
        acceptance: Likewise, the recalibrated one, and what that rests on.
    """

    kind: ChangeKind
    page_id: int | None
    operator: str
    decided_at: str
    item_id: ItemId | None = None
    reading: Answer | None = None
    flags: frozenset[Flag] = frozenset()
    answer: Answer | None = None
    value: str = ""
    before: str = ""
    note: str = ""
    withdrawn_at: str = ""
    replaced_at: str = ""
    place: tuple[str, int] | None = None
    p_stated: float = 0.0
    acceptance: Acceptance | None = None


_KINDS = {Aspect.UNIT: ChangeKind.UNIT, Aspect.RESPONDENT: ChangeKind.RESPONDENT, Aspect.SHEET: ChangeKind.SHEET}


def read_changes(database: Database, pages: Sequence[DeliveredPage]) -> tuple[Change, ...]:
    """Return all decisions about delivered pages, the earliest first; of pages delivered twice those of the first."""
    known: dict[int, DeliveredPage] = {}
    for page in pages:
        if page.page_id is not None:
            known.setdefault(page.page_id, page)
    with database.snapshot() as connection:
        found = [*_answers(connection, known), *_doubts(connection, known), *_acceptances(connection, known)]
        found += _about_pages(connection, known)
        found += _removals(connection, known)
    return tuple(sorted(found, key=lambda change: change.decided_at))  # stable


def _answers(connection: Connection, pages: Mapping[int, DeliveredPage]) -> Iterator[Change]:
    table = schema.verification

    def change(row: Any) -> Change:
        answer = None if row.answer is None else split_answer(row.answer)
        return _about_item(ChangeKind.ANSWER, row, row.decided_at, pages, answer=answer, note=row.note)

    yield from unpacked(table, connection.execute(select(table).order_by(table.c.id)), change)


def _doubts(connection: Connection, pages: Mapping[int, DeliveredPage]) -> Iterator[Change]:
    table = schema.doubt
    for row in connection.execute(select(table).order_by(table.c.id)):
        yield _about_item(ChangeKind.DOUBT, row, row.doubted_at, pages)


def _acceptances(connection: Connection, pages: Mapping[int, DeliveredPage]) -> Iterator[Change]:
    table = schema.acceptance

    def change(row: Any) -> Change:
        _, item_id, acceptance = accepted_row(row)
        page = pages.get(row.page_id)
        reading = page.readings.get(item_id) if page else None
        made = _about_item(ChangeKind.ACCEPTED, row, acceptance.decided_at, pages, answer=acceptance.answer)
        if reading is None:
            return replace(made, acceptance=acceptance)
        return replace(made, acceptance=acceptance, p_stated=reading.p_wrong, flags=reading.flags)

    yield from unpacked(table, connection.execute(select(table).order_by(table.c.id)), change)


def _about_item(
    kind: ChangeKind,
    row: Any,
    moment: str,
    pages: Mapping[int, DeliveredPage],
    *,
    answer: Answer | None = None,
    note: str = "",
) -> Change:
    page, item_id = pages.get(row.page_id), ItemId(row.item_id)
    reading = page.readings.get(item_id) if page else None
    return Change(
        kind=kind,
        page_id=row.page_id,
        operator=row.operator,
        decided_at=moment,
        item_id=item_id,
        reading=reading.answer if reading else None,
        flags=page.doubts(item_id) if page and reading else frozenset(),
        answer=answer,
        note=note,
        withdrawn_at=row.withdrawn_at or "",
    )


def _about_pages(connection: Connection, pages: Mapping[int, DeliveredPage]) -> Iterator[Change]:
    said = schema.page_assignment
    for row in connection.execute(select(said).order_by(said.c.id)):
        is_unit = row.aspect == Aspect.UNIT
        page = pages.get(row.page_id)
        printed = page.identity.unit if is_unit and page and page.identity else ""
        kind = _KINDS[row.aspect]
        change = _about_page(kind, row, value=row.value, before=printed)
        yield replace(change, note=row.note, replaced_at=row.replaced_at or "")
    pin = schema.page_pin
    columns = (
        pin.c.id,
        pin.c.page_id,
        pin.c.page_number,
        pin.c.corners,
        pin.c.operator,
        pin.c.decided_at,
        pin.c.withdrawn_at,
    )
    yield from unpacked(pin, connection.execute(select(*columns).order_by(pin.c.id)), _about_pin)


def _about_pin(row: Any) -> Change:
    is_typed = row.corners is None or json.loads(row.corners) is None
    return _about_page(ChangeKind.TYPED if is_typed else ChangeKind.PIN, row, value=str(row.page_number))


def _about_page(kind: ChangeKind, row: Any, *, value: str, before: str = "") -> Change:
    withdrawn_at = row.withdrawn_at or ""
    return Change(
        kind, row.page_id, row.operator, row.decided_at, value=value, before=before, withdrawn_at=withdrawn_at
    )


def _removals(connection: Connection, pages: Mapping[int, DeliveredPage]) -> Iterator[Change]:
    table = schema.removal
    for row in connection.execute(select(table).order_by(table.c.id)):
        kind = ChangeKind.PAGE_OUT if row.batch_id is None else ChangeKind.BATCH_OUT
        page = pages.get(row.page_id)
        yield Change(
            kind,
            row.page_id,
            row.operator,
            row.decided_at,
            value="" if row.batch_id is None else str(row.batch_id),
            withdrawn_at=row.withdrawn_at or "",
            place=(page.source, page.page_in_file) if page else None,
        )
