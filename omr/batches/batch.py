"""Reading many files: take in, read in parallel, keep every finished page at once.

The parent process takes files in and writes the database; worker processes read pages and know neither. Readings do
not depend on the number of workers, and a batch that was stopped or killed goes on where it stopped when the same
files are read again: with the settings it was begun with.

``intake`` takes files in, ``workers`` read their pages, ``run`` goes between them, ``report`` tells.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from omr.batches.found_scans import find_scans
from omr.batches.kept_scans import remove_unfinished
from omr.batches.order import BatchOrder
from omr.batches.report import BatchReport, PageCounter, Progress
from omr.batches.run import BatchRun
from omr.errors import UnmatchedFolders
from omr.images.limits import ReadingLimits
from omr.survey.folder import Survey
from omr.survey.work_lock import Work, working_alone
from omr.units.folder_names import describe_unnamed, match_folders


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
        BeingRead: Another process reads scans into this survey; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
    """
    return read_batch_as(survey, paths, BatchOrder(unit, jobs), report=report, cancel=cancel)


def read_batch_as(
    survey: Survey,
    paths: Sequence[Path],
    order: BatchOrder,
    *,
    report: Callable[[Progress], None] = lambda _progress: None,
    cancel: threading.Event | None = None,
) -> BatchReport:
    """Take in and read files and folders as ``read_batch`` does, which see, but as ordered."""
    for code in filter(None, (order.unit, *order.folder_units.values())):
        survey.unit(code)
    found = find_scans(paths)
    survey.store.database.ensure_writable()
    counter = PageCounter(len(found.files), report)
    with working_alone(survey.folder, Work.READING):
        remove_unfinished(survey.scans_folder)
        done = BatchRun(survey, order, counter, cancel or threading.Event()).read(found.files)
        survey.back_up_after_work()
    return replace(done, left_out=found.left_out)


def read_arriving(
    survey: Survey,
    next_files: Callable[[int], Sequence[Path] | None],
    order: BatchOrder,
    *,
    report: Callable[[Progress], None] = lambda _progress: None,
    cancel: threading.Event | None = None,
) -> BatchReport:
    """Read files as one batch while more of them arrive, as from a scanner; nobody else reads meanwhile.

    Args:
        survey: The open survey; only this thread may write to it meanwhile.
        next_files: Waits for files, see ``BatchRun.read_arriving``; raises ``Cancelled`` if it is not to wait longer.
        order: How they are read.
        report: Called in this thread after every finished page.
        cancel: Set it from anywhere to stop; finished pages are kept.

    Raises:
        UnknownUnit: The survey has no such unit.
        Cancelled: ``cancel`` was set; ``read_batch_as`` with all the files goes on later.
        DiskFull: The survey's disk is full; finished pages are kept.
        BeingRead: Another process reads scans into this survey; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
    """
    if order.unit:
        survey.unit(order.unit)
    survey.store.database.ensure_writable()
    counter = PageCounter(0, report)
    with working_alone(survey.folder, Work.READING):
        remove_unfinished(survey.scans_folder)
        done = BatchRun(survey, order, counter, cancel or threading.Event()).read_arriving(next_files)
        survey.back_up_after_work()
    return done


def find_unit_folders(survey: Survey, paths: Sequence[Path]) -> dict[Path, str]:
    """Return the unit that each folder with scans is named after, by folder.

    Raises:
        NothingToRead: The paths hold no scan.
        UnmatchedFolders: A folder is named after no unit, or after several.
    """
    folders = match_folders(find_scans(paths).files, survey.units)
    if folders.unnamed:
        names = ", ".join(f'"{folder.resolve().name}"' for folder in folders.unnamed)
        raise UnmatchedFolders(names, describe_unnamed(folders))
    return dict(folders.named)


def read_again(
    survey: Survey,
    contents: Sequence[str],
    limits: ReadingLimits,
    *,
    report: Callable[[Progress], None] = lambda _progress: None,
    cancel: threading.Event | None = None,
) -> BatchReport:
    """Read again the pages of kept scans that were never seen or recognised; those that were read keep their readings.

    Args:
        survey: The open survey; only this thread may write to it meanwhile.
        contents: Hashes of the scans.
        limits: Of every page and file.
        report: Called in this thread after every finished page.
        cancel: Set it from anywhere to stop; finished pages are kept.

    Raises:
        Cancelled: ``cancel`` was set.
        DiskFull: The survey's disk is full; finished pages are kept.
        BeingRead: Another process reads scans into this survey; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
    """
    survey.store.database.ensure_writable()
    order = BatchOrder(is_retry=True, limits=limits)
    counter = PageCounter(len(contents), report)
    with working_alone(survey.folder, Work.READING):
        return BatchRun(survey, order, counter, cancel or threading.Event()).read_again(contents)
