"""The command ``watch``: a line for each file, until Ctrl-C."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from omr.batches.file_names import readable_name
from omr.batches.progress_line import ProgressLine, ctrl_c_sets
from omr.batches.watching.arrivals import Patience
from omr.batches.watching.folder_watch import FolderWatch
from omr.batches.watching.memory import WatchMemory
from omr.batches.watching.news import FilesArrived, FileSetAside, News, WatchBegan, WatchEnded
from omr.batches.watching.reading import read_arrived
from omr.batches.watching.watch_order import WatchOrder
from omr.batches.watching.wording import aside_note, file_lines, news_line, watched_sentence
from omr.errors import Cancelled
from omr.survey.folder import Survey

_LOOK_S = 0.2  # the longest that Ctrl-C goes unnoticed


class WatchCommand:
    """Watches a folder and reads what arrives, in the thread that calls ``run``.

    Args:
        survey: The open survey.
        order: What is watched.
        say: Told every line.
        patience: How long is waited for what.
    """

    def __init__(
        self, survey: Survey, order: WatchOrder, say: Callable[[str], None], patience: Patience | None = None
    ) -> None:
        if order.unit:
            survey.unit(order.unit)
        survey.store.database.ensure_writable()
        self._order = replace(order, folder=order.folder.absolute())
        self._survey = survey
        self._say = say
        self._memory = WatchMemory(survey, self._order.folder)
        self._read = self._aside = 0
        self._watch = FolderWatch(
            self._order, survey.folder, survey.units, self._memory.known(), aside_note, patience or Patience()
        )
        self._has_begun = self._is_silent = False

    def run(self, cancel: threading.Event | None = None) -> None:
        """Watch until ``cancel`` is set, or Ctrl-C is pressed.

        Raises:
            Cancelled: That was done; everything that was read is kept.
            CannotBeWatched: The folder is not there, or is the survey's.
            BeingWatched: Another process takes scans from it.
            PhieuError: What no waiting cures came between.
        """
        cancel = cancel or threading.Event()
        with ctrl_c_sets(cancel):
            self._watch.start()
            try:
                while not cancel.is_set():
                    self._take(self._watch.next_news(_LOOK_S))
                    self._see_whether_silent()
                raise Cancelled
            finally:
                self._watch.stop()
                self._watch.drop_copies()
                if self._has_begun:
                    self._tell(watched_sentence(self._read, self._aside))

    def _take(self, news: News | None) -> None:
        if news is None:
            return
        if isinstance(news, WatchEnded):
            raise news.error
        if isinstance(news, FilesArrived):
            self._read_files(news)
            return
        if isinstance(news, WatchBegan):
            self._has_begun = True
            self._say(f"Watching {self._order.folder} for {self._survey.settings.name}; Ctrl-C ends it.")
        self._aside += isinstance(news, FileSetAside)
        self._tell(news_line(news))

    def _read_files(self, arrived: FilesArrived) -> None:
        with ProgressLine() as line:
            report = read_arrived(
                self._survey,
                self._order,
                arrived.files,
                line.cancel,
                report=line.show,
                tell=lambda error: self._tell(f"{error} It is tried again."),
            )
        self._memory.note(arrived.files)
        self._watch.settle()
        self._read += len(arrived.files)
        for text in file_lines(arrived.files, [readable_name(file.source) for file in arrived.files], report):
            self._tell(text)

    def _see_whether_silent(self) -> None:
        if self._watch.is_silent != self._is_silent:
            self._is_silent = self._watch.is_silent
            text = "The folder does not answer; it is waited for." if self._is_silent else "The folder answers again."
            self._tell(text)

    def _tell(self, text: str) -> None:
        self._say(f"{datetime.now().astimezone():%H:%M:%S}  {text}")
