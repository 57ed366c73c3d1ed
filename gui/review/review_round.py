"""One sitting of an operator: the doubtful answers, where they stand in them, and what was decided."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain

from form_templates.model import ItemId
from omr.results import Answer, Verification
from omr.review.queue import Decision, QueueEntry, ReviewSession, ReviewStep

Key = tuple[int | None, ItemId]
"""Names a page and an item."""


def key_of(entry: QueueEntry) -> Key:
    """Name the page and the item of an entry; an entry read from the store again has the same key."""
    return entry.page.page_id, entry.item_id


class ReviewRound:
    """Walks through the queue of doubtful answers; decided ones stay in their place so that one can look back."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._entries: list[QueueEntry] = []
        self._places: dict[Key, int] = {}
        self._undecided: set[Key] = set()
        self._decisions: dict[Key, list[Decision]] = {}
        self._again: Key | None = None  # what a person asked for, whether it waits or not
        self._aside: set[Key] = set()
        self._notes: dict[Key, str] = {}
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
        return len(self._undecided)

    @property
    def asked_again(self) -> QueueEntry | None:
        """The entry in front if a person asked for it; None if it came from the queue."""
        entry = self.entry
        return entry if entry is not None and key_of(entry) == self._again else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._session.can_undo

    @property
    def settled(self) -> Collection[Key]:
        """What needs no place in a gallery any more: decided in this sitting, or set aside for a look at each."""
        decided = {key for key, decisions in self._decisions.items() if decisions}
        return decided | self._aside

    def is_decided(self, entry: QueueEntry) -> bool:
        """Whether the operator has decided this entry in this sitting."""
        return bool(self._decisions.get(key_of(entry)))

    def verification(self, entry: QueueEntry) -> Verification | None:
        """Return what was decided about ``entry``, in this sitting or before, if anything."""
        decisions = self._decisions.get(key_of(entry))
        return decisions[-1].verification if decisions else entry.page.verifications.get(entry.item_id)

    def note(self, entry: QueueEntry) -> str:
        """Return the note that goes with ``entry``: the one just written, else that of its decision."""
        verification = self.verification(entry)
        return self._notes.get(key_of(entry), verification.note if verification else "")

    def renew(self, queue: Sequence[QueueEntry]) -> None:
        """Take over a fresh queue: places are kept, what is new comes last, what others decided goes."""
        current = self.entry
        waiting = {key_of(entry): entry for entry in queue}
        kept = [
            waiting.get(key_of(entry), entry)
            for entry in self._entries
            if self.is_decided(entry) or key_of(entry) in waiting or key_of(entry) == self._again
        ]
        known = {key_of(entry) for entry in kept}
        self._show(kept + [entry for entry in queue if key_of(entry) not in known], current)

    def ask_again(self, entry: QueueEntry) -> None:
        """Put any answer in front to be decided, also one that is accepted or decided; undecided, it goes again."""
        self._again = key_of(entry)
        if self._again in self._places:
            self.position = self._places[self._again]
        else:
            self._show([*self._entries[: self.position], entry, *self._entries[self.position :]], entry)

    def decide(self, answer: Answer | None) -> None:
        """Keep an answer for the entry in front and go to the next undecided one; None means unreadable."""
        entry = self.entry
        assert entry is not None, "there is nothing to decide"
        self._note_step(self._session.decide(entry, answer, self.note(entry)))
        self._notes.pop(key_of(entry), None)
        self._again = None
        self.position = self._next_undecided()

    def write_note(self, note: str) -> None:
        """Keep a note for the entry in front until it is decided; one that was decided is decided alike again."""
        entry = self.entry
        assert entry is not None, "there is nothing to remark upon"
        if note == self.note(entry):
            return
        decisions = self._decisions.get(key_of(entry))
        if decisions:
            self._note_step(self._session.decide(entry, decisions[-1].verification.answer, note))
        else:  # also where somebody decided in an earlier sitting: to remark is not to sign
            self._notes[key_of(entry)] = note

    def confirm(self, entries: Sequence[QueueEntry], odd: Sequence[QueueEntry]) -> None:
        """Keep the readings of ``entries``; the odd ones wait for a look at each, also where they were accepted."""
        step = self._session.confirm(entries, odd)
        self._note_step(step)
        self._aside |= {key_of(entry) for entry in step.odd}
        new = [_as_doubted(entry) for entry in step.odd if key_of(entry) not in self._places]
        self._show(self._entries + new, self.entry)
        if self.entry is not None and self.is_decided(self.entry):
            self.position = self._next_undecided()

    def undo(self) -> bool:
        """Take the last step back and return to its first entry in the queue; False if there is none."""
        step = self._session.undo()
        if step is None:
            return False
        for decision in step.decisions:
            self._decisions[key_of(decision.entry)].pop()
        odd = {key_of(entry) for entry in step.odd}
        accepted = {key_of(entry) for entry in step.odd if not entry.flags}
        self._aside -= odd
        first = next((entry for entry in _entries_of(step) if key_of(entry) in self._places), self.entry)
        self._show([entry for entry in self._entries if key_of(entry) not in accepted], first)
        return True

    def move(self, step: int) -> None:
        """Go forward or back without deciding."""
        self._again = None
        self.position = max(0, min(self.position + step, len(self._entries) - 1))

    def upcoming(self, count: int) -> list[QueueEntry]:
        """Return the entry in front and the next ``count``, whose pictures will be wanted soon."""
        return self._entries[self.position : self.position + 1 + count]

    def _show(self, entries: list[QueueEntry], current: QueueEntry | None) -> None:
        self._entries = entries
        self._places = {key_of(entry): place for place, entry in enumerate(entries)}
        self._undecided = {key_of(entry) for entry in entries if self._is_waiting(entry)}
        self.position = self._places.get(key_of(current), 0) if current is not None else 0

    def _is_waiting(self, entry: QueueEntry) -> bool:
        was_decided = self.is_decided(entry) or entry.item_id in entry.page.verifications
        return bool(entry.flags) and not was_decided

    def _note_step(self, step: ReviewStep) -> None:
        for decision in step.decisions:
            key = key_of(decision.entry)
            self._decisions.setdefault(key, []).append(decision)
            self._undecided.discard(key)

    def _next_undecided(self) -> int:
        places = chain(range(self.position + 1, len(self._entries)), range(self.position))
        return next((place for place in places if key_of(self._entries[place]) in self._undecided), self.position)


def _as_doubted(entry: QueueEntry) -> QueueEntry:
    """Return an entry as the store will tell of it from now on."""
    return replace(entry, page=replace(entry.page, doubted=entry.page.doubted | {entry.item_id}))


def _entries_of(step: ReviewStep) -> list[QueueEntry]:
    return [*(decision.entry for decision in step.decisions), *step.odd]
