"""Mend what a check found: the database of what can still be read, scans of originals; then read what is missing.

It never makes things worse. A damaged database is left as it is under another name, the new one takes its place in one
step once it is whole; a whole one is backed up first. Scans are written aside and renamed. What is read again is read
with the settings of its batch, so that it is what it was.
"""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from omr.backups.backup_files import back_up
from omr.backups.going_back import explaining_backups, put_in_place
from omr.batches.batch import read_batch
from omr.batches.kept_scans import content_hash_of, copied, holds
from omr.batches.report import BatchReport, Progress
from omr.checking.check import check_survey
from omr.checking.damage import CheckReport, DamageKind, Mending
from omr.checking.salvage import Salvaged, join_again, salvage
from omr.errors import Cancelled, NothingToRead
from omr.store.deliveries import Content
from omr.survey.folder import Survey
from omr.survey.work_lock import Work, working_alone
from omr.whole_files import cannot_make, name_for_damaged

_HOPELESS = (DamageKind.SETTINGS, DamageKind.TEMPLATE, DamageKind.UNITS)
"""With these a survey cannot be opened; a person mends them first."""


@dataclass(frozen=True, slots=True)
class MendingReport:
    """What mending did.

    Attributes:
        before: What was damaged.
        after: What still is.
        salvaged: What the new database is made of; None if it was whole.
        kept: Where the damaged database is kept; None if it was whole, or is gone.
        restored: Scans that were restored from originals.
        read_again: What came of reading again; None if there was nothing to read.
    """

    before: CheckReport
    after: CheckReport
    salvaged: Salvaged | None = None
    kept: Path | None = None
    restored: int = 0
    read_again: BatchReport | None = None


def mend_survey(
    folder: Path,
    originals: Sequence[Path] = (),
    report: Callable[[int, int], object] = lambda _done, _total: None,
    cancel: threading.Event | None = None,
) -> MendingReport:
    """Mend what can be mended of a survey that nobody has open.

    Args:
        folder: Holds the survey.
        originals: Files, and folders of files, that were delivered.
        report: Called with pages read again, and how many there are.
        cancel: Set it to stop; what is mended stays so.

    Raises:
        SurveyNotFound: The folder holds no survey.
        SurveyTooNew: It was written by a newer program; nothing was changed.
        SurveyBusy: Another program uses it; nothing was changed.
        BeingRead: Scans are being read into it; nothing was changed.
        DiskFull: What is mended stays so.
        FolderNotWritable: Likewise.
        Cancelled: Likewise.
    """
    cancel = cancel or threading.Event()
    before = check_survey(folder, cancel=cancel)
    if before.is_whole or any(damage.kind in _HOPELESS for damage in before.damages):
        return MendingReport(before, before)
    try:
        with working_alone(folder, Work.READING):
            _clear_leftovers(folder)
            _ensure_scans_folder(folder / "scans")
            salvaged, kept = _mend_database(folder, before)
            with Survey.open(folder, is_for_mending=True) as survey:
                survey.store.issued.note_seen()  # at once, for whoever is killed from here on
                found = before if salvaged is None else check_survey(folder, cancel=cancel)
                restored = _restore_scans(survey, found, originals, cancel)
                _forget_what_is_wrong(survey, found)
        with Survey.open(folder, is_for_mending=True) as survey:
            try:
                read_again = _read_again(survey, report, cancel)
            finally:  # also of what was read before it was stopped
                survey.store.issued.note_seen()
    except OSError as error:
        raise cannot_make(folder, error) from error
    return MendingReport(before, check_survey(folder, cancel=cancel), salvaged, kept, restored, read_again)


def _clear_leftovers(folder: Path) -> None:
    """Remove what a mending that was killed left behind."""
    for part in folder.glob(".*.db.part*"):
        with suppress(OSError):
            part.unlink()
    for place in folder.glob(".mending-*"):
        shutil.rmtree(place, ignore_errors=True)


def _ensure_scans_folder(scans: Path) -> None:
    """Make the folder of scans if it is gone, so that scans can be restored into it."""
    if not scans.is_dir():
        if os.path.lexists(scans):
            scans.rename(name_for_damaged(scans))
        scans.mkdir()


