"""Piles of delivered pages of which the sides were scanned apart, and what their print-outs say of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from omr.respondents.sides_apart import RunOrder, SidesApart, find_piles, partner
from omr.results import PageIdentity, PageOutcome

BETWEEN = (
    PageOutcome.UNREADABLE,
    PageOutcome.FOREIGN,
    PageOutcome.TAKEN_OUT,
    PageOutcome.COVER,
    PageOutcome.OTHER_FORM,
)
"""Pages that do not count and may have been a sheet between two others, so that these are no neighbours."""

_KNOWN_SIDES = (PageOutcome.READ, PageOutcome.DUPLICATE)
"""Pages of which the page of the form is known; another scan of a page still shows in which order its pile came."""

_UNKNOWN_SIDES = tuple(outcome for outcome in BETWEEN if outcome is not PageOutcome.COVER)
"""Pages that may have been a side of a form, of whichever page."""


class GroupedPage(Protocol):
    """What of a delivered page tells where it belongs, see ``omr.responses.DeliveredPage``."""

    @property
    def page_id(self) -> int | None:
        """Key; None for a page that has no content."""
        ...

    @property
    def batch(self) -> int:
        """1-based number of the batch it came with."""
        ...

    @property
    def source(self) -> str:
        """Name of the delivered file."""
        ...

    @property
    def page_in_file(self) -> int:
        """1-based page of that file."""
        ...

    @property
    def place_in_file(self) -> str:
        """The page of the file as people are told it."""
        ...

    @property
    def outcome(self) -> PageOutcome:
        """What became of it."""
        ...

    @property
    def identity(self) -> PageIdentity | None:
        """Which page of the form it is; None unless read."""
        ...

    @property
    def joined_to(self) -> int | None:
        """Id of the page that a person says it belongs to; None if nobody did."""
        ...


SomePage = TypeVar("SomePage", bound=GroupedPage)


def print_out(page: GroupedPage) -> tuple[str, str] | None:
    """Return what names the print-out, or None when the page does not say."""
    identity = page.identity
    return (identity.unit, identity.serial) if identity and identity.serial else None


def page_number(page: GroupedPage) -> int:
    """Return which page of the form a page that was read is."""
    assert page.identity is not None, "only read pages are grouped"
    return page.identity.page


def seen_number(page: GroupedPage) -> int | None:
    """Return which page of the form a page is, another scan of one that counts included; None where it is not known."""
    return page.identity.page if page.outcome in _KNOWN_SIDES and page.identity else None


@dataclass(frozen=True, slots=True)
class PageRuns(Generic[SomePage]):
    """A pile of which the sides were scanned apart, see ``sides_apart``.

    Attributes:
        runs: Of each run its parts in order: the pages that belong together as they lie. A part of which nothing was
            read is empty.
        is_even: Whether every run has as many parts, all alike, and nothing unknown lies between them.
    """

    runs: tuple[tuple[tuple[SomePage, ...], ...], ...]
    is_even: bool

    @property
    def pages(self) -> tuple[SomePage, ...]:
        """All its pages in order."""
        return tuple(page for run in self.runs for part in run for page in part)

    def telling(self) -> frozenset[tuple[str, str]]:
        """Return the print-outs that say which pages belong together: those that no two copies of a page bear."""
        borne = Counter((print_out(page), page_number(page)) for page in self.pages)
        shared = {named for (named, _), copies in borne.items() if copies > 1}
        return frozenset(named for named, _ in borne if named and named not in shared)

    def orders(self, group_of: Mapping[int, int]) -> tuple[RunOrder, ...]:
        """Return the orders that agree with what belongs together already, and join no two print-outs.

        Args:
            group_of: Number of the group that a page is in, by the page's ``id``.
        """
        if not self.is_even:
            return ()
        first, *others = self.runs
        places = {group: place for place, part in enumerate(first) if (group := group_of_part(part, group_of)) >= 0}
        met = [
            (places[group], place)
            for run in others
            for place, part in enumerate(run)
            if (group := group_of_part(part, group_of)) in places
        ]
        count = len(first)
        return tuple(
            order
            for order in RunOrder
            if all(partner(place, count, order) == at for at, place in met) and not self._joins_two_print_outs(order)
        )

    def _joins_two_print_outs(self, order: RunOrder) -> bool:
        first, *others = self.runs
        for place, part in enumerate(first):
            form = [*part, *(page for run in others for page in run[partner(place, len(first), order)])]
            if len({print_out(page) for page in form} - {None}) > 1:
                return True
        return False


def group_of_part(part: Sequence[GroupedPage], group_of: Mapping[int, int]) -> int:
    """Return the number of the group of a part's first page; -1 if there is none."""
    return group_of.get(id(part[0]), -1) if part else -1


def find_page_runs(pages: Iterable[SomePage], pages_per_form: int) -> list[PageRuns[SomePage]]:
    """Find the piles among delivered pages of which the sides were scanned apart.

    They lie within a batch, or in batches that follow each other and hold no whole form, as when fronts and backs were
    read apart. Where the order leaves open whether it is a pile, print-outs of their own and blank backs tell that it
    is none.
    """
    pages = list(pages)
    piles: list[PageRuns[SomePage]] = []
    for came in _stretches(pages, pages_per_form):
        numbers = [seen_number(page) for page in came]
        found = ((pile.is_sure, _runs_of(pile, came)) for pile in find_piles(numbers, pages_per_form))
        piles += [runs for is_sure, runs in found if is_sure or not (runs.telling() or _hold_blanks(runs, pages))]
    return piles


def _hold_blanks(runs: PageRuns[SomePage], pages: Sequence[SomePage]) -> bool:
    places = {id(page): place for place, page in enumerate(pages)}
    own = [places[id(page)] for page in runs.pages]
    return any(page.outcome is PageOutcome.BLANK for page in pages[min(own) : max(own)])


def hold_no_whole_form(pages: Iterable[GroupedPage], pages_per_form: int) -> bool:
    """Whether pages were read of which no form can be made, for some page of it did not come at all."""
    numbers = {seen_number(page) for page in pages} - {None}
    return 0 < len(numbers) < pages_per_form


def _stretches(pages: Iterable[SomePage], pages_per_form: int) -> Iterator[list[SomePage]]:
    """Yield the pages that may be sides, batch by batch; those without any whole form together with their like."""
    waiting: list[SomePage] = []
    for _, of_batch in groupby(pages, lambda page: page.batch):
        came = [page for page in of_batch if seen_number(page) is not None or page.outcome in _UNKNOWN_SIDES]
        if hold_no_whole_form(came, pages_per_form):
            waiting += came
            continue
        yield waiting
        waiting = []
        yield came
    yield waiting


def _runs_of(pile: SidesApart, came: Sequence[SomePage]) -> PageRuns[SomePage]:
    runs = tuple(
        tuple(tuple(came[at] for at in part if came[at].outcome is PageOutcome.READ) for part in run)
        for run in pile.runs
    )
    return PageRuns(runs, pile.is_even)
