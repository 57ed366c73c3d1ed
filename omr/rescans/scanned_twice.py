"""Which delivered pages leave the count because another scan of their sheet counts.

What a person says goes first. Without a word only an exact rescan leaves the count, the later page: the ink is surely
the same, and so is every answer, on all sides of the sheet. Whatever else may be one sheet is a question
(``sheet_questions``), and both scans count until a person answers it.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

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
    """Give pages of which another scan counts the outcome DUPLICATE; everything that was read stays with them.

    1. A page of which a person says so, in favour of the page they say.
    2. A page that surely shows the same sheet as an earlier one, and bears the same answers; if the other sides of the
       two sheets are there, too, only if nothing on those differs either.
    3. The other side of such a sheet, which may bear too few marks to be known by itself, if it lies beside it in both
       scans and nothing on it speaks against that.

    Args:
        pages: All pages of the survey in delivered order.
        likenesses: Which pages are alike.
        is_consistent: Compares the other sides.
    """
    is_consistent = cache(is_consistent)  # it loads what it compares
    said = _said_duplicates(pages)
    sure = _sure_duplicates(pages, said, likenesses, is_consistent)
    if not said and not sure:
        return list(pages)
    _add_other_sides(pages, sure, is_consistent)
    earlier = sure | said
    return [_as_duplicate(page, pages[earlier[at]]) if at in earlier else page for at, page in enumerate(pages)]


def have_same_answers(page: DeliveredPage, other: DeliveredPage) -> bool:
    """Return whether the engine read the same answers to all questions that both pages ask."""
    shared = page.readings.keys() & other.readings.keys()
    return all(page.readings[item].answer == other.readings[item].answer for item in shared)


def counterparts(pages: Sequence[DeliveredPage], at: int, before: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the other sides of two sheets, side by side: those that follow or precede both.

    Args:
        pages: In delivered order.
        at: Place of a page.
        before: Place of the page that may be another scan of it.
    """
    for step in (-1, 1):
        side, side_before = at + step, before + step
        while _is_next_side(pages, side, step) and _is_next_side(pages, side_before, step):
            if side_before == side or not _may_be_one(pages[side], pages[side_before]):
                break
            yield side, side_before
            side, side_before = side + step, side_before + step


def is_set_apart(page: DeliveredPage) -> bool:
    """Return whether a person says that the page is a sheet of its own, whatever it looks like."""
    return page.same_sheet_as is not None and page.same_sheet_as == page.page_id


def _is_next_side(pages: Sequence[DeliveredPage], at: int, step: int) -> bool:
    """Whether the page at a place is that of its form's which its neighbour, a step before, lets expect."""
    if not (0 <= at < len(pages) and 0 <= at - step < len(pages)):
        return False
    page, beside = pages[at], pages[at - step]
    if not (_counts(page) and _counts(beside) and _is_other_side(page, beside)) or _end_runs(pages, at, at - step):
        return False
    return _identity(page).page - _identity(beside).page == step


def _said_duplicates(pages: Sequence[DeliveredPage]) -> dict[int, int]:
    """Return the place of the page that counts, by place of the one that a person says does not."""
    places = {_id(page): at for at, page in enumerate(pages) if _counts(page)}
    said: dict[int, int] = {}
    for at, page in enumerate(pages):
        kept = places.get(page.same_sheet_as) if _counts(page) and page.same_sheet_as is not None else None
        if kept is not None and _end_of(said, kept) != at:  # of a sheet one scan counts, whatever people say
            said[at] = kept
    return {at: _end_of(said, at) for at in said}


def _end_of(said: Mapping[int, int], at: int) -> int:
    while at in said:
        at = said[at]
    return at


def _sure_duplicates(
    pages: Sequence[DeliveredPage], said: Mapping[int, int], likenesses: Likenesses, is_consistent: Consistent
) -> dict[int, int]:
    """Return the place of the earlier page, by place of the later."""
    earlier: dict[int, int] = {}
    counted: dict[int, int] = {}
    for at, page in enumerate(pages):
        if not _counts(page) or at in said:
            continue
        places = [
            counted[other]
            for other, likeness in likenesses(_id(page)).items()
            if likeness is Likeness.SURE and other in counted
        ]
        same = [place for place in places if _are_rescanned(pages, at, place, is_consistent)]
        if same:
            earlier[at] = min(same)
        else:
            counted[_id(page)] = at
    return earlier


def _are_rescanned(pages: Sequence[DeliveredPage], at: int, before: int, is_consistent: Consistent) -> bool:
    """Whether a page of which the ink is the same is an exact rescan, with all sides of its sheet that are there."""
    page, other = pages[at], pages[before]
    if are_two_prints(page.identity, other.identity) or is_set_apart(page) or not have_same_answers(page, other):
        return False
    return all(
        not is_set_apart(pages[side])
        and have_same_answers(pages[side], pages[side_before])
        and is_consistent(_id(pages[side]), _id(pages[side_before]))
        for side, side_before in counterparts(pages, at, before)
    )


def _add_other_sides(pages: Sequence[DeliveredPage], earlier: dict[int, int], is_consistent: Consistent) -> None:
    waiting = deque(earlier.items())
    while waiting:
        at, before = waiting.popleft()
        for side in _other_sides(pages, at, earlier):
            for side_before in _other_sides(pages, before, earlier):
                one, other = pages[side], pages[side_before]
                if side_before >= side or not _may_be_one(one, other):
                    continue
                if is_set_apart(one) or not have_same_answers(one, other):
                    continue
                if side not in earlier and is_consistent(_id(one), _id(other)):
                    earlier[side] = side_before
                    waiting.append((side, side_before))


def _other_sides(pages: Sequence[DeliveredPage], at: int, earlier: Mapping[int, int]) -> list[int]:
    """Return the neighbours that are another page of the same print-out and still count."""
    neighbours = [place for place in (at - 1, at + 1) if 0 <= place < len(pages) and place not in earlier]
    return [
        place
        for place in neighbours
        if _counts(pages[place]) and _is_other_side(pages[place], pages[at]) and not _end_runs(pages, at, place)
    ]


def _end_runs(pages: Sequence[DeliveredPage], at: int, beside: int) -> bool:
    """Whether two neighbours are the last of a run of fronts and the first of one of backs: no sides of one sheet."""
    low, high = sorted((at, beside))
    return (
        low > 0
        and high + 1 < len(pages)
        and all(map(_show_same_side, (pages[low - 1], pages[high]), (pages[low], pages[high + 1])))
    )


def _show_same_side(page: DeliveredPage, other: DeliveredPage) -> bool:
    """Whether two pages of a batch are the same page of a form."""
    if page.batch != other.batch or page.identity is None or other.identity is None:
        return False
    return (page.identity.template_id, page.identity.page) == (other.identity.template_id, other.identity.page)


def _is_other_side(page: DeliveredPage, other: DeliveredPage) -> bool:
    one, two = _identity(page), _identity(other)
    return page.batch == other.batch and one.page != two.page and not are_two_prints(one, two)


def _may_be_one(page: DeliveredPage, other: DeliveredPage) -> bool:
    one, two = _identity(page), _identity(other)
    return one.page == two.page and page.page_id != other.page_id and not are_two_prints(one, two)


def are_two_prints(one: PageIdentity | None, other: PageIdentity | None) -> bool:
    """Return whether both pages say which print-out they are, and say different things; two forms are two print-outs.

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
    detail = f"{earlier.source}, page {earlier.place_in_file}"
    return replace(page, outcome=PageOutcome.DUPLICATE, reason=Reason.SAME_SHEET, detail=detail)
