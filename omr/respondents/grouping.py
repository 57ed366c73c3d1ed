"""Delivered pages -> respondents: by what is printed on them, by their place in the pile, by what people say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic

from omr.respondents.page_order import find_first_pages
from omr.respondents.page_runs import (
    BETWEEN,
    GroupedPage,
    PageRuns,
    SomePage,
    find_page_runs,
    group_of_part,
    page_number,
    print_out,
    seen_number,
)
from omr.respondents.sides_apart import partner
from omr.results import PageOutcome


def group_pages(pages: Iterable[SomePage], pages_per_form: int) -> list[tuple[SomePage, ...]]:
    """Group read pages into respondents, in order of their first page.

    1. Pages that a person joined to another one are left out at first.
    2. Neighbours in the order of delivery belong together while they show the same print-out (unit and serial) and no
       page number comes twice. This keeps photocopies with one shared serial apart.
    3. A page whose code could not be read joins its direct neighbours if they lack its page number. Where another scan
       of a page lies between, they are none.
    4. Unless a print-out of their own says so, neighbours are not joined where sides were scanned apart, nor in
       another order than the other forms of the batch came in.
    5. What is still incomplete is joined by unit and serial, as when all fronts were scanned before all backs - but
       only where one way to join exists, and no other copy of a page bears them.
    6. Where sides were scanned apart and print-outs tell how they follow each other, so do parts between two of them.
    7. Then a page that a person joined to another one goes where that is, unless its page number is there already.
    """
    pages = list(pages)
    apart = find_page_runs(pages, pages_per_form)
    borders = _FormBorders(pages, apart, pages_per_form)
    found = _group_neighbours((page for page in pages if page.joined_to is None), pages_per_form, borders)
    groups = _join_incomplete(found, pages_per_form)
    for pile in apart:
        groups = _join_between(groups, pile)
    joined = [page for page in pages if page.joined_to is not None and page.outcome is PageOutcome.READ]
    if joined:
        groups = _in_delivered_order(_join_as_said(groups, joined), pages)
    return [tuple(sorted(group, key=page_number)) for group in groups]


class _FormBorders(Generic[SomePage]):
    """Between which neighbours a respondent ends, whatever they lack, unless their print-out says otherwise."""

    def __init__(self, pages: Sequence[SomePage], piles: Sequence[PageRuns[SomePage]], pages_per_form: int) -> None:
        runs = [[page for part in run for page in part] for pile in piles for run in pile.runs]
        self._run_of = {id(page): number for number, run in enumerate(runs) for page in run}
        self._first_in_run = [_first_of_run([page_number(page) for page in run]) for run in runs]
        by_batch: dict[int, list[SomePage]] = defaultdict(list)
        for page in pages:
            if (seen_number(page) is not None or page.outcome in BETWEEN) and id(page) not in self._run_of:
                by_batch[page.batch].append(page)
        self._first_pages = {
            batch: find_first_pages([seen_number(page) for page in came], pages_per_form)
            for batch, came in by_batch.items()
        }
        borne = Counter((page.batch, print_out(page), seen_number(page)) for page in pages)
        self._shared = {(batch, named) for (batch, named, _), copies in borne.items() if copies > 1}

    def divide(self, before: GroupedPage, page: GroupedPage) -> bool:
        """Whether a page begins a respondent, though its neighbour lacks it."""
        run = self._run_of.get(id(page))
        first = self._first_pages[page.batch] if run is None else self._first_in_run[run]
        is_border = run != self._run_of.get(id(before)) or page_number(page) in first
        return is_border and not self.are_told(before, page)

    def are_told(self, before: GroupedPage, page: GroupedPage) -> bool:
        """Whether both bear a print-out that no two copies of a page of the batch bear."""
        named = print_out(page)
        return named is not None and named == print_out(before) and (page.batch, named) not in self._shared


def _first_of_run(numbers: Sequence[int]) -> frozenset[int]:
    return find_first_pages(numbers, len(set(numbers)))


def _group_neighbours(
    pages: Iterable[SomePage], pages_per_form: int, borders: _FormBorders[SomePage]
) -> list[list[SomePage]]:
    groups: list[list[SomePage]] = []
    unread = 0  # pages that stand between the last group and the next page
    for page in pages:
        if page.outcome is not PageOutcome.READ:
            unread += page.outcome in BETWEEN or page.outcome is PageOutcome.DUPLICATE
            continue
        has_room = bool(groups) and len(groups[-1]) < pages_per_form
        if has_room and _belongs(page, groups[-1], unread, borders) and not borders.divide(groups[-1][-1], page):
            groups[-1].append(page)
        else:
            groups.append([page])
        unread = 0
    return groups


def _belongs(page: SomePage, group: Sequence[SomePage], unread: int, borders: _FormBorders[SomePage]) -> bool:
    if page.batch != group[-1].batch or page_number(page) in map(page_number, group):
        return False
    print_outs = {print_out(member) for member in group} - {None}
    if print_out(page) is None or not print_outs:
        return not unread
    if print_outs != {print_out(page)}:
        return False
    # Photocopies share it: then what was not read must be just what the form has between the two pages.
    is_gap_of_form = abs(page_number(page) - page_number(group[-1])) == unread + 1
    return not unread or is_gap_of_form or borders.are_told(group[-1], page)


def _join_incomplete(groups: list[list[SomePage]], pages_per_form: int) -> list[list[SomePage]]:
    partial: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        named = next((key for key in map(print_out, group) if key), None)
        if named and len(group) < pages_per_form:
            partial[named].append(index)
    borne = Counter((print_out(page), page_number(page)) for group in groups for page in group)
    copied = {named for (named, _), copies in borne.items() if copies > 1}
    absorbed: set[int] = set()
    for named, indices in partial.items():
        numbers = [page_number(page) for index in indices for page in groups[index]]
        if len(indices) > 1 and len(numbers) == len(set(numbers)) and named not in copied:
            groups[indices[0]].extend(page for index in indices[1:] for page in groups[index])
            absorbed.update(indices[1:])
    return [group for index, group in enumerate(groups) if index not in absorbed]


def _join_between(groups: list[list[SomePage]], pile: PageRuns[SomePage]) -> list[list[SomePage]]:
    """Join parts of a pile that lie between parts which print-outs joined, where these tell the only possible order."""
    group_of = {id(page): number for number, group in enumerate(groups) for page in group}
    orders = pile.orders(group_of)
    if len(orders) != 1 or len(pile.runs) != 2:
        return groups
    first, second = pile.runs
    places = [partner(place, len(first), orders[0]) for place in range(len(first))]
    pairs = [
        (group_of_part(part, group_of), group_of_part(second[place], group_of))
        for part, place in zip(first, places, strict=True)
    ]
    for at, (one, other) in enumerate(pairs[1:-1], start=1):
        is_between = all(before == after >= 0 for before, after in (pairs[at - 1], pairs[at + 1]))
        if is_between and one >= 0 and other >= 0 and one != other and _may_be_one(groups[one], groups[other]):
            groups[one].extend(groups[other])
            groups[other] = []
    return [group for group in groups if group]


def _may_be_one(group: Sequence[GroupedPage], other: Sequence[GroupedPage]) -> bool:
    numbers = [page_number(page) for page in (*group, *other)]
    print_outs = {print_out(page) for page in (*group, *other)} - {None}
    return len(set(numbers)) == len(numbers) and len(print_outs) < 2


def _join_as_said(groups: list[list[SomePage]], joined: Sequence[SomePage]) -> list[list[SomePage]]:
    """Put pages where people said; one whose place is gone, or taken, begins a respondent of its own."""
    groups = groups + [[page] for page in joined if page.joined_to == page.page_id]
    group_of = {page.page_id: group for group in groups for page in group}
    for page in (page for page in joined if page.joined_to != page.page_id):
        group = group_of.get(page.joined_to)
        if group is None or page_number(page) in map(page_number, group):
            groups.append([page])
        else:
            group.append(page)
    return groups


def _in_delivered_order(groups: list[list[SomePage]], pages: Sequence[SomePage]) -> list[list[SomePage]]:
    place = {id(page): index for index, page in enumerate(pages)}
    return sorted(groups, key=lambda group: min(place[id(page)] for page in group))
