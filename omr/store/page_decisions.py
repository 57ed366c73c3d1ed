"""What people say about pages as a whole, kept beside what was delivered; the latest word not withdrawn is in force.

Nothing here is ever overwritten: a new word is a new row, the one it replaces stays with the moment it was replaced,
and a withdrawn one with the moment it was withdrawn.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from form_templates.model import ItemId
from omr.clock import now
from omr.responses import Aspect, DeliveredPage
from omr.results import IdentitySource, ItemReading, PageIdentity, PageOutcome, PageReading, Verification
from omr.store import schema
from omr.store.database import Database, in_portions, insert_row
from omr.store.judgements import Seen, ensure_as_seen, insert_verifications
from omr.store.reading_rows import item_reading, item_values, page_values
from omr.store.sqlite.failures import unpacked

Corners = tuple[tuple[float, float], ...]
"""The corners of the paper in the scan, (x, y) px, clockwise from the top left of the form."""

_OF_PAGE = ("template_id", "template_version", "page_number", "unit", "serial", "registration", "marks")
_WITHOUT_MEASUREMENTS = [c for c in schema.page_pin.c if c.name not in ("registration", "marks", "corners")]


@dataclass(frozen=True, slots=True)
class PageAssignment:
    """A person's word on whose a page is.

    Attributes:
        page_id: The page.
        aspect: ``UNIT``, ``RESPONDENT`` or ``SHEET``.
        value: The unit's code, or the id of the page with which it belongs together, or that counts for its sheet.
        operator: Who says so.
        decided_at: When, ISO 8601 with offset.
        note: Which pages it was said of, where of many at once; may be empty.
    """

    page_id: int
    aspect: Aspect
    value: str
    operator: str
    decided_at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PagePin:
    """A person's word on which page of the form a scan shows and where, and what was read with that.

    Attributes:
        page_id: The page as delivered.
        turned_deg: Clockwise turn that makes the scan upright: 0, 90, 180 or 270.
        corners: Where the paper lies; None for a page to be typed by hand.
        reading: Which page of the form it is, and what the engine read there; for a page typed by hand all items are
            flagged.
        operator: Who says so.
        decided_at: When, ISO 8601 with offset.
    """

    page_id: int
    turned_deg: int
    corners: Corners | None
    reading: PageReading
    operator: str
    decided_at: str


@dataclass(frozen=True, slots=True)
class PinnedPlace:
    """What is needed to show a pinned page; ``registration`` and ``marks`` as they are kept, None if typed by hand."""

    template_id: str
    template_version: int
    page_number: int
    turned_deg: int
    registration: str | None
    marks: bytes | None


@dataclass(frozen=True, slots=True)
class _Pin:
    identity: PageIdentity
    operator: str
    readings: Mapping[ItemId, ItemReading]


@dataclass(frozen=True, slots=True)
class PageDecisions:
    """All words in force, by page id."""

    assignments: Mapping[int, Mapping[Aspect, PageAssignment]]
    pins: Mapping[int, _Pin]

    def applied_to(self, page: DeliveredPage) -> DeliveredPage:
        """Return a page as people say it is; what was delivered and read is not touched."""
        assert page.page_id is not None, "pages without content are nobody's to decide"
        pin, said = self.pins.get(page.page_id), self.assignments.get(page.page_id, {})
        if pin is None and not said:
            return page
        said_by = {aspect: word.operator for aspect, word in said.items()}
        if pin is not None:
            said_by[Aspect.PIN] = pin.operator
            page = replace(page, outcome=PageOutcome.READ, reason=None, detail="")
            page = replace(page, identity=pin.identity, readings=pin.readings)
        unit, respondent, sheet = (said.get(each) for each in (Aspect.UNIT, Aspect.RESPONDENT, Aspect.SHEET))
        return replace(
            page,
            assigned_unit=unit.value if unit else page.assigned_unit,
            joined_to=int(respondent.value) if respondent else None,
            same_sheet_as=int(sheet.value) if sheet else None,
            said_by=said_by,
        )


class PageDecisionTable:
    """What people say about the pages of a survey as a whole: whose each is, which page of the form, and where."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def assign(self, assignments: Sequence[PageAssignment]) -> None:
        """Keep a person's words on whose pages are, all or none; they replace those in force, which are kept."""
        if assignments:
            with self._database.transaction() as connection:
                _replace_earlier(connection, assignments)
                connection.execute(schema.page_assignment.insert(), [asdict(each) for each in assignments])

    def withdraw_assignments(self, page_ids: Sequence[int], aspect: Aspect) -> None:
        """Take back the word in force on one aspect of some pages; it is kept, and what it replaced counts again."""
        table, moment = schema.page_assignment, now()
        with self._database.transaction() as connection:
            for ids in in_portions(page_ids):
                said = table.c.page_id.in_(ids) & (table.c.aspect == aspect.value)
                connection.execute(update(table).where(said & _is_in_force()).values(withdrawn_at=moment))
                later = table.alias()
                is_same = (later.c.page_id == table.c.page_id) & (later.c.aspect == table.c.aspect)
                is_last = (
                    ~select(later.c.id).where(is_same, later.c.id > table.c.id, later.c.withdrawn_at.is_(None)).exists()
                )
                restored = said & table.c.withdrawn_at.is_(None) & is_last
                connection.execute(update(table).where(restored).values(replaced_at=None))

    def withdraw_all_assignments(self, page_ids: Sequence[int], aspect: Aspect) -> None:
        """Take back every word on one aspect of some pages, also those that were replaced; they are kept."""
        table, moment = schema.page_assignment, now()
        with self._database.transaction() as connection:
            for ids in in_portions(page_ids):
                said = table.c.page_id.in_(ids) & (table.c.aspect == aspect.value) & table.c.withdrawn_at.is_(None)
                connection.execute(update(table).where(said).values(withdrawn_at=moment))

    def sheets_said(self, page_ids: Sequence[int]) -> dict[int, int]:
        """Return the page that people say counts for the sheet of each of some pages; others are missing."""
        table = schema.page_assignment
        is_said = (table.c.aspect == Aspect.SHEET.value) & _is_in_force()
        with self._database.connect() as connection:
            rows = connection.execute(select(table).where(table.c.page_id.in_(page_ids), is_said))
            return {word.page_id: int(word.value) for word in unpacked(table, rows, _assignment)}

    def pin(self, pin: PagePin) -> None:
        """Keep which page a scan shows, as a person says; from now on it is read as that."""
        with self._database.transaction() as connection:
            _insert_pin(connection, pin)

    def type_in(self, pin: PagePin, answers: Mapping[ItemId, Verification], seen: Seen) -> None:
        """Keep a page that a person typed by hand, with all its answers or none.

        Args:
            pin: Which page of the form it is.
            answers: All its answers.
            seen: What was in force on them, as the person saw it.

        Raises:
            DecidedMeanwhile: Something else is in force by now, for somebody else typed it; nothing was kept.
        """
        verified = [(pin.page_id, *each) for each in answers.items()]
        with self._database.transaction() as connection:
            ensure_as_seen(connection, verified, seen)
            _insert_pin(connection, pin)
            insert_verifications(connection, verified)

    def withdraw_pin(self, page_id: int) -> None:
        """Take back what a person said of which page a scan shows: it is again what the engine made of it.

        The answers that people gave meanwhile are kept.
        """
        with self._database.transaction() as connection:
            _withdraw_pin(connection, page_id, now())


