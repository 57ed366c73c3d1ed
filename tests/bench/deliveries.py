"""The same scanned pages as the files that different scanners deliver.

Pages are carried from format to format without being encoded again wherever the format allows it, so that two
deliveries of one pile differ in nothing but their wrapping.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL.TiffImagePlugin import AppendingTiffWriter

from omr.opencv import cv2

_DPI = 300
_WHITE_FROM = 170  # grey level: where the drivers of office scanners draw the line, within a few levels
_ROWS_PER_STRIP = 278  # TIFF tags, by number
_STRIP_OFFSETS, _STRIP_BYTES = 273, 279
_PHOTOMETRIC = 262  # 1: what group 4 calls black is white


@dataclass(frozen=True, slots=True)
class EmbeddedImage:
    """One page of a scanned PDF, as bytes the PDF takes as they are.

    Attributes:
        data: A whole JPEG file, or one strip of CCITT group 4.
        width_px: Of the image.
        height_px: Of the image.
        entries: What the PDF says of the bytes besides their size.
    """

    data: bytes
    width_px: int
    height_px: int
    entries: str


def write_g4_files(jpegs: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Write every page as a black-and-white TIFF of its own."""
    folder.mkdir()
    return tuple(_write_g4(jpeg, folder / f"{jpeg.stem}.tif") for jpeg in jpegs)


def _write_g4(jpeg: Path, path: Path) -> Path:
    gray = cv2.imread(str(jpeg), cv2.IMREAD_GRAYSCALE)
    assert gray is not None, jpeg
    page = Pillow.fromarray(np.where(gray >= _WHITE_FROM, np.uint8(255), np.uint8(0))).convert("1")
    one_strip = {_ROWS_PER_STRIP: page.height}  # as scanners write it, and as a PDF needs it
    page.save(path, format="TIFF", compression="group4", dpi=(_DPI, _DPI), tiffinfo=one_strip)
    return path


def write_one_tiff(g4_files: Sequence[Path], path: Path) -> Path:
    """Write all pages into one TIFF."""
    with AppendingTiffWriter(str(path), new=True) as tiff:  # Image.save would hold all pages in memory
        for file in g4_files:
            with Pillow.open(file) as image:
                image.save(tiff, format="TIFF", compression="group4", dpi=(_DPI, _DPI))
            tiff.newFrame()
    return path


def write_jpeg_pdf(jpegs: Sequence[Path], path: Path) -> Path:
    """Write all pages into one PDF, each the JPEG as it is."""
    return _write_pdf(jpegs, _jpeg, path)


def write_g4_pdf(g4_files: Sequence[Path], path: Path) -> Path:
    """Write all pages into one PDF, each the group 4 data as it is."""
    return _write_pdf(g4_files, _g4, path)


def _jpeg(file: Path) -> EmbeddedImage:
    with Pillow.open(file) as image:
        entries = f"/ColorSpace /Device{'Gray' if image.mode == 'L' else 'RGB'} /BitsPerComponent 8 /Filter /DCTDecode"
        return EmbeddedImage(file.read_bytes(), *image.size, entries)


def _g4(file: Path) -> EmbeddedImage:
    with Pillow.open(file) as image:
        tags = image.tag_v2  # type: ignore[attr-defined]  # every TIFF has them
        (offset,), (size,) = tags[_STRIP_OFFSETS], tags[_STRIP_BYTES]
        width, height = image.size
    is_inverted = "true" if tags[_PHOTOMETRIC] == 1 else "false"
    parameters = f"/DecodeParms << /K -1 /Columns {width} /Rows {height} /BlackIs1 {is_inverted} >>"
    entries = f"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode {parameters}"
    return EmbeddedImage(file.read_bytes()[offset : offset + size], width, height, entries)


def _write_pdf(files: Sequence[Path], embed: Callable[[Path], EmbeddedImage], path: Path) -> Path:
    """Write a PDF as the firmware of scanners does: per page an image, a line that draws it, and the page.

    Objects 1 and 2 are the catalogue and the list of pages; page k, from 0, has the three objects from 3 + 3 k.
    """
    offsets: list[int] = []
    with path.open("wb") as out:

        def put(body: bytes) -> None:
            offsets.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (len(offsets), body))

        out.write(b"%PDF-1.5\n")
        put(b"<< /Type /Catalog /Pages 2 0 R >>")
        kids = " ".join(f"{5 + 3 * page} 0 R" for page in range(len(files)))
        put(f"<< /Type /Pages /Count {len(files)} /Kids [{kids}] >>".encode())
        for file in files:
            for body in _page_objects(embed(file), len(offsets) + 1):
                put(body)
        start = out.tell()
        table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
        size = len(offsets) + 1
        trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        out.write(f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode())
    return path


def _page_objects(image: EmbeddedImage, first: int) -> tuple[bytes, bytes, bytes]:
    """Return the image, what draws it and the page; their numbers are ``first`` and the two after it."""
    width_pt, height_pt = (pixels * 72 / _DPI for pixels in (image.width_px, image.height_px))
    head = f"<< /Type /XObject /Subtype /Image /Width {image.width_px} /Height {image.height_px} {image.entries}"
    picture = f"{head} /Length {len(image.data)} >>\nstream\n".encode() + image.data + b"\nendstream"
    drawing = f"q {width_pt:.3f} 0 0 {height_pt:.3f} 0 0 cm /Im0 Do Q".encode()
    content = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing)
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width_pt:.3f} {height_pt:.3f}] "
        f"/Resources << /XObject << /Im0 {first} 0 R >> >> /Contents {first + 1} 0 R >>"
    )
    return picture, content, page.encode()
