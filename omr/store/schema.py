"""The tables of a survey's database.

What was measured (``page``), what was decided (``item_reading``) and what a person verified (``verification``) or
doubted (``doubt``) are tables of their own; the engine writes the first two, people the others, and nobody updates
another's row. So are what people read without seeing the reading (``recheck``), and the flagged readings that they let
count because what was decided about others bears them out (``acceptance``). What a person said about a page as a
whole (whose it is, which page of the form it is and where) stands in ``page_assignment`` and ``page_pin``, beside what
was delivered.

A scan is kept once, by content hash; a *delivery* is a file that somebody handed in. The same content handed in twice
is two deliveries of one content: the later one's pages are duplicates.
"""

import re
from typing import TypeGuard

from sqlalchemy import (
    Column,
    Engine,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

SCHEMA_VERSION = "0013"
"""The newest migration; what ``create_tables`` makes."""

FURTHER = 1_000_000
"""Added to ``page_in_file`` for each further page of a form on one image, see ``reading_rows.place_number``."""

_VERSION_FORM = re.compile("(?!0000)[0-9]{4}")

metadata = MetaData()

batch = Table(
    "batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", String(16), nullable=False),  # reading, done
    Column("started_at", String(32), nullable=False),
    Column("finished_at", String(32)),
    Column("settings", Text, nullable=False),  # JSON: what the survey sets, see ``omr.settings``
    Column("learned", LargeBinary),  # what its first pages taught, see learned_blank; empty: nothing; null: not looked
    Column("program", String(32), nullable=False, default=""),  # with what it was begun; empty: not kept then
    Column("mark_model", String(64), nullable=False, default=""),  # SHA-256, hexadecimal
    Column("renderer", String(32), nullable=False, default=""),  # version of Poppler; empty: none
    Column("pdfium", String(32), nullable=False, default=""),  # version of pypdfium2
    Column("template_id", String(64), nullable=False, default=""),
    Column("went_on_with", Text, nullable=False, default=""),  # JSON lines: other conditions it went on with, and when
    Column("template_version", Integer, nullable=False, default=0),
    Column("other_forms", Text, nullable=False, default=""),  # JSON: of a survey of several forms, the rest of them
)

content = Table(
    "content",
    metadata,
    Column("hash", String(64), primary_key=True),  # SHA-256 of the file, hexadecimal
    Column("extension", String(8), nullable=False),
    Column("size", Integer, nullable=False),  # bytes
    Column("page_count", Integer),  # null until the file was opened
    Column("reason", String(32), nullable=False, default=""),  # why it cannot be opened
    Column("detail", Text, nullable=False, default=""),
)

delivery = Table(
    "delivery",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("batch_id", ForeignKey("batch.id"), nullable=False),
    Column("position", Integer, nullable=False),  # 0-based, in the batch
    Column("name", Text, nullable=False),
    Column("unit", String(32), nullable=False, default=""),  # the unit a person named
    Column("content_hash", ForeignKey("content.hash")),  # null until taken in
    Column("reason", String(32), nullable=False, default=""),  # why it could not be taken in
    Column("detail", Text, nullable=False, default=""),
    Column("unit_folder", Text, nullable=False, default=""),  # whose name named ``unit``; empty: it was typed
    UniqueConstraint("batch_id", "position"),
)
Index("delivery_by_content", delivery.c.content_hash)

page = Table(
    "page",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content_hash", ForeignKey("content.hash"), nullable=False),
    Column("page_in_file", Integer, nullable=False),  # 1-based; see FURTHER
    Column("outcome", String(16), nullable=False),
    Column("reason", String(32), nullable=False, default=""),
    Column("detail", Text, nullable=False, default=""),
    Column("template_id", String(64), nullable=False, default=""),
    Column("template_version", Integer, nullable=False, default=0),
    Column("page_number", Integer, nullable=False, default=0),
    Column("unit", String(32), nullable=False, default=""),
    Column("serial", String(32), nullable=False, default=""),
    Column("identity_source", String(16), nullable=False, default=""),
    Column("registration", Text),  # JSON
    Column("marks", LargeBinary),  # measurements, see ``packing.pack_marks``
    Column("health", Text),  # JSON: what the page tells about scanner and paper
    Column("ink_sketch", LargeBinary),  # with ``ink``, what a second scan of the sheet is known by
    Column("ink", LargeBinary),
    UniqueConstraint("content_hash", "page_in_file"),
)

item_reading = Table(
    "item_reading",
    metadata,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("item_id", String(64), primary_key=True),
    Column("answer", Text, nullable=False),  # values joined by ';'
    Column("p_wrong", Float, nullable=False),
    Column("flags", Text, nullable=False),  # joined by ';', sorted
)

