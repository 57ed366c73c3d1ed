"""A survey may hold several forms: of which one a print-out is, and among which ones a batch looks for its pages."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
info = "What was printed and read so far is of the form that the survey began with."


def upgrade() -> None:
    """Add columns; empty ones stand for the only form there was."""
    op.add_column("batch", sa.Column("other_forms", sa.Text, nullable=False, server_default=""))
    op.add_column("issue", sa.Column("template_id", sa.String(64), nullable=False, server_default=""))
    op.add_column("issue", sa.Column("template_version", sa.Integer, nullable=False, server_default="0"))
