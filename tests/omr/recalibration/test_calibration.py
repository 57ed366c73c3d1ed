"""The refit finds by how much a batch departs from what was stated, and no more than the trials can tell."""

import json
import random

import pytest

from omr.recalibration.calibration import Calibration
from omr.recalibration.trials import DoubtKind, ReadingTrial

_MARKED = DoubtKind.MARKED


def _trial(number, p_stated, *, is_wrong, kind=_MARKED):
    return ReadingTrial((f"{number:064d}", 1, 1), "q1", kind, p_stated, is_wrong, is_flagged=True)


def _trials(count, times):
    """Doubts of which so many times as many are wrong as stated."""
    chance = random.Random(3)
    stated = [chance.uniform(0.02, 0.3) for _ in range(count)]
    return [_trial(number, p, is_wrong=chance.random() < p * times) for number, p in enumerate(stated)]


def test_that_nothing_is_foretold_to_be_surer_before_there_are_trials():
    (p_wrong,) = Calibration(()).p_wrong(_MARKED, [0.05])

    assert p_wrong >= 0.05


@pytest.mark.parametrize("times", [0.2, 2.0])
def test_that_many_trials_show_how_often_doubts_are_wrong(times):
    calibration = Calibration(_trials(400, times))

    (p_wrong,) = calibration.p_wrong(_MARKED, [0.15])
    assert p_wrong == pytest.approx(0.15 * times, rel=0.35)
    assert calibration.gain > 1.0
    assert json.loads(calibration.parameters({"tolerance": 1e-4}))["tolerance"] == 1e-4


def test_that_a_batch_as_stated_gains_nothing_worth_mentioning():
    assert Calibration(_trials(400, 1.0)).gain < 1.0


def test_that_a_kind_of_doubt_that_was_not_tried_stays_less_sure():
    calibration = Calibration([_trial(number, 0.05, is_wrong=False) for number in range(60)])

    tried, untried = (calibration.p_wrong(kind, [0.05])[0] for kind in (_MARKED, DoubtKind.WITHDRAWN))
    assert tried < untried


def test_that_the_surest_answers_can_be_put_to_the_test_too():
    calibration = Calibration([_trial(number, 1e-300, is_wrong=False) for number in range(5)])

    assert calibration.gain == pytest.approx(0.0, abs=1e-3)
