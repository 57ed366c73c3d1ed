"""Measure the ink that a respondent added to each response area.

1. Darkness is measured between the bare paper around (0.0) and the page's own solid print (1.0), so that neither
   grey copies nor dark paper look like marks.
2. The blank print, thickened by a pixel for print that bleeds and places that are off by a tenth of a millimetre, is
   taken off; what stays is ink (compare Loke 2018, doi 10.1371/journal.pone.0206420: print inside the areas ruins
   plain thresholds).
3. The ink is described by a dozen numbers: how much lies inside, on the outline, around; how far it reaches; whether
   it surrounds the area.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.form_book import PageModel
from omr.geometry import map_points
from omr.opencv import cv2
from omr.preprocess import WorkingImage
from omr.registration import LocatedPage
from omr.sampling import PATCH_PX, Patches, PatchGeometry, offsets_mm, sample_patches, zone

FEATURES = (
    "inside",  # mean ink within the outline
    "inside_share",  # share of the inside that is ink: the fill ratio
    "core",  # mean ink in the middle half
    "peak",  # darkest spot inside, averaged over 2 x 2 pixels
    "rows",  # share of the rows inside that hold ink
    "columns",  # share of the columns inside that hold ink
    "quarters",  # ink share of the emptiest quarter of the inside
    "outline",  # mean ink on and beside the outline
    "near",  # mean ink up to 1.2 mm outside
    "near_least",  # the same on the side that has least: a ring has ink on all four
    "near_most",  # the same on the side that has most: a neighbour's mark comes from one side
    "around",  # mean ink from 1.2 mm to the edge of the patch
    "encircled",  # share of the directions around the area in which there is ink: 1.0 for a ring around it
    "relative",  # inside, relative to a firm mark on this sheet
    "noise",  # roughness of the bare paper
    "outline_seen",  # contrast of the printed outline: how much of what is there this scan shows
)

INK_LEVEL = 0.12  # of solid print: six times the noise of an office scan, half of what a faint pencil gives

_OUTLINE_MM = 0.45  # half the printed line plus what registration may be off
_NEAR_MM = 1.2
_DIRECTIONS = 16
_CROSSED = 0.04  # ink share of a direction's sector: a pen line across it covers 0.16, a neighbour's tip less than 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Measurements:
    """What was measured on one page.

    Attributes:
        features: One row per response area, in layout order, columns as in ``FEATURES``: (N, 16) float32.
        misplaced_mm: How far each area's own outline is from where it was measured, (N,).
    """

    features: NDArray[np.float32]
    misplaced_mm: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Zones:
    """Weights that turn the pixels of a patch into zone averages; one set per kind of response area.

    Attributes:
        kind: Which set each area uses, (N,).
        averages: (kinds, 56 * 56, zones) float32; columns sum to 1.
        inside: First and last row (= column) of the inside, per kind.
        tolerant: The blank print of each patch, thickened, (N, 56, 56).
    """

    kind: NDArray[np.int64]
    averages: NDArray[np.float32]
    inside: tuple[tuple[int, int], ...]
    tolerant: Patches


_ZONE_NAMES = ("inside", "core", "outline", "left", "right", "top", "bottom", "around", "q1", "q2", "q3", "q4", "rim")
_SECTOR_NAMES = tuple(f"sector{number}" for number in range(_DIRECTIONS))


def build_zones(model: PageModel) -> Zones:
    """Work out the zones of a page's response areas, once per page of the form."""
    geometry = model.geometry
    sizes, kind = np.unique(geometry.sizes_mm.round(2), axis=0, return_inverse=True)
    kind = kind.reshape(-1)
    first = [int(np.flatnonzero(kind == number)[0]) for number in range(len(sizes))]
    kernel = np.ones((3, 3), np.uint8)
    tolerant = np.array([cv2.dilate(patch, kernel) for patch in model.blank], np.float32)
    return Zones(
        kind=kind,
        averages=np.array([_zone_weights(geometry, index) for index in first], np.float32),
        inside=tuple(_inside_span(geometry, index) for index in first),
        tolerant=tolerant.reshape(model.blank.shape),
    )


def measure_marks(image: WorkingImage, page: LocatedPage, zones: Zones) -> Measurements:
    """Measure every response area of a located page."""
    geometry = page.model.geometry
    if not page.model.layout.areas:
        return Measurements(np.zeros((0, len(FEATURES)), np.float32), page.misplaced_mm)
    patches = sample_patches(image.pixels, page.template_to_working, geometry, page.centers_mm)
    darkness = _darkness(patches, image, page)
    ink = np.maximum(darkness - 1.1 * zones.tolerant, 0)
    features = _features(ink, darkness, zones)
    return Measurements(features, page.misplaced_mm)


