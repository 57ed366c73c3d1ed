"""An open survey and the work going on in it."""

import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from gui.jobs import Job, Jobs, Report
from gui.sharing.survey_watch import SurveyWatch
from gui.survey_snapshot import Snapshot, take_snapshot
from omr.batches.batch import read_again, read_batch, read_batch_as
from omr.batches.order import BatchOrder
from omr.batches.report import BatchReport, Progress
from omr.batches.watching.news import ArrivedFile
from omr.batches.watching.reading import read_arrived
from omr.batches.watching.watch_order import WatchOrder
from omr.images.limits import ReadingLimits
from omr.scanners.reading import read_stack
from omr.scanners.stack_scan import StackScan
from omr.survey.folder import Survey

_SHORTEST_PAUSE_S = 2.0  # between two looks at the survey while a batch is read
_PAUSE_PER_WORK = 6  # so that looking at a large survey takes a seventh of the time at most


class Workspace(QObject):
    """Owns a survey while its window shows it; says what changed, and each view decides whether it cares."""

    pages_changed = Signal(object)  # Snapshot: pages came in, or their flags changed
    answers_changed = Signal()  # a person decided or took a decision back
    pictures_changed = Signal()  # pages may lie elsewhere in their scans than before
    reading_changed = Signal(bool)  # a batch began (True) or ended
    progressed = Signal(object)  # Progress of the batch
    batch_read = Signal(object)  # BatchReport
    tried_again = Signal(object)  # BatchReport of pages that had not been read
    batch_cancelled = Signal()
    arrived_read = Signal(object)  # BatchReport of what arrived in a watched folder, or from a scanner
    failed = Signal(object)  # Exception
    closing = Signal()  # all work is about to be stopped
    idle_for_good = Signal()  # all work has stopped

    def __init__(self, survey: Survey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.survey = survey
        self.jobs = Jobs(self)
        # One thread only, for pdfium must not be entered twice at a time.
        self.picture_jobs = Jobs(self, threads=1)
        self.snapshot = Snapshot((), (), {})
        self.is_behind = True  # until the survey was looked at since it was opened or a batch ended
        self.watch = SurveyWatch(survey, self)
        self.watch.changed.connect(self._on_changed_by_others)
        self._is_outrun = False  # others wrote, and it was too early to look again
        self._batch: Job | None = None
        self._is_stopping = False
        self._is_refreshing = False
        self._is_stale = False
        self._refresh_began_s = 0.0
        self._next_refresh_s = 0.0

    @property
    def is_reading(self) -> bool:
        """Whether a batch is being read."""
        return self._batch is not None

    @property
    def can_change(self) -> bool:
        """Whether people may decide, take out and bring back now: no batch is read, and the survey can be written."""
        return not self.is_reading and not self.survey.is_read_only

    @property
    def may_read(self) -> bool:
        """Whether a batch may begin now that nobody waits for: none is read, and the window is not about to close."""
        return not self.is_reading and not self._is_stopping

    @property
    def is_busy(self) -> bool:
        """Whether any work goes on."""
        return self.jobs.is_busy or self.picture_jobs.is_busy

    def refresh(self) -> None:
        """Look at the survey again; ``pages_changed`` follows."""
        if self._is_refreshing:
            self._is_stale = True
            return
        self._is_refreshing, self._is_stale = True, False
        self._refresh_began_s = time.monotonic()
        job = self.jobs.start(lambda _report, _cancel: take_snapshot(self.survey))
        job.succeeded.connect(self._on_refreshed)
        job.failed.connect(self._on_refresh_failed)

    def back_up(self) -> None:
        """Make a backup of the database if one is due, in the background; what hinders it hinders nobody else."""
        self.jobs.start(lambda _report, _cancel: self.survey.back_up_if_due())

    def note_decision(self) -> None:
        """Say that an answer was decided or a decision taken back."""
        self._is_stale = True
        self.answers_changed.emit()

    def refresh_if_stale(self) -> None:
        """Look at the survey again if a person decided something since the last time."""
        if self._is_stale:
            self.refresh()

    def change(self, work: Callable[[], object]) -> Job:
        """Write what people say about pages, off the GUI thread, and look at the survey again."""
        job = self.jobs.start(lambda _report, _cancel: work())
        job.succeeded.connect(self._on_changed)
        job.failed.connect(self.failed)
        return job

    def read(self, paths: Sequence[Path], unit: str, folder_units: Mapping[Path, str] | None = None) -> None:
        """Read files and folders as one batch, for one unit or for those that folders are named after."""

        def work(report: Report, cancel: threading.Event) -> BatchReport:
            if folder_units:
                order = BatchOrder(unit, folder_units=folder_units)
                return read_batch_as(self.survey, paths, order, report=report, cancel=cancel)
            return read_batch(self.survey, paths, unit=unit, report=report, cancel=cancel)

        self._begin(work, self.batch_read)

    def read_arrived(self, order: WatchOrder, files: Sequence[ArrivedFile], tell: Callable[[Exception], None]) -> Job:
        """Read what arrived in a watched folder; ``tell`` is called off the GUI thread with what is in the way."""

        def work(report: Report, cancel: threading.Event) -> BatchReport:
            return read_arrived(self.survey, order, files, cancel, report=report, tell=tell)

        return self._begin(work, self.arrived_read)

    def read_stack(self, scan: StackScan) -> Job:
        """Read a stack while it is scanned, until nothing more comes."""

        def work(report: Report, cancel: threading.Event) -> BatchReport:
            return read_stack(self.survey, scan, cancel, report=report)

        return self._begin(work, self.arrived_read)

    def read_again(self, contents: Sequence[str], limits: ReadingLimits) -> None:
        """Try the pages of kept scans again that were never seen or recognised; the scans are given by their hashes."""

        def work(report: Report, cancel: threading.Event) -> BatchReport:
            return read_again(self.survey, contents, limits, report=report, cancel=cancel)

        self._begin(work, self.tried_again)

    def _begin(self, work: Callable[[Report, threading.Event], BatchReport], done: SignalInstance) -> Job:
        assert self._batch is None, "the window offers one batch at a time"
        self._batch = self.jobs.start(work)
        self._batch.progressed.connect(self._on_progressed)
        self._batch.succeeded.connect(done)
        self._batch.cancelled.connect(self.batch_cancelled)
        self._batch.failed.connect(self.failed)
        self._batch.ended.connect(self._on_batch_ended)
        self.reading_changed.emit(True)
        return self._batch

    def cancel_reading(self) -> None:
        """Stop the batch; finished pages are kept."""
        if self._batch is not None:
            self._batch.cancel()

    def cancel_all(self) -> None:
        """Ask all work to stop; nothing begins by itself any more."""
        self._is_stopping = True
        self.jobs.cancel_all()
        self.picture_jobs.cancel_all()

    def close(self) -> None:
        """Stop all work, wait for it and let go of the survey."""
        self.closing.emit()
        self.watch.close()
        self.jobs.stop()
        self.picture_jobs.stop()
        self.idle_for_good.emit()
        self.survey.close()

    def _on_progressed(self, progress: Progress) -> None:
        self.progressed.emit(progress)
        if not self._is_refreshing and time.monotonic() >= self._next_refresh_s:
            self.refresh()

    def _on_changed_by_others(self) -> None:
        """Look again, but not all the time while another program reads a large batch."""
        if self._is_refreshing or time.monotonic() >= self._next_refresh_s:
            self.refresh()
        elif not self._is_outrun:
            self._is_outrun = True
            wait_ms = max(0, math.ceil((self._next_refresh_s - time.monotonic()) * 1000))
            QTimer.singleShot(wait_ms, self, self._catch_up)

    def _catch_up(self) -> None:
        self._is_outrun = False
        self.refresh()

    def _on_changed(self) -> None:
        self.pictures_changed.emit()
        self.answers_changed.emit()
        self.refresh()

    def _on_batch_ended(self) -> None:
        self._batch = None
        self.is_behind = True
        self.reading_changed.emit(False)
        self.refresh()

    def _on_refreshed(self, snapshot: Snapshot) -> None:
        self._is_refreshing = False
        now_s = time.monotonic()
        self._next_refresh_s = now_s + max(_SHORTEST_PAUSE_S, _PAUSE_PER_WORK * (now_s - self._refresh_began_s))
        self.snapshot = snapshot
        self.is_behind = self._is_stale
        self.pages_changed.emit(snapshot)
        if self._is_stale:
            self.refresh()

    def _on_refresh_failed(self, error: Exception) -> None:
        self._is_refreshing = False
        self.failed.emit(error)
