"""Whether a file opens, seen before it is read: a copier that stopped half-way left no scan."""

from pathlib import Path

from omr.images.limits import ReadingLimits
from omr.images.page_image import UnreadableScan
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.processes.limited_process import Caller
from omr.processes.pool import TaskFailed
from omr.results import CURABLE, Reason

_PDF_END = b"%%EOF"
_TAIL = 4096  # bytes in which the end of a PDF stands; some programs write zeros behind it
_ENOUGH_PX = 400  # to be sure that a page can be decoded

Fault = tuple[Reason, str]
"""Why a file cannot be read, and the fact behind it."""

MAY_BE_UNFINISHED = frozenset(
    {
        Reason.FILE_DAMAGED,
        Reason.FILE_TRUNCATED,
        Reason.UNKNOWN_FORMAT,
        Reason.FILE_HAS_NO_PAGES,
        Reason.PAGES_LOST,
        Reason.STILL_BEING_WRITTEN,
    }
)
"""Faults that a file also has whose end is yet to come."""

_OF_PAGES = CURABLE | {Reason.IMAGE_TOO_LARGE, Reason.IMAGE_TOO_SMALL}
"""What is no fault of the file: its page is listed with that reason, or is read when the computer is mended."""


def find_fault(call: Caller, path: Path, limits: ReadingLimits) -> Fault | None:
    """Return why a file cannot be read; None if it opens, or if what is wrong is for reading to tell.

    Args:
        call: Where it is opened.
        path: The file.
        limits: Of the file.

    Raises:
        WorkersCannotStart: There is no process to open it in.
        Cancelled: That process was ended meanwhile.
    """
    try:
        fault = call(look_at_file, path, limits)
    except TaskFailed as failure:
        fault = failure.reason, failure.detail
    return None if fault is None or fault[0] in _OF_PAGES else fault


def look_at_file(path: Path, limits: ReadingLimits) -> Fault | None:
    """Open a file and decode its last page, which a file that was cut off lacks first.

    Of a PDF the end mark is looked for, as pdfium makes the best of one that was cut off; without it, the file may be
    ``STILL_BEING_WRITTEN``.
    """
    try:
        scan = open_scan(path, limits)
        try:
            if _is_pdf(path):
                return None if _PDF_END in _tail_of(path) else (Reason.STILL_BEING_WRITTEN, "")
            scan.load(scan.page_count - 1, enough_px=_ENOUGH_PX)
            return None
        finally:
            scan.close()
    except UnreadableScan as fault:
        return fault.reason, fault.detail
    except OSError:
        return None  # of this computer, which reading it will tell


def prepare_looking() -> None:
    """Make a process ready; called once in it."""
    cv2.setNumThreads(1)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def _tail_of(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _TAIL, 0))
        return file.read()
