"""The inside of one process of a ``LimitedPool``: does task after task within limits, and ends with its parent."""

import importlib.util
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from enum import Enum, auto
from multiprocessing.connection import Connection, wait
from typing import Any

import psutil

from omr.images.limits import MEGABYTE, ReadingLimits

log = logging.getLogger(__name__)

HAS_RESOURCE_LIMITS = importlib.util.find_spec("resource") is not None  # not on Windows
if HAS_RESOURCE_LIMITS:
    import resource

_MARGIN = 150 * MEGABYTE  # libraries that are mapped but not in use yet count as address space already
_LEAST_MEMORY = 64 * MEGABYTE


class Told(Enum):
    """What a process tells its parent."""

    READY = auto()
    BROKEN = auto()  # it cannot be prepared; with the fact
    NOTE = auto()  # of the task in hand, before it is done
    DONE = auto()  # with what it gave
    RAISED = auto()  # with the fact


_connection: Connection | None = None


def tell(note: object) -> None:
    """Let the parent know something of the task in hand that counts even if this process dies of it."""
    if _connection is not None:
        _connection.send((Told.NOTE, note))


def serve(
    connection: Connection, limits: ReadingLimits, prepare: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    """Prepare, then do tasks until None comes.

    Args:
        connection: To the parent: tasks come in, ``Told`` goes out.
        limits: Of each task.
        prepare: Called once with ``arguments``.
        arguments: Likewise.
    """
    global _connection
    _connection = connection
    _stand_alone()
    try:
        prepare(*arguments)
    except Exception as error:
        log.exception("A process that reads pages cannot start")
        connection.send((Told.BROKEN, f"{type(error).__name__}: {error}"))
        return
    limit_memory(limits.memory_bytes)
    connection.send((Told.READY, None))
    while (task := _next_task(connection)) is not None:
        _limit_processor_time(limits.page_seconds)
        connection.send(_do(*task))


def _next_task(connection: Connection) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
    try:
        return connection.recv()
    except (EOFError, OSError):  # the parent is gone
        return None


def _do(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Told, Any]:
    try:
        return Told.DONE, work(*arguments)
    except Exception as error:  # the boundary of a page: a bug in reading must not end the batch
        log.exception("Reading failed")
        return Told.RAISED, f"{type(error).__name__}: {error}"


def _stand_alone() -> None:
    """Be ended with all programs that were called, by the parent or after its death, and by nobody's Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which lets pages in hand finish
    if hasattr(os, "setsid"):
        os.setsid()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    wait([parent.sentinel])
    if hasattr(os, "killpg"):
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


def limit_memory(memory_bytes: int) -> None:
    """Let the system refuse memory beyond the limit, where it can; the parent watches besides."""
    if not HAS_RESOURCE_LIMITS:
        return
    now = psutil.Process().memory_info()
    further = max(memory_bytes - now.rss - _MARGIN, _LEAST_MEMORY)
    _lower(resource.RLIMIT_AS, now.vms + further)


def _limit_processor_time(seconds: float) -> None:
    """Let the system end what the parent cannot end any more, should it be gone and this process not notice."""
    if HAS_RESOURCE_LIMITS:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + 2 * seconds) + 5)


def _lower(what: int, limit: int) -> None:
    hardest = resource.getrlimit(what)[1]
    if hardest != resource.RLIM_INFINITY:
        limit = min(limit, hardest)
    resource.setrlimit(what, (limit, hardest))
