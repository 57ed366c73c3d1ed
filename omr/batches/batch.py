"""Reading many files: take in, read in parallel, keep every finished page at once.

The parent process takes files in and writes the database; worker processes read pages and know neither. Readings do
not depend on the number of workers, and a batch that was stopped or killed goes on where it stopped when the same
files are read again.
"""

import re
import threading
import time
import unicodedata
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from omr.batches.batch_learning import LookedAt, look
from omr.batches.kept_scans import content_hash_of, copied, remove_unfinished
from omr.batches.worker import OpenedScan, PageTask, default_jobs, make_pool, read_first_page, read_one_page
from omr.errors import Cancelled, NothingToRead
from omr.health.batch_health import HealthFinding
from omr.images.page_source import EXTENSIONS
from omr.marks.learned_blank import LOOKED_AT
from omr.responses import effective_answer
from omr.results import AnswerStatus, PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings
from omr.store.deliveries import Content
from omr.survey.folder import Survey

_IN_FLIGHT_PER_WORKER = 4  # enough to keep workers busy, few enough that a cancel is quick


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is.

    Attributes:
        done: Pages finished.
        total: Pages known of so far; grows as files are opened.
        pages_per_second: Since the start; 0.0 before the first page.
        remaining_s: Estimated seconds to go; None before the first page.
        source: Name of the file a page was last finished of.
    """

    done: int
    total: int
    pages_per_second: float
    remaining_s: float | None
    source: str


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A delivered page that was not read, and why."""

    source: str
    page: int
    outcome: PageOutcome
    reason: Reason | None
    detail: str


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of everything that was handed in.

    Attributes:
        outcomes: Pages by outcome; they sum to the pages delivered.
        answers: Answers by status.
        unread: The pages that were not read, in delivered order.
        seconds: How long it took.
        pages_finished: Pages that were read now, not in an earlier run.
        health: What the pages tell about scanner and paper, the most urgent first.
    """

    outcomes: dict[PageOutcome, int]
    answers: dict[AnswerStatus, int]
    unread: tuple[UnreadPage, ...]
    seconds: float
    pages_finished: int
    health: tuple[HealthFinding, ...] = ()

    @property
    def delivered(self) -> int:
        """Pages delivered."""
        return sum(self.outcomes.values())

    @property
    def pages_per_second(self) -> float:
        """Rate of this run."""
        return self.pages_finished / self.seconds if self.seconds > 0 else 0.0


def find_scans(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to read: named files as they are, folders searched for scans, in natural order, each once.

    Raises:
        NothingToRead: There is none.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _scans_in(path):
            found.setdefault(file.resolve(), file)
    if not found:
        raise NothingToRead(tuple(paths))
    return tuple(found.values())


def read_batch(
    survey: Survey,
    paths: Sequence[Path],
    *,
    unit: str = "",
    jobs: int | None = None,
    report: Callable[[Progress], None] = lambda _progress: None,
    cancel: threading.Event | None = None,
) -> BatchReport:
    """Take in and read files and folders; what is known already is not read again.

    Args:
        survey: The open survey; only this thread may write to it meanwhile.
        paths: Files and folders.
        unit: Code of the unit that all these files belong to; overrules what is printed. Empty: as printed.
        jobs: Worker processes; None takes one per core. The readings do not depend on it.
        report: Called in this thread after every finished page.
        cancel: Set it from anywhere to stop; finished pages are kept.

    Raises:
        NothingToRead: The paths hold no scan.
        UnknownUnit: The survey has no such unit.
        Cancelled: ``cancel`` was set; the same call goes on later.
        DiskFull: The survey's disk is full; finished pages are kept.
    """
    if unit:
        survey.unit(unit)
    files = find_scans(paths)
    run = _Run(survey, unit, report, cancel or threading.Event(), jobs or default_jobs())
    return run.read(files)


@dataclass(slots=True)
class _Task:
    """One page, or the opening of a file with its first page."""

    page: PageTask
    source: str
    opens_file: bool
    crashes: int = 0


@dataclass(slots=True)
class _Run:
    """One call of ``read_batch``.

    1. Files are taken in one by one, in order, just ahead of the workers: hashed and copied into the survey.
    2. A new batch looks at its first pages and learns from them what it can; the workers start again with that.
    3. A file that was not opened before gives one task: open it and read its first page. Its further pages follow.
    4. Finished pages are kept as they arrive.
    5. When a worker dies, the pool is made anew and its pages are tried again one at a time; a page that kills its
       worker twice is unreadable.
    """

    survey: Survey
    unit: str
    report: Callable[[Progress], None]
    cancel: threading.Event
    jobs: int
    batch: int | None = None
    done: int = 0
    total: int = 0
    started_s: float = field(default_factory=time.monotonic)
    waiting: deque[_Task] = field(default_factory=deque)
    suspects: deque[_Task] = field(default_factory=deque)
    running: dict[Future[OpenedScan | PageReading], _Task] = field(default_factory=dict)
    queued_contents: set[str] = field(default_factory=set)
    looked_at: dict[PageTask, OpenedScan] = field(default_factory=dict)

    def read(self, files: Sequence[Path]) -> BatchReport:
        remove_unfinished(self.survey.scans_folder)
        self.batch = self.survey.store.batches.unfinished()
        self.total = len(files)
        intake = _Intake(self)
        arriving = intake.take_in(files)
        pool = self._make_pool()
        try:
            arriving, pool = self._look_first(arriving, pool)
            pool = self._work_through(arriving, pool)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        if self.batch is not None:
            self.survey.store.batches.finish(self.batch)
        return _report(self.survey, intake.delivery_keys, time.monotonic() - self.started_s, self.done)

    def batch_number(self) -> int:
        """The batch new deliveries go to, begun at the first of them."""
        if self.batch is None:
            self.batch = self.survey.store.batches.start(self._settings().as_dict())
        return self.batch

    def _settings(self) -> ReadingSettings:
        return ReadingSettings(tolerance=self.survey.settings.tolerance)

    def _learned(self) -> bytes | None:
        return None if self.batch is None else self.survey.store.batches.learned(self.batch)

    def _make_pool(self) -> Executor:
        return make_pool(self.jobs, self.survey.template_folder, self._settings(), self._learned() or b"")

    def _look_first(self, arriving: Iterator[_Task], pool: Executor) -> tuple[Iterator[_Task], Executor]:
        """Let a new batch learn from its first pages; returns all that is to be read, and the workers to read it."""
        first = list(islice(arriving, LOOKED_AT))
        everything = chain(first, arriving)
        if not first or self.batch is None or self._learned() is not None:
            return everything, pool
        try:
            looked = look(pool, [task.page for task in first], self.cancel)
        except BrokenProcessPool:
            pool.shutdown(wait=False, cancel_futures=True)
            looked, pool = LookedAt(), self._make_pool()  # the page that did it is found while reading
        self.survey.store.batches.keep_learned(self.batch, looked.learned)
        if looked.learned:
            pool.shutdown()
            return everything, self._make_pool()
        self.looked_at = looked.readings
        return everything, pool

    def _work_through(self, arriving: Iterator[_Task], pool: Executor) -> Executor:
        is_more = True
        while is_more or self.waiting or self.running or self.suspects:
            if self.cancel.is_set():
                self._keep_what_is_running()
                raise Cancelled
            try:
                is_more = self._submit(arriving, pool, is_more=is_more)
                self._collect()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                self._suspect_running()
                pool = self._make_pool()
        return pool

    def _submit(self, arriving: Iterator[_Task], pool: Executor, *, is_more: bool) -> bool:
        """Keep the workers supplied; a suspect runs alone. Returns whether more files may arrive."""
        if self.suspects:
            if not self.running:
                self._start(pool, self.suspects.popleft())
            return is_more
        while len(self.running) < _IN_FLIGHT_PER_WORKER * self.jobs and not self.cancel.is_set():
            task = self.waiting.popleft() if self.waiting else next(arriving, None)
            if task is None:
                return False
            self._start(pool, task)
        return is_more

    def _start(self, pool: Executor, task: _Task) -> None:
        seen = self.looked_at.pop(task.page, None)
        known = seen if seen is None or task.opens_file else seen.first_page
        if known is not None:
            done: Future[OpenedScan | PageReading] = Future()
            done.set_result(known)
            self.running[done] = task
            return
        work: Callable[[PageTask], OpenedScan | PageReading] = read_first_page if task.opens_file else read_one_page
        try:
            self.running[pool.submit(work, task.page)] = task
        except BrokenProcessPool:
            self.suspects.append(task)
            raise

    def _collect(self) -> None:
        if not self.running:
            return
        finished, _ = wait(self.running, timeout=0.2, return_when=FIRST_COMPLETED)
        # In order of submission, so that an undisturbed run writes pages in delivered order as far as it can.
        for future in [future for future in self.running if future in finished]:
            result = future.result()
            task = self.running.pop(future)
            self._keep(task, result)

    def _keep_what_is_running(self) -> None:
        for future in self.running:
            future.cancel()
        for future, task in list(self.running.items()):
            if not future.cancelled() and future.exception() is None:
                self._keep(task, future.result())
        self.running.clear()

    def _suspect_running(self) -> None:
        for future, task in self.running.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                self._keep(task, future.result())
            else:
                task.crashes += 1
                self._retry_or_give_up(task)
        self.running.clear()

    def _retry_or_give_up(self, task: _Task) -> None:
        # The first crash may be a neighbour's fault; the second happened while the page ran alone.
        if task.crashes < 2:
            self.suspects.append(task)
            return
        failure = PageReading(PageOutcome.UNREADABLE, Reason.ENGINE_FAILED)
        self._keep(task, OpenedScan(1, failure) if task.opens_file else failure)

    def _keep(self, task: _Task, result: OpenedScan | PageReading) -> None:
        store, key = self.survey.store, task.page.content_hash
        if isinstance(result, OpenedScan):
            if result.first_page is not None:
                store.pages.save_opened(key, result.page_count, result.first_page)
            else:
                store.deliveries.set_page_count(key, result.page_count, result.reason, result.detail)
            self._queue_pages(task.page, task.source, range(2, result.page_count + 1))
            self.total += max(result.page_count - 1, 0)
        else:
            store.pages.save(key, task.page.page_in_file, result)
        self.done += 1
        self._tell(task.source)

    def _queue_pages(self, opened: PageTask, source: str, pages: Sequence[int]) -> None:
        for number in pages:
            page = PageTask(opened.path, opened.content_hash, number)
            self.waiting.append(_Task(page, source, opens_file=False))

    def _tell(self, source: str) -> None:
        elapsed_s = time.monotonic() - self.started_s
        rate = self.done / elapsed_s if elapsed_s > 0 else 0.0
        remaining_s = (self.total - self.done) / rate if rate > 0 else None
        self.report(Progress(self.done, self.total, rate, remaining_s, source))


class _Intake:
    """Takes files into the survey and says what remains to be read of them.

    A file is *the same delivery* as an earlier one if name and content agree; the k-th such file of this run stands for
    the k-th one known. So reading the same files again adds nothing, while the same content under another name becomes
    a delivery of its own, whose pages are duplicates.
    """

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._survey = run.survey
        self.delivery_keys: list[int] = []
        self._known: dict[tuple[str, str | None], deque[int]] = {}
        for delivery in self._survey.store.deliveries.all():
            self._known.setdefault((delivery.name, delivery.content_hash), deque()).append(delivery.delivery_id)
        self._known_names = {name for name, _ in self._known}

    def take_in(self, files: Sequence[Path]) -> Iterator[_Task]:
        """Yield what is to be read, file by file, as the workers ask for it."""
        for file in files:
            name = unicodedata.normalize("NFC", file.name)
            content = self._copy_in(file, name)
            if content is not None:
                yield from self._tasks(content, name)
            else:
                self._skip(name, 1)

    def _copy_in(self, file: Path, name: str) -> Content | None:
        """Return the file's content, kept in the survey and noted as delivered; None if it cannot be opened."""
        try:
            content, size = self._known_content(file, name) or self._copied_content(file)
        except OSError as error:
            is_missing = isinstance(error, FileNotFoundError)
            reason = Reason.FILE_NOT_FOUND if is_missing else Reason.FILE_UNREACHABLE
            self._refuse(name, reason, "" if is_missing else error.strerror or "")
            return None
        self._note(name, content, size)
        return content

    def _known_content(self, file: Path, name: str) -> tuple[Content, int] | None:
        """Return content and size of a file that was kept before; one of an unknown name is copied without asking."""
        if name not in self._known_names:
            return None
        content = self._survey.store.deliveries.content(content_hash_of(file))
        is_kept = content and self._survey.scan_path(content.content_hash, content.extension).exists()
        return (content, file.stat().st_size) if content and is_kept else None

    def _copied_content(self, file: Path) -> tuple[Content, int]:
        with copied(file, self._survey.scans_folder) as copy:
            known = self._survey.store.deliveries.content(copy.content_hash)
            content = known or Content(copy.content_hash, file.suffix.lower()[:8], None)
            copy.keep_as(self._survey.scan_path(content.content_hash, content.extension))
            return content, copy.size

    def _note(self, name: str, content: Content, size: int) -> None:
        store, run = self._survey.store, self._run
        known = self._known.get((name, content.content_hash))
        refused = self._known.get((name, None))
        if known:
            self.delivery_keys.append(known.popleft())
        elif refused:
            store.deliveries.take_in_refused(refused[0], content, size)
            self.delivery_keys.append(refused.popleft())
        else:
            self.delivery_keys.append(store.deliveries.add(run.batch_number(), name, run.unit, content, size))

    def _refuse(self, name: str, reason: Reason, detail: str) -> None:
        refused = self._known.get((name, None))
        if refused:
            self.delivery_keys.append(refused.popleft())
        else:
            run = self._run
            self.delivery_keys.append(
                self._survey.store.deliveries.refuse(run.batch_number(), name, run.unit, reason, detail)
            )

    def _tasks(self, content: Content, name: str) -> Iterator[_Task]:
        run = self._run
        if content.content_hash in run.queued_contents:
            self._skip(name, content.page_count or 1)
            return
        run.queued_contents.add(content.content_hash)
        path = self._survey.scan_path(content.content_hash, content.extension)
        if content.page_count is None:
            yield _Task(PageTask(path, content.content_hash, 1), name, opens_file=True)
            return
        finished = self._survey.store.pages.numbers_read(content.content_hash)
        missing = [number for number in range(1, content.page_count + 1) if number not in finished]
        run.total += len(missing) - 1
        for number in missing:
            yield _Task(PageTask(path, content.content_hash, number), name, opens_file=False)

    def _skip(self, name: str, pages: int) -> None:
        self._run.total -= min(pages, 1)
        self._run._tell(name)


def _scans_in(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = (file for file in path.rglob("*") if file.suffix.lower() in EXTENSIONS and file.is_file())
    return sorted(files, key=_natural_order)


def _natural_order(path: Path) -> list[tuple[int, str]]:
    """Sort ``scan-2`` before ``scan-10``."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.split(r"(\d+)", str(path))]


def _report(survey: Survey, delivery_keys: Sequence[int], seconds: float, finished: int) -> BatchReport:
    pages = survey.store.pages.delivered(frozenset(delivery_keys))
    answers = Counter(
        effective_answer(item, page).status
        for page in pages
        if page.outcome is PageOutcome.READ
        for item in page.readings
    )
    outcomes = Counter(page.outcome for page in pages)
    return BatchReport(
        outcomes={outcome: outcomes[outcome] for outcome in PageOutcome},
        answers={status: answers[status] for status in AnswerStatus},
        unread=tuple(
            UnreadPage(page.source, page.page_in_file, page.outcome, page.reason, page.detail)
            for page in pages
            if page.outcome is not PageOutcome.READ
        ),
        seconds=seconds,
        pages_finished=finished,
        health=survey.health_of(pages),
    )
