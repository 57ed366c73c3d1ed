"""A batch keeps which program, mark model, renderers and form it is read with."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
info = "Adds what a batch is read with; of batches begun before only the tolerance is known."


def upgrade() -> None:
    """Add the columns."""
    for name, kind in (
        ("program", sa.String(32)),
        ("mark_model", sa.String(64)),
        ("renderer", sa.String(32)),
        ("pdfium", sa.String(32)),
        ("template_id", sa.String(64)),
        ("went_on_with", sa.Text),
    ):
        op.add_column("batch", sa.Column(name, kind, nullable=False, server_default=""))
    op.add_column("batch", sa.Column("template_version", sa.Integer, nullable=False, server_default="0"))
