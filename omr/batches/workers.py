"""The worker processes of a batch, kept supplied; what each of them makes of a page, or dies of, is the result."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass

from omr.batches.batch_learning import LookedAt, look
from omr.batches.intake import ScanTask
from omr.batches.worker import (
    OpenedScan,
    WorkerOutfit,
    make_pool,
    opened_in_vain,
    read_first_page,
    read_in_vain,
    read_one_page,
)
from omr.marks.learned_blank import LOOKED_AT
from omr.processes.pool import LimitedPool, TaskFailed
from omr.results import PageReading

_IN_FLIGHT_PER_WORKER = 4  # enough to keep workers busy, few enough that a cancel is quick
_WAIT_S = 0.2  # the longest that a cancel goes unnoticed
_PATIENCE_S = 5.0  # with pages in hand when a batch is called off; they are read when it goes on

TaskResult = OpenedScan | PageReading
"""What a task gives: the first if it opens a file."""


@dataclass(frozen=True, slots=True)
class FinishedTask:
    """A task and what it gave."""

    task: ScanTask
    result: TaskResult


@dataclass(frozen=True, slots=True)
class _Submitted:
    """A task in hand: a worker's, or one whose result is known already."""

    task: ScanTask
    future: "Future[TaskResult] | None" = None
    known: TaskResult | None = None

    def result(self) -> TaskResult:
        """Return what it gave, or why it gave nothing."""
        if self.future is None:
            assert self.known is not None, "a task without a future has a result"
            return self.known
        try:
            return self.future.result()
        except TaskFailed as failure:
            return opened_in_vain(failure) if self.task.opens_file else read_in_vain(failure)


class Workers:
    """Processes that read pages.

    Args:
        jobs: How many processes.
        outfit: What they read with.
    """

    def __init__(self, jobs: int, outfit: WorkerOutfit) -> None:
        self._jobs = jobs
        self._outfit = outfit
        self._submitted: list[_Submitted] = []
        self._pool: LimitedPool = make_pool(jobs, outfit)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is in hand."""
        return not self._submitted

    @property
    def has_room(self) -> bool:
        """Whether another task can be started."""
        return len(self._submitted) < _IN_FLIGHT_PER_WORKER * self._jobs

    def prepare(self, outfit: WorkerOutfit) -> None:
        """Start the idle workers anew, unless they read with just this already."""
        assert self.is_idle, "workers change what they read with between pages, not while they read"
        if self._outfit != outfit:
            self._outfit = outfit
            self._pool.shutdown()
            self._pool = make_pool(self._jobs, outfit)

    def look_at(self, tasks: Sequence[ScanTask], cancel: threading.Event, most: int = LOOKED_AT) -> LookedAt:
        """Let the workers look at the first pages of a batch, at most ``most``.

        Raises:
            Cancelled: ``cancel`` was set.
        """
        return look(self._pool, [task.page for task in tasks], cancel, most)

    def start(self, task: ScanTask, known: TaskResult | None = None) -> None:
        """Take a task in hand; one whose result is ``known`` keeps its place in the order, but is not read."""
        if known is not None:
            self._submitted.append(_Submitted(task, known=known))
            return
        work = read_first_page if task.opens_file else read_one_page
        self._submitted.append(_Submitted(task, self._pool.submit(work, task.page)))

    def collect(self) -> Iterator[FinishedTask]:
        """Wait a moment, then yield what is finished in the order in which it was started.

        So an undisturbed run keeps pages in delivered order as far as it can.
        """
        if not self._submitted:
            return
        futures = [each.future for each in self._submitted if each.future]
        is_waiting = len(futures) == len(self._submitted)
        done = wait(futures, timeout=_WAIT_S if is_waiting else 0, return_when=FIRST_COMPLETED).done
        for each in [each for each in self._submitted if each.future is None or each.future in done]:
            finished = FinishedTask(each.task, each.result())
            self._submitted.remove(each)
            yield finished

    def finish_running(self) -> Iterator[FinishedTask]:
        """Let pages in hand finish, unless they take long, start no other, and yield what was read."""
        futures = [each.future for each in self._submitted if each.future and not each.future.cancel()]
        done = wait(futures, timeout=_PATIENCE_S).done
        for each in self._submitted:
            if each.future is None or each.future in done:
                yield FinishedTask(each.task, each.result())
        self._submitted.clear()

    def close(self) -> None:
        """Stop the processes; what is in hand still is given up."""
        self._pool.shutdown(cancel_futures=True, patience_s=0.0)
