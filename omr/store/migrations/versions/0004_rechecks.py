"""People check accepted answers without seeing the reading."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
info = "Adds the tables for blind checks and for the seeds of their samples; nothing was checked before."


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "recheck_sample",
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id"), primary_key=True),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("drawn_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "recheck",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("item_id", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
    )
    op.create_index("recheck_by_item", "recheck", ["page_id", "item_id"])
