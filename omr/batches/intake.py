"""Taking files in: found, copied into the survey, noted as delivered, and what remains to be read of each."""

import re
import stat
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from form_templates.facts import system_fact
from omr.batches.file_names import last_name, name_files
from omr.batches.kept_scans import StillBeingWritten, content_hash_of, copied, is_whole, written_ns
from omr.batches.order import BatchOrder
from omr.batches.worker import PageTask
from omr.results import CURABLE, RETRIED, Reason
from omr.settings import ReadingConditions
from omr.store.batch_records import BatchTable
from omr.store.deliveries import Content
from omr.survey.folder import Survey

_EXTENSION = re.compile(r"\.[a-z0-9]{1,7}")  # the database has room for eight characters


@dataclass(frozen=True, slots=True)
class ScanTask:
    """One page to read, or a file to open and read the first page of.

    Attributes:
        page: The page.
        source: Name of the file as delivered.
        batch: The batch whose settings it is read with.
        opens_file: Whether nobody knows yet how many pages the file has.
    """

    page: PageTask
    source: str
    batch: int
    opens_file: bool


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that was taken in.

    Attributes:
        name: As delivered.
        tasks: What remains to be read of it.
        is_skipped: Whether it cannot be taken in, or its content came before in this run.
    """

    name: str
    tasks: tuple[ScanTask, ...] = ()
    is_skipped: bool = False


class OpenBatch:
    """The batch that new deliveries join: the one that was interrupted, else one begun at the first of them.

    Attributes:
        number: Its number; None while there is none.
    """

    def __init__(self, batches: BatchTable, conditions: ReadingConditions) -> None:
        self.number = batches.unfinished()
        self._batches = batches
        self._conditions = conditions

    def begun(self) -> int:
        """Return its number; begins it, with the conditions of now, if there is none."""
        if self.number is None:
            self.number = self._batches.start(self._conditions)
        return self.number


class Intake:
    """Takes files into the survey and says what remains to be read of them.

    A file is *the same delivery* as an earlier one if name and content agree, whatever folders tell it from others of
    its name; the k-th such file of this run stands for the k-th one known. So reading the same files again adds
    nothing, while the same content under another name becomes a delivery of its own, whose pages are duplicates.

    A kept copy that is missing, or is not what was delivered any more, is restored from the file that is handed in
    again; what could not be read of it meanwhile is read then.

    Attributes:
        delivery_keys: Of all files taken in so far, in order.
        restored: Names of the files from which a kept copy was restored.
        kept_units: Files that were taken in before, named for another unit now or then, and the unit they keep.
    """

    def __init__(self, survey: Survey, order: BatchOrder, batch: OpenBatch) -> None:
        self.delivery_keys: list[int] = []
        self.restored: list[str] = []
        self.kept_units: list[tuple[str, str]] = []
        self._survey = survey
        self._order = order
        self._batch = batch
        self._is_retry = order.is_retry
        self._seen_contents: set[str] = set()
        self._known: dict[tuple[str, str | None], deque[int]] = {}
        self._units: dict[int, str] = {}
        for delivery in survey.store.deliveries.all():
            self._units[delivery.delivery_id] = delivery.unit
            name = last_name(delivery.name) if delivery.content_hash else delivery.name
            self._known.setdefault((name, delivery.content_hash), deque()).append(delivery.delivery_id)
        self._known_names = {last_name(name) for name, _ in self._known}
        self._came: dict[str, dict[Path, None]] = {}  # files of this run by their name without folders

    def take_in(self, files: Sequence[Path]) -> Iterator[TakenFile]:
        """Take in file by file, each when it is asked for."""
        names = self._names_of(files)
        for file in files:
            name = names[file]
            content = self._copy_in(file, name)
            if content is None or content.content_hash in self._seen_contents:
                yield TakenFile(name, is_skipped=True)
                continue
            self._seen_contents.add(content.content_hash)
            yield TakenFile(name, tuple(self._tasks(content, name)))

    def take_again(self, contents: Sequence[str]) -> Iterator[TakenFile]:
        """Take kept scans, given by their hashes, once more; unknown ones are passed over."""
        wanted = dict.fromkeys(contents)
        for delivery in self._survey.store.deliveries.all():
            content = self._survey.store.deliveries.content(delivery.content_hash) if delivery.content_hash else None
            if content is None or content.content_hash not in wanted:
                continue
            self.delivery_keys.append(delivery.delivery_id)
            if content.content_hash not in self._seen_contents:
                self._seen_contents.add(content.content_hash)
                yield TakenFile(delivery.name, tuple(self._tasks(content, delivery.name)))

    def _copy_in(self, file: Path, name: str) -> Content | None:
        """Return the file's content, kept in the survey and noted as delivered; None if it cannot be opened."""
        if is_no_file(file):
            self._refuse(file, name, Reason.NOT_A_FILE, "")
            return None
        try:
            content, size = self._known_content(file, name) or self._copied_content(file, name)
        except StillBeingWritten:
            self._refuse(file, name, Reason.STILL_BEING_WRITTEN, "")
            return None
        except OSError as error:
            is_missing = isinstance(error, FileNotFoundError)
            reason = Reason.FILE_NOT_FOUND if is_missing else Reason.FILE_UNREACHABLE
            self._refuse(file, name, reason, "" if is_missing else str(system_fact(error)))
            return None
        self._note(file, name, content, size)
        return content

    def _known_content(self, file: Path, name: str) -> tuple[Content, int] | None:
        """Return content and size of a file that was kept before; one of an unknown name is copied without asking."""
        if last_name(name) not in self._known_names:
            return None
        content, size = self._survey.store.deliveries.content(content_hash_of(file)), file.stat().st_size
        if content is None:
            return None
        kept = self._survey.scan_path(content.content_hash, content.extension)
        return (content, size) if is_whole(kept, content.content_hash, size) else None

    def _copied_content(self, file: Path, name: str) -> tuple[Content, int]:
        deliveries = self._survey.store.deliveries
        with copied(file, self._survey.scans_folder) as copy:
            known = deliveries.content(copy.content_hash)
            content = known or Content(copy.content_hash, _extension_of(file), None)
            is_new = copy.keep_as(self._survey.scan_path(content.content_hash, content.extension))
            if known and is_new:
                self.restored.append(name)
                content = deliveries.reopen(copy.content_hash)
            return content, copy.size

    def _note(self, file: Path, name: str, content: Content, size: int) -> None:
        deliveries = self._survey.store.deliveries
        unit, folder = self._order.unit_of(file)
        known = self._known.get((last_name(name), content.content_hash))
        refused = self._refused(name)
        if known:
            key = known.popleft()
        elif refused:
            deliveries.take_in_refused(refused[0], content, size)
            key = refused.popleft()
        else:
            key = deliveries.add(self._batch.begun(), name, unit, content, size, folder)
        if unit != self._units.get(key, unit) and unit:
            self.kept_units.append((name, self._units[key]))  # said once, it is not said otherwise in passing
        self.delivery_keys.append(key)

    def _refuse(self, file: Path, name: str, reason: Reason, detail: str) -> None:
        unit, folder = self._order.unit_of(file)
        refused = self._refused(name)
        if refused:
            key = refused.popleft()
        else:
            key = self._survey.store.deliveries.refuse(self._batch.begun(), name, unit, reason, detail, folder)
        self.delivery_keys.append(key)

    def _names_of(self, files: Sequence[Path]) -> Mapping[Path, str]:
        """Return what files are called beside those that came before in this run."""
        alike: dict[Path, None] = {}
        for file in files:
            of_name = self._came.setdefault(file.name.casefold(), {})
            of_name[file] = None
            alike |= of_name
        return name_files(alike)

    def _refused(self, name: str) -> deque[int] | None:
        """Return the deliveries of a name that could not be taken in; folders stand before it only where needed."""
        return self._known.get((name, None)) or self._known.get((last_name(name), None))

    def _tasks(self, content: Content, name: str) -> Iterator[ScanTask]:
        store, key = self._survey.store, content.content_hash
        batch = store.deliveries.batch_of(key)
        path = self._survey.scan_path(key, content.extension)
        proven_ns = written_ns(path)  # it was compared, or copied, just now
        finished = store.pages.numbers_read(key, is_retry=self._is_retry)
        if self._is_to_be_opened(content, finished):
            yield ScanTask(PageTask(path, key, 1, proven_ns), name, batch, opens_file=True)
            return
        for number in range(1, (content.page_count or 0) + 1):
            if number not in finished:
                yield ScanTask(PageTask(path, key, number, proven_ns), name, batch, opens_file=False)

    def _is_to_be_opened(self, content: Content, finished: frozenset[int]) -> bool:
        """Whether it must be found out how many pages a scan has.

        Where its only page is tried again, that is to be found out too: nobody may have come to count them.
        """
        if content.page_count is None:
            return True
        is_single = content.page_count == 1 and not finished
        return content.reason in (RETRIED if self._is_retry else CURABLE) or (self._is_retry and is_single)


def is_no_file(path: Path) -> bool:
    """Whether a path is there but holds no data to be read to an end: a folder, a pipe, a socket, a device."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # what is wrong shows when it is opened


def _extension_of(file: Path) -> str:
    extension = file.suffix.lower()
    return extension if _EXTENSION.fullmatch(extension) else ""
