"""What the command line says about the re-check."""

from omr.recheck.checks import CheckStanding
from omr.recheck.result import conclude
from omr.recheck.wording import recheck_sentence

_LIMIT = 0.001


def test_that_the_rate_is_told_with_its_interval_and_what_is_missing():
    result = conclude(300_000, [CheckStanding.AGREED] * 998 + [CheckStanding.ERROR, CheckStanding.WAITING], _LIMIT)

    assert recheck_sentence(result) == (
        "1000 of 300000 accepted answers checked; 2 wrong = 0.200 %; 95 %: 0.024 % to 0.721 %; "
        "waiting for a second operator: 1; 6223 more without a mistake are needed"
    )


def test_that_enough_is_said_in_one_word():
    assert recheck_sentence(conclude(300_000, [CheckStanding.AGREED] * 3688, _LIMIT)).endswith("; enough")


def test_that_no_rate_is_told_before_the_first_check():
    told = recheck_sentence(conclude(300_000, [], _LIMIT))

    assert told == "0 of 300000 accepted answers checked; 3688 more without a mistake are needed"


def test_that_what_waits_in_review_is_told():
    assert "waiting in review: 1" in recheck_sentence(conclude(10, [CheckStanding.DISPUTED], _LIMIT))
