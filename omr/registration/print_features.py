"""Recognise a page by what is printed on it: features of the blank page found again in the scan, at any angle and size.

1. Take corner-like features of the whole scan at a coarse resolution (ORB: Rublee et al. 2011, doi
   10.1109/ICCV.2011.6126544) and pair each feature of the blank page with the one most alike.
2. Forms repeat themselves (the same box a hundred times), so most pairs are wrong; but the right ones agree on turn,
   size and place. Let them vote on these, as Lowe did (2004, section 7.3, doi 10.1023/B:VISI.0000029664.99615.94).
3. Fit a homography to the winners (RANSAC), and a smooth correction to those that a homography cannot follow.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH, Homography, Points, jacobians, map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WorkingImage, once_per_image
from omr.local_correction import LocalCorrection, fit_correction, grid_of
from omr.opencv import cv2

FEATURE_DPI = 80
"""Resolution of the blank page's features; letters of body text are 10 px high."""

_MOST_FEATURES = 2500
_PYRAMID = (1.2, 7)  # step and levels: pages that fill the image or a third of it
SMOOTHINGS_PX = (0.8, 1.7)
"""How much images are smoothed before features are looked for, feature pixels: little, and for a second try so much
that the dots of dithered and badly limited scans run together."""

_RATIO = 0.88  # of the best to the second best distance; forms repeat themselves, so the vote must do the most
_COMPARED_AT_ONCE = 256  # features of the blank page with all of the scan: what a processor has at hand
_TURN_BINS = 24
_SIZE_STEP = 0.25  # of log2
_PLACE_BINS = 10  # to the page's longer side
_INLIER_PX = 3.0  # feature pixels, 1 mm
_PERSPECTIVE_GAIN = 1.3  # of inliers by which a photograph's perspective shows; a scan gains a tenth by chance
_BENT_PX = 12.0  # feature pixels, 4 mm: as far as paper curls from a homography
_MIN_INLIERS = 12  # unrelated pages reach as many; whether the page is there, its landmarks tell


