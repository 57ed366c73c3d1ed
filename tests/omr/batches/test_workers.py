"""Worker processes: results come in the order in which pages were started, and a crash is blamed on the right page."""

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from omr.batches import workers as module
from omr.batches.intake import ScanTask
from omr.batches.worker import OpenedScan, PageTask
from omr.batches.workers import Workers
from omr.results import PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings

_READ = PageReading(PageOutcome.READ)


def _read_or_die(task):
    """Stand for the reading of a page, in a worker; one named "poison" takes its worker with it."""
    if task.content_hash == "poison":
        os._exit(1)
    return PageReading(PageOutcome.READ, detail=task.content_hash)


def _open_or_die(task):
    return OpenedScan(1, _read_or_die(task))


def _task(name, *, opens_file=False):
    return ScanTask(PageTask(Path(name), name, 1), f"{name}.jpg", 1, opens_file)


@pytest.fixture
def workers(monkeypatch):
    """Two processes that read nothing; ``made`` notes with what each pool was started."""
    made = []

    def make_pool(jobs, _folder, settings, learned):
        made.append((settings.tolerance, learned))
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))

    monkeypatch.setattr(module, "make_pool", make_pool)
    monkeypatch.setattr(module, "read_one_page", _read_or_die)
    monkeypatch.setattr(module, "read_first_page", _open_or_die)
    group = Workers(2, Path("form"), ReadingSettings(1e-4))
    group.made = made
    yield group
    group.close()


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


@pytest.mark.parametrize("opens_file", [True, False])
def test_that_a_page_that_kills_its_worker_is_unreadable_and_its_neighbours_are_read(workers, opens_file):
    names = ["a", "b", "poison", "c", "d", "e"]

    found = dict(_drain(workers, [_task(name, opens_file=opens_file) for name in names]))

    failed = PageReading(PageOutcome.UNREADABLE, Reason.ENGINE_FAILED)
    assert found.pop("poison") == (OpenedScan(1, failed) if opens_file else failed)
    readings = {name: result.first_page if opens_file else result for name, result in found.items()}
    assert {name: reading.detail for name, reading in readings.items()} == {name: name for name in "abcde"}


def test_that_no_other_page_runs_beside_one_that_is_suspected(workers):
    workers.start(_task("poison"))
    while not workers._crashes:
        list(workers.collect())
    list(workers.collect())  # tries it again, alone

    assert not workers.has_room


def test_that_workers_start_anew_only_for_other_settings_or_other_learning(workers):
    workers.prepare(ReadingSettings(1e-4), b"")
    workers.prepare(ReadingSettings(5e-5), b"")
    workers.prepare(ReadingSettings(5e-5), b"learned")
    workers.prepare(ReadingSettings(5e-5), b"learned")

    assert workers.made == [(1e-4, b""), (5e-5, b""), (5e-5, b"learned")]


def test_that_a_crash_at_the_first_look_teaches_nothing_and_the_workers_go_on(workers, monkeypatch):
    monkeypatch.setattr("omr.batches.batch_learning.look_at_page", _open_or_die)

    looked = workers.look_at([_task("poison")], threading.Event())

    assert (looked.learned, looked.readings) == (b"", {})
    assert [name for name, _ in _drain(workers, [_task("a")])] == ["a"]


def test_that_pages_in_hand_are_finished_when_the_rest_is_called_off(workers):
    for name in ("a", "b"):
        workers.start(_task(name))
    workers.start(_task("known"), _READ)
    while not any(each.future and each.future.running() for each in workers._submitted):
        threading.Event().wait(0.01)

    found = [each.task.page.content_hash for each in workers.finish_running()]

    assert {"a", "known"} <= set(found)
    assert workers.is_idle
