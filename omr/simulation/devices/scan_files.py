"""Writing scans as office scanners deliver them: one file per page, or many pages in one file."""

import io
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image as Pillow

from omr.opencv import cv2
from omr.simulation.effects import Image


class FileFormat(StrEnum):
    """What the scanner's driver writes."""

    JPEG_GREY = "jpeg-grey"
    JPEG_COLOUR = "jpeg-colour"
    PNG = "png"
    TIFF_G4 = "tiff-g4"
    TIFF_LZW = "tiff-lzw"
    PDF_JPEG = "pdf-jpeg"

    @property
    def ending(self) -> str:
        """The file name's ending, with its dot."""
        return {"jpeg": ".jpg", "png": ".png", "tiff": ".tif", "pdf": ".pdf"}[self.value.partition("-")[0]]

    @property
    def holds_many_pages(self) -> bool:
        """Whether one file takes several pages."""
        return self in (FileFormat.TIFF_G4, FileFormat.TIFF_LZW, FileFormat.PDF_JPEG)

    @property
    def has_colour(self) -> bool:
        """Whether pages are scanned in colour."""
        return self is FileFormat.JPEG_COLOUR


def write_pages(
    path: Path, file_format: FileFormat, pages: Sequence[Image], dpi: int, qualities: Sequence[int]
) -> None:
    """Write ``pages``, each (H, W) or (H, W, 3) uint8 RGB, as one file.

    Args:
        path: The file to write.
        file_format: Its format; formats of one page take the first only.
        pages: What it holds.
        dpi: Written into the file, as scanners do.
        qualities: JPEG quality of each page.
    """
    match file_format:
        case FileFormat.JPEG_GREY | FileFormat.JPEG_COLOUR:
            path.write_bytes(_jpeg(pages[0], dpi, qualities[0]))
        case FileFormat.PNG:
            path.write_bytes(cv2.imencode(".png", _bgr(pages[0]), [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes())
        case FileFormat.TIFF_G4:
            _write_tiff(
                path, [Pillow.fromarray(page).convert("1", dither=Pillow.Dither.NONE) for page in pages], dpi, "group4"
            )
        case FileFormat.TIFF_LZW:
            _write_tiff(path, [Pillow.fromarray(page) for page in pages], dpi, "tiff_lzw")
        case FileFormat.PDF_JPEG:
            _write_pdf(
                path, [_jpeg(page, dpi, quality) for page, quality in zip(pages, qualities, strict=True)], pages, dpi
            )


def _bgr(image: Image) -> cv2.typing.MatLike:
    return image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2BGR)


def _jpeg(image: Image, dpi: int, quality: int) -> bytes:
    data = cv2.imencode(".jpg", _bgr(image), [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
    # JFIF: unit of the density at byte 13 (1 = per inch), then horizontal and vertical density, two bytes each.
    return data[:13] + b"\x01" + dpi.to_bytes(2) * 2 + data[18:]


def _write_tiff(path: Path, pages: Sequence[Pillow.Image], dpi: int, compression: str) -> None:
    pages[0].save(path, format="TIFF", save_all=True, append_images=pages[1:], compression=compression, dpi=(dpi, dpi))


def _write_pdf(path: Path, jpegs: Sequence[bytes], pages: Sequence[Image], dpi: int) -> None:
    """Write one page per image, the image's own bytes inside, as scanners do."""
    document = pdfium.PdfDocument.new()
    for jpeg, image in zip(jpegs, pages, strict=True):
        width_pt, height_pt = (pixels * 72 / dpi for pixels in (image.shape[1], image.shape[0]))
        picture = pdfium.PdfImage.new(document)
        picture.load_jpeg(io.BytesIO(jpeg), inline=True)
        picture.set_matrix(pdfium.PdfMatrix().scale(width_pt, height_pt))
        page = document.new_page(width_pt, height_pt)
        page.insert_obj(picture)
        page.gen_content()
    with path.open("wb") as file:
        document.save(file)
    document.close()
