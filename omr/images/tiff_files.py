"""TIFF files, which hold one page or many, in black and white, grey or colour."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from omr.images.page_image import PageImage, ScanFile, UnreadableScan, Wish, check_size
from omr.images.pillow_images import pillow_pixels, stated_dpi_of
from omr.results import Reason


def open_tiff(path: Path) -> ScanFile:
    """Open a TIFF file.

    Raises:
        UnreadableScan: It is damaged; a page's own damage shows when that page is loaded.
    """
    try:
        with _quietly():
            image = Image.open(path)
            page_count = int(getattr(image, "n_frames", 1))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error

    def fetch(index: int, wish: Wish) -> PageImage:
        pixels = _load_tiff_page(image, index, colour=wish.colour)
        return PageImage(pixels, stated_dpi=stated_dpi_of(image))

    return ScanFile(page_count, fetch, image.close)


@contextmanager
def _quietly() -> Iterator[None]:
    """Silence Pillow's warnings of tags it cannot read: what counts is whether the pixels come, else it raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _load_tiff_page(image: Image.Image, index: int, *, colour: bool) -> NDArray[np.uint8]:
    try:
        with _quietly():
            image.seek(index)
            check_size(*image.size)
            return pillow_pixels(image, colour=colour)
    except (OSError, EOFError, ValueError, SyntaxError, KeyError) as error:
        reason = Reason.FILE_TRUNCATED if "truncated" in str(error) else Reason.FILE_DAMAGED
        raise UnreadableScan(reason) from error
