"""Which accepted answers are re-checked first: a random order whose every beginning is a fair sample.

Blanks and marks of every unit are strata of their own, and so are answers that were flagged and accepted since. In
each, answers are shuffled and get keys at equal steps from 0.0 to 1.0 from a random start; all answers are then sorted
by their keys. So every answer has the same chance to come early, and the first tenth of the order holds a tenth of each
stratum. The order follows from the seed and the answers alone; to check more is to go further along it. It is not
sorted by question afterwards, however pleasant that were: whoever stops early has checked a fair sample.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from form_templates.model import ItemId
from omr.recheck.checks import AnswerKey
from omr.responses import DeliveredPage
from omr.results import ItemReading, PageOutcome

_HASH_BYTES = 8
_ACCEPTED_SINCE = "accepted-since"

_Stratum = tuple[int, str, str]  # batch, unit, and whether answers are blank, or were flagged first


@dataclass(frozen=True, slots=True, order=True)
class Drawn:
    """An answer with its place in the order, 0.0-1.0."""

    place: float
    batch: int
    page_id: int
    item_id: ItemId

    @property
    def key(self) -> AnswerKey:
        """The answer itself."""
        return AnswerKey(self.page_id, self.item_id)


def accepted_answers(pages: Iterable[DeliveredPage]) -> Iterator[tuple[DeliveredPage, ItemReading]]:
    """Yield what was accepted unseen, whatever people decided since; pages that were not read have none.

    That is what the engine accepted, and what people let count because decisions on other answers bear it out.
    """
    for page in pages:
        if page.outcome is PageOutcome.READ:
            yield from ((page, reading) for reading in page.readings.values() if was_accepted(page, reading))


def was_accepted(page: DeliveredPage, reading: ItemReading) -> bool:
    """Whether a reading was accepted unseen, whatever people decided since."""
    return not reading.flags or reading.item_id in page.accepted


def draw_order(pages: Iterable[DeliveredPage], seeds: Mapping[int, int]) -> tuple[Drawn, ...]:
    """Return all accepted answers of ``pages`` in the order they are to be checked; ``seeds`` are by batch."""
    strata: dict[_Stratum, list[tuple[int, ItemId]]] = defaultdict(list)
    for page, reading in accepted_answers(pages):
        assert page.page_id is not None, "pages that were read are kept"
        kind = _ACCEPTED_SINCE if reading.flags else str(not reading.answer)
        strata[page.batch, page.unit, kind].append((page.page_id, reading.item_id))
    drawn = [each for stratum, answers in strata.items() for each in _spread(stratum, answers, seeds[stratum[0]])]
    return tuple(sorted(drawn))


def _spread(stratum: _Stratum, answers: list[tuple[int, ItemId]], seed: int) -> list[Drawn]:
    batch, unit, kind = stratum
    start = _chance(f"{seed}/{unit}/{kind}")
    shuffled = sorted(answers, key=lambda answer: _chance(f"{seed}/{answer[0]}/{answer[1]}"))
    return [Drawn((rank + start) / len(answers), batch, *answer) for rank, answer in enumerate(shuffled)]


def _chance(name: str) -> float:
    """Return a number of 0.0-1.0 that looks random and is the same on any machine."""
    digest = blake2b(name.encode(), digest_size=_HASH_BYTES).digest()
    return int.from_bytes(digest, "big") / 256**_HASH_BYTES
