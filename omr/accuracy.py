"""How right the readings of a simulated pile are: the simulator knows what every respondent meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from form_templates.model import ItemId
from omr.responses import DeliveredPage
from omr.results import ItemReading, PageOutcome
from omr.simulation.truth import ItemTruth, PageTruth, Pile


@dataclass(frozen=True, slots=True)
class Tallied:
    """Answers of one kind: how many, and what became of them."""

    answers: int
    right: int
    flagged: int
    wrong_accepted: int

    def __str__(self) -> str:
        if not self.answers:
            return "none"
        return (
            f"{self.answers:7} answers, {self.right / self.answers:8.3%} right, "
            f"{self.flagged / self.answers:7.3%} flagged, "
            f"{self.wrong_accepted:3} wrong and accepted ({self.wrong_accepted / self.answers * 1e4:.2f} in 10,000)"
        )


@dataclass(frozen=True, slots=True)
class Mistake:
    """An accepted answer that is wrong."""

    truth: PageTruth
    item_id: ItemId
    meant: ItemTruth
    reading: ItemReading


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The comparison of a pile with its readings.

    Attributes:
        pages: Pages delivered.
        pages_read: Pages read as the page they are.
        total: All choice items of the pages read.
        plain: Items with one ordinary mark per choice, or left blank.
        by_habit: The same by the way of marking; corrected, doubled and blank items under their own names.
        mistakes: Every accepted wrong answer.
        stated: Pairs (stated P(wrong), was wrong) of every decidable item.
    """

    pages: int
    pages_read: int
    total: Tallied
    plain: Tallied
    by_habit: dict[str, Tallied]
    mistakes: tuple[Mistake, ...] = field(repr=False)
    stated: tuple[tuple[float, bool], ...] = field(repr=False)

    def lines(self) -> Iterator[str]:
        """Yield the comparison as a table for people."""
        yield f"pages       {self.pages_read} of {self.pages} read"
        yield f"all         {self.total}"
        yield f"plain       {self.plain}"
        for habit, tallied in self.by_habit.items():
            yield f"  {habit:10}{tallied}"


def compare(pile: Pile, pages: Iterable[DeliveredPage]) -> Accuracy:
    """Compare readings with what was meant.

    Of two equal marks where one is allowed, both are the truth; an answer with only one of them is wrong.
    """
    read = {(page.source, page.page_in_file): page for page in pages if page.outcome is PageOutcome.READ}
    pairs: list[tuple[PageTruth, ItemId, ItemTruth, ItemReading]] = []
    pages_read = 0
    for truth in pile.pages:
        page = read.get((truth.file, truth.page_in_file))
        if page is None or page.identity is None:
            continue
        pages_read += page.identity.page == truth.page
        pairs += [(truth, item_id, meant, page.readings[item_id]) for item_id, meant in truth.items.items()]
    return Accuracy(
        pages=len(pile.pages),
        pages_read=pages_read,
        total=_tally([(meant, reading) for _, _, meant, reading in pairs]),
        plain=_tally([(meant, reading) for _, _, meant, reading in pairs if meant.is_plain]),
        by_habit=_by_habit([(meant, reading) for _, _, meant, reading in pairs]),
        mistakes=tuple(Mistake(*pair) for pair in pairs if _is_wrong(*pair[2:]) and not pair[3].flags),
        stated=tuple((r.p_wrong, _is_wrong(meant, r)) for _, _, meant, r in pairs if meant.is_decidable),
    )


def _by_habit(pairs: Sequence[tuple[ItemTruth, ItemReading]]) -> dict[str, Tallied]:
    groups: dict[str, list[tuple[ItemTruth, ItemReading]]] = defaultdict(list)
    for meant, reading in pairs:
        groups[_kind(meant)].append((meant, reading))
    return {kind: _tally(groups[kind]) for kind in sorted(groups)}


def _kind(meant: ItemTruth) -> str:
    if not meant.is_plain:
        return meant.habit if meant.is_decidable else "undecided"
    return meant.habit or "blank"


def _is_wrong(meant: ItemTruth, reading: ItemReading) -> bool:
    return reading.answer != meant.answer


def _tally(pairs: Sequence[tuple[ItemTruth, ItemReading]]) -> Tallied:
    counts = Counter((_is_wrong(meant, reading), bool(reading.flags)) for meant, reading in pairs)
    return Tallied(
        answers=len(pairs),
        right=counts[False, False] + counts[False, True],
        flagged=counts[False, True] + counts[True, True],
        wrong_accepted=counts[True, False],
    )
