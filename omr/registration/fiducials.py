"""Find the printed corner targets: a square ring around a solid square, like the corner of a QR code.

Two nested shapes with one centre and sizes 7:3 are rarer on paper than any single blob: a punch hole, a filled box or
a staple has no such partner.
"""

from dataclasses import dataclass, replace
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from form_templates.model import PageLayout
from omr.geometry import MM_PER_INCH, Homography, Points, fit_mapping, jacobians, map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WorkingImage
from omr.opencv import cv2

_CORNER_MM = 42.0  # side of the corner regions searched first: a fiducial's distance plus shift, skew and border
_MAX_CANDIDATES = 10
_LIKELY_SIZE = (0.75, 1.4)  # of what the image's size suggests; below are the corners of the code
_ANY_SIZE = (0.5, 1.7)  # a sheet scanned on a larger bed, or cropped
_MOST_PAIR_FITS = 12
_OFF_SIZE = 0.20  # a pixel or two of a small square; the corners of the code, which look alike, are smaller by a third
_CORE_SHARE = 3 / 7  # width of the solid square in the ring's


@dataclass(frozen=True, slots=True)
class Candidate:
    """A shape that looks like a fiducial: centre and outer width, working px, and how dark its core is."""

    x: float
    y: float
    size: float
    core_level: float


@dataclass(frozen=True, slots=True)
class Distortion:
    """How much a page may be distorted: largest by smallest scale less 1, and cosine between its axes."""

    stretch: float
    shear: float


SCANNED = Distortion(0.35, 0.25)
"""A scanner's, with room for a phone held nearly straight."""

PHOTOGRAPHED = Distortion(1.6, 0.5)
"""A phone's, tilted by 25 degrees close to the page: the far side is half as large as the near one."""


@dataclass(frozen=True, slots=True)
class FiducialFit:
    """A way to lay the template's fiducials over candidates.

    Attributes:
        template_to_working: The mapping they give.
        found: How many took part, 2 to 4.
        core_level: Brightness of their solid squares: how black print is in this scan.
        misfit: How far shape and size are from those printed; 0.0 is perfect.
    """

    template_to_working: Homography
    found: int
    core_level: float
    misfit: float


def find_candidates(image: WorkingImage, size_mm: float, *, everywhere: bool = False) -> list[Candidate]:
    """Find shapes that look like fiducials, near the corners or on the whole page."""
    expected_px = size_mm / MM_PER_INCH * image.nominal_dpi
    if everywhere:
        return _candidates_in(image.pixels, (0, 0), expected_px, _ANY_SIZE)[:_MAX_CANDIDATES]
    side = round(_CORNER_MM / MM_PER_INCH * image.nominal_dpi)
    height, width = image.pixels.shape
    found: list[Candidate] = []
    for top in (0, max(0, height - side)):
        for left in (0, max(0, width - side)):
            region = image.pixels[top : top + side, left : left + side]
            found += _candidates_in(region, (left, top), expected_px, _LIKELY_SIZE)[:3]
    return found


def fit_fiducials(
    candidates: list[Candidate], layout: PageLayout, count: int, distortion: Distortion = SCANNED
) -> list[FiducialFit]:
    """Return the ways to lay the template over ``count`` (4 or 3) candidates, best first, one per turn of the page.

    A fit must keep the printed proportions, as far as ``distortion`` asks, and must not be a mirror image.
    """
    printed = np.array([(f.x_mm, f.y_mm) for f in layout.fiducials])
    size_mm = layout.fiducials[0].size_mm
    fits = [
        fit
        for chosen in combinations(candidates, count)
        for corners in combinations(range(4), count)
        for turn in range(count)
        if (fit := _try_fit(printed, size_mm, corners[turn:] + corners[:turn], _clockwise(chosen), distortion))
    ]
    return _best_per_turn(fits)


