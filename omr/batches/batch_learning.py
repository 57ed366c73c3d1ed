"""The first pages of a batch, looked at before it is read: they teach what this copier and scanner do to the print.

Which pages these are depends on what was delivered alone, not on which worker was quicker.
"""

import threading
from collections.abc import Sequence
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass, field, replace

from omr.batches.worker import FirstLook, OpenedScan, PageTask, learn, look_at_page, opened_in_vain
from omr.errors import Cancelled
from omr.marks.learned_blank import LOOKED_AT, EmptyAreas
from omr.processes.pool import TaskFailed


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What the first look gave.

    Attributes:
        learned: What it taught, packed; empty if nothing.
        readings: What was read on the way, by page; of no use where something was learned.
    """

    learned: bytes = b""
    readings: dict[PageTask, OpenedScan] = field(default_factory=dict)


def look(pool: Executor, tasks: Sequence[PageTask], cancel: threading.Event, most: int = LOOKED_AT) -> LookedAt:
    """Look at the first pages and learn from them.

    Args:
        pool: Workers that learned nothing yet.
        tasks: The first pages of the first files, and other pages of files that are opened already.
        cancel: Stops it.
        most: Pages that are looked at.

    A page that fails here fails for the batch; it teaches nothing.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    looks = _look_at(pool, tasks, cancel)
    first = list(dict.fromkeys(page for task in tasks for page in _pages_from(task, looks[task])))[:most]
    looks |= _look_at(pool, [page for page in first if page not in looks], cancel)
    found = [empty for page in first if (empty := looks[page].empty) is not None]
    learned = _learned(pool, found) if found else b""
    return LookedAt(learned, {page: each.opened for page, each in looks.items()})


def _look_at(pool: Executor, tasks: Sequence[PageTask], cancel: threading.Event) -> dict[PageTask, FirstLook]:
    futures = {task: pool.submit(look_at_page, task) for task in dict.fromkeys(tasks)}
    waiting = set(futures.values())
    while waiting:
        if cancel.is_set():
            for future in waiting:
                future.cancel()
            raise Cancelled
        waiting = wait(waiting, timeout=0.2).not_done
    return {task: _seen(future) for task, future in futures.items()}


def _seen(future: "Future[FirstLook]") -> FirstLook:
    try:
        return future.result()
    except TaskFailed as failure:
        return FirstLook(opened_in_vain(failure))


def _learned(pool: Executor, found: Sequence[EmptyAreas]) -> bytes:
    try:
        return pool.submit(learn, found).result()
    except TaskFailed:
        return b""


def _pages_from(task: PageTask, seen: FirstLook) -> list[PageTask]:
    """Return the task and, where it is the first page of a file, the further pages of that file."""
    last = seen.opened.page_count if task.page_in_file == 1 else task.page_in_file
    return [task, *(replace(task, page_in_file=number) for number in range(2, last + 1))]
