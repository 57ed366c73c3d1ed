"""Delivered files to page images: PDF, TIFF, JPEG and PNG, one page at a time.

A file that cannot be used raises ``UnreadableScan`` with the reason; nothing is repaired or guessed, because a page
whose lower half is missing would read as left blank.
"""

import io
import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pdf2image
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from omr.opencv import cv2
from omr.results import Reason

GrayImage = NDArray[np.uint8]
"""(H, W) uint8, 0 = black."""

EXTENSIONS = (".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png")
"""Endings of files that are looked for in folders."""

MAX_PIXELS = 100_000_000  # A3 at 600 dpi has 70 million; what is beyond is no scan of a form
MIN_SIDE_PX = 400  # A4 at 50 dpi; nothing can be read below
RENDER_DPI = 300  # for PDF pages that are more than one scanned image
_LEAST_STATED_DPI, _MOST_STATED_DPI = 99.0, 1201.0  # 72 and 96 are what programs write that do not know
_JPEG_FLAGS = {
    (1, False): cv2.IMREAD_GRAYSCALE, (2, False): cv2.IMREAD_REDUCED_GRAYSCALE_2,
    (4, False): cv2.IMREAD_REDUCED_GRAYSCALE_4, (1, True): cv2.IMREAD_COLOR,
    (2, True): cv2.IMREAD_REDUCED_COLOR_2, (4, True): cv2.IMREAD_REDUCED_COLOR_4,
}  # fmt: skip  # by shrink and colour
_MIN_COVERAGE = 0.95  # share of a PDF page that its one image must cover to stand for the page

# Sizes are checked here, page by page, so that Pillow neither warns nor refuses by its own rule.
Image.MAX_IMAGE_PIXELS = None


