"""How far the printed outline of each response area is from where it is expected.

The darkness around an area is summed by row and by column into two profiles. The slopes of a profile are compared with
those of the blank print at every shift, and the best shift wins. Slopes are largest at the two edges of an outline and
small within a mark, which spreads over many columns; so a mark hardly disturbs them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.images.sampling import PATCH_PX, Patches, PatchGeometry

_MOST_SHIFT_PX = 9  # patch pixels, 1.5 mm: beyond, what is known so far is wrong
_LEAST_PRINT = 0.7  # slopes of a profile, in pixels of solid print: a pale hairline along the area has as much

MIN_MATCH = 0.55
"""Correlation of profiles from which an outline counts as seen; noise reaches 0.4."""


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """The printed profiles of a page's response areas.

    Attributes:
        bands: Which rows of a patch cross its area, (N, 56) float32, 1.0 or 0.0; of columns alike.
        slopes: Slopes of the profile along x and along y, (2, N, 55) float32.
        reach_px: How far the outline may be looked for along x and y, patch pixels, (2, N).
        is_printed: Whether there is print to be seen in both directions, (N,).
        px_per_mm: Patch pixels per millimetre, (N,).
    """

    bands: NDArray[np.float32]
    slopes: NDArray[np.float32]
    reach_px: NDArray[np.int64]
    is_printed: NDArray[np.bool_]
    px_per_mm: NDArray[np.float64]

    @classmethod
    def of(cls, blank: Patches, geometry: PatchGeometry, reach_mm: NDArray[np.float64]) -> "Outlines":
        """Work out the profiles of the blank print, once per page of the form.

        Args:
            blank: Darkness of the blank print in each patch, 0.0 = paper, 1.0 = print.
            geometry: Where the patches lie.
            reach_mm: How far each outline may be looked for to the side and up or down, (N, 2).
        """
        reach = geometry.sizes_mm[:, 1] / 2 * geometry.px_per_mm + 1
        rows = np.abs(np.arange(PATCH_PX) - (PATCH_PX - 1) / 2)
        bands = (rows[None, :] <= reach[:, None]).astype(np.float32)
        slopes = _slopes(blank, bands)
        reach_px = np.minimum(reach_mm.T * geometry.px_per_mm, _MOST_SHIFT_PX).astype(np.int64)
        is_printed = (np.sqrt((slopes**2).sum(axis=2)) > _LEAST_PRINT).all(axis=0)
        return cls(bands, slopes, reach_px, is_printed, geometry.px_per_mm)

    def only(self, which: NDArray[np.int64]) -> "Outlines":
        """Return the profiles of some of the areas, by number."""
        return Outlines(
            self.bands[which],
            self.slopes[:, which],
            self.reach_px[:, which],
            self.is_printed[which],
            self.px_per_mm[which],
        )


@dataclass(frozen=True, slots=True, eq=False)
class SeenOutlines:
    """Where outlines were found.

    Attributes:
        shifts_mm: How far from the middle of their patches, (N, 2), template frame.
        match: Correlation there, the worse of the two directions, (N,).
        is_seen: Whether the outline is there, (N,).
    """

    shifts_mm: NDArray[np.float64]
    match: NDArray[np.float64]
    is_seen: NDArray[np.bool_]


def see_outlines(patches: NDArray[np.uint8], outlines: Outlines) -> SeenOutlines:
    """Look for the outline of every response area.

    Args:
        patches: The areas' surroundings where they are expected, (N, 56, 56) uint8, 0 = black.
        outlines: What is printed there.
    """
    seen = _slopes(255.0 - patches.astype(np.float32), outlines.bands)
    found = [_best_shift(*pair) for pair in zip(seen, outlines.slopes, outlines.reach_px, strict=True)]
    shifts = np.column_stack([shift for shift, _ in found]) / outlines.px_per_mm[:, None]
    match = np.minimum(found[0][1], found[1][1])
    return SeenOutlines(shifts, match, (match >= MIN_MATCH) & outlines.is_printed)


def _slopes(patches: NDArray[np.float32], bands: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the slopes of the profiles along x and y, (2, N, 55)."""
    along_x, along_y = np.einsum("nyx,ny->nx", patches, bands), np.einsum("nyx,nx->ny", patches, bands)
    return np.diff(np.stack([along_x, along_y]), axis=2)


def _best_shift(
    seen: NDArray[np.float32], printed: NDArray[np.float32], reach_px: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the shift in px, to a fraction, at which each profile fits best, and the correlation there."""
    length = seen.shape[1] - 2 * _MOST_SHIFT_PX
    core = printed[:, _MOST_SHIFT_PX : _MOST_SHIFT_PX + length]
    windows = np.lib.stride_tricks.sliding_window_view(seen, length, axis=1)  # (N, shifts, length)
    products = np.einsum("nsl,nl->ns", windows, core)
    energy = np.sqrt(np.einsum("nsl,nsl->ns", windows, windows) * (core * core).sum(axis=1)[:, None])
    scores = products / np.maximum(energy, 1e-6)
    too_far = np.abs(np.arange(scores.shape[1]) - _MOST_SHIFT_PX)[None, :] > reach_px[:, None]
    best = np.where(too_far, -1.0, scores).argmax(axis=1)
    rows = np.arange(len(scores))
    before, after = scores[rows, np.maximum(best - 1, 0)], scores[rows, np.minimum(best + 1, scores.shape[1] - 1)]
    peak = scores[rows, best]
    bend = np.maximum(2 * peak - before - after, 1e-6)
    fraction = np.clip((after - before) / (2 * bend), -0.5, 0.5)
    is_peak = (peak >= before) & (peak >= after) & (best > 0) & (best < scores.shape[1] - 1)
    return (best - _MOST_SHIFT_PX + fraction).astype(np.float64), np.where(is_peak, peak, 0.0)


def at_best_shift(scores: NDArray[np.float64], reach_px: int) -> tuple[float, float]:
    """Return the shift of the best score, to a fraction, and that score; 0.0 where it is no peak.

    Args:
        scores: Correlation at each shift, no shift in the middle, (S,).
        reach_px: How far from the middle the best may be.
    """
    middle = len(scores) // 2
    within = scores[middle - reach_px : middle + reach_px + 1]
    best = middle - reach_px + int(within.argmax())
    if not 0 < best < len(scores) - 1:
        return 0.0, 0.0
    before, peak, after = scores[best - 1 : best + 2].tolist()
    if peak < before or peak < after:
        return 0.0, 0.0
    fraction = (after - before) / (2 * max(2 * peak - before - after, 1e-6))
    return best - middle + float(np.clip(fraction, -0.5, 0.5)), peak
