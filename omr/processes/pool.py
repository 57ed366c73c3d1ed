"""Processes that work for a batch within limits: one that dies or is ended takes nothing but its own task with it."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import wait
from typing import Any

from omr.errors import WorkersCannotStart
from omr.images.limits import ReadingLimits
from omr.processes.pool_member import START_S, PoolMember, PoolTask, ran_out_of_time, was_killed_from_outside
from omr.processes.pool_process import Told
from omr.results import Reason

_AT_ONCE = 2  # tasks of one process: the next one lies ready when one is done
_LOOK_S = 0.05  # between two looks at what the processes use: at most some 100 MB more by then
_MOST_CRASHES, _MOST_KILLS, _MOST_FAILED_STARTS = 2, 3, 3


class TaskFailed(Exception):
    """A task that was not done.

    Attributes:
        reason: Why.
        detail: The fact behind it.
        note: What its process told of it before; None if nothing.
    """

    def __init__(self, reason: Reason, detail: str, note: Any) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
        self.note = note


class LimitedPool(Executor):
    """Does tasks in processes; a thread of its own hands them out, watches the processes and starts new ones.

    A process does one task at a time, so that it is known whose fault its death is: a task that exceeds a limit fails
    at once; one that kills its process fails when it does so again; one whose process was killed from outside is tried
    again, and fails when that happens a third time.

    Args:
        jobs: How many processes.
        limits: Of each task.
        prepare: Called once in every process.
        arguments: With these.
        start_s: Time for that.
    """

    def __init__(
        self,
        jobs: int,
        limits: ReadingLimits,
        prepare: Callable[..., None],
        arguments: tuple[Any, ...],
        start_s: float = START_S,
    ) -> None:
        self._make_member = partial(PoolMember, limits, prepare, arguments, start_s)
        self._limits = limits
        self._lock = threading.Lock()
        self._waiting: deque[PoolTask] = deque()
        self._is_closing = self._is_over = False
        self._failure: Exception | None = None
        self._failed_starts = 0
        self._woken, self._waker = Pipe(duplex=False)
        self._members = [self._make_member() for _ in range(jobs)]
        self._thread = threading.Thread(target=self._run, name="pool", daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Line a task up.

        Args:
            fn: A function of a module.
            *args: Its arguments.
            **kwargs: None: there are no others.
        """
        assert not kwargs, "tasks have arguments by place only"
        task = PoolTask(Future(), fn, args)
        with self._lock:
            if self._is_over:
                raise self._failure or RuntimeError("the pool is closed")
            self._waiting.append(task)
        self._wake()
        return task.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False, patience_s: float | None = None) -> None:
        """Stop the processes.

        Args:
            wait: Whether to wait until they have ended.
            cancel_futures: Whether tasks that wait are called off.
            patience_s: How long tasks in hand may go on before their processes are killed; None: for ever.
        """
        with self._lock:
            if cancel_futures:
                for task in self._waiting:
                    task.future.cancel()
                self._waiting.clear()
            self._is_closing = True
        self._wake()
        if not wait:
            return
        self._thread.join(patience_s)
        if self._thread.is_alive():
            for member in tuple(self._members):
                member.end()
            self._thread.join()

    def _wake(self) -> None:
        self._waker.send(None)

    def _run(self) -> None:
        self._hand_out()
        while self._members:
            is_quiet = all(member.is_ready and not member.tasks for member in self._members)
            connections = [member.connection for member in self._members]
            ready = wait([self._woken, *connections], timeout=None if is_quiet else _LOOK_S)
            while self._woken.poll():
                self._woken.recv()
            for member in [member for member in self._members if member.connection in ready]:
                self._listen(member)
            for member in self._members:
                member.watch()
            self._hand_out()
        self._fail_rest()

    def _hand_out(self) -> None:
        for rank in range(_AT_ONCE):  # one for each first, then one to lie ready
            for member in self._members:
                while member.is_ready and len(member.tasks) <= rank and (task := self._next_task()):
                    member.give(task)
        with self._lock:
            may_leave = self._is_closing and not self._waiting
        for member in [each for each in self._members if may_leave and not each.tasks]:
            self._members.remove(member)
            member.end()
            member.buried()

    def _next_task(self) -> PoolTask | None:
        with self._lock:
            while self._waiting:
                task = self._waiting.popleft()
                if task.future.running() or task.future.set_running_or_notify_cancel():
                    return task
        return None

    def _listen(self, member: PoolMember) -> None:
        try:
            while member.connection.poll():
                self._hear(member, *member.connection.recv())
        except (EOFError, OSError):
            self._replace(member)

    def _hear(self, member: PoolMember, told: Told, fact: Any) -> None:
        match told:
            case Told.READY:
                self._failed_starts = 0
                member.note_ready()
            case Told.BROKEN:
                self._failure = WorkersCannotStart(fact)
            case Told.NOTE:
                member.tasks[0].note = fact
            case Told.DONE:
                member.take_done().future.set_result(fact)
            case Told.RAISED:
                self._fail(member.take_done(), Reason.ENGINE_FAILED, fact)

    def _replace(self, member: PoolMember) -> None:
        """Bury a dead process, judge what it had in hand, and start another."""
        code = member.buried()
        self._members.remove(member)
        if not member.is_ready:
            self._failed_starts += 1
            if self._failed_starts >= _MOST_FAILED_STARTS:
                self._failure = self._failure or WorkersCannotStart(f"exit code {code}")
        culprit = member.tasks.popleft() if member.tasks else None
        is_tried_again = culprit is not None and self._is_tried_again(culprit, member, code)
        with self._lock:
            self._waiting.extendleft(reversed(member.tasks))
            if culprit is not None and is_tried_again:
                self._waiting.appendleft(culprit)
        if self._failure is not None:
            self._give_up()
        elif not self._is_closing or self._waiting:
            self._members.append(self._make_member())

    def _is_tried_again(self, task: PoolTask, member: PoolMember, code: int) -> bool:
        reason = member.ended_for or (Reason.TAKES_TOO_LONG if ran_out_of_time(code) else None)
        if reason is None and self._is_closing:
            reason = Reason.WORKER_KILLED
        elif reason is None and was_killed_from_outside(code):
            task.kills += 1
            reason = Reason.WORKER_KILLED if task.kills >= _MOST_KILLS else None
        elif reason is None and member.died_for_memory():
            reason = Reason.NEEDS_TOO_MUCH_MEMORY
        elif reason is None:
            task.crashes += 1
            reason = Reason.ENGINE_FAILED if task.crashes >= _MOST_CRASHES else None
        if reason is None:
            return True
        self._fail(task, reason, "")
        return False

    def _fail(self, task: PoolTask, reason: Reason, detail: str) -> None:
        details = {
            Reason.TAKES_TOO_LONG: self._limits.seconds_text,
            Reason.NEEDS_TOO_MUCH_MEMORY: self._limits.memory_text,
        }
        task.future.set_exception(TaskFailed(reason, details.get(reason, detail), task.note))

    def _give_up(self) -> None:
        for member in self._members:
            member.end()
            member.buried()
        with self._lock:
            for member in self._members:
                self._waiting.extend(member.tasks)
        self._members.clear()

    def _fail_rest(self) -> None:
        """Nothing is done any more: whatever still waits fails."""
        with self._lock:
            self._is_over = True
            left, self._waiting = self._waiting, deque()
        for task in left:
            if task.future.running() or task.future.set_running_or_notify_cancel():
                task.future.set_exception(self._failure or TaskFailed(Reason.WORKER_KILLED, "", task.note))
