"""Delivered files to page images: PDF, TIFF, JPEG, PNG, BMP and WebP, one page at a time.

A file that cannot be used raises ``UnreadableScan`` with the reason; nothing is repaired or guessed, because a page
whose lower half is missing would read as left blank.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from omr.images.encoded_images import load_encoded
from omr.images.limits import DEFAULT_LIMITS, ReadingLimits
from omr.images.page_image import PageImage, ScanFile, UnreadableScan, Wish, fact_of, wants_memory
from omr.images.pdf_files import open_pdf
from omr.images.tiff_files import open_tiff
from omr.results import Reason

EXTENSIONS = (".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".webp")
"""Endings of files that are looked for in folders."""

_HEAD = 1024  # bytes of a file among which the mark of a PDF stands
_PDF = b"%PDF-"
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_ENCODED = (b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"BM")
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)


def open_scan(path: Path, limits: ReadingLimits = DEFAULT_LIMITS) -> ScanFile:
    """Open a delivered file, whatever its name says it is.

    Args:
        path: The file.
        limits: Of the file and of its pages; programs that draw pages are held to them, this process is not.

    Raises:
        UnreadableScan: It is empty, damaged, encrypted or of no known kind.
        OSError: It cannot be read.
    """
    if path.exists() and not path.is_file():
        raise UnreadableScan(Reason.NOT_A_FILE)
    with _decoding(limits):
        scan = _open(path, limits)
    if scan.page_count > limits.max_pages:
        scan.close()
        raise UnreadableScan(Reason.TOO_MANY_PAGES, limits.pages_text)

    def fetch(index: int, wish: Wish) -> PageImage:
        with _decoding(limits):
            return scan.fetch(index, wish)

    return replace(scan, fetch=fetch)


def begins_like_scan(path: Path) -> bool:
    """Whether a file begins as those do that ``open_scan`` opens, whatever its name says it is."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith((_PDF, *_TIFF)) or _is_encoded(head)


def _open(path: Path, limits: ReadingLimits) -> ScanFile:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise UnreadableScan(Reason.FILE_EMPTY)
    if _PDF in head:
        return open_pdf(path, limits)
    if head.startswith(_TIFF):
        return open_tiff(path, limits)
    if _is_encoded(head):
        return ScanFile(1, lambda _index, wish: load_encoded(path.read_bytes(), wish))
    raise UnreadableScan(Reason.UNKNOWN_FORMAT)


def _is_encoded(head: bytes) -> bool:
    return head.startswith(_ENCODED) or _WEBP.match(head) is not None


@contextmanager
def _decoding(limits: ReadingLimits) -> Iterator[None]:
    """Turn whatever a decoder raises into the reason of its file or page.

    Decoders raise anything on damaged files (TypeError, struct.error, RecursionError, UnicodeDecodeError have been
    seen), so all of it is caught here, and nowhere else.
    """
    try:
        yield
    except UnreadableScan:
        raise
    except Exception as error:
        if wants_memory(error):
            raise UnreadableScan(Reason.NEEDS_TOO_MUCH_MEMORY, limits.memory_text) from error
        if isinstance(error, OSError) and error.errno is not None:  # the system's: the file is not there, say
            raise
        raise UnreadableScan(Reason.FILE_DAMAGED, fact_of(error)) from error
