"""Ink in or around an item that reads as left blank.

A ring drawn twice as wide as its box, or a cross beside it, leaves nothing where a mark belongs; a slash that begins in
the row above looks like the tail of a neighbour's. The item would read as blank and be wrong, so a person looks at it.
Ink that hangs together with a mark of another item, and does not reach this one, is that mark's; so is a ring around
another area, wherever it goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import map_points
from omr.images.sampling import PATCH_PX, PatchGeometry, sample_patches
from omr.marks.measuring import REACH_MM
from omr.marks.rings import PageRings, Ring, drawn
from omr.opencv import cv2
from omr.registration.form_model import PageModel
from omr.registration.located_page import LocatedPage

SUSPICIOUS_MM2 = 2.0
"""Ink of a wide ring's sides; tails of the neighbours' ticks and dirt leave less."""

_SUSPICIOUS_PX = 10.0  # where nothing is known of the pen: what a small tick leaves
_MARGIN_MM = 7.0  # nearly to the next row
_INK = 0.2  # of solid print, averaged as below; pale dirt and the dots of dithered scans stay below
_STROKE_PX = 3  # a millimetre, twice as wide as a stroke
_FIELD_MM = 2.0  # handwriting leaves its field by so much
_THICKENING = np.ones((5, 5), np.uint8)  # print may lie a millimetre off, that far from the areas
_BRIDGE = np.ones((7, 7), np.uint8)  # strokes are cut where they cross print, for print is taken off
_RING_MM = 8.0  # from the middle of its area a ring may be drawn
_BODY_SHARE = 0.1  # of its ink, that a mark leaves within its outline: a small box shows little between its lines
_END_SHARE = 0.3  # of a ring's ink in sight, that its ends leave beside it where they pass each other


def suspicious_px(marks_px: NDArray[np.float32]) -> float:
    """Return how much ink in one of its areas a blank item may not have: half of what the sheet's weaker marks leave.

    Args:
        marks_px: Ink of the sheet's marks, pixels of solid print, (M,).
    """
    return float(np.percentile(marks_px, 25)) / 2 if len(marks_px) else _SUSPICIOUS_PX


@dataclass(frozen=True, slots=True, eq=False)
class _Neighbour:
    """A response area of another item, as it lies in a patch.

    Attributes:
        area: Which one.
        inside: What its outline encloses, (56, 56) bool.
        towards: How far each pixel is on the way from its centre, 0.0, to that of the patch, 1.0, (56, 56).
    """

    area: int
    inside: NDArray[np.bool_]
    towards: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _AreaSurroundings:
    """The wide surroundings of a response area, the same on all pages of one kind.

    Attributes:
        geometry: Its patch.
        print_: Darkness of print there, thickened, (56, 56) float32.
        inside: What its own outline encloses, (56, 56) bool.
        close: In and close to it, (56, 56) bool.
        elsewhere: Close to no area and to no field for handwriting, (56, 56) bool.
        neighbours: Areas of other items that reach into the patch.
        near: Areas of any item whose rings may reach into it.
    """

    geometry: PatchGeometry
    print_: NDArray[np.float32]
    inside: NDArray[np.bool_]
    close: NDArray[np.bool_]
    elsewhere: NDArray[np.bool_]
    neighbours: tuple[_Neighbour, ...]
    near: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class OthersInk:
    """Ink around a response area that is part of other areas' marks.

    Attributes:
        found: Where in a wide patch, (56, 56).
        px_per_mm: Scale of the patch.
        rings: The rings among it.
    """

    found: NDArray[np.bool_]
    px_per_mm: float
    rings: tuple[Ring, ...]


class Surroundings:
    """The wide surroundings of a page's response areas, worked out when an area is first asked about."""

    def __init__(self, model: PageModel) -> None:
        self._model = model
        self._known: dict[int, _AreaSurroundings] = {}

    def stray_ink_mm2(self, areas: Sequence[int], marks: PageRings) -> float:
        """Return how much ink lies around one of these areas and belongs to no other; the most of any, mm2.

        Args:
            areas: Of one item.
            marks: What is marked on the page.
        """
        return max((self._around_mm2(area, marks) for area in areas), default=0.0)

    def own_share(self, area: int, marks: PageRings) -> float:
        """Return which share of the ink in and close to an area is not part of another item's mark, 0.0-1.0."""
        place = self._place(area)
        ink = _ink(marks.page, area, place) > _INK
        close = ink & place.close
        return float((close & ~_of_neighbours(ink, area, place, marks)).sum() / max(close.sum(), 1))

    def others_ink(self, area: int, marks: PageRings) -> "OthersInk":
        """Return what of the ink around an area is part of other areas' marks."""
        place = self._place(area)
        found = _of_neighbours(_ink(marks.page, area, place) > _INK, area, place, marks)
        return OthersInk(found, float(place.geometry.px_per_mm[0]), tuple(marks.around(place.near)))

    def _around_mm2(self, area: int, marks: PageRings) -> float:
        place = self._place(area)
        ink = _ink(marks.page, area, place) > _INK
        stray_px = float((ink & place.elsewhere).sum())
        per_mm2 = float(place.geometry.px_per_mm[0]) ** 2
        if stray_px <= SUSPICIOUS_MM2 * per_mm2:
            return stray_px / per_mm2  # nearly always; whose it is would not matter
        return float((ink & place.elsewhere & ~_of_neighbours(ink, area, place, marks)).sum()) / per_mm2

    def _place(self, area: int) -> _AreaSurroundings:
        if area not in self._known:
            self._known[area] = self._look_up(area)
        return self._known[area]

    def _look_up(self, area: int) -> _AreaSurroundings:
        layout, all_areas = self._model.layout, self._model.cells
        center, size = all_areas.centers_mm[[area]], all_areas.sizes_mm[[area]]
        geometry = PatchGeometry(center, size, PATCH_PX / (size.max(axis=1) + 2 * _MARGIN_MM))
        line = (np.arange(PATCH_PX) - (PATCH_PX - 1) / 2) / geometry.px_per_mm[0]
        across, down = center[0, 0] + line, center[0, 1] + line[:, None]
        elsewhere = np.ones((PATCH_PX, PATCH_PX), np.bool_)
        neighbours: list[_Neighbour] = []
        away_mm = np.abs(all_areas.centers_mm - center).max(axis=1)
        near = np.flatnonzero(away_mm < size.max() / 2 + _MARGIN_MM + _RING_MM)
        reach_mm = line[-1] + all_areas.sizes_mm / 2 + REACH_MM
        # Sheets of a thousand areas take a minute if all of them are looked at from each.
        for index in np.flatnonzero((np.abs(all_areas.centers_mm - center) < reach_mm).all(axis=1)).tolist():
            (x, y), (w, h) = all_areas.centers_mm[index], all_areas.sizes_mm[index]
            elsewhere &= ~_is_within(across - x, down - y, w / 2 + REACH_MM, h / 2 + REACH_MM)
            inside = _is_within(across - x, down - y, w / 2, h / 2)
            if inside.any() and layout.areas[index].item_id != layout.areas[area].item_id:
                way = center[0] - (x, y)
                towards = ((across - x) * way[0] + (down - y) * way[1]) / max(float(way @ way), 1e-6)
                neighbours.append(_Neighbour(index, inside, towards))
        for field in layout.fields:
            (x, y), rect = field.rect.center_mm, field.rect
            elsewhere &= ~_is_within(across - x, down - y, rect.w_mm / 2 + _FIELD_MM, rect.h_mm / 2 + _FIELD_MM)
        own = np.abs(line), np.abs(line[:, None])
        return _AreaSurroundings(
            geometry=geometry,
            print_=np.asarray(cv2.dilate(self._model.blank_around(geometry)[0], _THICKENING), np.float32),
            inside=_is_within(*own, size[0, 0] / 2, size[0, 1] / 2),
            close=_is_within(*own, size[0, 0] / 2 + REACH_MM, size[0, 1] / 2 + REACH_MM),
            elsewhere=elsewhere,
            neighbours=tuple(neighbours),
            near=tuple(near[near != area].tolist()),
        )


