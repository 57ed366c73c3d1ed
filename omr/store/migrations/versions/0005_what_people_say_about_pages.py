"""People can say whose a page is, which page of the form it is and where it lies."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
info = "Adds tables for what people say about whole pages; what was delivered and read stays as it is."


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "page_assignment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("aspect", sa.String(16), nullable=False),
        sa.Column("value", sa.String(32), nullable=False),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
    )
    op.create_index("page_assignment_by_page", "page_assignment", ["page_id"])
    op.create_table(
        "page_pin",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("template_id", sa.String(64), nullable=False),
        sa.Column("template_version", sa.Integer, nullable=False),
        sa.Column("page_number", sa.Integer, nullable=False),
        sa.Column("turned_deg", sa.Integer, nullable=False),
        sa.Column("corners", sa.Text),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("serial", sa.String(32), nullable=False),
        sa.Column("registration", sa.Text),
        sa.Column("marks", sa.LargeBinary),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
    )
    op.create_index("page_pin_by_page", "page_pin", ["page_id"])
    op.create_table(
        "pinned_reading",
        sa.Column("pin_id", sa.Integer, sa.ForeignKey("page_pin.id"), primary_key=True),
        sa.Column("item_id", sa.String(64), primary_key=True),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("p_wrong", sa.Float, nullable=False),
        sa.Column("flags", sa.Text, nullable=False),
    )
