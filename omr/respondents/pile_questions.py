"""Piles of which nothing says which sides belong together: they stay apart until a person says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from omr.respondents.grouping import group_pages
from omr.respondents.page_runs import PageRuns, SomePage, find_page_runs, group_of_part, page_number
from omr.respondents.sides_apart import RunOrder, partner


@dataclass(frozen=True, slots=True)
class PileQuestion(Generic[SomePage]):
    """How do these runs of pages follow each other?

    Attributes:
        runs: Of each run the parts that belong to nothing of another run yet.
        counts: Of each run the number of all its parts.
        orders: The orders in which they can be joined; none where the numbers do not match.
    """

    runs: tuple[tuple[tuple[SomePage, ...], ...], ...]
    counts: tuple[int, ...]
    orders: tuple[RunOrder, ...]
    _all: tuple[tuple[tuple[SomePage, ...], ...], ...]

    @property
    def pages(self) -> tuple[SomePage, ...]:
        """The pages that are asked about, in order."""
        return tuple(page for run in self.runs for part in run for page in part)

    @property
    def numbers(self) -> tuple[tuple[int, ...], ...]:
        """Which pages of the form each run holds, each once, in the order in which they came."""
        return tuple(tuple(dict.fromkeys(page_number(page) for part in run for page in part)) for run in self._all)

    def forms(self, order: RunOrder) -> Iterator[tuple[SomePage, ...]]:
        """Yield the pages of each form, as they belong together in an order that is offered."""
        waiting = set(map(id, self.pages))
        count = self.counts[0]
        for place in range(count):
            at = [place, *(partner(place, count, order) for _ in self._all[1:])]
            form = [page for run, of_run in zip(self._all, at, strict=True) for page in run[of_run]]
            if pages := tuple(page for page in form if id(page) in waiting):
                yield pages

    def rests(self) -> Iterator[SomePage]:
        """Yield the pages that are perhaps other sides of forms which begin with pages of the longest run."""
        sizes = [len(run) for run in self.runs]
        for at, run in enumerate(self.runs):
            if at != sizes.index(max(sizes)):
                yield from (page for part in run for page in part)


def find_pile_questions(pages: Iterable[SomePage], pages_per_form: int) -> tuple[PileQuestion[SomePage], ...]:
    """Return what nobody has answered, in delivered order.

    Args:
        pages: All pages in delivered order, as ``group_pages`` takes them.
        pages_per_form: How many pages a form has.
    """
    pages = list(pages)
    piles = find_page_runs(pages, pages_per_form)
    if not piles:  # as in most surveys
        return ()
    return find_open(piles, group_pages(pages, pages_per_form))


def find_open(
    piles: Sequence[PageRuns[SomePage]], groups: Sequence[Sequence[SomePage]]
) -> tuple[PileQuestion[SomePage], ...]:
    """Return the questions on piles of which the pages were grouped."""
    group_of = {id(page): number for number, group in enumerate(groups) for page in group}
    found = (_question(pile, group_of) for pile in piles)
    return tuple(question for question in found if question is not None)


def _question(pile: PageRuns[SomePage], group_of: dict[int, int]) -> PileQuestion[SomePage] | None:
    runs_with = [{group_of_part((page,), group_of) for part in run for page in part} for run in pile.runs]

    def is_open(at: int, part: Sequence[SomePage]) -> bool:
        if not part or any(page.joined_to is not None for page in part):
            return False
        own = {group_of_part((page,), group_of) for page in part}
        return not any(own & other for other_at, other in enumerate(runs_with) if other_at != at)

    waiting = tuple(tuple(part for part in run if is_open(at, part)) for at, run in enumerate(pile.runs))
    if sum(map(bool, waiting)) < len(waiting):
        return None
    return PileQuestion(waiting, tuple(map(len, pile.runs)), pile.orders(group_of), pile.runs)
