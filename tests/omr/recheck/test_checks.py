"""The blind re-check: who turns out to be right, and what happens to the answer."""

from dataclasses import replace

import pytest

from form_templates.model import ItemId
from omr.recheck.checks import Check, CheckStanding, group_checks, is_same_person, mark_disputed, settle, settle_all
from omr.responses import build_responses
from omr.results import AnswerStatus, Flag, PageOutcome, Verification
from omr.review.queue import review_queue
from tests.omr.build import read_page, two_page_template

_Q1 = ItemId("q1")
_READING = ("yes",)


def _check(answer, operator="Lan", page_id=1):
    return Check(page_id, _Q1, answer, operator, "2020-11-20T08:00:00+07:00")


def _decided(answer):
    return Verification(answer, "Hà", "2020-11-21T08:00:00+07:00")


@pytest.mark.parametrize(
    ("answers", "standing", "truth"),
    [
        ([("yes",)], CheckStanding.AGREED, ("yes",)),
        ([("no",)], CheckStanding.WAITING, None),
        ([None], CheckStanding.WAITING, None),
        ([("no",), ("yes",)], CheckStanding.SLIP, ("yes",)),
        ([("no",), ("no",)], CheckStanding.ERROR, ("no",)),
        ([None, None], CheckStanding.ERROR, None),
        ([("no",), ()], CheckStanding.DISPUTED, None),
        ([(), None], CheckStanding.DISPUTED, None),  # blank is not unreadable
        ([("yes",), ("no",)], CheckStanding.AGREED, ("yes",)),  # only the first is asked about what is not in doubt
    ],
)
def test_that_two_blind_readers_decide_who_was_wrong(answers, standing, truth):
    checks = [_check(answer, operator) for answer, operator in zip(answers, ("Lan", "Minh"), strict=False)]

    outcome = settle(_READING, checks, None)

    assert (outcome.standing, outcome.truth) == (standing, truth)


def test_that_nobody_is_their_own_second_operator():
    outcome = settle(_READING, [_check(("no",), "Lan"), _check(("no",), " lan ")], None)

    assert outcome.standing is CheckStanding.WAITING


def test_that_diacritics_tell_people_apart_and_case_does_not():
    assert is_same_person("Nguyễn  Thị Lan", "nguyễn thị lan ")
    assert not is_same_person("Lan", "Lân")


@pytest.mark.parametrize(("decided", "standing"), [(("yes",), CheckStanding.SLIP), (("no",), CheckStanding.ERROR)])
def test_that_review_settles_what_two_people_could_not(decided, standing):
    checks = [_check(("no",)), _check((), "Minh")]

    assert settle(_READING, checks, _decided(decided)).standing is standing


def test_that_a_verification_does_not_stand_in_for_the_second_operator():
    assert settle(_READING, [_check(("no",))], _decided(("yes",))).standing is CheckStanding.WAITING


@pytest.fixture
def disputed():
    pages = [read_page(1, "000001", page_id=1), read_page(2, "000001", page_id=2)]
    return mark_disputed(pages, [_check(("no",)), _check((), "Minh")])


def test_that_what_three_read_in_three_ways_is_flagged_and_queued(disputed):
    (response,) = build_responses(two_page_template(), disputed)
    queue = review_queue(two_page_template(), disputed)

    assert [answer.status for answer in response.answers] == [AnswerStatus.FLAGGED, AnswerStatus.ACCEPTED]
    assert [(entry.item_id, entry.flags) for entry in queue] == [(_Q1, {Flag.DISPUTED})]
    assert disputed[0].readings[_Q1].flags == frozenset()


def test_that_a_disputed_answer_leaves_the_queue_when_it_is_decided_and_stays_marked(disputed):
    decided = [replace(disputed[0], verifications={_Q1: _decided(("no",))}), disputed[1]]

    (response,) = build_responses(two_page_template(), decided)

    assert review_queue(two_page_template(), decided) == ()
    assert response.answers[0].status is AnswerStatus.VERIFIED
    assert response.answers[0].flags == {Flag.DISPUTED}


def test_that_one_dissent_alone_flags_nothing():
    pages = [read_page(1, "000001", page_id=1)]

    assert mark_disputed(pages, [_check(("no",))]) == pages


def test_that_checks_of_a_page_that_no_longer_counts_are_passed_over():
    page = replace(read_page(1, "000001", page_id=1), outcome=PageOutcome.DUPLICATE)

    assert mark_disputed([page], [_check(("no",)), _check((), "Minh")]) == [page]


def test_that_checks_of_a_question_that_is_not_on_the_page_people_say_it_is_are_passed_over():
    page = read_page(2, page_id=1)  # it was checked as page 1 before
    checks = [_check(("no",)), _check((), "Minh")]

    assert mark_disputed([page], checks) == [page]
    assert settle_all({1: page}, group_checks(checks)) == {}
