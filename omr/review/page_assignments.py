"""What a person can do with delivered pages: name their unit, put them together, set them apart, take it back."""

from collections.abc import Sequence
from enum import StrEnum

from omr.clock import now
from omr.responses import Aspect, DeliveredPage
from omr.results import PageOutcome
from omr.store.page_decisions import PageAssignment
from omr.store.store import Store


class JoinProblem(StrEnum):
    """Why pages cannot be one respondent."""

    TOO_FEW = "too-few"
    NOT_READ = "not-read"
    SAME_PAGE = "same-page"  # one page of the form would be there twice


def join_problem(pages: Sequence[DeliveredPage]) -> JoinProblem | None:
    """Return why these pages cannot be one respondent, or None."""
    if len(pages) < 2:
        return JoinProblem.TOO_FEW
    if any(page.outcome is not PageOutcome.READ for page in pages):
        return JoinProblem.NOT_READ
    numbers = [page.identity.page for page in pages if page.identity]
    return JoinProblem.SAME_PAGE if len(set(numbers)) < len(numbers) else None


def join_pages(store: Store, pages: Sequence[DeliveredPage], operator: str) -> None:
    """Make these pages one respondent; those they were with before are left to themselves."""
    assert join_problem(pages) is None, "the window asks first"
    leader = _ids(pages)[0]
    _say(store, pages, Aspect.RESPONDENT, [str(leader)] * len(pages), operator)


def set_apart(store: Store, pages: Sequence[DeliveredPage], operator: str) -> None:
    """Make each of these pages a respondent of its own."""
    _say(store, pages, Aspect.RESPONDENT, [str(page_id) for page_id in _ids(pages)], operator)


def name_unit(store: Store, pages: Sequence[DeliveredPage], unit: str, operator: str) -> None:
    """Say which unit these pages count for."""
    _say(store, pages, Aspect.UNIT, [unit] * len(pages), operator)


def take_back(store: Store, pages: Sequence[DeliveredPage], aspects: Sequence[Aspect] = tuple(Aspect)) -> None:
    """Take back what people said about these pages; it is kept, but no longer in force."""
    for aspect in aspects:
        ids = [page.page_id for page in pages if page.page_id is not None and aspect in page.said_by]
        if aspect is Aspect.PIN:
            for page_id in ids:
                store.page_decisions.withdraw_pin(page_id)
        else:
            store.page_decisions.withdraw_assignments(ids, aspect)


def _say(store: Store, pages: Sequence[DeliveredPage], aspect: Aspect, values: Sequence[str], operator: str) -> None:
    moment = now()
    words = zip(_ids(pages), values, strict=True)
    store.page_decisions.assign([PageAssignment(page_id, aspect, value, operator, moment) for page_id, value in words])


def _ids(pages: Sequence[DeliveredPage]) -> list[int]:
    ids = [page.page_id for page in pages if page.page_id is not None]
    assert len(ids) == len(pages), "only kept pages can be chosen"
    return ids
