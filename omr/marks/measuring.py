"""Measure the ink that a respondent added to each response area, and cut out the pictures the mark model judges.

1. Darkness is measured between the bare paper around (0.0) and the page's own solid print (1.0), so that neither
   grey copies nor dark paper look like marks.
2. The blank print, thickened by a pixel for print that bleeds and places that are off by a tenth of a millimetre, is
   taken off; what stays is ink (compare Loke 2018, doi 10.1371/journal.pone.0206420: print inside the areas ruins
   plain thresholds). It is thickened upwards and sideways only: more would hide a thin stroke through a printed digit.
3. Areas in and around which there is no ink at all, most of every form, are known to be empty; only the others need
   a closer look.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from omr.geometry import map_points
from omr.images.page_image import GrayImage
from omr.images.preprocess import WORKING_DPI
from omr.images.sampling import PATCH_PX, Patches, PatchGeometry, sample_patches, zone
from omr.marks.missing_areas import find_missing
from omr.marks.windows import CellWindows, Windows
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
_COVERING = 0.35  # where print is darker than this, pencil on top of it cannot be seen
_FILLED_SHARE = 0.8
_MOVED_MM = 0.5  # of a window from the middle of its cell; the print there is the same within less
_PAPER = 0.02  # darkness of the blank print below which nothing is printed
_HALF_DARK = (0.25, 0.75)
_FAR_MM = 2.0
_LEAST_NOISE = 0.002  # half a grey level: what is less makes no difference
_LEAST_OFF_MM = 0.005
_LEAST_CONTRAST = 0.5
_MOST_NOISE = float(np.log(0.06))  # three times that of an office scan
_GREY_LEVELS, _LEAST_GREY = (
    (40, 215),
    0.2,
)  # share of the dark pixels that are grey: edges, in any scan that is not 1-bit
_WHITE, _MOST_WHITE = 253, 0.9  # share of the pixels; more have lost what is paler than paper, pencil as well
_EVERY_PX = 5


@dataclass(frozen=True, slots=True, eq=False)
class Measurements:
    """What was measured on one page; rows in layout order.

    Attributes:
        fill_ratio: Share of each response area's inside that is ink, (N,).
        ink_px: Ink in and close to the area, in patch pixels of solid print, (N,).
        pictures: Darkness around each area, paper = 0.0, solid print = 1.0, (N, 56, 56) float32.
        is_hidden: Whether an area's own print is missing, so that something covers it or it was torn off, (N,).
        is_off: Whether it is known not to lie on the scanned paper, (N,); these are hidden too.
        is_worth_a_look: Whether there is ink, or print that could hide it, (N,); the others are known to be bare.
        quality: How good the scan is, see ``QUALITIES``, (7,) float32.
        prints: The blank print where each area was looked at.
        shows_any_pen: Whether the scan is so good that the faintest pencil leaves ink to be seen.
        holds_more: Whether the area holds ink beyond its picture: another cell's mark, or more of its own, (N,).
        is_ringed: Whether ink around the area's mark is larger than its picture, so that this tells too little, (N,).
    """

    fill_ratio: NDArray[np.float32]
    ink_px: NDArray[np.float32]
    pictures: Patches
    is_hidden: NDArray[np.bool_]
    is_off: NDArray[np.bool_]
    is_worth_a_look: NDArray[np.bool_]
    quality: NDArray[np.float32]
    prints: "Prints"
    shows_any_pen: bool
    holds_more: NDArray[np.bool_]
    is_ringed: NDArray[np.bool_]


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
class Prints:
    """The blank print in the patches of a page.

    Attributes:
        blank: Darkness, 0.0 = paper, 1.0 = print, (N, 56, 56).
        tolerant: The same, thickened.
        is_moved: Which patches do not lie in the middle of their area, (N,): windows over the ink in wide cells.
    """

    blank: Patches
    tolerant: Patches
    is_moved: NDArray[np.bool_]

    @classmethod
    def of(cls, blank: Patches) -> "Prints":
        """Return the print of patches in the middle of their areas."""
        return cls(blank, _thickened(blank), np.zeros(len(blank), np.bool_))

    def with_moved(self, moved: NDArray[np.intp], blank: Patches) -> "Prints":
        """Return the print where some patches were moved, and what is printed there."""
        if not len(moved):
            return self
        together, tolerant, is_moved = self.blank.copy(), self.tolerant.copy(), self.is_moved.copy()
        together[moved], tolerant[moved], is_moved[moved] = blank, _thickened(blank), True
        return Prints(together, tolerant, is_moved)


@dataclass(frozen=True, slots=True, eq=False)
class Zones:
    """What every page of one kind shares: where to look, and what the print itself looks like.

    Attributes:
        prints: The blank print of each patch.
        inside: Weights that average over the inside of each area, (N, 56 * 56) float32; rows sum to 1.
        reach: 1.0 where ink may belong to the area, (N, 56 * 56) float32.
        is_filled: Whether print fills most of the inside, as ghosts of marks do on a rebuilt blank page, (N,).
        windows: Tells where in wide cells to look.
    """

    prints: Prints
    inside: NDArray[np.float32]
    reach: NDArray[np.float32]
    is_filled: NDArray[np.bool_]
    windows: CellWindows


def build_zones(model: PageModel) -> Zones:
    """Work out the zones of a page's response areas, once per page of the form."""
    geometry = model.geometry
    prints = Prints.of(model.blank)
    inside, reach = _zones(geometry, -np.inf, -_OUTLINE_MM), _zones(geometry, -np.inf, REACH_MM)
    inside /= np.maximum(inside.sum(axis=1, keepdims=True), 1)
    return Zones(
        prints=prints,
        inside=inside,
        reach=reach,
        is_filled=np.einsum("np,np->n", prints.tolerant.reshape(reach.shape) > _COVERING, inside) > _FILLED_SHARE,
        windows=CellWindows(model),
    )


