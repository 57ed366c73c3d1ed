"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
info = "Makes the tables for deliveries, pages, readings, verifications and issued forms."


def upgrade() -> None:
    """Make the tables."""
    _make_deliveries()
    _make_readings()
    _make_what_people_say()


def _make_deliveries() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("finished_at", sa.String(32)),
        sa.Column("settings", sa.Text, nullable=False),
    )
    op.create_table(
        "content",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("extension", sa.String(8), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("page_count", sa.Integer),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("content_hash", sa.String(64), sa.ForeignKey("content.hash")),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.UniqueConstraint("batch_id", "position"),
    )
    op.create_index("delivery_by_content", "delivery", ["content_hash"])


def _make_readings() -> None:
    op.create_table(
        "page",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("content_hash", sa.String(64), sa.ForeignKey("content.hash"), nullable=False),
        sa.Column("page_in_file", sa.Integer, nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("template_id", sa.String(64), nullable=False),
        sa.Column("template_version", sa.Integer, nullable=False),
        sa.Column("page_number", sa.Integer, nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("serial", sa.String(32), nullable=False),
        sa.Column("identity_source", sa.String(16), nullable=False),
        sa.Column("registration", sa.Text),
        sa.Column("marks", sa.LargeBinary),
        sa.UniqueConstraint("content_hash", "page_in_file"),
    )
    op.create_table(
        "item_reading",
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), primary_key=True),
        sa.Column("item_id", sa.String(64), primary_key=True),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("p_wrong", sa.Float, nullable=False),
        sa.Column("flags", sa.Text, nullable=False),
    )


def _make_what_people_say() -> None:
    op.create_table(
        "verification",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("item_id", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
    )
    op.create_index("verification_by_item", "verification", ["page_id", "item_id"])
    op.create_table(
        "issue",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("first_serial", sa.Integer, nullable=False),
        sa.Column("copies", sa.Integer, nullable=False),
        sa.Column("printed_at", sa.String(32), nullable=False),
    )
