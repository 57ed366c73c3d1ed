"""The one way to run work off the GUI thread."""

import logging
import threading
import time
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from form_templates.errors import FormTemplateError
from omr.errors import Cancelled, PhieuError

log = logging.getLogger(__name__)

_SECONDS_BETWEEN_REPORTS = 0.1  # ten updates a second read as motion; more would only keep the window busy

Report = Callable[[object], None]
Work = Callable[[Report, threading.Event], object]
"""Does the work in another thread; must call no widget. Raises ``Cancelled`` when it stopped because it was asked."""


class _News(Enum):
    PROGRESS = auto()
    SUCCESS = auto()
    FAILURE = auto()
    CANCEL = auto()


class Job(QObject):
    """One piece of background work. Its signals arrive in the thread that made it, whatever they are connected to."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()  # after one of the three above

    _arrived = Signal(object, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._cancel = threading.Event()
        self._last_report_s = 0.0
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at the next page boundary."""
        self._cancel.set()

    @property
    def is_cancelling(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancel.is_set()

    def run(self) -> None:
        """Do the work. Called by the pool, never by a window."""
        try:
            result = self._work(self._report, self._cancel)
        except Cancelled:
            self._arrived.emit(_News.CANCEL, None)
        except Exception as error:  # the boundary: whatever went wrong is shown to the person who asked for the work
            if isinstance(error, PhieuError | FormTemplateError):
                log.info("Job failed: %s", error)  # foreseen, and told in the window
            else:
                log.exception("Job failed")
            self._arrived.emit(_News.FAILURE, error)
        else:
            self._arrived.emit(_News.SUCCESS, result)

    def _report(self, progress: object) -> None:
        now_s = time.monotonic()
        if now_s - self._last_report_s >= _SECONDS_BETWEEN_REPORTS:
            self._last_report_s = now_s
            self._arrived.emit(_News.PROGRESS, progress)

    def _on_arrived(self, news: _News, value: object) -> None:
        match news:
            case _News.PROGRESS:
                self.progressed.emit(value)
                return
            case _News.SUCCESS:
                self.succeeded.emit(value)
            case _News.FAILURE:
                self.failed.emit(value)
            case _News.CANCEL:
                self.cancelled.emit()
        self.ended.emit()


class Jobs(QObject):
    """Runs jobs in a pool of its own and knows which are still going on."""

    became_idle = Signal()

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: set[Job] = set()
        self._is_stopped = False

    @property
    def is_busy(self) -> bool:
        """Whether any job has not ended yet."""
        return bool(self._running)

    def start(self, work: Work) -> Job:
        """Start work; connect to the job's signals right away, they cannot arrive before the event loop runs again.

        After ``stop`` nothing is started any more: what the work is about may be closed by then.
        """
        job = Job(work)
        if self._is_stopped:
            return job
        self._running.add(job)
        job.ended.connect(self._on_ended)
        self._pool.start(job.run)
        return job

    def cancel_all(self) -> None:
        """Ask all jobs to stop; ``became_idle`` tells when they have."""
        for job in self._running:
            job.cancel()

    def stop(self) -> None:
        """Ask all jobs to stop and wait until their threads are free; their signals may no longer arrive."""
        self._is_stopped = True
        self.cancel_all()
        self._pool.waitForDone()
        self._running.clear()

    def _on_ended(self) -> None:
        job = self.sender()
        assert isinstance(job, Job), "only jobs are connected here"
        self._running.discard(job)
        if not self._running:
            self.became_idle.emit()
