"""A row of a table that the end of a page parts in two: one question, not two halves of one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from omr.forms.proposing.asking.going_on import stands_below
from omr.forms.proposing.asking.page_understanding import PageQuestions
from omr.forms.proposing.asking.questions import FoundQuestion
from omr.forms.proposing.content.places import bottom_of
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.spots import SpotLook

_LAST_MM, _FIRST_MM = 150.0, 80.0  # from the edge of the paper to the row: a margin, and what is left of a high row


def join_split_rows(pages: Sequence[PageQuestions]) -> list[PageQuestions]:
    """Join the halves of rows that go on on the next page: one text, and the options of one half.

    It is the one in which something is printed to be marked, or else the one with the larger cells.

    Args:
        pages: Of a form, in order; questions of which the other half was found get its words.

    Returns:
        The pages, without the other halves.
    """
    left_out: list[FoundQuestion] = []
    for before, page in pairwise(pages):
        last = before.questions[-1] if before.questions else None
        if last is None or not last.is_scale or before.height_mm - bottom_of(last.place) > _LAST_MM:
            continue
        left_out += _join(last, page)
    return [replace(page, parts=tuple(part for part in page.parts if not _is_any(part, left_out))) for page in pages]


def _join(last: FoundQuestion, page: PageQuestions) -> Iterator[FoundQuestion]:
    """Give the last row of a page the words on top of the next one that belong to it; yield the half to leave out."""
    first = page.questions[0] if page.questions else None
    if page.first_row and _goes_on(last, page.first_row):
        last.label = f"{last.label} {page.first_row}".strip()
        last.doubts.append(AreaDoubt.SPLIT_ROW)
        return
    if first is None or first.number or first.place.y_mm > _FIRST_MM or not _goes_on(last, first.label):
        return
    if not (_are_cells(first) or _are_cells(last)) or not stands_below(last, first):
        return
    label, number = f"{last.label} {first.label}".strip(), last.number
    kept, other = (last, first) if _weight(last) >= _weight(first) else (first, last)
    kept.label, kept.number = label, number
    kept.doubts.append(AreaDoubt.SPLIT_ROW)
    yield other


def _goes_on(last: FoundQuestion, words: str) -> bool:
    """Whether words go on with a text: in the middle of a sentence, or where only its number stands before."""
    return words[:1].islower() or not last.label


def _weight(half: FoundQuestion) -> tuple[bool, float]:
    """Return by what one half of a row is the one to answer in: options are printed there, or it is higher."""
    return not _are_cells(half), half.place.h_mm


def _are_cells(question: FoundQuestion) -> bool:
    return all(choice.spot.look is SpotLook.CELL for choice in question.choices)


def _is_any(part: object, questions: Sequence[FoundQuestion]) -> bool:
    return any(part is question for question in questions)
