"""What the re-check says about the engine: an error rate with its interval, and whether enough was checked.

A difference counts as an error until somebody has shown that it is none, so that the stated rate is never too low.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from omr.recheck.checks import CheckStanding
from omr.recheck.error_rate import Interval, clean_trials_needed, exact_interval


class Verdict(StrEnum):
    """Whether enough was checked."""

    NOTHING_TO_CHECK = "nothing-to-check"  # no accepted answers
    MORE = "more"  # so many more checks without a mistake
    WAITING = "waiting"  # it depends on what is still to be decided about the differences
    ENOUGH = "enough"
    TOO_MANY = "too-many"  # the rate is above the limit whatever else is checked


@dataclass(frozen=True, slots=True)
class RecheckResult:
    """The checks of a batch, or of the whole survey, counted.

    Attributes:
        accepted: Answers that the engine accepted.
        checked: How many of them a person has checked.
        errors: Of these, where the engine was wrong.
        slips: Where the first person was wrong.
        waiting: Where a second operator has still to look.
        disputed: Where review has still to decide.
        interval: Where the error rate of all accepted answers lies, 95 %; when all were checked, it is known.
        verdict: Whether enough was checked.
        more: How many more checks without a mistake it takes; 0 unless the verdict is MORE.
    """

    accepted: int
    checked: int
    errors: int
    slips: int
    waiting: int
    disputed: int
    interval: Interval
    verdict: Verdict
    more: int

    @property
    def disagreements(self) -> int:
        """Errors, and what may turn out to be one."""
        return self.errors + self.waiting + self.disputed

    @property
    def rate(self) -> float | None:
        """Disagreements per answer checked; None before the first check."""
        return self.disagreements / self.checked if self.checked else None


def conclude(accepted: int, standings: Iterable[CheckStanding], limit: float) -> RecheckResult:
    """Count checks and say whether they are enough.

    Args:
        accepted: Answers that the engine accepted.
        standings: One per checked answer of these.
        limit: The error rate that the survey allows, above 0.0 and below 1.0.
    """
    counts = Counter(standings)
    checked, errors = counts.total(), counts[CheckStanding.ERROR]
    disagreements = errors + counts[CheckStanding.WAITING] + counts[CheckStanding.DISPUTED]
    left = accepted - checked
    interval = exact_interval(disagreements, checked) if left else _known(disagreements, checked)
    more = clean_trials_needed(disagreements, checked, limit, most=left)
    # Checking all of them is always a way, unless they hold too many mistakes already.
    is_reachable = more < left or disagreements <= limit * accepted
    if not accepted:
        verdict = Verdict.NOTHING_TO_CHECK
    elif more == 0 and is_reachable:
        verdict = Verdict.ENOUGH
    elif is_reachable:
        verdict = Verdict.MORE
    else:
        verdict = Verdict.WAITING if errors <= limit * accepted else Verdict.TOO_MANY
    return RecheckResult(
        accepted=accepted,
        checked=checked,
        errors=errors,
        slips=counts[CheckStanding.SLIP],
        waiting=counts[CheckStanding.WAITING],
        disputed=counts[CheckStanding.DISPUTED],
        interval=interval,
        verdict=verdict,
        more=more if verdict is Verdict.MORE else 0,
    )


def _known(disagreements: int, checked: int) -> Interval:
    share = disagreements / checked if checked else 0.0
    return Interval(share, share)