def fit_pairs(candidates: list[Candidate], layout: PageLayout, px_per_mm: float) -> list[FiducialFit]:
    """Return the ways to lay the template over two candidates without distorting it, likeliest first.

    Where corners were cut off, two fiducials still tell turn, size and place of the page; which two they are, the page
    code or the print must tell.

    Args:
        candidates: Shapes that look like fiducials.
        layout: Where they are printed.
        px_per_mm: Size of the image if it shows one whole sheet; no page may be much larger or smaller.
    """
    printed = [complex(f.x_mm, f.y_mm) for f in layout.fiducials]
    size_mm = layout.fiducials[0].size_mm
    fits = [
        fit
        for first, second in combinations(candidates, 2)
        for a, b in permutations(printed, 2)
        if (fit := _try_pair((a, b), size_mm, (first, second), px_per_mm)) is not None
    ]
    return sorted(fits, key=lambda fit: fit.misfit)[:_MOST_PAIR_FITS]


def fit_beside_code(
    candidates: list[Candidate], layout: PageLayout, px_per_mm: float, code_px: tuple[float, float]
) -> list[FiducialFit]:
    """Return the ways to lay the template over one candidate and the page code, whose middle is at ``code_px``."""
    if layout.code is None:
        return []
    code = Candidate(*code_px, size=0.0, core_level=0.0)
    middle = complex(*layout.code.center_mm)
    size_mm = layout.fiducials[0].size_mm
    fits = [
        replace(fit, core_level=candidate.core_level)
        for candidate in candidates
        for f in layout.fiducials
        if (fit := _try_pair((complex(f.x_mm, f.y_mm), middle), size_mm, (candidate, code), px_per_mm)) is not None
    ]
    return sorted(fits, key=lambda fit: fit.misfit)[:_MOST_PAIR_FITS]


def _try_pair(
    printed: tuple[complex, complex], size_mm: float, chosen: tuple[Candidate, Candidate], px_per_mm: float
) -> FiducialFit | None:
    """Fit the template to two points; None where the sizes of the candidates disagree with the scale of the fit."""
    first, second = (complex(candidate.x, candidate.y) for candidate in chosen)
    turn = (second - first) / (printed[1] - printed[0])  # complex numbers turn and scale, and never mirror
    scale = abs(turn)
    upright_px = size_mm * (abs(turn.real) + abs(turn.imag))  # width of the box around a turned square
    sizes = [candidate.size for candidate in chosen if candidate.size]
    off_size = max(abs(size / upright_px - 1) for size in sizes) if scale else 1.0
    if off_size > 0.12 or not _LIKELY_SIZE[0] < scale / px_per_mm < _LIKELY_SIZE[1]:
        return None
    shift = first - turn * printed[0]
    mapping = np.array([[turn.real, -turn.imag, shift.real], [turn.imag, turn.real, shift.imag], [0.0, 0.0, 1.0]])
    level = float(np.mean([candidate.core_level for candidate in chosen]))
    return FiducialFit(mapping, 2, level, off_size)


def _candidates_in(
    pixels: GrayImage, offset: tuple[int, int], expected_px: float, sizes: tuple[float, float]
) -> list[Candidate]:
    """Find nested shapes in one region; strongest resemblance first.

    1. Binarise against the neighbourhood, so that grey copies and dark borders do not matter.
    2. Of all connected shapes keep squarish ones: solid (a core) or half filled (a ring).
    3. Pair rings with cores of one centre and the right proportion.
    """
    if min(pixels.shape) < 8:
        return []
    block = round(expected_px * 1.6) // 2 * 2 + 1
    dark = cv2.adaptiveThreshold(pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, 12)
    _, _, stats, centroids = cv2.connectedComponentsWithStats(dark, connectivity=8)
    width, height, area = (stats[1:, column].astype(float) for column in (2, 3, 4))
    centers = stats[1:, :2] + stats[1:, 2:4] / 2 - 0.5
    squarish = (np.maximum(width, height) < 1.5 * np.minimum(width, height)) & (width > 3)
    filled = area / (width * height)
    is_ring = (
        squarish
        & (filled > 0.25)
        & (filled < 0.72)
        & (width > sizes[0] * expected_px)
        & (width < sizes[1] * expected_px)
    )
    is_core = squarish & (filled > 0.55) & (width < expected_px * 0.8)
    found = []
    for ring in np.flatnonzero(is_ring):
        distance = np.abs(centers[is_core] - centers[ring]).max(axis=1)
        share = width[is_core] / width[ring]
        resemblance = distance / width[ring] + np.abs(share - _CORE_SHARE)
        if len(resemblance) and resemblance.min() < 0.22:
            core = np.flatnonzero(is_core)[resemblance.argmin()]
            x, y = centroids[1:][core]
            level = float(pixels[round(y), round(x)])
            size = float(width[ring] + height[ring]) / 2
            center = _refine(pixels, centers[ring], size)
            found.append((resemblance.min(), Candidate(center[0] + offset[0], center[1] + offset[1], size, level)))
    return [candidate for _, candidate in sorted(found, key=lambda pair: pair[0])]


