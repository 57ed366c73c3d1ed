"""Where the scan of every page is kept."""

from pathlib import Path

from sqlalchemy import select

from omr.store import schema
from omr.survey.folder import Survey


def scan_places(survey: Survey) -> dict[int, Path]:
    """Return the kept file that holds a page, by page id."""
    page, content = schema.page, schema.content
    query = select(page.c.id, content.c.hash, content.c.extension).join(content, content.c.hash == page.c.content_hash)
    with survey.store.transaction() as connection:
        return {row.id: survey.scan_path(row.hash, row.extension) for row in connection.execute(query)}
