"""The order of the queue, one answer found in it, steps taken back as a whole, doubts about accepted answers."""

from dataclasses import replace

import pytest

from form_templates.model import ItemId, ItemKind
from omr.responses import DeliveredPage, effective_answer
from omr.results import AnswerStatus, Flag, ItemReading, PageOutcome, Verification
from omr.review.queue import QueueEntry, ReviewSession, find_entry, main_flag, notes_on, review_queue
from omr.store.deliveries import Content
from tests.omr.build import deliver, kept_reading, read_page, two_page_template

_FAINT, _DOUBLE, _UNCERTAIN = (frozenset({flag}) for flag in (Flag.FAINT_MARK, Flag.DOUBLE_MARK, Flag.UNCERTAIN))
_FOUND = ItemReading("q1", ("a",), 0.0, frozenset())


def _order(template, pages):
    return [(entry.page.page_id, entry.item_id) for entry in review_queue(template, pages)]


def test_that_the_same_item_and_the_same_kind_of_doubt_stand_together():
    pages = [
        read_page(2, page_id=1, flags=_FAINT),
        read_page(1, page_id=2, flags=_UNCERTAIN),
        read_page(1, page_id=3, flags=_DOUBLE),
        read_page(1, page_id=4, flags=_UNCERTAIN),
        read_page(1, page_id=5, flags=_DOUBLE),
    ]

    assert _order(two_page_template(), pages) == [(3, "q1"), (5, "q1"), (2, "q1"), (4, "q1"), (1, "q2")]


def test_that_readings_at_the_same_place_stand_together():
    answers = [("no",), ("yes",), (), ("no",), ("yes",)]
    pages = [read_page(1, page_id=n, answer=answer, flags=_FAINT) for n, answer in enumerate(answers)]

    assert [page_id for page_id, _ in _order(two_page_template(), pages)] == [2, 1, 4, 0, 3]


def test_that_what_is_typed_comes_after_what_is_chosen():
    template = two_page_template()
    section = template.sections[0]
    items = (replace(section.items[0], kind=ItemKind.TEXT, options=()), section.items[1])
    template = replace(template, sections=(replace(section, items=items),))
    pages = [
        read_page(1, page_id=1, answer=(), flags=frozenset({Flag.HANDWRITING})),
        read_page(2, page_id=2, flags=_FAINT),
    ]

    assert _order(template, pages) == [(2, "q2"), (1, "q1")]


def test_that_accepted_decided_and_unread_answers_are_not_queued():
    decided = replace(
        read_page(1, flags=_FAINT), verifications={ItemId("q1"): Verification(None, "Lan", "2020-11-18T09:00:00+07:00")}
    )

    assert review_queue(two_page_template(), [read_page(1), decided]) == ()


def test_that_every_flag_has_its_place_in_the_order():
    assert {main_flag(frozenset({flag})) for flag in Flag} == set(Flag)
    assert main_flag(frozenset({Flag.UNCERTAIN, Flag.DOUBLE_MARK})) is Flag.DOUBLE_MARK


@pytest.fixture
def session(survey):
    """A session over two pages; on each c01 was accepted and c02 flagged."""
    deliver(survey)
    batch = survey.store.batches.unfinished()
    survey.store.deliveries.add(batch, "b.jpg", "", Content("b" * 64, ".jpg", None), 10)
    survey.store.pages.save("b" * 64, 1, kept_reading("000002"))
    survey.store.deliveries.set_page_count("b" * 64, 1)
    return ReviewSession(survey.store, "Lan")


def _entries(survey, item_id):
    return [QueueEntry(page, ItemId(item_id), page.readings[ItemId(item_id)]) for page in survey.pages()]


def test_that_confirming_signs_every_reading_and_one_undo_withdraws_them_all(survey, session):
    entries = [*_entries(survey, "c01"), *_entries(survey, "c02")]
    session.confirm(entries)

    in_force = [decision for page in survey.pages() for decision in page.verifications.values()]
    assert len(in_force) == 4
    assert {decision.operator for decision in in_force} == {"Lan"}
    assert [page.verifications[ItemId("c01")].answer for page in survey.pages()] == [("4",), ("4",)]

    step = session.undo()
    assert len(step.decisions) == 4
    assert all(page.verifications == {} for page in survey.pages())
    assert session.undo() is None


def test_that_an_odd_accepted_answer_waits_for_review_until_it_is_decided(survey, session):
    odd = _entries(survey, "c01")[0]
    session.confirm([], [odd])

    queue = review_queue(survey.template, survey.pages())
    assert (odd.page.page_id, "c01") in [(entry.page.page_id, entry.item_id) for entry in queue]
    answer = effective_answer(ItemId("c01"), survey.pages()[0])
    assert (answer.status, answer.flags) == (AnswerStatus.FLAGGED, {Flag.DOUBTED})

    session.decide(next(entry for entry in queue if entry.item_id == "c01"), ("5",))
    answer = effective_answer(ItemId("c01"), survey.pages()[0])
    assert (answer.status, answer.answer) == (AnswerStatus.VERIFIED, ("5",))


