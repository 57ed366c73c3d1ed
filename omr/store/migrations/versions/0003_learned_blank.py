"""A batch keeps what its first pages taught about the look of empty response areas."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
info = "Adds a column for what a batch learned; batches read before learned nothing."


def upgrade() -> None:
    """Add the column."""
    op.add_column("batch", sa.Column("learned", sa.LargeBinary))
