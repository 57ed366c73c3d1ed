"""Readings as rows of the database: how pages, answers, flags and reasons are written there."""

from functools import lru_cache
from typing import Any

from form_templates.model import ItemId
from omr.results import Answer, Flag, IdentitySource, ItemReading, PageIdentity, PageReading, Reason
from omr.store.packing import pack_health, pack_marks, pack_registration
from omr.store.schema import FURTHER

_REMEMBERED = 4096  # few answers and flags differ, and millions of readings that share them take half the memory


def place_number(page_in_file: int, part: int) -> int:
    """Return how the place of a page is kept: page of the file and which form on its image, both 1-based, as one."""
    return page_in_file + (part - 1) * FURTHER


def split_place(number: int) -> tuple[int, int]:
    """Return page of the file and which form on its image; the inverse of ``place_number``."""
    part, page = divmod(number - 1, FURTHER)
    return page + 1, part + 1


def join_answer(answer: Answer) -> str:
    """Write an answer as the store and the CSV contract do."""
    return ";".join(answer)


@lru_cache(_REMEMBERED)
def split_answer(text: str) -> Answer:
    """Read what ``join_answer`` wrote."""
    return tuple(text.split(";")) if text else ()


def item_values(item: ItemReading) -> dict[str, Any]:
    """Return a reading as column values, without the key of its page."""
    return {
        "item_id": item.item_id,
        "answer": join_answer(item.answer),
        "p_wrong": item.p_wrong,
        "flags": ";".join(sorted(item.flags)),
    }


def item_reading(row: Any) -> ItemReading:
    """Read what ``item_values`` wrote."""
    return ItemReading(ItemId(row.item_id), split_answer(row.answer), row.p_wrong, _split_flags(row.flags))


def page_values(reading: PageReading) -> dict[str, Any]:
    """Return what was read of a page as values of the columns of ``page``, without its items and its place in a file.

    What is unknown is left out, so that the column keeps its default.
    """
    values: dict[str, Any] = {
        "outcome": reading.outcome.value,
        "reason": reading.reason.value if reading.reason else "",
        "detail": reading.detail,
    }
    if reading.identity:
        values |= {
            "template_id": reading.identity.template_id,
            "template_version": reading.identity.version,
            "page_number": reading.identity.page,
            "unit": reading.identity.unit,
            "serial": reading.identity.serial,
            "identity_source": reading.identity.source.value,
        }
    if reading.registration:
        values |= {"registration": pack_registration(reading.registration), "marks": pack_marks(reading.marks)}
    if reading.health:
        values["health"] = pack_health(reading.health)
    if reading.ink:
        values |= {"ink_sketch": reading.ink.sketch or None, "ink": reading.ink.pictures}
    return values


def page_identity(row: Any) -> PageIdentity | None:
    """Return which page of which form a row of ``page`` is; None if it was not read."""
    if not row.identity_source:
        return None
    source = IdentitySource(row.identity_source)
    return PageIdentity(row.template_id, row.template_version, row.page_number, row.unit, row.serial, source)


def parse_reason(text: str, detail: str) -> tuple[Reason | None, str]:
    """Return a reason and its detail as they are kept; a reason that this program does not know becomes the detail."""
    if not text:
        return None, detail
    try:
        return Reason(text), detail
    except ValueError:  # written by a program that was withdrawn, or by hand: a page must not hide all the others
        return Reason.UNKNOWN, f"{text}: {detail}" if detail else text


@lru_cache(_REMEMBERED)
def _split_flags(text: str) -> frozenset[Flag]:
    return frozenset(Flag(name) for name in text.split(";") if name)
