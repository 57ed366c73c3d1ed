"""What a worker process does with one page, in this process."""

import os

import pytest

from omr.batches import worker
from omr.batches.worker import PageTask, read_first_page, read_one_page
from omr.images.page_source import UnreadableScan
from omr.pipeline import PageReader
from omr.results import PageOutcome, PageReading, Reason


class _Scan:
    page_count = 2

    def __init__(self, closed):
        self._closed = closed

    def close(self):
        self._closed.append(self)


@pytest.fixture
def opened(monkeypatch):
    """Files that open; their paths and the closed ones in the order it happened."""
    paths, closed = [], []

    def open_scan(path, _limits):
        paths.append(path.name)
        if path.name == "locked.pdf":
            raise UnreadableScan(Reason.FILE_ENCRYPTED, "secret")
        if path.name == "torn.pdf":
            raise OSError(5, "the drive reports an error")
        return _Scan(closed)

    monkeypatch.setattr(worker, "open_scan", open_scan)
    monkeypatch.setattr(worker, "_state", None)
    return paths, closed


def _reads(monkeypatch, look_at_page):
    reader = object.__new__(PageReader)
    monkeypatch.setattr(PageReader, "look_at_page", look_at_page)
    monkeypatch.setattr(worker, "_state", worker._WorkerState(reader))


def _task(tmp_path, name, page=1):
    return PageTask(tmp_path / name, name, page)


def test_that_a_file_stays_open_for_its_next_page_and_is_closed_for_another(monkeypatch, tmp_path, opened):
    paths, closed = opened
    _reads(monkeypatch, lambda self, scan, index: (PageReading(PageOutcome.READ, detail=str(index)), None))

    first = read_first_page(_task(tmp_path, "a.pdf"))
    second = read_one_page(_task(tmp_path, "a.pdf", 2))
    read_one_page(_task(tmp_path, "b.pdf"))

    assert (first.page_count, first.first_page.detail, second.detail) == (2, "0", "1")
    assert paths == ["a.pdf", "b.pdf"]
    assert len(closed) == 1


@pytest.mark.parametrize(
    ("name", "reason", "detail"),
    [
        ("locked.pdf", Reason.FILE_ENCRYPTED, "secret"),
        ("torn.pdf", Reason.FILE_DAMAGED, "the drive reports an error"),
    ],
)
def test_that_a_file_that_cannot_be_opened_has_no_pages_and_a_reason(
    monkeypatch, tmp_path, opened, name, reason, detail
):
    _reads(monkeypatch, None)

    found = read_first_page(_task(tmp_path, name))

    assert (found.page_count, found.first_page, found.reason, found.detail) == (0, None, reason, detail)


def test_that_a_page_too_large_for_memory_is_unreadable_and_its_file_let_go(monkeypatch, tmp_path, opened):
    def run_out(self, scan, index):
        raise MemoryError

    _reads(monkeypatch, run_out)

    reading = read_one_page(_task(tmp_path, "a.pdf"))

    assert (reading.outcome, reading.reason) == (PageOutcome.UNREADABLE, Reason.NEEDS_TOO_MUCH_MEMORY)
    assert len(opened[1]) == 1


def test_that_a_bug_in_reading_is_the_reason_of_its_page_and_is_logged(monkeypatch, tmp_path, opened, caplog):
    def fail(self, scan, index):
        raise IndexError("no such row")

    _reads(monkeypatch, fail)

    found = read_first_page(_task(tmp_path, "a.pdf"))

    assert found.page_count == 2
    assert (found.first_page.reason, found.first_page.detail) == (Reason.ENGINE_FAILED, "IndexError: no such row")
    assert "Reading page 1 of a.pdf failed" in caplog.text


def test_that_a_file_that_vanishes_between_two_pages_is_damaged(monkeypatch, tmp_path, opened):
    def vanish(self, scan, index):
        raise FileNotFoundError(2, "No such file or directory")

    _reads(monkeypatch, vanish)

    assert read_one_page(_task(tmp_path, "a.pdf", 2)).reason is Reason.FILE_DAMAGED


def test_that_a_kept_scan_that_is_not_what_was_delivered_is_not_read(monkeypatch, tmp_path, opened):
    _reads(monkeypatch, lambda self, scan, index: (PageReading(PageOutcome.READ), None))
    task = _task(tmp_path, "0" * 64 + ".jpg")
    (tmp_path / task.path.name).write_bytes(b"another picture")

    assert read_first_page(task).reason is Reason.KEPT_COPY_DAMAGED
    assert read_one_page(task).reason is Reason.KEPT_COPY_DAMAGED
    assert opened[0] == []


def test_that_a_scan_compared_when_it_was_taken_in_is_compared_again_only_if_it_was_written_since(
    monkeypatch, tmp_path, opened
):
    _reads(monkeypatch, lambda self, scan, index: (PageReading(PageOutcome.READ), None))
    path = tmp_path / ("0" * 64 + ".jpg")
    path.write_bytes(b"as if it had that hash")
    proven = PageTask(path, path.stem, 1, path.stat().st_mtime_ns)

    assert read_first_page(proven).reason is None
    worker._state.close()
    path.write_bytes(b"")
    os.utime(path, (1, 1))
    assert read_first_page(proven).reason is Reason.KEPT_COPY_DAMAGED
