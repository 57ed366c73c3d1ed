"""Measure the ink that a respondent added to each response area, and cut out the pictures the mark model judges.

1. Darkness is measured between the bare paper around (0.0) and the page's own solid print (1.0), so that neither
   grey copies nor dark paper look like marks.
2. The blank print, thickened by a pixel for print that bleeds and places that are off by a tenth of a millimetre, is
   taken off; what stays is ink (compare Loke 2018, doi 10.1371/journal.pone.0206420: print inside the areas ruins
   plain thresholds). It is thickened upwards and sideways only: more would hide a thin stroke through a printed digit.
3. Areas in and around which there is no ink at all, most of every form, are known to be empty; only the others need
   a closer look.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import map_points
from omr.images.preprocess import WORKING_DPI
from omr.images.sampling import PATCH_PX, Patches, PatchGeometry, sample_patches, zone
from omr.opencv import cv2
from omr.registration.form_model import PageModel
from omr.registration.located_page import LocatedPage

INK_LEVEL = 0.12  # of solid print: six times the noise of an office scan, half of what a faint pencil gives

_OUTLINE_MM = 0.45  # half the printed line plus what registration may be off
_CALM = 0.03  # of solid print: what averaging over 3 x 3 pixels leaves of an office scan's noise
REACH_MM = 2.6
"""How far outside of its area a mark may lie: a wide ring around it."""

LEAST_INK_PX = 0.1
"""Areas with less ink than this many pixels of solid print are bare; on office scans nine in ten empty ones are."""

_DARKEST = 1.75  # of solid print; beyond, differences say nothing
_PALEST = -0.25
_LEAST_PRINT_PX = 20.0  # a fifth of a box's outline; with less there is nothing that could be missing
# An area that shows less than this share of the print that the page's other areas show is covered or torn off; toner
# that holds badly leaves more.
_HIDDEN_SHARE = 0.4
_COVERING = 0.35  # where print is darker than this, pencil on top of it cannot be seen
_FILLED_SHARE = 0.8
_PAPER = 0.02  # darkness of the blank print below which nothing is printed
_HALF_DARK = (0.25, 0.75)
_FAR_MM = 2.0
_LEAST_NOISE = 0.002  # half a grey level: what is less makes no difference
_LEAST_OFF_MM = 0.005


@dataclass(frozen=True, slots=True, eq=False)
class Measurements:
    """What was measured on one page; rows in layout order.

    Attributes:
        fill_ratio: Share of each response area's inside that is ink, (N,).
        ink_px: Ink in and close to the area, in patch pixels of solid print, (N,).
        pictures: Darkness around each area, paper = 0.0, solid print = 1.0, (N, 56, 56) float32.
        is_hidden: Whether an area's own print is missing, so that something covers it or it was torn off, (N,).
        is_worth_a_look: Whether there is ink, or print that could hide it, (N,); the others are known to be bare.
        quality: How good the scan is, see ``QUALITIES``, (7,) float32.
    """

    fill_ratio: NDArray[np.float32]
    ink_px: NDArray[np.float32]
    pictures: Patches
    is_hidden: NDArray[np.bool_]
    is_worth_a_look: NDArray[np.bool_]
    quality: NDArray[np.float32]


QUALITIES = (
    "contrast",  # grey levels between paper and print, of 255
    "noise",  # log of the difference between neighbouring pixels where nothing is printed, of solid print
    "greyness",  # share of half-dark pixels among the dark ones: near 0 in black-and-white scans
    "unexplained",  # log of the darkness of bare areas that the blank print does not account for, of solid print
    "fineness",  # log of pixels per pixel of the working resolution
    "outlines",  # how well printed outlines are seen, 0.0-1.0
    "off_mm",  # log of how far check points are off
)
"""What is measured of a sheet as a whole: how much its marks may be trusted depends on it.

Logarithms, because a scan that is ten times as bad as usual should not count as beyond all bounds.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Zones:
    """What every page of one kind shares: where to look, and what the print itself looks like.

    Attributes:
        tolerant: The blank print of each patch, thickened, (N, 56, 56) float32.
        inside: Weights that average over the inside of each area, (N, 56 * 56) float32; rows sum to 1.
        reach: 1.0 where ink may belong to the area, (N, 56 * 56) float32.
        print_px: Print in and close to the area, in pixels of solid print, (N,).
        is_filled: Whether print fills most of the inside, as ghosts of marks do on a rebuilt blank page, (N,).
    """

    tolerant: Patches
    inside: NDArray[np.float32]
    reach: NDArray[np.float32]
    print_px: NDArray[np.float32]
    is_filled: NDArray[np.bool_]


