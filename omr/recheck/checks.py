"""The blind re-check: what people read without seeing the reading, and who turns out to be right.

Accepted answers are shown to an operator as ink alone. Their check is kept beside the reading and touches nothing.
Where check and reading differ, a second operator is asked in the same way:

1. the second reads what the engine read: the first slipped;
2. both read the same, and the engine read something else: the engine erred, and the answer becomes verified;
3. all three differ: the answer goes to review.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from form_templates.model import ItemId
from omr.responses import DeliveredPage
from omr.results import Answer, PageOutcome, Verification


class AnswerKey(NamedTuple):
    """Names an answer by its page and its item."""

    page_id: int
    item_id: ItemId


@dataclass(frozen=True, slots=True)
class Check:
    """What a person read without seeing the reading.

    Attributes:
        page_id: The page.
        item_id: The item.
        answer: What the person read; None when they found it unreadable.
        operator: Who read it.
        decided_at: When, ISO 8601 with offset.
    """

    page_id: int
    item_id: ItemId
    answer: Answer | None
    operator: str
    decided_at: str

    @property
    def key(self) -> AnswerKey:
        """The answer it is about."""
        return AnswerKey(self.page_id, self.item_id)


class CheckStanding(StrEnum):
    """Where an answer stands that was checked."""

    AGREED = "agreed"  # the person read what the engine read
    WAITING = "waiting"  # they differ; a second operator has not looked yet
    SLIP = "slip"  # the engine was right, the first person was not
    ERROR = "error"  # the engine was wrong
    DISPUTED = "disputed"  # two people and the engine read three things; review has not decided yet


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of checking one answer; ``truth`` is what it really is, meaningless while nobody knows."""

    standing: CheckStanding
    truth: Answer | None

    @property
    def is_settled(self) -> bool:
        """Whether it is known what the answer really is."""
        return self.standing in (CheckStanding.AGREED, CheckStanding.SLIP, CheckStanding.ERROR)


def settle(reading: Answer, checks: Sequence[Check], verification: Verification | None) -> Outcome:
    """Say where an answer stands.

    Args:
        reading: What the engine read.
        checks: At least one, in the order they were made.
        verification: The decision in force; it settles what two people could not.
    """
    first = checks[0]
    if first.answer == reading:
        return Outcome(CheckStanding.AGREED, reading)
    second = next((check for check in checks if not is_same_person(check.operator, first.operator)), None)
    if second is None:
        return Outcome(CheckStanding.WAITING, None)
    if second.answer == reading:
        return Outcome(CheckStanding.SLIP, reading)
    if second.answer == first.answer:
        return Outcome(CheckStanding.ERROR, first.answer)
    if verification is None:
        return Outcome(CheckStanding.DISPUTED, None)
    is_right = verification.answer == reading
    return Outcome(CheckStanding.SLIP if is_right else CheckStanding.ERROR, verification.answer)


def group_checks(checks: Iterable[Check]) -> dict[AnswerKey, list[Check]]:
    """Return the checks of every answer, in the order given."""
    groups: dict[AnswerKey, list[Check]] = defaultdict(list)
    for check in checks:
        groups[check.key].append(check)
    return dict(groups)


def settle_all(
    pages: Mapping[int, DeliveredPage], groups: Mapping[AnswerKey, Sequence[Check]]
) -> dict[AnswerKey, Outcome]:
    """Say where every checked answer stands.

    Answers that are in no page of ``pages`` (by page id) are left out: a person said since that the scan shows another
    page of the form, or none.
    """
    return {
        key: settle(page.readings[key.item_id].answer, checks, page.verifications.get(key.item_id))
        for key, checks in groups.items()
        if (page := pages.get(key.page_id)) and key.item_id in page.readings
    }


def mark_disputed(pages: Sequence[DeliveredPage], checks: Iterable[Check]) -> list[DeliveredPage]:
    """Return the pages with those items noted that two people and the engine read in three ways."""
    read = {page.page_id: page for page in pages if page.outcome is PageOutcome.READ}
    disputed: dict[int, set[ItemId]] = defaultdict(set)
    for (page_id, item_id), made in group_checks(checks).items():
        reading = read[page_id].readings.get(item_id) if page_id in read else None
        if reading and settle(reading.answer, made, None).standing is CheckStanding.DISPUTED:
            disputed[page_id].add(item_id)
    return [
        replace(page, disputed=frozenset(disputed[page.page_id])) if page.page_id in disputed else page
        for page in pages
    ]


def is_same_person(name: str, other: str) -> bool:
    """Whether two names are one: case and spaces do not tell people apart, diacritics do."""
    return fold_name(name) == fold_name(other)


def fold_name(name: str) -> str:
    """Return what a name is compared by."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
