"""No way of misreading moves the index further than is said: every way is tried on a small survey."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from exports.tally.answer_table import ValidityRule
from exports.tally.reading.index_error import find_reading_error
from exports.tally.reading.read_answers import Checks, ReadAnswers, find_read_answers
from exports.tally.survey_tally import SurveyTally, tally_survey
from form_templates.model import ItemId
from omr.recheck.checks import AnswerKey, CheckStanding
from omr.responses import Response
from omr.survey.counting_rules import IndexRule, Weighting
from tests.exports.build import SMALL, UNITS, flagged, response, responses, verified

CRITERIA = ("c1", "c2", "c3")
PARTS = {
    IndexRule.POOLED: ((0, 1, 2),),
    IndexRule.EQUAL_CRITERIA: ((0,), (1,), (2,)),
    IndexRule.EQUAL_FACTORS: ((0, 1), (2,)),
}
Truth = Sequence[Sequence[int | None]]
"""By response and criterion: 1 satisfied, 0 not, None blank."""

GIVEN: Truth = ((1, 0, 1), (1, None, 0), (0, 1, 1), (1, 1, 0))


def tally(given: Sequence[Response], rule: IndexRule = IndexRule.POOLED, **more: object) -> SurveyTally:
    """Count a survey in which every response is valid."""
    return tally_survey(SMALL, given, UNITS, rule, ValidityRule(0.0), **more)


def of(truth: Truth) -> list[Response]:
    """Return responses to ``SMALL`` that say so."""
    answer = {1: ("5",), 0: ("2",), None: ()}
    return responses([{each: answer[cell] for each, cell in zip(CRITERIA, row, strict=True)} for row in truth])


def index(truth: Truth, rule: IndexRule, weights: Sequence[float]) -> float:
    """Work the index out by itself."""
    shares = []
    for part in PARTS[rule]:
        cells = [(weights[row], truth[row][column]) for row in range(len(truth)) for column in part]
        known = [(weight, cell) for weight, cell in cells if cell is not None]
        shares.append(sum(weight * cell for weight, cell in known) / sum(weight for weight, _ in known))
    return sum(shares) / len(shares)


def misread(truth: Truth, count: int) -> Iterator[Truth]:
    """Yield every survey that differs in ``count`` answers at most."""
    places = list(product(range(len(truth)), range(len(CRITERIA))))
    for chosen in combinations(places, count):
        for instead in product((1, 0, None), repeat=count):
            other = [list(row) for row in truth]
            for (row, column), cell in zip(chosen, instead, strict=True):
                other[row][column] = cell
            yield other


def read(found: SurveyTally, checks: Checks | None = None, weights: Sequence[float] | None = None) -> ReadAnswers:
    """Return the answers to the index of everybody."""
    rows = found.ratings.all_rows()
    given = None if weights is None else np.array(weights)
    return find_read_answers(found.table, found.ratings, found.rule, rows, checks or {}, given)


@pytest.mark.parametrize("weights", [(1.0, 1.0, 1.0, 1.0), (3.0, 1.0, 0.5, 2.0)])
@pytest.mark.parametrize("rule", PARTS)
def test_that_no_misreading_moves_the_index_further(rule: IndexRule, weights: tuple[float, ...]) -> None:
    answers = read(tally(of(GIVEN), rule), weights=weights)
    before = index(GIVEN, rule, weights)

    for count in (1, 2):
        moved = [abs(index(each, rule, weights) - before) for each in misread(GIVEN, count)]
        assert max(moved) <= answers.most_moved_by(count) + 1e-12
        assert max(moved) > answers.most_moved_by(count) / 2  # it is a bound that says something
    assert answers.count == 12


def test_that_the_bound_is_the_upper_end_of_the_exact_interval_where_all_count_alike() -> None:
    given = responses([{}] * 100)
    checks = _checks(given[:20], CheckStanding.AGREED)

    found = find_reading_error(tally(given), checks)

    assert found is not None
    assert (found.accepted, found.checked, found.differing) == (300, 60, 0)
    assert found.at_most == pytest.approx(1 - 0.025 ** (1 / 60))  # Clopper and Pearson where none was wrong
    assert found.expected == pytest.approx((300 - 60) * 0.0001 / 300)


def test_that_nothing_is_bounded_before_a_check_and_everything_known_after_all_of_them() -> None:
    given = responses([{}] * 10)
    every = _checks(given, CheckStanding.AGREED)
    waiting = {**every, next(iter(every)): CheckStanding.WAITING}

    unchecked, known, open_ = (find_reading_error(tally(given), checks) for checks in ({}, every, waiting))

    assert unchecked is not None
    assert known is not None
    assert open_ is not None
    assert (unchecked.at_most, unchecked.rate) == (None, None)
    assert (known.at_most, known.expected) == (0.0, 0.0)
    assert open_.at_most == pytest.approx(1 / 30)


def test_that_only_what_the_engine_stands_behind_can_be_misread() -> None:
    people = response(1, verified("c1", ("5",)), flagged("c2", ("5",)), verified("c3", ("1",)))

    mixed = find_reading_error(tally([people, response(2)]), {})

    assert mixed is not None
    assert mixed.accepted == 3
    assert find_reading_error(tally([people]), {}) is None
    assert find_reading_error(tally([]), {}) is None


def test_that_an_error_that_was_found_counts_in_the_rate_though_it_is_put_right() -> None:
    given = [response(1, replace(verified("c1", ("1",)), page=response(1).pages[0])), *responses([{}] * 50)[1:]]
    checks = {**_checks(given[:10], CheckStanding.AGREED), AnswerKey(1, ItemId("c1")): CheckStanding.ERROR}

    found = find_reading_error(tally(given), checks)

    assert found is not None
    assert (found.accepted, found.checked, found.differing) == (150, 30, 1)
    assert found.rate == pytest.approx(0.17217, abs=1e-5)  # 1 of 30, as scipy.stats.binomtest has it


def test_that_an_answer_moves_a_weighted_index_by_what_it_stands_for() -> None:
    units = [replace(unit, transactions={"09163": 300, "256": 10}.get(unit.code)) for unit in UNITS]
    given = [*responses([{}] * 10), *responses([{}] * 10, unit="256")]

    found = tally_survey(SMALL, given, units, weighting=Weighting.TRANSACTIONS)
    error = find_reading_error(found, _checks(given[:1], CheckStanding.AGREED))

    assert found.weighted is not None
    assert error is not None
    assert error.rate is not None
    assert error.at_most is not None
    assert error.at_most > 1.9 * error.rate  # those of the large unit, all of which come first
    assert error.at_most <= 1.0


def _checks(given: Sequence[Response], standing: CheckStanding) -> Checks:
    return {AnswerKey(each.pages[0].page_id or 0, ItemId(item)): standing for each in given for item in CRITERIA}
