"""Who did what: how fast people decide, and how often they agree with others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from omr.recheck.checks import AnswerKey, Outcome, fold_name
from omr.results import Answer

LONGEST_PAUSE_S = 120.0
"""A longer pause between two decisions is no work."""


@dataclass(frozen=True, slots=True)
class Act:
    """One decision of one person.

    Attributes:
        operator: Who.
        decided_at: When, ISO 8601 with offset.
        key: About which answer.
        answer: What they read; None when they found it unreadable.
        is_check: Whether they read it blindly, in re-check.
        is_withdrawn: Whether they took it back; it was work all the same.
    """

    operator: str
    decided_at: str
    key: AnswerKey
    answer: Answer | None
    is_check: bool
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class OperatorAgreement:
    """So many times alike, of so many times that it can be said."""

    alike: int
    of: int

    @property
    def share(self) -> float | None:
        """0.0-1.0; None if it was never put to the test."""
        return self.alike / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class OperatorWork:
    """What one person did in a survey.

    Attributes:
        operator: The name, as last written.
        decisions: Decisions in force, re-check included.
        checks: Those of them made in re-check.
        active_s: Seconds of work: pauses of more than ``LONGEST_PAUSE_S`` do not count.
        per_hour: Decisions in an hour of active work; None after a single one.
        with_others: Answers that someone else decided, too: alike or not, once per other person.
        with_recheck: Checks whose answer is known by now: right or not.
        last_at: When they last decided, ISO 8601 with offset.
    """

    operator: str
    decisions: int
    checks: int
    active_s: float
    per_hour: float | None
    with_others: OperatorAgreement
    with_recheck: OperatorAgreement
    last_at: str


def work_of_operators(acts: Iterable[Act], outcomes: Mapping[AnswerKey, Outcome]) -> tuple[OperatorWork, ...]:
    """Return what everyone did, the busiest first.

    Args:
        acts: From all tables. A verification that followed from a check was one decision and counts once.
        outcomes: What came of every checked answer.
    """
    by_person: dict[str, list[Act]] = defaultdict(list)
    for act in _without_echoes(acts):
        by_person[fold_name(act.operator)].append(act)
    latest = {person: _latest_in_force(own) for person, own in by_person.items()}
    found = [_work(person, own, latest, outcomes) for person, own in by_person.items()]
    return tuple(sorted(found, key=lambda work: (-work.decisions, work.operator)))


def _without_echoes(acts: Iterable[Act]) -> list[Act]:
    """Drop verifications that were written along with a check."""
    kept: dict[tuple[str, str, AnswerKey], Act] = {}
    for act in sorted(acts, key=lambda act: not act.is_check):
        kept.setdefault((act.operator, act.decided_at, act.key), act)
    return sorted(kept.values(), key=_moment)


def _latest_in_force(acts: Sequence[Act]) -> dict[AnswerKey, Act]:
    return {act.key: act for act in acts if not act.is_withdrawn}


def _work(
    person: str,
    acts: Sequence[Act],
    latest: Mapping[str, Mapping[AnswerKey, Act]],
    outcomes: Mapping[AnswerKey, Outcome],
) -> OperatorWork:
    active_s, per_hour = _pace(acts)
    in_force = [act for act in acts if not act.is_withdrawn]
    others = [own for name, own in latest.items() if name != person]
    return OperatorWork(
        operator=acts[-1].operator,
        decisions=len(in_force),
        checks=sum(act.is_check for act in in_force),
        active_s=active_s,
        per_hour=per_hour,
        with_others=_agreement_with(latest[person], others),
        with_recheck=_agreement_with_recheck(in_force, outcomes),
        last_at=acts[-1].decided_at,
    )


def _pace(acts: Sequence[Act]) -> tuple[float, float | None]:
    """Return active seconds and decisions per hour; the first decision after a pause has no known duration."""
    active_s, decided = 0.0, 0
    for before, act in pairwise(acts):
        passed_s = (_moment(act) - _moment(before)).total_seconds()
        if passed_s <= LONGEST_PAUSE_S:
            active_s += passed_s
            decided += not act.is_withdrawn
    return active_s, decided / active_s * 3600 if active_s else None


def _agreement_with(own: Mapping[AnswerKey, Act], others: Sequence[Mapping[AnswerKey, Act]]) -> OperatorAgreement:
    alike = [own[key].answer == other[key].answer for other in others for key in own.keys() & other.keys()]
    return OperatorAgreement(sum(alike), len(alike))


def _agreement_with_recheck(acts: Sequence[Act], outcomes: Mapping[AnswerKey, Outcome]) -> OperatorAgreement:
    known = [(act, outcomes[act.key]) for act in acts if act.is_check and act.key in outcomes]
    right = [act.answer == outcome.truth for act, outcome in known if outcome.is_settled]
    return OperatorAgreement(sum(right), len(right))


def _moment(act: Act) -> datetime:
    return datetime.fromisoformat(act.decided_at)
