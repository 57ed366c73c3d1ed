"""The error rate, and whether enough was checked."""

import pytest

from omr.recheck.checks import CheckStanding
from omr.recheck.result import Verdict, conclude

_RIGHT, _WRONG, _OPEN = [CheckStanding.AGREED], [CheckStanding.ERROR], [CheckStanding.WAITING]
_LIMIT = 0.001


def test_that_enough_is_enough_at_3688_answers_without_a_mistake():
    before = conclude(300_000, _RIGHT * 3687, _LIMIT)
    after = conclude(300_000, _RIGHT * 3688, _LIMIT)

    assert (before.verdict, before.more) == (Verdict.MORE, 1)
    assert (after.verdict, after.more) == (Verdict.ENOUGH, 0)
    assert after.interval.high < _LIMIT <= before.interval.high


def test_that_a_mistake_asks_for_more_checks():
    clean = conclude(300_000, _RIGHT * 1000, _LIMIT)
    spoilt = conclude(300_000, _RIGHT * 999 + _WRONG, _LIMIT)

    assert (clean.more, spoilt.more) == (2688, 4570)
    assert spoilt.rate == 0.001


def test_that_a_difference_counts_as_a_mistake_until_it_is_cleared():
    counts = conclude(10_000, _RIGHT * 98 + [CheckStanding.WAITING, CheckStanding.DISPUTED], _LIMIT)
    cleared = conclude(10_000, _RIGHT * 98 + [CheckStanding.SLIP] * 2, _LIMIT)

    assert (counts.disagreements, counts.rate) == (2, 0.02)
    assert (cleared.disagreements, cleared.slips, cleared.rate) == (0, 2, 0.0)


def test_that_a_small_batch_is_checked_whole_and_its_rate_is_then_known():
    part = conclude(2000, _RIGHT * 1500, _LIMIT)
    whole = conclude(2000, _RIGHT * 1998 + _WRONG * 2, _LIMIT)

    assert (part.verdict, part.more) == (Verdict.MORE, 500)
    assert whole.verdict is Verdict.ENOUGH
    assert whole.interval.low == whole.interval.high == 0.001


@pytest.mark.parametrize(("standings", "verdict"), [(_WRONG * 3, Verdict.TOO_MANY), (_OPEN * 3, Verdict.WAITING)])
def test_that_no_checks_are_asked_for_where_none_can_help(standings, verdict):
    result = conclude(2000, _RIGHT * 100 + standings, _LIMIT)

    assert (result.verdict, result.more) == (verdict, 0)


def test_that_a_batch_without_accepted_answers_asks_for_nothing():
    result = conclude(0, [], _LIMIT)

    assert (result.verdict, result.rate, result.more) == (Verdict.NOTHING_TO_CHECK, None, 0)


def test_that_nothing_is_claimed_before_the_first_check():
    result = conclude(10_000, [], _LIMIT)

    assert result.rate is None
    assert (result.interval.low, result.interval.high) == (0.0, 1.0)
