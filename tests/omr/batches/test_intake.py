"""Taking files in: each is noted once, and says what remains to be read of it."""

import os
import sys
from pathlib import Path

import pytest

from omr.batches.file_names import readable_name
from omr.batches.found_scans import find_scans
from omr.batches.intake import Intake, OpenBatch, ScanTask
from omr.batches.kept_scans import StillBeingWritten, content_hash_of
from omr.batches.order import BatchOrder
from omr.batches.worker import PageTask
from omr.results import PageOutcome, PageReading, Reason
from omr.settings import ReadingConditions, ReadingSettings
from tests.omr.build import kept_reading

_CONDITIONS = ReadingConditions(ReadingSettings(5e-5), "1.2")


@pytest.fixture
def scans(tmp_path):
    """Two files that differ."""
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(name.encode() * 100)
    return [tmp_path / "a.jpg", tmp_path / "b.jpg"]


def _intake(survey, unit="", *, is_retry=False):
    return Intake(survey, BatchOrder(unit, is_retry=is_retry), OpenBatch(survey.store.batches, _CONDITIONS))


def test_that_a_new_file_is_copied_noted_and_to_be_opened_in_a_batch_begun_for_it(survey, scans):
    intake = _intake(survey, "09163")

    taken, _ = list(intake.take_in(scans))

    key = content_hash_of(scans[0])
    kept = survey.scan_path(key, ".jpg")
    assert taken.tasks == (ScanTask(PageTask(kept, key, 1), "a.jpg", 1, opens_file=True),)
    assert kept.read_bytes() == scans[0].read_bytes()
    assert [(each.name, each.unit, each.batch) for each in survey.store.deliveries.all()] == [
        ("a.jpg", "09163", 1),
        ("b.jpg", "09163", 1),
    ]
    assert intake.delivery_keys == [1, 2]
    assert survey.store.batches.conditions(1) == _CONDITIONS


def test_that_files_are_taken_in_only_as_they_are_asked_for(survey, scans):
    arriving = _intake(survey).take_in(scans)

    next(arriving)

    assert [each.name for each in survey.store.deliveries.all()] == ["a.jpg"]


def test_that_only_pages_without_reading_remain_of_a_file_that_was_opened(survey, scans):
    list(_intake(survey).take_in(scans[:1]))
    key = content_hash_of(scans[0])
    survey.store.pages.save_opened(key, 3, kept_reading())
    survey.store.pages.save(key, 3, kept_reading("000002"))

    again = _intake(survey)
    (taken,) = again.take_in(scans[:1])

    assert [(task.page.page_in_file, task.batch, task.opens_file) for task in taken.tasks] == [(2, 1, False)]
    assert again.delivery_keys == [1]
    assert len(survey.store.deliveries.all()) == 1


def test_that_a_missing_file_is_skipped_and_refused_once(survey, scans):
    scans[0].unlink()
    list(_intake(survey).take_in(scans[:1]))

    (taken,) = _intake(survey).take_in(scans[:1])

    assert (taken.name, taken.tasks, taken.is_skipped) == ("a.jpg", (), True)
    assert [(page.source, page.reason) for page in survey.pages()] == [("a.jpg", Reason.FILE_NOT_FOUND)]


def test_that_the_same_content_under_another_name_is_a_delivery_with_nothing_to_read(survey, scans):
    scans[1].write_bytes(scans[0].read_bytes())

    first, second = _intake(survey).take_in(scans)

    assert (len(first.tasks), second.tasks, second.is_skipped) == (1, (), True)
    assert [each.name for each in survey.store.deliveries.all()] == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize("is_opened", [True, False])
