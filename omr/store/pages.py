"""The pages of kept scans: what was read of each, and how they come together as delivered pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from sqlalchemy import Connection, Select, delete, select, update

from form_templates.model import FormKey, ItemId
from omr.rescans.scanned_twice import mark_same_sheets
from omr.responses import DeliveredPage
from omr.results import (
    CURABLE,
    RETRIED,
    ItemReading,
    MarkReading,
    PageHealth,
    PageOutcome,
    PageReading,
    Reason,
    Registration,
)
from omr.store import schema
from omr.store.acceptances import load_acceptances, that_fit
from omr.store.database import Database, in_portions, insert_row
from omr.store.deliveries import update_content
from omr.store.judgements import load_doubted, load_verifications
from omr.store.known_sheets import KnownSheets
from omr.store.packing import unpack_health, unpack_marks, unpack_registration
from omr.store.page_decisions import PinnedPlace, load_page_decisions, pinned_place
from omr.store.reading_rows import (
    item_reading,
    item_values,
    page_identity,
    page_values,
    parse_reason,
    place_number,
    split_place,
)
from omr.store.removals import Removals, load_removals
from omr.store.sqlite.failures import unpacked

_MEASURED = ("registration", "marks", "health", "ink_sketch", "ink")


@dataclass(frozen=True, slots=True)
class PageDetails:
    """What is needed to show a page: where its image is, where the template lies in it, what was measured.

    ``turned_deg`` is the clockwise turn that a person says makes the scan upright; ``p_photo`` is of its health.
    """

    page_id: int
    content_hash: str
    extension: str
    page_in_file: int
    page_number: int
    registration: Registration | None
    marks: tuple[MarkReading, ...]
    turned_deg: int
    form: FormKey
    p_photo: float


class PageTable:
    """The pages of a survey and their readings, one commit per page."""

    def __init__(self, database: Database, sheets: KnownSheets) -> None:
        self._database = database
        self._sheets = sheets

    def numbers_read(self, content_hash: str, *, is_retry: bool = False) -> frozenset[int]:
        """Return the 1-based pages of a scan that need not be read again.

        Args:
            content_hash: The scan.
            is_retry: Whether all pages that were never seen or recognised are to be read, but for those of which a
                person said what they are, not only those that a rerun may cure.
        """
        table = schema.page
        unread = RETRIED if is_retry else CURABLE
        is_settled = table.c.reason.not_in(unread) | table.c.id.in_(_pinned())
        settled = (table.c.content_hash == content_hash) & is_settled & (table.c.page_in_file <= schema.FURTHER)
        with self._database.connect() as connection:
            rows = connection.execute(select(table.c.page_in_file).where(settled))
            return frozenset(row.page_in_file for row in rows)

    def save(self, content_hash: str, page_in_file: int, reading: PageReading) -> None:
        """Keep one page's reading, in one commit; a page that is kept already stays, unless it is tried again."""
        with self._database.transaction() as connection:
            insert_page(connection, content_hash, page_in_file, reading)

    def save_all(self, content_hash: str, readings: Sequence[PageReading]) -> None:
        """Keep the readings of all pages of a scan file, in one commit; pages that are kept already stay likewise."""
        with self._database.transaction() as connection:
            for page_in_file, reading in enumerate(readings, start=1):
                insert_page(connection, content_hash, page_in_file, reading)

    def save_opened(self, content_hash: str, page_count: int, first_page: PageReading) -> None:
        """Keep the first page of a scan file together with how many there are, in one commit."""
        with self._database.transaction() as connection:
            insert_page(connection, content_hash, 1, first_page)
            update_content(connection, content_hash, page_count)

    def distrust(self, page_ids: Sequence[int]) -> None:
        """Take pages as not read, because what is kept of them cannot be right: the next reading reads them again.

        They keep their keys, and so what people said about them.
        """
        table, reading = schema.page, schema.item_reading
        unread = {
            "outcome": PageOutcome.UNREADABLE.value,
            "reason": Reason.KEPT_COPY_DAMAGED.value,
            "detail": "",
            "registration": None,
            "marks": None,
            "health": None,
        }
        with self._database.transaction() as connection:
            for ids in in_portions(page_ids):
                connection.execute(delete(reading).where(reading.c.page_id.in_(ids)))
                connection.execute(update(table).where(table.c.id.in_(ids)).values(unread))

    def delivered(self, delivery_ids: frozenset[int] | None = None) -> list[DeliveredPage]:
        """Return every delivered page, or those of some deliveries, in order: batch, file, page in file.

        A delivery whose content came earlier under another name gives pages with outcome DUPLICATE; so does a page
        whose sheet was scanned before. A delivery that could not be opened gives one page with outcome UNREADABLE; one
        that waits to be read gives none. What a person took out has outcome TAKEN_OUT; what came again later counts
        in the place of what was taken out.
        """
        with self._database.snapshot() as connection:  # else a page kept meanwhile would come without its readings
            pages = _pages_by_content(connection)
            removals = load_removals(connection)
            rows = connection.execute(_deliveries_with_content()).all()
        delivered: list[DeliveredPage] = []
        wanted: list[bool] = []
        seen: set[str] = set()
        for row in rows:
            found = _pages_of_delivery(row, pages, is_repeated=row.content_hash in seen)
            delivered += (_unless_taken_out(page, removals) for page in found)
            wanted += [delivery_ids is None or row.id in delivery_ids] * (len(delivered) - len(wanted))
            if row.content_hash and row.batch_id not in removals.batches:
                seen.add(row.content_hash)
        marked = mark_same_sheets(delivered, self._sheets.compared().like, self._sheets.are_consistent)
        return list(compress(marked, wanted))

    def health(self) -> dict[int, PageHealth]:
        """Return what pages tell about scanner and paper, by page id; pages not read, or read long ago, are missing."""
        table = schema.page
        with self._database.connect() as connection:
            rows = connection.execute(select(table.c.id, table.c.health).where(table.c.health.is_not(None)))
            return dict(unpacked(table, rows, lambda row: (row.id, unpack_health(row.health))))

    def details(self, page_id: int) -> PageDetails:
        """Return what is needed to show a page.

        Raises:
            SurveyDamaged: It is not there, its file is not known, or its measurements cannot be understood.
        """
        query = (
            select(schema.page, schema.content.c.extension)
            .join(schema.content, schema.content.c.hash == schema.page.c.content_hash)
            .where(schema.page.c.id == page_id)
        )
        with self._database.connect() as connection:
            rows = connection.execute(query).all()
            pinned = pinned_place(connection, page_id)
            details = list(unpacked(schema.page, rows, lambda row: _details(row, pinned)))
        if not details:
            raise self._database.row_damaged(schema.page, str(page_id), "content_hash")
        return details[0]

    def files(self) -> dict[int, tuple[str, str]]:
        """Return hash and extension of the kept file that holds a page, by page id."""
        page, content = schema.page, schema.content
        query = select(page.c.id, content.c.hash, content.c.extension)
        with self._database.connect() as connection:
            rows = connection.execute(query.join(content, content.c.hash == page.c.content_hash))
            return {row.id: (row.hash, row.extension) for row in rows}


