"""Sides that were scanned apart: all fronts, then all backs, as a feeder does that sees one side of the paper.

Such a pile shows in the order of its page numbers: 1 1 1 1 2 2 2 2, where sheets scanned from both sides give
1 2 1 2 1 2 1 2. Of forms with more pages the runs repeat more than one number: 1 3 1 3, then 2 4 2 4 or 4 2 4 2.
Which back belongs to which front the order alone does not tell: the pile may have been turned over between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import ceil


class RunOrder(StrEnum):
    """How the second run of a pile follows the first."""

    SAME = "same-order"  # the first back is that of the first front
    TURNED = "turned-pile"  # the first back is that of the last front


@dataclass(frozen=True, slots=True)
class SidesApart:
    """Runs of pages that follow each other, no number of one in another.

    Attributes:
        runs: Of each run its parts in order, a part being what one sheet or form gives: places in the sequence.
        is_even: Whether every run has as many parts, all alike, and nothing unknown lies between the runs.
        is_sure: Whether fewer pages are missing than if these were forms one after the other.
    """

    runs: tuple[tuple[tuple[int, ...], ...], ...]
    is_even: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int  # behind its last page that is known
    numbers: frozenset[int]
    repeats: bool


def find_piles(numbers: Sequence[int | None], pages_per_form: int) -> tuple[SidesApart, ...]:
    """Find the piles in a sequence of pages.

    A pile is what loses fewer pages than the same sequence taken as forms one after the other. Where both lose as many
    (1 1 2 may lack a back of either), it is one unless there are whole forms elsewhere in the sequence.

    Args:
        numbers: The page of the form that each delivered page is, in order; None where that is not known.
        pages_per_form: How many pages a form has.
    """
    if pages_per_form < 2:
        return ()
    search = _Search(numbers, pages_per_form)
    piles, whole_forms = search.scan(takes_ties=True)
    if whole_forms:
        piles, _ = search.scan(takes_ties=False)
    return tuple(piles)


def partner(place: int, count: int, order: RunOrder) -> int:
    """Return which part of one run belongs to the part at ``place`` of the other, 0-based, of ``count``."""
    return place if order is RunOrder.SAME else count - 1 - place


def _are_alike(runs: Sequence[_Run]) -> bool:
    """Whether the runs may be the two sides of sheets, or their first and second sheets."""
    sizes = [len(run.numbers) for run in runs]
    return max(sizes) - min(sizes) <= 1


class _Search:
    """Goes through a sequence from its begin: whole forms, piles, and forms that lack a page."""

    def __init__(self, numbers: Sequence[int | None], pages_per_form: int) -> None:
        self._numbers = numbers
        self._pages_per_form = pages_per_form

    def scan(self, *, takes_ties: bool) -> tuple[list[SidesApart], int]:
        """Return the piles and how many whole forms lie outside of them."""
        piles: list[SidesApart] = []
        at = whole_forms = 0
        while at < len(self._numbers):
            form_end = self._whole_form_end(at)
            if form_end:
                whole_forms += 1
                at = form_end
                continue
            runs = self._runs_from(at)
            gain = self._gain(runs)
            if gain > 0 or (gain == 0 and takes_ties and _are_alike(runs)):
                piles.append(self._pile(runs, is_sure=gain > 0))
                at = runs[-1].end
                continue
            at = self._last_part_start(runs[0]) if runs and runs[0].repeats else at + 1
        return piles, whole_forms

    def _whole_form_end(self, at: int) -> int:
        """Return where a form ends that begins here and lacks nothing; 0 if none does."""
        end = at + self._pages_per_form
        form = self._numbers[at:end]
        is_whole = None not in form and len(set(form)) == self._pages_per_form
        return end if is_whole else 0

    def _runs_from(self, at: int) -> list[_Run]:
        runs: list[_Run] = []
        used: frozenset[int] = frozenset()
        while run := self._run_at(at, used):
            if runs and not (run.repeats or runs[-1].repeats):
                break
            runs.append(run)
            used |= run.numbers
            at = run.end
            while at < len(self._numbers) and self._numbers[at] is None:
                at += 1
        return runs

    def _run_at(self, start: int, used: frozenset[int]) -> _Run | None:
        """Return the run that begins here: what repeats the numbers that come until one comes again."""
        known: set[int] = set()
        repeats, end = False, start
        for at in range(start, len(self._numbers)):
            number = self._numbers[at]
            if number is None:
                continue
            if number in used or (repeats and number not in known):
                break
            repeats = repeats or number in known
            known.add(number)
            end = at + 1
        is_part = bool(known) and len(known) < self._pages_per_form and self._numbers[start] is not None
        return _Run(start, end, frozenset(known), repeats) if is_part else None

    def _gain(self, runs: Sequence[_Run]) -> int:
        """Return how many pages fewer are missing if these runs are a pile; negative where they are none."""
        if len(runs) < 2:
            return -1
        forms = max(ceil((run.end - run.start) / len(run.numbers)) for run in runs)
        return self._count_forms(runs) - forms

    def _count_forms(self, runs: Sequence[_Run]) -> int:
        """Return how many forms, one after the other, the runs would be; what is not known may be any page."""
        most = sum(len(run.numbers) for run in runs)
        forms, size = 0, most
        seen: set[int] = set()
        for number in self._numbers[runs[0].start : runs[-1].end]:
            if size == most or number in seen:
                forms, size = forms + 1, 0
                seen.clear()
            size += 1
            if number is not None:
                seen.add(number)
        return forms

    def _pile(self, runs: Sequence[_Run], *, is_sure: bool) -> SidesApart:
        parts = tuple(self._parts(run) for run in runs)
        are_joined = all(before.end == after.start for before, after in pairwise(runs))
        sizes = {len(part) == len(run.numbers) for run, of_run in zip(runs, parts, strict=True) for part in of_run}
        is_even = are_joined and sizes == {True} and len({len(of_run) for of_run in parts}) == 1
        return SidesApart(parts, is_even, is_sure)

    def _parts(self, run: _Run) -> tuple[tuple[int, ...], ...]:
        parts: list[list[int]] = []
        seen: set[int] = set()
        for place in range(run.start, run.end):
            number = self._numbers[place]
            if not parts or len(parts[-1]) == len(run.numbers) or number in seen:
                parts.append([])
                seen.clear()
            parts[-1].append(place)
            if number is not None:
                seen.add(number)
        return tuple(map(tuple, parts))

    def _last_part_start(self, run: _Run) -> int:
        return max(self._parts(run)[-1][0], run.start + 1)
