"""Small files that cost much: made by a little code each, so that none need be stored."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

_SIDE_PX = 9_900  # just below the largest page that is read
_MANY_PAGES = 100_000


def nested_forms_pdf(path: Path) -> None:
    """A PDF whose page draws a form ten times, which draws a form ten times, and so on."""
    depth, fan = 12, 10
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        _stream(b"", b"/F Do " * fan),
    ]
    for level in range(depth):
        inner = b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + level) if level < depth - 1 else b""
        content = b"/F Do " * fan if level < depth - 1 else b"0 0 9 9 re f "
        objects.append(_stream(b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + inner, content))
    path.write_bytes(_pdf(objects))


def flate_pdf(path: Path) -> None:
    """A PDF of a megabyte whose one image is said to be a page, and inflates to gigabytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1300)) + packer.flush()
    image = (
        b"/Type/XObject/Subtype/Image/Width 9900/Height 9900/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        _stream(b"", b"595 0 0 842 0 0 cm /I Do"),
        _stream(image, packed),
    ]
    path.write_bytes(_pdf(objects))


def sixteen_bit_png(path: Path) -> None:
    """A PNG of just under 100 megapixels in colour, with alpha, of 16 bits each."""
    packer = zlib.compressobj(1)
    row = b"\0" + b"\x80" * (8 * _SIDE_PX)
    packed = b"".join(packer.compress(row) for _ in range(_SIDE_PX)) + packer.flush()
    header = struct.pack(">IIBBBBB", _SIDE_PX, _SIDE_PX, 16, 6, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", packed), _chunk(b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def tiff_of_many_pages(path: Path) -> None:
    """A TIFF of 100,000 directories, all of one strip."""
    data = io.BytesIO()
    data.write(b"II*\0" + struct.pack("<I", 8))
    strip = 8 + _MANY_PAGES * (2 + 9 * 12 + 4)
    for number in range(_MANY_PAGES):
        start = 8 + number * (2 + 9 * 12 + 4)
        following = start + 2 + 9 * 12 + 4 if number + 1 < _MANY_PAGES else 0
        data.write(_directory(strip, following))
    data.write(b"\xff" * 404 * 51)
    path.write_bytes(data.getvalue())


def tiff_in_a_circle(path: Path) -> None:
    """A TIFF whose directory names itself as the next."""
    path.write_bytes(b"II*\0" + struct.pack("<I", 8) + _directory(200, 8) + bytes(78) + b"\xff" * 404 * 51)


def pdf_of_many_pages(path: Path) -> None:
    """A PDF of 100,000 empty pages."""
    pages = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * _MANY_PAGES
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(_MANY_PAGES))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, _MANY_PAGES), *pages
    ]  # fmt: skip
    path.write_bytes(_pdf(objects))


def _directory(strip: int, following: int) -> bytes:
    """Return a TIFF directory of a page of 404 x 404 px in black and white."""
    entries = (
        (256, 4, 404), (257, 4, 404), (258, 3, 1), (259, 3, 1), (262, 3, 1), (273, 4, strip), (277, 3, 1),
        (278, 4, 404), (279, 4, 404 * 51),
    )  # fmt: skip
    packed = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return struct.pack("<H", len(entries)) + packed + struct.pack("<I", following)


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def _pdf(objects: list[bytes]) -> bytes:
    data = io.BytesIO()
    data.write(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(data.tell())
        data.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = data.tell()
    data.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    data.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    data.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return data.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


SCANS: dict[str, Callable[[Path], None]] = {
    "nested-forms.pdf": nested_forms_pdf,
    "flate.pdf": flate_pdf,
    "sixteen-bit.png": sixteen_bit_png,
    "many-pages.tif": tiff_of_many_pages,
    "circle.tif": tiff_in_a_circle,
    "many-pages.pdf": pdf_of_many_pages,
}
"""Scans that cost much, by name."""