@dataclass(frozen=True, slots=True, eq=False)
class PrintFeatures:
    """Features of one image.

    Attributes:
        points: Where they are, (N, 2), feature pixels.
        turns_deg: Which way each is turned, (N,).
        sizes: How large each is, feature pixels, (N,).
        descriptors: (N, 32) uint8.
    """

    points: Points
    turns_deg: NDArray[np.float64]
    sizes: NDArray[np.float64]
    descriptors: NDArray[np.uint8]

    def every(self, count: int) -> "PrintFeatures":
        """Return about ``count`` of them, of all sizes."""
        step = max(1, len(self.points) // count)
        return PrintFeatures(self.points[::step], self.turns_deg[::step], self.sizes[::step], self.descriptors[::step])


@dataclass(frozen=True, slots=True, eq=False)
class FeatureFit:
    """How a blank page lies over a scan by its features.

    Attributes:
        template_to_working: Homography, template mm to working pixels.
        correction: What the homography leaves.
        inliers: How many features agree.
    """

    template_to_working: Homography
    correction: LocalCorrection
    inliers: int


def find_features(pixels: GrayImage, px_per_feature_px: float, smoothing_px: float) -> PrintFeatures:
    """Find the features of an image.

    Args:
        pixels: (H, W) uint8.
        px_per_feature_px: How much to reduce it first.
        smoothing_px: How much to smooth it then.
    """
    scale = 1 / px_per_feature_px
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    detector = cv2.ORB.create(_MOST_FEATURES, *_PYRAMID, fastThreshold=10)
    keypoints, descriptors = detector.detectAndCompute(cv2.GaussianBlur(small, (0, 0), smoothing_px), None)
    return PrintFeatures(
        np.array([keypoint.pt for keypoint in keypoints], np.float64).reshape(-1, 2),
        np.array([keypoint.angle for keypoint in keypoints], np.float64),
        np.array([keypoint.size for keypoint in keypoints], np.float64),
        np.zeros((0, 32), np.uint8) if descriptors is None else descriptors,
    )


@once_per_image
def features_of(image: WorkingImage, smoothing_px: float) -> PrintFeatures:
    """Return the features of a scan, which may be compared with many forms."""
    return find_features(image.pixels, image.nominal_dpi / FEATURE_DPI, smoothing_px)


def fit_features(
    printed: PrintFeatures,
    seen: PrintFeatures,
    feature_to_working: Homography,
    size_mm: tuple[float, float],
) -> FeatureFit | None:
    """Lay a blank page over a scan; None if its print is not there.

    Args:
        printed: Features of the blank page at ``FEATURE_DPI``.
        seen: Features of the scan.
        feature_to_working: From the feature pixels of ``seen`` to working pixels.
        size_mm: Width and height of the page.
    """
    pairs = _alike(printed, seen)
    for voted in _agreeing(printed, seen, pairs, max(size_mm) / MM_PER_INCH * FEATURE_DPI):
        fit = _fit_voted(printed.points[voted[:, 0]], seen.points[voted[:, 1]], feature_to_working, size_mm)
        if fit is not None:
            return fit
    return None


def count_agreeing(printed: PrintFeatures, seen: PrintFeatures, size_mm: tuple[float, float]) -> int:
    """Return how many features of a blank page are seen in a scan in one turn, size and place; 0 if too few to tell.

    Args:
        printed: Features of the blank page, all or a sample of them.
        seen: Features of the scan.
        size_mm: Width and height of the page.
    """
    pairs = _alike(printed, seen)
    voted = _agreeing(printed, seen, pairs, max(size_mm) / MM_PER_INCH * FEATURE_DPI)
    return max((len(group) for group in voted), default=0)


def _alike(printed: PrintFeatures, seen: PrintFeatures) -> NDArray[np.int64]:
    """Return pairs of features that look alike, rows (index in printed, index in seen)."""
    if len(printed.descriptors) < 2 or len(seen.descriptors) < 2:
        return np.zeros((0, 2), np.int64)
    signs, seen_signs = _signs(printed.descriptors), _signs(seen.descriptors).T
    pairs = []
    for first in range(0, len(signs), _COMPARED_AT_ONCE):
        # Bits alike less bits that differ: exact in float32, and multiplied in half the time it takes to count them.
        agreement = signs[first : first + _COMPARED_AT_ONCE] @ seen_signs
        rows, nearest = np.arange(len(agreement)), agreement.argmax(axis=1)
        best = agreement[rows, nearest].astype(np.float64)
        agreement[rows, nearest] = -np.inf
        second = agreement.max(axis=1).astype(np.float64)
        is_close = seen_signs.shape[0] - best < _RATIO * (seen_signs.shape[0] - second)
        pairs.append(np.column_stack([rows + first, nearest])[is_close])
    return np.concatenate(pairs)


def _signs(descriptors: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return 1.0 for every bit that is set and -1.0 for every other one, (N, 256)."""
    return np.unpackbits(descriptors, axis=1).astype(np.float32) * 2 - 1


def _agreeing(
    printed: PrintFeatures, seen: PrintFeatures, pairs: NDArray[np.int64], longer_px: float
) -> list[NDArray[np.int64]]:
    """Return the pairs that agree on turn, size and place: for the two likeliest turns."""
    if len(pairs) < _MIN_INLIERS:
        return []
    first, second = pairs.T
    turn = (seen.turns_deg[second] - printed.turns_deg[first]) % 360
    votes = np.bincount((turn / 360 * _TURN_BINS).astype(int) % _TURN_BINS, minlength=_TURN_BINS).astype(float)
    votes = votes + np.roll(votes, -1)  # two neighbouring bins together
    found = []
    for bin_ in np.argsort(-votes)[:2]:
        middle = (bin_ + 1) * 360 / _TURN_BINS
        off = np.abs((turn - middle + 180) % 360 - 180)
        one_turn = off <= 1.5 * 360 / _TURN_BINS
        agreeing = pairs[one_turn]
        if len(agreeing) >= _MIN_INLIERS:
            typical = float(np.median(turn[one_turn] - middle)) + middle if one_turn.any() else middle
            found.append(_of_one_size_and_place(printed, seen, agreeing, typical, longer_px))
    return [pairs for pairs in found if len(pairs) >= _MIN_INLIERS]


def _of_one_size_and_place(
    printed: PrintFeatures, seen: PrintFeatures, pairs: NDArray[np.int64], turn_deg: float, longer_px: float
) -> NDArray[np.int64]:
    first, second = pairs.T
    size = np.log2(seen.sizes[second] / printed.sizes[first])
    steps = np.round(size / _SIZE_STEP).astype(int)
    values, counts = np.unique(steps, return_counts=True)
    around = np.array([counts[np.abs(values - value) <= 1].sum() for value in values])
    of_size = np.abs(size - values[around.argmax()] * _SIZE_STEP) <= 1.6 * _SIZE_STEP
    pairs, scale = pairs[of_size], 2 ** float(np.median(size[of_size]))
    first, second = pairs.T
    angle = np.radians(turn_deg)
    rotation = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    place = (seen.points[second] - printed.points[first] @ rotation.T) / (longer_px * scale) * _PLACE_BINS
    cells = np.round(place).astype(int)
    voted, counts = np.unique(cells, axis=0, return_counts=True)
    is_near = np.abs(voted[:, None] - voted[None]).max(axis=2) <= 1
    best = voted[(is_near @ counts).argmax()]
    return np.asarray(pairs[np.abs(place - best).max(axis=1) <= 2.0])


def _fit_voted(
    source_px: Points, target_px: Points, feature_to_working: Homography, size_mm: tuple[float, float]
) -> FeatureFit | None:
    mapping = fit_robustly(source_px, target_px, _INLIER_PX)
    if mapping is None or not _is_possible(mapping, size_mm):
        return None
    misfit_px = np.linalg.norm(map_points(mapping, source_px) - target_px, axis=1)
    if (misfit_px < _INLIER_PX).sum() < _MIN_INLIERS:
        return None
    px_per_mm = FEATURE_DPI / MM_PER_INCH
    printed_mm = (source_px + 0.5) / px_per_mm
    back_mm = (map_points(np.asarray(np.linalg.inv(mapping)), target_px) + 0.5) / px_per_mm
    weights = (misfit_px < _BENT_PX).astype(float)
    correction = fit_correction(printed_mm, back_mm - printed_mm, weights, grid_of(*size_mm), outlier_mm=0.5)
    agrees = np.linalg.norm(correction.applied_to(printed_mm) - back_mm, axis=1) < _INLIER_PX / px_per_mm
    mm_to_feature = np.array([[px_per_mm, 0, -0.5], [0, px_per_mm, -0.5], [0, 0, 1.0]])
    template_to_working = feature_to_working @ mapping @ mm_to_feature
    return FeatureFit(template_to_working, correction, int((agrees & (weights > 0)).sum()))


def fit_robustly(source: Points, target: Points, most_off: float) -> Homography | None:
    """Fit the mapping of a scanner, or of a camera where that explains many more pairs; None if none fits.

    Pairs are often crowded in a part of the page; an affine mapping goes on straight from there, whereas the two
    further freedoms of a perspective bend away.

    Args:
        source: (N, 2).
        target: (N, 2).
        most_off: How far a pair may be off, target units.
    """
    affine, _ = cv2.estimateAffine2D(source, target, method=cv2.RANSAC, ransacReprojThreshold=most_off, maxIters=3000)
    best, most = None, 0.0
    if affine is not None:
        best = np.vstack([affine, [0.0, 0.0, 1.0]])
        most = _PERSPECTIVE_GAIN * _agreeing_pairs(best, source, target, most_off)
    if best is not None and most >= len(source):
        return best  # a perspective that explains all pairs would not be preferred
    perspective, _ = cv2.findHomography(source, target, cv2.RANSAC, most_off, maxIters=3000)
    if perspective is None or (best is not None and _agreeing_pairs(perspective, source, target, most_off) <= most):
        return best
    return np.asarray(perspective, np.float64)


def _agreeing_pairs(mapping: Homography, source: Points, target: Points, most_off: float) -> int:
    off = np.linalg.norm(map_points(mapping, source) - target, axis=1)
    return int((off < most_off).sum())


def _is_possible(mapping: Homography, size_mm: tuple[float, float]) -> bool:
    """Whether a camera could have seen the page like that: not mirrored, not folded over, not from the side."""
    right, bottom = (side / MM_PER_INCH * FEATURE_DPI for side in size_mm)
    corners = np.array([(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)])
    local = jacobians(mapping, corners)
    areas = np.linalg.det(local)
    if not np.isfinite(areas).all() or areas.min() <= 0 or areas.max() > 9 * areas.min():
        return False
    scales = np.linalg.norm(local, axis=1)
    return bool(scales.max() < 3 * scales.min() and scales.min() > 0.1 and scales.max() < 10)