def test_that_what_could_not_be_drawn_for_want_of_a_program_is_tried_again_in_its_batch(survey, scans, is_opened):
    list(_intake(survey).take_in(scans[:1]))
    key = content_hash_of(scans[0])
    if is_opened:
        survey.store.pages.save_opened(key, 1, PageReading(PageOutcome.UNREADABLE, Reason.RENDERER_MISSING))
    else:
        survey.store.deliveries.set_page_count(key, 0, Reason.RENDERER_MISSING)
    survey.store.batches.finish(1)

    (taken,) = _intake(survey).take_in(scans[:1])

    assert [(task.page.page_in_file, task.batch, task.opens_file) for task in taken.tasks] == [(1, 1, not is_opened)]
    assert survey.store.batches.unfinished() is None


def test_that_new_files_join_the_batch_that_was_interrupted(survey, scans):
    list(_intake(survey).take_in(scans[:1]))

    list(_intake(survey).take_in(scans))

    assert [each.batch for each in survey.store.deliveries.all()] == [1, 1]


def _unread(reason):
    return PageReading(PageOutcome.UNREADABLE, reason)


def _pages_to_read(taken):
    return [(task.page.page_in_file, task.opens_file) for task in taken.tasks]


def test_that_pages_never_seen_are_tried_again_when_asked_and_pages_that_were_read_are_not(survey, scans):
    list(_intake(survey).take_in(scans[:1]))
    key = content_hash_of(scans[0])
    survey.store.pages.save_opened(key, 3, kept_reading())
    survey.store.pages.save(key, 2, _unread(Reason.TAKES_TOO_LONG))
    survey.store.pages.save(key, 3, _unread(Reason.BLANK_PAGE))

    (plain,) = _intake(survey).take_in(scans[:1])
    (retried,) = _intake(survey, is_retry=True).take_in(scans[:1])

    assert _pages_to_read(plain) == []
    assert _pages_to_read(retried) == [(2, False)]


def test_that_a_page_tried_again_keeps_its_key_and_its_reading_is_never_replaced(survey, scans):
    list(_intake(survey).take_in(scans[:1]))
    key, pages = content_hash_of(scans[0]), survey.store.pages
    pages.save_opened(key, 1, _unread(Reason.ENGINE_FAILED))
    before = survey.pages()[0].page_id
    pages.save(key, 1, kept_reading())

    pages.save(key, 1, _unread(Reason.FILE_DAMAGED))

    assert [(page.page_id, page.outcome) for page in survey.pages()] == [(before, PageOutcome.READ)]


def test_that_a_page_whose_worker_was_killed_is_read_by_a_plain_rerun(survey, scans):
    list(_intake(survey).take_in(scans[:1]))
    survey.store.pages.save_opened(content_hash_of(scans[0]), 1, _unread(Reason.WORKER_KILLED))

    (taken,) = _intake(survey).take_in(scans[:1])

    assert _pages_to_read(taken) == [(1, False)]


def test_that_the_pages_of_a_file_are_counted_again_if_its_only_page_was_never_seen(survey, scans):
    list(_intake(survey).take_in(scans[:1]))
    survey.store.deliveries.set_page_count(content_hash_of(scans[0]), 0, Reason.TOO_MANY_PAGES)

    (taken,) = _intake(survey, is_retry=True).take_in(scans[:1])

    assert _pages_to_read(taken) == [(1, True)]


def test_that_kept_scans_are_taken_again_by_their_hashes_under_their_names(survey, scans):
    list(_intake(survey).take_in(scans))
    key = content_hash_of(scans[1])
    survey.store.deliveries.set_page_count(key, 0, Reason.FILE_DAMAGED)

    again = _intake(survey, is_retry=True)
    (taken,) = again.take_again([key, "unknown"])

    assert (taken.name, _pages_to_read(taken)) == ("b.jpg", [(1, True)])
    assert again.delivery_keys == [2]


