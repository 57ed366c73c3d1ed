"""Worker processes: results come in the order in which pages were started, and what failed is the page's result."""

import threading
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from omr.batches import workers as module
from omr.batches.intake import ScanTask
from omr.batches.worker import FirstLook, OpenedScan, PageTask, WorkerOutfit
from omr.batches.workers import Workers
from omr.processes.pool import TaskFailed
from omr.results import PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings

_READ = PageReading(PageOutcome.READ)
_FAILED = PageReading(PageOutcome.UNREADABLE, Reason.ENGINE_FAILED)


class _PoolInPlace(Executor):
    """Does every task at once, in this process; a page named "poison" fails, "endless" is never done.

    ``note`` is what a process told of a page before it failed.
    """

    note = None

    def submit(self, work, task):
        future = Future()
        future.set_running_or_notify_cancel()
        if task.content_hash == "poison":
            future.set_exception(TaskFailed(Reason.ENGINE_FAILED, "", self.note))
        elif task.content_hash != "endless":
            future.set_result(work(task))
        return future

    def shutdown(self, **_options):
        """Nothing is to be stopped."""


def _read(task):
    return PageReading(PageOutcome.READ, detail=task.content_hash)


def _open(task):
    return OpenedScan(1, _read(task))


def _task(name, *, opens_file=False):
    return ScanTask(PageTask(Path(name), name, 1), f"{name}.jpg", 1, opens_file)


@pytest.fixture
def workers(monkeypatch):
    """Two processes that read nothing; ``made`` notes with what each pool was started."""
    made = []

    def make_pool(_jobs, outfit):
        made.append((outfit.settings.tolerance, outfit.learned))
        return _PoolInPlace()

    monkeypatch.setattr(module, "make_pool", make_pool)
    monkeypatch.setattr(module, "read_one_page", _read)
    monkeypatch.setattr(module, "read_first_page", _open)
    group = Workers(2, WorkerOutfit((Path("form"),), ReadingSettings(1e-4)))
    group.made = made
    return group


def _drain(workers, tasks):
    """Supply the workers as a run does; returns names and results in the order they came."""
    left, found = list(tasks), []
    while left or not workers.is_idle:
        while left and workers.has_room:
            workers.start(left.pop(0))
        found += [(each.task.page.content_hash, each.result) for each in workers.collect()]
    return found


def test_that_a_result_known_already_keeps_its_place_and_costs_no_process(workers):
    workers.start(_task("first"), _READ)
    workers.start(_task("second"), _READ)

    found = [(each.task.page.content_hash, each.result) for each in workers.collect()]

    assert found == [("first", _READ), ("second", _READ)]
    assert workers.is_idle


def test_that_workers_take_a_few_tasks_each_and_no_more(workers):
    for number in range(8):
        assert workers.has_room
        workers.start(_task(str(number)), _READ)

    assert not workers.has_room


def test_that_a_page_that_fails_is_unreadable_and_its_neighbours_are_read(workers):
    names = ["a", "b", "poison", "c", "d", "e"]

    found = _drain(workers, [_task(name) for name in names])

    assert [name for name, _ in found] == names
    assert [result for name, result in found if name == "poison"] == [_FAILED]
    assert [result.detail for name, result in found if name != "poison"] == list("abcde")


def test_that_a_file_that_fails_when_opened_cannot_be_opened(workers):
    found = dict(_drain(workers, [_task("poison", opens_file=True)]))

    assert found["poison"] == OpenedScan(0, None, Reason.ENGINE_FAILED)


def test_that_a_first_page_that_fails_leaves_the_further_pages_to_be_read(workers, monkeypatch):
    monkeypatch.setattr(_PoolInPlace, "note", 7)

    found = dict(_drain(workers, [_task("poison", opens_file=True)]))

    assert found["poison"] == OpenedScan(7, _FAILED)


def test_that_workers_start_anew_only_for_other_settings_or_other_learning(workers):
    workers.prepare(WorkerOutfit((Path("form"),), ReadingSettings(1e-4), b""))
    workers.prepare(WorkerOutfit((Path("form"),), ReadingSettings(5e-5), b""))
    workers.prepare(WorkerOutfit((Path("form"),), ReadingSettings(5e-5), b"learned"))
    workers.prepare(WorkerOutfit((Path("form"),), ReadingSettings(5e-5), b"learned"))

    assert workers.made == [(1e-4, b""), (5e-5, b""), (5e-5, b"learned")]


def test_that_a_page_that_fails_at_the_first_look_teaches_nothing_and_is_not_tried_again(workers, monkeypatch):
    monkeypatch.setattr("omr.batches.batch_learning.look_at_page", lambda task: FirstLook(_open(task)))
    poison, sound = _task("poison", opens_file=True), _task("a", opens_file=True)

    looked = workers.look_at([poison, sound], threading.Event())

    assert looked.learned == b""
    assert looked.readings[poison.page] == OpenedScan(0, None, Reason.ENGINE_FAILED)
    assert looked.readings[sound.page].first_page.detail == "a"


def test_that_pages_in_hand_are_kept_when_the_rest_is_called_off_but_not_waited_for_long(workers, monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE_S", 0.01)
    for name in ("a", "endless"):
        workers.start(_task(name))
    workers.start(_task("known"), _READ)

    found = [each.task.page.content_hash for each in workers.finish_running()]

    assert found == ["a", "known"]
    assert workers.is_idle
