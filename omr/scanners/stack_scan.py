"""A stack being scanned, in a thread of its own: fed as often as it takes, its pages handed on while that goes on."""

import logging
import threading
from collections import deque
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from omr.errors import Cancelled
from omr.scanners.devices import Profile, Sides
from omr.scanners.faults import ScannerFault, Trouble
from omr.scanners.scanner import Scanner
from omr.scanners.stack_folder import StackFolder, StackOrder

log = logging.getLogger(__name__)

_LOOK_S = 0.1  # between two looks at whether reading is to stop


class Feeding(Enum):
    """What the feeder does."""

    RUNS = auto()
    STOPPING = auto()  # a person said so; the page in hand is yet to end
    STOPPED = auto()  # a person said so
    IN_TROUBLE = auto()
    EMPTY = auto()  # all that lay in it was scanned


@dataclass(frozen=True, slots=True)
class ScanState:
    """How far a stack is.

    Attributes:
        feeding: What the feeder does.
        pages: That came, of all feedings.
        last: The last of them; None before the first.
        error: What is wrong; None unless ``IN_TROUBLE``.
    """

    feeding: Feeding = Feeding.RUNS
    pages: int = 0
    last: Path | None = None
    error: Exception | None = None

    @property
    def rests(self) -> bool:
        """Whether nothing is scanned."""
        return self.feeding not in (Feeding.RUNS, Feeding.STOPPING)


class StackScan:
    """Scans a stack until ``finish``; between two feedings it waits for a person: after a jam, or for more sheets.

    Args:
        survey_folder: Of the survey.
        order: What the stack is.
        scanner: From which it comes.
        profile: How it is scanned.

    Raises:
        DiskFull: There is no room for its pages.
        FolderNotWritable: They cannot be kept for another reason.
    """

    def __init__(self, survey_folder: Path, order: StackOrder, scanner: Scanner, profile: Profile) -> None:
        self.folder = StackFolder(survey_folder, order, self._hand_on)
        self._scanner = scanner
        self._profile = profile
        self._condition = threading.Condition()
        self._state = ScanState(Feeding.STOPPED)
        self._ready: deque[Path] = deque()
        self._is_finished = False
        self._cancel = threading.Event()

    @property
    def state(self) -> ScanState:
        """How far it is now."""
        return self._state

    def feed(self) -> None:
        """Scan what lies in the feeder; nothing while that goes on already, or after ``finish``."""
        with self._condition:
            if not self._state.rests or self._is_finished:
                return
            self._cancel = threading.Event()
            self._state = replace(self._state, feeding=Feeding.RUNS, error=None)
        threading.Thread(target=self._run, args=(self._cancel,), name="scanner", daemon=True).start()

    def stop_feeding(self) -> None:
        """Stop the feeder; pages that came are kept."""
        with self._condition:
            if self._state.feeding is Feeding.RUNS:
                self._state = replace(self._state, feeding=Feeding.STOPPING)
            self._cancel.set()

    def finish(self) -> None:
        """Say that nothing more comes; what came is handed on to be read."""
        self.stop_feeding()
        with self._condition:
            self._is_finished = True
            if self._state.rests:
                self.folder.keep_front()
            self._condition.notify_all()

    def next_pages(self, least: int, cancel: threading.Event) -> tuple[Path, ...] | None:
        """Wait for pages and return them in order; None when there will be none any more.

        Args:
            least: So many at once, unless the feeder is empty or stopped by a person.
            cancel: Set it from anywhere to wait no longer.

        Raises:
            Cancelled: ``cancel`` was set.
        """
        with self._condition:
            while not self._has_pages(least):
                if self._is_finished and self._state.rests:
                    return None
                if cancel.is_set():
                    raise Cancelled
                self._condition.wait(_LOOK_S)
            pages = tuple(self._ready)
            self._ready.clear()
        return pages

    def _has_pages(self, least: int) -> bool:
        """Whether pages are to be handed on; in trouble they wait, for more of them come when that is over."""
        is_whole = self._state.feeding in (Feeding.EMPTY, Feeding.STOPPED) or (self._is_finished and self._state.rests)
        return len(self._ready) >= (1 if is_whole else max(least, 1))

    def _hand_on(self, pages: tuple[Path, ...]) -> None:
        with self._condition:
            self._ready.extend(pages)
            self._state = replace(self._state, pages=self._state.pages + len(pages), last=pages[-1])
            self._condition.notify_all()

    def _run(self, cancel: threading.Event) -> None:
        before = self._state.pages
        feeding: Feeding = Feeding.EMPTY
        error: Exception | None = None
        try:
            self.folder.begin_feeding(is_two_sided=self._profile.sides is Sides.TWO_SIDED)
            self._scanner.scan(self._profile, self.folder, cancel)
        except Cancelled:
            feeding = Feeding.STOPPED
        except ScannerFault as fault:
            log.info("Scanner: %s", fault)
            is_empty = fault.trouble is Trouble.FEEDER_EMPTY and self._state.pages > before
            if not is_empty:  # which some say of a feeder that has become so
                feeding, error = Feeding.IN_TROUBLE, fault
        except Exception as caught:  # the boundary of the thread: whatever it is, a person is told
            log.exception("Scanning failed")
            feeding, error = Feeding.IN_TROUBLE, caught
        with self._condition:
            self._state = replace(self._state, feeding=feeding, error=error)
            if feeding is Feeding.EMPTY or self._is_finished:
                self.folder.keep_front()
            self._condition.notify_all()
