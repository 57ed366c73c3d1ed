"""Which response areas cannot be seen, whatever was marked there: covered, not printed, or not on the scanned paper.

Three things tell. An area beyond the picture's edge was cut off by the scanner. Where a sheet is torn the scan shows
what lay behind it: a dark ground stands there in place of the paper, and no mark is as large as that; a pale ground
shows nothing of what should be printed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import Homography, Points, map_points
from omr.images.page_image import GrayImage
from omr.images.sampling import PATCH_PX, Patches
from omr.registration.located_page import LocatedPage

_LEAST_PRINT_PX = 20.0  # a fifth of a box's outline; with less there is nothing that could be missing
# An area that shows less than this share of the print that the page's other areas show is covered or torn off; toner
# that holds badly leaves more.
_HIDDEN_SHARE = 0.4
_MOST_SHOWN = 95  # percentile of the areas; what they show of their print the others would show as well
_PAPER = 0.02  # darkness of the blank print below which nothing is printed
_GROUND = 0.35  # darkness of what is no paper any more
_MOST_INKED = 0.9  # of the paper around an area; the largest blot leaves more of it bare
_MIDDLE = PATCH_PX // 2
_HALVES = (
    np.s_[:, :_MIDDLE],
    np.s_[:, _MIDDLE:],
    np.s_[:, :, :_MIDDLE],
    np.s_[:, :, _MIDDLE:],
)
_SHADED = 0.8  # of the page's paper; a ground this dark behind missing print is no paper


@dataclass(frozen=True, slots=True, eq=False)
class MissingAreas:
    """The response areas of a page of which nothing can be said.

    Attributes:
        is_hidden: Whether an area's own print is missing, so that something covers it or it was torn off, (N,); true
            of every area that ``is_off``.
        is_off: Whether it is known not to lie on the scanned paper, (N,).
    """

    is_hidden: NDArray[np.bool_]
    is_off: NDArray[np.bool_]


def find_missing(page: LocatedPage, pictures: Patches, blank: Patches, reach: NDArray[np.float32]) -> MissingAreas:
    """Find the areas of a page that cannot be seen.

    Args:
        page: The page.
        pictures: Darkness around each area, paper = 0.0, solid print = 1.0, (N, 56, 56).
        blank: The blank print there.
        reach: 1.0 where ink may belong to the area, (N, 56 * 56).
    """
    x, y = map_points(page.template_to_working, page.centers_mm).T
    paper = page.image.paper_at(x, y)
    is_outside = lies_outside(
        page.image.pixels, page.template_to_working, page.centers_mm, page.model.geometry.sizes_mm
    )
    missing = MissingAreas(_lacks_print(pictures, blank, reach, is_outside), _is_dark_all_over(pictures, blank))
    if missing.is_hidden.any() or missing.is_off.any():  # then an edge may run through others
        for half in _HALVES:
            pieces = pictures[half], blank[half], reach.reshape(pictures.shape)[half].reshape(len(reach), -1)
            is_hidden = missing.is_hidden | _lacks_print(*pieces, is_outside)
            missing = MissingAreas(is_hidden, missing.is_off | _is_dark_all_over(*pieces[:2]))
    is_behind = missing.is_hidden & (paper < _SHADED * np.median(paper)) if len(paper) else missing.is_hidden
    is_off = is_outside | missing.is_off | is_behind
    return MissingAreas(missing.is_hidden | is_off, is_off)


def lies_outside(
    pixels: GrayImage, template_to_pixels: Homography, centers_mm: Points, sizes_mm: Points
) -> NDArray[np.bool_]:
    """Return which rectangles of the form have a quarter of their width or height beyond the picture's edge, (N,).

    Args:
        pixels: The picture, (H, W).
        template_to_pixels: Where the template lies in it.
        centers_mm: Middles of the rectangles, template frame, (N, 2).
        sizes_mm: Their widths and heights, (N, 2).
    """
    height, width = pixels.shape
    is_outside = np.zeros(len(centers_mm), np.bool_)
    for turn in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, y = map_points(template_to_pixels, centers_mm + sizes_mm / 4 * turn).T
        is_outside |= ~((x >= -0.5) & (y >= -0.5) & (x <= width - 0.5) & (y <= height - 0.5))
    return is_outside


def _lacks_print(
    pictures: Patches, blank: Patches, reach: NDArray[np.float32], is_outside: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Find the areas of which the print is gone: a mark covers print with more black, and leaves it dark.

    How dark print is differs from sheet to sheet, so each area is compared with the others of its page: with those in
    the middle, or where most of them show next to nothing, with those that show most.
    """
    shown = np.minimum(np.maximum(pictures, 0), blank).reshape(reach.shape)
    print_px = np.einsum("np,np->n", blank.reshape(reach.shape), reach)
    share = np.einsum("np,np->n", shown, reach) / np.maximum(print_px, 1e-6)
    is_printed = (print_px >= _LEAST_PRINT_PX) & ~is_outside
    if not is_printed.any():
        return is_printed
    usual, most = np.percentile(share[is_printed], (50, _MOST_SHOWN))
    return np.asarray(is_printed & (share < _HIDDEN_SHARE * (usual if usual >= _HIDDEN_SHARE * most else most)))


def _is_dark_all_over(pictures: Patches, blank: Patches) -> NDArray[np.bool_]:
    is_paper = (blank < _PAPER).reshape(len(blank), -1)
    is_dark = (pictures > _GROUND).reshape(is_paper.shape) & is_paper
    return np.asarray(is_dark.sum(axis=1) > _MOST_INKED * np.maximum(is_paper.sum(axis=1), 1))
