"""Where a sheet comes to lie on the scanner's glass, and the page image that results."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2

FloatArray = npt.NDArray[np.float64]
Image = npt.NDArray[np.uint8]
_STRIP_ROWS = 128  # small enough that a strip's map stays in the cache


@dataclass(frozen=True, slots=True, eq=False)
class SheetPlacement:
    """How a sheet lies, and how the rollers pulled it.

    Attributes:
        sheet_to_scan: (2, 3) float64, sheet px -> scan px, without the stretch.
        stretch_px: (H, 2) float64, by scan row: how far beside its place the paper was when the row was read.
    """

    sheet_to_scan: FloatArray
    stretch_px: FloatArray


def affine(
    shape: tuple[int, ...], skew_deg: float, scale: tuple[float, float], shift_px: tuple[float, float]
) -> FloatArray:
    """Return the (2, 3) map that turns clockwise about the middle of an image, scales and shifts it, px -> px."""
    angle = np.deg2rad(skew_deg)
    linear = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) * np.array(scale)
    middle = np.array([(shape[1] - 1) / 2, (shape[0] - 1) / 2])
    return np.column_stack([linear, middle + np.array(shift_px) - linear @ middle])


def chained(first: FloatArray, then: FloatArray) -> FloatArray:
    """Return the (2, 3) map that applies ``first`` and ``then`` one after the other."""
    return np.column_stack([then[:, :2] @ first[:, :2], then[:, :2] @ first[:, 2] + then[:, 2]])


def feeder_stretch(rows: int, reach_px: float, rng: np.random.Generator) -> FloatArray:
    """Return a smooth displacement by row, (rows, 2), nowhere more than ``reach_px`` long."""
    waves = rng.uniform(0.4, 2.2, 2)  # waves down the page: rollers slip slowly
    phases = rng.uniform(0.0, 2 * np.pi, 2)
    share = np.array([0.4, 1.0])  # paper slips along the feed more than across
    angle = 2 * np.pi * np.linspace(0.0, 1.0, rows)[:, None] * waves + phases
    return np.asarray(np.sin(angle) * share * reach_px / np.hypot(*share))


def place(image: Image, placement: SheetPlacement) -> Image:
    """Return what the scanner sees of ``image``, same size; white beyond its edges."""
    inverse = cv2.invertAffineTransform(placement.sheet_to_scan)
    columns = np.arange(image.shape[1], dtype=np.float64)
    scan = np.empty_like(image)
    for top in range(0, image.shape[0], _STRIP_ROWS):
        rows = np.arange(top, min(top + _STRIP_ROWS, image.shape[0]), dtype=np.float64)
        by_row = np.outer(rows, inverse[:, 1]) + inverse[:, 2] + placement.stretch_px[top : top + _STRIP_ROWS]
        map_x = np.add.outer(by_row[:, 0], inverse[0, 0] * columns).astype(np.float32)
        map_y = np.add.outer(by_row[:, 1], inverse[1, 0] * columns).astype(np.float32)
        scan[top : top + _STRIP_ROWS] = cv2.remap(
            image, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255)
        )
    return scan


def surround(scan: Image, paper_to_scan: FloatArray, grey: int) -> Image:
    """Return ``scan`` with grey level ``grey`` beyond the paper, and the paper's edge as the faint shadow it casts."""
    right, bottom = scan.shape[1] - 1, scan.shape[0] - 1
    frame = np.array([(0, 0), (right, 0), (right, bottom), (0, bottom)], dtype=np.float64)
    edge = frame @ paper_to_scan[:, :2].T + paper_to_scan[:, 2]
    if np.allclose(edge, frame):
        return scan
    # The outer ring is larger than the image, so that the even-odd rule fills what lies between the two.
    outer = (frame - frame.mean(axis=0)) * 2 + frame.mean(axis=0)
    surrounded = scan.copy()
    rings = [np.rint(ring).astype(np.int32) for ring in (outer, edge)]
    cv2.fillPoly(surrounded, rings, (grey,) * 3, cv2.LINE_AA)
    shadow = min(grey, 205)
    cv2.polylines(surrounded, rings[1:], True, (shadow,) * 3, max(scan.shape[0] // 1800, 1), cv2.LINE_AA)
    return surrounded


def sheet_to_scan_points(placement: SheetPlacement, points_px: FloatArray) -> FloatArray:
    """Return where points of the sheet, (N, 2) px, lie in the scan, stretch included."""
    linear, shift = placement.sheet_to_scan[:, :2], placement.sheet_to_scan[:, 2]
    plain = points_px @ linear.T + shift
    rows = np.clip(np.rint(plain[:, 1]), 0, len(placement.stretch_px) - 1).astype(int)
    # The stretch varies so slowly that the row without it is near enough: under 0.01 px.
    return np.asarray(plain - placement.stretch_px[rows] @ linear.T)
