"""Pages say how scanner and paper fared, and what a second scan of their sheet is known by."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
info = "Adds columns for page health and ink signatures; pages read before have neither."


def upgrade() -> None:
    """Add the columns."""
    op.add_column("page", sa.Column("health", sa.Text))
    op.add_column("page", sa.Column("ink_sketch", sa.LargeBinary))
    op.add_column("page", sa.Column("ink", sa.LargeBinary))
