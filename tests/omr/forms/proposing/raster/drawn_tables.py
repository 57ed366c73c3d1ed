"""Small pages of the same table with words of their own, and copies on which people drew rings."""

import numpy as np

from omr.opencv import cv2
from tests.omr.forms.proposing.raster.pictures import Pixels

ROWS, COLUMNS = 8, 5


def table_page(words: int, *, title: int = 0, rows: int = ROWS) -> Pixels:
    """Return a page of 300 dpi: a table with words on the left, and the digits of a scale on the right."""
    page = np.full((1320, 1240), 245, np.uint8)
    write(page, f"Phieu {title * 7919 % 997} khao sat so {title * 613 % 89}", (60, 80), 1.6)
    for row in range(rows):
        y = 160 + row * 130
        cv2.rectangle(page, (40, y), (1200, y + 130), 40, 3)
        rng = np.random.default_rng(words * 100 + row)
        write(page, "".join(rng.choice(list("aeioubcdhklmnt "), 22)), (60, y + 80), 1.2)
        for column in range(COLUMNS):
            x = 640 + column * 112
            cv2.line(page, (x, y), (x, y + 130), 40, 3)
            write(page, str(column + 1), (x + 40, y + 80), 1.2)
    return page


def write(page: Pixels, text: str, place: tuple[int, int], size: float) -> None:
    cv2.putText(page, text, place, cv2.FONT_HERSHEY_SIMPLEX, size, 40, 3, cv2.LINE_AA)


def filled_in(page: Pixels, seed: int, shift: int = 0) -> Pixels:
    """Return a copy on which a person drew a ring in every row and wrote over the title, a little out of place."""
    rng = np.random.default_rng(seed)
    copy = np.roll(page, shift, axis=1)
    for row in range(ROWS):
        middle = (690 + 112 * int(rng.integers(3, 5)) + int(rng.integers(-8, 8)), 225 + 130 * row)
        cv2.ellipse(copy, middle, (int(rng.integers(26, 44)), int(rng.integers(30, 48))), 0, 0, 360, 60, 4)
    line = rng.normal(0, 30, (40, 2)) + np.column_stack([np.linspace(500, 1150, 40), np.full(40, 70)])
    cv2.polylines(copy, [np.rint(line).astype(np.int32)], isClosed=False, color=60, thickness=4)
    return copy
