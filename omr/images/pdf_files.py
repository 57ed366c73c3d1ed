"""PDF files: a page that is one scanned image gives that image as it is; any other page is drawn.

An image may be stored turned over in grey value, or as a stencil through which ink is poured: only drawing shows what
the page looks like, so one that is mostly dark is drawn as well.

pdfium looks into the file and takes images out; it draws nothing here, see ``pdf_drawing``.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from omr.images.encoded_images import check_jpeg_is_whole, decode_jpeg
from omr.images.limits import ReadingLimits
from omr.images.page_image import PageImage, ScanFile, UnreadableScan, Wish, check_size, is_meant_dpi, to_bgr, to_gray
from omr.images.pdf_drawing import draw_page
from omr.results import Reason

RENDER_DPI = 300
"""Resolution at which pages are drawn that are more than one scanned image."""

_DARK, _SAMPLED = (
    96,
    8,
)  # grey level that no scan of paper has mostly, and pixels from one that is looked at to the next
_MIN_COVERAGE = 0.95  # share of a PDF page that its one image must cover to stand for the page
_GREY_BITS = 8  # of a pixel of a JPEG without colour


def open_pdf(path: Path, limits: ReadingLimits) -> ScanFile:
    """Open a PDF file.

    Raises:
        UnreadableScan: It is damaged, has a password or no pages.
    """
    try:
        document = pdfium.PdfDocument(path)
        page_count = len(document)
    except pdfium.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        raise UnreadableScan(Reason.FILE_ENCRYPTED if is_locked else Reason.FILE_DAMAGED) from error
    if page_count == 0:
        document.close()
        raise UnreadableScan(Reason.FILE_HAS_NO_PAGES)

    def fetch(index: int, wish: Wish) -> PageImage:
        embedded = _embedded_page(document, index, wish)
        if embedded is not None and not _is_dark(embedded.pixels):
            return embedded
        return PageImage(draw_page(path, index, dpi=RENDER_DPI, colour=wish.colour, limits=limits))

    return ScanFile(page_count, fetch, document.close)


def _is_dark(pixels: NDArray[np.uint8]) -> bool:
    """Whether an image is black where paper is white: stored turned over, or as a stencil, which pages undo."""
    return bool(np.median(pixels[::_SAMPLED, ::_SAMPLED]) < _DARK)


def _embedded_page(document: pdfium.PdfDocument, index: int, wish: Wish) -> PageImage | None:
    """Return the scanned image that a page is, or None where the page must be drawn.

    Raises:
        UnreadableScan: It is damaged, too large or too small.
    """
    try:
        page = document[index]
        try:
            image = _only_image(page)
            if image is not None:
                return replace(_embedded_pixels(image, wish), stated_dpi=_dpi_on_page(image))
            check_size(*(round(side / 72 * RENDER_DPI) for side in page.get_size()))
            return None
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error


def _only_image(page: pdfium.PdfPage) -> pdfium.PdfImage | None:
    """Return the image that is the whole page, or None when the page is more, less, or lies mirrored."""
    objects = list(page.get_objects(max_depth=2))
    if len(objects) != 1 or not isinstance(objects[0], pdfium.PdfImage):
        return None
    image = objects[0]
    left, bottom, right, top = image.get_bounds()
    width, height = page.get_mediabox()[2] - page.get_mediabox()[0], page.get_mediabox()[3] - page.get_mediabox()[1]
    matrix = image.get_matrix()
    covers = (right - left) * (top - bottom) >= _MIN_COVERAGE * width * height
    is_mirrored = matrix.a * matrix.d - matrix.b * matrix.c <= 0
    return None if is_mirrored or not covers else image


def _dpi_on_page(image: pdfium.PdfImage) -> float | None:
    """Return the resolution at which an image lies on its PDF page; None where the page is no sheet of paper."""
    left, bottom, right, top = image.get_bounds()
    width_pt, height_pt, size_px = right - left, top - bottom, image.get_px_size()
    dpi = 72 * max(size_px) / max(width_pt, height_pt, 1.0)
    across_corner = min(size_px) / max(size_px) / (min(width_pt, height_pt) / max(width_pt, height_pt, 1.0) or 1.0)
    return dpi if is_meant_dpi(dpi) and abs(across_corner - 1) <= 0.01 else None


def _embedded_pixels(image: pdfium.PdfImage, wish: Wish) -> PageImage:
    check_size(*image.get_px_size())
    if image.get_filters() == ["DCTDecode"]:
        data = bytes(image.get_data(decode_simple=False))
        if data.startswith(b"\xff\xd8") and image.get_metadata().bits_per_pixel in (_GREY_BITS, 24):
            check_jpeg_is_whole(data)
            page = decode_jpeg(data, max(image.get_px_size()), wish)
            return replace(page, is_grey=image.get_metadata().bits_per_pixel == _GREY_BITS)
    bitmap = image.get_bitmap(render=False)
    return PageImage(_bitmap_pixels(bitmap, colour=wish.colour), is_grey=bitmap.n_channels == 1)


def _bitmap_pixels(bitmap: pdfium.PdfBitmap, *, colour: bool) -> NDArray[np.uint8]:
    pixels = np.array(bitmap.to_numpy())  # a copy: the bitmap's own memory goes with it
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        gray = pixels.reshape(pixels.shape[:2])
        return to_bgr(gray) if colour else gray
    bgr = np.ascontiguousarray(pixels[..., :3])
    return bgr if colour else to_gray(bgr)
