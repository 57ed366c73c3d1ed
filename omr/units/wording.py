"""English for the command line, of stacks of forms and of what is in doubt about their unit."""

from collections.abc import Iterator, Sequence
from typing import Any

from omr.responses import DeliveredPage, UnitDoubt
from omr.units.stacks import Stack
from omr.wording import counted

DOUBTS = {
    UnitDoubt.NOT_CLOSED: "the sheet at the end of this stack was not seen, so forms of another unit may be in it",
    UnitDoubt.CLOSED_BY_ANOTHER: "the sheet at the end of this stack is of another unit than the sheet on top",
    UnitDoubt.NOT_OPENED: "the sheet on top of this stack was not seen",
    UnitDoubt.OUTSIDE: "these pages lie outside of all stacks",
    UnitDoubt.COVER_UNKNOWN: "the cover names no unit of this survey, or its codes disagree",
    UnitDoubt.CONTRADICTED: "print, folder and cover name different units",
}


def stack_lines(stacks: Sequence[Stack]) -> Iterator[str]:
    """Yield how many stacks are sure, and every one that a person has to look at with the pages it is about."""
    if not stacks:
        return
    waiting = [stack for stack in stacks if stack.unsettled]
    pages = sum(len(stack.unsettled) for stack in waiting)
    sure = len(stacks) - len(waiting)
    yield f"stacks   {len(stacks)} = {sure} sure + {len(waiting)} in doubt ({counted(pages, 'page')}, no unit yet)"
    for stack in waiting:
        unsettled = stack.unsettled
        doubt = unsettled[0].unit_doubt
        named = f", unit {stack.unit}?" if stack.unit else ""
        phrase = DOUBTS[doubt] if doubt else ""
        yield f"  in doubt  {_place(unsettled)}: {counted(len(unsettled), 'page')}{named}: {phrase}; say with 'assign'"


def stack_as_dict(stack: Stack) -> dict[str, Any]:
    """Return a stack as plain values for JSON."""
    first, last = stack.pages[0], stack.pages[-1]
    return {
        "batch": stack.batch,
        "unit": stack.unit,
        "pages": len(stack.pages),
        "in_doubt": len(stack.unsettled),
        "doubt": next((str(page.unit_doubt) for page in stack.unsettled), ""),
        "first": {"source": first.source, "page": first.page_in_file},
        "last": {"source": last.source, "page": last.page_in_file},
    }


def _place(pages: Sequence[DeliveredPage]) -> str:
    first, last = pages[0], pages[-1]
    if first is last:
        return f"{first.source}, page {first.page_in_file}"
    if first.source == last.source:
        return f"{first.source}, pages {first.page_in_file}-{last.page_in_file}"
    return f"{first.source}, page {first.page_in_file} to {last.source}, page {last.page_in_file}"
