"""A survey in which everything agrees, without paper that could be read."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace

from form_templates.model import ItemId
from omr.results import ItemReading, Verification
from omr.settings import ReadingConditions
from omr.store.deliveries import Content
from tests.omr.build import kept_reading


def full_reading(template, serial="000001"):
    """A reading of page 1 of a form, every choice item with its first option."""
    items = [item for item in template.items() if template.page_of(item.item_id) == 1]
    readings = tuple(
        ItemReading(item.item_id, (item.options[0].value,) if item.kind.is_choice else (), 1e-6, frozenset())
        for item in items
    )
    return replace(kept_reading(serial), items=readings)


def keep_scan(survey, name, content=None):
    """Deliver and read a file of one page whose copy is kept; returns the copy."""
    content = content or name.encode() * 100
    key = hashlib.sha256(content).hexdigest()
    batch = survey.store.batches.unfinished() or survey.store.batches.start(ReadingConditions())
    path = survey.scan_path(key, ".jpg")
    path.write_bytes(content)
    survey.store.deliveries.add(batch, name, "", Content(key, ".jpg", None), len(content))
    survey.store.pages.save_opened(key, 1, full_reading(survey.template))
    return path


def fill(survey, files=3):
    """Keep some scans and a decision, print forms, and end the batch."""
    paths = [keep_scan(survey, f"{number}.jpg") for number in range(1, files + 1)]
    for page in survey.pages():
        survey.store.judgements.verify(page.page_id, ItemId("c01"), Verification(("4",), "Lan", "2026-01-01T08:00:00"))
    survey.store.issued.add({"09163": 1}, 10)
    survey.store.batches.finish(survey.store.batches.unfinished())
    return paths


def execute(survey, statement, *values):
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        connection.execute(statement, values)
        connection.commit()


def overwrite(path, page, count=1):
    """Damage pages of a closed database file, from one on, counted from 0."""
    with path.open("rb+") as file:
        file.seek(page * 4096)
        file.write(b"\xff" * 4096 * count)
