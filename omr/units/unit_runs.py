"""Pages that follow each other and count for the same unit for the same reason: what a unit's count is made of."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from omr.responses import Aspect, DeliveredPage, UnitDoubt, UnitSource
from omr.results import PageOutcome, Reason

_MAY_BE_FORMS = (PageOutcome.READ, PageOutcome.UNREADABLE, PageOutcome.FOREIGN)


@dataclass(frozen=True, slots=True)
class UnitRun:
    """Pages of one stack, folder or file.

    Attributes:
        batch: Its batch.
        unit: Code of the unit that they count for; empty for none.
        source: What says so; None if nothing does.
        said_by: Who said so, where a person did.
        folder: The folder that named the unit, where one did.
        doubt: Why a person should say which unit it is; None if nothing is in doubt.
        unlisted: The unit that they name, where the list has none of that code; empty where it has. ``unit`` is another
            if that differs by leading zeros alone.
        pages: In delivered order.
    """

    batch: int
    unit: str
    source: UnitSource | None
    said_by: str
    folder: str
    doubt: UnitDoubt | None
    unlisted: str
    pages: tuple[DeliveredPage, ...]

    @property
    def is_unlisted(self) -> bool:
        """Whether the unit that they count for is not in the list."""
        return bool(self.unit) and self.unit == self.unlisted


def find_unit_runs(pages: Sequence[DeliveredPage]) -> tuple[UnitRun, ...]:
    """Return the runs of delivered pages, in order.

    Covers end a run, and so does the end of a file of several pages, which is mostly one stack; files of one page each
    go on. Blank pages, pages that came twice and pages that were taken out are in none.

    Args:
        pages: All pages of their batches, in delivered order.
    """
    of_several = {(page.batch, page.source) for page in pages if page.page_in_file > 1}
    runs: list[tuple[Hashable, list[DeliveredPage]]] = []
    stack = 0
    for page in pages:
        if page.outcome is PageOutcome.COVER:
            stack += 1
        if page.page_id is None or page.outcome not in _MAY_BE_FORMS or page.reason is Reason.ALREADY_DELIVERED:
            continue
        file = page.source if (page.batch, page.source) in of_several else ""
        alike = (stack, file, page.batch, page.unit, page.unit_source, _operator(page), page.unit_folder)
        key = (*alike, page.unit_doubt, _unlisted(page))
        if not runs or runs[-1][0] != key:
            runs.append((key, []))
        runs[-1][1].append(page)
    return tuple(_run(tuple(found)) for _, found in runs)


def runs_without_unit(pages: Sequence[DeliveredPage]) -> tuple[UnitRun, ...]:
    """Return the runs that count for no unit yet, or for one that is not in the list, and hold forms that were read."""
    return tuple(
        run
        for run in find_unit_runs(pages)
        if (not run.unit or run.is_unlisted) and any(page.outcome is PageOutcome.READ for page in run.pages)
    )


def _run(pages: tuple[DeliveredPage, ...]) -> UnitRun:
    first = pages[0]
    return UnitRun(
        first.batch,
        first.unit,
        first.unit_source,
        _operator(first),
        first.unit_folder,
        first.unit_doubt,
        _unlisted(first),
        pages,
    )


def _unlisted(page: DeliveredPage) -> str:
    return page.named_unit if page.listed_as or page.is_unlisted else ""


def _operator(page: DeliveredPage) -> str:
    return page.said_by.get(Aspect.UNIT, "") if page.unit_source is UnitSource.PERSON else ""