class UnreadableScan(Exception):
    """A file or page that cannot be turned into an image."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """One delivered page, perhaps smaller than it was delivered.

    Attributes:
        pixels: ``GrayImage`` or, where colour was asked for, (H, W, 3) uint8 BGR.
        shrink: How many delivered pixels one of ``pixels`` is wide: 1, 2 or 4.
        stated_dpi: Delivered pixels per inch, as the file says; None where it says nothing that can be meant.
    """

    pixels: NDArray[np.uint8]
    shrink: int = 1
    stated_dpi: float | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """How a page is asked for; see ``ScanFile.load``."""

    colour: bool
    enough_px: int | None


@dataclass(frozen=True, slots=True)
class ScanFile:
    """An opened file: how many pages it has, and how to get one.

    Attributes:
        page_count: Pages in the file, at least 1.
        fetch: Returns a page as wished.
        close: Lets go of the file.
    """

    page_count: int
    fetch: Callable[[int, Wish], PageImage]
    close: Callable[[], None] = lambda: None

    def load(self, index: int, *, colour: bool = False, enough_px: int | None = None) -> PageImage:
        """Return one page.

        Args:
            index: 0-based.
            colour: Whether colour is wanted.
            enough_px: If given, a JPEG, which can be decoded at half or quarter size in less time, comes as small as
                leaves its longer side at least this long.

        Raises:
            UnreadableScan: The page is damaged, too large or too small.
        """
        return self.fetch(index, Wish(colour, enough_px))

    def __enter__(self) -> "ScanFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


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
        return _open_pdf(path)
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return _open_tiff(path)
    if head.startswith(b"\xff\xd8") or head.startswith(b"\x89PNG\r\n\x1a\n"):
        return ScanFile(1, lambda _index, wish: _load_image(path, wish))
    raise UnreadableScan(Reason.UNKNOWN_FORMAT)


# JPEG and PNG


def _load_image(path: Path, wish: Wish) -> PageImage:
    data = path.read_bytes()
    longer_px, stated_dpi = _check_header(data)
    if data.startswith(b"\xff\xd8"):
        _check_jpeg_is_whole(data)
        return replace(_decode_jpeg(data, longer_px, wish), stated_dpi=stated_dpi)
    if b"IEND" not in data[-64:]:
        raise UnreadableScan(Reason.FILE_TRUNCATED)
    pixels = _decode(data, cv2.IMREAD_COLOR if wish.colour else cv2.IMREAD_GRAYSCALE)
    return PageImage(pixels, stated_dpi=stated_dpi)


def _check_header(data: bytes) -> tuple[int, float | None]:
    """Return the longer side in pixels, and the stated resolution."""
    try:
        with Image.open(io.BytesIO(data)) as image:  # reads the header only
            _check_size(*image.size)
            return max(image.size), _stated_dpi(image)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error


def _stated_dpi(image: Image.Image) -> float | None:
    """Return the resolution that a file states, unless it is unequal in height and width or a program's filler."""
    try:
        across, down = (float(side) for side in image.info.get("dpi", (0.0, 0.0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    is_meant = _LEAST_STATED_DPI <= across <= _MOST_STATED_DPI and abs(across - down) <= 0.01 * across
    return across if is_meant else None


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise UnreadableScan(Reason.IMAGE_TOO_LARGE, f"{width} x {height} px")
    if min(width, height) < MIN_SIDE_PX:
        raise UnreadableScan(Reason.IMAGE_TOO_SMALL, f"{width} x {height} px")


def _check_jpeg_is_whole(data: bytes) -> None:
    """Decoders fill the missing rest of a cut-off JPEG with grey and say nothing, so look for its end mark.

    1. Walk the marker segments (they may hold a thumbnail with an end mark of its own) to the start of scan.
    2. Within the scan 0xFF is followed by 0x00 or a restart, so the first FF D9 after it is the end of the image.
    """
    if data.endswith(b"\xff\xd9"):
        return  # nearly always; the walk is for files with something behind the image
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker, length = data[position + 1], int.from_bytes(data[position + 2 : position + 4], "big")
        if marker == 0xDA:
            if data.find(b"\xff\xd9", position) < 0:
                break
            return
        position += 1 if marker == 0xFF else 2 + length
    raise UnreadableScan(Reason.FILE_TRUNCATED)


def _decode_jpeg(data: bytes, longer_px: int, wish: Wish) -> PageImage:
    """Decode no more of a JPEG than is wished: of every 8 x 8 block its coarse part gives a half or quarter size."""
    shrink = next((k for k in (4, 2) if wish.enough_px is not None and longer_px >= k * wish.enough_px), 1)
    return PageImage(_decode(data, _JPEG_FLAGS[shrink, wish.colour]), shrink)


def _decode(data: bytes, flag: int) -> NDArray[np.uint8]:
    buffer = np.frombuffer(data, np.uint8)
    try:
        if _has_alpha(data):
            return _on_white(cv2.imdecode(buffer, cv2.IMREAD_UNCHANGED), colour=flag == cv2.IMREAD_COLOR)
        # The turn is found from the print, so that an orientation note and none give the same coordinates.
        pixels = cv2.imdecode(buffer, flag | cv2.IMREAD_IGNORE_ORIENTATION)
    except cv2.error as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error
    if pixels is None:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    return np.asarray(pixels, np.uint8)


def _has_alpha(data: bytes) -> bool:
    return data.startswith(b"\x89PNG") and data[25] in (4, 6)


def _on_white(pixels: Any, *, colour: bool) -> NDArray[np.uint8]:
    if pixels is None:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    if pixels.dtype == np.uint16:
        pixels = (pixels // 257).astype(np.uint8)
    alpha = pixels[..., -1:].astype(np.float32) / 255
    bgr = np.repeat(pixels[..., :1], 3, axis=2) if pixels.shape[2] == 2 else pixels[..., :3]
    flat = np.rint(bgr * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return flat if colour else _to_gray(flat)


def _to_gray(bgr: NDArray[np.uint8]) -> GrayImage:
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)


# TIFF


def _open_tiff(path: Path) -> ScanFile:
    try:
        with _quietly():
            image = Image.open(path)
            page_count = int(getattr(image, "n_frames", 1))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error

    def fetch(index: int, wish: Wish) -> PageImage:
        pixels = _load_tiff_page(image, index, colour=wish.colour)
        return PageImage(pixels, stated_dpi=_stated_dpi(image))

    return ScanFile(page_count, fetch, image.close)


@contextmanager
def _quietly() -> Iterator[None]:
    """Pillow warns of tags it cannot read; what counts is whether the pixels come, and their failure is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _load_tiff_page(image: Image.Image, index: int, *, colour: bool) -> NDArray[np.uint8]:
    try:
        with _quietly():
            image.seek(index)
            _check_size(*image.size)
            return _pillow_pixels(image, colour=colour)
    except (OSError, EOFError, ValueError, SyntaxError, KeyError) as error:
        reason = Reason.FILE_TRUNCATED if "truncated" in str(error) else Reason.FILE_DAMAGED
        raise UnreadableScan(reason) from error


def _pillow_pixels(image: Image.Image, *, colour: bool) -> NDArray[np.uint8]:
    image.load()
    if image.mode.startswith(("I;16", "I")):
        samples = np.asarray(image).astype(np.float32)
        gray = np.clip(samples / (257 if samples.max(initial=0) > 255 else 1), 0, 255).astype(np.uint8)
        return np.asarray(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR), np.uint8) if colour else gray
    if image.mode in ("RGBA", "LA", "PA"):
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        image = white
    if colour:
        return np.ascontiguousarray(np.asarray(image.convert("RGB"))[..., ::-1])
    return np.asarray(image.convert("L"))


# PDF


def _open_pdf(path: Path) -> ScanFile:
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
        return _load_pdf_page(path, document, index, wish)

    return ScanFile(page_count, fetch, document.close)


def _load_pdf_page(path: Path, document: pdfium.PdfDocument, index: int, wish: Wish) -> PageImage:
    try:
        page = document[index]
        try:
            image = _only_image(page)
            if image is not None:
                return replace(_embedded_pixels(image, wish), stated_dpi=_dpi_on_page(image))
            _check_size(*(round(side / 72 * RENDER_DPI) for side in page.get_size()))
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error
    return PageImage(_render(path, document, index, colour=wish.colour))


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
    return dpi if _LEAST_STATED_DPI <= dpi <= _MOST_STATED_DPI and abs(across_corner - 1) <= 0.01 else None


def _embedded_pixels(image: pdfium.PdfImage, wish: Wish) -> PageImage:
    _check_size(*image.get_px_size())
    if image.get_filters() == ["DCTDecode"]:
        data = bytes(image.get_data(decode_simple=False))
        if data.startswith(b"\xff\xd8") and image.get_metadata().bits_per_pixel in (8, 24):
            _check_jpeg_is_whole(data)
            return _decode_jpeg(data, max(image.get_px_size()), wish)
    return PageImage(_bitmap_pixels(image.get_bitmap(render=False), colour=wish.colour))


def _bitmap_pixels(bitmap: pdfium.PdfBitmap, *, colour: bool) -> NDArray[np.uint8]:
    pixels = np.array(bitmap.to_numpy())  # a copy: the bitmap's own memory goes with it
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        gray = pixels.reshape(pixels.shape[:2])
        return np.asarray(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR), np.uint8) if colour else gray
    bgr = np.ascontiguousarray(pixels[..., :3])
    return bgr if colour else _to_gray(bgr)


def _render(path: Path, document: pdfium.PdfDocument, index: int, *, colour: bool) -> NDArray[np.uint8]:
    """Draw a page that is more than one image; through poppler where it is installed, else through pdfium."""
    if shutil.which("pdftoppm") is None:
        bgr = _bitmap_pixels(document[index].render(scale=RENDER_DPI / 72, rev_byteorder=False), colour=True)
        return bgr if colour else _to_gray(bgr)
    try:
        pages = pdf2image.convert_from_path(
            os.fspath(path), dpi=RENDER_DPI, first_page=index + 1, last_page=index + 1, grayscale=not colour
        )
    except (pdf2image.exceptions.PDFPageCountError, pdf2image.exceptions.PDFSyntaxError) as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error
    if not pages:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    return _pillow_pixels(pages[0], colour=colour)
