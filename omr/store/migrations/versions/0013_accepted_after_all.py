"""Flagged readings may be accepted after all, as decisions on other answers of their batch bear them out."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
info = "Keeps which flagged readings people let count, with the recalibrated P(wrong) and what it rests on."


def upgrade() -> None:
    """Add the table; no reading is accepted that was not."""
    op.create_table(
        "acceptance",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("item_id", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("p_wrong", sa.Float, nullable=False),
        sa.Column("decisions", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("parameters", sa.Text, nullable=False),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
    )
    op.create_index("acceptance_by_item", "acceptance", ["page_id", "item_id"])
