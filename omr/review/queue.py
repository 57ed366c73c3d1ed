"""The operator's queue: what a person must decide, decisions kept beside the readings, undo."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from form_templates.model import FormTemplate, ItemId
from omr.clock import now
from omr.recalibration.offers import Offers
from omr.responses import DeliveredPage
from omr.results import Answer, Flag, ItemReading, PageOutcome, Verification
from omr.store.judgements import Doubt, JudgementKeys, Seen
from omr.store.store import Store

_KINDS_OF_DOUBT = (
    Flag.DOUBTED,
    Flag.DISPUTED,
    Flag.DOUBLE_MARK,
    Flag.CANCELLED_MARK,
    Flag.FAINT_MARK,
    Flag.UNMARKED,
    Flag.CUT_OFF,
    Flag.HIDDEN,
    Flag.NOT_LOCATED,
    Flag.UNCERTAIN,
    Flag.HANDWRITING,
    Flag.MISSING_PAGE,
)
"""The most telling first: of several flags it says what the eye must settle."""


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One item of one page that a person may decide."""

    page: DeliveredPage
    item_id: ItemId
    reading: ItemReading

    @property
    def flags(self) -> frozenset[Flag]:
        """Why a person should look, also what people say; empty where the reading was accepted."""
        return self.page.doubts(self.item_id)


def review_queue(template: FormTemplate, pages: Sequence[DeliveredPage]) -> tuple[QueueEntry, ...]:
    """Return the flagged items nobody has decided, in the order in which eye and hand travel least.

    1. What is chosen comes before what is typed, so that the hands stay where they are.
    2. The same item together: the same question, at the same place of the page.
    3. Within it the same kind of doubt together, and the same reading: the eye waits where the mark will be.
    4. Else as delivered.

    Of a page on which nothing seems to be marked one item stands for all, see ``ReviewSession.decide``.
    """
    entries = [_entry(page, item_id) for page in pages if page.outcome is PageOutcome.READ for item_id in _asked(page)]
    return tuple(sorted(entries, key=_travel_order(template)))


def _asked(page: DeliveredPage) -> Iterator[ItemId]:
    """Yield the items of a page that a person is asked about."""
    stands_for_others = False
    others = _unmarked(page)
    for item_id in page.readings:
        if page.doubts(item_id) and item_id not in page.verifications and not (stands_for_others and item_id in others):
            stands_for_others = stands_for_others or item_id in others
            yield item_id


def _unmarked(page: DeliveredPage) -> tuple[ItemId, ...]:
    """Return the undecided items of a page that are blank if one of them is; none once a mark was found on it."""
    doubted = [item_id for item_id in page.readings if Flag.UNMARKED in page.doubts(item_id)]
    if any(item_id in page.verifications and page.verifications[item_id].answer != () for item_id in doubted):
        return ()
    return tuple(item_id for item_id in doubted if item_id not in page.verifications)


def main_flag(flags: frozenset[Flag]) -> Flag:
    """Return the most telling of some flags, at least one."""
    return min(flags, key=_KINDS_OF_DOUBT.index)


def notes_on(page: DeliveredPage) -> tuple[tuple[ItemId, Verification], ...]:
    """Return the decisions in force on a page that carry a note."""
    return tuple((item_id, decision) for item_id, decision in page.verifications.items() if decision.note)


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


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """What an operator did at one go, and takes back at one go.

    Attributes:
        decisions: What was verified.
        odd: What was set aside for a look at each; those accepted by the engine were doubted.
        keys: Where the store keeps it.
        replaced: Once it was taken back: items on which somebody else decided since, which stays in force.
        accepted: Page and item of flagged readings that were let count.
    """

    decisions: tuple[Decision, ...]
    odd: tuple[QueueEntry, ...]
    keys: JudgementKeys
    replaced: tuple[tuple[int, ItemId], ...] = ()
    accepted: tuple[tuple[int, ItemId], ...] = ()


