"""Processes within limits: what exceeds one, dies or is killed fails alone, and nothing outlives its parent."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from omr.errors import WorkersCannotStart
from omr.images.limits import MEGABYTE, ReadingLimits
from omr.processes.pool import LimitedPool, TaskFailed
from omr.results import Reason
from tests.omr.processes.tasks import (
    call_program_that_never_ends,
    cannot_prepare,
    die_by,
    die_once,
    echo,
    fail,
    grow,
    never_end,
    prepare,
)

_LIMITS = ReadingLimits(page_seconds=1.0)
_POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")


@pytest.fixture(scope="module")
def pool():
    pool = LimitedPool(1, _LIMITS, prepare, ())
    yield pool
    pool.shutdown()


def _failure(future):
    with pytest.raises(TaskFailed) as caught:
        future.result(30)
    return caught.value


def _served_by_children():
    """The processes of pools that are children of this one."""
    children = psutil.Process().children()
    return [child for child in children if any("spawn_main" in part for part in child.cmdline())]


def test_that_tasks_give_what_they_return_in_any_number_of_processes():
    pool = LimitedPool(2, _LIMITS, prepare, ())

    results = [future.result(30) for future in [pool.submit(echo, number) for number in range(20)]]
    pool.shutdown()

    assert results == list(range(20))


@_POSIX_ONLY
def test_that_ctrl_c_does_not_reach_a_process_while_it_starts(capfd):
    pool = LimitedPool(1, _LIMITS, prepare, ())
    future = pool.submit(echo, "done")
    deadline_s = time.monotonic() + 30
    while not (started := _served_by_children()):
        assert time.monotonic() < deadline_s
    for _ in range(5):  # it imports for half a second
        started[0].send_signal(signal.SIGINT)
        time.sleep(0.05)

    assert future.result(30) == "done"
    pool.shutdown()
    assert "KeyboardInterrupt" not in capfd.readouterr().err


def test_that_a_task_that_takes_too_long_fails_with_all_programs_it_called(pool, tmp_path):
    pid_file = tmp_path / "pid"
    endless, next_one = pool.submit(call_program_that_never_ends, str(pid_file)), pool.submit(echo, "next")

    failure = _failure(endless)

    assert (failure.reason, failure.detail, failure.note) == (Reason.TAKES_TOO_LONG, "1 s", "began")
    assert next_one.result(30) == "next"
    _wait_until_gone(int(pid_file.read_text(encoding="utf-8")))


def test_that_a_task_that_needs_too_much_memory_fails_and_the_next_one_is_done():
    pool = LimitedPool(1, ReadingLimits(memory_bytes=300 * MEGABYTE), prepare, ())
    greedy, next_one = pool.submit(grow), pool.submit(echo, "next")

    failure = _failure(greedy)

    assert "MemoryError" in failure.detail or failure.reason is Reason.NEEDS_TOO_MUCH_MEMORY
    assert next_one.result(30) == "next"
    pool.shutdown()


def test_that_a_task_that_raises_fails_with_the_fact(pool):
    failure = _failure(pool.submit(fail))

    assert (failure.reason, failure.detail) == (Reason.ENGINE_FAILED, "RecursionError: too deep")


@_POSIX_ONLY
def test_that_a_task_that_kills_its_process_twice_fails_but_one_that_did_so_once_does_not(pool, tmp_path):
    assert _failure(pool.submit(die_by, "SIGSEGV")).reason is Reason.ENGINE_FAILED
    assert pool.submit(die_once, "SIGSEGV", str(tmp_path / "died")).result(30) == "alive"


@_POSIX_ONLY
def test_that_a_task_whose_process_is_killed_from_outside_is_tried_again_and_fails_curably(pool, tmp_path):
    assert pool.submit(die_once, "SIGKILL", str(tmp_path / "killed")).result(30) == "alive"
    assert _failure(pool.submit(die_by, "SIGKILL")).reason is Reason.WORKER_KILLED


def test_that_processes_that_cannot_start_are_an_error_and_not_waited_for():
    pool = LimitedPool(1, _LIMITS, cannot_prepare, ())

    with pytest.raises(WorkersCannotStart, match=r"template\.toml"):
        pool.submit(echo, 1).result(30)
    pool.shutdown()


def test_that_a_task_in_hand_does_not_keep_a_pool_from_closing():
    pool = LimitedPool(1, ReadingLimits(), prepare, ())
    endless = pool.submit(never_end)
    while not endless.running():
        time.sleep(0.01)

    pool.shutdown(patience_s=0.0)

    assert _failure(endless).reason is Reason.WORKER_KILLED


@_POSIX_ONLY
def test_that_a_process_ends_itself_when_its_parent_is_gone():
    code = (
        "from omr.processes.pool import LimitedPool\n"
        "from omr.images.limits import ReadingLimits\n"
        "from tests.omr.processes.tasks import prepare, never_end\n"
        "if __name__ == '__main__':\n"
        "    pool = LimitedPool(1, ReadingLimits(), prepare, ())\n"
        "    future = pool.submit(never_end)\n"
        "    while not future.running(): pass\n"
        "    print(pool._members[0]._seen.pid, flush=True)\n"
        "    future.result()\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    worker = int(parent.stdout.readline())

    parent.kill()
    parent.communicate()

    _wait_until_gone(worker)


def _wait_until_gone(process_id):
    try:
        psutil.Process(process_id).wait(10)
    except psutil.NoSuchProcess:
        return
