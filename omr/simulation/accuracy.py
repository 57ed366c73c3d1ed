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
class CheckedAnswer:
    """One answer of a page that was read: what was meant and what was read.

    Attributes:
        truth: The page it is on.
        item_id: The item.
        meant: What was meant.
        reading: What was read.
        page_id: Key of the page in the survey.
    """

    truth: PageTruth
    item_id: ItemId
    meant: ItemTruth
    reading: ItemReading
    page_id: int | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether the reading is not what was meant, flagged or not."""
        return self.reading.answer != self.meant.answer

    @property
    def is_plain(self) -> bool:
        """Whether it has one ordinary mark per choice, or none, and a person could tell what was meant."""
        return self.meant.is_plain and self.meant.is_decidable

    @property
    def kind(self) -> str:
        """The way of marking; other names where nothing was marked, one mark is not meant, or nobody could tell."""
        if not self.meant.is_decidable:
            return "undecided"
        return (self.meant.habit or "blank") if self.meant.is_plain else "corrected"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The comparison of a pile with its readings.

    Attributes:
        pages: Pages delivered.
        pages_read: Pages read as the page they are.
        pages_mistaken: Pages read as another page than they are; their answers are not compared.
        total: All choice items of the pages read.
        plain: Items with one ordinary mark per choice, or left blank, that a person could decide.
        by_habit: The same by the way of marking; corrected, doubled, blank and undecided items under their own names.
        checked: Every answer compared.
    """

    pages: int
    pages_read: int
    pages_mistaken: int
    total: Tallied
    plain: Tallied
    by_habit: dict[str, Tallied]
    checked: tuple[CheckedAnswer, ...] = field(repr=False)

    @property
    def mistakes(self) -> tuple[CheckedAnswer, ...]:
        """Every accepted wrong answer."""
        return tuple(answer for answer in self.checked if answer.is_wrong and not answer.reading.flags)

    @property
    def stated(self) -> tuple[tuple[float, bool], ...]:
        """Pairs (stated P(wrong), was wrong) of every decidable item."""
        return tuple((each.reading.p_wrong, each.is_wrong) for each in self.checked if each.meant.is_decidable)

    def lines(self) -> Iterator[str]:
        """Yield the comparison as a table for people."""
        yield f"pages       {self.pages_read} of {self.pages} read"
        if self.pages_mistaken:
            yield f"            {self.pages_mistaken} read as another page than they are"
        yield f"all         {self.total}"
        yield f"plain       {self.plain}"
        for habit, tallied in self.by_habit.items():
            yield f"  {habit:10}{tallied}"


def compare(pile: Pile, pages: Iterable[DeliveredPage]) -> Accuracy:
    """Compare readings with what was meant.

    Of two equal marks where one is allowed, both are the truth; an answer with only one of them is wrong.
    """
    read = {(page.source, page.page_in_file): page for page in pages if page.outcome is PageOutcome.READ}
    checked: list[CheckedAnswer] = []
    found = Counter[bool]()
    for truth in pile.pages:
        page = read.get((truth.file, truth.page_in_file))
        if page is None or page.identity is None:
            continue
        is_right_page = page.identity.page == truth.page
        found[is_right_page] += 1
        if is_right_page:
            checked += [
                CheckedAnswer(truth, item_id, meant, page.readings[item_id], page.page_id)
                for item_id, meant in truth.items.items()
            ]
    return Accuracy(
        pages=len(pile.pages),
        pages_read=found[True],
        pages_mistaken=found[False],
        total=_tally(checked),
        plain=_tally([answer for answer in checked if answer.is_plain]),
        by_habit=_by_kind(checked),
        checked=tuple(checked),
    )


def _by_kind(checked: Sequence[CheckedAnswer]) -> dict[str, Tallied]:
    groups: dict[str, list[CheckedAnswer]] = defaultdict(list)
    for answer in checked:
        groups[answer.kind].append(answer)
    return {kind: _tally(groups[kind]) for kind in sorted(groups)}


def _tally(checked: Sequence[CheckedAnswer]) -> Tallied:
    counts = Counter((answer.is_wrong, bool(answer.reading.flags)) for answer in checked)
    return Tallied(
        answers=len(checked),
        right=counts[False, False] + counts[False, True],
        flagged=counts[False, True] + counts[True, True],
        wrong_accepted=counts[True, False],
    )
