"""Rests of marks in what filled copies have in common, and print that could be taken for them."""

import numpy as np
import pytest
from numpy.typing import NDArray

from omr.forms.proposing.raster.copies import common_print
from omr.opencv import cv2

Pixels = NDArray[np.uint8]

_PLACE = np.s_[40:80, 40:80]


def _crossed(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a page with a thick cross in its middle, each a little else."""
    copy = page.copy()
    x, y = 60 + rng.normal(0, 7, 2)
    for angle in rng.uniform(0.5, 1.1) * np.array([1, -1]):
        reach = rng.uniform(28, 44) * np.array([np.cos(angle), np.sin(angle)])
        ends = [tuple(int(side) for side in np.rint((x, y) + sign * reach)) for sign in (-1, 1)]
        cv2.line(copy, ends[0], ends[1], (50,), 7, cv2.LINE_AA)
    return copy


def _common(blank: Pixels, unmarked: int) -> Pixels:
    rng = np.random.default_rng(11)
    return common_print([blank if number < unmarked else _crossed(blank, rng) for number in range(10)])


def _paper() -> Pixels:
    return np.full((120, 120), 250, np.uint8)


@pytest.mark.parametrize("unmarked", [0, 1])
def test_that_nothing_is_left_where_all_marks_cross(unmarked: int) -> None:
    assert (_common(_paper(), unmarked)[_PLACE] > 200).all()


def test_that_a_dot_of_print_below_most_marks_stays() -> None:
    blank = _paper()
    cv2.circle(blank, (60, 60), 5, (30,), -1)

    assert (_common(blank, 1)[57:64, 57:64] < 80).all()


def test_that_torn_print_stays_though_it_is_whole_in_most_copies() -> None:
    copies = []
    for number in range(10):
        copy = _paper()
        copy[58:62, 20:100] = 60
        if number < 4:
            copy[58:62, 35 + 2 * number : 85] = 250
        copies.append(copy)

    assert (common_print(copies)[58:62, 22:33] < 100).all()