def test_that_undo_withdraws_doubts_too_and_keeps_them_on_record(survey, session):
    session.confirm(_entries(survey, "c02"), [_entries(survey, "c01")[0]])
    session.undo()

    assert all(page.doubted == frozenset() for page in survey.pages())
    with survey.store.database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT operator, withdrawn_at FROM doubt").all()
    assert [operator for operator, _ in rows] == ["Lan"]
    assert all(withdrawn for _, withdrawn in rows)


def test_that_a_flagged_answer_set_aside_is_not_doubted_twice(survey, session):
    session.confirm([], [_entries(survey, "c02")[0]])

    assert all(page.doubted == frozenset() for page in survey.pages())


def test_that_notes_are_kept_with_the_decision_and_found_on_the_page(survey, session):
    session.decide(_entries(survey, "c02")[0], None, "rách góc")
    session.decide(_entries(survey, "c01")[0], ("4",))

    (first, *_) = survey.pages()
    assert [(item_id, decision.note) for item_id, decision in notes_on(first)] == [("c02", "rách góc")]


def test_that_many_keys_come_back_in_the_order_given(survey, session):
    both = _entries(survey, "c01")
    entries = [replace(entry, item_id=f"{number}") for number in range(400) for entry in both]
    step = session.confirm(entries)

    assert len(set(step.keys.verification_ids)) == 800
    session.undo()
    assert all(page.verifications == {} for page in survey.pages())


def _page(page_id, outcome=PageOutcome.READ):
    return DeliveredPage(page_id, 1, "s.pdf", 1, outcome, readings={"q1": _FOUND})


def test_that_an_answer_is_found_whether_it_is_flagged_or_not():
    entry = find_entry([_page(1), _page(2)], 2, "q1")

    assert entry is not None
    assert (entry.page.page_id, entry.item_id, entry.reading) == (2, "q1", _FOUND)


def test_that_of_a_page_delivered_twice_the_one_that_counts_is_found():
    duplicate, counted = _page(1, PageOutcome.DUPLICATE), _page(1)

    assert find_entry([duplicate, counted], 1, "q1").page is counted


def test_that_what_is_not_there_is_not_found():
    assert find_entry([_page(1)], 2, "q1") is None
    assert find_entry([_page(1)], 1, "q2") is None


_UNMARKED = frozenset({Flag.UNMARKED})


def _unmarked_page(verifications=None):
    page = read_page(1, page_id=1, answer=(), flags=_UNMARKED)
    reading = page.readings["q1"]
    both = {item_id: replace(reading, item_id=item_id) for item_id in (ItemId("q1"), ItemId("q2"))}
    return replace(page, readings=both, verifications=verifications or {})


def test_that_a_page_with_nothing_marked_is_asked_about_once():
    assert _order(two_page_template(), [_unmarked_page()]) == [(1, "q1")]


def test_that_every_item_of_an_unmarked_page_is_asked_about_once_a_mark_was_found_on_it():
    found = {ItemId("q1"): Verification(("yes",), "Lan", "2020-11-18T09:00:00+07:00")}

    assert _order(two_page_template(), [_unmarked_page(found)]) == [(1, "q2")]


@pytest.fixture
def unmarked(survey):
    """A page kept with two items on which nothing seems to be marked, and a session over it."""
    reading = kept_reading()
    items = tuple(replace(item, answer=(), p_wrong=0.5, flags=_UNMARKED) for item in reading.items)
    deliver(survey, reading=replace(reading, items=items))
    return ReviewSession(survey.store, "Lan")


def test_that_one_decision_says_that_nothing_is_marked_on_the_page(survey, unmarked):
    step = unmarked.decide(_entries(survey, "c01")[0], ())
    (after,) = survey.pages()
    unmarked.undo()
    (undone,) = survey.pages()

    assert {decision.entry.item_id for decision in step.decisions} == {"c01", "c02"}
    assert {item_id: decision.answer for item_id, decision in after.verifications.items()} == {"c01": (), "c02": ()}
    assert undone.verifications == {}


def test_that_a_mark_found_on_an_unmarked_page_decides_its_own_item_only(survey, unmarked):
    step = unmarked.decide(_entries(survey, "c01")[0], ("4",))
    again = unmarked.decide(_entries(survey, "c02")[0], ())

    assert [decision.entry.item_id for decision in (*step.decisions, *again.decisions)] == ["c01", "c02"]
