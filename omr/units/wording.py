"""English for the command line, of stacks of forms and of what is in doubt about their unit."""

from collections.abc import Iterator, Sequence
from typing import Any

from omr.responses import DeliveredPage, UnitDoubt
from omr.units.listed_codes import UnlistedUnit
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


def unlisted_lines(found: Sequence[UnlistedUnit]) -> Iterator[str]:
    """Yield which units pages name that are not in the list, and what they count for."""
    for each in found:
        pages = f"{counted(len(each.pages), 'page')} of unit {each.code} ({_place(each.pages[:1])} first)"
        if each.listed_as:
            yield f"zeros    {pages} counted for {each.listed_as} {each.name}: the codes differ by leading zeros alone"
        else:
            may_be = f" (it may be {' or '.join(each.alike)})" if each.alike else ""
            yield (
                f"not on the list  {pages}: no unit of this survey has that code{may_be}; they are kept and shown "
                f"apart. Say whose they are with 'assign --printed {each.code} --unit CODE'"
            )


def unlisted_as_dict(unlisted: UnlistedUnit) -> dict[str, Any]:
    """Return a unit that is not in the list as plain values for JSON."""
    return {
        "unit": unlisted.code,
        "counts_for": unlisted.listed_as,
        "may_be": list(unlisted.alike),
        "pages": len(unlisted.pages),
    }


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
        return f"{first.source}, page {first.place_in_file}"
    if first.source == last.source:
        return f"{first.source}, pages {first.place_in_file}-{last.place_in_file}"
    return f"{first.source}, page {first.place_in_file} to {last.source}, page {last.place_in_file}"
