"""A way in which a page's response areas were placed, how sure that is, and the located page that it makes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH, Points, map_points, scale_at, turn_deg
from omr.images.preprocess import WorkingImage
from omr.local_correction import LocalCorrection
from omr.registration.located_page import IdentifiedPage, LocatedPage
from omr.registration.seen_print import MIN_LANDMARKS, SeenPrint
from omr.results import Registration

_UNSURE_MM = 80.0  # from the next landmark seen: farther away a dense grid may be taken for its next row
_ALONG_ROWS = 0.7  # of a distance along rows counts: it is the text in line with an area that tells its row
_ALONG_CELLS = 0.5  # of it, where the areas are the cells of a table, which are wide
_ORDINARY_CELL_MM = 10.0  # wide; a wider one holds its marks even where the page is farther off
_DENSE_MM = 2.5  # reach of outlines below which a grid is dense
_NEAREST_LANDMARKS = 3
_NEIGHBOURS = 8  # whose outlines tell whether an area lies where it should
_ISOLATED_MM = 60.0  # from the next outline seen: farther away nothing is known
_NOWHERE_MM = 9.9  # stands for "nothing is known"


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """A local correction, and what it rests on.

    Attributes:
        seen: The pieces of print it was fitted to.
        correction: The shift it gives to every point of the page.
        check_mm: How far the pieces that were kept out of the fit are off, 75th percentile.
    """

    seen: SeenPrint
    correction: LocalCorrection
    check_mm: float

    @property
    def share(self) -> float:
        """Share of the print that was seen: of all, or of the landmarks where pale outlines were lost."""
        is_seen, landmarks = self.seen.is_seen, self.seen.landmarks
        if not len(is_seen):
            return 1.0
        return float(max(is_seen.mean(), is_seen[-landmarks:].mean() if landmarks >= MIN_LANDMARKS else 0.0))


def located_by(image: WorkingImage, page: IdentifiedPage, placement: Placement) -> LocatedPage:
    """Return the page as a placement locates it, with the doubt about each of its response areas."""
    seen, correction = placement.seen, placement.correction
    centers = correction.applied_to(page.model.geometry.centers_mm)
    before = np.linalg.norm(seen.shifts_mm[seen.is_seen], axis=1)
    residuals_mm = (float(np.median(before)) if len(before) else 0.0, placement.check_mm)
    level = page.print_level if page.print_level is not None else seen.print_level
    return LocatedPage(
        model=page.model,
        image=image,
        identity=page.identity,
        registration=_registration(image, page, correction, residuals_mm),
        template_to_working=page.template_to_working,
        centers_mm=centers,
        misplaced_mm=_doubts_mm(image, page, placement, centers),
        outline_match=seen.outline_match,
        print_level=level if level is not None else _darkest(image),
        matched_share=placement.share,
    )


def _doubts_mm(
    image: WorkingImage, page: IdentifiedPage, placement: Placement, centers_mm: Points
) -> NDArray[np.float64]:
    """Return how far each area may be from where it is measured: the median misfit of the nearest print seen, (N,).

    One outline that is off was disturbed by a mark; where its neighbours are off as well, the paper is folded there.
    In a dense grid outlines say nothing about which row is which, so landmarks must agree too.
    """
    seen, model = placement.seen, page.model
    printed = model.geometry.centers_mm
    wide = np.minimum(_ORDINARY_CELL_MM / np.maximum(model.cells.sizes_mm[:, 0], 1.0), 1.0)
    across = np.where(model.cells.is_cell, _ALONG_CELLS * wide, _ALONG_ROWS)
    doubts = _misfits_near(printed, placement, seen.is_seen, across, (_NEIGHBOURS, _ISOLATED_MM))
    if seen.print_level is not None:  # landmarks were looked for
        is_landmark = seen.is_seen & (np.arange(len(seen.weights)) >= len(seen.weights) - seen.landmarks)
        is_dense = (model.outlines.reach_px / model.outlines.px_per_mm).min(axis=0) < _DENSE_MM
        by_landmarks = _misfits_near(printed, placement, is_landmark, across, (_NEAREST_LANDMARKS, _UNSURE_MM))
        doubts = np.where(is_dense, np.maximum(doubts, by_landmarks), doubts)
    x, y = map_points(page.template_to_working, centers_mm).T
    height, width = image.pixels.shape
    doubts[(x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)] = _NOWHERE_MM  # cut off by the scanner
    return doubts


def _misfits_near(
    printed: Points,
    placement: Placement,
    used: NDArray[np.bool_],
    across: NDArray[np.float64],
    nearest: tuple[int, float],
) -> NDArray[np.float64]:
    """Return the median misfit of the pieces of print nearest to each area, (N,).

    Args:
        printed: Where the areas are, (N, 2).
        placement: The pieces of print, M of them, and the correction.
        used: Which of them count, (M,).
        across: What a millimetre along x counts for each area, (N,).
        nearest: How many pieces, and how near the nearest must be, mm.
    """
    places, shifts = placement.seen.places_mm[used], placement.seen.shifts_mm[used]
    if not len(places):
        return np.full(len(printed), _NOWHERE_MM)
    count, most_mm = nearest
    misfit = np.linalg.norm(placement.correction.shifts_at(places) - shifts, axis=1)
    away = (printed[:, None] - places[None]) * np.stack([across, np.ones_like(across)], axis=1)[:, None]
    distance = np.linalg.norm(away, axis=2)
    order = np.argsort(distance, axis=1)[:, :count]
    is_far = np.take_along_axis(distance, order[:, :1], axis=1)[:, 0] > most_mm
    return np.where(is_far, _NOWHERE_MM, np.median(misfit[order], axis=1))


def _darkest(image: WorkingImage) -> float:
    """Return the brightness of the darkest pixels, which stands for solid print where nothing better shows it."""
    return float(np.percentile(image.pixels[::4, ::4], 0.5))


def _registration(
    image: WorkingImage, page: IdentifiedPage, correction: LocalCorrection, residuals_mm: tuple[float, float]
) -> Registration:
    """Return where the page lies, in the scan frame, for keeping."""
    template_to_scan = image.to_scan @ page.template_to_working
    middle = (page.model.layout.width_mm / 2, page.model.layout.height_mm / 2)
    return Registration(
        template_to_scan=tuple((template_to_scan / template_to_scan[2, 2]).ravel().tolist()),
        correction=correction,
        fiducials_found=page.fiducials,
        residual_mm=residuals_mm[0],
        remaining_mm=residuals_mm[1],
        dpi=scale_at(template_to_scan, middle) * MM_PER_INCH,
        turned_deg=round(-turn_deg(template_to_scan, middle) / 90) % 4 * 90,
    )
