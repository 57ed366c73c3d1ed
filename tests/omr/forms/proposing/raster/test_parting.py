"""Rings so close to their letters, or to the rules around them, that blurring makes one piece of them."""

import pytest

from omr.forms.proposing.content.page_content import ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM, find_ink
from omr.forms.proposing.raster.parting import part_outlines
from omr.forms.proposing.raster.sorted_print import SortedPrint, sort_print
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, paper, text

_STEP_PX, _ROW_PX = 82, 60
_ACROSS_PX, _DOWN_PX = 20, 13  # half the sides of an oval


def _oval(page: Pixels, x: int, y: int, letter: str) -> None:
    cv2.ellipse(page, (x, y), (_ACROSS_PX, _DOWN_PX), 0, 0, 360, (30,), 3, cv2.LINE_AA)
    text(page, (x - 7) / PX_PER_MM, (y + 8) / PX_PER_MM, letter, 0.72)


def _rows(page: Pixels, top: int, rows: int) -> None:
    for row in range(rows):
        for column in range(4):
            _oval(page, 120 + _STEP_PX * column, top + _ROW_PX * row, "ABCD"[column])


def _frames(page: Pixels, top: int, rows: int, gap_px: int) -> None:
    """Draw a frame around each row, so close above and below that hardly any paper is left between."""
    for row in range(rows):
        y = top + _ROW_PX * row
        reach = _DOWN_PX + 1 + gap_px + 3
        cv2.rectangle(page, (80, y - reach), (410, y + reach), (30,), 5)


def _first_and_parted(page: Pixels) -> tuple[SortedPrint, SortedPrint]:
    seen = find_ink(page)
    first = sort_print(seen)
    return first, part_outlines(page, seen, first)


def _ovals(found: SortedPrint) -> int:
    return sum(shape.shape.kind is ShapeKind.OVAL for shape in found.shapes)


def test_that_rings_are_parted_from_their_letters() -> None:
    page = paper()
    _rows(page, 80, 5)

    first, parted = _first_and_parted(page)

    assert _ovals(first) < _ovals(parted) == 20
    assert len(parted.pieces.boxes) > len(first.pieces.boxes)  # and letters are pieces of their own


@pytest.mark.parametrize("gap_px", [2, 0])
def test_that_rings_between_rules_are_found_by_those_that_stand_free(gap_px: int) -> None:
    page = paper(height_mm=64)
    _rows(page, 80, 4)
    _rows(page, 400, 5)
    _frames(page, 400, 5, gap_px)

    first, parted = _first_and_parted(page)

    assert _ovals(first) < _ovals(parted)
    assert _ovals(parted) >= 34
    assert sum(rule.is_level for rule in parted.ruling.rules) >= 10


def test_that_print_without_rings_stays_as_it_is() -> None:
    page = paper()
    for row in range(5):
        text(page, 4, 8 + 7 * row, "Cong dan OBOE @ & DODO")

    first, parted = _first_and_parted(page)

    assert parted is first
