"""Item readings as rows of the database: how answers and flags are written there."""

from typing import Any

from form_templates.model import ItemId
from omr.results import Answer, Flag, ItemReading


def join_answer(answer: Answer) -> str:
    """Write an answer as the store and the CSV contract do."""
    return ";".join(answer)


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
    flags = frozenset(Flag(name) for name in row.flags.split(";") if name)
    return ItemReading(ItemId(row.item_id), split_answer(row.answer), row.p_wrong, flags)
