"""Draw PDF pages: through Poppler, and nothing else, so that a page gives the same pixels on every machine."""

import os
import shutil
from functools import partial
from pathlib import Path

import numpy as np
import pdf2image
from numpy.typing import NDArray
from pdf2image.exceptions import PDFInfoNotInstalledError, PDFPageCountError, PDFSyntaxError

from omr.images.page_image import UnreadableScan
from omr.images.pillow_images import pillow_pixels
from omr.results import Reason

_PROGRAMS = ("pdftoppm", "pdfinfo")  # of Poppler, which pdf2image starts


def draw_pages(pdf: Path | bytes, *, dpi: int, colour: bool, index: int | None = None) -> tuple[NDArray[np.uint8], ...]:
    """Return pages of a PDF as they look on paper.

    Args:
        pdf: A file, or what one holds.
        dpi: Resolution, pixels per inch.
        colour: Whether pages come as (H, W, 3) uint8 BGR rather than as (H, W) uint8.
        index: 0-based number of the only page wanted; None for all.

    Raises:
        UnreadableScan: Poppler is not installed (``Reason.RENDERER_MISSING``), or it finds the file damaged.
    """
    if any(shutil.which(program) is None for program in _PROGRAMS):
        raise UnreadableScan(Reason.RENDERER_MISSING)
    number = None if index is None else index + 1
    draw = (
        partial(pdf2image.convert_from_bytes, pdf)
        if isinstance(pdf, bytes)
        else partial(pdf2image.convert_from_path, os.fspath(pdf))
    )
    try:
        pages = draw(dpi=dpi, first_page=number, last_page=number, grayscale=not colour)
    except (PDFInfoNotInstalledError, FileNotFoundError) as error:
        raise UnreadableScan(Reason.RENDERER_MISSING) from error
    except (PDFPageCountError, PDFSyntaxError) as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error
    if not pages:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    return tuple(pillow_pixels(page, colour=colour) for page in pages)
