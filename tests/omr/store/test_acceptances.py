"""Flagged readings that count after all: both states are kept, others' decisions respected, undo flags them again."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from form_templates.model import ItemId
from omr.errors import DecidedMeanwhile, SurveyReadOnly
from omr.recheck.sample import accepted_answers, draw_order
from omr.responses import effective_answer
from omr.results import Acceptance, AnswerStatus, Flag, ItemReading, Verification
from omr.review.queue import review_queue
from omr.store import schema
from omr.store.acceptances import that_fit
from omr.store.change_log import ChangeKind, read_changes
from omr.store.store import Store
from omr.survey.folder import Survey
from tests.omr.build import age_database, deliver

_C02 = ItemId("c02")
_BLANK = Acceptance((), 0.004, 47, 2, "{}", "Lan", "2026-11-02T09:30:00+07:00")


@pytest.fixture
def delivered(survey):
    deliver(survey)
    return survey


def _accept(survey, acceptance=_BLANK):
    return survey.store.judgements.accept([(1, _C02, acceptance)], survey.store.judgements.said().stamp)


def test_that_a_reading_accepted_after_all_waits_no_more_and_keeps_its_flag_and_what_was_stated(delivered):
    _accept(delivered)

    (page,) = delivered.pages()
    answer = effective_answer(_C02, page)
    assert (answer.status, answer.answer, answer.p_wrong) == (AnswerStatus.ACCEPTED, (), 0.004)
    assert (answer.flags, answer.acceptance, answer.verification) == (frozenset({Flag.FAINT_MARK}), _BLANK, None)
    assert (page.readings[_C02].p_wrong, page.readings[_C02].flags) == (0.3, frozenset({Flag.FAINT_MARK}))
    assert review_queue(delivered.template, [page]) == ()


def test_that_undo_makes_it_wait_again_and_the_store_keeps_what_was_undone(delivered):
    keys = _accept(delivered)
    delivered.store.judgements.withdraw(keys)

    (page,) = delivered.pages()
    assert effective_answer(_C02, page).status is AnswerStatus.FLAGGED
    assert effective_answer(_C02, page).p_wrong == 0.3
    with delivered.store.database.connect() as connection:
        (row,) = connection.execute(select(schema.acceptance))
    assert (row.p_wrong, row.decisions, row.operator) == (0.004, 47, "Lan")
    assert row.withdrawn_at


def test_that_a_later_decision_counts_instead(delivered):
    _accept(delivered)
    delivered.store.judgements.keep([(1, _C02, Verification(("3",), "Minh", "2026-11-03T09:30:00+07:00"))], seen={})

    answer = effective_answer(_C02, delivered.pages()[0])
    assert (answer.status, answer.answer, answer.p_wrong) == (AnswerStatus.VERIFIED, ("3",), 0.3)
    assert answer.acceptance is None
    assert answer.flags == {Flag.FAINT_MARK}


def test_that_nothing_is_accepted_on_which_somebody_decided(delivered):
    stamp = delivered.store.judgements.said().stamp
    delivered.store.judgements.verify(1, _C02, Verification(("3",), "Minh", "2026-11-03T09:30:00+07:00"))

    assert delivered.store.judgements.accept([(1, _C02, _BLANK)], stamp) is None
    with pytest.raises(DecidedMeanwhile):
        _accept(delivered)
    assert effective_answer(_C02, delivered.pages()[0]).answer == ("3",)


def test_that_nothing_is_accepted_once_anybody_said_anything_since_it_was_worked_out(delivered):
    stamp = delivered.store.judgements.said().stamp
    decided = delivered.store.judgements.verify(
        1, ItemId("c01"), Verification(("3",), "Minh", "2026-11-03T09:30:00+07:00")
    )

    assert delivered.store.judgements.accept([(1, _C02, _BLANK)], stamp) is None
    delivered.store.judgements.withdraw_verification(decided)
    assert delivered.store.judgements.accept([(1, _C02, _BLANK)], stamp) is None
    assert effective_answer(_C02, delivered.pages()[0]).status is AnswerStatus.FLAGGED
    assert _accept(delivered) is not None


def test_that_it_is_accepted_once(delivered):
    stamp = delivered.store.judgements.said().stamp
    _accept(delivered)

    assert delivered.store.judgements.accept([(1, _C02, _BLANK)], stamp) is None


def test_that_an_acceptance_of_another_answer_than_is_read_counts_for_nothing(delivered):
    _accept(delivered, Acceptance(("3",), 0.004, 47, 2, "{}", "Lan", "2026-11-02T09:30:00+07:00"))

    assert effective_answer(_C02, delivered.pages()[0]).status is AnswerStatus.FLAGGED


@pytest.mark.parametrize("flag", [Flag.HIDDEN, Flag.CUT_OFF, Flag.NOT_LOCATED])
def test_that_an_acceptance_counts_no_more_once_the_boxes_themselves_are_doubted(flag):
    read_again = ItemReading(_C02, _BLANK.answer, 0.3, frozenset({Flag.FAINT_MARK, flag}))

    assert that_fit({_C02: _BLANK}, {_C02: read_again}) == {}
    assert that_fit({_C02: _BLANK}, {_C02: replace(read_again, flags=frozenset({Flag.FAINT_MARK}))}) == {_C02: _BLANK}


def test_that_a_survey_that_can_only_be_looked_at_accepts_nothing(delivered):
    folder = delivered.folder
    delivered.close()

    with Survey.open(folder, is_read_only=True) as seen, pytest.raises(SurveyReadOnly):
        _accept(seen)


def test_that_the_blind_check_draws_it_like_any_accepted_answer_and_leaves_the_order_of_the_others(delivered):
    deliver(delivered, "b.jpg", "b" * 64)
    before = draw_order(delivered.pages(), {1: 7})
    _accept(delivered)

    pages = delivered.pages()
    drawn = draw_order(pages, {1: 7})

    assert {(page.page_id, reading.item_id) for page, reading in accepted_answers(pages)} == {
        (1, "c01"),
        (1, "c02"),
        (2, "c01"),
    }
    assert [each for each in drawn if each.item_id != _C02] == list(before)
    assert [each.key for each in drawn if each.item_id == _C02] == [(1, "c02")]


def test_that_the_change_log_tells_who_agreed_to_what_on_which_evidence(delivered):
    keys = _accept(delivered)
    delivered.store.judgements.withdraw(keys)

    (change,) = read_changes(delivered.store.database, delivered.pages())
    assert (change.kind, change.operator, change.item_id) == (ChangeKind.ACCEPTED, "Lan", _C02)
    assert (change.reading, change.answer, change.flags) == ((), (), frozenset({Flag.FAINT_MARK}))
    assert (change.p_stated, change.acceptance) == (0.3, _BLANK)
    assert change.withdrawn_at


def test_that_a_database_of_the_version_before_keeps_its_flags_and_can_accept(delivered):
    path = delivered.folder / "survey.db"
    delivered.close()
    age_database(path, "0012")

    with Survey.open(delivered.folder) as survey:
        assert effective_answer(_C02, survey.pages()[0]).status is AnswerStatus.FLAGGED
        assert _accept(survey) is not None
        assert effective_answer(_C02, survey.pages()[0]).status is AnswerStatus.ACCEPTED
    Store.open(path).close()