def pinned_place(connection: Connection, page_id: int) -> PinnedPlace | None:
    """Return where a person pinned a page, or None."""
    table = schema.page_pin
    query = select(table).where(table.c.page_id == page_id, table.c.withdrawn_at.is_(None)).order_by(table.c.id.desc())
    row = connection.execute(query).first()
    if row is None:
        return None
    form = row.template_id, row.template_version
    return PinnedPlace(*form, row.page_number, row.turned_deg, row.registration, row.marks)


def load_page_decisions(connection: Connection) -> PageDecisions:
    """Return all words in force."""
    return PageDecisions(_assignments(connection), _pins(connection))


def _assignments(connection: Connection) -> dict[int, dict[Aspect, PageAssignment]]:
    table = schema.page_assignment
    in_force: dict[int, dict[Aspect, PageAssignment]] = {}
    rows = connection.execute(select(table).where(_is_in_force()).order_by(table.c.id))
    for word in unpacked(table, rows, _assignment):
        in_force.setdefault(word.page_id, {})[word.aspect] = word
    return in_force


def _is_in_force() -> ColumnElement[bool]:
    return schema.page_assignment.c.withdrawn_at.is_(None) & schema.page_assignment.c.replaced_at.is_(None)


def _replace_earlier(connection: Connection, assignments: Sequence[PageAssignment]) -> None:
    """Note, in a transaction, that what is in force on some pages is replaced."""
    table = schema.page_assignment
    by_word: dict[tuple[Aspect, str], list[int]] = {}
    for each in assignments:
        by_word.setdefault((each.aspect, each.decided_at), []).append(each.page_id)
    for (aspect, moment), page_ids in by_word.items():
        for ids in in_portions(page_ids):
            is_replaced = table.c.page_id.in_(ids) & (table.c.aspect == aspect.value) & _is_in_force()
            connection.execute(update(table).where(is_replaced).values(replaced_at=moment))


