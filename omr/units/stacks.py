"""Stacks of forms between covers: which unit each page counts for, and which stacks a person has to look at.

A stack is sure only between both of its sheets, with no other cover in between: then neither a lost cover, nor one read
twice, nor one that could not be read can bring forms of one unit into another's. What is not sure is in doubt and
counts for no unit until a person says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from form_templates.cover_code import CoverCode, CoverSide, decode_cover
from omr.responses import Aspect, DeliveredPage, UnitDoubt
from omr.results import PageOutcome, Reason
from omr.units.listed_codes import ListedCodes, compare_with_list
from omr.units.unit_list import Unit

_WITH_PAPER = (PageOutcome.READ, PageOutcome.UNREADABLE, PageOutcome.FOREIGN, PageOutcome.OTHER_FORM)
"""Pages that may be forms: blank ones, duplicates and what was taken out need no unit."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Pages that follow each other in one batch and lie between covers, or outside of them.

    Attributes:
        batch: Its batch.
        unit: Code of the unit that its covers name; empty where they name none.
        pages: Its pages that may be forms, in delivered order.
        doubt: Why a person should look; None where it is sure.
    """

    batch: int
    unit: str
    pages: tuple[DeliveredPage, ...]
    doubt: UnitDoubt | None

    @property
    def unsettled(self) -> tuple[DeliveredPage, ...]:
        """Its pages whose unit waits for a person."""
        return tuple(page for page in self.pages if page.unit_doubt)


@dataclass(slots=True)
class _Open:
    """A stack that is being walked through; ``side`` None: outside of all covers."""

    side: CoverSide | None = None
    unit: str = ""
    places: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    unit: str
    places: tuple[int, ...]
    doubt: UnitDoubt | None


def place_in_stacks(pages: Sequence[DeliveredPage], units: Sequence[Unit]) -> list[DeliveredPage]:
    """Return delivered pages, in order, with the unit of their stack, or why that is in doubt, compared with the list.

    Args:
        pages: All pages of their batches, in delivered order.
        units: Of the survey.
    """
    placed = list(pages)
    codes = ListedCodes(units)
    for found in _find_all(placed, codes):
        for place in found.places:
            placed[place] = replace(placed[place], stack_unit=found.unit, unit_doubt=found.doubt)
    settled = (_settled(page, codes) if _may_be_doubtful(page) else page for page in placed)
    return [compare_with_list(page, codes) for page in settled]


def find_stacks(pages: Sequence[DeliveredPage], units: Sequence[Unit]) -> tuple[Stack, ...]:
    """Return the stacks of pages as ``place_in_stacks`` returned them; those without pages are left out."""
    return tuple(
        Stack(pages[found.places[0]].batch, found.unit, tuple(pages[place] for place in kept), found.doubt)
        for found in _find_all(pages, ListedCodes(units))
        if (kept := [place for place in found.places if pages[place].outcome in _WITH_PAPER])
    )


def cover_of(page: DeliveredPage) -> tuple[CoverCode, ...]:
    """Return the codes that were read on a cover; more than one disagree."""
    return tuple(code for text in page.detail.split() if (code := decode_cover(text)) is not None)


def _find_all(pages: Sequence[DeliveredPage], codes: ListedCodes) -> Iterator[_Found]:
    if not any(map(_is_cover, pages)):
        return
    places: dict[int, list[int]] = {}
    for place, page in enumerate(pages):
        if page.reason is not Reason.ALREADY_DELIVERED:
            places.setdefault(page.batch, []).append(place)
    for in_batch in places.values():
        if any(_is_cover(pages[place]) for place in in_batch):
            yield from _find_in_batch(pages, in_batch, codes)


def _find_in_batch(pages: Sequence[DeliveredPage], places: Sequence[int], codes: ListedCodes) -> Iterator[_Found]:
    """Walk through a batch, from the sheets that open its stacks to those that close them."""
    covers = {place: _read_cover(pages[place], codes) for place in places if _is_cover(pages[place])}
    opening = _opening_side([side for side, _ in covers.values()])
    current = _Open()
    for place in places:
        if place not in covers:
            current.places.append(place)
            continue
        side, unit = covers[place]
        if side is opening:
            yield from _in_doubt(current, "")
            current = _Open(side, unit)
        elif unit and current.unit == unit:
            yield _Found(unit, tuple(current.places), None)
            current = _Open()
        else:
            yield from _in_doubt(current, unit)
            current = _Open()
    yield from _in_doubt(current, "")


def _opening_side(sides: Sequence[CoverSide]) -> CoverSide:
    """Return the sheet that comes first in the stacks of a batch; some scanners turn the order of all pages round."""
    is_reversed = (sides[0], sides[-1]) == (CoverSide.END, CoverSide.TOP)
    return CoverSide.END if is_reversed else CoverSide.TOP


def _is_cover(page: DeliveredPage) -> bool:
    return page.outcome is PageOutcome.COVER


def _read_cover(page: DeliveredPage, listed: ListedCodes) -> tuple[CoverSide, str]:
    """Return which sheet a cover is and the unit it names, empty if none; a person's word about it counts more."""
    codes = cover_of(page)
    side = codes[0].side if len(codes) == 1 else CoverSide.TOP
    if Aspect.UNIT in page.said_by:
        return side, page.assigned_unit
    unit = listed.meant_by(codes[0].unit) if len(codes) == 1 else ""
    return side, unit if unit and codes[0].names(codes[0].unit, listed.names[unit]) else ""


def _in_doubt(stack: _Open, named_after: str) -> Iterator[_Found]:
    """Yield what lies open and was not closed by its other sheet.

    Args:
        stack: What lies open.
        named_after: The unit of the sheet at the end of a stack that follows, which is not that of the sheet on top;
            empty if none follows or it names none.
    """
    if not stack.places:
        return
    if stack.side is None:
        doubt = UnitDoubt.NOT_OPENED if named_after else UnitDoubt.OUTSIDE
        yield _Found(named_after, tuple(stack.places), doubt)
    else:
        closed = UnitDoubt.CLOSED_BY_ANOTHER if named_after else UnitDoubt.NOT_CLOSED
        doubt = closed if stack.unit else UnitDoubt.COVER_UNKNOWN
        yield _Found(stack.unit, tuple(stack.places), doubt)


def _may_be_doubtful(page: DeliveredPage) -> bool:
    return bool(page.stack_unit or page.unit_doubt or page.unit_folder)


def _settled(page: DeliveredPage, codes: ListedCodes) -> DeliveredPage:
    """Return a page with its doubt: taken away where something better says its unit, added where two contradict."""
    if page.outcome not in _WITH_PAPER:
        return replace(page, stack_unit="" if page.unit_doubt else page.stack_unit, unit_doubt=None)
    if Aspect.UNIT in page.said_by:
        return replace(page, unit_doubt=None)
    printed = page.printed_unit if page.unit_folder or not page.assigned_unit else ""
    named = {codes.meant_by(unit) or unit for unit in (page.assigned_unit, printed, page.stack_unit) if unit}
    if len(named) > 1:
        return replace(page, unit_doubt=UnitDoubt.CONTRADICTED)
    return replace(page, unit_doubt=None) if page.assigned_unit or printed else page