def _ink(page: LocatedPage, area: int, place: _AreaSurroundings) -> NDArray[np.float32]:
    """Return the darkness beyond that of print around an area, averaged over a stroke's width, (56, 56)."""
    center_mm = page.centers_mm[[area]]
    patch = sample_patches(page.image.pixels, page.template_to_working, place.geometry, center_mm)[0]
    x, y = map_points(page.template_to_working, center_mm).T
    paper = float(page.image.paper_at(x, y)[0])
    darkness = (paper - patch.astype(np.float32)) / max(paper - page.print_level, 40)
    return np.asarray(cv2.blur(darkness, (_STROKE_PX, _STROKE_PX)) - place.print_, np.float32)


def _of_neighbours(ink: NDArray[np.bool_], area: int, place: _AreaSurroundings, marks: PageRings) -> NDArray[np.bool_]:
    """Return what of the ink in a patch is part of other areas' marks, (56, 56).

    Rings around them come first, wherever they go. Of the rest a piece that hangs together is part of a neighbour's
    mark if it has its body there or is the end of its ring, and neither enters the outline in the middle of the patch
    nor reaches as far as its centre, as a stroke drawn past several boxes does.
    """
    found = np.zeros_like(ink)
    marked = [neighbour for neighbour in place.neighbours if marks.is_mark(neighbour.area)]
    rings = marks.around(place.near)
    if not marked and not rings:
        return found
    bands = drawn(rings, marks.page.centers_mm[area], float(place.geometry.px_per_mm[0]), place.inside)
    found |= ink & bands
    rest = ink & ~bands
    most_end_px = _END_SHARE * found.sum()
    _, pieces = cv2.connectedComponents(cv2.dilate(rest.astype(np.uint8), _BRIDGE))
    touching = set(np.unique(pieces[cv2.dilate(found.astype(np.uint8), _BRIDGE) > 0]).tolist())
    for number in np.unique(pieces[rest]).tolist():
        piece = rest & (pieces == number)
        if (piece & place.inside).any():
            continue
        is_end = number in touching and piece.sum() <= most_end_px
        for neighbour in marked:
            has_body = (piece & neighbour.inside).sum() >= _BODY_SHARE * piece.sum()
            if (has_body or is_end) and neighbour.towards[piece].max() < 1.0:
                found |= piece
    return found


def _is_within(
    across: NDArray[np.float64], down: NDArray[np.float64], half_width: float, half_height: float
) -> NDArray[np.bool_]:
    return np.asarray((np.abs(across) < half_width) & (np.abs(down) < half_height))