def _zone_weights(geometry: PatchGeometry, index: int) -> NDArray[np.float32]:
    across, down = offsets_mm(geometry, index)
    inside = zone(geometry, index, -np.inf, -_OUTLINE_MM)
    near = zone(geometry, index, _OUTLINE_MM, _NEAR_MM)
    half = geometry.sizes_mm[index] / 4
    masks = {
        "inside": inside,
        "core": (np.abs(across) < half[0]) & (np.abs(down) < half[1]),
        "outline": zone(geometry, index, -_OUTLINE_MM, _OUTLINE_MM),
        "left": near & (across < -np.abs(down)),
        "right": near & (across > np.abs(down)),
        "top": near & (down < -np.abs(across)),
        "bottom": near & (down > np.abs(across)),
        "around": zone(geometry, index, _NEAR_MM, np.inf),
        "q1": inside & (across < 0) & (down < 0),
        "q2": inside & (across > 0) & (down < 0),
        "q3": inside & (across < 0) & (down > 0),
        "q4": inside & (across > 0) & (down > 0),
        "rim": zone(geometry, index, -0.3, 0.0),
    }
    outside = zone(geometry, index, 0.25, np.inf)
    direction = ((np.arctan2(down, across) / (2 * np.pi) + 0.5) * _DIRECTIONS).astype(int) % _DIRECTIONS
    masks |= {name: outside & (direction == number) for number, name in enumerate(_SECTOR_NAMES)}
    names = (*_ZONE_NAMES, *_SECTOR_NAMES)
    stacked = np.stack([masks[name].ravel() for name in names], axis=1).astype(np.float32)
    return np.asarray(stacked / np.maximum(stacked.sum(axis=0), 1))


def _inside_span(geometry: PatchGeometry, index: int) -> tuple[int, int]:
    rows = np.flatnonzero(zone(geometry, index, -np.inf, -_OUTLINE_MM).any(axis=1))
    return int(rows[0]), int(rows[-1]) + 1


def _darkness(patches: NDArray[np.uint8], image: WorkingImage, page: LocatedPage) -> Patches:
    """Scale patches so that bare paper is 0.0 and solid print 1.0."""
    x, y = map_points(page.template_to_working, page.centers_mm).T
    paper = image.paper_at(x, y)[:, None, None]
    contrast = np.maximum(paper - page.print_level, 40)  # below, the page is grey on grey and noise would be blown up
    return np.asarray((paper - patches) / contrast, np.float32)


def _features(ink: Patches, darkness: Patches, zones: Zones) -> NDArray[np.float32]:
    levels = _average(ink, zones)
    shares = _average((ink > INK_LEVEL).astype(np.float32), zones)
    rim = _average(np.maximum(darkness, 0), zones)["rim"]
    sides = np.stack([levels[side] for side in ("left", "right", "top", "bottom")])
    quarters = np.stack([shares[quarter] for quarter in ("q1", "q2", "q3", "q4")])
    peak, rows, columns = _reach(ink, zones)
    inside = levels["inside"]
    encircled = np.mean([shares[sector] > _CROSSED for sector in _SECTOR_NAMES], axis=0)
    found = {
        "inside": inside,
        "inside_share": shares["inside"],
        "core": levels["core"],
        "peak": peak,
        "rows": rows,
        "columns": columns,
        "quarters": quarters.min(axis=0),
        "outline": levels["outline"],
        "near": sides.mean(axis=0),
        "near_least": sides.min(axis=0),
        "near_most": sides.max(axis=0),
        "around": levels["around"],
        "encircled": encircled,
        "relative": inside / _firm_mark(inside),
        "noise": np.full(len(inside), _roughness(darkness, zones), np.float32),
        "outline_seen": rim,
    }
    return np.column_stack([found[name] for name in FEATURES]).astype(np.float32)


def _average(values: Patches, zones: Zones) -> dict[str, NDArray[np.float32]]:
    """Average each patch over each zone."""
    flat = values.reshape(len(values), -1)
    names = (*_ZONE_NAMES, *_SECTOR_NAMES)
    averages = np.empty((len(values), len(names)), np.float32)
    for number, weights in enumerate(zones.averages):
        chosen = zones.kind == number
        averages[chosen] = flat[chosen] @ weights
    return dict(zip(names, averages.T, strict=True))


def _reach(ink: Patches, zones: Zones) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Return the darkest spot inside, and the shares of rows and columns inside that hold ink."""
    peak, rows, columns = (np.zeros(len(ink), np.float32) for _ in range(3))
    for number, (start, stop) in enumerate(zones.inside):
        chosen = zones.kind == number
        inside = ink[chosen, start:stop, start:stop]
        spots = inside[:, :-1, :-1] + inside[:, 1:, :-1] + inside[:, :-1, 1:] + inside[:, 1:, 1:]
        peak[chosen] = spots.max(axis=(1, 2), initial=0) / 4
        has_ink = inside > INK_LEVEL
        rows[chosen] = has_ink.any(axis=2).mean(axis=1)
        columns[chosen] = has_ink.any(axis=1).mean(axis=1)
    return peak, rows, columns


def _firm_mark(inside: NDArray[np.float32]) -> float:
    """Return what a firm mark of this respondent measures: the median of the areas that clearly hold ink."""
    clear = inside[inside > 0.05]
    return float(np.median(clear)) if len(clear) >= 3 else 0.25


def _roughness(darkness: Patches, zones: Zones) -> float:
    """Return the spread of darkness on bare paper: the calmest third of the areas, where nobody wrote."""
    start, stop = zones.inside[0]
    spreads = darkness[zones.kind == 0, start:stop, start:stop].std(axis=(1, 2))
    return float(np.percentile(spreads, 30)) if len(spreads) else 0.0


assert PATCH_PX % 2 == 0, "patches are centred between pixels"
