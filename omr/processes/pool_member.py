"""One process of a ``LimitedPool``, as its parent sees it: what it has in hand, what it uses, and how it ended."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.process import BaseProcess
from typing import Any

import psutil

from omr.images.limits import ReadingLimits
from omr.processes.pool_process import serve
from omr.results import Reason

START_S = 120.0
"""Time for a process to start; loading a form takes two seconds."""
_LOOK_AT_PROGRAMS_S = (
    1.0  # finding the programs that a process called costs the parent time; most pages are done by then
)
_WATCHED_SHARE = 0.9  # of the memory: ended before the system refuses more, so that the reason is known
_CRASH_SHARE = 0.3  # of the memory: a process that dies with this much in use was refused more
_LAST_BREATH_S = 2.0  # in which a killed program ends
_OUTSIDE = ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")


@dataclass(slots=True, eq=False)
class PoolTask:
    """Something to do.

    Attributes:
        future: Gets what it gives.
        work: Called in a process.
        arguments: With these.
        note: What the process told of it before it was done.
        crashes: How many processes died of it.
        kills: How many were killed from outside with it in hand.
    """

    future: "Future[Any]"
    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    note: Any = None
    crashes: int = 0
    kills: int = 0


@dataclass(slots=True)
class _Use:
    """Memory of a process: what it had when it was ready, and the most that was seen since its task began."""

    address_space: int = 0
    peak: int = 0


class PoolMember:
    """A process and the parent's end of the connection to it.

    Args:
        limits: Of each task.
        prepare: Called once in the process.
        arguments: With these.
        start_s: Time for that.

    Attributes:
        connection: To the process.
        tasks: In hand, the first of them being done.
        is_ready: Whether it has started.
        ended_for: Why the parent ended it; None if it did not.
    """

    def __init__(
        self, limits: ReadingLimits, prepare: Callable[..., None], arguments: tuple[Any, ...], start_s: float = START_S
    ) -> None:
        self._start_s = start_s
        context = get_context("spawn")  # OpenCV's threads do not survive a fork, and Windows knows nothing else
        self.connection, theirs = context.Pipe()
        self.tasks: deque[PoolTask] = deque()
        self.is_ready = False
        self.ended_for: Reason | None = None
        self._limits = limits
        self._process = context.Process(target=serve, args=(theirs, limits, prepare, arguments), daemon=True)
        _start_undisturbed(self._process)
        theirs.close()
        self._seen = psutil.Process(self._process.pid)
        self._called: tuple[psutil.Process, ...] = ()
        self._use = _Use()
        self._began_s = time.monotonic()

    def note_ready(self) -> None:
        """Note that it has started."""
        self.is_ready = True
        with suppress(psutil.Error):
            self._use.address_space = self._seen.memory_info().vms
        self._begin()

    def give(self, task: PoolTask) -> None:
        """Give it a task; one that is dead already shows that when it is listened to."""
        self.tasks.append(task)
        if len(self.tasks) == 1:
            self._begin()
        with suppress(OSError):
            self.connection.send((task.work, task.arguments))

    def take_done(self) -> PoolTask:
        """Return the task that is done; the next one begins."""
        done = self.tasks.popleft()
        self.ended_for = None  # it was done in the moment it was ended; the next task is not to blame
        self._begin()
        return done

    def watch(self) -> None:
        """End it if what it has in hand takes too long or needs too much memory."""
        if self.ended_for is not None or (self.is_ready and not self.tasks):
            return
        running_s = time.monotonic() - self._began_s
        if running_s > (self._limits.page_seconds if self.is_ready else self._start_s):
            self.end(Reason.TAKES_TOO_LONG)
        elif self.is_ready and self._memory(with_programs=running_s > _LOOK_AT_PROGRAMS_S) > self._most_memory:
            self.end(Reason.NEEDS_TOO_MUCH_MEMORY)

    def end(self, reason: Reason | None = None) -> None:
        """Kill it with all programs that it called."""
        self.ended_for = reason
        self._called += _programs_of(self._seen)  # before it dies: nobody knows whose they are afterwards
        kill_with_programs(self._seen)

    def buried(self) -> int:
        """Wait for its death and that of its programs, which may be writing files, and return its exit code."""
        self._process.join(1.0)
        kill_with_programs(self._seen)
        self._process.join()
        _wait_for(self._called)
        code = self._process.exitcode or 0
        self._process.close()
        self.connection.close()
        return code

    def died_for_memory(self) -> bool:
        """Whether a crash was one of memory that was refused, as far as was seen."""
        return self._use.peak > _CRASH_SHARE * self._limits.memory_bytes

    def _begin(self) -> None:
        self._began_s = time.monotonic()
        self._use.peak = 0

    @property
    def _most_memory(self) -> float:
        return _WATCHED_SHARE * self._limits.memory_bytes

    def _memory(self, *, with_programs: bool) -> int:
        try:
            now = self._seen.memory_info()
            in_use = int(now.rss)
            if with_programs:
                in_use += sum(_memory_of(program) for program in self._seen.children(recursive=True))
        except psutil.Error:
            return 0
        self._use.peak = max(self._use.peak, in_use, now.vms - self._use.address_space)
        return in_use


def was_killed_from_outside(exit_code: int) -> bool:
    """Whether a process was ended by a person or by the system, not by what it did."""
    return exit_code < 0 and _signal_name(exit_code) in _OUTSIDE


def ran_out_of_time(exit_code: int) -> bool:
    """Whether the system ended a process for its processor time."""
    return exit_code < 0 and _signal_name(exit_code) == "SIGXCPU"


def _signal_name(exit_code: int) -> str:
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return ""


def kill_with_programs(process: psutil.Process) -> None:
    """Kill a process of a pool, which leads a group of its own where systems have groups, and all it called."""
    programs = _programs_of(process)
    for each in (process, *programs):  # itself first, else it would go on with what the programs did not finish
        with suppress(psutil.Error, OSError):
            each.kill()
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)


def _programs_of(process: psutil.Process) -> tuple[psutil.Process, ...]:
    with suppress(psutil.Error, OSError):
        return tuple(process.children(recursive=True))
    return ()


def _wait_for(programs: Sequence[psutil.Process]) -> None:
    """Wait until killed programs do nothing any more; not for ever, for one may hang in the system."""
    until_s = time.monotonic() + _LAST_BREATH_S
    while any(map(_is_alive, programs)) and time.monotonic() < until_s:
        time.sleep(0.01)


def _is_alive(program: psutil.Process) -> bool:
    with suppress(psutil.Error, OSError):
        return program.is_running() and program.status() != psutil.STATUS_ZOMBIE
    return False


def _memory_of(program: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(program.memory_info().rss)
    return 0


def _start_undisturbed(process: BaseProcess) -> None:
    """Start a process that Ctrl-C does not reach while it imports; once it serves, it ignores it by itself."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        process.start()
        return
    resource_tracker.ensure_running()  # which would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
