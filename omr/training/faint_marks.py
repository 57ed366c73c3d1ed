"""How probable it is that a mark is so faint that nothing of it is seen, fitted to the marks of simulated sheets."""

import numpy as np
from numpy.typing import NDArray

from omr.marks.measuring import LEAST_INK_PX
from omr.marks.pen import SheetPen

_STEPS = 50
_RIDGE = 1e-3  # keeps the line finite where no mark vanished


def faint_line(faint: NDArray[np.float64]) -> list[float]:
    """Fit the log odds that a mark leaves no ink, by how many standard deviations below the others it then lies.

    Logistic regression with one explaining variable, by Newton's method.

    Args:
        faint: See ``Examples.faint``, (S, 4 or more).

    Returns:
        Where the line begins, and by how much it falls with every standard deviation.
    """
    marks, bare, mean, spread = faint[:, :4].T
    pens = [SheetPen.described(*each) for each in zip(marks - bare, mean, spread, strict=True)]
    below = np.array([pen.deviations_below(LEAST_INK_PX) for pen in pens])
    terms = np.column_stack([np.ones(len(below)), below])
    line = np.array([np.log((bare.sum() + 0.5) / marks.sum()), 0.0])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-terms @ line))
        slope = terms.T @ (bare - marks * chances) - _RIDGE * line
        curvature = (terms.T * (marks * chances * (1 - chances))) @ terms + _RIDGE * np.eye(2)
        step = np.linalg.solve(curvature, slope)
        line = line + step / max(1.0, float(np.abs(step).max()))  # far from the fit a whole step leads astray
    return [round(value, 4) for value in line.tolist()]