def measure_marks(page: LocatedPage, zones: Zones) -> Measurements:
    """Measure every response area of a located page."""
    geometry, windows = page.model.geometry, zones.windows.look(page)
    offsets_mm = windows.offsets_mm
    moved = np.flatnonzero(np.abs(offsets_mm).max(axis=1, initial=0.0) > _MOVED_MM)
    there = PatchGeometry(
        geometry.centers_mm[moved] + offsets_mm[moved], geometry.sizes_mm[moved], geometry.px_per_mm[moved]
    )
    prints = zones.prints.with_moved(moved, page.model.blank_around(there))
    centers_mm = page.centers_mm.copy()
    centers_mm[moved] += offsets_mm[moved]
    patches = sample_patches(page.image.pixels, page.template_to_working, geometry, centers_mm)
    pictures = _without_others(_darkness(patches, page), prints.blank, windows, geometry)
    ink = (pictures - prints.tolerant).reshape(len(pictures), PATCH_PX * PATCH_PX)
    fill_ratio = np.einsum("np,np->n", ink > INK_LEVEL, zones.inside)
    ink_px = _ink_px(ink, zones.reach)
    missing = find_missing(page, pictures, prints.blank, zones.reach)
    is_worth_a_look = (ink_px >= LEAST_INK_PX) | zones.is_filled
    quality = _quality(page, pictures, ink_px, prints.blank)
    holds_more, is_ringed = (np.isin(np.arange(len(pictures)), list(at)) for at in (windows.with_more, windows.ringed))
    shows_any_pen = _shows_any_pen(page.image.source.pixels, quality)
    facts = (missing.is_hidden, missing.is_off, is_worth_a_look, quality, prints, shows_any_pen, holds_more, is_ringed)
    return Measurements(fill_ratio, ink_px, pictures, *facts)


def _without_others(pictures: Patches, blank: Patches, windows: Windows, geometry: PatchGeometry) -> Patches:
    """Return pictures in which wide cells show the blank print where ink belongs to other cells."""
    shown = pictures.copy()
    for area in windows.others:
        is_others = windows.others_in(area, PATCH_PX, float(geometry.px_per_mm[area]))
        shown[area] = np.where(is_others, np.minimum(pictures[area], blank[area]), pictures[area])
    return shown


def with_pictures(measured: Measurements, zones: Zones, areas: NDArray[np.intp], pictures: Patches) -> Measurements:
    """Return measurements where the pictures of some areas are other ones.

    Args:
        measured: All of the page.
        zones: Of the page.
        areas: Which areas, K of them.
        pictures: Their pictures, (K, 56, 56).
    """
    ink = (pictures - measured.prints.tolerant[areas]).reshape(len(areas), PATCH_PX * PATCH_PX)
    together, fill_ratio, ink_px = measured.pictures.copy(), measured.fill_ratio.copy(), measured.ink_px.copy()
    together[areas] = pictures
    fill_ratio[areas] = np.einsum("np,np->n", ink > INK_LEVEL, zones.inside[areas])
    ink_px[areas] = _ink_px(ink, zones.reach[areas])
    is_worth_a_look = (ink_px >= LEAST_INK_PX) | zones.is_filled
    return replace(measured, pictures=together, fill_ratio=fill_ratio, ink_px=ink_px, is_worth_a_look=is_worth_a_look)


def _ink_px(ink: NDArray[np.float32], reach: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.einsum("np,np->n", np.maximum(_averaged(ink) - _CALM, 0), reach), np.float32)


def _shows_any_pen(scan: GrayImage, quality: NDArray[np.float32]) -> bool:
    """Whether a scan is grey, calm and full of contrast, and its paper not washed out to white."""
    contrast, noise, *_ = quality.tolist()
    if contrast < _LEAST_CONTRAST or noise > _MOST_NOISE:
        return False
    sample = scan[::_EVERY_PX, ::_EVERY_PX]
    dark = sample[sample < _GREY_LEVELS[1]]
    return bool(len(dark) and (dark > _GREY_LEVELS[0]).mean() > _LEAST_GREY and (sample >= _WHITE).mean() < _MOST_WHITE)


def _quality(page: LocatedPage, pictures: Patches, ink_px: NDArray[np.float32], prints: Patches) -> NDArray[np.float32]:
    """Measure the sheet as a whole; values as in ``QUALITIES``."""
    calmest = np.argsort(ink_px, kind="stable")[: max(len(ink_px) // 4, min(len(ink_px), 8))]
    bare, blank = pictures[calmest], prints[calmest]
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


def _thickened(blank: Patches) -> Patches:
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    return np.array([cv2.dilate(patch, kernel) for patch in blank], np.float32).reshape(blank.shape)


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
