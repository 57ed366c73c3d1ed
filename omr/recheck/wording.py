"""English for the command line, of what the re-check says."""

from typing import Any

from omr.recheck.result import RecheckResult, Verdict
from omr.recheck.state import RecheckState

_VERDICTS = {
    Verdict.NOTHING_TO_CHECK: "nothing to check",
    Verdict.MORE: "{more} more without a mistake are needed",
    Verdict.WAITING: "decide the differences first",
    Verdict.ENOUGH: "enough",
    Verdict.TOO_MANY: "more mistakes than the survey allows",
}


def recheck_sentence(result: RecheckResult) -> str:
    """Return what was checked, the error rate with its interval, and whether that is enough."""
    parts = [f"{result.checked} of {result.accepted} accepted answers checked"]
    if result.rate is not None:
        interval = result.interval
        parts.append(f"{result.disagreements} wrong = {_percent(result.rate)}")
        parts.append(f"95 %: {_percent(interval.low)} to {_percent(interval.high)}")
    if result.waiting:
        parts.append(f"waiting for a second operator: {result.waiting}")
    if result.disputed:
        parts.append(f"waiting in review: {result.disputed}")
    parts.append(_VERDICTS[result.verdict].format(more=result.more))
    return "; ".join(parts)


def recheck_as_dict(state: RecheckState) -> dict[str, Any]:
    """Return the re-check of every batch, and of all together, as plain values for JSON."""
    return {
        "limit": state.limit,
        **_as_dict(state.whole),
        "batches": [{"batch": batch, **_as_dict(result)} for batch, result in state.batches.items()],
    }


def _as_dict(result: RecheckResult) -> dict[str, Any]:
    return {
        "accepted": result.accepted,
        "checked": result.checked,
        "wrong": result.disagreements,
        "waiting": result.waiting,
        "disputed": result.disputed,
        "slips": result.slips,
        "rate": result.rate,
        "low": result.interval.low,
        "high": result.interval.high,
        "verdict": result.verdict.value,
        "more": result.more,
        "text": recheck_sentence(result),
    }


def _percent(share: float) -> str:
    return f"{share * 100:.3f} %"
