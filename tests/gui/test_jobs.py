"""Work off the GUI thread: how it ends, how often it tells, and that it can be stopped."""

import threading

import pytest

from gui.jobs import Jobs
from omr.errors import Cancelled


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.stop()


def test_that_the_result_arrives_on_the_gui_thread(qtbot, jobs):
    threads = []
    job = jobs.start(lambda _report, _cancel: threading.get_ident())
    job.succeeded.connect(lambda worker: threads.append((worker, threading.get_ident())))

    with qtbot.waitSignal(job.ended):
        pass

    [(worker, receiver)] = threads
    assert receiver == threading.get_ident() != worker


@pytest.mark.filterwarnings("ignore")
def test_that_a_failure_arrives_as_the_error_itself(qtbot, jobs, caplog):
    def work(_report, _cancel):
        raise OSError("đĩa hỏng")

    job = jobs.start(work)

    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert str(failed.args[0]) == "đĩa hỏng"
    assert "Job failed" in caplog.text


def test_that_only_work_that_stopped_is_reported_as_cancelled(qtbot, jobs):
    def work(_report, cancel):
        cancel.wait(10)
        raise Cancelled

    job = jobs.start(work)
    job.cancel()

    with qtbot.waitSignals([job.cancelled, jobs.became_idle]):
        pass
    assert not jobs.is_busy


def test_that_work_which_finished_before_it_heard_of_the_cancel_succeeds(qtbot, jobs):
    job = jobs.start(lambda _report, _cancel: 7)
    job.cancel()

    with qtbot.waitSignal(job.succeeded) as succeeded:
        pass
    assert succeeded.args == [7]


def test_that_a_thousand_reports_in_a_moment_reach_the_window_once(qtbot, jobs):
    def work(report, _cancel):
        for number in range(1000):
            report(number)

    job = jobs.start(work)
    seen = []
    job.progressed.connect(seen.append)

    with qtbot.waitSignal(job.ended):
        pass
    assert seen[0] == 0
    assert len(seen) <= 2


def test_that_stopping_waits_until_the_thread_is_free(qtbot):
    left = threading.Event()
    jobs = Jobs()

    def work(_report, cancel):
        cancel.wait(10)
        left.set()
        raise Cancelled

    jobs.start(work)
    jobs.stop()

    assert left.is_set()


def test_that_nothing_is_started_after_the_end(qtbot):
    jobs, done = Jobs(), []
    jobs.stop()

    jobs.start(lambda _report, _cancel: done.append(1))
    jobs._pool.waitForDone()

    assert (done, jobs.is_busy) == ([], False)
