"""A page typed by hand: every item is answered by a person, or the page is not kept."""

from collections.abc import Mapping

from form_templates.model import FormTemplate, Item, ItemId
from omr.clock import now
from omr.results import Answer, Verification
from omr.review.corner_pinning import unread_page
from omr.store.page_decisions import PagePin
from omr.store.store import Store


class HandEntry:
    """The answers of one page while they are typed."""

    def __init__(self, template: FormTemplate, page_number: int) -> None:
        self._template = template
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
        """Keep the page with all its answers, signed."""
        assert not self.missing, "the window asks for every item first"
        moment = now()
        pin = PagePin(page_id, turned_deg, None, unread_page(self._template, self.page_number), operator, moment)
        store.page_decisions.type_in(
            pin, {key: Verification(value, operator, moment) for key, value in self._answers.items()}
        )
