"""English for the command line and plain values for JSON, of sheets that may have been scanned twice."""

from collections.abc import Iterator, Sequence
from typing import Any

from omr.rescans.sheet_questions import SheetPair, SheetQuestion
from omr.responses import DeliveredPage

_MOST_LINES = 20  # of a whole folder that was scanned again all are like that
_MOST_ITEMS = 8


def question_lines(questions: Sequence[SheetQuestion]) -> Iterator[str]:
    """Yield what is asked of a person, a line each; nothing where nothing is."""
    if not questions:
        return
    count = len(questions)
    sheets = "1 sheet was" if count == 1 else f"{count} sheets were"
    yield f"question {sheets} perhaps scanned twice; both scans count until somebody says so in the window"
    for question in questions[:_MOST_LINES]:
        for pair in question.pairs:
            yield f"  same sheet? {_place(pair.later)} and {_place(pair.earlier)}: {_difference(pair)}"
    if count > _MOST_LINES:
        yield f"  and {count - _MOST_LINES} more"


def question_as_dict(question: SheetQuestion) -> list[dict[str, Any]]:
    """Return a question as plain values for JSON: for each side of the sheet two pages and where they differ."""
    return [
        {
            "earlier": _place_as_dict(pair.earlier),
            "later": _place_as_dict(pair.later),
            "differ": [each.item_id for each in pair.differing],
        }
        for pair in question.pairs
    ]


def _place(page: DeliveredPage) -> str:
    return f"{page.source}, page {page.place_in_file}"


def _place_as_dict(page: DeliveredPage) -> dict[str, Any]:
    return {"source": page.source, "page": page.page_in_file}


def _difference(pair: SheetPair) -> str:
    items = [each.item_id for each in pair.differing]
    if not items:
        return "no answer differs"
    named = ", ".join(items[:_MOST_ITEMS]) + (", …" if len(items) > _MOST_ITEMS else "")
    return f"1 answer differs ({named})" if len(items) == 1 else f"{len(items)} answers differ ({named})"
