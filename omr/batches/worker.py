"""What a worker process does: open scans and read pages, with one template loaded once."""

import os
import signal
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from form_templates.loading import load_template
from omr.batches.kept_scans import is_as_delivered
from omr.images.page_image import ScanFile, UnreadableScan
from omr.images.page_source import open_scan
from omr.marks.learned_blank import EmptyAreas, find_empty, pack_learned, unpack_learned
from omr.opencv import cv2
from omr.pipeline import PageReader, SeenPage
from omr.registration.blank_page import load_blank_pages
from omr.results import PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings


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

    reader: PageReader
    path: Path | None = None
    scan: ScanFile | None = None

    def open(self, task: PageTask) -> ScanFile:
        """Return the opened file of a page; opening the next one closes it."""
        path = task.path
        if self.scan is None or self.path != path:
            self.close()
            if not is_as_delivered(path, task.proven_ns):
                raise UnreadableScan(Reason.KEPT_COPY_DAMAGED)
            self.scan = open_scan(path)
            self.path = path
        return self.scan

    def close(self) -> None:
        """Close the file that was read last."""
        if self.scan is not None:
            self.scan.close()
        self.scan = self.path = None


_state: _WorkerState | None = None


def default_jobs() -> int:
    """Return how many workers a batch gets unless told otherwise: one per core this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_pool(jobs: int, template_folder: Path, settings: ReadingSettings, learned: bytes = b"") -> Executor:
    """Start worker processes; 'spawn' because OpenCV's threads do not survive a fork and Windows knows nothing else.

    Args:
        jobs: How many.
        template_folder: The form.
        settings: What the survey wants.
        learned: What the batch learned of the blank print, packed.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # read by numpy at start; workers are the parallelism, threads would fight
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=start_worker, initargs=(template_folder, settings, learned)
    )
    for _ in range(jobs):  # one starts for each task that finds none waiting: now, while the first files are taken in
        pool.submit(_wait_for_work)
    return pool


def _wait_for_work() -> None:
    """Do nothing, in a worker that has started."""


def start_worker(template_folder: Path, settings: ReadingSettings, learned: bytes = b"") -> None:
    """Load the template; called once in every worker."""
    global _state
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which lets pages in hand finish
    cv2.setNumThreads(1)
    template = load_template(template_folder)
    blank_pages = load_blank_pages(template_folder, template)
    _state = _WorkerState(PageReader(template, blank_pages, settings, unpack_learned(learned) if learned else {}))


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
    learned = _worker().reader.learn(found)
    return pack_learned(learned) if learned else b""


def _open(task: PageTask) -> tuple[OpenedScan, SeenPage | None]:
    try:
        scan = _worker().open(task)
    except UnreadableScan as failure:
        return OpenedScan(0, None, failure.reason, failure.detail), None
    except OSError as error:
        return OpenedScan(0, None, Reason.FILE_DAMAGED, error.strerror or ""), None
    reading, seen = _read(task)
    return OpenedScan(scan.page_count, reading), seen


def _read(task: PageTask) -> tuple[PageReading, SeenPage | None]:
    state = _worker()
    try:
        return state.reader.look_at_page(state.open(task), task.page_in_file - 1)
    except UnreadableScan as failure:
        return PageReading(PageOutcome.UNREADABLE, failure.reason, failure.detail), None
    except MemoryError:
        state.close()
        return PageReading(PageOutcome.UNREADABLE, Reason.IMAGE_TOO_LARGE), None


def _worker() -> _WorkerState:
    assert _state is not None, "start_worker was not called in this process"
    return _state
