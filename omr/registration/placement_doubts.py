"""A way in which a page's response areas were placed, how sure that is, and the located page that it makes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import MM_PER_INCH, Points, map_points, scale_at, turn_deg
from omr.images.preprocess import WorkingImage
from omr.local_correction import CELL_MM, LocalCorrection
from omr.registration.located_page import IdentifiedPage, LocatedPage
from omr.registration.seen_print import MIN_LANDMARKS, SeenPrint
from omr.results import Registration

_UNSURE_MM = 80.0  # from the next landmark seen: farther away a dense grid may be taken for its next row
_ALONG_ROWS = 0.7  # of a distance along rows counts: it is the text in line with an area that tells its row
_ALONG_CELLS = 0.5  # of it, where the areas are the cells of a table, which are wide
_ORDINARY_CELL_MM = 10.0  # wide; a wider one holds its marks even where the page is farther off
_DENSE_MM = 2.5  # reach of outlines below which a grid is dense
_NEAREST_LANDMARKS = 3
_FLAT_MM = 0.2  # what a homography leaves of a page that lies flat: there no row is mistaken for the next
_IN_STEP = 0.5  # of the share of outlines seen: a page in its place shows more of its landmarks
_PIECE_MM = 6.0  # side of a landmark
_AROUND = 5  # landmarks around an area that tell whether it is where it seems
_MISSING_BY_CHANCE = 0.2  # of the landmarks of a good page: what hides one, a stain or handwriting, hides its neighbour
_HARDLY_CHANCE = 0.003
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
        is_there = _is_in_image(image, page, placement)
        if page.fiducials == 0 and _is_out_of_step(seen, is_there):
            doubts[is_dense] = _NOWHERE_MM
        elif _bend_mm(placement) > _FLAT_MM:
            doubts[is_dense & _is_unproven(printed, seen, across, is_there)] = _NOWHERE_MM
    doubts = doubts + _carried_on_mm(printed, placement, across)
    x, y = map_points(page.template_to_working, centers_mm).T
    height, width = image.pixels.shape
    doubts[(x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)] = _NOWHERE_MM  # cut off by the scanner
    return doubts


def _carried_on_mm(printed: Points, placement: Placement, across: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far paper may bend away from the correction where no print was seen any more, (N,).

    It bends on as it does where print is seen: what is left beside the homography grows with the square of the way.
    """
    places = placement.seen.places_mm[placement.seen.is_seen]
    if not len(places):
        return np.zeros(len(printed))
    nearest_mm = _distances_mm(printed, places, across).min(axis=1)
    return np.asarray(_bend_mm(placement) * (nearest_mm / CELL_MM) ** 2)


def _bend_mm(placement: Placement) -> float:
    """Return how far the print that was seen lies from where the homography puts it, root mean square."""
    places = placement.seen.places_mm[placement.seen.is_seen]
    if not len(places):
        return 0.0
    return float(np.sqrt((placement.correction.shifts_at(places) ** 2).sum(axis=1).mean()))


def _is_in_image(image: WorkingImage, page: IdentifiedPage, placement: Placement) -> NDArray[np.bool_]:
    """Tell which pieces of print lie wholly in the image, (M,)."""
    places = placement.seen.places_mm
    inside_px = (
        _PIECE_MM / 2 * scale_at(page.template_to_working, (page.model.size_mm[0] / 2, page.model.size_mm[1] / 2))
    )
    points = map_points(page.template_to_working, placement.correction.applied_to(places))
    size = np.array(image.pixels.shape[::-1])
    return np.asarray(((points > inside_px) & (points < size - inside_px)).all(axis=1))


def _is_out_of_step(seen: SeenPrint, is_there: NDArray[np.bool_]) -> bool:
    """Whether outlines are seen all over a page and landmarks hardly: so a page looks that lies one row off."""
    is_landmark = np.arange(len(seen.weights)) >= len(seen.weights) - seen.landmarks
    outlines, landmarks = seen.is_seen[is_there & ~is_landmark], seen.is_seen[is_there & is_landmark]
    if not len(outlines) or len(landmarks) < 2 * MIN_LANDMARKS:
        return False
    return bool(landmarks.mean() < _IN_STEP * outlines.mean())


def _is_unproven(
    printed: Points, seen: SeenPrint, across: NDArray[np.float64], is_in_image: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Tell where the landmarks around an area are missing, though those of the page are mostly seen, (N,).

    Marks do not hide landmarks. Where so many are missing at once that chance hardly explains it, they are not where
    they are thought to be, and what looks like the area's outline there may be that of the next row or column.
    """
    is_there = is_in_image & (np.arange(len(seen.weights)) >= len(seen.weights) - seen.landmarks)
    places, is_seen = seen.places_mm[is_there], seen.is_seen[is_there]
    if len(places) < _AROUND:
        return np.zeros(len(printed), bool)
    nearest = np.argsort(_distances_mm(printed, places, across), axis=1)[:, :_AROUND]
    chance = float(np.clip(1 - is_seen.mean(), _MISSING_BY_CHANCE, 1.0))
    return np.asarray(chance ** (~is_seen[nearest]).sum(axis=1) < _HARDLY_CHANCE)


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
    distance = _distances_mm(printed, places, across)
    order = np.argsort(distance, axis=1)[:, :count]
    is_far = np.take_along_axis(distance, order[:, :1], axis=1)[:, 0] > most_mm
    return np.where(is_far, _NOWHERE_MM, np.median(misfit[order], axis=1))


def _distances_mm(printed: Points, places: Points, across: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far each area is from each piece of print, (N, M); a millimetre along x counts ``across``, (N,)."""
    away = (printed[:, None] - places[None]) * np.stack([across, np.ones_like(across)], axis=1)[:, None]
    return np.asarray(np.linalg.norm(away, axis=2))


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