verification = Table(
    "verification",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("item_id", String(64), nullable=False),
    Column("answer", Text),  # null: a person found it unreadable
    Column("operator", Text, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("withdrawn_at", String(32)),  # undone, but kept
    Column("replaced_at", String(32)),  # a later decision counts instead; kept, and in force again if that is undone
)
Index("verification_by_item", verification.c.page_id, verification.c.item_id)
Index(  # the database itself refuses a second decision in force
    "verification_in_force",
    verification.c.page_id,
    verification.c.item_id,
    unique=True,
    sqlite_where=text("withdrawn_at IS NULL AND replaced_at IS NULL"),
    postgresql_where=text("withdrawn_at IS NULL AND replaced_at IS NULL"),
)

claim = Table(  # an item that a window shows, so that another window of the survey offers other items
    "claim",
    metadata,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("item_id", String(64), primary_key=True),
    Column("window", String(64), nullable=False),  # names the process and its window
    Column("operator", Text, nullable=False, default=""),
    Column("claimed_at", String(32), nullable=False),
)

removal = Table(  # a person takes a page, or all that came in a batch, out of the count
    "removal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("batch_id", ForeignKey("batch.id")),  # null: one page
    Column("page_id", ForeignKey("page.id")),  # null: all that came in the batch
    Column("operator", Text, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("withdrawn_at", String(32)),  # brought back, but kept
)

doubt = Table(  # a person wants an accepted answer looked at; a later verification settles it
    "doubt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("item_id", String(64), nullable=False),
    Column("operator", Text, nullable=False),
    Column("doubted_at", String(32), nullable=False),
    Column("withdrawn_at", String(32)),  # undone, but kept
)

acceptance = Table(  # a flagged reading counts after all; a later verification overrules it
    "acceptance",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("item_id", String(64), nullable=False),
    Column("answer", Text, nullable=False),  # as in ``item_reading``: it counts as long as this is what was read
    Column("p_wrong", Float, nullable=False),  # recalibrated; what the engine stated is in ``item_reading``
    Column("decisions", Integer, nullable=False),  # on how many it rests
    Column("changed", Integer, nullable=False),  # of those
    Column("parameters", Text, nullable=False),  # JSON
    Column("operator", Text, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("withdrawn_at", String(32)),  # undone, but kept
)
Index("acceptance_by_item", acceptance.c.page_id, acceptance.c.item_id)

recheck_sample = Table(
    "recheck_sample",
    metadata,
    Column("batch_id", ForeignKey("batch.id"), primary_key=True),
    Column("seed", Integer, nullable=False),  # the order in which its answers are checked follows from it
    Column("drawn_at", String(32), nullable=False),
)

recheck = Table(
    "recheck",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("item_id", String(64), nullable=False),
    Column("answer", Text),  # null: a person found it unreadable
    Column("operator", Text, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("withdrawn_at", String(32)),  # undone, but kept
)
Index("recheck_by_item", recheck.c.page_id, recheck.c.item_id)

page_assignment = Table(
    "page_assignment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("aspect", String(16), nullable=False),  # unit, respondent, sheet
    # A unit's code; the id of the page whose respondent it belongs to, or that counts for the same sheet.
    Column("value", String(32), nullable=False),
    Column("operator", Text, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("withdrawn_at", String(32)),  # undone, but kept
    Column("replaced_at", String(32)),  # a later word counts instead; kept, and in force again if that is undone
    Column("note", Text, nullable=False, default=""),  # which pages it was said of, where of many at once
)
Index("page_assignment_by_page", page_assignment.c.page_id)
Index(  # the database itself refuses a second word in force
    "page_assignment_in_force",
    page_assignment.c.page_id,
    page_assignment.c.aspect,
    unique=True,
    sqlite_where=text("withdrawn_at IS NULL AND replaced_at IS NULL"),
    postgresql_where=text("withdrawn_at IS NULL AND replaced_at IS NULL"),
)

page_pin = Table(
    "page_pin",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("template_id", String(64), nullable=False),
    Column("template_version", Integer, nullable=False),
    Column("page_number", Integer, nullable=False),  # which page of the form a person says it is
    Column("turned_deg", Integer, nullable=False),  # clockwise turn that makes the scan upright
    Column("corners", Text),  # JSON: the paper's corners, scan px, clockwise from the top left; null: typed by hand
    Column("unit", String(32), nullable=False, default=""),
    Column("serial", String(32), nullable=False, default=""),
    Column("registration", Text),  # JSON, as in ``page``
    Column("marks", LargeBinary),
    Column("operator", Text, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("withdrawn_at", String(32)),  # undone, but kept
)
Index("page_pin_by_page", page_pin.c.page_id)

pinned_reading = Table(
    "pinned_reading",
    metadata,
    Column("pin_id", ForeignKey("page_pin.id"), primary_key=True),
    Column("item_id", String(64), primary_key=True),
    Column("answer", Text, nullable=False),  # as in ``item_reading``
    Column("p_wrong", Float, nullable=False),
    Column("flags", Text, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", String(32), nullable=False),
    Column("first_serial", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("printed_at", String(32), nullable=False),
    Column("template_id", String(64), nullable=False, default=""),  # empty: the form that the survey began with
    Column("template_version", Integer, nullable=False, default=0),
)

schema_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))


def is_version(found: object) -> TypeGuard[str]:
    """Whether a database may say this of its version; anything else is damage."""
    return isinstance(found, str) and _VERSION_FORM.fullmatch(found) is not None


def create_tables(engine: Engine) -> None:
    """Make all tables in an empty database and note the schema version."""
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(schema_version.insert().values(version_num=SCHEMA_VERSION))
