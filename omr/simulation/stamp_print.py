"""The print of a round red office stamp: two rings, letters round them, and a star."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2
from omr.simulation.effects import Image
from omr.simulation.paper_patch import Field, Patch, cloud

STAMP_RADIUS_MM = 18.0
"""Of the whole print."""

_STAMP_SAMPLES = 2  # per pixel and direction
_STAMP_RINGS_MM = ((17.1, 17.9), (16.2, 16.5), (11.2, 11.5), (7.4, 7.7))  # from, to, from the middle
_LETTERS_MM = (15.3, 12.4)  # top and foot of the letters, from the middle
_STAMP_TEXT = "UY BAN NHAN DAN * TINH BAC NINH * "
_LETTERS: Mapping[str, tuple[tuple[tuple[float, float], ...], ...]] = MappingProxyType({
    "A": (((0, 3), (1, 0), (2, 3)), ((0.4, 2), (1.6, 2))),
    "B": (((0, 0), (1.6, 0.2), (1.6, 1.3), (0, 1.5), (2, 1.7), (2, 2.8), (0, 3), (0, 0)),),
    "C": (((2, 0.6), (1, 0), (0, 0.8), (0, 2.2), (1, 3), (2, 2.4)),),
    "D": (((0, 0), (1.3, 0.1), (2, 1), (2, 2), (1.3, 2.9), (0, 3), (0, 0)),),
    "H": (((0, 0), (0, 3)), ((2, 0), (2, 3)), ((0, 1.5), (2, 1.5))),
    "I": (((1, 0), (1, 3)),),
    "N": (((0, 3), (0, 0), (2, 3), (2, 0)),),
    "T": (((0, 0), (2, 0)), ((1, 0), (1, 3))),
    "U": (((0, 0), (0, 2.3), (0.6, 3), (1.4, 3), (2, 2.3), (2, 0)),),
    "Y": (((0, 0), (1, 1.5), (2, 0)), ((1, 1.5), (1, 3))),
    "*": (((0.2, 1), (1.8, 2)), ((1.8, 1), (0.2, 2)), ((1, 0.6), (1, 2.4))),
    " ": (),
})  # fmt: skip
"""Strokes of the letters, (x, y) on a grid 2 wide and 3 high, y down."""


def stamp_print(shape: tuple[int, int], scale: float, rng: np.random.Generator) -> Field:
    """Return what a stamp, nearly upright, prints on a patch of ``shape`` with plenty of ink, 0.0-1.0.

    Rings and letters are drawn on a straight band, one row for each direction and one column for each distance from
    the middle, which is then bent round.
    """
    fine = scale * _STAMP_SAMPLES
    band = np.zeros((round(2 * np.pi * np.mean(_LETTERS_MM) * fine), round(STAMP_RADIUS_MM * fine)), np.uint8)
    for from_mm, to_mm in _STAMP_RINGS_MM:
        band[:, round(from_mm * fine) : max(round(to_mm * fine), round(from_mm * fine) + 1)] = 255
    _write_round(band, fine)
    upright = 0.75 - 7.5 / len(_STAMP_TEXT)  # share of a full turn that brings the middle of the first words to the top
    turn = upright + float(rng.normal(0.0, 0.06))
    band = np.roll(band, round(turn * len(band)), axis=0)

    size = (shape[1] * _STAMP_SAMPLES, shape[0] * _STAMP_SAMPLES)
    middle = (size[0] / 2, size[1] / 2)
    bend = cv2.WARP_POLAR_LINEAR | cv2.WARP_INVERSE_MAP | cv2.WARP_FILL_OUTLIERS | cv2.INTER_LINEAR
    printed = cv2.warpPolar(band, size, middle, band.shape[1], bend)
    cv2.fillPoly(printed, [_star(middle, 5.5 * fine, turn - upright)], (255,), cv2.LINE_AA)
    return np.asarray(cv2.resize(printed, shape[::-1], interpolation=cv2.INTER_AREA) / np.float32(255), np.float32)


def _write_round(band: Image, fine: float) -> None:
    """Write the stamp's text along a band; the letters' heads are where the columns are high."""
    pitch = len(band) / len(_STAMP_TEXT)
    head_mm, foot_mm = _LETTERS_MM
    for index, letter in enumerate(_STAMP_TEXT):
        for stroke in _LETTERS[letter]:
            x, y = np.array(stroke, np.float64).T
            distance = (head_mm + (foot_mm - head_mm) * y / 3) * fine
            along = (index + 0.5 + 0.33 * (x - 1)) * pitch
            points = np.rint(np.column_stack([distance, along])).astype(np.int32)
            cv2.polylines(band, [points], False, (255,), max(round(0.45 * fine), 1), cv2.LINE_AA)


def _star(middle_px: tuple[float, float], radius_px: float, turn: float) -> npt.NDArray[np.int32]:
    angles = 2 * np.pi * (np.arange(10) / 10 + turn - 0.25)
    radii = radius_px * np.where(np.arange(10) % 2 == 0, 1.0, 0.4)
    points = np.column_stack([np.cos(angles), np.sin(angles)]) * radii[:, np.newaxis] + middle_px
    return np.rint(points).astype(np.int32)


def stamp_ink(patch: Patch, rng: np.random.Generator) -> Field:
    """Return the share of ink that reaches the paper: uneven by pressure, in patches, and in the grain of the paper."""
    right_mm, _ = patch.turned(float(rng.uniform(0, 2 * np.pi)))
    pressure = 1 - float(rng.uniform(0.1, 0.7)) * np.clip(right_mm / STAMP_RADIUS_MM, 0, 1)
    ink = pressure * (0.8 + 0.15 * cloud(patch.shape, 9, rng) - 0.18 * np.abs(cloud(patch.shape, 120, rng)))
    return np.asarray(np.clip(ink, 0, 1), np.float32)