def _pinned() -> Select[tuple[int]]:
    """Select the pages of which a person says what they are."""
    table = schema.page_pin
    return select(table.c.page_id).where(table.c.withdrawn_at.is_(None))


def insert_page(connection: Connection, content_hash: str, page_in_file: int, reading: PageReading) -> None:
    """Insert a page with its reading, in a transaction; one that is kept already stays, unless it is tried again.

    A page that is read after all keeps its key, so that what people said about it meanwhile stays with it. Further
    pages on its image are kept beside it.
    """
    for part, each in enumerate((reading, *reading.further), start=1):
        if not _insert_one(connection, content_hash, place_number(page_in_file, part), each):
            return


def _insert_one(connection: Connection, content_hash: str, page_in_file: int, reading: PageReading) -> bool:
    """Insert one page; returns whether it was not kept already."""
    table = schema.page
    query = select(table.c.id, table.c.reason)
    known = connection.execute(
        query.where(table.c.content_hash == content_hash, table.c.page_in_file == page_in_file)
    ).first()
    if known is None:
        values = {"content_hash": content_hash, "page_in_file": page_in_file, **page_values(reading)}
        page_id = insert_row(connection, table, values)
    elif known.reason in RETRIED:
        page_id = known.id
        connection.execute(update(table).where(table.c.id == page_id).values(page_values(reading)))
    else:
        return False
    if reading.items:
        rows = [{"page_id": page_id, **item_values(item)} for item in reading.items]
        connection.execute(schema.item_reading.insert(), rows)
    return True


