"""Draw PDF pages: through Poppler, and nothing else, so that a page gives the same pixels on every machine."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omr.images.limited_program import output_of
from omr.images.limits import DEFAULT_LIMITS, ReadingLimits
from omr.images.page_image import MAX_PIXELS, UnreadableScan
from omr.results import Reason

_PROGRAM = "pdftoppm"  # of Poppler
_HEAD = re.compile(rb"P([56])\n(\d{1,6}) (\d{1,6})\n255\n")  # of an image as it writes them: 5 for grey, 6 for colour
_HEAD_BYTES = 32  # no head is longer


def draw_pages(
    pdf: Path | bytes, *, dpi: int, colour: bool, index: int | None = None, limits: ReadingLimits = DEFAULT_LIMITS
) -> tuple[NDArray[np.uint8], ...]:
    """Return pages of a PDF as they look on paper.

    Args:
        pdf: A file, or what one holds.
        dpi: Resolution, pixels per inch.
        colour: Whether pages come as (H, W, 3) uint8 BGR rather than as (H, W) uint8.
        index: 0-based number of the only page wanted; None for all.
        limits: Of time and memory, for all pages together.

    Raises:
        UnreadableScan: Poppler is not installed (``Reason.RENDERER_MISSING``), it finds the file damaged, or drawing
            exceeds a limit.
    """
    options = ["-r", str(dpi)] + ([] if colour else ["-gray"])
    if index is not None:
        options += ["-f", str(index + 1), "-l", str(index + 1)]
    most_bytes = MAX_PIXELS * (3 if colour else 1) + _HEAD_BYTES
    if index is None:
        most_bytes = limits.memory_bytes // 2
    try:
        with _as_file(pdf) as path:
            written = output_of([_PROGRAM, *options, os.fspath(path)], limits, most_bytes)
    except FileNotFoundError as error:
        raise UnreadableScan(Reason.RENDERER_MISSING) from error
    pages = tuple(_images_in(written))
    if not pages:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    return pages


@contextmanager
def _as_file(pdf: Path | bytes) -> Iterator[Path]:
    if isinstance(pdf, Path):
        yield pdf.absolute()  # so that no name is taken for an option
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.pdf"
        path.write_bytes(pdf)
        yield path


def _images_in(written: bytearray) -> Iterator[NDArray[np.uint8]]:
    """Yield the images that the program wrote one behind the other.

    Raises:
        UnreadableScan: One of them is cut off.
    """
    position = 0
    while position < len(written):
        head = _HEAD.match(written, position)
        if head is None:
            raise UnreadableScan(Reason.FILE_DAMAGED)
        width, height = int(head[2]), int(head[3])
        shape = (height, width) if head[1] == b"5" else (height, width, 3)
        count = int(np.prod(shape))
        if head.end() + count > len(written):
            raise UnreadableScan(Reason.FILE_DAMAGED)
        pixels = np.frombuffer(written, np.uint8, count, head.end()).reshape(shape)
        yield pixels.copy() if pixels.ndim == 2 else np.ascontiguousarray(pixels[..., ::-1])
        position = head.end() + count
