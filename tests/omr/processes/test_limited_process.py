"""One process for a few files: what it gives, what it cannot give, and that it ends at once when it is not wanted."""

import os
import threading
import time

import psutil
import pytest

from omr.errors import Cancelled
from omr.images.limits import ReadingLimits
from omr.processes.limited_process import LimitedProcess, call_here
from omr.processes.pool import TaskFailed
from omr.results import Reason

_END_S = 10.0  # enough to end a process on a busy computer


def _prepare():
    pass


def _sum(one, other):
    return os.getpid(), one + other


def _never_end():
    while True:
        time.sleep(0.05)


def _fail():
    raise KeyError("x")


def test_that_calls_are_done_one_after_the_other_in_one_process_that_is_gone_afterwards():
    with LimitedProcess(_prepare) as process:
        (first, three), (second, seven) = process(_sum, 1, 2), process(_sum, 3, 4)

    assert (three, seven) == (3, 7)
    assert first == second != os.getpid()
    assert not psutil.pid_exists(first)


def test_that_it_goes_on_after_a_call_that_failed_or_took_too_long():
    with LimitedProcess(_prepare, ReadingLimits(page_seconds=0.5)) as process:
        with pytest.raises(TaskFailed) as failed:
            process(_fail)
        with pytest.raises(TaskFailed) as endless:
            process(_never_end)
        assert process(_sum, 1, 2)[1] == 3

    assert (failed.value.reason, failed.value.detail) == (Reason.ENGINE_FAILED, "KeyError: 'x'")
    assert (endless.value.reason, endless.value.detail) == (Reason.TAKES_TOO_LONG, "0.5 s")


def test_that_closing_it_calls_off_what_another_thread_waits_for():
    process = LimitedProcess(_prepare)
    process(_sum, 1, 2)
    told = []

    def wait_for_ever():
        try:
            process(_never_end)
        except Cancelled as error:
            told.append(error)

    waiting = threading.Thread(target=wait_for_ever)
    waiting.start()
    process.close()
    waiting.join(_END_S)

    assert not waiting.is_alive()
    assert len(told) == 1
    with pytest.raises(Cancelled):
        process(_sum, 1, 2)


def test_that_no_process_is_started_for_nothing():
    before = psutil.Process().children()

    with LimitedProcess(_prepare):
        assert psutil.Process().children() == before


def test_that_harmless_work_is_done_here():
    assert call_here(_sum, 1, 2) == (os.getpid(), 3)