def _assignment(row: Any) -> PageAssignment:
    aspect = Aspect(row.aspect)
    if aspect in (Aspect.RESPONDENT, Aspect.SHEET):
        int(row.value)  # a page's key, or the row is damaged
    return PageAssignment(row.page_id, aspect, row.value, row.operator, row.decided_at, row.note)


def _pins(connection: Connection) -> dict[int, _Pin]:
    table, reading = schema.page_pin, schema.pinned_reading
    rows = connection.execute(select(*_WITHOUT_MEASUREMENTS).where(table.c.withdrawn_at.is_(None))).all()
    readings: dict[int, dict[ItemId, ItemReading]] = {row.id: {} for row in rows}
    in_force = select(reading).join(table, table.c.id == reading.c.pin_id).where(table.c.withdrawn_at.is_(None))
    for pin_id, item in unpacked(reading, connection.execute(in_force), lambda row: (row.pin_id, item_reading(row))):
        readings[pin_id][item.item_id] = item
    return {row.page_id: _Pin(_identity(row), row.operator, readings[row.id]) for row in rows}


def _identity(row: Any) -> PageIdentity:
    form = (row.template_id, row.template_version, row.page_number)
    return PageIdentity(*form, row.unit, row.serial, IdentitySource.PERSON)


def _insert_pin(connection: Connection, pin: PagePin) -> None:
    """Insert a pin with what was read; an earlier one of the page is withdrawn."""
    _withdraw_pin(connection, pin.page_id, pin.decided_at)
    values = {
        "page_id": pin.page_id,
        "turned_deg": pin.turned_deg,
        "corners": None if pin.corners is None else json.dumps(pin.corners),
        "operator": pin.operator,
        "decided_at": pin.decided_at,
    }
    read = page_values(pin.reading)
    values |= {name: read[name] for name in _OF_PAGE if name in read}
    pin_id = insert_row(connection, schema.page_pin, values)
    rows = [{"pin_id": pin_id, **item_values(item)} for item in pin.reading.items]
    if rows:
        connection.execute(schema.pinned_reading.insert(), rows)


def _withdraw_pin(connection: Connection, page_id: int, moment: str) -> None:
    table = schema.page_pin
    in_force = (table.c.page_id == page_id) & table.c.withdrawn_at.is_(None)
    connection.execute(update(table).where(in_force).values(withdrawn_at=moment))
