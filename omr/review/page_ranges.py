"""Pages that a person names by where they lie: a file, a range of its pages, a range of printed serials, a batch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from omr.responses import DeliveredPage
from omr.results import PageOutcome, Reason

_RANGE = re.compile(r"\s*([0-9]{1,9})\s*(?:[-–]\s*([0-9]{1,9})\s*)?")


@dataclass(frozen=True, slots=True)
class PageRange:
    """Which pages are meant; what is left open means all.

    Attributes:
        source: Name of the delivered file.
        batch: Number of the batch; 0 for any.
        pages: First and last page of the file, 1-based.
        serials: First and last printed serial number; pages without one are not meant then.
        printed: Code of the unit that is printed on them.
    """

    source: str = ""
    batch: int = 0
    pages: tuple[int, int] | None = None
    serials: tuple[int, int] | None = None
    printed: str = ""

    def of(self, pages: Sequence[DeliveredPage]) -> tuple[DeliveredPage, ...]:
        """Return the delivered pages that are meant, in order; no covers, and none that was delivered before."""
        return tuple(page for page in pages if _can_have_unit(page) and self._means(page))

    def describe(self) -> str:
        """Say in a few words which pages are meant, for the record."""
        parts = [self.source] if self.source else []
        parts += [f"batch {self.batch}"] if self.batch else []
        parts += ["pages {}-{}".format(*self.pages)] if self.pages else []
        parts += ["serials {}-{}".format(*self.serials)] if self.serials else []
        parts += [f"printed for {self.printed}"] if self.printed else []
        return ", ".join(parts)

    def _means(self, page: DeliveredPage) -> bool:
        if (self.source and page.source != self.source) or (self.batch and page.batch != self.batch):
            return False
        if self.printed and page.printed_unit != self.printed:
            return False
        if self.pages and not self.pages[0] <= page.page_in_file <= self.pages[1]:
            return False
        if self.serials is None:
            return True
        serial = page.identity.serial if page.identity else ""
        return serial.isdecimal() and self.serials[0] <= int(serial) <= self.serials[1]


def parse_range(text: str) -> tuple[int, int] | None:
    """Read ``12-40`` or ``12``; None if it is no range of whole numbers that goes up."""
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if 1 <= first <= last else None


def describe_pages(pages: Sequence[DeliveredPage]) -> str:
    """Say which pages are meant, for the record, where they are many; else nothing."""
    if len(pages) < 2:
        return ""
    first, last = pages[0], pages[-1]
    return f"{first.source} [{first.place_in_file}] – {last.source} [{last.place_in_file}]"


def rest_of_file(pages: Sequence[DeliveredPage], first: DeliveredPage) -> tuple[DeliveredPage, ...]:
    """Return the pages of a file from one of them to the last."""
    return tuple(page for page in _from(pages, first) if page.source == first.source and _can_have_unit(page))


def rest_of_stack(pages: Sequence[DeliveredPage], first: DeliveredPage) -> tuple[DeliveredPage, ...]:
    """Return the pages from one of them, in delivered order, up to the next that begins something else.

    That is a cover, or a page that counts for a unit, or the end of the batch.
    """
    found: list[DeliveredPage] = []
    for page in _from(pages, first):
        is_other = page.outcome is PageOutcome.COVER or bool(page.unit)
        if found and is_other:
            break
        if _can_have_unit(page):
            found.append(page)
    return tuple(found)


def _from(pages: Sequence[DeliveredPage], first: DeliveredPage) -> Sequence[DeliveredPage]:
    place = next(place for place, page in enumerate(pages) if page is first or _is_same(page, first))
    return [page for page in pages[place:] if page.batch == first.batch]


def _is_same(page: DeliveredPage, other: DeliveredPage) -> bool:
    return (page.page_id, page.source, page.batch) == (other.page_id, other.source, other.batch)


def _can_have_unit(page: DeliveredPage) -> bool:
    is_first = page.reason is not Reason.ALREADY_DELIVERED
    return page.page_id is not None and is_first and page.outcome is not PageOutcome.COVER
