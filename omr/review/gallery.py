"""Answers that were read alike, side by side: what is open, and which of it belongs into one gallery."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from form_templates.model import FormTemplate, ItemId
from omr.responses import DeliveredPage
from omr.results import Answer, Flag, PageOutcome
from omr.review.queue import QueueEntry


@dataclass(frozen=True, slots=True)
class GalleryChoice:
    """Which answers are looked at together.

    Attributes:
        item_id: One item; None for all.
        answer: What they were read as, ``()`` for blank; None for anything.
        flag: One kind of doubt; None for any.
        is_doubtful_only: Whether accepted answers are left out.
    """

    item_id: ItemId | None = None
    answer: Answer | None = None
    flag: Flag | None = None
    is_doubtful_only: bool = True


@dataclass(frozen=True, slots=True)
class GalleryContent:
    """What a gallery shows, and what else could be chosen.

    Attributes:
        entries: The answers, the most doubtful first.
        items: How many answers each item would give, the rest of the choice as it is.
        answers: How many answers each reading of the chosen item would give; empty while no item is chosen.
        flags: How many answers each kind of doubt would give.
    """

    entries: tuple[QueueEntry, ...]
    items: Counter[ItemId]
    answers: Counter[Answer]
    flags: Counter[Flag]


def open_answers(template: FormTemplate, pages: Iterable[DeliveredPage]) -> tuple[QueueEntry, ...]:
    """Return every answer that was read from marks and decided by nobody, the most doubtful first.

    Handwriting is left out, what is not on the paper, and pages that nobody could place: what the program does not
    read has no reading to confirm.
    """
    marked = {item.item_id for item in template.items() if item.kind.is_choice}
    entries = [
        QueueEntry(page, item_id, reading)
        for page in pages
        if page.outcome is PageOutcome.READ
        for item_id, reading in page.readings.items()
        if item_id in marked and item_id not in page.verifications and reading.is_proposal
    ]
    return tuple(sorted(entries, key=lambda entry: (not entry.flags, -entry.reading.p_wrong)))  # stable: as delivered


def fill_gallery(entries: Sequence[QueueEntry], choice: GalleryChoice) -> GalleryContent:
    """Return the answers of a choice, in the order given, and how many each other choice would give."""
    items: Counter[ItemId] = Counter()
    answers: Counter[Answer] = Counter()
    flags: Counter[Flag] = Counter()
    chosen = []
    for entry in entries:
        entry_flags = entry.flags
        if choice.is_doubtful_only and not entry_flags:
            continue
        is_item = choice.item_id in (None, entry.item_id)
        is_answer = choice.answer in (None, entry.reading.answer)
        is_flag = choice.flag is None or choice.flag in entry_flags
        if is_answer and is_flag:
            items[entry.item_id] += 1
        if choice.item_id == entry.item_id and is_flag:
            answers[entry.reading.answer] += 1
        if is_item and is_answer:
            flags.update(entry_flags)
        if is_item and is_answer and is_flag:
            chosen.append(entry)
    return GalleryContent(tuple(chosen), items, answers, flags)