def _refine(pixels: GrayImage, center: NDArray[np.float64], size: float) -> tuple[float, float]:
    """Return the centre to a fraction of a pixel: the centroid of darkness in a window just around the target."""
    reach = round(size * 0.62)
    x, y = round(center[0]), round(center[1])
    top, left = max(0, y - reach), max(0, x - reach)
    window = pixels[top : y + reach + 1, left : x + reach + 1].astype(np.float32)
    paper = np.percentile(window, 80)
    darkness = np.clip(paper - 0.15 * (paper - window.min()) - window, 0, None)
    total = float(darkness.sum())
    if total <= 0:
        return float(center[0]), float(center[1])
    columns, rows = darkness.sum(axis=0), darkness.sum(axis=1)
    refined_x = left + float(columns @ np.arange(len(columns))) / total
    refined_y = top + float(rows @ np.arange(len(rows))) / total
    # Dirt beside the target pulls the centroid away; then the outline's middle is the better guess.
    if max(abs(refined_x - center[0]), abs(refined_y - center[1])) > 0.12 * size:
        return float(center[0]), float(center[1])
    return refined_x, refined_y


def _clockwise(chosen: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Order candidates clockwise as seen, as the template's fiducials are; paper is never seen from behind."""
    x, y = np.mean([(c.x, c.y) for c in chosen], axis=0)
    return tuple(sorted(chosen, key=lambda c: np.arctan2(c.y - y, c.x - x)))


def _try_fit(
    printed: Points, size_mm: float, order: tuple[int, ...], chosen: tuple[Candidate, ...], distortion: Distortion
) -> FiducialFit | None:
    source = printed[list(order)]
    target = np.array([(candidate.x, candidate.y) for candidate in chosen])
    mapping = fit_mapping(source, target)
    if mapping is None:
        return None
    misfit = _misfit(mapping, source, size_mm, chosen, distortion)
    if misfit is None:
        return None
    return FiducialFit(mapping, len(order), float(np.median([c.core_level for c in chosen])), misfit)


def _misfit(
    mapping: Homography, source: Points, size_mm: float, chosen: tuple[Candidate, ...], most: Distortion
) -> float | None:
    """Measure how much the fit distorts the page; None if more than ``most``."""
    local = jacobians(mapping, source)
    scales = np.linalg.norm(local, axis=1)  # px per mm along x and along y, (N, 2)
    if not np.isfinite(scales).all() or scales.min() <= 0:
        return None
    stretch = float(scales.max() / scales.min()) - 1
    cosines = np.abs((local[:, :, 0] * local[:, :, 1]).sum(axis=1) / scales.prod(axis=1))
    sizes = np.array([candidate.size for candidate in chosen])
    upright_sizes = size_mm * np.abs(local).sum(axis=2).mean(axis=1)  # of the box around a turned square
    off_size = float(np.abs(sizes / upright_sizes - 1).max())
    if stretch > most.stretch or cosines.max() > most.shear or off_size > _OFF_SIZE:
        return None
    return stretch + float(cosines.max()) + 0.5 * off_size


def _best_per_turn(fits: list[FiducialFit]) -> list[FiducialFit]:
    best: dict[int, FiducialFit] = {}
    for fit in sorted(fits, key=lambda fit: fit.misfit):
        across = map_points(fit.template_to_working, np.array([(0.0, 0.0), (100.0, 0.0)]))
        turn = round(np.degrees(np.arctan2(*(across[1] - across[0])[::-1])) / 90) % 4
        best.setdefault(turn, fit)
    return sorted(best.values(), key=lambda fit: fit.misfit)
