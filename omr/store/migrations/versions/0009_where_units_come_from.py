"""One word on a page is in force, earlier ones are kept as replaced; so is the folder that named a file's unit."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
info = "Of several words on one page the last stays in force, the earlier ones are kept as replaced by it."

_REPLACE_EARLIER = """
UPDATE page_assignment SET replaced_at = (
    SELECT later.decided_at FROM page_assignment AS later
    WHERE later.page_id = page_assignment.page_id AND later.aspect = page_assignment.aspect
        AND later.id > page_assignment.id AND later.withdrawn_at IS NULL
    ORDER BY later.id LIMIT 1
) WHERE withdrawn_at IS NULL
"""


def upgrade() -> None:
    """Add columns; let only the last word on a page stay in force."""
    op.add_column("page_assignment", sa.Column("replaced_at", sa.String(32)))
    op.add_column("page_assignment", sa.Column("note", sa.Text, nullable=False, server_default=""))
    op.add_column("delivery", sa.Column("unit_folder", sa.Text, nullable=False, server_default=""))
    op.execute(_REPLACE_EARLIER)
    in_force = sa.text("withdrawn_at IS NULL AND replaced_at IS NULL")
    op.create_index(
        "page_assignment_in_force",
        "page_assignment",
        ["page_id", "aspect"],
        unique=True,
        sqlite_where=in_force,
        postgresql_where=in_force,
    )
