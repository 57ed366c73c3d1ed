"""TIFF files, which hold one page or many, in black and white, grey or colour."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from omr.images.limits import ReadingLimits
from omr.images.page_image import PageImage, ScanFile, UnreadableScan, Wish, check_size, wants_memory
from omr.images.pillow_images import is_grey, pillow_pixels, quietly, stated_dpi_of
from omr.images.tiff_directories import follow_directories
from omr.results import Reason


def open_tiff(path: Path, limits: ReadingLimits) -> ScanFile:
    """Open a TIFF file.

    Where the way to further pages is lost, one page stands for them that says so.

    Raises:
        UnreadableScan: It is damaged; a page's own damage shows when that page is loaded.
    """
    chain = follow_directories(path, limits.max_pages)
    if chain.count > limits.max_pages:
        raise UnreadableScan(Reason.TOO_MANY_PAGES, limits.pages_text)
    try:
        with quietly():
            image = Image.open(path)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error

    def fetch(index: int, wish: Wish) -> PageImage:
        if index >= chain.count:
            raise UnreadableScan(Reason.PAGES_LOST)
        pixels = _load_tiff_page(image, index, colour=wish.colour)
        return PageImage(pixels, stated_dpi=stated_dpi_of(image), is_grey=is_grey(image))

    return ScanFile(chain.count + (not chain.is_whole), fetch, image.close)


def _load_tiff_page(image: Image.Image, index: int, *, colour: bool) -> NDArray[np.uint8]:
    try:
        with quietly():
            image.seek(index)
            check_size(*image.size)
            return pillow_pixels(image, colour=colour)
    except (OSError, EOFError, ValueError, SyntaxError, KeyError) as error:
        if wants_memory(error):
            raise MemoryError from error
        reason = Reason.FILE_TRUNCATED if "truncated" in str(error) else Reason.FILE_DAMAGED
        raise UnreadableScan(reason) from error