@pytest.mark.skipif(sys.platform != "linux", reason="only there names are any bytes")
def test_that_a_name_of_any_bytes_is_one_line_of_text_and_its_file_is_taken_in(survey, tmp_path):
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/ph\xffi\n\x1b[2J.jpg"))
    file.write_bytes(b"scan")

    (taken,) = _intake(survey).take_in([file])

    assert taken.name == r"ph\xffi\n\x1b[2J.jpg"
    assert [page.name for page in survey.store.deliveries.all()] == [taken.name]
    assert taken.tasks[0].page.path.read_bytes() == b"scan"


def test_that_names_in_vietnamese_stay_as_they_are():
    assert readable_name(Path("phie\u0302\u0301u 1.jpg")) == "phiếu 1.jpg"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among files")
def test_that_what_is_only_named_like_a_scan_is_refused_at_once(survey, tmp_path):
    delivered = tmp_path / "delivered"
    (delivered / "folder.pdf").mkdir(parents=True)
    (delivered / "full.pdf").mkdir()
    (delivered / "full.pdf" / "1.jpg").write_bytes(b"scan")
    (delivered / "round.tif").symlink_to("round.tif")
    os.mkfifo(delivered / "pipe.pdf")

    taken = list(_intake(survey).take_in(find_scans([delivered]).files))

    assert [(each.name, each.is_skipped) for each in taken] == [
        ("folder.pdf", True),
        ("1.jpg", False),
        ("pipe.pdf", True),
        ("round.tif", True),
    ]
    assert [page.reason for page in survey.pages()] == [
        Reason.NOT_A_FILE,
        Reason.NOT_A_FILE,
        Reason.FILE_UNREACHABLE,
    ]


def test_that_a_file_that_is_still_being_written_is_refused_and_taken_in_the_next_time(survey, scans, monkeypatch):
    def grow(*_):
        raise StillBeingWritten

    with monkeypatch.context() as patch:
        patch.setattr("omr.batches.intake.copied", grow)
        (taken,) = _intake(survey).take_in(scans[:1])
    (refused,) = survey.pages()
    assert (taken.is_skipped, refused.reason, refused.detail) == (True, Reason.STILL_BEING_WRITTEN, None)

    (taken,) = _intake(survey).take_in(scans[:1])

    assert len(taken.tasks) == 1
    assert [each.content_hash for each in survey.store.deliveries.all()] == [content_hash_of(scans[0])]


@pytest.mark.parametrize("is_renamed", [False, True])
def test_that_a_damaged_copy_is_restored_and_what_was_not_read_of_it_is_read_again(survey, scans, is_renamed):
    list(_intake(survey).take_in(scans[:1]))
    key = content_hash_of(scans[0])
    survey.store.pages.save_opened(key, 2, kept_reading())
    survey.store.pages.save(key, 2, PageReading(PageOutcome.UNREADABLE, Reason.FILE_TRUNCATED))
    ids = [page.page_id for page in survey.pages()]
    kept = survey.scan_path(key, ".jpg")
    kept.write_bytes(b"")
    original = scans[0].rename(scans[0].with_name("again.jpg")) if is_renamed else scans[0]

    again = _intake(survey)
    (taken,) = again.take_in([original])
    survey.store.pages.save_opened(key, 2, kept_reading("000003"))
    survey.store.pages.save(key, 2, kept_reading("000002"))

    assert kept.read_bytes() == original.read_bytes()
    assert again.restored == [original.name]
    assert [task.opens_file for task in taken.tasks] == [True]
    pages = survey.pages()[:2]
    assert [page.page_id for page in pages] == ids
    assert [(page.outcome, page.identity.serial) for page in pages] == [
        (PageOutcome.READ, "000001"),
        (PageOutcome.READ, "000002"),
    ]


def test_that_a_file_that_cannot_be_opened_any_more_does_not_hide_what_was_read_of_it(survey, scans):
    list(_intake(survey).take_in(scans[:1]))
    key = content_hash_of(scans[0])
    survey.store.pages.save_opened(key, 1, kept_reading())
    survey.store.deliveries.reopen(key)

    survey.store.deliveries.set_page_count(key, 0, Reason.FILE_DAMAGED)

    assert [page.outcome for page in survey.pages()] == [PageOutcome.READ]
