"""Whether deliveries, contents and pages agree, serial numbers were printed once, and decisions can be understood."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from form_templates.model import FormTemplate, Item
from omr.checking.damage import Damage, DamageKind, FactKind, Mending, fact
from omr.checking.readings_check import unknown_options
from omr.store.reading_rows import split_place

_CONTENTS = """
SELECT content.hash, content.page_count, content.reason, min(delivery.name), max(batch.state != 'done')
FROM content JOIN delivery ON delivery.content_hash = content.hash JOIN batch ON batch.id = delivery.batch_id
GROUP BY content.hash
"""


def check_deliveries(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield deliveries that lost their place or their content, and batches whose settings cannot be understood."""
    for number, settings in connection.execute("SELECT id, settings FROM batch"):
        if not _is_settings(settings):
            yield Damage(DamageKind.BATCH, str(number), fact(FactKind.SETTINGS_DAMAGED), Mending.BY_HAND)
    rows = connection.execute("SELECT batch_id, position, name FROM delivery ORDER BY batch_id, position").fetchall()
    for batch, of_batch in groupby(rows, key=lambda row: row[0]):
        positions = [row[1] for row in of_batch]
        if positions != list(range(len(positions))):
            lost = max(positions) + 1 - len(positions) if all(isinstance(at, int) for at in positions) else 0
            found = fact(FactKind.FILES_LOST, count=lost) if lost > 0 else fact(FactKind.ORDER_LOST)
            yield Damage(DamageKind.BATCH, str(batch), found, Mending.BY_HAND)
    empty = "SELECT name FROM delivery WHERE content_hash IS NULL AND reason = ''"
    for (name,) in connection.execute(empty):
        yield Damage(DamageKind.DELIVERY, name, fact(FactKind.CONTENT_LOST), Mending.BY_HAND)


def check_page_counts(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield contents with pages that nothing is known of, or with more than there are, in batches that are done."""
    pages: dict[str, list[int]] = {}
    for content_hash, number in connection.execute("SELECT content_hash, page_in_file FROM page"):
        pages.setdefault(content_hash, []).append(number)
    for content_hash, page_count, reason, name, is_open in connection.execute(_CONTENTS).fetchall():
        read = pages.get(content_hash, [])
        if is_open or reason:
            continue  # what was interrupted goes on; what cannot be opened has no pages
        if page_count is None:
            yield Damage(DamageKind.NOT_READ, name, fact(FactKind.NEVER_OPENED))
        elif missing := set(range(1, page_count + 1)) - set(read):
            yield Damage(DamageKind.NOT_READ, name, fact(FactKind.PAGES_UNREAD, count=len(missing), of=page_count))
        elif extra := [number for number in read if split_place(number)[0] > page_count]:
            yield Damage(DamageKind.DELIVERY, name, fact(FactKind.PAGES_TOO_MANY, count=len(extra)))


def check_serials(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield units of which serial numbers were printed twice."""
    rows = connection.execute("SELECT unit, first_serial, copies FROM issue ORDER BY unit, first_serial").fetchall()
    for unit, runs in groupby(rows, key=lambda row: row[0]):
        for before, after in pairwise(runs):
            last = before[1] + before[2] - 1
            if after[1] <= last:
                found = fact(FactKind.SERIALS_TWICE, first=after[1], last=min(last, after[1] + after[2] - 1))
                yield Damage(DamageKind.SERIALS, unit, found, Mending.BY_HAND)


def check_decisions(connection: sqlite3.Connection, templates: Sequence[FormTemplate]) -> Iterator[Damage]:
    """Yield decisions in force on items that no form has, or for options that the item does not have."""
    items: dict[str, list[Item]] = {}
    for item in chain.from_iterable(template.items() for template in templates):
        items.setdefault(item.item_id, []).append(item)
    found: Counter[tuple[str, str]] = Counter()
    of_item: dict[tuple[str, str], list[int]] = {}
    rows = connection.execute("SELECT page_id, item_id, answer, operator FROM verification WHERE withdrawn_at IS NULL")
    for page_id, item_id, answer, operator in rows:
        if not any(answer is None or not unknown_options(item, str(answer)) for item in items.get(item_id, ())):
            found[operator, item_id] += 1
            of_item.setdefault((operator, item_id), []).append(page_id)
    for key, count in found.items():
        odd = fact(FactKind.DECISIONS_ODD, count=count, operator=key[0], item=key[1])
        yield Damage(DamageKind.DECISION, "verification", odd, Mending.BY_HAND, tuple(of_item[key]), count)


def _is_settings(text: object) -> bool:
    try:
        tolerance = json.loads(str(text)).get("tolerance", 0.0)
    except (ValueError, AttributeError):
        return False
    return isinstance(tolerance, float | int) and 0.0 <= tolerance <= 1.0