def build_zones(model: PageModel) -> Zones:
    """Work out the zones of a page's response areas, once per page of the form."""
    geometry = model.geometry
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    tolerant = np.array([cv2.dilate(patch, kernel) for patch in model.blank], np.float32)
    inside, reach = _zones(geometry, -np.inf, -_OUTLINE_MM), _zones(geometry, -np.inf, REACH_MM)
    inside /= np.maximum(inside.sum(axis=1, keepdims=True), 1)
    return Zones(
        tolerant=tolerant.reshape(model.blank.shape),
        inside=inside,
        reach=reach,
        print_px=np.einsum("np,np->n", model.blank.reshape(reach.shape), reach),
        is_filled=np.einsum("np,np->n", tolerant.reshape(reach.shape) > _COVERING, inside) > _FILLED_SHARE,
    )


def measure_marks(page: LocatedPage, zones: Zones) -> Measurements:
    """Measure every response area of a located page."""
    geometry = page.model.geometry
    patches = sample_patches(page.image.pixels, page.template_to_working, geometry, page.centers_mm)
    pictures = _darkness(patches, page)
    ink = (pictures - zones.tolerant).reshape(len(pictures), PATCH_PX * PATCH_PX)
    fill_ratio = np.einsum("np,np->n", ink > INK_LEVEL, zones.inside)
    ink_px = np.einsum("np,np->n", np.maximum(_averaged(ink) - _CALM, 0), zones.reach)
    is_hidden = _is_hidden(pictures, page.model.blank, zones)
    is_worth_a_look = (ink_px >= LEAST_INK_PX) | zones.is_filled
    return Measurements(fill_ratio, ink_px, pictures, is_hidden, is_worth_a_look, _quality(page, pictures, ink_px))


def _is_hidden(pictures: Patches, blank: Patches, zones: Zones) -> NDArray[np.bool_]:
    """Find the areas of which the print is gone: a mark covers print with more black, and leaves it dark.

    How dark print is differs from sheet to sheet, so each area is compared with the others of its page.
    """
    shown = np.minimum(np.maximum(pictures, 0), blank).reshape(zones.reach.shape)
    share = np.einsum("np,np->n", shown, zones.reach) / np.maximum(zones.print_px, 1e-6)
    is_printed = zones.print_px >= _LEAST_PRINT_PX
    if not is_printed.any():
        return is_printed
    return np.asarray(is_printed & (share < _HIDDEN_SHARE * np.median(share[is_printed])))


def _quality(page: LocatedPage, pictures: Patches, ink_px: NDArray[np.float32]) -> NDArray[np.float32]:
    """Measure the sheet as a whole; values as in ``QUALITIES``."""
    calmest = np.argsort(ink_px, kind="stable")[: max(len(ink_px) // 4, min(len(ink_px), 8))]
    bare, blank = pictures[calmest], page.model.blank[calmest]
    is_paper = blank[:, :, 1:] < _PAPER
    steps = np.abs(np.diff(bare, axis=2))[is_paper]
    dark = bare[bare > _HALF_DARK[0]]
    x, y = map_points(page.template_to_working, page.centers_mm).T
    return np.array(
        [
            (np.median(page.image.paper_at(x, y)) - page.print_level) / 255 if len(x) else 1.0,
            np.log((steps.mean() if len(steps) else 0.0) + _LEAST_NOISE),
            (dark < _HALF_DARK[1]).mean() if len(dark) else 0.0,
            np.log((np.abs(bare - blank).mean() if len(bare) else 0.0) + _LEAST_NOISE),
            np.log(page.registration.dpi / page.image.factor / WORKING_DPI),
            page.outline_match.mean() if len(x) else 1.0,
            np.log(min(page.registration.remaining_mm, _FAR_MM) + _LEAST_OFF_MM),
        ],
        np.float32,
    )


def _zones(geometry: PatchGeometry, inner_mm: float, outer_mm: float) -> NDArray[np.float32]:
    masks = [zone(geometry, index, inner_mm, outer_mm).ravel() for index in range(len(geometry.centers_mm))]
    return np.array(masks, np.float32).reshape(len(masks), PATCH_PX * PATCH_PX)


def _averaged(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Average every pixel of every patch over 3 x 3; patches lie below each other, which mixes only their edges."""
    if not len(ink):
        return ink
    return np.asarray(cv2.blur(ink.reshape(-1, PATCH_PX), (3, 3)), np.float32).reshape(ink.shape)


def _darkness(patches: NDArray[np.uint8], page: LocatedPage) -> Patches:
    """Scale patches so that bare paper is 0.0 and solid print 1.0."""
    x, y = map_points(page.template_to_working, page.centers_mm).T
    paper = page.image.paper_at(x, y)[:, None, None]
    contrast = np.maximum(paper - page.print_level, 40)  # below, the page is grey on grey and noise would be blown up
    return np.asarray(np.clip((paper - patches) / contrast, _PALEST, _DARKEST), np.float32)
