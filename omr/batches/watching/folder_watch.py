"""Watches a folder in a thread of its own, so that a share which never answers holds up nobody else."""

import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from form_templates.facts import system_fact
from omr.batches.file_names import readable_name
from omr.batches.watching.arrivals import Patience
from omr.batches.watching.collecting import CollectingTools, Collector, clear_place
from omr.batches.watching.listing import FileFacts
from omr.batches.watching.news import ArrivedFile, FilesArrived, FolderAway, FolderBack, News, WatchEnded
from omr.batches.watching.opening import prepare_looking
from omr.batches.watching.watch_order import WatchOrder, ensure_watchable
from omr.errors import Cancelled, FolderNotWritable, PhieuError
from omr.processes.limited_process import LimitedProcess
from omr.results import Reason
from omr.survey.work_lock import Work, working_alone
from omr.units.unit_list import Unit

log = logging.getLogger(__name__)

ARRIVING = ".arriving"
"""Folder of the survey for copies that wait to be read."""

_SILENT_S = 20.0  # a share that takes so long for one look does not answer
_LONGEST_PAUSE_S = 10.0
_FAREWELL_S = 1.0  # a thread that waits for such a share is left behind

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class FolderWatch:
    """Looks at a folder until it is stopped, and tells news; one batch of files at a time is handed over.

    Whoever gets ``FilesArrived`` reads them and calls ``settle``; until then nothing more is collected.

    Args:
        order: What is watched.
        survey_folder: Of the survey that the scans are for.
        units: Of the survey.
        done: Files that were read before, see ``WatchMemory``.
        note: Words the note beside a file that is moved aside, from its name, reason and detail.
        patience: How long is waited for what.

    Attributes:
        coming: Names of the files that were being written when the folder was looked at last.
        taken: Files that were copied in the look that is going on; 0 between looks.
    """

    def __init__(
        self,
        order: WatchOrder,
        survey_folder: Path,
        units: Sequence[Unit],
        done: Mapping[Path, FileFacts],
        note: Callable[[str, Reason, str], str],
        patience: Patience = Patience(),  # noqa: B008 - a value that nothing changes
    ) -> None:
        self.coming: tuple[str, ...] = ()
        self.taken = 0
        self._order = order
        self._survey_folder = survey_folder
        self._units = units
        self._done = done
        self._patience = patience
        self._tools = CollectingTools(self._call, note, self._is_stopped, patience)
        self._news: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._stop, self._is_read = threading.Event(), threading.Event()
        self._busy_since_s: float | None = None
        self._look_began_s = 0.0
        self._process: LimitedProcess | None = None
        self._place = survey_folder / ARRIVING / _key_of(order.folder)
        self._is_handed_over = False
        self._lock = ExitStack()
        self._thread = threading.Thread(target=self._run, name="folder watch", daemon=True)

    @property
    def is_silent(self) -> bool:
        """Whether the folder takes so long to answer that it may never do."""
        since_s = self._busy_since_s
        return since_s is not None and time.monotonic() - since_s > _SILENT_S

    def start(self) -> None:
        """Begin; whether the folder can be watched at all is told as news."""
        self._thread.start()

    def next_news(self, wait_s: float = 0.0) -> News | None:
        """Return what is to be told next, waiting a little for it; None if there is nothing."""
        try:
            return self._news.get(timeout=wait_s) if wait_s else self._news.get_nowait()
        except queue.Empty:
            return None

    def settle(self) -> None:
        """Say that the files which arrived were read."""
        self._is_read.set()

    def stop(self, farewell_s: float = _FAREWELL_S) -> None:
        """Stop watching, and wait a little for the thread; of a share that does not answer, it is left behind.

        It touches nothing any more when the share answers after all.
        """
        self._stop.set()
        self._is_read.set()
        if (process := self._process) is not None:
            process.close()
        if self._thread.is_alive():
            self._thread.join(farewell_s)

    def drop_copies(self) -> None:
        """Clear away what was handed over and not settled; call it after ``stop``, when nobody reads it any more."""
        if self._is_handed_over:
            clear_place(self._place)

    def _is_stopped(self) -> bool:
        return self._stop.is_set()

    def _run(self) -> None:
        self._busy_since_s = time.monotonic()
        try:
            ensure_watchable(self._order.folder, self._survey_folder)
            if self._stop.is_set():
                return
            self._keep_others_out()
            self._watch()
        except Cancelled:
            return
        except Exception as error:  # the boundary of the thread: whatever ends the watch is told
            if not isinstance(error, PhieuError):
                log.exception("Watching a folder failed")
            self._news.put(WatchEnded(error))
        finally:
            self._busy_since_s = None
            self._lock.close()
            self._end_process()

    def _watch(self) -> None:
        collector = Collector(self._order, self._place, self._units, self._done, self._tools)
        is_away = False
        while not self._stop.is_set():
            self._busy_since_s = self._look_began_s = time.monotonic()
            try:
                if is_away:
                    os.scandir(self._order.folder).close()
                    self._keep_others_out()
                    self._news.put(FolderBack())
                is_away = False
                self._look(collector)
            except OSError as error:
                if not is_away:
                    is_away = True
                    self._lock.close()
                    self._news.put(FolderAway(system_fact(error)))
            finally:
                self._busy_since_s = None
                self.taken = 0
                self._end_process()
            # A slow share is asked half of the time at most.
            took_s = min(time.monotonic() - self._look_began_s, _LONGEST_PAUSE_S)
            self._stop.wait(max(self._patience.poll_s, took_s))
        if not self._is_handed_over:
            clear_place(self._place)

    def _look(self, collector: Collector) -> None:
        for news in collector.look(time.monotonic()):
            self._is_read.clear()
            self._is_handed_over = isinstance(news, FilesArrived)
            self._name_coming(collector)
            self._news.put(news)
            if isinstance(news, FilesArrived):
                self._wait_until_read(collector, news.files)
        self._name_coming(collector)

    def _name_coming(self, collector: Collector) -> None:
        self.coming = tuple(map(readable_name, collector.arrivals.coming()))

    def _wait_until_read(self, collector: Collector, files: Sequence[ArrivedFile]) -> None:
        self._busy_since_s = None
        self._end_process()
        if self._stop.is_set():  # which sets the other one, too, and may have come between
            return
        self._is_read.wait()
        self._look_began_s = time.monotonic()
        if not self._stop.is_set():
            self._is_handed_over = False
            collector.settle(files)

    def _keep_others_out(self) -> None:
        """Let nobody else take scans from the folder; where it cannot be written, others cannot be told.

        Raises:
            BeingWatched: Somebody does already.
        """
        try:
            self._lock.enter_context(working_alone(self._order.folder, Work.WATCHING))
        except FolderNotWritable as error:
            log.info("Others are not kept out: %s", error)

    def _call(self, work: Callable[[*Ts], T], /, *arguments: *Ts) -> T:
        """Call a function in a process that is there while files are opened."""
        if self._stop.is_set():
            raise Cancelled
        if self._process is None:
            self._process = LimitedProcess(prepare_looking, self._order.limits)
        self.taken += 1
        self._busy_since_s = None  # the copy lies here: it is not the folder that takes its time
        try:
            return self._process(work, *arguments)
        finally:
            self._busy_since_s = time.monotonic()

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.close()


def _key_of(folder: Path) -> str:
    return sha256(os.fsencode(folder.absolute())).hexdigest()[:12]
