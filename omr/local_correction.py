"""The smooth local correction: paper stretches, curls and is folded, and feeders slip, which no homography follows.

A shift is given for every point of the page by a uniform cubic B-spline over square cells (de Boor 1978). It is fitted
to landmarks by penalised least squares: stiff where little is known, supple where many landmarks agree (P-splines,
Eilers and Marx 1996, doi 10.1214/ss/1038425655), and robust, because marks disturb some landmarks (Tukey's biweight).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from omr.geometry import Points

CELL_MM = 42.0
"""Side of a cell: a third of the shortest wave that slipping feeders were seen to leave."""

_SPAN = 4  # control points that a cubic spline mixes at any place
# Weight of bending against misfit: noise of 0.1 mm is halved, and a bend of 1 mm over half a page is followed to within
# 0.1 mm.
_STIFFNESS = 0.006
_REST = 0.001  # pull of every control point to no shift at all, so that empty corners stay where they were
# Factors on the outlier limit, round by round: at first it is wide, or a start that is far off would lose true points.
_WIDENINGS = (6.0, 3.0, 1.5, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class LocalCorrection:
    """A shift for every point of a page, template frame, mm.

    Attributes:
        columns: Control points across the page; 0 where nothing is corrected.
        rows: Control points down the page.
        shifts_mm: dx of every control point, row by row, then dy.
    """

    columns: int = 0
    rows: int = 0
    shifts_mm: tuple[float, ...] = ()

    @classmethod
    def from_quadratic(cls, coefficients: Sequence[float], width_mm: float, height_mm: float) -> "LocalCorrection":
        """Return the same shift as a quadratic, which earlier surveys kept.

        Args:
            coefficients: Of (1, x, y, x*y, x^2, y^2) for dx, then for dy; x and y are template mm divided by 100.
            width_mm: Of the page.
            height_mm: Of the page.
        """
        columns, rows = grid_of(width_mm, height_mm)
        cell = CELL_MM / 100
        y, x = np.mgrid[:rows, :columns].astype(np.float64)
        x, y = (x.ravel() - 1) * cell, (y.ravel() - 1) * cell
        bend = cell * cell / 3  # control points of x^2 lie that far below the parabola
        terms = np.column_stack([np.ones_like(x), x, y, x * y, x * x - bend, y * y - bend])
        shifts = np.asarray(coefficients, np.float64).reshape(2, -1) @ terms.T
        return cls(columns, rows, tuple(shifts.ravel().tolist()))

    def shifts_at(self, points: Points) -> NDArray[np.float64]:
        """Return the shift of each template point, (N, 2), mm."""
        if not self.columns:
            return np.zeros((len(points), 2))
        control = np.array(self.shifts_mm).reshape(2, -1)
        return np.asarray(_basis(points, self.columns, self.rows) @ control.T)

    def applied_to(self, points: Points) -> Points:
        """Return template points where the paper really has them, (N, 2)."""
        return np.asarray(points + self.shifts_at(points)) if self.columns else points


def grid_of(width_mm: float, height_mm: float) -> tuple[int, int]:
    """Return the control points across and down that cover a page."""
    return int(np.ceil(width_mm / CELL_MM)) + _SPAN - 1, int(np.ceil(height_mm / CELL_MM)) + _SPAN - 1


NO_CORRECTION = LocalCorrection()
"""Everything is where the homography puts it."""


def fit_correction(
    points: Points,
    shifts_mm: NDArray[np.float64],
    weights: NDArray[np.float64],
    grid: tuple[int, int],
    outlier_mm: float,
) -> LocalCorrection:
    """Fit a smooth shift to landmarks, leaving out those that disagree with their neighbours.

    Args:
        points: Where the landmarks are printed, (N, 2), template frame.
        shifts_mm: How far each was found from there, (N, 2).
        weights: How much each is trusted, (N,); 0.0 for one that was not found.
        grid: Control points across and down, see ``grid_of``.
        outlier_mm: A landmark this far from its neighbours' trend counts half; three times as far, not at all.
    """
    used = weights > 0
    if not used.any():
        return NO_CORRECTION
    basis, shifts, trust = _basis(points[used], *grid), shifts_mm[used], weights[used]
    control = np.tile(np.median(shifts, axis=0), (grid[0] * grid[1], 1))
    stiffness = _bending(*grid)
    for widening in _WIDENINGS:
        misfit = np.linalg.norm(shifts - basis @ control, axis=1)
        robust = np.clip(1 - (misfit / (3 * widening * outlier_mm)) ** 2, 0, None) ** 2 * trust
        if (robust > 0).sum() < 3:
            break
        weighted = basis * robust[:, None]
        control = np.linalg.solve(weighted.T @ basis + stiffness, weighted.T @ shifts)
    return LocalCorrection(*grid, tuple(np.round(control.T, 4).ravel().tolist()))


def _basis(points: Points, columns: int, rows: int) -> NDArray[np.float64]:
    """Return how much each control point counts at each point, (N, rows * columns)."""
    across, down = _basis_along(points[:, 0], columns), _basis_along(points[:, 1], rows)
    return np.asarray((down[:, :, None] * across[:, None, :]).reshape(len(points), rows * columns))


def _basis_along(places_mm: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    cells = count - _SPAN + 1
    place = np.clip(places_mm / CELL_MM, 0, cells)  # beyond the paper the edge's shift goes on
    cell = np.minimum(place.astype(int), cells - 1)
    t = place - cell
    blends = np.column_stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3]) / 6
    basis = np.zeros((len(places_mm), count))
    basis[np.arange(len(cell))[:, None], cell[:, None] + np.arange(_SPAN)] = blends
    return basis


@lru_cache
def _bending(columns: int, rows: int) -> NDArray[np.float64]:
    """Return the penalty on control points: second differences along, across and mixed, and a little on all."""
    once = {count: np.diff(np.eye(count), axis=0) for count in (columns, rows)}
    twice = {count: np.diff(np.eye(count), n=2, axis=0) for count in (columns, rows)}
    across = np.kron(np.eye(rows), twice[columns])
    down = np.kron(twice[rows], np.eye(columns))
    mixed = np.kron(once[rows], once[columns])
    bending = across.T @ across + down.T @ down + 2 * mixed.T @ mixed
    return np.asarray(_STIFFNESS * bending + _REST * np.eye(rows * columns))
