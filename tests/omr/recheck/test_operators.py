"""Who did what: pace without the pauses, agreement without the echoes."""

import pytest

from omr.recheck.checks import CheckStanding, Outcome
from omr.recheck.operators import Act, OperatorAgreement, work_of_operators


def _act(operator, second, page_id=1, answer=("4",), *, is_check=False, is_withdrawn=False):
    minutes, seconds = divmod(second, 60)
    moment = f"2020-11-20T08:{minutes:02}:{seconds:02}+07:00"
    return Act(operator, moment, (page_id, "c01"), answer, is_check, is_withdrawn)


def test_that_pauses_of_more_than_two_minutes_are_no_work():
    acts = [_act("Lan", second, page_id) for page_id, second in enumerate((0, 10, 20, 140, 261, 271))]

    (lan,) = work_of_operators(acts, {})

    assert lan.decisions == 6
    assert lan.active_s == 150  # 10 + 10 + 120 + 10; the 121 seconds are a pause
    assert lan.per_hour == pytest.approx(4 / 150 * 3600)


def test_that_a_single_decision_has_no_pace():
    (lan,) = work_of_operators([_act("Lan", 0)], {})

    assert (lan.decisions, lan.active_s, lan.per_hour) == (1, 0.0, None)


def test_that_what_was_taken_back_took_time_and_counts_as_no_decision():
    acts = [_act("Lan", 0, 1), _act("Lan", 10, 2, is_withdrawn=True), _act("Lan", 30, 2)]

    (lan,) = work_of_operators(acts, {})

    assert (lan.decisions, lan.active_s) == (2, 30)
    assert lan.per_hour == pytest.approx(120)


def test_that_a_clock_in_another_zone_does_not_matter():
    there = Act("Lan", "2020-11-20T01:00:30+00:00", (2, "c01"), ("4",), is_check=False)

    (lan,) = work_of_operators([there, _act("Lan", 0)], {})

    assert lan.active_s == 30
    assert lan.last_at == there.decided_at


def test_that_agreement_is_counted_where_two_people_decided_the_same_answer():
    acts = [_act("Lan", 0, 1), _act("Lan", 10, 2), _act("Lan", 20, 3)]
    acts += [_act("Minh", 300, 1), _act("Minh", 310, 2, ("5",)), _act("Hà", 500, 1), _act("Hà", 510, 9)]

    work = {each.operator: each.with_others for each in work_of_operators(acts, {})}

    assert work == {"Lan": OperatorAgreement(2, 3), "Minh": OperatorAgreement(2, 3), "Hà": OperatorAgreement(2, 2)}
    assert work["Lan"].share == pytest.approx(2 / 3)


def test_that_a_name_in_another_case_is_the_same_person():
    (lan,) = work_of_operators([_act("lan", 0, 1), _act("Lan ", 10, 1, ("5",))], {})

    assert (lan.operator, lan.decisions) == ("Lan ", 2)
    assert lan.with_others == OperatorAgreement(0, 0)
    assert lan.with_others.share is None


def test_that_checks_are_judged_by_what_came_of_them():
    outcomes = {
        (1, "c01"): Outcome(CheckStanding.AGREED, ("4",)),
        (2, "c01"): Outcome(CheckStanding.SLIP, ("4",)),
        (3, "c01"): Outcome(CheckStanding.ERROR, ("5",)),
        (4, "c01"): Outcome(CheckStanding.WAITING, None),
    }
    acts = [_act("Lan", n, n, ("5",) if n > 1 else ("4",), is_check=True) for n in (1, 2, 3, 4)]
    acts += [_act("Minh", 300, 2, is_check=True), _act("Minh", 310, 3, ("5",), is_check=True), _act("Hà", 600, 1)]

    work = {each.operator: each for each in work_of_operators(acts, outcomes)}

    assert work["Lan"].with_recheck == OperatorAgreement(2, 3)
    assert work["Minh"].with_recheck == OperatorAgreement(2, 2)
    assert work["Hà"].with_recheck == OperatorAgreement(0, 0)
    assert (work["Lan"].checks, work["Hà"].checks) == (4, 0)


def test_that_a_verification_written_along_with_a_check_is_one_decision():
    acts = [_act("Minh", 0, 1, is_check=True), _act("Minh", 0, 1)]

    (minh,) = work_of_operators(acts, {})

    assert (minh.decisions, minh.checks) == (1, 1)
