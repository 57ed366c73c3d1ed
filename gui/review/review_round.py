"""One sitting of an operator: the doubtful answers, where they stand in them, and what was decided."""

from collections.abc import Sequence

from omr.results import Answer, Verification
from omr.review import Decision, QueueEntry, ReviewSession

Key = tuple[int | None, str]
"""Names a page and an item."""


def key_of(entry: QueueEntry) -> Key:
    """Name the page and the item of an entry; an entry read from the store again has the same key."""
    return entry.page.page_id, entry.item_id


class ReviewRound:
    """Walks through a queue; decided entries stay in their place so that one can look back."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._entries: list[QueueEntry] = []
        self._decisions: dict[Key, list[Decision]] = {}
        self._again: Key | None = None  # what a person asked for, whether it waits or not
        self.position = 0

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def entry(self) -> QueueEntry | None:
        """The entry in front of the operator; None if there is none at all."""
        return self._entries[self.position] if self._entries else None

    @property
    def remaining(self) -> int:
        """Entries nobody has decided yet."""
        return sum(self._is_waiting(entry) for entry in self._entries)

    @property
    def asked_again(self) -> QueueEntry | None:
        """The entry in front if a person asked for it; None if it came from the queue."""
        entry = self.entry
        return entry if entry is not None and key_of(entry) == self._again else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return self._session.can_undo

    def is_decided(self, entry: QueueEntry) -> bool:
        """Whether the operator has decided this entry in this sitting."""
        return bool(self._decisions.get(key_of(entry)))

    def verification(self, entry: QueueEntry) -> Verification | None:
        """Return what was decided about ``entry``, in this sitting or before, if anything."""
        decisions = self._decisions.get(key_of(entry))
        return decisions[-1].verification if decisions else entry.page.verifications.get(entry.item_id)

    def renew(self, queue: Sequence[QueueEntry]) -> None:
        """Take over a fresh queue: places are kept, what is new comes last, what others decided goes."""
        current = self.entry
        waiting = {key_of(entry) for entry in queue} | {self._again}
        kept = [entry for entry in self._entries if self.is_decided(entry) or key_of(entry) in waiting]
        known = {key_of(entry) for entry in kept}
        self._entries = kept + [entry for entry in queue if key_of(entry) not in known]
        self.position = self._entries.index(current) if current in self._entries else 0

    def ask_again(self, entry: QueueEntry) -> None:
        """Put any answer in front to be decided, also one that is accepted or decided; undecided, it goes again."""
        keys = [key_of(each) for each in self._entries]
        self._again = key_of(entry)
        if self._again in keys:
            self.position = keys.index(self._again)
        else:
            self._entries.insert(self.position, entry)

    def decide(self, answer: Answer | None) -> None:
        """Keep an answer for the entry in front and go to the next undecided one; None means unreadable."""
        entry = self.entry
        assert entry is not None, "there is nothing to decide"
        self._decisions.setdefault(key_of(entry), []).append(self._session.decide(entry, answer))
        self._again = None
        self.position = self._next_undecided()

    def undo(self) -> bool:
        """Take the last decision back and return to its entry; False if there is none."""
        decision = self._session.undo()
        if decision is None:
            return False
        self._decisions[key_of(decision.entry)].pop()
        self.position = [key_of(entry) for entry in self._entries].index(key_of(decision.entry))
        return True

    def move(self, step: int) -> None:
        """Go forward or back without deciding."""
        self._again = None
        self.position = max(0, min(self.position + step, len(self._entries) - 1))

    def upcoming(self, count: int) -> list[QueueEntry]:
        """Return the entry in front and the next ``count``, whose pictures will be wanted soon."""
        return self._entries[self.position : self.position + 1 + count]

    def _is_waiting(self, entry: QueueEntry) -> bool:
        was_decided = self.is_decided(entry) or entry.item_id in entry.page.verifications
        return bool(entry.reading.flags) and not was_decided

    def _next_undecided(self) -> int:
        places = [*range(self.position + 1, len(self._entries)), *range(self.position)]
        return next((place for place in places if self._is_waiting(self._entries[place])), self.position)
