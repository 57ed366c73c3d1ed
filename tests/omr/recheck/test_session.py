"""Checks in a real survey: kept beside the reading, signed, withdrawn, turned into verifications."""

import pytest
from sqlalchemy import select

from form_templates.model import ItemId
from omr.recheck.result import Verdict
from omr.recheck.session import RecheckSession
from omr.recheck.state import load_ordered_state, load_state, work_in
from omr.results import (
    AnswerStatus,
    Flag,
    IdentitySource,
    ItemReading,
    PageIdentity,
    PageOutcome,
    PageReading,
    Verification,
)
from omr.review.queue import ReviewSession, review_queue
from omr.settings import ReadingConditions
from omr.store import schema
from omr.store.deliveries import Content

_ITEMS = ("c01", "c02", "c03", "c04")


@pytest.fixture
def checked(survey):
    """A survey with one read page: four accepted answers of 4, the other items flagged as blank."""
    identity = PageIdentity("sipas-2020", 1, 1, "09163", "000001", IdentitySource.CODE)
    page_items = [item.item_id for item in survey.template.items() if survey.template.page_of(item.item_id) == 1]
    items = tuple(
        ItemReading(item, ("4",), 1e-6, frozenset())
        if item in _ITEMS
        else ItemReading(item, (), 0.3, frozenset({Flag.UNCERTAIN}))
        for item in page_items
    )
    batch = survey.store.batches.start(ReadingConditions())
    survey.store.deliveries.add(batch, "a.jpg", "", Content("a" * 64, ".jpg", None), 10)
    survey.store.pages.save("a" * 64, 1, PageReading(PageOutcome.READ, identity=identity, items=items))
    survey.store.deliveries.set_page_count("a" * 64, 1)
    return survey


def _load_state(survey):
    return load_state(survey.rechecks, survey.settings.recheck_limit, survey.pages())


def _load_ordered_state(survey):
    return load_ordered_state(survey.rechecks, survey.settings.recheck_limit, survey.pages())


def _sit(survey, operator, drawn=None):
    state = _load_ordered_state(survey)
    drawn = state.next_unchecked(None, 100) if drawn is None else drawn
    return RecheckSession(survey.rechecks, operator, [(each, state.pages[each.page_id]) for each in drawn])


def _second_look(survey, operator):
    return _sit(survey, operator, _load_ordered_state(survey).waiting_for(operator))


def _answers(survey):
    return {answer.item_id: answer for answer in survey.responses()[0].answers}


def test_that_checks_are_kept_and_touch_no_reading(checked):
    before = checked.pages()[0].readings
    session = _sit(checked, "Lan")
    while session.entry:
        session.decide(("4",))

    state = _load_state(checked)

    assert [(check.operator, check.answer) for check in checked.rechecks.checks()] == [("Lan", ("4",))] * 4
    assert checked.pages()[0].readings == before
    assert checked.pages()[0].verifications == {}
    assert (state.whole.checked, state.whole.disagreements, state.whole.verdict) == (4, 0, Verdict.ENOUGH)


def test_that_the_seed_stays_and_with_it_the_order(checked):
    first = _load_ordered_state(checked)
    again = _load_ordered_state(checked)

    assert len(first.order) == len(_ITEMS)
    assert first.order == again.order
    assert checked.rechecks.seeds([1]) == checked.rechecks.seeds([1])


def test_that_looking_at_the_result_draws_nothing(checked):
    state = _load_state(checked)

    assert state.batches[1].accepted == 4
    with checked.store.database.transaction() as connection:
        assert connection.execute(select(schema.recheck_sample)).all() == []


def test_that_a_difference_waits_for_someone_else(checked):
    session = _sit(checked, "Lan")
    session.decide(("5",))

    state = _load_ordered_state(checked)

    assert len(state.waiting()) == len(state.waiting_for("Minh")) == 1
    assert state.waiting_for("lan") == ()
    assert len(state.next_unchecked(None, 100)) == 3
    assert all(answer.status is not AnswerStatus.VERIFIED for answer in _answers(checked).values())


