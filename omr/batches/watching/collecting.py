"""One look at a watched folder: what has arrived is copied into the survey's folder; what does not open goes aside."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from form_templates.facts import system_fact
from omr.batches.file_names import readable_name
from omr.batches.kept_scans import StillBeingWritten, copied
from omr.batches.watching.arrivals import Arrivals, Patience
from omr.batches.watching.listing import FileFacts, list_scans
from omr.batches.watching.moving_aside import move_aside
from omr.batches.watching.news import (
    ArrivedFile,
    FileClosed,
    FilesArrived,
    FileSetAside,
    FileStuck,
    FileUnfinished,
    FolderClosed,
    FolderUnmatched,
    News,
    WatchBegan,
    WatchHindered,
)
from omr.batches.watching.opening import MAY_BE_UNFINISHED, Fault, find_fault
from omr.batches.watching.watch_order import WatchOrder
from omr.errors import DiskFull, MachineError
from omr.images.limits import GIGABYTE
from omr.processes.limited_process import Caller
from omr.results import Reason
from omr.units.folder_names import match_folders
from omr.units.unit_list import Unit
from omr.whole_files import cannot_make

_MOST_BYTES = 2 * GIGABYTE  # copied at once: the survey's disk holds them twice until they are read


@dataclass(frozen=True, slots=True)
class CollectingTools:
    """What collecting works with.

    Attributes:
        opener: Calls functions in a process within limits.
        note: Words the note beside a file that is moved aside, from its name, reason and detail.
        is_stopped: Whether somebody asked to stop: a share that answers then is not touched any more.
        patience: How long is waited.
    """

    opener: Caller
    note: Callable[[str, Reason, str], str]
    is_stopped: Callable[[], bool] = lambda: False
    patience: Patience = field(default_factory=Patience)


class Collector:
    """Looks at a folder again and again; all that touches it.

    Args:
        order: What is watched.
        place: Folder for copies, two below the survey's; what lies there is left over and cleared away.
        units: Of the survey.
        done: Files that were read before.
        tools: What it works with.
    """

    def __init__(
        self,
        order: WatchOrder,
        place: Path,
        units: Sequence[Unit],
        done: Mapping[Path, FileFacts],
        tools: CollectingTools,
    ) -> None:
        self.arrivals = Arrivals(tools.patience, done)
        self._order = order
        self._place = place
        self._units = units
        self._tools = tools
        self._told: set[str] = set()
        self._hindrance = ""
        self._has_begun = False
        self._folders: dict[Path, int] = {}
        clear_place(place)

    def look(self, now_s: float) -> Iterator[News]:
        """Look at the folder, collect what has arrived, and yield what there is to tell.

        Raises:
            OSError: The folder cannot be looked at.
        """
        listing = list_scans(self._order.folder)
        self.arrivals.look(listing.files, now_s)
        if not self._has_begun:
            self._has_begun = True
            known = sum(self.arrivals.done.get(path) == facts for path, facts in listing.files.items())
            yield WatchBegan(len(listing.files) - known, known)
        yield from self._once(FolderClosed(readable_name(folder)) for folder in listing.closed)
        due = self.arrivals.due(now_s)
        units: Mapping[Path, str] = {}
        if due and self._order.by_folders:
            matched = match_folders(due, self._units)
            units = matched.named
            yield from self._once(FolderUnmatched(readable_name(folder)) for folder in matched.unnamed)
            due = tuple(path for path in due if path.parent in units)
        if due:
            yield from self._collect(due, units, now_s)

    def settle(self, files: Sequence[ArrivedFile]) -> None:
        """Take files as read, and clear their copies away."""
        for file in files:
            self.arrivals.settle(file.source, file.facts)
        clear_place(self._place)

    def _collect(self, due: Sequence[Path], units: Mapping[Path, str], now_s: float) -> Iterator[News]:
        arrived: list[ArrivedFile] = []
        size = 0
        for path in due:
            if self._tools.is_stopped() or (arrived and size + self.arrivals.facts_of(path).size > _MOST_BYTES):
                break
            try:
                file = self._copy(path, units.get(path.parent, ""), now_s)
                fault = find_fault(self._tools.opener, file.copy, self._order.limits) if file else None
            except MachineError as error:
                yield from self._hinder(error, due, now_s)
                break
            except OSError as error:
                self._retry_later(path, now_s)
                yield from self._once([FileClosed(readable_name(path), system_fact(error))])
                continue
            if file is None:
                continue
            if fault is None or (fault[0] is Reason.STILL_BEING_WRITTEN and self._is_given_up(path, now_s)):
                arrived.append(file)
                size += file.facts.size
            else:
                file.copy.unlink(missing_ok=True)
                yield from self._once(self._refuse(file, fault, now_s))
        if arrived:
            self._hindrance = ""
            yield FilesArrived(tuple(arrived))

    def _copy(self, path: Path, unit: str, now_s: float) -> ArrivedFile | None:
        """Copy a file into the survey's folder; None if it was written to or removed meanwhile.

        Raises:
            DiskFull: There is no room for the copy.
            FolderNotWritable: It cannot be written for another reason.
            OSError: The file cannot be read.
        """
        before = self.arrivals.facts_of(path)
        number = self._folders.setdefault(path.parent, len(self._folders))
        target = self._place / str(number) / path.parent.name / path.name
        _make(target.parent)
        try:
            with copied(path, target.parent, is_to_last=False) as copy:
                if _facts_now(path) == before:
                    copy.unnamed.replace(target)
                    return ArrivedFile(path, before, target, copy.content_hash, unit)
        except (StillBeingWritten, FileNotFoundError):
            pass  # one that is gone is forgotten at the next look
        self.arrivals.restart(path, now_s)
        return None

    def _refuse(self, file: ArrivedFile, fault: Fault, now_s: float) -> Iterator[News]:
        """Move a file aside that cannot be read; one that may be unfinished is given time before."""
        path, name, (reason, detail) = file.source, readable_name(file.source), fault
        if reason in MAY_BE_UNFINISHED and not self._is_given_up(path, now_s):
            self.arrivals.postpone(path, now_s + self._tools.patience.damaged_s)
            yield FileUnfinished(name, reason, detail)
            return
        try:
            if self._tools.is_stopped() or _facts_now(path) != file.facts:
                self.arrivals.restart(path, now_s)
                return
            moved = move_aside(self._order.folder, path, self._tools.note(name, reason, detail))
        except OSError as error:
            self._retry_later(path, now_s)
            yield FileStuck(name, reason, detail, system_fact(error))
        else:
            yield FileSetAside(name, reason, detail, moved.place, moved.has_note)

    def _hinder(self, error: MachineError, due: Iterable[Path], now_s: float) -> Iterator[News]:
        """Tell once what is in the way, and leave the files alone for a time."""
        for path in due:
            self._retry_later(path, now_s)
        if isinstance(error, DiskFull):
            error = DiskFull(self._place.parent.parent)  # the survey: of the folder for copies nobody knows
        if str(error) != self._hindrance:
            self._hindrance = str(error)
            yield WatchHindered(error)

    def _is_given_up(self, path: Path, now_s: float) -> bool:
        """Whether nobody will write the end of a file any more."""
        return self.arrivals.has_rested(path, now_s, self._tools.patience.damaged_s)

    def _retry_later(self, path: Path, now_s: float) -> None:
        self.arrivals.postpone(path, now_s + self._tools.patience.retry_s)

    def _once(self, news: Iterable[News]) -> Iterator[News]:
        """Yield what was not told before."""
        for each in news:
            if repr(each) not in self._told:
                self._told.add(repr(each))
                yield each


def clear_place(place: Path) -> None:
    """Remove copies that nobody needs any more; what cannot be removed now is removed the next time."""
    shutil.rmtree(place, ignore_errors=True)
    with suppress(OSError):  # copies for another watched folder lie in it
        place.parent.rmdir()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_make(folder, error) from error


def _facts_now(path: Path) -> FileFacts:
    known = path.stat()
    return FileFacts(known.st_size, known.st_mtime_ns)
