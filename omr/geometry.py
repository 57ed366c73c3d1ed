"""Frames and the ways between them; the only module that converts.

* *template*: millimetres on the printed page, origin at the paper's top-left corner.
* *scan*: pixels of the image as delivered; pixel (0, 0) has its centre at (0.0, 0.0).
* *working*: pixels of the scan reduced by a whole number, the frame in which marks are measured.

Points are ``(x, y)``, float64, shape (N, 2); x to the right, y downwards. Mappings are 3x3 homographies named from_to.
"""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(N, 2) float64, rows are (x, y)."""

Homography = NDArray[np.float64]
"""(3, 3) float64."""

MM_PER_INCH = 25.4


def map_points(mapping: Homography, points: Points) -> Points:
    """Send points through a homography; those on its horizon come out infinite or not a number."""
    homogeneous = np.column_stack([points, np.ones(len(points))]) @ mapping.T
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(homogeneous[:, :2] / homogeneous[:, 2:])


def jacobians(mapping: Homography, points: Points) -> NDArray[np.float64]:
    """Return the local linear part of a homography at each point: (N, 2, 2), rows d(x', y'), columns d(x, y).

    On its horizon it is infinite or not a number.
    """
    homogeneous = np.column_stack([points, np.ones(len(points))]) @ mapping.T
    w = homogeneous[:, 2, None, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        image = (homogeneous[:, :2] / homogeneous[:, 2:])[:, :, None]
        return np.asarray((mapping[None, :2, :2] - image * mapping[None, 2:, :2]) / w)


def fit_mapping(source: Points, target: Points) -> Homography | None:
    """Fit a homography to four pairs of points, or an affine mapping to three; None if they are degenerate."""
    try:
        if len(source) == 3:
            columns = np.column_stack([source, np.ones(3)])
            return np.vstack([np.linalg.solve(columns, target).T, [0.0, 0.0, 1.0]])
        mapping = _perspective(source, target)
    except np.linalg.LinAlgError:
        return None
    return None if abs(np.linalg.det(mapping)) < 1e-12 else mapping


def _perspective(source: Points, target: Points) -> Homography:
    """Solve x' = (ax + by + c) / (gx + hy + 1) and y' alike for four pairs."""
    ones, zeros = np.ones((4, 1)), np.zeros((4, 3))
    equations = [
        np.hstack([source, ones, zeros, -source * target[:, :1]]),
        np.hstack([zeros, source, ones, -source * target[:, 1:]]),
    ]
    return np.append(np.linalg.solve(np.vstack(equations), target.T.ravel()), 1.0).reshape(3, 3)


def reduced_to_scan(factor: float) -> Homography:
    """Return the mapping from an image reduced by ``factor`` (pixel edges aligned, as cv2.resize does) to the scan."""
    shift = (factor - 1) / 2
    return np.array([[factor, 0.0, shift], [0.0, factor, shift], [0.0, 0.0, 1.0]])


def turn_deg(mapping: Homography, center: tuple[float, float]) -> float:
    """Return how far, clockwise as seen, the mapping turns the page at ``center``: (-180, 180]."""
    across = jacobians(mapping, np.array([center]))[0][:, 0]
    return float(np.degrees(np.arctan2(across[1], across[0])))


def scale_at(mapping: Homography, center: tuple[float, float]) -> float:
    """Return target units per source unit at ``center``: the root of the area ratio."""
    return float(np.sqrt(abs(np.linalg.det(jacobians(mapping, np.array([center]))[0]))))
