"""Whether what was read of every page fits the items of the form: all there, nothing else, nothing that cannot be."""

import sqlite3
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from form_templates.model import FormKey, FormTemplate, Item, ItemId
from omr.checking.damage import Damage, DamageFact, DamageKind, FactKind
from omr.results import Flag, PageOutcome
from omr.store.packing import unpack_health, unpack_marks, unpack_registration
from omr.store.reading_rows import split_place

_UNDERSTOOD = (ValueError, KeyError, TypeError, IndexError, AttributeError, struct.error, zlib.error, OverflowError)
"""What unpacking raises where the packed bytes are damaged; JSON errors are ``ValueError``."""

_MOST_FACTS = 3  # about one page; the first say enough
_FLAGS = frozenset(flag.value for flag in Flag)
_OUTCOMES = frozenset(outcome.value for outcome in PageOutcome)
_READINGS = "SELECT item_id, answer, p_wrong, flags FROM item_reading WHERE page_id = ?"


@dataclass(frozen=True, slots=True)
class _FormItems:
    """What is asked on each page of a form, and which areas are there."""

    items: Mapping[int, Mapping[str, Item]]
    areas: Mapping[int, frozenset[tuple[str, str]]]


def check_readings(connection: sqlite3.Connection, templates: Sequence[FormTemplate]) -> Iterator[Damage]:
    """Yield the pages whose readings do not fit their form, with every fact about one together."""
    forms = {template.key: _items_of(template) for template in templates}
    columns = {row[1] for row in connection.execute("PRAGMA table_info(page)")}
    health = "health" if "health" in columns else "NULL AS health"
    pages = connection.execute(
        "SELECT id, content_hash, page_in_file, outcome, template_id, template_version, page_number, registration, "
        f"marks, {health} FROM page ORDER BY id"
    )
    pages.row_factory = sqlite3.Row  # by name: nine columns are not told apart by their places
    names = dict(connection.execute("SELECT content_hash, min(name) FROM delivery GROUP BY content_hash"))
    for page in pages:
        rows = connection.execute(_READINGS, (page["id"],)).fetchall()
        if facts := [*_page_facts(page, forms), *_reading_facts(page, rows, forms)]:
            name = names.get(page["content_hash"]) or str(page["content_hash"])[:12]
            yield Damage(
                DamageKind.READING,
                name,
                tuple(facts[:_MOST_FACTS]),
                page_ids=(page["id"],),
                answers=len(rows),
                page_in_file=split_place(page["page_in_file"])[0],
            )


def _items_of(template: FormTemplate) -> _FormItems:
    items: dict[int, dict[str, Item]] = {page.number: {} for page in template.pages}
    for item in template.items():
        items[template.page_of(item.item_id)][item.item_id] = item
    areas = {page.number: frozenset((area.item_id, area.option) for area in page.areas) for page in template.pages}
    return _FormItems(items, areas)


def _form_of(page: Any, forms: Mapping[FormKey, _FormItems]) -> _FormItems | None:
    return forms.get(FormKey(page["template_id"], page["template_version"]))


def _page_facts(page: Any, forms: Mapping[FormKey, _FormItems]) -> Iterator[DamageFact]:
    if page["outcome"] not in _OUTCOMES:
        yield DamageFact(FactKind.OUTCOME_UNKNOWN)
    try:
        unpack_registration(page["registration"])
        if page["health"] is not None:
            unpack_health(page["health"])
    except _UNDERSTOOD:
        yield DamageFact(FactKind.PLACE_DAMAGED)
    try:
        marks = unpack_marks(page["marks"])
    except _UNDERSTOOD:
        yield DamageFact(FactKind.MARKS_DAMAGED)
        return
    form = _form_of(page, forms)
    expected = form.areas.get(page["page_number"], frozenset()) if form else frozenset()
    if any((mark.item_id, mark.option) not in expected for mark in marks):
        yield DamageFact(FactKind.MARKS_FOREIGN)


def _reading_facts(page: Any, rows: list[tuple[Any, ...]], forms: Mapping[FormKey, _FormItems]) -> Iterator[DamageFact]:
    if page["outcome"] != PageOutcome.READ:
        if rows:
            yield DamageFact(FactKind.READ_THOUGH_NOT)
        return
    form = _form_of(page, forms)
    if form is None:
        yield DamageFact(FactKind.OTHER_FORM, {"form": page["template_id"]})
        return
    items = form.items.get(page["page_number"])
    if items is None:
        yield DamageFact(FactKind.NO_SUCH_PAGE, {"page": page["page_number"]})
        return
    found = {row[0] for row in rows}
    if missing := [item_id for item_id in items if item_id not in found]:
        named = ", ".join(missing[:3]) + (" …" if len(missing) > 3 else "")
        yield DamageFact(FactKind.ITEMS_MISSING, {"count": len(missing), "of": len(items), "items": named})
    for item_id, answer, p_wrong, flags in rows:
        yield from _item_facts(items.get(item_id), item_id, answer, p_wrong, flags)


def _item_facts(item: Item | None, item_id: ItemId, answer: Any, p_wrong: Any, flags: Any) -> Iterator[DamageFact]:
    if item is None:
        yield DamageFact(FactKind.ITEM_FOREIGN, {"item": item_id})
        return
    if not isinstance(p_wrong, float | int) or not 0.0 <= p_wrong <= 1.0:
        yield DamageFact(FactKind.P_WRONG_ODD, {"item": item_id})
    if not isinstance(flags, str) or not set(filter(None, flags.split(";"))) <= _FLAGS:
        yield DamageFact(FactKind.FLAGS_UNKNOWN, {"item": item_id})
    if not isinstance(answer, str) or unknown_options(item, answer):
        yield DamageFact(FactKind.ANSWER_UNKNOWN, {"item": item_id})


def unknown_options(item: Item, answer: str) -> list[str]:
    """Return the values in an answer, as it is kept, that the item does not have; of handwriting none is unknown."""
    if not item.kind.is_choice:
        return []
    values = {option.value for option in item.options}
    return [value for value in answer.split(";") if value and value not in values]
