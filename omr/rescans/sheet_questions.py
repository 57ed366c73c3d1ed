"""Pages that may be two scans of one sheet, which is not sure: both count until a person says what they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from form_templates.model import ItemId
from omr.rescans.ink_likeness import Likeness
from omr.rescans.scanned_twice import Likenesses, are_two_prints, counterparts
from omr.responses import DeliveredPage, effective_answer
from omr.results import Answer, PageOutcome


@dataclass(frozen=True, slots=True)
class DifferingAnswer:
    """An answer that two pages do not have in common; None is one that a person could not read."""

    item_id: ItemId
    earlier: Answer | None
    later: Answer | None


@dataclass(frozen=True, slots=True)
class SheetPair:
    """Two delivered pages that may show the same side of one sheet."""

    earlier: DeliveredPage
    later: DeliveredPage

    @property
    def differing(self) -> tuple[DifferingAnswer, ...]:
        """The answers in which they differ, in the order of the form."""
        shared = [item for item in self.earlier.readings if item in self.later.readings]
        answers = ((item, effective_answer(item, self.earlier), effective_answer(item, self.later)) for item in shared)
        return tuple(
            DifferingAnswer(item, one.answer, other.answer)
            for item, one, other in answers
            if one.answer != other.answer
        )


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """Are these two scans of one sheet? With every side of it that is there, in order."""

    pairs: tuple[SheetPair, ...]

    @property
    def differing(self) -> int:
        """In how many answers the two differ."""
        return sum(len(pair.differing) for pair in self.pairs)

    @property
    def page_ids(self) -> frozenset[int | None]:
        """The pages that are asked about."""
        return frozenset(page.page_id for pair in self.pairs for page in (pair.earlier, pair.later))


def find_sheet_questions(pages: Sequence[DeliveredPage], likenesses: Likenesses) -> tuple[SheetQuestion, ...]:
    """Return what nobody has answered, in the order of the later scans.

    Args:
        pages: All pages in delivered order, those that left the count marked as such.
        likenesses: Which pages are alike.
    """
    alike = dict(_alike(pages, likenesses))
    asked: set[int] = set()
    questions: list[SheetQuestion] = []
    for at, before in alike.items():
        if at in asked:
            continue
        sides = [(side, other) for side, other in counterparts(pages, at, before) if _is_open(pages[side], other, side)]
        places = sorted([(at, before), *sides])
        asked.update(side for side, _ in places)
        questions.append(SheetQuestion(tuple(SheetPair(pages[other], pages[side]) for side, other in places)))
    return tuple(questions)


def _is_open(page: DeliveredPage, other: int, at: int) -> bool:
    return other < at and page.same_sheet_as is None


def _alike(pages: Sequence[DeliveredPage], likenesses: Likenesses) -> Iterator[tuple[int, int]]:
    """Yield the places of counted pages of which nobody said anything, with that of the earlier page most like it."""
    seen: dict[int, int] = {}
    for at, page in enumerate(pages):
        if page.outcome is not PageOutcome.READ or page.page_id is None:
            continue
        if page.same_sheet_as is None and (found := likenesses(page.page_id)):
            places = [
                (likeness is not Likeness.SURE, seen[other])
                for other, likeness in found.items()
                if other in seen and not are_two_prints(page.identity, pages[seen[other]].identity)
            ]
            if places:
                yield at, min(places)[1]
        seen[page.page_id] = at
