"""Specks of copiers and lines of scanners on small drawn pages."""

from pathlib import Path

import numpy as np
import pytest

from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.raster.dust import find_dust
from omr.forms.proposing.raster.flattening import tilt_deg
from omr.forms.proposing.raster.ink import pieces_of
from omr.forms.proposing.raster.lettering.tesseract import WANTED, languages
from omr.forms.proposing.raster.scanner_lines import without_scanner_lines
from omr.forms.proposing.raster.shapes.outlines import find_shapes
from omr.forms.proposing.template_proposal import propose_template
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.pictures import Pixels, raster, save, small_form, turned
from tests.omr.forms.proposing.sheet import Sheet

LETTER_PX = 25.0


def _ink(width: int = 300, height: int = 200) -> Pixels:
    return np.zeros((height, width), np.uint8)


def _dot(ink: Pixels, x: int, y: int, side: int = 6) -> None:
    ink[y : y + side, x : x + side] = 1


def _dust_at(ink: Pixels) -> set[tuple[int, int]]:
    """Return left and top of every piece of ink that is dust."""
    pieces = pieces_of(ink)
    dust = find_dust(pieces, LETTER_PX)
    return {(int(x), int(y)) for x, y, *_ in pieces.boxes[1:] if dust[y, x]}


def test_that_small_ink_far_from_print_is_dust() -> None:
    ink = _ink()
    ink[80:105, 40:58] = 1  # a letter
    _dot(ink, 150, 90)
    _dot(ink, 40, 140)

    assert _dust_at(ink) == {(150, 90), (40, 140)}


@pytest.mark.parametrize("place", [(64, 99), (46, 70), (46, 110), (32, 90)], ids=["stop", "accent", "below", "before"])
def test_that_small_ink_of_a_letter_is_no_dust(place: tuple[int, int]) -> None:
    ink = _ink()
    ink[80:105, 40:58] = 1
    _dot(ink, *place)

    assert not _dust_at(ink)


def test_that_rows_of_dots_dashes_and_bullets_are_no_dust() -> None:
    ink = _ink()
    for x in range(100, 180, 16):
        _dot(ink, x, 60)
    ink[120:124, 40:56] = 1  # a dash
    cv2.circle(ink, (200, 150), 7, (1,), -1)  # a bullet

    assert not _dust_at(ink)


def test_that_specks_beside_each_other_come_to_an_end() -> None:
    ink = _ink()
    rng = np.random.default_rng(5)
    for x, y in rng.integers(0, 190, (300, 2)):
        _dot(ink, int(x), int(y), int(rng.integers(2, 8)))

    assert find_dust(pieces_of(ink), LETTER_PX).shape == ink.shape


def test_that_a_speck_at_the_corner_leaves_a_box_a_box() -> None:
    ink = _ink()
    cv2.rectangle(ink, (50, 60), (86, 96), (1,), 3)
    ink[56:60, 86:89] = 1

    (found,) = find_shapes(pieces_of(ink), LETTER_PX)

    assert found.shape.kind == "box"


def test_that_a_line_of_dirty_glass_goes_and_what_crosses_it_stays() -> None:
    page = np.full((600, 400), 255, np.uint8)
    cv2.rectangle(page, (40, 40), (360, 560), (0,), 2)  # a frame with margins
    cv2.line(page, (200, 300), (390, 300), (0,), 4)
    lined = page.copy()
    lined[:, 300:302] = 90

    clean = without_scanner_lines(lined)

    assert (clean != page).mean() < 0.002
    assert clean[300, 300] < 50 < 200 < clean[200, 300]
    assert (without_scanner_lines(page) == page).all()


def test_that_a_line_of_dirty_glass_does_not_say_how_a_page_lies() -> None:
    page = turned(raster(small_form()[0], 300), 0.5)
    page[:, -60:-57] = 0

    assert tilt_deg(without_scanner_lines(page)) == pytest.approx(0.5, abs=0.1)


def _table() -> Sheet:
    sheet = Sheet(148.0, 105.0)
    sheet.write(12, 12, "PHIẾU LẤY Ý KIẾN NGƯỜI DÂN", 13, bold=True)
    for x, level in zip((78, 100, 122), ("Không\nhài lòng", "Bình\nthường", "Rất\nhài lòng"), strict=True):
        for line, text in enumerate(level.split("\n")):
            sheet.middle(x, 30 + 4 * line, text, 9, bold=True)
    for row, label in enumerate(("Nơi ngồi chờ sạch sẽ", "Thủ tục dễ hiểu", "Kết quả đúng hẹn"), start=1):
        sheet.write(12, 36 + 10 * row, f"{row}) {label}", 10)
    return sheet


@pytest.mark.skipif(WANTED[0] not in languages(), reason="words are read with Tesseract")
def test_that_specks_in_empty_columns_take_no_area(tmp_path: Path) -> None:
    page = raster(_table(), 200)
    rng = np.random.default_rng(11)
    for x, y in rng.integers(10, np.array(page.shape[::-1]) - 10, (70, 2)):
        page[y : y + 3, x : x + 3] = 0
    page[:, -30:-28] = 0

    proposal = propose_template([save(page, tmp_path / "copy.png", 200)], tmp_path / "out")

    assert [len(item.options) for item in proposal.template.items()] == [3, 3, 3]
    assert NoteKind.LONE_LINES not in {note.kind for note in proposal.notes}
