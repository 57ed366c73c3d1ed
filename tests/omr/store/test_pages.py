"""Pages of scans: what was read comes back, once and whole."""

from dataclasses import replace

from sqlalchemy import event

from omr.results import InkSignature, PageOutcome, PageReading, Reason
from omr.survey.folder import Survey
from tests.omr.build import HEALTH, UNPLACED, deliver, kept_reading


def test_that_a_page_comes_back_as_it_was_saved(survey):
    deliver(survey)

    (page,) = survey.pages()
    details = survey.store.pages.details(page.page_id)

    expected = kept_reading()
    assert page.readings == {item.item_id: item for item in expected.items}
    assert page.identity == expected.identity
    assert details.registration == expected.registration
    assert details.marks == expected.marks


def test_that_how_sure_a_page_was_photographed_is_told_with_its_details(survey):
    deliver(survey, reading=replace(kept_reading(), health=replace(HEALTH, p_photo=0.93)))

    (page,) = survey.pages()
    assert survey.store.pages.details(page.page_id).p_photo == 0.93


def test_that_health_and_ink_come_back_as_they_were_saved(survey):
    ink = InkSignature(bytes(96), b"packed")
    deliver(survey, reading=replace(kept_reading(), health=HEALTH, ink=ink))

    (page,) = survey.pages()

    assert survey.store.pages.health() == {page.page_id: HEALTH}
    assert survey.store.pages.details(page.page_id).p_photo == 0.0
    assert survey.store.sheets.ink_of([page.page_id]) == {page.page_id: b"packed"}


def test_that_a_page_saved_twice_keeps_the_first_reading(survey):
    deliver(survey)
    survey.store.pages.save("a" * 64, 1, kept_reading(serial="999999"))

    (page,) = survey.pages()

    assert page.identity.serial == "000001"


def test_that_a_page_kept_while_others_are_looked_up_is_there_whole_or_not_at_all(survey):
    deliver(survey)
    with Survey.open(survey.folder) as batch_in_another_thread:
        _when_asked_for_readings(survey, lambda: deliver(batch_in_another_thread, "b.jpg", "b" * 64, kept_reading("2")))

        pages = survey.pages()

    assert [len(page.readings) for page in pages] == [2]
    assert len(survey.pages()) == 2


def _when_asked_for_readings(survey, act):
    """Act once, after the readings of an open survey were looked up and before the rest is."""
    left = [act]

    @event.listens_for(survey.store.database.engine, "after_cursor_execute", named=True)
    def _act_then(**told):
        if left and "FROM item_reading" in told["statement"]:
            left.pop()()


def test_that_a_page_refused_for_want_of_a_program_is_read_later_under_its_key(survey):
    deliver(survey, reading=PageReading(PageOutcome.UNREADABLE, Reason.RENDERER_MISSING))
    before = survey.pages()[0]
    unread = survey.store.pages.numbers_read("a" * 64)

    survey.store.pages.save("a" * 64, 1, kept_reading())

    (page,) = survey.pages()
    assert (before.reason, unread) == (Reason.RENDERER_MISSING, frozenset())
    assert (page.page_id, page.outcome, page.reason) == (before.page_id, PageOutcome.READ, None)
    assert set(page.readings) == {"c01", "c02"}
    assert survey.store.pages.numbers_read("a" * 64) == {1}


def test_that_every_page_names_the_file_it_is_in(survey):
    deliver(survey)
    deliver(survey, "b.jpg", "b" * 64)

    assert survey.store.pages.files() == {1: ("a" * 64, ".jpg"), 2: ("b" * 64, ".jpg")}
    assert survey.scans()[2] == survey.folder / "scans" / ("b" * 64 + ".jpg")


def test_that_further_pages_on_an_image_follow_it_and_come_before_the_next(survey):
    first = replace(kept_reading("000001"), further=(kept_reading("000002"), UNPLACED))
    deliver(survey, reading=first)
    survey.store.pages.save("a" * 64, 2, kept_reading("000003"))

    pages = survey.pages()

    assert [page.place_in_file for page in pages] == ["1", "1.2", "1.3", "2"]
    assert [page.identity.serial for page in pages if page.identity] == ["000001", "000002", "000003"]
    assert [survey.store.pages.details(page.page_id).page_in_file for page in pages] == [1, 1, 1, 2]
    assert survey.store.pages.numbers_read("a" * 64) == {1, 2}


def test_that_further_pages_are_kept_once_however_often_their_image_is_read(survey):
    reading = replace(kept_reading(), further=(kept_reading("000002"),))
    deliver(survey, reading=reading)
    survey.store.pages.save("a" * 64, 1, reading)

    assert [page.place_in_file for page in survey.pages()] == ["1", "1.2"]
