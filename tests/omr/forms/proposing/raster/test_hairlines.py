"""Lines that are hardly darker than the grain of the paper."""

import numpy as np

from omr.forms.proposing.raster.hairlines import faint_rules
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.pictures import Pixels

_SIDE = 700
_PALE = 15  # grey levels, below those from which a line by itself counts


def _print(*lines: tuple[int, int, int, int]) -> Pixels:
    """Return the darkness of pale lines, each from one point to another, on paper with its grain."""
    drawn = np.zeros((_SIDE, _SIDE), np.uint8)
    for x0, y0, x1, y1 in lines:
        cv2.line(drawn, (x0, y0), (x1, y1), (_PALE,), 3)
    grain = np.abs(np.random.default_rng(8).normal(0, 2, drawn.shape))
    return np.asarray(np.clip(drawn + grain, 0, 255), np.uint8)


def _table() -> Pixels:
    level = [(100, y, 600, y) for y in range(100, 601, 100)]
    upright = [(x, 100, x, 600) for x in range(100, 601, 250)]
    return _print(*level, *upright)


def test_that_the_rules_of_a_table_are_found_though_they_are_nearly_lost() -> None:
    thin = _table()

    found = faint_rules(thin, np.zeros_like(thin), PX_PER_MM)

    assert found[thin > _PALE - 3].mean() > 0.9
    assert found[thin < 8].mean() < 0.002


def test_that_words_on_a_table_hide_no_rule_and_are_none() -> None:
    thin = _table()
    dark = np.zeros_like(thin)
    for y in (160, 260, 360):
        cv2.putText(dark, "mmmnmmn mmm", (110, y), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (1,), 3)
    thin = np.maximum(thin, 200 * dark)

    found = faint_rules(thin, dark, PX_PER_MM)

    assert found[(thin > _PALE - 3) & (thin < 40)].mean() > 0.85
    assert found[dark > 0].mean() < 0.05


def test_that_a_pale_line_that_nothing_meets_is_a_scratch() -> None:
    thin = _print((350, 0, 350, _SIDE - 1), (100, 650, 300, 650))

    assert not faint_rules(thin, np.zeros_like(thin), PX_PER_MM).any()
