"""What a worker process does: open scans and read pages, with the templates loaded once."""

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from form_templates.facts import system_fact
from form_templates.loading import load_template
from omr.batches.kept_scans import is_as_delivered
from omr.images.limits import DEFAULT_LIMITS, ReadingLimits
from omr.images.page_image import ScanFile, UnreadableScan, fact_of
from omr.images.page_source import open_scan
from omr.marks.learned_blank import EmptyAreas, find_empty, pack_learned, unpack_learned
from omr.opencv import cv2
from omr.pipeline import PageReader, PileReader, SeenPage
from omr.processes.pool import LimitedPool, TaskFailed
from omr.processes.pool_member import START_S
from omr.processes.pool_process import tell
from omr.registration.blank_page import load_blank_pages
from omr.results import PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageTask:
    """One page of a kept scan.

    Attributes:
        path: The kept scan.
        content_hash: What it holds.
        page_in_file: 1-based.
        proven_ns: When the file was last written, as it was when it was compared with the hash in this run; it need not
            be compared again while it was not written since. 0: nobody compared it.
    """

    path: Path
    content_hash: str
    page_in_file: int
    proven_ns: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class OpenedScan:
    """What opening a file gave.

    Attributes:
        page_count: Its pages; 0 if it cannot be opened.
        first_page: The reading of page 1; None if it cannot be opened.
        reason: Why it cannot be opened; None if it can.
        detail: The fact behind the reason.
    """

    page_count: int
    first_page: PageReading | None
    reason: Reason | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a page gave that a batch looks at before it reads.

    Attributes:
        opened: Its reading as ``first_page``, whichever page it is, and the file's number of pages.
        empty: What its empty areas look like; None if it is not read.
    """

    opened: OpenedScan
    empty: EmptyAreas | None = None


@dataclass(slots=True)
class _WorkerState:
    """What one worker keeps between pages: the reader, and the file it read last, which the next page often shares."""

    reader: PileReader
    limits: ReadingLimits = DEFAULT_LIMITS
    path: Path | None = None
    scan: ScanFile | None = None

    def open(self, task: PageTask) -> ScanFile:
        """Return the opened file of a page; opening the next one closes it."""
        path = task.path
        if self.scan is None or self.path != path:
            self.close()
            if not is_as_delivered(path, task.proven_ns):
                raise UnreadableScan(Reason.KEPT_COPY_DAMAGED)
            self.scan = open_scan(path, self.limits)
            self.path = path
        return self.scan

    def close(self) -> None:
        """Close the file that was read last."""
        if self.scan is not None:
            self.scan.close()
        self.scan = self.path = None


_state: _WorkerState | None = None


def opened_in_vain(failure: TaskFailed) -> OpenedScan:
    """Return what is known of a file in which a page failed from outside: all its pages, if it could be opened."""
    if failure.note is None:
        return OpenedScan(0, None, failure.reason, failure.detail)
    return OpenedScan(failure.note, read_in_vain(failure))


def read_in_vain(failure: TaskFailed) -> PageReading:
    """Return the reading of a page that failed from outside."""
    return PageReading(PageOutcome.UNREADABLE, failure.reason, failure.detail)


def default_jobs() -> int:
    """Return how many workers a batch gets unless told otherwise: one per core this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class WorkerOutfit:
    """What workers read with.

    Attributes:
        form_folders: The forms that the pages may be of, first the one that the survey began with.
        settings: What the survey wants.
        learned: What the batch learned of the blank print, packed.
        limits: Of every page.
    """

    form_folders: tuple[Path, ...]
    settings: ReadingSettings
    learned: bytes = b""
    limits: ReadingLimits = DEFAULT_LIMITS


def make_pool(jobs: int, outfit: WorkerOutfit) -> LimitedPool:
    """Start worker processes."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # read by numpy at start; workers are the parallelism, threads would fight
    return LimitedPool(jobs, outfit.limits, start_worker, (outfit,), START_S * len(outfit.form_folders))


def start_worker(outfit: WorkerOutfit) -> None:
    """Load the templates; called once in every worker."""
    global _state
    cv2.setNumThreads(1)
    readers = [_load_reader(outfit, folder) for folder in outfit.form_folders]
    _state = _WorkerState(PileReader(readers), outfit.limits)


def _load_reader(outfit: WorkerOutfit, folder: Path) -> PageReader:
    template = load_template(folder)
    is_first = folder == outfit.form_folders[0]
    learned = unpack_learned(outfit.learned, None if is_first else template.key)
    return PageReader(template, load_blank_pages(folder, template), outfit.settings, learned)


def read_first_page(task: PageTask) -> OpenedScan:
    """Open a file and read its first page."""
    return _open(task)[0]


def read_one_page(task: PageTask) -> PageReading:
    """Read one page of a file; whatever is wrong with it is in the reading."""
    return _read(task)[0]


def look_at_page(task: PageTask) -> FirstLook:
    """Open a file, read one of its pages and cut out what is empty there."""
    opened, seen = _open(task)
    return FirstLook(opened, find_empty(seen.page, seen.measured, seen.likelihoods) if seen else None)


def learn(found: Sequence[EmptyAreas]) -> bytes:
    """Return what pages that were looked at teach, packed; empty if nothing."""
    reader = _worker().reader
    learned = reader.learn(found)
    return pack_learned(learned, reader.first.form.template.key) if learned else b""


def _open(task: PageTask) -> tuple[OpenedScan, SeenPage | None]:
    try:
        scan = _worker().open(task)
    except UnreadableScan as failure:
        return OpenedScan(0, None, failure.reason, failure.detail), None
    except OSError as error:
        return OpenedScan(0, None, Reason.FILE_DAMAGED, str(system_fact(error))), None
    tell(scan.page_count)
    reading, seen = _read(task)
    return OpenedScan(scan.page_count, reading), seen


def _read(task: PageTask) -> tuple[PageReading, SeenPage | None]:
    state = _worker()
    try:
        return state.reader.look_at_page(state.open(task), task.page_in_file - 1)
    except UnreadableScan as failure:
        return _failed(failure.reason, failure.detail)
    except MemoryError:
        return _failed(Reason.NEEDS_TOO_MUCH_MEMORY, state.limits.memory_text)
    except OSError as error:
        return _failed(Reason.FILE_DAMAGED, str(system_fact(error)))
    except Exception as error:  # the boundary of a page: a bug in reading is the page's reason, never the batch's end
        log.exception("Reading page %d of %s failed", task.page_in_file, task.path.name)
        return _failed(Reason.ENGINE_FAILED, fact_of(error))


def _failed(reason: Reason, detail: str) -> tuple[PageReading, None]:
    """Return the reading of a page that was not read, and let its file go, in whatever state it is."""
    _worker().close()
    return PageReading(PageOutcome.UNREADABLE, reason, detail), None


def _worker() -> _WorkerState:
    assert _state is not None, "start_worker was not called in this process"
    return _state
