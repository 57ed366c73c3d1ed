"""Small templates, pages and deliveries for tests, made by hand."""

import sqlite3
from contextlib import closing
from pathlib import Path

from form_templates.model import (
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Section,
    Text,
)
from omr.local_correction import LocalCorrection
from omr.responses import DeliveredPage
from omr.results import (
    Flag,
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
)
from omr.settings import ReadingConditions
from omr.store.deliveries import Content
from omr.survey.folder import Survey

_ADDED: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]] = {
    "0002": ((), {"page": ("health", "ink_sketch", "ink")}),
    "0003": ((), {"batch": ("learned",)}),
    "0004": (("recheck", "recheck_sample"), {}),
    "0005": (("page_assignment", "pinned_reading", "page_pin"), {}),
    "0006": (("doubt",), {}),
    "0007": (
        (),
        {"batch": ("program", "mark_model", "renderer", "pdfium", "template_id", "template_version", "went_on_with")},
    ),
    "0008": (("claim", "removal"), {"verification": ("replaced_at",)}),
    "0009": ((), {"page_assignment": ("replaced_at", "note"), "delivery": ("unit_folder",)}),
    "0010": ((), {"batch": ("other_forms",), "issue": ("template_id", "template_version")}),
    "0011": ((), {}),
    "0012": ((), {}),
    "0013": (("acceptance",), {}),
}
"""Tables, and columns of tables, by the version of the database that added them."""

_INDEXES = {"0008": "verification_in_force", "0009": "page_assignment_in_force"}

HEALTH = PageHealth(
    300.0, None, -0.3, (0.0, 0.5, 0.0, 2.0), (0.0,) * 4, (Streak(Side.TOP, 112.5),), 240.0, 35.0, 2.0, 3.5, False
)
UNPLACED = PageReading(PageOutcome.UNREADABLE, Reason.TOO_FEW_FIDUCIALS, "2")

_CORRECTION = LocalCorrection(8, 11, (0.1,) * 176)
_REGISTRATION = Registration((11.8, 0.0, 3.0, 0.0, 11.8, 4.0, 0.0, 0.0, 1.0), _CORRECTION, 4, 0.03, 0.05, 299.7, 180)

YES_NO = (Option("yes", Text("Có", "Yes")), Option("no", Text("Không", "No")))


def two_page_template() -> FormTemplate:
    """One yes/no item on each of two pages."""
    items = tuple(Item(ItemId(f"q{page}"), ItemKind.SINGLE, Text(f"Câu {page}"), YES_NO) for page in (1, 2))
    pages = tuple(_page(number, item) for number, item in enumerate(items, start=1))
    return FormTemplate("tiny", 1, Text("Nhỏ"), (Section("s", Text("Mục"), items),), pages=pages)


def _page(number: int, item: Item) -> PageLayout:
    areas = tuple(
        ResponseArea(item.item_id, option.value, Rect(20.0 + 10 * place, 50.0, 4.2, 4.2))
        for place, option in enumerate(item.options)
    )
    return PageLayout(number, 210.0, 297.0, areas)


def read_page(
    page: int,
    serial: str = "",
    *,
    unit: str = "09163",
    batch: int = 1,
    answer: tuple[str, ...] = ("yes",),
    source: str = "scan.pdf",
    page_id: int = 0,
    flags: frozenset = frozenset(),
) -> DeliveredPage:
    """A page that was read, of ``two_page_template``."""
    item_id = ItemId(f"q{page}")
    identity = PageIdentity("tiny", 1, page, unit if serial else "", serial, IdentitySource.CODE)
    readings = {item_id: ItemReading(item_id, answer, 1e-6, flags)}
    return DeliveredPage(page_id, batch, source, 1, PageOutcome.READ, identity=identity, readings=readings)


def unread_page(outcome: PageOutcome = PageOutcome.UNREADABLE) -> DeliveredPage:
    """A page that was not read."""
    return DeliveredPage(99, 1, "scan.pdf", 1, outcome, Reason.FILE_DAMAGED)


def kept_reading(serial: str = "000001") -> PageReading:
    """The reading of page 1 of sipas-2020, with an accepted and a flagged item."""
    items = (
        ItemReading(ItemId("c01"), ("4",), 2e-6, frozenset()),
        ItemReading(ItemId("c02"), (), 0.3, frozenset({Flag.FAINT_MARK})),
    )
    marks = (MarkReading(ItemId("c01"), "4", 0.25, 0.75, 0.125),)
    identity = PageIdentity("sipas-2020", 2, 1, "09163", serial, IdentitySource.CODE)
    return PageReading(PageOutcome.READ, identity=identity, registration=_REGISTRATION, items=items, marks=marks)


def deliver(
    survey: Survey, name: str = "a.jpg", content_hash: str = "a" * 64, reading: PageReading | None = None
) -> None:
    """Deliver a file of one page, read as ``kept_reading`` unless told otherwise, with the batch that is open."""
    batch = survey.store.batches.unfinished() or survey.store.batches.start(ReadingConditions())
    survey.store.deliveries.add(batch, name, "", Content(content_hash, ".jpg", None), 10)
    survey.store.pages.save_opened(content_hash, 1, reading or kept_reading())


def age_database(path: Path, version: str) -> None:
    """Make a closed database what it was in an earlier version; what came later is lost."""
    with closing(sqlite3.connect(path)) as connection:
        for added, (tables, columns) in reversed(_ADDED.items()):
            if added <= version:
                continue
            if added in _INDEXES:
                connection.execute(f"DROP INDEX {_INDEXES[added]}")
            for table in tables:
                connection.execute(f"DROP TABLE {table}")
            for table, names in columns.items():
                for name in names:
                    connection.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.commit()
