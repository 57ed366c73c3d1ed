"""Files hold the pages that were scanned, as other programs read them."""

import io
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image as Pillow

from omr.opencv import cv2
from omr.simulation.devices.scan_files import FileFormat, write_pages
from omr.simulation.effects import Image

DPI = 150


def _page(left_grey: int) -> Image:
    page = np.full((400, 300), 240, np.uint8)
    page[:, :100] = left_grey
    return page


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_that_a_path_may_have_vietnamese_letters(file_format: FileFormat, tmp_path: Path) -> None:
    path = tmp_path / f"phiếu khảo sát{file_format.ending}"

    write_pages(path, file_format, [_page(20)], DPI, [85])

    assert path.stat().st_size > 100


@pytest.mark.parametrize("file_format", [FileFormat.JPEG_GREY, FileFormat.PNG, FileFormat.TIFF_LZW])
def test_that_a_page_is_read_back(file_format: FileFormat, tmp_path: Path) -> None:
    path = tmp_path / f"a{file_format.ending}"

    write_pages(path, file_format, [_page(20)], DPI, [95])

    with Pillow.open(path) as picture:
        assert np.abs(np.asarray(picture).astype(int) - _page(20)).max() <= 12


def test_that_a_jpeg_states_its_resolution(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"

    write_pages(path, FileFormat.JPEG_GREY, [_page(20)], DPI, [85])

    with Pillow.open(path) as picture:
        assert picture.info["dpi"] == (150, 150)


def test_that_colour_is_kept(tmp_path: Path) -> None:
    red = np.zeros((400, 300, 3), np.uint8) + np.array([200, 30, 30], np.uint8)

    write_pages(tmp_path / "a.jpg", FileFormat.JPEG_COLOUR, [red], DPI, [90])

    pixel = np.asarray(cv2.imdecode(np.fromfile(tmp_path / "a.jpg", np.uint8), cv2.IMREAD_COLOR))[200, 150]
    assert pixel[2] > 180  # OpenCV: blue, green, red
    assert pixel[0] < 50


def test_that_a_g4_file_has_all_pages_in_one_bit(tmp_path: Path) -> None:
    write_pages(tmp_path / "a.tif", FileFormat.TIFF_G4, [_page(20), _page(200)], DPI, [85, 85])

    with Pillow.open(tmp_path / "a.tif") as picture:
        assert getattr(picture, "n_frames", 1) == 2
        assert picture.info["compression"] == "group4"
        assert picture.mode == "1"
        assert not np.asarray(picture)[:, :100].any()
        assert np.asarray(picture)[:, 100:].all()


def test_that_a_pdf_holds_the_jpegs_at_the_size_of_the_paper(tmp_path: Path) -> None:
    write_pages(tmp_path / "a.pdf", FileFormat.PDF_JPEG, [_page(20), _page(200)], DPI, [85, 85])

    document = pdfium.PdfDocument(io.BytesIO((tmp_path / "a.pdf").read_bytes()))
    assert len(document) == 2
    assert document[0].get_size() == (144.0, 192.0)
    image = document[1].render(scale=DPI / 72, grayscale=True).to_numpy().reshape(400, 300)
    assert abs(int(image[200, 50]) - 200) <= 6
    assert (tmp_path / "a.pdf").read_bytes().count(b"DCTDecode") == 2
    document.close()
