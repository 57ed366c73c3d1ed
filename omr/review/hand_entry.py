"""A page typed by hand: every item is answered by a person, or the page is not kept."""

from collections.abc import Mapping

from form_templates.model import FormTemplate, Item, ItemId
from omr.clock import now
from omr.errors import DecidedMeanwhile
from omr.results import (
    Answer,
    Flag,
    IdentitySource,
    ItemReading,
    PageIdentity,
    PageOutcome,
    PageReading,
    Verification,
)
from omr.store.page_decisions import PagePin
from omr.store.store import Store


class HandEntry:
    """The answers of one page while they are typed."""

    def __init__(
        self, template: FormTemplate, page_number: int, decided: Mapping[ItemId, Verification] | None = None
    ) -> None:
        """Begin with nothing typed; ``decided`` is what people had decided on this page's items by then."""
        self._template = template
        self._decided: Mapping[ItemId, Verification] = dict(decided or {})
        self.page_number = page_number
        self.items: tuple[Item, ...] = tuple(
            item for item in template.items() if template.page_of(item.item_id) == page_number
        )
        self._answers: dict[ItemId, Answer | None] = {}

    @property
    def answers(self) -> Mapping[ItemId, Answer | None]:
        """What was typed so far; None where a person found the item unreadable."""
        return self._answers

    @property
    def missing(self) -> int:
        """Items that nobody has answered yet."""
        return len(self.items) - len(self._answers)

    def answer(self, item_id: ItemId, answer: Answer | None) -> None:
        """Answer an item, again if need be."""
        self._answers[item_id] = answer

    def next_open(self, place: int) -> int:
        """Return where the next unanswered item after ``place`` is, the first coming last; ``place`` if nowhere."""
        count = len(self.items)
        following = [(place + step) % count for step in range(1, count + 1)]
        return next((at for at in following if self.items[at].item_id not in self._answers), place)

    def keep(self, store: Store, page_id: int, turned_deg: int, operator: str) -> None:
        """Keep the page with all its answers, signed.

        Raises:
            DecidedMeanwhile: Somebody else typed or decided answers of this page meanwhile; nothing was kept. Kept once
                more, this replaces theirs.
        """
        assert not self.missing, "the window asks for every item first"
        moment = now()
        pin = PagePin(page_id, turned_deg, None, reading_to_type(self._template, self.page_number), operator, moment)
        answers = {key: Verification(value, operator, moment) for key, value in self._answers.items()}
        try:
            store.page_decisions.type_in(pin, answers, {(page_id, key): said for key, said in self._decided.items()})
        except DecidedMeanwhile:
            found = store.judgements.in_force([(page_id, key) for key in answers])
            self._decided = {item_id: said for (_, item_id), said in found.items()}
            raise


def reading_to_type(template: FormTemplate, page_number: int) -> PageReading:
    """Return the reading of a page that a person will type: nothing was read, every item is flagged."""
    identity = PageIdentity(template.template_id, template.version, page_number, "", "", IdentitySource.PERSON)
    items = tuple(
        ItemReading(item.item_id, (), 1.0, frozenset({Flag.NOT_LOCATED}))
        for item in template.items()
        if template.page_of(item.item_id) == page_number
    )
    return PageReading(PageOutcome.READ, identity=identity, items=items)
