"""What was typed before for the same item, offered again while typing."""

from collections import Counter
from collections.abc import Iterable, Mapping

from form_templates.model import FormTemplate, ItemId
from omr.responses import DeliveredPage


def typed_answers(template: FormTemplate, pages: Iterable[DeliveredPage]) -> Mapping[ItemId, tuple[str, ...]]:
    """Return what people typed, by item, the most frequent first and then in the order of the alphabet."""
    written = {item.item_id for item in template.items() if not item.kind.is_choice}
    found: dict[ItemId, Counter[str]] = {item_id: Counter() for item_id in written}
    for page in pages:
        for item_id, verification in page.verifications.items():
            if item_id in written and verification.answer:
                found[item_id][verification.answer[0]] += 1
    return {item_id: _by_frequency(counts) for item_id, counts in found.items()}


def _by_frequency(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda text: (-counts[text], text)))


def with_latest(texts: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return ``texts`` with ``text``, just typed, at the front: what follows is often the same."""
    return (text, *(each for each in texts if each != text))
