"""Copies that lie a few pixels off each other."""

import numpy as np

from omr.forms.proposing.raster.copies import common_print
from omr.forms.proposing.raster.fine_fit import fit_finely
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.pictures import Pixels

_SIDE = 40


def _boxes() -> tuple[Pixels, Pixels]:
    """Return a page of rows of small pale boxes, and where their outlines are."""
    page = np.full((640, 640), 250, np.uint8)
    for row in range(8):
        for column in range(6):
            left, top = 120 + 70 * column, 60 + 70 * row
            cv2.rectangle(page, (left, top), (left + _SIDE, top + _SIDE - 8), 150, 2)
            cv2.putText(page, "ABCDEF"[column], (left + 12, top + 25), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 120, 1)
        cv2.putText(page, str(31 + row), (40, 85 + 70 * row), cv2.FONT_HERSHEY_SIMPLEX, 1, 30, 2)
    return page, np.asarray(page < 200)


def _bent(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a copy that is stretched by up to five pixels, on which one box of each row is crossed."""
    x, y = np.meshgrid(np.arange(640, dtype=np.float32), np.arange(640, dtype=np.float32))
    across, down = rng.uniform(-5, 5, 2).astype(np.float32) / 640
    copy = cv2.remap(page, x + across * x, y + down * y, cv2.INTER_LINEAR, borderValue=(250,))
    for row in range(8):
        left, top = 120 + 70 * int(rng.integers(6)), 60 + 70 * row
        cv2.line(copy, (left, top), (left + 34, top + 34), 40, 4)
        cv2.line(copy, (left + 34, top), (left, top + 34), 40, 4)
    return np.asarray(copy, np.uint8)


def test_that_thin_print_is_common_though_copies_are_stretched() -> None:
    page, is_print = _boxes()
    rng = np.random.default_rng(5)
    copies = [page, *(_bent(page, rng) for _ in range(6))]

    fitted = common_print(fit_finely(copies))

    assert (common_print(copies)[is_print] < 200).mean() < 0.6, "the copies are not stretched enough to tell"
    near = cv2.erode(fitted, np.ones((7, 7), np.uint8))  # the page in the middle of all copies is not the first one
    assert (near[is_print] < 200).mean() > 0.92
    is_far = cv2.dilate(is_print.astype(np.uint8), np.ones((13, 13), np.uint8)) == 0
    assert (fitted[is_far] > 200).mean() > 0.998


def test_that_two_copies_have_no_majority_and_stay_as_they_are() -> None:
    page, _ = _boxes()
    other = np.roll(page, 3, axis=1)

    assert all(a is b for a, b in zip(fit_finely([page, other]), (page, other), strict=True))


def test_that_empty_cells_far_from_all_words_lie_over_each_other_though_paper_bends_there() -> None:
    page = np.full((1000, 1000), 250, np.uint8)
    for row in range(9):
        cv2.putText(page, f"{row + 1}. Noi ngoi cho", (60, 130 + 100 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 30, 2)
        cv2.line(page, (40, 80 + 100 * row), (960, 80 + 100 * row), 60, 3)
    for x in (400, 580, 760, 940):
        cv2.line(page, (x, 80), (x, 880), 60, 3)
    is_upright = np.zeros_like(page)
    for x in (400, 580, 760, 940):
        is_upright[100:860, x] = 1
    x, y = np.meshgrid(np.arange(1000, dtype=np.float32), np.arange(1000, dtype=np.float32))
    bend = np.clip(x - 300, 0, None) * np.clip(y - 200, 0, None) / (700 * 800)
    copies = [page] * 5 + [
        cv2.remap(page, x + most * bend, y, cv2.INTER_LINEAR, borderValue=(250,)) for most in (20, -18, 14)
    ]

    common = common_print(fit_finely([np.asarray(copy, np.uint8) for copy in copies]))

    assert (common_print(list(copies))[is_upright > 0] < 200).mean() < 0.7, "the copies are not bent enough to tell"
    assert (common[is_upright > 0] < 200).mean() > 0.97
