"""A survey as large as wanted, made of few real scans."""

import os
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from form_templates.model import ItemKind
from omr.responses import DeliveredPage
from omr.results import Flag, ItemReading, PageOutcome, PageReading
from omr.store import schema
from omr.store.deliveries import Content, ensure_content, update_content
from omr.store.pages import insert_page
from omr.survey.folder import Survey

_SHEETS = 30  # real scans, delivered under many names: what differs is what was read
_FLAGGED = 0.03
_KINDS = (Flag.FAINT_MARK, Flag.CANCELLED_MARK, Flag.UNCERTAIN, Flag.DOUBLE_MARK)


def make_large_survey(folder: Path, source: Survey, answers: int, seed: int) -> int:
    """Fill a new survey with the scans of another, each delivered many times under other readings.

    Returns:
        Its answers: so many, or some more, for pages are whole.
    """
    chance = random.Random(seed)
    with Survey.create(folder, source.template_folder, name="Bench", units=source.units) as target:
        pages = [page for page in source.pages() if page.outcome is PageOutcome.READ][: 2 * _SHEETS]
        known = [(_scan_of(source, page), _reading_of(source, page)) for page in pages]
        batch = target.store.batches.start({})
        made = sum(_fill(target, batch, known, answers, chance))
        target.store.batches.finish(batch)
    return made


def _fill(
    target: Survey, batch: int, known: Sequence[tuple[Path, PageReading]], answers: int, chance: random.Random
) -> Iterator[int]:
    """Deliver page after page in one commit, for thousands would take minutes; yields the answers of each."""
    made = 0
    with target.store.database.transaction() as connection:
        for number, (scan, reading) in enumerate(cycle(known)):
            if made >= answers:
                return
            content = Content(f"{number:064x}", scan.suffix, 1)
            _link(scan, target.scan_path(content.content_hash, content.extension))
            ensure_content(connection, content, 0)
            update_content(connection, content.content_hash, 1)
            row = {"batch_id": batch, "position": number, "name": f"{number:07}.jpg", "unit": ""}
            connection.execute(schema.delivery.insert().values(row | {"content_hash": content.content_hash}))
            insert_page(connection, content.content_hash, 1, _varied(target, reading, chance))
            made += len(reading.items)
            yield len(reading.items)


def _reading_of(survey: Survey, page: DeliveredPage) -> PageReading:
    assert page.page_id is not None, "it was read"
    details = survey.store.pages.details(page.page_id)
    items = tuple(page.readings.values())
    return PageReading(
        PageOutcome.READ, identity=page.identity, registration=details.registration, items=items, marks=details.marks
    )


def _varied(survey: Survey, reading: PageReading, chance: random.Random) -> PageReading:
    items = tuple(
        _doubted(item, chance) if survey.template.item(item.item_id).kind is not ItemKind.TEXT else item
        for item in reading.items
    )
    return replace(reading, items=items)


def _doubted(item: ItemReading, chance: random.Random) -> ItemReading:
    if chance.random() >= _FLAGGED:
        return replace(item, flags=frozenset(), p_wrong=chance.random() * 1e-4)
    return replace(item, flags=frozenset({chance.choice(_KINDS)}), p_wrong=chance.random() * 0.5)


def _scan_of(survey: Survey, page: DeliveredPage) -> Path:
    assert page.page_id is not None, "it was read"
    details = survey.store.pages.details(page.page_id)
    return survey.scan_path(details.content_hash, details.extension)


def _link(original: Path, scan: Path) -> None:
    try:
        os.link(original, scan)
    except OSError:  # a file system without links
        shutil.copyfile(original, scan)
