"""The operator's queue: what a person must decide, decisions kept beside the readings, undo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from form_templates.model import FormTemplate, ItemId
from omr.responses import DeliveredPage
from omr.results import Answer, ItemReading, PageOutcome, Verification
from omr.store import Store, now


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One flagged item of one page; the flags of ``reading`` are all reasons to look, also those people gave."""

    page: DeliveredPage
    item_id: ItemId
    reading: ItemReading


def review_queue(template: FormTemplate, pages: Sequence[DeliveredPage]) -> tuple[QueueEntry, ...]:
    """Return the flagged items nobody has decided, the same item together so that the eye stays in one place."""
    order = {item.item_id: index for index, item in enumerate(template.items())}
    entries = [
        _entry(page, item_id)
        for page in pages
        if page.outcome is PageOutcome.READ
        for item_id in page.readings
        if page.doubts(item_id) and item_id not in page.verifications
    ]
    return tuple(sorted(entries, key=lambda entry: order[entry.item_id]))  # stable: delivered order within an item


def find_entry(pages: Sequence[DeliveredPage], page_id: int, item_id: ItemId) -> QueueEntry | None:
    """Return an item of a page for review, flagged or not; None if the page was not read or does not ask it."""
    for page in pages:
        if page.page_id == page_id and page.outcome is PageOutcome.READ and item_id in page.readings:
            return _entry(page, item_id)
    return None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that was kept and can be undone."""

    entry: QueueEntry
    verification: Verification
    verification_id: int


class ReviewSession:
    """Keeps one operator's decisions and takes them back in reverse order."""

    def __init__(self, store: Store, operator: str) -> None:
        self._store = store
        self._operator = operator
        self._decisions: list[Decision] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._decisions)

    def decide(self, entry: QueueEntry, answer: Answer | None, note: str = "") -> Decision:
        """Keep a person's answer at once; None means they found the item unreadable."""
        verification = Verification(answer, self._operator, now(), note)
        key = self._store.verify(_page_id(entry.page), entry.item_id, verification)
        decision = Decision(entry, verification, key)
        self._decisions.append(decision)
        return decision

    def undo(self) -> Decision | None:
        """Take the last decision back and return it; None if there is none."""
        if not self._decisions:
            return None
        decision = self._decisions.pop()
        self._store.withdraw_verification(decision.verification_id)
        return decision


def _entry(page: DeliveredPage, item_id: ItemId) -> QueueEntry:
    return QueueEntry(page, item_id, replace(page.readings[item_id], flags=page.doubts(item_id)))


def _page_id(page: DeliveredPage) -> int:
    assert page.page_id is not None, "only kept pages are in the queue"
    return page.page_id
