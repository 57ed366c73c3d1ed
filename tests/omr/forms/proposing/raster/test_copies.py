"""What filled copies have in common."""

import numpy as np
import pytest

from omr.forms.proposing.raster import copies as laying
from omr.forms.proposing.raster.copies import common_print, place_over
from omr.geometry import map_points
from omr.local_correction import NO_CORRECTION
from tests.omr.forms.proposing.raster.drawn_tables import filled_in, table_page

_SIZE_MM = (1240 / 300 * 25.4, 1320 / 300 * 25.4)
_ROW_PX = 130


def test_that_print_stays_and_marks_of_nine_in_ten_do_not() -> None:
    rng = np.random.default_rng(3)
    copies = []
    for number in range(10):
        copy = np.full((80, 120), 250, np.uint8)
        shift = int(rng.integers(0, 2))
        copy[20 + shift : 23 + shift, 10:110] = 30  # print, a hair off in some
        if number:
            x, y = int(rng.integers(50, 62)), int(rng.integers(45, 57))
            copy[y : y + 16, x : x + 3] = 40
        copies.append(copy)

    common = common_print(copies)

    assert (common[19:25, 12:108].min(axis=0) < 60).all()
    assert (common[40:] > 200).mean() > 0.999


def test_that_one_copy_without_the_print_does_not_take_it_away() -> None:
    copies = [np.full((40, 40), 250, np.uint8) for _ in range(10)]
    for copy in copies[1:]:
        copy[10:14, 5:35] = 20

    assert (common_print(copies)[10:14, 6:34] < 60).all()


def test_that_a_copy_is_not_laid_a_row_off_where_the_rows_are_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    page = table_page(0)
    to_px = np.diag([300 / 25.4, 300 / 25.4, 1.0])
    row_off = np.array([[1, 0, 0], [0, 1, _ROW_PX], [0, 0, 1.0]]) @ to_px
    beginnings = ((row_off, NO_CORRECTION), (to_px, NO_CORRECTION))
    monkeypatch.setattr(laying, "_beginnings", lambda *_: iter(beginnings))

    overlay = place_over(page, filled_in(page, 1, 3), _SIZE_MM)

    assert overlay is not None
    middle = np.array([[50.0, 50.0]])
    off_px = map_points(overlay.mapping, overlay.correction.applied_to(middle)) - map_points(to_px, middle)
    assert np.abs(off_px - (3, 0)).max() < 2
    assert overlay.in_common > 0.8


def test_that_hairlines_stay_as_dark_as_most_copies_show_them() -> None:
    rng = np.random.default_rng(5)
    copies = []
    for number in range(10):
        copy = np.full((60, 120), 252, np.float64)
        darkness = 60 if number < 2 else 100
        high = 30 + rng.uniform(-0.4, 0.4)
        for row in range(27, 34):
            copy[row, 10:110] -= darkness * max(0.0, 1 - abs(row - high))
        copies.append(np.asarray(np.round(copy), np.uint8))

    line = common_print(copies)[26:35, 15:105].min(axis=0)

    usual = np.median([copy[26:35, 60].min() for copy in copies])
    assert (line < usual + 25).all()
