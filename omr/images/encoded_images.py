"""JPEG, PNG, BMP and WebP: checked before they are decoded, JPEG decoded no finer than is wished."""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from omr.images.page_image import PageImage, UnreadableScan, Wish, check_size, to_gray, wants_memory
from omr.images.pillow_images import Notes, is_grey, notes_of, pillow_pixels, quietly, stated_dpi_of
from omr.images.strips import in_strips
from omr.opencv import cv2
from omr.results import Reason

_PNG = b"\x89PNG\r\n\x1a\n"
_BY_PILLOW = ("BMP", "WEBP")
_JPEG_FLAGS = {
    (1, False): cv2.IMREAD_GRAYSCALE, (2, False): cv2.IMREAD_REDUCED_GRAYSCALE_2,
    (4, False): cv2.IMREAD_REDUCED_GRAYSCALE_4, (1, True): cv2.IMREAD_COLOR,
    (2, True): cv2.IMREAD_REDUCED_COLOR_2, (4, True): cv2.IMREAD_REDUCED_COLOR_4,
}  # fmt: skip  # by shrink and colour


def load_encoded(data: bytes, wish: Wish) -> PageImage:
    """Return the one page of a JPEG, PNG, BMP or WebP file.

    Args:
        data: All of the file.
        wish: How the page is asked for.

    Raises:
        UnreadableScan: It is damaged, cut off, too large or too small.
    """
    header = _check_header(data)
    if data.startswith(b"\xff\xd8"):
        check_jpeg_is_whole(data)
        page = decode_jpeg(data, header.longer_px, wish)
    elif not data.startswith(_PNG):
        page = PageImage(_pillow_page(data, colour=wish.colour))
    elif b"IEND" not in data[-64:]:
        raise UnreadableScan(Reason.FILE_TRUNCATED)
    else:
        page = PageImage(_decode(data, cv2.IMREAD_COLOR if wish.colour else cv2.IMREAD_GRAYSCALE))
    pixels = np.asarray(cv2.flip(page.pixels, 1), np.uint8) if header.notes.is_mirrored else page.pixels
    facts = header.stated_dpi, header.notes.is_by_camera, header.is_grey
    return PageImage(pixels, page.shrink, *facts)


def _pillow_page(data: bytes, *, colour: bool) -> NDArray[np.uint8]:
    """Return the pixels of a BMP or WebP file, which Pillow refuses to decode where the end is missing."""
    try:
        with quietly(), Image.open(io.BytesIO(data), formats=_BY_PILLOW) as image:
            if getattr(image, "n_frames", 1) > 1:
                raise UnreadableScan(Reason.UNKNOWN_FORMAT)  # an animation, which no scanner writes
            return pillow_pixels(image, colour=colour)
    except OSError as error:
        raise UnreadableScan(Reason.FILE_TRUNCATED) from error


@dataclass(frozen=True, slots=True)
class _Header:
    """What a file says of its image."""

    longer_px: int
    stated_dpi: float | None
    notes: Notes
    is_grey: bool


def _check_header(data: bytes) -> _Header:
    try:
        with quietly(), Image.open(io.BytesIO(data)) as image:  # reads the header only
            check_size(*image.size)
            return _Header(max(image.size), stated_dpi_of(image), notes_of(image), is_grey(image))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error


def check_jpeg_is_whole(data: bytes) -> None:
    """Refuse a cut-off JPEG by its missing end mark: decoders fill what is missing with grey and say nothing.

    1. Walk the marker segments (they may hold a thumbnail with an end mark of its own) to the start of scan.
    2. Within the scan 0xFF is followed by 0x00 or a restart, so the first FF D9 after it is the end of the image.

    Raises:
        UnreadableScan: It is cut off.
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


def decode_jpeg(data: bytes, longer_px: int, wish: Wish) -> PageImage:
    """Decode no more of a JPEG than is wished: of every 8 x 8 block its coarse part gives a half or quarter size."""
    shrink = next((k for k in (4, 2) if wish.enough_px is not None and longer_px >= k * wish.enough_px), 1)
    return PageImage(_decode(data, _JPEG_FLAGS[shrink, wish.colour]), shrink)


def _decode(data: bytes, flag: int) -> NDArray[np.uint8]:
    buffer = np.frombuffer(data, np.uint8)
    try:
        if _has_alpha(data):
            return _on_white(cv2.imdecode(buffer, cv2.IMREAD_UNCHANGED), colour=flag == cv2.IMREAD_COLOR)
        # The turn is found from the print, so that a note of it and none give the same coordinates; see _Header.
        pixels = cv2.imdecode(buffer, flag | cv2.IMREAD_IGNORE_ORIENTATION)
    except cv2.error as error:
        if wants_memory(error):
            raise MemoryError from error
        raise UnreadableScan(Reason.FILE_DAMAGED) from error
    if pixels is None:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    return np.asarray(pixels, np.uint8)


def _has_alpha(data: bytes) -> bool:
    return data.startswith(b"\x89PNG") and data[25] in (4, 6)


def _on_white(pixels: Any, *, colour: bool) -> NDArray[np.uint8]:
    """Lay an image with an alpha channel on white paper."""
    if pixels is None:
        raise UnreadableScan(Reason.FILE_DAMAGED)
    return in_strips(pixels, lambda strip: _flat(strip, colour=colour), colour=colour)


def _flat(pixels: NDArray[Any], *, colour: bool) -> NDArray[np.uint8]:
    if pixels.dtype == np.uint16:
        pixels = (pixels // 257).astype(np.uint8)
    alpha = pixels[..., -1:].astype(np.float32) / 255
    bgr = np.repeat(pixels[..., :1], 3, axis=2) if pixels.shape[2] == 2 else pixels[..., :3]
    flat = np.rint(bgr * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return flat if colour else to_gray(flat)
