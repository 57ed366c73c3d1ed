"""The survey's database: deliveries, pages, readings and verifications, one commit per page."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, fields, replace
from itertools import compress
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, Table, create_engine, event, func, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from form_templates.model import ItemId
from omr.clock import now
from omr.errors import DiskFull, FolderNotWritable, SurveyBusy, SurveyDamaged, SurveyTooNew
from omr.local_correction import LocalCorrection
from omr.rescans.same_sheets import mark_same_sheets
from omr.rescans.sheet_index import SheetIndex, SketchedPage, is_consistent
from omr.responses import Aspect, DeliveredPage
from omr.results import (
    IdentitySource,
    ItemReading,
    MarkReading,
    PageHealth,
    PageIdentity,
    PageOutcome,
    PageReading,
    Reason,
    Registration,
    Side,
    Streak,
    Verification,
)
from omr.store import schema
from omr.store.page_decisions import (
    PageAssignment,
    PagePin,
    insert_assignments,
    insert_pin,
    load_page_decisions,
    pinned_place,
    withdraw_assignments,
    withdraw_pin,
)
from omr.store.reading_rows import item_reading, item_values, join_answer, split_answer

_IDS_AT_ONCE = 500  # SQLite takes 999 parameters in old builds

_A4_MM = (210.0, 297.0)  # all that could be read when corrections were quadratics


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
    """

    delivery_id: int
    batch: int
    position: int
    name: str
    unit: str
    content_hash: str | None


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch: 1-based number, whether it ended, and when it began and ended, ISO 8601 (empty while it has not)."""

    number: int
    is_done: bool
    started_at: str
    finished_at: str


@dataclass(frozen=True, slots=True)
class Content:
    """A scan file as kept: SHA-256, extension with its dot, and its pages once the file was opened."""

    content_hash: str
    extension: str
    page_count: int | None
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PageDetails:
    """What is needed to show a page: where its image is, where the template lies in it, what was measured.

    ``turned_deg`` is the clockwise turn that a person says makes the scan upright.
    """

    page_id: int
    content_hash: str
    extension: str
    page_in_file: int
    page_number: int
    registration: Registration | None
    marks: tuple[MarkReading, ...]
    turned_deg: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """A person's wish that an accepted answer be looked at; ``doubted_at`` is ISO 8601 with offset."""

    page_id: int
    item_id: ItemId
    operator: str
    doubted_at: str


@dataclass(frozen=True, slots=True)
class JudgementKeys:
    """Keys of what was kept at one go."""

    verification_ids: tuple[int, ...] = ()
    doubt_ids: tuple[int, ...] = ()


