"""The delivered pages behind a figure, and where a click on the figure leads."""

from dataclasses import dataclass

from omr.responses import DeliveredPage
from omr.results import PageOutcome


@dataclass(frozen=True, slots=True)
class PageScope:
    """The pages behind a figure.

    Attributes:
        page_ids: Only these pages, where they count; None for all.
        batch: Only pages of this batch; None for all.
        only_without_unit: Only pages whose unit is in doubt, or not in the list.
    """

    page_ids: frozenset[int] | None = None
    batch: int | None = None
    only_without_unit: bool = False

    def admits(self, page: DeliveredPage) -> bool:
        """Whether a page is in it."""
        if self.batch is not None and page.batch != self.batch:
            return False
        if self.only_without_unit and page.unit_doubt is None and not page.is_unlisted:
            return False
        return self.page_ids is None or (page.outcome is PageOutcome.READ and page.page_id in self.page_ids)


EVERYTHING = PageScope()


@dataclass(frozen=True, slots=True)
class Target:
    """Where a click on a figure leads: pages, and what they are called there."""

    scope: PageScope
    outcome: PageOutcome | None
    name: str
