"""One run through files: taken in just ahead of the workers, read by them, every finished page kept at once."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from omr.batches.conditions import forms_of, present_conditions
from omr.batches.intake import Intake, OpenBatch, ScanTask, TakenFile
from omr.batches.order import BatchOrder
from omr.batches.report import BatchReport, PageCounter, report_on
from omr.batches.worker import OpenedScan, PageTask, WorkerOutfit, default_jobs
from omr.batches.workers import FinishedTask, TaskResult, Workers
from omr.errors import Cancelled
from omr.marks.learned_blank import LOOKED_AT
from omr.settings import ChangedTool
from omr.survey.folder import Survey

_FORMS_LOOKED_AT = 4  # as many forms as there are in a pile share the pages that are looked at


class TaskQueue:
    """What is to be read, in order: further pages of opened files first, then files as they are taken in."""

    def __init__(self, arriving: Iterator[ScanTask]) -> None:
        self._arriving = arriving
        self._pages: deque[ScanTask] = deque()
        self._is_more = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left; known only after the last task was asked for."""
        return not self._pages and not self._is_more

    def next(self) -> ScanTask | None:
        """Return the next task, taking in a file if need be; None if there is none now."""
        if self._pages:
            return self._pages.popleft()
        task = next(self._arriving, None)
        self._is_more = task is not None
        return task

    def look_ahead(self, count: int) -> list[ScanTask]:
        """Return the next tasks that arrive, at most ``count``; they stay in the queue."""
        ahead = list(islice(self._arriving, count))
        self._arriving = chain(ahead, self._arriving)
        return ahead

    def put_back(self, task: ScanTask) -> None:
        """Make a task that was taken the next one again."""
        self._pages.appendleft(task)

    def add_pages_of(self, opened: ScanTask, page_count: int) -> None:
        """Add the further pages of a file that was opened."""
        for number in range(2, page_count + 1):
            page = replace(opened.page, page_in_file=number)
            self._pages.append(ScanTask(page, opened.source, opened.batch, opens_file=False))


