"""What people say about pages: in force at once, kept for ever, never on top of what was delivered."""

import sqlite3
from contextlib import closing

import pytest

from form_templates.model import ItemId
from omr.responses import Aspect, build_responses
from omr.results import AnswerStatus, IdentitySource, PageOutcome, Reason, Verification
from omr.review.hand_entry import reading_to_type
from omr.store.page_decisions import PageAssignment, PagePin
from tests.omr.build import UNPLACED, deliver, kept_reading

_MOMENT = "2020-11-18T09:00:00+07:00"


@pytest.fixture
def delivered(survey):
    """Three pages: two read ones with the codes of two forms, and one that could not be read."""
    for number, reading in enumerate((kept_reading("000001"), kept_reading("000002"), UNPLACED), start=1):
        deliver(survey, f"{number}.jpg", str(number) * 64, reading)
    return survey


def _ids(survey):
    return [page.page_id for page in survey.pages()]


def _say(survey, page_id, aspect, value):
    survey.store.page_decisions.assign([PageAssignment(page_id, aspect, str(value), "Lan", _MOMENT)])


def _rows(survey, table):
    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


def test_that_a_unit_a_person_names_counts_and_the_printed_one_is_kept(delivered):
    first, *_ = _ids(delivered)
    _say(delivered, first, Aspect.UNIT, "09166")

    page = delivered.pages()[0]

    assert (page.unit, page.identity.unit, page.said_by) == ("09166", "09163", {Aspect.UNIT: "Lan"})


def test_that_a_word_taken_back_is_kept_and_the_page_is_as_before(delivered):
    first, *_ = _ids(delivered)
    before = delivered.pages()
    _say(delivered, first, Aspect.UNIT, "09166")
    _say(delivered, first, Aspect.RESPONDENT, first)
    delivered.store.page_decisions.withdraw_assignments([first], Aspect.UNIT)
    delivered.store.page_decisions.withdraw_assignments([first], Aspect.RESPONDENT)

    assert delivered.pages() == before
    assert len(_rows(delivered, "page_assignment")) == 2


def test_that_a_page_typed_by_hand_is_read_signed_and_the_engine_s_verdict_stays(delivered):
    *_, last = _ids(delivered)
    reading = reading_to_type(delivered.template, 2)
    asked = [delivered.template.item(item.item_id) for item in reading.items]
    given = {item.item_id: (item.options[-1].value,) if item.kind.is_choice else ("4",) for item in asked}
    answers = {item_id: Verification(answer, "Lan", _MOMENT) for item_id, answer in given.items()}
    delivered.store.page_decisions.type_in(PagePin(last, 180, None, reading, "Lan", _MOMENT), answers, {})

    page = delivered.pages()[-1]
    response = build_responses(delivered.template, [page])[0]

    assert (page.outcome, page.identity.page, page.identity.source) == (PageOutcome.READ, 2, IdentitySource.PERSON)
    typed = [answer for answer in response.answers if answer.page is page]
    assert {answer.item_id: (answer.status, answer.answer, answer.reading) for answer in typed} == {
        item_id: (AnswerStatus.VERIFIED, answer, ()) for item_id, answer in given.items()
    }
    assert delivered.store.pages.details(last).turned_deg == 180
    assert [row[3] for row in _rows(delivered, "page") if row[0] == last] == ["unreadable"]


def test_that_a_pin_taken_back_leaves_the_page_unread_and_the_answers_kept(delivered):
    *_, last = _ids(delivered)
    before = delivered.pages()[:2]
    reading = reading_to_type(delivered.template, 1)
    answers = {ItemId("c01"): Verification(("4",), "Lan", _MOMENT)}
    delivered.store.page_decisions.type_in(PagePin(last, 0, None, reading, "Lan", _MOMENT), answers, {})
    delivered.store.page_decisions.withdraw_pin(last)

    page = delivered.pages()[-1]

    assert (page.outcome, page.reason) == (PageOutcome.UNREADABLE, Reason.TOO_FEW_FIDUCIALS)
    assert delivered.pages()[:2] == before
    assert (len(_rows(delivered, "page_pin")), len(_rows(delivered, "verification"))) == (1, 1)


def test_that_a_page_of_which_a_person_says_what_it_is_is_not_tried_again(delivered):
    *_, last = delivered.pages()
    store, content, number = delivered.store, last.content_hash, last.page_in_file
    before = store.pages.numbers_read(content, is_retry=True)

    store.page_decisions.pin(PagePin(last.page_id, 0, None, reading_to_type(delivered.template, 1), "Lan", _MOMENT))
    pinned = store.pages.numbers_read(content, is_retry=True)
    store.page_decisions.withdraw_pin(last.page_id)

    assert number not in before
    assert number in pinned
    assert store.pages.numbers_read(content, is_retry=True) == before


def test_that_a_second_pin_replaces_the_first_which_is_kept(delivered):
    *_, last = _ids(delivered)
    for number in (1, 2):
        delivered.store.page_decisions.pin(
            PagePin(last, 0, None, reading_to_type(delivered.template, number), "Lan", _MOMENT)
        )

    assert delivered.pages()[-1].identity.page == 2
    assert len(_rows(delivered, "page_pin")) == 2
