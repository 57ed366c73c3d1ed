"""People may doubt what the engine accepted."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
info = "Adds the table of doubts; a survey made before has none."


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "doubt",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.Integer, sa.ForeignKey("page.id"), nullable=False),
        sa.Column("item_id", sa.String(64), nullable=False),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("doubted_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
    )
