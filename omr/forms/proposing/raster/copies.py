"""Filled copies of a page -> the page that they have in common: print lies in every copy in the same place, ink not.

1. A copy is laid over the first by features of its print (``omr.registration.print_features``), then by landmarks. It
   is a copy of the same page only if the same words are printed on it (``same_print``).
2. What is left of a few pixels is moved away, or thin print would be in no place common (``fine_fit``).
3. A place is printed where all copies but very few are dark, whatever a person wrote there: even of nine ticks in the
   same cell no two lie on each other. Print that is a hair's breadth off in some copies still counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from form_templates.model import PageLayout
from omr.forms.page_findings import PageFinding
from omr.forms.proposing.raster.fine_fit import fit_finely
from omr.forms.proposing.raster.flattening import FlatPage, PaperSize, flatten_page, without_colours
from omr.forms.proposing.raster.ink import PICTURE_DPI
from omr.forms.proposing.raster.mark_rests import without_mark_rests
from omr.forms.proposing.raster.picture_reading import PictureReading, load_picture, read_flat
from omr.forms.proposing.raster.same_print import agreements, is_one_page, letters_of, share_in_common, tell_apart
from omr.geometry import MM_PER_INCH, Homography, Points, map_points, reduced_to_scan
from omr.images.limits import ReadingLimits
from omr.images.page_image import GrayImage
from omr.local_correction import NO_CORRECTION, LocalCorrection, fit_correction, grid_of
from omr.opencv import cv2
from omr.registration.pieces.landmarks import LANDMARK_DPI, Landmarks, choose_landmarks, find_landmarks
from omr.registration.print_features import FEATURE_DPI, SMOOTHINGS_PX, find_features, fit_features, fit_robustly

_QUALITY = 92  # of copies on their way between processes
_REACHES_MM = (0.9, 2.0)  # features mostly leave less; too far, the next of many equal boxes is taken for this one
_SEEN = 0.5  # correlation from which a landmark counts as seen
_FEWEST_SEEN, _LEAST_SEEN = 8, 0.35  # landmarks, and share of them, that show that it is the same page
_AGREES_MM = 0.5
_LIES_WELL = 0.85  # share of letters in common from which no other placement is tried
_STEP_PX = 16  # of the grid on which a page is bent into place
_LACKING = 0.12  # share of the copies that need not show what is printed
_PALER = 1.5  # times the darkness of print in nearly the palest copy, as which it counts at most
_REACH_PX = 3  # side of the square within which print counts as in the same place


class Unlike(Enum):
    """In what two pages are unlike."""

    LAYOUT = "neither lies over the other"
    WORDS = "one lies over the other, but other words are printed on it"


@dataclass(frozen=True, slots=True)
class FlatCopy:
    """A level page on its way between processes.

    Attributes:
        page: A JPEG file.
        width_mm: Of the paper.
        height_mm: Likewise.
        size: How that is known.
    """

    page: bytes
    width_mm: float
    height_mm: float
    size: PaperSize


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """How a copy of a page lies over another.

    Attributes:
        mapping: Template mm to pixels of the other copy.
        correction: What it leaves.
        laid: The other copy bent into place, (H, W) uint8.
        in_common: Share of the letters of one that the other shows, 0-1.
    """

    mapping: Homography
    correction: LocalCorrection
    laid: GrayImage
    in_common: float


def flat_copy(path: Path, limits: ReadingLimits, index: int) -> FlatCopy:
    """Return the page ``index``, 0-based, of a file, level and without coloured ink.

    Raises:
        UnreadableScan: It is no picture of a page.
    """
    image = load_picture(path, limits, index)
    flat = flatten_page(without_colours(image))
    return FlatCopy(_packed(flat.page), flat.width_mm, flat.height_mm, flat.size)


def lay_over(path: Path, limits: ReadingLimits, first: FlatCopy, other: FlatCopy) -> bytes | Unlike:
    """Return a copy as it lies over the first one, a JPEG file; in what they are unlike if it shows another page."""
    del path, limits
    blank, page = _unpacked(first.page), _unpacked(other.page)
    size_mm = (first.width_mm, first.height_mm)
    overlay = place_over(blank, page, size_mm)
    if overlay is None:
        return Unlike.LAYOUT
    return _packed(overlay.laid) if is_one_page(overlay.in_common) else Unlike.WORDS


def pages_of(path: Path, limits: ReadingLimits, copies: tuple[bytes, ...]) -> tuple[int, ...]:
    """Return which page each of some copies shows that lie over each other, JPEG files; the first one shows page 0."""
    del path, limits
    return tell_apart(agreements([letters_of(_unpacked(copy)) for copy in copies]))


def agree_copies(
    path: Path, limits: ReadingLimits, first: FlatCopy, copies: tuple[bytes, ...], number: int
) -> PictureReading | PageFinding:
    """Return what the page that copies have in common asks.

    Args:
        path: Where the first comes from.
        limits: They are those of the process.
        first: The copy over which the others lie.
        copies: All of them, JPEG files.
        number: Of the page in the form, 1-based.
    """
    del limits
    page = common_print(fit_finely([_unpacked(copy) for copy in copies]))
    flat = FlatPage(page, first.width_mm, first.height_mm, first.size)
    return read_flat(path, flat, number, is_first=number == 1, is_common=True)


def common_print(copies: list[GrayImage]) -> GrayImage:
    """Return what copies that lie over each other have in common, (H, W) uint8."""
    count = len(copies)
    needed = count - max(round(_LACKING * count), 1) if count > 4 else count
    square = np.ones((_REACH_PX, _REACH_PX), np.uint8)
    stack, near = np.stack(copies), np.stack([cv2.erode(copy, square) for copy in copies])
    common = np.empty_like(copies[0])
    for top in range(0, len(common), 256):
        strip = np.s_[:, top : top + 256]
        usual = 255.0 - np.partition(stack[strip], count // 2, axis=0)[count // 2]
        palest = 255.0 - np.partition(near[strip], needed - 1, axis=0)[needed - 1]
        common[top : top + 256] = np.round(255.0 - np.minimum(usual, _PALER * palest))
    return without_mark_rests(common, copies)


def place_over(blank: GrayImage, page: GrayImage, size_mm: tuple[float, float]) -> Overlay | None:
    """Lay a copy over the first one; None if it is another page.

    Where the same box is printed hundreds of times, landmarks agree on being a row off as well as on the truth, so
    several beginnings are tried, and the one is kept in which most letters lie on each other.
    """
    best: Overlay | None = None
    letters = letters_of(blank)
    for mapping, correction in _beginnings(blank, page, size_mm):
        placed = _refined(blank, page, size_mm, mapping, correction)
        if placed is None:
            continue
        laid = _bent(page, *placed, blank.shape)
        overlay = Overlay(*placed, laid, share_in_common((letters, letters_of(laid))))
        if best is None or overlay.in_common > best.in_common:
            best = overlay
        if best.in_common >= _LIES_WELL:
            break
    return best


def _beginnings(
    blank: GrayImage, page: GrayImage, size_mm: tuple[float, float]
) -> Iterator[tuple[Homography, LocalCorrection]]:
    """Yield how the first copy may lie over another by features of its print, roughly."""
    px_per_feature_px = PICTURE_DPI / FEATURE_DPI
    to_page = reduced_to_scan(px_per_feature_px)
    for smoothing_px in SMOOTHINGS_PX:
        printed, seen = (find_features(image, px_per_feature_px, smoothing_px) for image in (blank, page))
        fit = fit_features(printed, seen, to_page, size_mm)
        if fit is not None:
            yield fit.template_to_working, fit.correction
            yield fit.template_to_working, NO_CORRECTION


def _refined(
    blank: GrayImage, page: GrayImage, size_mm: tuple[float, float], mapping: Homography, correction: LocalCorrection
) -> tuple[Homography, LocalCorrection] | None:
    """Improve a placement by landmarks, as near as enough of them are seen; None where too few are."""
    half = PICTURE_DPI / LANDMARK_DPI
    small_blank, small = (_reduced(image, half) for image in (blank, page))
    landmarks = choose_landmarks(small_blank, PageLayout(1, size_mm[0], size_mm[1], ()))
    if len(landmarks.centers_mm) < _FEWEST_SEEN:
        return None
    to_small: Homography = np.asarray(np.linalg.inv(reduced_to_scan(half)) @ mapping)
    for reach_mm in _REACHES_MM:
        placed = _by_landmarks(small, landmarks, to_small, correction, reach_mm, size_mm)
        if placed is not None:
            return np.asarray(reduced_to_scan(half) @ placed[0]), placed[1]
    return None


def _by_landmarks(
    small: GrayImage,
    landmarks: Landmarks,
    to_small: Homography,
    correction: LocalCorrection,
    most_mm: float,
    size_mm: tuple[float, float],
) -> tuple[Homography, LocalCorrection] | None:
    """Return where landmarks are found within some reach, as a mapping to a reduced copy; None if too few are."""
    places = landmarks.centers_mm
    for reach_mm in (most_mm, 0.6 * most_mm):
        expected = correction.applied_to(places)
        found = find_landmarks(small, to_small, landmarks, expected, reach_mm)
        is_seen = found.match >= _SEEN
        if is_seen.sum() < max(_FEWEST_SEEN, _LEAST_SEEN * len(places)):
            return None
        target = map_points(to_small, expected[is_seen] + found.shifts_mm[is_seen])
        fitted = fit_robustly(places[is_seen], target, _AGREES_MM * LANDMARK_DPI / MM_PER_INCH)
        if fitted is None:
            return None
        to_small = fitted
        back: Points = map_points(np.asarray(np.linalg.inv(to_small)), target)
        grid = grid_of(*size_mm)
        correction = fit_correction(places[is_seen], back - places[is_seen], found.match[is_seen], grid, _AGREES_MM)
    return to_small, correction


def _bent(page: GrayImage, mapping: Homography, correction: LocalCorrection, shape: tuple[int, ...]) -> GrayImage:
    """Return a page as it lies over another of this height and width, px."""
    height, width = shape[:2]
    rows, columns = -(-height // _STEP_PX) + 1, -(-width // _STEP_PX) + 1
    y, x = np.mgrid[:rows, :columns].astype(np.float64) * _STEP_PX
    places_mm = (np.column_stack([x.ravel(), y.ravel()]) + 0.5) / PICTURE_DPI * MM_PER_INCH
    source = map_points(mapping, correction.applied_to(places_mm)).reshape(rows, columns, 2).astype(np.float32)
    xs, ys = (_stretched(source[..., axis], height, width) for axis in (0, 1))
    bent = cv2.remap(page, xs, ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(255,))
    return np.asarray(bent, np.uint8)


def _stretched(coarse: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Return values given at every 16th pixel for every pixel."""
    scale = 1 / _STEP_PX
    matrix = np.array([[scale, 0, 0], [0, scale, 0]], np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(coarse, matrix, (width, height), flags=flags), np.float32)


def _reduced(image: GrayImage, factor: float) -> GrayImage:
    size = (round(image.shape[1] / factor), round(image.shape[0] / factor))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _packed(page: GrayImage) -> bytes:
    is_encoded, data = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    assert is_encoded, "OpenCV writes JPEG"
    return bytes(data)


def _unpacked(data: bytes) -> GrayImage:
    return np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)
