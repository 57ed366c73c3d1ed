"""PDF pages whose one image is stored turned over in grey value, or as a stencil; viewers show an ordinary page."""

import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from omr.images.page_image import Wish
from omr.images.page_source import open_scan
from omr.opencv import cv2

_SIZE = (720, 480)  # rows and columns, at 100 dpi


def _sheet() -> NDArray[np.uint8]:
    """Return white paper with a black bar across it, off the middle."""
    sheet = np.full(_SIZE, 255, np.uint8)
    sheet[120:168, 60:360] = 0
    return sheet


def _pdf(image: str, data: bytes) -> bytes:
    """Return a PDF file of one page that is one image.

    Args:
        image: What its dictionary says of it, besides its size.
        data: Its pixels, as the filter that is named there packs them.
    """
    rows, columns = _SIZE
    width, height = columns * 72 / 100, rows * 72 / 100
    drawn = f"0 g {width} 0 0 {height} 0 0 cm /I Do".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 5 0 R "
        "/Resources << /XObject << /I 4 0 R >> >> >>".encode(),
        f"<< /Type /XObject /Subtype /Image /Width {columns} /Height {rows} {image} "
        f"/Length {len(data)} >>\nstream\n".encode()
        + data
        + b"\nendstream",
        f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream",
    ]
    written, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF"
    return written + tail.encode()


def _packed(is_white: NDArray[np.bool_]) -> bytes:
    return zlib.compress(np.packbits(is_white, axis=1).tobytes())


def _jpeg(sheet: NDArray[np.uint8]) -> bytes:
    return bytes(cv2.imencode(".jpg", sheet)[1])


_FLATE, _DCT = "/BitsPerComponent 8 /Filter /FlateDecode", "/BitsPerComponent 8 /Filter /DCTDecode"
_STENCIL = "/ImageMask true /BitsPerComponent 1 /Filter /FlateDecode"


@pytest.mark.parametrize(
    ("image", "data"),
    [
        (f"/ColorSpace /DeviceGray {_FLATE}", zlib.compress(_sheet().tobytes())),
        (f"/ColorSpace /DeviceGray /Decode [1 0] {_FLATE}", zlib.compress((255 - _sheet()).tobytes())),
        (f"/ColorSpace /DeviceGray /Decode [1 0] {_DCT}", _jpeg(255 - _sheet())),
        (_STENCIL, _packed(_sheet() > 0)),
        (f"{_STENCIL} /Decode [1 0]", _packed(_sheet() == 0)),
    ],
    ids=["plain", "turned over", "JPEG turned over", "stencil", "stencil turned over"],
)
def test_that_an_image_shows_as_the_page_does(image: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(_pdf(image, data))

    with open_scan(path) as scan:
        pixels = scan.fetch(0, Wish(colour=False, enough_px=None)).pixels

    rows, columns = (
        np.linspace(0, side - 1, count).astype(int) for side, count in zip(pixels.shape, _SIZE, strict=True)
    )
    assert (np.abs(pixels[np.ix_(rows, columns)].astype(int) - _sheet()) < 40).mean() > 0.98
