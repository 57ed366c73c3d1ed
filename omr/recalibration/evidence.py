"""How much people's decisions bear out: whether they are enough, and up to which stated P(wrong)."""

from collections import Counter
from collections.abc import Sequence

from omr.recalibration.trials import DoubtKind, ReadingTrial

LEAST_DECISIONS = 30
"""On doubts of one batch, before anything of it is accepted for them."""

_LEAST_OF_KIND = 10
_LEAST_PAGES = 5


def are_enough(trials: Sequence[ReadingTrial]) -> bool:
    """Whether there are enough decisions on doubts, from enough pages."""
    flagged = [trial for trial in trials if trial.is_flagged]
    return len(flagged) >= LEAST_DECISIONS and len({trial.place for trial in flagged}) >= _LEAST_PAGES


def limits_of(trials: Sequence[ReadingTrial]) -> dict[DoubtKind, float]:
    """Return by kind of doubt below which stated P(wrong) an answer may be offered; 0.0 for none.

    An accepted answer that was wrong says that the engine is sure where it must not be, and limits all kinds.
    """
    decided = Counter(trial.kind for trial in trials if trial.is_flagged)
    limits = {}
    for kind in DoubtKind:
        wrong = (trial.p_stated for trial in trials if trial.is_wrong and (trial.kind is kind or not trial.is_flagged))
        limits[kind] = min(wrong, default=1.0) if decided[kind] >= _LEAST_OF_KIND else 0.0
    return limits
