"""Which delivered pages leave the count because their sheet was scanned before; the earlier page always stays."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from omr.rescans.ink_likeness import Likeness
from omr.responses import DeliveredPage
from omr.results import PageIdentity, PageOutcome, Reason

Likenesses = Callable[[int], Mapping[int, Likeness]]
"""Page id to the pages that are perhaps or surely of the same sheet."""

Consistent = Callable[[int, int], bool]
"""Whether nothing on two pages speaks against their being one, however little is on them."""


def mark_same_sheets(
    pages: Sequence[DeliveredPage], likenesses: Likenesses, is_consistent: Consistent
) -> list[DeliveredPage]:
    """Give pages whose sheet was scanned before the outcome DUPLICATE; everything that was read stays with them.

    1. A page that surely shows the same sheet as an earlier one leaves the count.
    2. So does the other side of that sheet, which may bear too few marks to be known by itself, if it lies beside it
       in both scans and nothing on it speaks against that.

    Args:
        pages: All pages of the survey in delivered order.
        likenesses: Which pages are alike.
        is_consistent: Compares the other sides.
    """
    earlier = _sure_duplicates(pages, likenesses)
    if not earlier:
        return list(pages)
    _add_other_sides(pages, earlier, is_consistent)
    return [_as_duplicate(page, pages[earlier[at]]) if at in earlier else page for at, page in enumerate(pages)]


def suspected_places(pages: Sequence[DeliveredPage], likenesses: Likenesses) -> list[int]:
    """Return the places of counted pages that perhaps show the same sheet as an earlier counted one."""
    seen: set[int] = set()
    places: list[int] = []
    by_id = {page.page_id: page for page in pages if _counts(page)}
    for at, page in enumerate(pages):
        if not _counts(page):
            continue
        alike = [other for other in likenesses(_id(page)) if other in seen]
        if any(not _are_two_prints(page.identity, by_id[other].identity) for other in alike):
            places.append(at)
        seen.add(_id(page))
    return places


def _sure_duplicates(pages: Sequence[DeliveredPage], likenesses: Likenesses) -> dict[int, int]:
    """Return the place of the earlier page, by place of the later."""
    earlier: dict[int, int] = {}
    counted: dict[int, int] = {}
    for at, page in enumerate(pages):
        if not _counts(page):
            continue
        places = [
            counted[other]
            for other, likeness in likenesses(_id(page)).items()
            if likeness is Likeness.SURE and other in counted
        ]
        same = [place for place in places if not _are_two_prints(page.identity, pages[place].identity)]
        if same:
            earlier[at] = min(same)
        else:
            counted[_id(page)] = at
    return earlier


def _add_other_sides(pages: Sequence[DeliveredPage], earlier: dict[int, int], is_consistent: Consistent) -> None:
    waiting = deque(earlier.items())
    while waiting:
        at, before = waiting.popleft()
        for side in _other_sides(pages, at, earlier):
            for side_before in _other_sides(pages, before, earlier):
                one, other = pages[side], pages[side_before]
                if side_before >= side or not _may_be_one(one, other):
                    continue
                if side not in earlier and is_consistent(_id(one), _id(other)):
                    earlier[side] = side_before
                    waiting.append((side, side_before))


def _other_sides(pages: Sequence[DeliveredPage], at: int, earlier: Mapping[int, int]) -> list[int]:
    """Return the neighbours that are another page of the same print-out and still count."""
    neighbours = [place for place in (at - 1, at + 1) if 0 <= place < len(pages) and place not in earlier]
    return [place for place in neighbours if _counts(pages[place]) and _is_other_side(pages[place], pages[at])]


def _is_other_side(page: DeliveredPage, other: DeliveredPage) -> bool:
    one, two = _identity(page), _identity(other)
    return page.batch == other.batch and one.page != two.page and not _are_two_prints(one, two)


def _may_be_one(page: DeliveredPage, other: DeliveredPage) -> bool:
    one, two = _identity(page), _identity(other)
    return one.page == two.page and page.page_id != other.page_id and not _are_two_prints(one, two)


def _are_two_prints(one: PageIdentity | None, other: PageIdentity | None) -> bool:
    """Whether both pages say which print-out they are, and say different things; two forms are two print-outs.

    Versions of one form may be on the same paper: where no print-out is named, one sheet may have been read by both.
    """
    if one is None or other is None:
        return False
    if one.template_id != other.template_id or (one.version != other.version and (one.serial or other.serial)):
        return True
    if not (one.serial and other.serial):
        return False
    return (one.unit, one.serial) != (other.unit, other.serial)


def _counts(page: DeliveredPage) -> bool:
    return page.outcome is PageOutcome.READ and page.page_id is not None


def _id(page: DeliveredPage) -> int:
    assert page.page_id is not None, "pages that count are kept"
    return page.page_id


def _identity(page: DeliveredPage) -> PageIdentity:
    assert page.identity is not None, "pages that count are identified"
    return page.identity


def _as_duplicate(page: DeliveredPage, earlier: DeliveredPage) -> DeliveredPage:
    detail = f"{earlier.source}, page {earlier.page_in_file}"
    return replace(page, outcome=PageOutcome.DUPLICATE, reason=Reason.SAME_SHEET, detail=detail)
