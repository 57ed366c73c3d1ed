"""A table that goes on on the next page without its heads: its options are called as on the page before."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from omr.forms.proposing.asking.page_understanding import PageQuestions
from omr.forms.proposing.asking.questions import FoundQuestion
from omr.forms.proposing.content.places import bottom_of
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.spots import are_alike

_EDGE_MM = 80.0  # from the edge of the paper to the first or last row: a margin, and a row too high for what was left
_COLUMN = 0.3  # of the step: middles of one column differ by less


def take_over_heads(pages: Sequence[PageQuestions]) -> None:
    """Give rows without words on top of a page those of the table that ran to the end of the page before."""
    for before, page in pairwise(pages):
        last = before.questions[-1] if before.questions else None
        if last is None or not _has_heads(last) or before.height_mm - bottom_of(last.place) > _EDGE_MM:
            continue
        if not page.questions or page.questions[0].place.y_mm > _EDGE_MM:
            continue
        for question in page.questions:
            if not _goes_on(last, question):
                break
            _name(question, last)


def _has_heads(question: FoundQuestion) -> bool:
    return question.is_scale and all(choice.label or choice.printed for choice in question.choices)


def _goes_on(last: FoundQuestion, question: FoundQuestion) -> bool:
    """Whether a question without words has the columns of another."""
    return not any(choice.label for choice in question.choices) and has_columns_of(last, question)


def has_columns_of(last: FoundQuestion, question: FoundQuestion) -> bool:
    """Whether the options of a row look like those of another and stand below them, in a table that goes on."""
    return stands_below(last, question) and all(
        are_alike(one.spot, other.spot) and one.printed in ("", other.printed)
        for one, other in zip(question.choices, last.choices, strict=True)
    )


def stands_below(last: FoundQuestion, question: FoundQuestion) -> bool:
    """Whether the options of a row stand below those of another, whatever they look like."""
    own, others = question.choices, last.choices
    if not question.is_scale or len(own) != len(others):
        return False
    steps_mm = [right.spot.x_mm - left.spot.x_mm for left, right in pairwise(others)]
    reach_mm = _COLUMN * median(steps_mm) if steps_mm else 0.0
    return all(abs(one.spot.x_mm - other.spot.x_mm) < reach_mm for one, other in zip(own, others, strict=True))


def _name(question: FoundQuestion, last: FoundQuestion) -> None:
    for choice, other in zip(question.choices, last.choices, strict=True):
        choice.label, choice.printed = other.label, other.printed
        choice.doubts += other.doubts
    question.doubts = [doubt for doubt in question.doubts if doubt is not AreaDoubt.NO_OPTION_TEXT]
    question.doubts.append(AreaDoubt.HEADS_TAKEN_OVER)
