"""Deliveries: every file that was handed in is noted once, also what could not be taken in."""

import sqlite3
from contextlib import closing

import pytest

from omr.results import PageOutcome, Reason
from omr.settings import ReadingConditions
from omr.store.deliveries import Content
from tests.omr.build import deliver

_SCAN = Content("a" * 64, ".jpg", None)


def test_that_a_file_refused_before_keeps_its_place_when_it_can_be_taken_in(survey):
    deliveries = survey.store.deliveries
    batch = survey.store.batches.start(ReadingConditions())
    refused = deliveries.refuse(batch, "a.jpg", "09163", Reason.FILE_NOT_FOUND, "")
    deliveries.add(batch, "b.jpg", "", Content("b" * 64, ".jpg", None), 10)
    (before, *_) = survey.pages()

    deliveries.take_in_refused(refused, _SCAN, 10)

    assert (before.outcome, before.reason) == (PageOutcome.UNREADABLE, Reason.FILE_NOT_FOUND)
    found = [(each.position, each.name, each.unit, each.content_hash) for each in deliveries.all()]
    assert found == [(0, "a.jpg", "09163", "a" * 64), (1, "b.jpg", "", "b" * 64)]
    assert survey.pages() == []  # both wait to be read


def test_that_a_scan_that_cannot_be_opened_says_why(survey):
    deliveries = survey.store.deliveries
    deliveries.add(survey.store.batches.start(ReadingConditions()), "a.jpg", "", _SCAN, 10)

    deliveries.set_page_count("a" * 64, 0, Reason.FILE_DAMAGED, "line 3")

    assert deliveries.content("a" * 64) == Content("a" * 64, ".jpg", 0, Reason.FILE_DAMAGED, "line 3")
    assert deliveries.content("c" * 64) is None


def test_that_a_content_is_read_in_the_batch_it_first_came_with(survey):
    deliver(survey)
    survey.store.batches.finish(1)
    deliver(survey, "again.jpg")

    assert [each.batch for each in survey.store.deliveries.all()] == [1, 2]
    assert survey.store.deliveries.batch_of("a" * 64) == 1
    with pytest.raises(KeyError):
        survey.store.deliveries.batch_of("c" * 64)


def test_that_a_reason_of_another_program_is_told_and_hides_no_page(survey):
    deliver(survey)
    deliver(survey, "b.jpg", "b" * 64)
    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        connection.execute("UPDATE page SET outcome = 'unreadable', reason = 'stapled', detail = '2' WHERE id = 2")
        connection.commit()

    first, second = survey.pages()

    assert (first.outcome, first.reason) == (PageOutcome.READ, None)
    assert (second.outcome, second.reason, second.detail) == (PageOutcome.UNREADABLE, Reason.UNKNOWN, "stapled: 2")
