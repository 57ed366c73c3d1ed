"""The worker processes of a batch: kept supplied, started anew when one dies, and asked which page did it."""

import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from omr.batches.batch_learning import LookedAt, look
from omr.batches.intake import ScanTask
from omr.batches.worker import OpenedScan, PageTask, make_pool, read_first_page, read_one_page
from omr.results import PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings

_IN_FLIGHT_PER_WORKER = 4  # enough to keep workers busy, few enough that a cancel is quick
_WAIT_S = 0.2  # the longest that a cancel goes unnoticed
_MOST_CRASHES = 2

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
    future: Future[TaskResult] | None = None
    known: TaskResult | None = None

    def result(self) -> TaskResult | None:
        """Return what it gave; None if it has not finished or went wrong."""
        if self.future is None:
            return self.known
        is_sound = self.future.done() and not self.future.cancelled() and self.future.exception() is None
        return self.future.result() if is_sound else None


class Workers:
    """Processes that read pages.

    When one dies, the pool is made anew, and the pages it had in hand are suspects: each is tried again alone. The
    first crash may be a neighbour's fault; a page that kills its worker when it runs alone is unreadable.

    Args:
        jobs: How many processes.
        template_folder: The form.
        settings: What they read with.
        learned: What the batch learned of the blank print, packed.
    """

    def __init__(self, jobs: int, template_folder: Path, settings: ReadingSettings, learned: bytes = b"") -> None:
        self._jobs = jobs
        self._template_folder = template_folder
        self._prepared_for = settings, learned
        self._submitted: list[_Submitted] = []
        self._suspects: deque[ScanTask] = deque()
        self._crashes: Counter[PageTask] = Counter()
        self._pool = self._make_pool()
        self._is_broken = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing is in hand and nothing waits to be tried again."""
        return not self._submitted and not self._suspects

    @property
    def has_room(self) -> bool:
        """Whether another task can be started; while a suspect waits or runs, none can."""
        is_alone = bool(self._suspects) or any(each.task.page in self._crashes for each in self._submitted)
        return not is_alone and len(self._submitted) < _IN_FLIGHT_PER_WORKER * self._jobs

    def prepare(self, settings: ReadingSettings, learned: bytes = b"") -> None:
        """Start the idle workers anew, unless they read with just this already."""
        assert self.is_idle, "workers change what they read with between pages, not while they read"
        if self._prepared_for != (settings, learned):
            self._prepared_for = settings, learned
            self._pool.shutdown()
            self._pool = self._make_pool()

    def look_at(self, tasks: Sequence[ScanTask], cancel: threading.Event) -> LookedAt:
        """Let the workers look at the first pages of a batch; nothing is learned where one kills its worker.

        Raises:
            Cancelled: ``cancel`` was set.
        """
        try:
            return look(self._pool, [task.page for task in tasks], cancel)
        except BrokenProcessPool:
            self._restart()
            return LookedAt()  # the page that did it is found while reading

    def start(self, task: ScanTask, known: TaskResult | None = None) -> None:
        """Take a task in hand; one whose result is ``known`` keeps its place in the order, but is not read."""
        if known is not None:
            self._submitted.append(_Submitted(task, known=known))
            return
        try:
            work = read_first_page if task.opens_file else read_one_page
            future: Future[TaskResult] = self._pool.submit(work, task.page)
        except BrokenProcessPool:
            self._suspects.append(task)
            self._is_broken = True
        else:
            self._submitted.append(_Submitted(task, future))

    def collect(self) -> Iterator[FinishedTask]:
        """Wait a moment, then yield what is finished in the order in which it was started.

        So an undisturbed run keeps pages in delivered order as far as it can.
        """
        if self._suspects and not self._submitted and not self._is_broken:
            self.start(self._suspects.popleft())
        try:
            if not self._is_broken:
                yield from self._finished()
                return
        except BrokenProcessPool:
            pass
        yield from self._recover()

    def finish_running(self) -> Iterator[FinishedTask]:
        """Let pages in hand finish, start no other, and yield what was read."""
        for each in self._submitted:
            if each.future:
                each.future.cancel()
        for each in self._submitted:
            if each.future and not each.future.cancelled():
                each.future.exception()  # waits
            result = each.result()
            if result is not None:
                yield FinishedTask(each.task, result)
        self._submitted.clear()

    def close(self) -> None:
        """Stop the processes after the pages in hand."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _finished(self) -> Iterator[FinishedTask]:
        if not self._submitted:
            return
        futures = [each.future for each in self._submitted if each.future]
        is_waiting = len(futures) == len(self._submitted)
        done = wait(futures, timeout=_WAIT_S if is_waiting else 0, return_when=FIRST_COMPLETED).done
        for each in [each for each in self._submitted if each.future is None or each.future in done]:
            result = each.future.result() if each.future else each.known
            assert result is not None, "a finished task has a result"
            self._submitted.remove(each)
            yield FinishedTask(each.task, result)

    def _recover(self) -> list[FinishedTask]:
        """Make the pool anew after a crash; returns what had finished before it, and what is given up."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        in_hand, self._submitted = self._submitted, []
        finished: list[FinishedTask] = []
        for each in in_hand:
            result = each.result()
            if result is None:
                result = self._suspect(each.task)
            if result is not None:
                finished.append(FinishedTask(each.task, result))
        self._restart()
        return finished

    def _suspect(self, task: ScanTask) -> TaskResult | None:
        """Line a page up to be tried again alone; returns what is said of it if that was done already."""
        self._crashes[task.page] += 1
        if self._crashes[task.page] < _MOST_CRASHES:
            self._suspects.append(task)
            return None
        failure = PageReading(PageOutcome.UNREADABLE, Reason.ENGINE_FAILED)
        return OpenedScan(1, failure) if task.opens_file else failure

    def _restart(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._make_pool()
        self._is_broken = False

    def _make_pool(self) -> Executor:
        return make_pool(self._jobs, self._template_folder, *self._prepared_for)
