"""One sitting of an operator: the doubtful answers, where they stand in them, and what was decided."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from form_templates.model import ItemId
from omr.errors import DecidedMeanwhile
from omr.recalibration.offers import Offers
from omr.responses import DeliveredPage
from omr.results import Answer, Flag, Verification
from omr.review.queue import Decision, QueueEntry, ReviewSession, ReviewStep, page_id_of

Key = tuple[int | None, ItemId]
"""Names a page and an item."""

_BY_PEOPLE = frozenset({Flag.DOUBTED, Flag.DISPUTED})


def key_of(entry: QueueEntry) -> Key:
    """Name the page and the item of an entry; an entry read from the store again has the same key."""
    return entry.page.page_id, entry.item_id


class ReviewRound:
    """Walks through the queue of doubtful answers; decided ones stay in their place so that one can look back.

    Others may decide at the same time. What they show is offered last, and what they decided is shown, not overwritten:
    ``decide``, ``write_note`` and ``confirm`` raise ``DecidedMeanwhile`` where something else is in force than was seen
    here; from then on that is what is seen.
    """

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._entries: list[QueueEntry] = []
        self._places: dict[Key, int] = {}
        self._undecided: set[Key] = set()
        self._decisions: dict[Key, list[Decision]] = {}
        self._again: Key | None = None  # what a person asked for, whether it waits or not
        self._aside: set[Key] = set()
        self.accepted: frozenset[Key] = frozenset()  # let count in this sitting, though nobody decided them
        self._accepted_lately: frozenset[Key] = frozenset()  # since the queue was renewed
        self._notes: dict[Key, str] = {}
        self._found: dict[Key, Verification | None] = {}  # what others left in force, as far as it was found out
        self._claimed: Collection[Key] = frozenset()
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
        by_others = {key for key, found in self._found.items() if found is not None}
        return decided | by_others | self._aside | self._accepted_lately

    def is_decided(self, entry: QueueEntry) -> bool:
        """Whether the operator has decided this entry in this sitting."""
        return bool(self._decisions.get(key_of(entry)))

    def verification(self, entry: QueueEntry) -> Verification | None:
        """Return what was decided about ``entry``, by whomever, as far as it is known here."""
        if key_of(entry) in self._found:
            return self._found[key_of(entry)]
        decisions = self._decisions.get(key_of(entry))
        return decisions[-1].verification if decisions else entry.page.verifications.get(entry.item_id)

    def note(self, entry: QueueEntry) -> str:
        """Return the note that goes with ``entry``: the one just written, else that of its decision."""
        verification = self.verification(entry)
        return self._notes.get(key_of(entry), verification.note if verification else "")

    def is_by_another(self, entry: QueueEntry) -> bool:
        """Whether somebody else decided ``entry`` while it was in this queue."""
        return self._found.get(key_of(entry)) is not None

    def renew(self, queue: Sequence[QueueEntry], pages: Sequence[DeliveredPage] = ()) -> None:
        """Take over a fresh queue: places are kept, what is new comes last, what others decided goes.

        What is in front stays there, for somebody may be about to decide it; it then shows what others decided.

        Args:
            queue: What waits.
            pages: All pages at that moment, with what others decided.
        """
        current = self.entry
        self._accepted_lately = frozenset()
        waiting = {key_of(entry): entry for entry in queue}
        self._learn_from(pages, [entry for entry in self._entries if key_of(entry) not in waiting])
        kept = [
            waiting.get(key_of(entry), entry)
            for entry in self._entries
            if self.is_decided(entry)
            or key_of(entry) in waiting
            or key_of(entry) == self._again
            or key_of(entry) in self.accepted
            or (entry is current and self.is_by_another(entry))
        ]
        known = {key_of(entry) for entry in kept}
        self._show(kept + [entry for entry in queue if key_of(entry) not in known], current)
        if current is None or key_of(current) not in self._places:
            self.position = self._first_offer()

    def leave_to_others(self, claimed: Collection[Key]) -> None:
        """Offer what other windows show last."""
        self._claimed = claimed

    def step_aside(self) -> bool:
        """Go to an entry that no other window shows; False if there is none, or a person asked for this one."""
        if self.asked_again is not None:
            return False
        place = self._next_undecided()
        is_other = key_of(self._entries[place]) not in self._claimed and place != self.position
        if is_other:
            self.position = place
        return is_other

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
        self._keep(entry, answer, self.note(entry))
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
        if decisions and not self.is_by_another(entry):
            self._keep(entry, decisions[-1].verification.answer, note)
        else:  # also where somebody decided in an earlier sitting: to remark is not to sign
            self._notes[key_of(entry)] = note

    def confirm(self, entries: Sequence[QueueEntry], odd: Sequence[QueueEntry]) -> None:
        """Keep the readings of ``entries``; the odd ones wait for a look at each, also where they were accepted."""
        seen = {(page_id_of(entry), entry.item_id): self.verification(entry) for entry in entries}
        try:
            step = self._session.confirm(entries, odd, seen=seen)
        except DecidedMeanwhile as error:
            self._learn(error.items)
            raise
        self._note_step(step)
        self._aside |= {key_of(entry) for entry in step.odd}
        doubted = {key_of(each): _as_doubted(each) for each in step.odd if not each.flags or not self._knows(each)}
        known = [doubted.pop(key_of(entry), entry) for entry in self._entries]  # what was accepted in this sitting, too
        self._show([*known, *doubted.values()], self.entry)
        if self.entry is not None and self.is_decided(self.entry):
            self.position = self._next_undecided()

    def accept(self, offers: Offers) -> bool:
        """Let what is offered count; False where people decided something meanwhile, so that nothing was kept."""
        try:
            step = self._session.accept(offers)
        except DecidedMeanwhile as error:
            self._learn(error.items)
            raise
        if step is None:
            return False
        self.accepted |= frozenset(step.accepted)
        self._accepted_lately |= frozenset(step.accepted)
        self._show(self._entries, self.entry)
        if self.entry is not None and key_of(self.entry) not in self._undecided:
            self.position = self._next_undecided()
        return True

    def put_first(self, keys: Collection[Key]) -> None:
        """Bring entries to the front of what is left, to be decided next, in the order in which they wait."""
        chosen = [entry for entry in self._entries if key_of(entry) in keys and key_of(entry) in self._undecided]
        if chosen:
            rest = [entry for entry in self._entries if entry not in chosen]
            self._show([*rest[: self.position], *chosen, *rest[self.position :]], chosen[0])

    def undo(self) -> bool:
        """Take the last step back and return to its first entry in the queue; False if there is none.

        Where somebody else decided since, their decision stays in force, and shows.
        """
        step = self._session.undo()
        if step is None:
            return False
        for decision in step.decisions:
            self._decisions[key_of(decision.entry)].pop()
        self._learn([(page_id_of(decision.entry), decision.entry.item_id) for decision in step.decisions])
        odd = {key_of(entry) for entry in step.odd}
        accepted = {key_of(entry) for entry in step.odd if not entry.flags}
        self._aside -= odd
        self.accepted -= frozenset(step.accepted)
        self._accepted_lately -= frozenset(step.accepted)
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

    def _knows(self, entry: QueueEntry) -> bool:
        return key_of(entry) in self._places

    def _is_waiting(self, entry: QueueEntry) -> bool:
        is_accepted = key_of(entry) in self.accepted and not entry.flags & _BY_PEOPLE
        return bool(entry.flags) and self.verification(entry) is None and not is_accepted

    def _keep(self, entry: QueueEntry, answer: Answer | None, note: str) -> None:
        try:
            step = self._session.decide(entry, answer, note, seen=self.verification(entry))
        except DecidedMeanwhile as error:
            self._learn(error.items)
            raise
        self._note_step(step)

    def _learn(self, items: Collection[tuple[int, ItemId]]) -> None:
        """Look up what is in force on items on which others decided."""
        found: Mapping[tuple[int, ItemId], Verification | None] = self._session.in_force(tuple(items))
        for key in items:
            decisions = self._decisions.get(key)
            own = decisions[-1].verification if decisions else None
            self._note_found(key, found.get(key), own)

    def _learn_from(self, pages: Sequence[DeliveredPage], entries: Sequence[QueueEntry]) -> None:
        """Take over what others decided on entries, from pages that may be a little older than one's own decisions."""
        wanted = {entry.page.page_id for entry in entries}
        by_id = {page.page_id: page for page in pages if page.page_id in wanted}
        for entry in entries:
            page, known = by_id.get(entry.page.page_id), self.verification(entry)
            found = page.verifications.get(entry.item_id) if page else None
            is_news = found is not None and found != known and (known is None or found.decided_at >= known.decided_at)
            if is_news and found not in [each.verification for each in self._decisions.get(key_of(entry), ())]:
                self._found[key_of(entry)] = found
                self._undecided.discard(key_of(entry))

    def _note_found(self, key: Key, found: Verification | None, own: Verification | None) -> None:
        if own is not None and found == own:
            self._found.pop(key, None)
        else:
            self._found[key] = found
        if found is not None:
            self._undecided.discard(key)
        elif key in self._places and self._is_waiting(self._entries[self._places[key]]):
            self._undecided.add(key)

    def _note_step(self, step: ReviewStep) -> None:
        for decision in step.decisions:
            key = key_of(decision.entry)
            self._found.pop(key, None)
            self._decisions.setdefault(key, []).append(decision)
            self._undecided.discard(key)

    def _next_undecided(self) -> int:
        return self._offer(chain(range(self.position + 1, len(self._entries)), range(self.position)), self.position)

    def _first_offer(self) -> int:
        return self._offer(range(len(self._entries)), 0)

    def _offer(self, places: Iterable[int], otherwise: int) -> int:
        """Return the first place that is undecided, of those that no other window shows if there is one."""
        undecided = [place for place in places if key_of(self._entries[place]) in self._undecided]
        free = (place for place in undecided if key_of(self._entries[place]) not in self._claimed)
        return next(chain(free, undecided), otherwise)


def _as_doubted(entry: QueueEntry) -> QueueEntry:
    """Return an entry as the store will tell of it from now on."""
    return replace(entry, page=replace(entry.page, doubted=entry.page.doubted | {entry.item_id}))


def _entries_of(step: ReviewStep) -> list[QueueEntry]:
    return [*(decision.entry for decision in step.decisions), *step.odd]
