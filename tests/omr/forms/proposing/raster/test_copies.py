"""What filled copies have in common."""

import numpy as np

from omr.forms.proposing.raster.copies import common_print


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
