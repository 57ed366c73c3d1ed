"""Item readings as rows of the database: how answers and flags are written there."""

from functools import lru_cache
from typing import Any

from form_templates.model import ItemId
from omr.results import Answer, Flag, ItemReading

_REMEMBERED = 4096  # few answers and flags differ, and millions of readings that share them take half the memory


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


@lru_cache(_REMEMBERED)
def _split_flags(text: str) -> frozenset[Flag]:
    return frozenset(Flag(name) for name in text.split(";") if name)
