"""Which answers a tolerance allows to be accepted, by how probably each is wrong."""

from collections.abc import Sequence

# Two limits, as multiples of the tolerance: for P(wrong) of a single accepted answer (75), and for the mean P(wrong) of
# all accepted answers of a page (8). Most pages are far surer than that, so that over a whole survey the mean stays
# within the tolerance itself (measured on simulated sheets, good and bad ones alike: half of it).
_ACCEPTED_TIMES = 75
_PAGE_TIMES = 8


def most_doubtful(tolerance: float) -> float:
    """Return the largest P(wrong) with which a single answer may be accepted."""
    return _ACCEPTED_TIMES * tolerance


def beyond_tolerance(p_wrong: Sequence[float], tolerance: float) -> list[bool]:
    """Return which answers of a page are too doubtful to be accepted.

    The surest answers are accepted first, and others as long as the expected share of wrong ones among all accepted on
    the page stays within a few times the tolerance.

    Args:
        p_wrong: Probability that each answer is wrong, 0.0-1.0.
        tolerance: Share of accepted answers that may be wrong.
    """
    doubtful = [True] * len(p_wrong)
    expected_wrong = 0.0
    for accepted, index in enumerate(sorted(range(len(p_wrong)), key=lambda index: p_wrong[index]), start=1):
        expected_wrong += p_wrong[index]
        if expected_wrong > accepted * _PAGE_TIMES * tolerance or p_wrong[index] > most_doubtful(tolerance):
            break
        doubtful[index] = False
    return doubtful