class ReviewSession:
    """Keeps one operator's steps and takes them back in reverse order.

    Whoever decides says which decision they saw in force; ``seen`` goes by page id and item, and what is missing had
    none. If another one is in force by then, ``DecidedMeanwhile`` is raised and nothing is kept.
    """

    def __init__(self, store: Store, operator: str) -> None:
        self._store = store
        self._operator = operator
        self._steps: list[ReviewStep] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def decide(
        self, entry: QueueEntry, answer: Answer | None, note: str = "", *, seen: Verification | None = None
    ) -> ReviewStep:
        """Keep a person's answer at once; None means they found the item unreadable.

        Where nothing seems to be marked on the page, and a person says so of one item, all those items are blank.
        """
        moment = now()
        decisions = [Decision(entry, Verification(answer, self._operator, moment, note))]
        others = _unmarked(entry.page)
        if answer == () and seen is None and entry.item_id in others:
            decisions += [
                Decision(_entry(entry.page, item_id), Verification((), self._operator, moment))
                for item_id in others
                if item_id != entry.item_id
            ]
        return self._keep(decisions, (), {(page_id_of(entry), entry.item_id): seen})

    def confirm(
        self, entries: Sequence[QueueEntry], odd: Sequence[QueueEntry] = (), *, seen: Seen | None = None
    ) -> ReviewStep:
        """Keep what was read as a person's answer for ``entries``; doubt what was accepted among the odd ones."""
        moment = now()
        decided = [Decision(entry, Verification(entry.reading.answer, self._operator, moment)) for entry in entries]
        return self._keep(decided, odd, seen or {})

    def accept(self, offers: Offers) -> ReviewStep | None:
        """Let flagged readings count that decisions on others bear out; None where people said something meanwhile.

        Nobody need have looked at them: they are accepted, not verified, with the operator who agreed.

        Raises:
            DecidedMeanwhile: Somebody decided on one of them; nothing was kept.
        """
        assert offers.stamp is not None, "nothing was offered"
        accepted = offers.acceptances(self._operator, now())
        keys = self._store.judgements.accept(accepted, offers.stamp)
        if keys is None:
            return None
        step = ReviewStep((), (), keys, accepted=tuple((page_id, item_id) for page_id, item_id, _ in accepted))
        self._steps.append(step)
        return step

    def undo(self) -> ReviewStep | None:
        """Take the last step back and return it; None if there is none."""
        if not self._steps:
            return None
        replaced = self._store.judgements.withdraw(self._steps[-1].keys)
        return replace(self._steps.pop(), replaced=replaced)

    def in_force(self, items: Sequence[tuple[int, ItemId]]) -> Seen:
        """Return the decisions in force on some items now; those without one are missing."""
        return self._store.judgements.in_force(items)

    def _keep(self, decisions: Sequence[Decision], odd: Sequence[QueueEntry], seen: Seen) -> ReviewStep:
        verified = [(page_id_of(each.entry), each.entry.item_id, each.verification) for each in decisions]
        moment = now()
        doubts = [Doubt(page_id_of(each), each.item_id, self._operator, moment) for each in odd if not each.flags]
        keys = self._store.judgements.keep(verified, doubts, seen=seen)
        step = ReviewStep(tuple(decisions), tuple(odd), keys)
        self._steps.append(step)
        return step


def page_id_of(entry: QueueEntry) -> int:
    """Return the key of the page that an entry is about."""
    assert entry.page.page_id is not None, "only kept pages are in the queue"
    return entry.page.page_id


def _travel_order(template: FormTemplate) -> Callable[[QueueEntry], tuple[bool, int, int, tuple[int, ...]]]:
    items = {item.item_id: (index, item) for index, item in enumerate(template.items())}
    places = {
        item_id: {option.value: place for place, option in enumerate(item.options)}
        for item_id, (_, item) in items.items()
    }

    def key(entry: QueueEntry) -> tuple[bool, int, int, tuple[int, ...]]:
        index, item = items[entry.item_id]
        place = places[entry.item_id]
        read_at = tuple(place[value] for value in entry.reading.answer) if item.kind.is_choice else ()
        return not item.kind.is_choice, index, _KINDS_OF_DOUBT.index(main_flag(entry.flags)), read_at

    return key


def _entry(page: DeliveredPage, item_id: ItemId) -> QueueEntry:
    return QueueEntry(page, item_id, page.readings[item_id])
