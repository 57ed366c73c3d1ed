"""The re-check of a survey as it stands: what to check next, what waits for a second look, how good the engine is."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from omr.recheck.checks import AnswerKey, Check, CheckStanding, Outcome, group_checks, is_same_person, settle_all
from omr.recheck.operators import OperatorWork, work_of_operators
from omr.recheck.result import RecheckResult, conclude
from omr.recheck.sample import Drawn, accepted_answers, draw_order, was_accepted
from omr.recheck.table import RecheckTable
from omr.responses import DeliveredPage
from omr.results import PageOutcome


@dataclass(frozen=True)
class RecheckState:
    """Everything about the re-check at one moment; what follows from it is worked out when asked for.

    Attributes:
        pages: Read pages by page id.
        order: All accepted answers in the order they are to be checked.
        accepted: How many they are, by batch.
        checks: In force, in the order they were made.
        limit: The error rate that the survey allows, 0.0-1.0.
    """

    pages: Mapping[int, DeliveredPage]
    order: tuple[Drawn, ...]
    accepted: Mapping[int, int]
    checks: tuple[Check, ...]
    limit: float

    def with_checks(self, checks: Sequence[Check]) -> "RecheckState":
        """Return the same state with other checks."""
        return replace(self, checks=tuple(checks))

    @cached_property
    def groups(self) -> dict[AnswerKey, list[Check]]:
        """The checks by answer."""
        return group_checks(self.checks)

    @cached_property
    def outcomes(self) -> dict[AnswerKey, Outcome]:
        """Where every checked answer stands, of those that are accepted; an acceptance may have been taken back."""
        return {
            key: outcome
            for key, outcome in settle_all(self.pages, self.groups).items()
            if was_accepted(self.pages[key.page_id], self.pages[key.page_id].readings[key.item_id])
        }

    @cached_property
    def batches(self) -> dict[int, RecheckResult]:
        """The result of every batch that has accepted answers, by number."""
        standings: dict[int, list[CheckStanding]] = defaultdict(list)
        for key, outcome in self.outcomes.items():
            standings[self.pages[key.page_id].batch].append(outcome.standing)
        return {
            batch: conclude(accepted, standings[batch], self.limit) for batch, accepted in sorted(self.accepted.items())
        }

    @cached_property
    def whole(self) -> RecheckResult:
        """The result of all batches together."""
        return conclude(sum(self.accepted.values()), (each.standing for each in self.outcomes.values()), self.limit)

    def result(self, batch: int | None) -> RecheckResult:
        """Return the result of a batch, or with None of all of them."""
        return self.whole if batch is None else self.batches[batch]

    def next_unchecked(self, batch: int | None, count: int) -> tuple[AnswerKey, ...]:
        """Return the next answers to check, at most ``count``: of one batch, or with None of all in proportion."""
        return tuple(islice(self._unchecked(batch), count))

    def waiting(self) -> tuple[AnswerKey, ...]:
        """Return the answers that a second operator must read, in the order of the first checks."""
        return tuple(key for key, outcome in self.outcomes.items() if outcome.standing is CheckStanding.WAITING)

    def waiting_for(self, operator: str) -> tuple[AnswerKey, ...]:
        """Return those of them that this operator may read: whoever made the first check may not."""
        return tuple(each for each in self.waiting() if not is_same_person(self.first_check(each).operator, operator))

    def first_check(self, key: AnswerKey) -> Check:
        """Return the first check of an answer that has one."""
        return self.groups[key][0]

    def _unchecked(self, batch: int | None) -> Iterator[AnswerKey]:
        for drawn in self.order:
            if batch in (None, drawn.batch) and drawn.key not in self.groups:
                yield drawn.key


def load_state(rechecks: RecheckTable, limit: float, pages: Sequence[DeliveredPage]) -> RecheckState:
    """Return what was checked so far of a survey's delivered pages; nothing is drawn, the order is empty.

    Args:
        rechecks: The survey's checks.
        limit: The error rate that the survey allows, 0.0-1.0.
        pages: All delivered pages.
    """
    accepted = Counter(page.batch for page, _ in accepted_answers(pages))
    read = {page.page_id: page for page in pages if page.outcome is PageOutcome.READ and page.page_id is not None}
    return RecheckState(read, (), accepted, rechecks.checks(), limit)


def load_ordered_state(rechecks: RecheckTable, limit: float, pages: Sequence[DeliveredPage]) -> RecheckState:
    """Return the same with the order of what is to be checked; batches that have no seed yet get one."""
    state = load_state(rechecks, limit, pages)
    return replace(state, order=draw_order(state.pages.values(), rechecks.seeds(state.accepted)))


def work_in(rechecks: RecheckTable, state: RecheckState) -> tuple[OperatorWork, ...]:
    """Return who did what in a survey."""
    return work_of_operators(rechecks.acts(), state.outcomes)