class Store:
    """Everything a survey knows apart from the scans themselves."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder
        self._sheets = SheetIndex()
        self._sheets_lock = Lock()  # the window lists pages from several threads

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Make a new database file."""
        store = cls(_connect(path), path.parent)
        with store._explained():
            schema.create_tables(store._engine)
        return store

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Open a database, migrating it forward if it is older than this program.

        Raises:
            SurveyDamaged: The file is missing or no database.
            SurveyTooNew: It was written by a newer program.
        """
        if not path.is_file():
            raise SurveyDamaged(path, "it is missing")
        store = cls(_connect(path), path.parent)
        try:
            store._bring_up_to_date(path)
        except DatabaseError as error:
            store.close()
            if isinstance(error, OperationalError) and "locked" in str(error):
                raise SurveyBusy(path.parent) from error
            raise SurveyDamaged(path, "it is not a survey database") from error
        return store

    def close(self) -> None:
        """Let go of the file; what was committed is in ``survey.db`` alone."""
        self._engine.dispose()

    # Batches and deliveries

    def unfinished_batch(self) -> int | None:
        """Return the batch that was interrupted, or None."""
        with self._engine.connect() as connection:
            found = connection.scalar(select(func.max(schema.batch.c.id)).where(schema.batch.c.state == "reading"))
        return None if found is None else int(found)

    def start_batch(self, settings: dict[str, Any]) -> int:
        """Begin a batch that reads with ``settings``; returns its number."""
        values = {"state": "reading", "started_at": now(), "settings": json.dumps(settings, sort_keys=True)}
        with self._transaction() as connection:
            return _inserted(connection.execute(schema.batch.insert().values(values)).inserted_primary_key)

    def learned(self, batch: int) -> bytes | None:
        """Return what a batch learned from its first pages; None if it did not look yet."""
        with self._engine.connect() as connection:
            return connection.scalar(select(schema.batch.c.learned).where(schema.batch.c.id == batch))

    def batch_of(self, content_hash: str) -> int:
        """Return the batch in which a content was read: the first it was delivered with; KeyError if in none."""
        table = schema.delivery
        with self._engine.connect() as connection:
            batch = connection.scalar(select(func.min(table.c.batch_id)).where(table.c.content_hash == content_hash))
        if batch is None:
            raise KeyError(content_hash)
        return int(batch)

    def keep_learned(self, batch: int, learned: bytes) -> None:
        """Note what a batch learned, before any of its pages is kept."""
        with self._transaction() as connection:
            connection.execute(update(schema.batch).where(schema.batch.c.id == batch).values(learned=learned))

    def finish_batch(self, batch: int) -> None:
        """Mark a batch as done."""
        with self._transaction() as connection:
            connection.execute(
                update(schema.batch).where(schema.batch.c.id == batch).values(state="done", finished_at=now())
            )

    def add_delivery(self, batch: int, name: str, unit: str, content: Content, size: int) -> int:
        """Note that a file was handed in; its scan (``size`` bytes) lies in the survey's folder by now."""
        with self._transaction() as connection:
            _ensure_content(connection, content, size)
            return _append_delivery(connection, batch, name=name, unit=unit, content_hash=content.content_hash)

    def refuse_delivery(self, batch: int, name: str, unit: str, reason: Reason, detail: str) -> int:
        """Note that a file was handed in but could not be taken in; it may be tried again."""
        with self._transaction() as connection:
            return _append_delivery(connection, batch, name=name, unit=unit, reason=reason.value, detail=detail)

    def take_in_refused(self, delivery_id: int, content: Content, size: int) -> None:
        """Note that a file refused before could be taken in now."""
        with self._transaction() as connection:
            _ensure_content(connection, content, size)
            row = schema.delivery.c.id == delivery_id
            values = {"content_hash": content.content_hash, "reason": "", "detail": ""}
            connection.execute(update(schema.delivery).where(row).values(values))

    def batches(self) -> list[BatchRecord]:
        """Return all batches in order."""
        table = schema.batch
        with self._engine.connect() as connection:
            rows = connection.execute(select(table).order_by(table.c.id))
            return [BatchRecord(r.id, r.state == "done", r.started_at, r.finished_at or "") for r in rows]

    def deliveries(self) -> list[Delivery]:
        """Return all deliveries in order."""
        table = schema.delivery
        with self._engine.connect() as connection:
            rows = connection.execute(select(table).order_by(table.c.batch_id, table.c.position))
            return [Delivery(r.id, r.batch_id, r.position, r.name, r.unit, r.content_hash) for r in rows]

    def content(self, content_hash: str) -> Content | None:
        """Return a kept scan, or None."""
        with self._engine.connect() as connection:
            row = connection.execute(_content_row(content_hash)).first()
        return Content(row.hash, row.extension, row.page_count, row.reason, row.detail) if row else None

    def set_page_count(self, content_hash: str, page_count: int, reason: str = "", detail: str = "") -> None:
        """Note how many pages a scan file has, or (with 0) why it cannot be opened."""
        with self._transaction() as connection:
            _update_content(connection, content_hash, page_count, reason, detail)

    # Pages

    def pages_read(self, content_hash: str) -> frozenset[int]:
        """Return the 1-based pages of a scan that have a reading."""
        table = schema.page
        with self._engine.connect() as connection:
            rows = connection.execute(select(table.c.page_in_file).where(table.c.content_hash == content_hash))
            return frozenset(row.page_in_file for row in rows)

    def save_page(self, content_hash: str, page_in_file: int, reading: PageReading) -> None:
        """Keep one page's reading, in one commit; a page that is kept already stays as it is."""
        with self._transaction() as connection:
            _insert_page(connection, content_hash, page_in_file, reading)

    def save_opened(self, content_hash: str, page_count: int, first_page: PageReading) -> None:
        """Keep the first page of a scan file together with how many there are, in one commit."""
        with self._transaction() as connection:
            _insert_page(connection, content_hash, 1, first_page)
            _update_content(connection, content_hash, page_count)

    def delivered_pages(self, delivery_ids: frozenset[int] | None = None) -> list[DeliveredPage]:
        """Return every delivered page, or those of some deliveries, in order: batch, file, page in file.

        A delivery whose content came earlier under another name gives pages with outcome DUPLICATE; so does a page
        whose sheet was scanned before. A delivery that could not be opened gives one page with outcome UNREADABLE; one
        that waits to be read gives none.
        """
        with self._explained(), self._engine.connect() as connection:
            # Else each query would see its own moment, and a page kept between two of them would have no readings.
            connection.exec_driver_sql("BEGIN")
            pages = _pages_by_content(connection)
            rows = connection.execute(_deliveries_with_content()).all()
        delivered: list[DeliveredPage] = []
        wanted: list[bool] = []
        seen: set[str] = set()
        for row in rows:
            delivered += _pages_of_delivery(row, pages, is_repeated=row.content_hash in seen)
            wanted += [delivery_ids is None or row.id in delivery_ids] * (len(delivered) - len(wanted))
            if row.content_hash:
                seen.add(row.content_hash)
        marked = mark_same_sheets(delivered, self.like_sheets().like, self._is_consistent)
        return list(compress(marked, wanted))

    def like_sheets(self) -> SheetIndex:
        """Return which pages show the same sheet; pages that came since the last time are compared now."""
        table = schema.page
        sketched = select(table.c.id, table.c.page_number, table.c.ink_sketch).where(table.c.ink_sketch.is_not(None))
        with self._sheets_lock, self._engine.connect() as connection:
            new = sketched.where(table.c.id > self._sheets.newest)
            self._sheets.add((SketchedPage(*row) for row in connection.execute(new)), self._ink_of)
        return self._sheets

    def page_health(self) -> dict[int, PageHealth]:
        """Return what pages tell about scanner and paper, by page id; pages not read, or read long ago, are missing."""
        table = schema.page
        with self._engine.connect() as connection:
            rows = connection.execute(select(table.c.id, table.c.health).where(table.c.health.is_not(None)))
            return {row.id: unpack_health(row.health) for row in rows}

    def page_details(self, page_id: int) -> PageDetails:
        """Return what is needed to show a page; KeyError if there is none."""
        query = (
            select(schema.page, schema.content.c.extension)
            .join(schema.content, schema.content.c.hash == schema.page.c.content_hash)
            .where(schema.page.c.id == page_id)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
            pinned = pinned_place(connection, page_id)
        if row is None:
            raise KeyError(page_id)
        place = pinned or row
        return PageDetails(
            row.id,
            row.content_hash,
            row.extension,
            row.page_in_file,
            place.page_number,
            unpack_registration(place.registration),
            unpack_marks(place.marks),
            pinned.turned_deg if pinned else 0,
        )

    # Verifications

    def verify(self, page_id: int, item_id: ItemId, verification: Verification) -> int:
        """Keep a person's decision beside the reading; returns its key."""
        return self.keep_judgements([(page_id, item_id, verification)]).verification_ids[0]

    def keep_judgements(
        self, verified: Sequence[tuple[int, ItemId, Verification]], doubted: Sequence[Doubt] = ()
    ) -> JudgementKeys:
        """Keep what a person decided and doubted at one go, all of it or nothing; keys are in the order given."""
        decisions = [_verification_values(*each) for each in verified]
        doubts = [asdict(each) for each in doubted]
        with self._transaction() as connection:
            return JudgementKeys(
                _insert_all(connection, schema.verification, decisions), _insert_all(connection, schema.doubt, doubts)
            )

    def withdraw_judgements(self, keys: JudgementKeys) -> None:
        """Undo decisions and doubts, all or none; they are kept, but no longer in force."""
        moment = now()
        with self._transaction() as connection:
            for table, ids in ((schema.verification, keys.verification_ids), (schema.doubt, keys.doubt_ids)):
                for portion in _in_portions(ids):
                    connection.execute(update(table).where(table.c.id.in_(portion)).values(withdrawn_at=moment))

    def withdraw_verification(self, verification_id: int) -> None:
        """Undo a decision; it is kept, but no longer in force."""
        self.withdraw_judgements(JudgementKeys((verification_id,)))

    # What people say about pages

    def assign_pages(self, assignments: Sequence[PageAssignment]) -> None:
        """Keep a person's words on whose pages are, all or none; later words count, earlier ones are kept."""
        with self._transaction() as connection:
            insert_assignments(connection, assignments)

    def withdraw_assignments(self, page_ids: Sequence[int], aspect: Aspect) -> None:
        """Take back every word in force on one aspect of some pages; they are kept, but no longer in force."""
        with self._transaction() as connection:
            withdraw_assignments(connection, page_ids, aspect, now())

    def pin_page(self, pin: PagePin) -> None:
        """Keep which page a scan shows, as a person says; from now on it is read as that."""
        with self._transaction() as connection:
            insert_pin(connection, pin, _page_values(pin.reading))

    def type_page(self, pin: PagePin, answers: Mapping[ItemId, Verification]) -> None:
        """Keep a page that a person typed by hand, with all its answers or none."""
        with self._transaction() as connection:
            insert_pin(connection, pin, _page_values(pin.reading))
            decisions = [_verification_values(pin.page_id, *each) for each in answers.items()]
            _insert_all(connection, schema.verification, decisions)

    def withdraw_pin(self, page_id: int) -> None:
        """Take back what a person said of which page a scan shows; their answers are kept."""
        with self._transaction() as connection:
            withdraw_pin(connection, page_id, now())

    # Issued forms

    def next_serials(self) -> dict[str, int]:
        """Return the first serial number not yet printed, by unit code; units without an entry begin at 1."""
        table = schema.issue
        next_serial = func.max(table.c.first_serial + table.c.copies)
        with self._engine.connect() as connection:
            rows = connection.execute(select(table.c.unit, next_serial).group_by(table.c.unit))
            return {unit: int(serial) for unit, serial in rows}

    def issue_forms(self, first_serials: Mapping[str, int], copies: int) -> None:
        """Note that ``copies`` forms were printed for every unit, from its first serial number on."""
        moment = now()
        rows = [
            {"unit": unit, "first_serial": first, "copies": copies, "printed_at": moment}
            for unit, first in first_serials.items()
        ]
        if rows:
            with self._transaction() as connection:
                connection.execute(schema.issue.insert(), rows)

    def issued_forms(self) -> dict[str, int]:
        """Return how many copies were printed, by unit code."""
        table = schema.issue
        with self._engine.connect() as connection:
            rows = connection.execute(select(table.c.unit, func.sum(table.c.copies)).group_by(table.c.unit))
            return {unit: int(copies) for unit, copies in rows}

    # For tables that have a module of their own

    def transaction(self) -> AbstractContextManager[Connection]:
        """Begin a transaction; it is committed at its end unless something goes wrong.

        Raises:
            DiskFull: There is no room for what was written.
            SurveyBusy: Another program holds the database.
            FolderNotWritable: The database cannot be written.
        """
        return self._transaction()

    # Inside

    def _ink_of(self, page_ids: Sequence[int]) -> dict[int, bytes]:
        table = schema.page
        found: dict[int, bytes] = {}
        with self._engine.connect() as connection:
            for ids in _in_portions(page_ids):
                query = select(table.c.id, table.c.ink).where(table.c.id.in_(ids), table.c.ink.is_not(None))
                found |= {row.id: row.ink for row in connection.execute(query)}
        return found

    def _is_consistent(self, page_id: int, other_id: int) -> bool:
        ink = self._ink_of([page_id, other_id])
        return is_consistent(ink.get(page_id), ink.get(other_id))

    def _bring_up_to_date(self, path: Path) -> None:
        with self._engine.connect() as connection:
            found = connection.scalar(select(schema.schema_version.c.version_num)) or ""
        if found == schema.SCHEMA_VERSION:
            return
        if found > schema.SCHEMA_VERSION:
            raise SurveyTooNew(path.parent, found)
        from omr.store.migrations import migrate  # Alembic takes a second to import and is due once in years

        migrate(self._engine, path)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if not self._folder.is_dir():  # an open database takes words that nobody will find again
            raise FolderNotWritable(self._folder, "it is not there")
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            text = str(error.orig)
            if "full" in text:
                raise DiskFull(self._folder) from error
            if "locked" in text:
                raise SurveyBusy(self._folder) from error
            if "readonly" in text or "unable to open" in text or "disk I/O" in text:
                raise FolderNotWritable(self._folder, text) from error
            raise


def pack_marks(marks: Sequence[MarkReading]) -> bytes:
    """Write measurements small: a JSON head with the areas, then float32 rows (fill ratio, p_marked, p_cancelled)."""
    head = json.dumps([[mark.item_id, mark.option] for mark in marks]).encode()
    numbers = np.array([[m.fill_ratio, m.p_marked, m.p_cancelled] for m in marks], dtype="<f4")
    return zlib.compress(len(head).to_bytes(4, "little") + head + numbers.tobytes(), level=1)


def unpack_marks(packed: bytes | None) -> tuple[MarkReading, ...]:
    """Read what ``pack_marks`` wrote; None gives no marks."""
    if packed is None:
        return ()
    raw = zlib.decompress(packed)
    size = int.from_bytes(raw[:4], "little")
    areas = json.loads(raw[4 : 4 + size])
    numbers = np.frombuffer(raw[4 + size :], dtype="<f4").reshape(len(areas), -1).tolist()
    return tuple(MarkReading(*area, *row) for area, row in zip(areas, numbers, strict=True))


def unpack_registration(text: str | None) -> Registration | None:
    """Read a registration as ``save_page`` wrote it."""
    if text is None:
        return None
    values = json.loads(text)
    values["template_to_scan"] = tuple(values["template_to_scan"])
    if "correction_mm" in values:  # as surveys kept it before the correction could follow more than a quadratic
        values["correction"] = LocalCorrection.from_quadratic(values.pop("correction_mm"), *_A4_MM)
    else:
        kept = values["correction"]
        values["correction"] = LocalCorrection(kept["columns"], kept["rows"], tuple(kept["shifts_mm"]))
    return Registration(**values)


def _pack_registration(registration: Registration) -> str:
    # By hand: ``asdict`` copies the hundreds of numbers of a correction one by one.
    correction = registration.correction
    facts = {each.name: getattr(registration, each.name) for each in fields(registration)}
    facts["correction"] = {each.name: getattr(correction, each.name) for each in fields(correction)}
    return json.dumps(facts)


def unpack_health(text: str) -> PageHealth:
    """Read a page's health as ``save_page`` wrote it."""
    values = json.loads(text)
    values["streaks"] = tuple(Streak(Side(side), distance_mm) for side, distance_mm in values["streaks"])
    for name in ("cropped_mm", "border_mm"):
        values[name] = tuple(values[name])
    return PageHealth(**values)


def pack_health(health: PageHealth) -> str:
    """Write a page's health as JSON."""
    streaks = [[streak.side.value, streak.distance_mm] for streak in health.streaks]
    return json.dumps(asdict(health) | {"streaks": streaks}, separators=(",", ":"))


def _connect(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def _set_pragmas(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def _in_portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield ids in portions that any database takes as parameters."""
    for start in range(0, len(ids), _IDS_AT_ONCE):
        yield ids[start : start + _IDS_AT_ONCE]


def _inserted(key: Any) -> int:
    return int(key[0])


def _insert_all(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> tuple[int, ...]:
    if not rows:
        return ()
    statement = table.insert().returning(table.c.id, sort_by_parameter_order=True)
    return tuple(int(key) for key in connection.scalars(statement, rows))


def _verification_values(page_id: int, item_id: ItemId, verification: Verification) -> dict[str, Any]:
    return {
        "page_id": page_id,
        "item_id": item_id,
        "answer": None if verification.answer is None else join_answer(verification.answer),
        "operator": verification.operator,
        "decided_at": verification.decided_at,
        "note": verification.note,
    }


def _ensure_content(connection: Connection, content: Content, size: int) -> None:
    if connection.execute(_content_row(content.content_hash)).first() is None:
        values = {"hash": content.content_hash, "extension": content.extension, "size": size}
        connection.execute(schema.content.insert().values(values))


def _append_delivery(connection: Connection, batch: int, **values: str) -> int:
    table = schema.delivery
    last = connection.scalar(select(func.max(table.c.position)).where(table.c.batch_id == batch))
    row = {"batch_id": batch, "position": 0 if last is None else last + 1, **values}
    return _inserted(connection.execute(table.insert().values(row)).inserted_primary_key)


def _update_content(
    connection: Connection, content_hash: str, page_count: int, reason: str = "", detail: str = ""
) -> None:
    values = {"page_count": page_count, "reason": reason, "detail": detail}
    connection.execute(update(schema.content).where(schema.content.c.hash == content_hash).values(values))


def _insert_page(connection: Connection, content_hash: str, page_in_file: int, reading: PageReading) -> None:
    table = schema.page
    known = select(table.c.id).where(table.c.content_hash == content_hash, table.c.page_in_file == page_in_file)
    if connection.execute(known).first() is not None:
        return
    values = {"content_hash": content_hash, "page_in_file": page_in_file, **_page_values(reading)}
    page_id = _inserted(connection.execute(table.insert().values(values)).inserted_primary_key)
    if reading.items:
        rows = [{"page_id": page_id, **item_values(item)} for item in reading.items]
        connection.execute(schema.item_reading.insert(), rows)


def _content_row(content_hash: str) -> Any:
    return select(schema.content).where(schema.content.c.hash == content_hash)


def _deliveries_with_content() -> Any:
    table, content = schema.delivery, schema.content
    columns = (table, content.c.page_count, content.c.reason.label("why"), content.c.detail.label("why_detail"))
    joined = select(*columns).outerjoin(content, content.c.hash == table.c.content_hash)
    return joined.order_by(table.c.batch_id, table.c.position)


def _page_values(reading: PageReading) -> dict[str, Any]:
    values: dict[str, Any] = {
        "outcome": reading.outcome.value,
        "reason": reading.reason.value if reading.reason else "",
        "detail": reading.detail,
    }
    if reading.identity:
        values |= {
            "template_id": reading.identity.template_id,
            "template_version": reading.identity.version,
            "page_number": reading.identity.page,
            "unit": reading.identity.unit,
            "serial": reading.identity.serial,
            "identity_source": reading.identity.source.value,
        }
    if reading.registration:
        values |= {"registration": _pack_registration(reading.registration), "marks": pack_marks(reading.marks)}
    if reading.health:
        values["health"] = pack_health(reading.health)
    if reading.ink:
        values |= {"ink_sketch": reading.ink.sketch or None, "ink": reading.ink.pictures}
    return values


def _pages_by_content(connection: Connection) -> dict[str, list[DeliveredPage]]:
    """Return the pages of every content, in order, with name, batch and unit still to be filled in."""
    readings = _readings_by_page(connection)
    verifications = _verifications_by_page(connection)
    decisions = load_page_decisions(connection)
    doubted = _doubted_by_page(connection)
    table = schema.page
    unwanted = ("registration", "marks", "health", "ink_sketch", "ink")
    wanted = [column for column in table.c if column.name not in unwanted]
    pages: dict[str, list[DeliveredPage]] = {}
    for row in connection.execute(select(*wanted).order_by(table.c.content_hash, table.c.page_in_file)):
        kept = DeliveredPage(
            page_id=row.id,
            batch=0,
            source="",
            page_in_file=row.page_in_file,
            outcome=PageOutcome(row.outcome),
            reason=row.reason,
            detail=row.detail,
            identity=_identity(row),
            readings=readings.get(row.id, {}),
            verifications=verifications.get(row.id, {}),
            doubted=frozenset(doubted.get(row.id, ())),
        )
        pages.setdefault(row.content_hash, []).append(decisions.applied_to(kept))
    return pages


def _identity(row: Any) -> PageIdentity | None:
    if not row.identity_source:
        return None
    source = IdentitySource(row.identity_source)
    return PageIdentity(row.template_id, row.template_version, row.page_number, row.unit, row.serial, source)


def _readings_by_page(connection: Connection) -> dict[int, dict[ItemId, ItemReading]]:
    readings: dict[int, dict[ItemId, ItemReading]] = {}
    for row in connection.execute(select(schema.item_reading)):
        readings.setdefault(row.page_id, {})[ItemId(row.item_id)] = item_reading(row)
    return readings


def _verifications_by_page(connection: Connection) -> dict[int, dict[ItemId, Verification]]:
    table = schema.verification
    in_force: dict[int, dict[ItemId, Verification]] = {}
    for row in connection.execute(select(table).where(table.c.withdrawn_at.is_(None)).order_by(table.c.id)):
        answer = None if row.answer is None else split_answer(row.answer)
        decision = Verification(answer, row.operator, row.decided_at, row.note)
        in_force.setdefault(row.page_id, {})[ItemId(row.item_id)] = decision
    return in_force


def _doubted_by_page(connection: Connection) -> dict[int, set[ItemId]]:
    table = schema.doubt
    doubted: dict[int, set[ItemId]] = {}
    rows = connection.execute(select(table.c.page_id, table.c.item_id).where(table.c.withdrawn_at.is_(None)))
    for page_id, item_id in rows:
        doubted.setdefault(page_id, set()).add(ItemId(item_id))
    return doubted


def _pages_of_delivery(
    row: Any, pages: dict[str, list[DeliveredPage]], *, is_repeated: bool
) -> Iterator[DeliveredPage]:
    if row.reason or row.why:
        yield DeliveredPage(
            None, row.batch_id, row.name, 1, PageOutcome.UNREADABLE, row.reason or row.why, row.detail or row.why_detail
        )
        return
    for kept in pages.get(row.content_hash, ()):
        page = replace(kept, batch=row.batch_id, source=row.name, assigned_unit=kept.assigned_unit or row.unit)
        if is_repeated:
            page = replace(page, outcome=PageOutcome.DUPLICATE, reason=Reason.ALREADY_DELIVERED.value, detail="")
        yield page
