"""English for the command line and plain values for JSON, of piles of which the sides were scanned apart."""

from collections.abc import Iterator, Sequence
from typing import Any

from omr.respondents.page_runs import GroupedPage, SomePage
from omr.respondents.pile_questions import PileQuestion

_MOST_LINES = 10


def pile_lines(questions: Sequence[PileQuestion[SomePage]]) -> Iterator[str]:
    """Yield what is asked of a person, a line each pile; nothing where nothing is."""
    for question in questions[:_MOST_LINES]:
        yield f"question {pile_sentence(question)}"
    if len(questions) > _MOST_LINES:
        yield f"question and {len(questions) - _MOST_LINES} more piles like that"


def pile_sentence(question: PileQuestion[SomePage]) -> str:
    """Say what came after what, where, and what to do."""
    came = ", then ".join(
        f"{count} x page {' and '.join(map(str, numbers))}"
        for count, numbers in zip(question.counts, question.numbers, strict=True)
    )
    first, last = _place(question.pages[0]), _place(question.pages[-1])
    if question.orders:
        names = " or ".join(f"--backs {order}" for order in question.orders)
        advice = f"until somebody says it, in the window or by the same command with {names}"
    else:
        advice = "for no order fits their numbers and codes; scan this pile again, or join its pages in the window"
    return (
        f"{came} ({first} to {last}): sides were scanned apart and nothing says which belong together;"
        f" they stay apart, each with pages missing, {advice}"
    )


def pile_as_dict(question: PileQuestion[SomePage]) -> dict[str, Any]:
    """Return a question as plain values for JSON: the runs with their waiting pages, and the possible orders."""
    return {
        "runs": [
            {
                "page_numbers": list(numbers),
                "count": count,
                "waiting": [[_place_as_dict(page) for page in part] for part in run],
            }
            for run, numbers, count in zip(question.runs, question.numbers, question.counts, strict=True)
        ],
        "orders": [str(order) for order in question.orders],
        "text": pile_sentence(question),
    }


def _place(page: GroupedPage) -> str:
    return f"{page.source}, page {page.place_in_file}"


def _place_as_dict(page: GroupedPage) -> dict[str, Any]:
    return {"source": page.source, "page": page.page_in_file}