class BatchRun:
    """One call of ``read_batch``.

    1. Files are taken in one by one, in order, just ahead of the workers: hashed and copied into the survey.
    2. A new batch looks at its first pages and learns from them what it can; the workers start again with that.
    3. A file that was not opened before gives one task: open it and read its first page. Its further pages follow.
    4. Finished pages are kept as they arrive.

    Every page is read with the settings that its batch was begun with, and with what that batch learned.

    Args:
        survey: The open survey.
        order: How it is read.
        counter: Counts pages; expects one per file at first.
        cancel: Set from anywhere to stop.
    """

    def __init__(self, survey: Survey, order: BatchOrder, counter: PageCounter, cancel: threading.Event) -> None:
        self._survey = survey
        self._counter = counter
        self._cancel = cancel
        self._limits = order.limits
        self._present = present_conditions(survey)
        self._batch = OpenBatch(survey.store.batches, self._present)
        self._intake = Intake(survey, order, self._batch)
        self._is_retry = order.is_retry
        self._workers = Workers(order.jobs or default_jobs(), self._outfit_of(self._batch.number))
        self._prepared_for: int | None = None
        self._known: dict[PageTask, OpenedScan] = {}  # from the first look
        self._changed_tools: dict[ChangedTool, None] = {}  # in the order they were found

    def read(self, files: Sequence[Path]) -> BatchReport:
        """Read files.

        Raises:
            Cancelled: What was finished is kept.
            DiskFull: Likewise.
        """
        self._read_all([self._intake.take_in(files)])
        return self._finished()

    def read_arriving(self, next_files: Callable[[int], Sequence[Path] | None]) -> BatchReport:
        """Read files of one batch as they arrive.

        A batch learns from its first pages, so these wait until they are enough for that, or all.

        Args:
            next_files: Waits until so many files are there, or all that will come for a while, and returns them; None
                when there will be none any more.

        Raises:
            Cancelled: What was finished is kept.
            DiskFull: Likewise.
        """
        self._read_all(self._portions(next_files))
        return self._finished()

    def read_again(self, contents: Sequence[str]) -> BatchReport:
        """Read what is missing of kept scans, given by their hashes.

        Raises:
            Cancelled: What was finished is kept.
            DiskFull: Likewise.
        """
        self._read_all([self._intake.take_again(contents)])
        return self._report()

    def _read_all(self, portions: Iterable[Iterator[TakenFile]]) -> None:
        try:
            for files in portions:
                tasks = TaskQueue(self._arriving(files))
                self._look_first(tasks)
                self._work_through(tasks)
        finally:
            self._workers.close()

    def _portions(self, next_files: Callable[[int], Sequence[Path] | None]) -> Iterator[Iterator[TakenFile]]:
        least = self._most_looked_at
        while (files := next_files(least)) is not None:
            self._counter.expect(len(files))
            yield self._intake.take_in(files)
            least = 1

    def _finished(self) -> BatchReport:
        if self._batch.number is not None:
            self._survey.store.batches.finish(self._batch.number)
        return self._report()

    @property
    def _most_looked_at(self) -> int:
        """How many pages a batch learns from."""
        return LOOKED_AT * min(len(self._survey.forms.all), _FORMS_LOOKED_AT)

    def _report(self) -> BatchReport:
        report = report_on(self._survey, self._intake.delivery_keys, self._counter, tuple(self._changed_tools))
        return replace(report, restored=tuple(self._intake.restored), kept_units=tuple(self._intake.kept_units))

    def _arriving(self, files: Iterator[TakenFile]) -> Iterator[ScanTask]:
        for file in files:
            self._counter.expect(len(file.tasks) - 1)
            if file.is_skipped:
                self._counter.tell(file.name)
            yield from file.tasks

    def _look_first(self, tasks: TaskQueue) -> None:
        """Let a new batch learn from its first pages."""
        batches, most = self._survey.store.batches, self._most_looked_at
        ahead = tasks.look_ahead(most)
        first = [task for task in ahead if task.batch == self._batch.number]
        if not first or batches.learned(first[0].batch) is not None:
            return
        self._prepare_for(first[0].batch)
        looked = self._workers.look_at(first, self._cancel, most)
        batches.keep_learned(first[0].batch, looked.learned)
        if looked.learned:
            self._prepare_for(first[0].batch)
        else:
            self._known = looked.readings

    def _work_through(self, tasks: TaskQueue) -> None:
        while not (tasks.is_empty and self._workers.is_idle):
            if self._cancel.is_set():
                for finished in self._workers.finish_running():
                    self._keep(finished, tasks)
                raise Cancelled
            self._supply(tasks)
            for finished in self._workers.collect():
                self._keep(finished, tasks)

    def _supply(self, tasks: TaskQueue) -> None:
        """Keep the workers supplied; the pages of another batch wait until they are idle."""
        while self._workers.has_room and not self._cancel.is_set():
            task = tasks.next()
            if task is None:
                return
            if task.batch != self._prepared_for:
                if not self._workers.is_idle:
                    tasks.put_back(task)
                    return
                self._prepare_for(task.batch)
            self._workers.start(task, self._known_result(task))

    def _prepare_for(self, batch: int) -> None:
        """Let the workers read with a batch's own settings, and with what it learned.

        The tools of the day it was begun may not be there any more: that is noted in the batch and told in the report.
        """
        batches = self._survey.store.batches
        if self._is_retry:  # forms may have been added since
            batches.widen(batch, self._survey.forms.keys[1:])
        if changes := self._present.changed_tools_since(batches.conditions(batch)):
            batches.note_other_conditions(batch, self._present)
            self._changed_tools |= dict.fromkeys(changes)
        self._workers.prepare(self._outfit_of(batch))
        self._prepared_for = batch

    def _outfit_of(self, batch: int | None) -> WorkerOutfit:
        """Return what a batch is read with, and what it learned so far; None stands for one that begins now.

        It goes on with the forms that it was begun with, or with which pages of it were tried again.
        """
        batches = self._survey.store.batches
        conditions = self._present if batch is None else batches.conditions(batch)
        learned = b"" if batch is None else batches.learned(batch) or b""
        folders = forms_of(self._survey, conditions)
        return WorkerOutfit(folders, conditions.settings, learned, self._limits)

    def _known_result(self, task: ScanTask) -> TaskResult | None:
        seen = self._known.pop(task.page, None)
        return seen if seen is None or task.opens_file else seen.first_page

    def _keep(self, finished: FinishedTask, tasks: TaskQueue) -> None:
        store, task, result = self._survey.store, finished.task, finished.result
        key = task.page.content_hash
        if isinstance(result, OpenedScan):
            if result.first_page is not None:
                store.pages.save_opened(key, result.page_count, result.first_page)
            else:
                store.deliveries.set_page_count(key, result.page_count, result.reason, result.detail)
            tasks.add_pages_of(task, result.page_count)
            self._counter.expect(max(result.page_count - 1, 0))
        else:
            store.pages.save(key, task.page.page_in_file, result)
        self._counter.finish(task.source)