def test_that_two_people_against_the_reading_make_a_signed_verification(checked):
    session = _sit(checked, "Lan")
    item = session.entry.item_id
    session.decide(("5",))
    _second_look(checked, "Minh").decide(("5",))

    answer = _answers(checked)[item]
    state = _load_state(checked)

    assert (answer.status, answer.answer, answer.reading) == (AnswerStatus.VERIFIED, ("5",), ("4",))
    assert (answer.verification.operator, answer.verification.note) == ("Minh", "re-check: Lan, Minh")
    assert (state.whole.errors, state.whole.waiting) == (1, 0)


def test_that_a_slip_of_the_first_changes_nothing(checked):
    session = _sit(checked, "Lan")
    item = session.entry.item_id
    session.decide(())
    _second_look(checked, "Minh").decide(("4",))

    state = _load_state(checked)

    assert _answers(checked)[item].status is AnswerStatus.ACCEPTED
    assert (state.whole.slips, state.whole.disagreements) == (1, 0)


def test_that_three_different_readings_go_to_review_and_its_word_settles_them(checked):
    session = _sit(checked, "Lan")
    item = session.entry.item_id
    session.decide(())
    _second_look(checked, "Minh").decide(("5",))
    queue = {entry.item_id: entry for entry in review_queue(checked.template, checked.pages())}
    disputed = _load_state(checked).whole

    ReviewSession(checked.store, "Hà").decide(queue[item], ("5",))

    settled = _load_state(checked).whole
    assert queue[item].flags == {Flag.DISPUTED}
    assert (disputed.disputed, disputed.errors) == (1, 0)
    assert (settled.disputed, settled.errors) == (0, 1)


def test_that_undo_takes_back_the_check_and_the_verification_that_followed(checked):
    _sit(checked, "Lan").decide(("5",))
    second = _second_look(checked, "Minh")
    item = second.entry.item_id
    second.decide(("5",))

    second.undo()

    assert second.entry.item_id == item
    assert [check.operator for check in checked.rechecks.checks()] == ["Lan"]
    assert checked.pages()[0].verifications == {}
    assert len(checked.rechecks.acts()) == 3  # all of it is kept


def test_that_undo_leaves_verifications_of_review_alone(checked):
    entry = review_queue(checked.template, checked.pages())[0]
    first = checked.template.item(entry.item_id).options[0].value
    ReviewSession(checked.store, "Hà").decide(entry, (first,))
    session = _sit(checked, "Lan")
    session.decide(("5",))

    session.undo()

    assert not session.can_undo
    assert session.undo() is None
    assert list(checked.pages()[0].verifications) == [entry.item_id]


def test_that_what_cannot_be_shown_is_passed_and_comes_again(checked):
    session = _sit(checked, "Lan")
    passed = session.entry

    session.pass_by()
    session.decide(("4",))

    assert passed in _load_ordered_state(checked).next_unchecked(None, 100)
    assert session.number == 3


def test_that_everyone_is_found_with_what_they_did(checked):
    _sit(checked, "Lan").decide(("5",))
    _second_look(checked, "Minh").decide(("5",))

    work = work_in(checked.rechecks, _load_state(checked))

    assert {each.operator: (each.decisions, each.checks) for each in work} == {"Lan": (1, 1), "Minh": (1, 1)}
    assert all(each.with_others.share == each.with_recheck.share == 1.0 for each in work)


def test_that_an_unreadable_check_is_no_blank(checked):
    _sit(checked, "Lan").decide(None)
    _second_look(checked, "Minh").decide(None)

    (verification,) = checked.pages()[0].verifications.values()

    assert verification == Verification(None, "Minh", verification.decided_at, "re-check: Lan, Minh")


def test_that_checks_of_one_answer_do_not_speak_for_another(checked):
    session = _sit(checked, "Lan")
    session.decide(("5",))
    other = session.entry.item_id
    _sit(checked, "Minh").decide(("5",))

    assert checked.pages()[0].verifications == {}
    assert ItemId(other) in {check.item_id for check in checked.rechecks.checks()}
