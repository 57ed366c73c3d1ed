"""One decision on an item is in force; windows claim what they show; pages can be taken out of the count."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
info = "Of several decisions on one item the last stays in force, the earlier ones are kept as replaced by it."

_REPLACE_EARLIER = """
UPDATE verification SET replaced_at = (
    SELECT later.decided_at FROM verification AS later
    WHERE later.page_id = verification.page_id AND later.item_id = verification.item_id
        AND later.id > verification.id AND later.withdrawn_at IS NULL
    ORDER BY later.id LIMIT 1
) WHERE withdrawn_at IS NULL
"""


def upgrade() -> None:
    """Add column and tables; let only the last decision on an item stay in force."""
    op.add_column("verification", sa.Column("replaced_at", sa.String(32)))
    op.execute(_REPLACE_EARLIER)
    in_force = sa.text("withdrawn_at IS NULL AND replaced_at IS NULL")
    op.create_index(
        "verification_in_force",
        "verification",
        ["page_id", "item_id"],
        unique=True,
        sqlite_where=in_force,
        postgresql_where=in_force,
    )
    op.create_table(
        "claim",
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), primary_key=True),
        sa.Column("item_id", sa.String(64), primary_key=True),
        sa.Column("window", sa.String(64), nullable=False),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("claimed_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "removal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id")),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
    )
