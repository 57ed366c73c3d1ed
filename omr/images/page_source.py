"""Delivered files to page images: PDF, TIFF, JPEG and PNG, one page at a time.

A file that cannot be used raises ``UnreadableScan`` with the reason; nothing is repaired or guessed, because a page
whose lower half is missing would read as left blank.
"""

from pathlib import Path

from omr.images.encoded_images import load_encoded
from omr.images.page_image import ScanFile, UnreadableScan
from omr.images.pdf_files import open_pdf
from omr.images.tiff_files import open_tiff
from omr.results import Reason

EXTENSIONS = (".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png")
"""Endings of files that are looked for in folders."""


def open_scan(path: Path) -> ScanFile:
    """Open a delivered file, whatever its name says it is.

    Raises:
        UnreadableScan: It is empty, damaged, encrypted or of no known kind.
    """
    with path.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise UnreadableScan(Reason.FILE_EMPTY)
    if b"%PDF-" in head:
        return open_pdf(path)
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return open_tiff(path)
    if head.startswith(b"\xff\xd8") or head.startswith(b"\x89PNG\r\n\x1a\n"):
        return ScanFile(1, lambda _index, wish: load_encoded(path.read_bytes(), wish))
    raise UnreadableScan(Reason.UNKNOWN_FORMAT)
