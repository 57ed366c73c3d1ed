"""What a person can do with delivered pages: name their unit, put them together, set them apart, take it back."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from omr.clock import now
from omr.rescans.sheet_questions import SheetQuestion
from omr.respondents.pile_questions import PileQuestion
from omr.respondents.sides_apart import RunOrder
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


def join_pile(store: Store, question: PileQuestion[DeliveredPage], order: RunOrder, operator: str) -> int:
    """Say how the runs of a pile follow each other: each form becomes one respondent. Returns how many are joined."""
    forms = [form for form in question.forms(order) if join_problem(form) is None]
    leaders = [str(_ids(form)[0]) for form in forms for _ in form]
    _say(store, [page for form in forms for page in form], Aspect.RESPONDENT, leaders, operator, order.value)
    return len(forms)


def leave_pile(store: Store, question: PileQuestion[DeliveredPage], operator: str) -> None:
    """Say that nobody can tell how the runs of a pile follow each other: each part is a respondent of its own."""
    parts = [part for run in question.runs for part in run]
    leaders = [str(_ids(part)[0]) for part in parts for _ in part]
    _say(store, question.pages, Aspect.RESPONDENT, leaders, operator)


def set_apart(store: Store, pages: Sequence[DeliveredPage], operator: str) -> None:
    """Make each of these pages a respondent of its own."""
    _say(store, pages, Aspect.RESPONDENT, [str(page_id) for page_id in _ids(pages)], operator)


def count_once(store: Store, question: SheetQuestion, operator: str, *, keeps_later: bool = False) -> None:
    """Say that two scans are of one sheet, and which of them counts; the other stays, out of the count."""
    kept, left = [pair.earlier for pair in question.pairs], [pair.later for pair in question.pairs]
    if keeps_later:
        kept, left = left, kept
    _say(store, left, Aspect.SHEET, [str(page_id) for page_id in _ids(kept)], operator)


def count_both(store: Store, question: SheetQuestion, operator: str) -> None:
    """Say that two scans are of two sheets, alike as they are."""
    keep_in_count(store, [pair.later for pair in question.pairs], operator)


def keep_in_count(store: Store, pages: Sequence[DeliveredPage], operator: str) -> None:
    """Say that each of these pages is of a sheet of its own, whatever it looks like."""
    _say(store, pages, Aspect.SHEET, [str(page_id) for page_id in _ids(pages)], operator)


def ask_again(store: Store, question: SheetQuestion) -> None:
    """Take back what was last said on whether two scans are of one sheet."""
    pages = [page for pair in question.pairs for page in (pair.earlier, pair.later)]
    before = {page.page_id: page.same_sheet_as for page in pages}
    said = store.page_decisions.sheets_said(_ids(pages))
    changed = [page_id for page_id, sheet in said.items() if before[page_id] != sheet]
    store.page_decisions.withdraw_assignments(changed, Aspect.SHEET)


def counted_elsewhere(pages: Sequence[DeliveredPage], unit: str) -> dict[str, int]:
    """Return how many of these pages count for other units of the list already, by unit code, the most first."""
    others = Counter(page.unit for page in pages if page.unit not in ("", unit) and not page.is_unlisted)
    return dict(others.most_common())


def name_unit(store: Store, pages: Sequence[DeliveredPage], unit: str, operator: str, note: str = "") -> None:
    """Say which unit these pages count for, instead of what was said before; ask first, see ``counted_elsewhere``.

    Args:
        store: Of the survey.
        pages: Kept pages.
        unit: The unit's code.
        operator: Who says so.
        note: Which pages they are, where they are many; kept for people.
    """
    _say(store, pages, Aspect.UNIT, [unit] * len(pages), operator, note)


def go_by_paper(store: Store, pages: Sequence[DeliveredPage]) -> None:
    """Take back all that people said on the unit of these pages: print, folder and covers tell again."""
    store.page_decisions.withdraw_all_assignments(_ids(pages), Aspect.UNIT)


def take_back(store: Store, pages: Sequence[DeliveredPage], aspects: Sequence[Aspect] = tuple(Aspect)) -> None:
    """Take back what people last said about these pages; it is kept, and what it replaced counts again."""
    for aspect in aspects:
        ids = [page.page_id for page in pages if page.page_id is not None and aspect in page.said_by]
        if aspect is Aspect.PIN:
            for page_id in ids:
                store.page_decisions.withdraw_pin(page_id)
        else:
            store.page_decisions.withdraw_assignments(ids, aspect)


def _say(
    store: Store,
    pages: Sequence[DeliveredPage],
    aspect: Aspect,
    values: Sequence[str],
    operator: str,
    note: str = "",
) -> None:
    moment = now()
    words = dict(zip(_ids(pages), values, strict=True))  # a page delivered twice is one page
    store.page_decisions.assign(
        [PageAssignment(page_id, aspect, value, operator, moment, note) for page_id, value in words.items()]
    )


def _ids(pages: Sequence[DeliveredPage]) -> list[int]:
    ids = [page.page_id for page in pages if page.page_id is not None]
    assert len(ids) == len(pages), "only kept pages can be chosen"
    return ids