def _details(row: Any, pinned: PinnedPlace | None) -> PageDetails:
    place = pinned or row
    return PageDetails(
        row.id,
        row.content_hash,
        row.extension,
        split_place(row.page_in_file)[0],
        place.page_number,
        unpack_registration(place.registration),
        unpack_marks(place.marks),
        pinned.turned_deg if pinned else 0,
        FormKey(place.template_id, place.template_version),
        unpack_health(row.health).p_photo if row.health else 0.0,
    )


def _deliveries_with_content() -> Any:
    table, content = schema.delivery, schema.content
    columns = (table, content.c.page_count, content.c.reason.label("why"), content.c.detail.label("why_detail"))
    joined = select(*columns).outerjoin(content, content.c.hash == table.c.content_hash)
    return joined.order_by(table.c.batch_id, table.c.position)


def _pages_by_content(connection: Connection) -> dict[str, list[DeliveredPage]]:
    """Return the pages of every content, in order, with name, batch and unit still to be filled in."""
    readings = _readings_by_page(connection)
    verifications = load_verifications(connection)
    decisions = load_page_decisions(connection)
    doubted, accepted = load_doubted(connection), load_acceptances(connection)
    table = schema.page
    wanted = [column for column in table.c if column.name not in _MEASURED]
    place = (table.c.page_in_file - 1) % schema.FURTHER, table.c.page_in_file
    rows = connection.execute(select(*wanted).order_by(table.c.content_hash, *place))
    pages: dict[str, list[DeliveredPage]] = {}
    for content_hash, kept in unpacked(table, rows, lambda row: (row.content_hash, _kept_page(row))):
        page_id = kept.page_id
        assert page_id is not None, "it is a row's key"
        said = replace(
            kept,
            readings=readings.get(page_id, {}),
            verifications=verifications.get(page_id, {}),
            doubted=frozenset(doubted.get(page_id, ())),
        )
        page = decisions.applied_to(said)
        if page_id in accepted:
            page = replace(page, accepted=that_fit(accepted[page_id], page.readings))
        pages.setdefault(content_hash, []).append(page)
    return pages


def _kept_page(row: Any) -> DeliveredPage:
    reason, detail = parse_reason(row.reason, row.detail)
    page_in_file, part = split_place(row.page_in_file)
    return DeliveredPage(
        page_id=row.id,
        batch=0,
        source="",
        page_in_file=page_in_file,
        part=part,
        outcome=PageOutcome(row.outcome),
        reason=reason,
        detail=detail,
        identity=page_identity(row),
    )


def _readings_by_page(connection: Connection) -> dict[int, dict[ItemId, ItemReading]]:
    table = schema.item_reading
    readings: dict[int, dict[ItemId, ItemReading]] = {}
    rows = connection.execute(select(table))
    for page_id, item in unpacked(table, rows, lambda row: (row.page_id, item_reading(row))):
        readings.setdefault(page_id, {})[item.item_id] = item
    return readings


def _pages_of_delivery(
    row: Any, pages: Mapping[str, list[DeliveredPage]], *, is_repeated: bool
) -> Iterator[DeliveredPage]:
    if row.reason or row.why:
        reason, detail = parse_reason(row.reason or row.why, row.detail or row.why_detail)
        unreadable = DeliveredPage(None, row.batch_id, row.name, 1, PageOutcome.UNREADABLE, reason, detail)
        yield replace(unreadable, content_hash=row.content_hash or "")
        return
    for kept in pages.get(row.content_hash, ()):
        page = replace(
            kept,
            batch=row.batch_id,
            source=row.name,
            content_hash=row.content_hash,
            assigned_unit=kept.assigned_unit or row.unit,
            unit_folder=row.unit_folder,
        )
        if is_repeated:
            page = replace(page, outcome=PageOutcome.DUPLICATE, reason=Reason.ALREADY_DELIVERED, detail="")
        yield page


def _unless_taken_out(page: DeliveredPage, removals: Removals) -> DeliveredPage:
    by = {Reason.BATCH_TAKEN_OUT: removals.batches.get(page.batch)}
    if page.page_id is not None:
        by[Reason.PAGE_TAKEN_OUT] = removals.pages.get(page.page_id)
    for reason, operator in by.items():
        if operator is not None:
            return replace(page, outcome=PageOutcome.TAKEN_OUT, reason=reason, detail=operator)
    return page
