"""Darkness of thin print -> lines too pale to be told from dirt, but for their length and for where they meet.

1. A long straight line is a rule though it is paler than ink.
2. One that is hardly darker than the paper's grain is a rule if others cross it or end at it: a copier has nearly lost
   the rules of a table. Scratches and streaks of a scanner run alone.
3. What is shorter, and darker than grain, may be part of a box or a ring of hairlines.
"""

import numpy as np
from numpy.typing import NDArray

from omr.opencv import cv2

_FAINT = 20  # grey levels below the ground of a rule
_HAIRLINE, _GRAINS = 15, 4.5  # likewise of hairlines, and times the paper's grain
_PALEST, _RULE_GRAINS = 8, 1.5  # likewise of the rules of a table, smoothed along their length
_SMOOTHED_MM = 1.0  # along them
_BESIDE_PX = 7  # side of the square around ink in which its own rim is no line
_LONG_MM, _SHARE = 12.0, 0.9  # of a rule that is seen
_CLEAR = 0.6  # of its length that no ink hides
_WIDEST_MM = 1.2
_MEETING_PX = 9  # side of the square within which two rules meet
_FEWEST_MET = 2  # rules of the other direction, by which a rule is one of a table


def faint_rules(thin: NDArray[np.uint8], dark: NDArray[np.uint8], px_per_mm: float) -> NDArray[np.uint8]:
    """Return where long straight lines are that are too pale to be ink, (H, W) uint8, 0 or 1.

    Args:
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
        dark: Where ink is, (H, W) uint8, 0 or 1.
        px_per_mm: Of both.
    """
    seen = np.asarray(thin > _FAINT, np.uint8)
    everywhere = np.ones_like(seen)
    level, upright = (_long_lines(seen, everywhere, px_per_mm, is_level=is_level) for is_level in (True, False))
    return np.asarray(level | upright | _mesh(thin, dark, px_per_mm), np.uint8)


def find_hairlines(thin: NDArray[np.uint8], ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what is darker than the paper's grain, paler than ink, and apart from it, (H, W) uint8, 0 or 1."""
    usual, grain = _grain(thin)
    palest = round(max(_HAIRLINE, usual + _GRAINS * grain))
    return np.asarray((thin > palest) & _clear_of(ink), np.uint8)


def _mesh(thin: NDArray[np.uint8], dark: NDArray[np.uint8], px_per_mm: float) -> NDArray[np.uint8]:
    """Return the rules that are nearly lost and meet others."""
    usual, grain = _grain(thin)
    clear = np.asarray(_clear_of(dark), np.uint8)
    palest = round(max(_PALEST, usual + _RULE_GRAINS * grain))
    smoothed_px = round(_SMOOTHED_MM * px_per_mm)
    lines = []
    for is_level in (True, False):
        smooth = cv2.blur(thin, (smoothed_px, 1) if is_level else (1, smoothed_px))
        seen = np.asarray(smooth > palest, np.uint8) * clear
        lines.append(_long_lines(seen, clear, px_per_mm, is_level=is_level))
    level, upright = lines
    return np.asarray(_meeting(level, upright) | _meeting(upright, level), np.uint8)


def _meeting(lines: NDArray[np.uint8], others: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the lines that enough of others reach."""
    square = np.ones((_MEETING_PX, _MEETING_PX), np.uint8)
    near = cv2.dilate(lines, square)
    count, labels = cv2.connectedComponents(near, connectivity=8)
    _, _, _, middles = cv2.connectedComponentsWithStats(near & cv2.dilate(others, square))
    columns, rows = (np.rint(middles[1:, axis]).astype(int) for axis in (0, 1))
    met = np.bincount(labels[rows, columns], minlength=count)
    is_kept = met >= _FEWEST_MET
    is_kept[0] = False
    return np.asarray(lines * is_kept[labels], np.uint8)


def _long_lines(
    seen: NDArray[np.uint8], clear: NDArray[np.uint8], px_per_mm: float, *, is_level: bool
) -> NDArray[np.uint8]:
    """Return the straight lines of one direction in what is seen, as long as a rule where it is clear to be seen."""
    length = round(_LONG_MM * px_per_mm)
    along = (length, 1) if is_level else (1, length)
    across = (3, 1) if is_level else (1, 3)
    wider = cv2.dilate(seen, np.ones(across, np.uint8)) * clear
    inked, known = (cv2.boxFilter(part, cv2.CV_16U, along, normalize=False) for part in (wider, clear))
    least = np.maximum(cv2.multiply(known, 1, scale=_SHARE), round(_CLEAR * _SHARE * length))
    core = np.asarray((inked >= least), np.uint8)
    grown = cv2.dilate(core, np.ones(along[::-1], np.uint8))
    return np.asarray(grown & seen & _narrow(wider, px_per_mm, is_level=is_level), np.uint8)


def _narrow(seen: NDArray[np.uint8], px_per_mm: float, *, is_level: bool) -> NDArray[np.uint8]:
    """Return where ink is no wider than a rule is, across the direction in which it runs."""
    most = round(_WIDEST_MM * px_per_mm)
    wide = cv2.morphologyEx(seen, cv2.MORPH_OPEN, np.ones((most, 1) if is_level else (1, most), np.uint8))
    return np.asarray(1 - wide, np.uint8)


def _clear_of(ink: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return where ink and its rim are not."""
    return np.asarray(cv2.dilate(ink, np.ones((_BESIDE_PX, _BESIDE_PX), np.uint8)) == 0)


def _grain(thin: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the usual darkness of paper, and the standard deviation of its grain, grey levels."""
    sample = thin[::7, ::7].astype(np.float32)
    usual = float(np.median(sample))
    return usual, 1.5 * float(np.median(np.abs(sample - usual)))
