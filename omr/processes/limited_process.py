"""One process for work on a few files that nobody vouches for, such as blank pages that are chosen by hand."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from types import TracebackType
from typing import Protocol, Self, TypeVar, TypeVarTuple

from omr.errors import Cancelled
from omr.images.limits import DEFAULT_LIMITS, ReadingLimits
from omr.processes.pool import LimitedPool, TaskFailed

_WAIT_S = 0.2  # the longest that Ctrl-C goes unnoticed where waiting cannot be interrupted

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Caller(Protocol):
    """Calls functions of modules with values, here or in another process."""

    def __call__(self, work: Callable[[*Ts], T], /, *arguments: *Ts) -> T:
        """Return what ``work`` returns; raises ``TaskFailed`` if it did not come to that."""
        ...


def call_here(work: Callable[[*Ts], T], /, *arguments: *Ts) -> T:
    """Call a function in this process, for files that are known to be harmless."""
    return work(*arguments)


class LimitedProcess:
    """A process that is started at the first call and ended by ``close``, whatever it does then.

    Args:
        prepare: A function of a module, called once in the process; what its module imports is there before memory is
            limited.
        limits: Of each call.
    """

    def __init__(self, prepare: Callable[[], None], limits: ReadingLimits = DEFAULT_LIMITS) -> None:
        self._prepare = prepare
        self._limits = limits
        self._lock = threading.Lock()
        self._pool: LimitedPool | None = None
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __call__(self, work: Callable[[*Ts], T], /, *arguments: *Ts) -> T:
        """Call a function of a module in the process; one call is done after the other.

        Raises:
            TaskFailed: It went beyond a limit, raised an error or ended the process.
            WorkersCannotStart: There is no such process.
            Cancelled: ``close`` was called meanwhile, or before.
        """
        with self._lock:
            if self._is_closed:
                raise Cancelled
            if self._pool is None:
                self._pool = LimitedPool(1, self._limits, self._prepare, ())
            future: Future[T] = self._pool.submit(work, *arguments)
        while True:
            try:
                return future.result(_WAIT_S)
            except TimeoutError:
                continue
            except (TaskFailed, CancelledError):
                if self._is_closed:
                    raise Cancelled from None
                raise

    def close(self) -> None:
        """End the process, with whatever it has in hand."""
        with self._lock:
            self._is_closed = True
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True, patience_s=0.0)