def _mend_database(folder: Path, found: CheckReport) -> tuple[Salvaged | None, Path | None]:
    """Make a damaged database anew; one that is whole is backed up and cleared of rows that belong to nothing."""
    damages = (damage for damage in found.damages if damage.mending is not Mending.BACKUP)
    if any(damage.kind is DamageKind.DATABASE for damage in damages):
        part = folder / f".{uuid4().hex}.db.part"
        try:
            salvaged = salvage(folder, part)
            return salvaged, put_in_place(folder, part)
        finally:
            for ending in ("", "-wal", "-shm", "-journal"):  # a full disk leaves also what SQLite keeps beside it
                with suppress(OSError):
                    part.with_name(part.name + ending).unlink(missing_ok=True)
    with closing(sqlite3.connect(folder / "survey.db")) as connection:
        with explaining_backups(folder):
            back_up(connection, folder, occasion="before-mending")
        join_again(connection, folder / "scans")
        connection.commit()
    return None, None


def _restore_scans(survey: Survey, found: CheckReport, originals: Sequence[Path], cancel: threading.Event) -> int:
    """Restore missing and changed scans from files of the same content; returns how many."""
    kinds = (DamageKind.SCAN_MISSING, DamageKind.SCAN_CHANGED)
    names = {damage.kept_name for damage in found.damages if damage.kind in kinds}
    contents = survey.store.deliveries.contents()
    damaged = {each.content_hash: each for each in contents if f"{each.content_hash}{each.extension}" in names}
    if not damaged:
        return 0
    restored = 0
    # What lies in the folder of scans under another name, as people rename files, is an original too.
    for file in _files_in((*originals, survey.scans_folder)):
        if cancel.is_set():
            raise Cancelled
        with suppress(OSError):
            content = damaged.get(content_hash_of(file))
            if content is not None and _restore(survey, file, content):
                restored += 1
                del damaged[content.content_hash]
    return restored


def _restore(survey: Survey, file: Path, content: Content) -> bool:
    with copied(file, survey.scans_folder) as copy:
        if copy.content_hash != content.content_hash:
            return False  # it changed meanwhile
        copy.keep_as(survey.scan_path(content.content_hash, content.extension))
    survey.store.deliveries.reopen(content.content_hash)
    return True


def _files_in(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (file for file in sorted(path.rglob("*")) if file.is_file())
        elif path.is_file():
            yield path


def _forget_what_is_wrong(survey: Survey, found: CheckReport) -> None:
    """Let pages whose readings do not fit be read again; what people decided about them stays."""
    wrong = [page_id for damage in found.damages if damage.kind is DamageKind.READING for page_id in damage.page_ids]
    if wrong:
        survey.store.pages.distrust(wrong)


def _read_again(survey: Survey, report: Callable[[int, int], object], cancel: threading.Event) -> BatchReport | None:
    """Read what is not read yet of the scans that are kept, under the names they were delivered with."""

    def tell(progress: Progress) -> None:
        report(progress.done, progress.total)

    with TemporaryDirectory(prefix=".mending-", dir=survey.folder, ignore_cleanup_errors=True) as place:
        files = [
            _named_copy(kept, Path(place) / str(number), name) for number, (kept, name) in enumerate(_unread(survey))
        ]
        if not files:
            return None
        try:
            return read_batch(survey, files, report=tell, cancel=cancel)
        except NothingToRead:
            return None


def _unread(survey: Survey) -> Iterator[tuple[Path, str]]:
    """Yield the kept scans with pages to read, and the names they were delivered with, where that is known."""
    deliveries = survey.store.deliveries
    names = {each.content_hash: each.name for each in reversed(deliveries.all()) if each.content_hash}
    known = set()
    for content in deliveries.contents():
        path = survey.scan_path(content.content_hash, content.extension)
        known.add(path.name)
        if _is_to_be_read(survey, content) and holds(path, content.content_hash):
            yield path, names.get(content.content_hash, path.name)
    for path in sorted(survey.scans_folder.iterdir()):
        if path.name not in known and len(path.stem) == 64 and holds(path, path.stem):
            yield path, path.name


def _is_to_be_read(survey: Survey, content: Content) -> bool:
    if content.reason or content.page_count is None:
        return content.reason is None or content.is_curable
    return survey.store.pages.numbers_read(content.content_hash) < set(range(1, content.page_count + 1))


def _named_copy(kept: Path, folder: Path, name: str) -> Path:
    """Return a kept scan under the name it was delivered with, without copying it where the system can."""
    folder.mkdir()
    target = folder / name
    try:
        os.link(kept, target)
    except OSError:
        shutil.copyfile(kept, target)
    return target
