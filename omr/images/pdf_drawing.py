"""Draw pages of PDF files: through Poppler, and nothing else, so that a page gives the same pixels on every machine."""

import os
import re
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


def draw_page(
    pdf: Path, index: int, *, dpi: int, colour: bool, limits: ReadingLimits = DEFAULT_LIMITS
) -> NDArray[np.uint8]:
    """Return a page of a PDF file, which may be anybody's, as it looks on paper.

    Poppler is called without pdf2image, which draws the forms that we typeset: that one looks through the whole file
    first, which takes minutes with some, and keeps back what Poppler says. What it says counts, for where it gets no
    memory for a picture it may draw the page without, and the page would read as left blank.

    Args:
        pdf: The file.
        index: 0-based number of the page.
        dpi: Resolution, pixels per inch.
        colour: Whether the page comes as (H, W, 3) uint8 BGR rather than as (H, W) uint8.
        limits: Of time and memory.

    Raises:
        UnreadableScan: Poppler is not installed (``Reason.RENDERER_MISSING``), it finds the file damaged, or drawing
            exceeds a limit.
    """
    number = str(index + 1)
    options = ["-r", str(dpi), "-f", number, "-l", number] + ([] if colour else ["-gray"])
    most_bytes = MAX_PIXELS * (3 if colour else 1) + _HEAD_BYTES
    try:
        # An absolute path, so that no name is taken for an option.
        written = output_of([_PROGRAM, *options, os.fspath(pdf.absolute())], limits, most_bytes)
    except FileNotFoundError as error:
        raise UnreadableScan(Reason.RENDERER_MISSING) from error
    return _image_in(written)


def _image_in(written: bytearray) -> NDArray[np.uint8]:
    """Return the image that the program wrote; it is damaged if it is cut off."""
    head = _HEAD.match(written)
    if head is None:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    width, height = int(head[2]), int(head[3])
    shape = (height, width) if head[1] == b"5" else (height, width, 3)
    count = int(np.prod(shape))
    if head.end() + count > len(written):
        raise UnreadableScan(Reason.FILE_DAMAGED)
    pixels = np.frombuffer(written, np.uint8, count, head.end()).reshape(shape)
    return pixels.copy() if pixels.ndim == 2 else np.ascontiguousarray(pixels[..., ::-1])
