from dataclasses import replace

import pytest

from tests.bench.figures import Answer, Counts, Measured, Share, Target, count, stated, verdicts

_RIGHT = Answer("cross", "blue-ballpoint", True, True, 1e-6, False, False)
_FLAGGED = replace(_RIGHT, is_flagged=True, p_wrong=0.1)
_WRONG = replace(_RIGHT, is_wrong=True)
_FLAGGED_WRONG = replace(_FLAGGED, is_wrong=True)


def test_that_only_an_accepted_wrong_answer_counts_as_wrong() -> None:
    counts = count([_RIGHT, _RIGHT, _FLAGGED, _FLAGGED_WRONG, _WRONG])

    assert counts == Counts(answers=5, right=3, flagged=2, wrong=1)


def test_that_piles_add_up() -> None:
    together = Measured(4, 3, (_RIGHT,)) + Measured(2, 2, (_WRONG, replace(_RIGHT, kind="tick", is_plain=False)))

    assert together.unread == Share(1, 6)
    assert together.all.wrong == 1
    assert together.plain.answers == 2
    assert {name: counts.answers for name, counts in together.by("kind").items()} == {"cross": 2, "tick": 1}


@pytest.mark.parametrize(
    ("measured", "verdict"),
    [
        (Share(0, 100), "beaten, not for sure"),
        (Share(0, 100_000), "beaten for sure"),
        (Share(8, 100_000), "reached, not for sure"),
        (Share(12, 100_000), "MISSED, not for sure"),
        (Share(100, 100_000), "MISSED for sure"),
    ],
)
def test_that_a_verdict_says_how_sure_it_is(measured: Share, verdict: str) -> None:
    assert Target(reach=1e-4, beat=0.46e-4).verdict(measured) == verdict


def test_that_groups_without_targets_get_no_verdict() -> None:
    assert verdicts("unruly people", Measured(2, 2, (_RIGHT,))) == {}
    assert verdicts("hard", Measured(2, 1, (_RIGHT,)))["pages_not_read"] == "MISSED for sure"


def test_that_what_nobody_could_decide_does_not_test_honesty() -> None:
    assert stated([_WRONG, replace(_FLAGGED_WRONG, is_decidable=False)]) == [(1e-6, True)]


def test_that_figures_survive_nothing_read() -> None:
    facts = Measured(2, 0).as_dict()

    assert facts["pages_not_read"]["share"] == 1.0
    assert facts["all"]["wrong_and_accepted"]["high"] == 1.0
