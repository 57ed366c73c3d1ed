from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from omr.images.page_source import open_scan
from omr.opencv import cv2
from tests.bench import deliveries

_PAGES = 3


@pytest.fixture
def jpegs(tmp_path: Path) -> tuple[Path, ...]:
    """Pages with as many black bars as their number, 600 x 800 px."""
    files = []
    for number in range(1, _PAGES + 1):
        page = np.full((800, 600), 230, np.uint8)
        for bar in range(number):
            page[100 + 100 * bar : 140 + 100 * bar, 64:536] = 20
        files.append(tmp_path / f"page-{number}.jpg")
        assert cv2.imwrite(str(files[-1]), page)
    return tuple(files)


def _bars(pixels: np.ndarray) -> int:
    column = pixels[:, 300] < 128
    return int(np.count_nonzero(column[1:] & ~column[:-1]))


def test_that_a_jpeg_pdf_holds_the_very_pixels_of_its_files(jpegs: tuple[Path, ...], tmp_path: Path) -> None:
    pdf = deliveries.write_jpeg_pdf(jpegs, tmp_path / "all.pdf")

    with open_scan(pdf) as scan:
        pages = [scan.load(index).pixels for index in range(scan.page_count)]

    assert len(pages) == _PAGES
    for page, jpeg in zip(pages, jpegs, strict=True):
        assert np.array_equal(page, cv2.imread(str(jpeg), cv2.IMREAD_GRAYSCALE))


@pytest.mark.parametrize("wrap", [deliveries.write_one_tiff, deliveries.write_g4_pdf])
def test_that_pages_in_black_and_white_keep_order_and_polarity(
    wrap: Callable[[tuple[Path, ...], Path], Path], jpegs: tuple[Path, ...], tmp_path: Path
) -> None:
    g4_files = deliveries.write_g4_files(jpegs, tmp_path / "g4")
    whole = wrap(g4_files, tmp_path / "all")

    with open_scan(whole) as scan:
        pages = [scan.load(index).pixels for index in range(scan.page_count)]

    assert [_bars(page) for page in pages] == [1, 2, 3]
    assert all(set(np.unique(page)) == {0, 255} for page in pages)
    assert all(page[0, 0] == 255 for page in pages)
