"""Rings around response areas: where the pen went, so that a wide ring's ink is taken for no other area's mark.

A ring drawn around one digit reaches into the room of the next, touches it, crosses it, and hangs together with the
rings above and below. So it is not looked for as a piece of ink but as a closed way around the middle of its area: at
every angle a distance, changing little from one angle to the next, along which there is most ink beyond the print.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omr.geometry import Points, map_points
from omr.images.sampling import PATCH_PX
from omr.opencv import cv2
from omr.registration.located_page import LocatedPage

_ANGLES = 64
_STEP_MM = 0.17  # a pixel of the working resolution
_NEAREST_MM, _FARTHEST_MM = 1.2, 9.0  # a ring's distance from the middle of its area
_FROM_OTHERS_MM = 0.8  # a ring does not go round the middle of another area
_BESIDE_RAD = 0.45  # to both sides of the direction in which the other area lies
_INK = 0.2  # of solid print
_PRINT = 0.35  # where print is darker, a ring that crosses it does not show
_MOST_STEP = 2  # in distance from one angle to the next
_STEP_COST = 0.1
_AT_ALL = 0.6  # of the gain is that there is ink at all; the rest leads to the middle of the stroke
_STROKE_PX = 7
_HARMONICS = 2  # of the distance by angle: an ellipse, off the middle
_OFF_MM = 0.5  # from that a ring does not go; what does is another mark it touches
_ROUNDS = 4
_LEAST_COVERED = 0.72  # of the angles; an open ring lacks a sixth, four arms of a cross cover an eighth
_WIDEST_PX = 7  # of half a stroke
_SPREAD_MM = 0.4  # around a stroke, whose ink fades out
_FINE_BITS = 4  # of a pixel, to which OpenCV draws lines
_FINE = 1 << _FINE_BITS
_BRIDGE = 3  # angles on both sides, over which a stroke goes on


@dataclass(frozen=True, slots=True, eq=False)
class Ring:
    """A ring somebody drew around a response area.

    Attributes:
        path_mm: Where the pen went, (64, 2), template frame as the paper really lies.
        is_inked: Where there is ink, (64,).
        goes_on: Where there is, or print that hides it, (64,).
        width_mm: Of the stroke, and what is pale beside it.
    """

    path_mm: Points
    is_inked: NDArray[np.bool_]
    goes_on: NDArray[np.bool_]
    width_mm: float


class PageRings:
    """The rings on one page, around the areas that hold a mark; each is found when first asked about.

    Args:
        page: The page.
        is_mark: Which areas of it hold a mark, taken back or not, (N,).
    """

    def __init__(self, page: LocatedPage, is_mark: NDArray[np.bool_]) -> None:
        self._page = page
        self._is_mark = is_mark
        self._known: dict[int, Ring | None] = {}

    @property
    def page(self) -> LocatedPage:
        """The page."""
        return self._page

    def is_mark(self, area: int) -> bool:
        """Whether an area holds a mark, taken back or not."""
        return bool(self._is_mark[area])

    def around(self, areas: Iterable[int]) -> list[Ring]:
        """Return the rings around those of the areas that have one."""
        marked = [area for area in areas if self._is_mark[area]]
        unknown = [area for area in marked if area not in self._known]
        if unknown:
            self._known |= dict(zip(unknown, find_rings(self._page, unknown), strict=True))
        return [ring for area in marked if (ring := self._known[area]) is not None]


def find_rings(page: LocatedPage, areas: Sequence[int]) -> list[Ring | None]:
    """Look for a ring around each of some response areas.

    Args:
        page: The page.
        areas: Which, K of them.
    """
    angles = np.linspace(0.0, 2 * np.pi, _ANGLES, endpoint=False)
    distances_mm = np.arange(_NEAREST_MM, _FARTHEST_MM, _STEP_MM, dtype=np.float64)
    rays = np.stack([np.cos(angles), np.sin(angles)], axis=1)[:, None] * distances_mm[:, None]
    looks = [_look(page, area, rays) for area in areas]
    ink = np.array([look[0] for look in looks])
    is_hidden = np.array([look[1] for look in looks])
    gain = _AT_ALL * np.clip(ink / np.float32(3 * _INK), 0.0, 1.0)
    gain += [(1 - _AT_ALL) * cv2.blur(np.clip(own, 0.0, 1.0), (_STROKE_PX, 1)) for own in ink]
    gain[is_hidden] = 0.5 * _LEAST_COVERED
    for area, own in zip(areas, gain, strict=True):
        own[_beyond_others(page, area, angles, distances_mm)] = -1.0
    ways = _best_ways(gain)
    return [
        _as_ring(page, area, way, (rays, ink[number], is_hidden[number]))
        for number, (area, way) in enumerate(zip(areas, ways, strict=True))
    ]


def _look(page: LocatedPage, area: int, rays: NDArray[np.float64]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return ink around the middle of an area, by angle and distance, and where print would hide it."""
    model, size = page.model, rays.shape[:2]
    around = (page.centers_mm[area] + rays).reshape(-1, 2)
    x, y = map_points(page.template_to_working, around).astype(np.float32).T
    seen = cv2.remap(page.image.pixels, x.reshape(size), y.reshape(size), cv2.INTER_LINEAR, None, cv2.BORDER_REPLICATE)
    printed = ((model.geometry.centers_mm[area] + rays) * model.blank_px_per_mm - 0.5).astype(np.float32)
    blank = cv2.remap(model.pixels, printed[:, :, 0], printed[:, :, 1], cv2.INTER_LINEAR, None, cv2.BORDER_REPLICATE)
    middle = map_points(page.template_to_working, page.centers_mm[[area]])
    paper = float(page.image.paper_at(*middle.T)[0])
    darkness = (paper - seen.astype(np.float32)) / max(paper - page.print_level, 40)
    print_ = cv2.dilate(np.float32(1) - blank.astype(np.float32) / np.float32(255), np.ones((3, 5), np.uint8))
    ink = cv2.blur(darkness, (3, 1), borderType=cv2.BORDER_REPLICATE) - print_
    return np.asarray(ink, np.float32), np.asarray(print_ > _PRINT)


def _beyond_others(
    page: LocatedPage, area: int, angles: NDArray[np.float64], distances_mm: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return where a ring would go round the middle of another area, by angle and distance."""
    away = page.centers_mm - page.centers_mm[area]
    apart_mm = np.hypot(*away.T)
    beyond = np.zeros((len(angles), len(distances_mm)), np.bool_)
    for other in np.flatnonzero((apart_mm > 0) & (apart_mm < distances_mm[-1] + _FROM_OTHERS_MM)):
        turn = np.angle(np.exp(1j * (angles - np.arctan2(away[other, 1], away[other, 0]))))
        is_far = distances_mm > apart_mm[other] - _FROM_OTHERS_MM
        beyond |= (np.abs(turn) < _BESIDE_RAD)[:, None] & is_far[None, :]
    return beyond


def _best_ways(gain: NDArray[np.floating]) -> NDArray[np.intp]:
    """Return the distance at every angle of the closed way of most gain, (K, 64), from gains (K, 64, distances).

    It goes round twice, and the round in the middle counts, which by then has come back to itself.
    """
    count, angles, distances = gain.shape
    steps = np.arange(-_MOST_STEP, _MOST_STEP + 1)
    edge = np.full((count, _MOST_STEP), -np.inf)
    best, came_from = gain[:, 0].astype(np.float64), []
    for angle in range(1, 2 * angles):
        padded = np.hstack([edge, best, edge])
        choices = np.stack(
            [padded[:, _MOST_STEP + step : _MOST_STEP + step + distances] - _STEP_COST * abs(step) for step in steps]
        )
        taken = choices.argmax(axis=0)
        came_from.append(taken)
        best = np.take_along_axis(choices, taken[None], axis=0)[0] + gain[:, angle % angles]
    place = best.argmax(axis=1)
    ways = np.empty((count, 2 * angles), np.intp)
    ways[:, -1] = place
    rows = np.arange(count)
    for angle in range(2 * angles - 1, 0, -1):
        place = place + steps[came_from[angle - 1][rows, place]]
        ways[:, angle - 1] = place
    half = angles // 2
    return np.roll(ways[:, half : half + angles], half, axis=1)


def _as_ring(
    page: LocatedPage,
    area: int,
    way: NDArray[np.intp],
    look: tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.bool_]],
) -> Ring | None:
    """Return a way as a ring, if ink covers enough of it."""
    rays, ink, is_hidden = look
    angles = np.arange(_ANGLES)
    seen = _is_inked(ink, way)
    smooth = _smoothed(way, seen)
    is_off = ~seen | (np.abs(way - smooth) * _STEP_MM > _OFF_MM)
    way = np.where(is_off, np.clip(np.rint(smooth), 0, ink.shape[1] - 1), way).astype(np.intp)
    is_inked = _is_inked(ink, way)
    is_known = is_inked | ~is_hidden[angles, way]
    if not is_inked.any() or is_inked.sum() < _LEAST_COVERED * is_known.sum() or is_known.sum() < _ANGLES / 2:
        return None
    near = np.clip(way[:, None] + np.arange(-_WIDEST_PX, _WIDEST_PX + 1), 0, ink.shape[1] - 1)
    width_px = float(np.median((ink[angles[:, None], near] > _INK)[is_inked].sum(axis=1)))
    path_mm, goes_on = page.centers_mm[area] + rays[angles, way], _bridged(is_inked | is_hidden[angles, way])
    return Ring(path_mm, is_inked, goes_on, width_px * _STEP_MM + _SPREAD_MM)


def _is_inked(ink: NDArray[np.float32], way: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return at which angles there is ink on a way, (64,)."""
    near = np.clip(way[:, None] + np.arange(-1, 2), 0, ink.shape[1] - 1)
    return np.asarray((ink[np.arange(len(way))[:, None], near] > _INK).any(axis=1))


def _smoothed(way: NDArray[np.intp], is_inked: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the smooth curve that most of a way follows, where there is ink on it, (64,)."""
    turns = np.arange(_ANGLES)[:, None] * np.arange(1, _HARMONICS + 1) * (2 * np.pi / _ANGLES)
    waves = np.hstack([np.ones((_ANGLES, 1)), np.cos(turns), np.sin(turns)])
    weights = np.where(is_inked, 1.0, 0.1)
    trust = weights
    for _ in range(_ROUNDS):
        weighted = waves * trust[:, None]
        curve = waves @ np.linalg.lstsq(weighted.T @ waves, weighted.T @ way, rcond=None)[0]
        off = (way - curve) * _STEP_MM / (2 * _OFF_MM)
        trust = weights * np.clip(1 - off**2, 0.001, None) ** 2
    return np.asarray(curve)


def _bridged(is_inked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Close gaps of a few angles, where print hides the stroke."""
    around = np.arange(-_BRIDGE, 2 * _BRIDGE + len(is_inked) + 1 - _BRIDGE) % len(is_inked)
    wide = np.convolve(is_inked[around], np.ones(2 * _BRIDGE + 1), "same") > 0
    narrow = np.convolve(~wide, np.ones(2 * _BRIDGE + 1), "same") == 0
    return np.asarray(narrow[_BRIDGE : _BRIDGE + len(is_inked)] | is_inked)


def drawn(
    rings: Sequence[Ring], middle_mm: NDArray[np.float64], px_per_mm: float, inside: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return where rings go in the patch around an area, (56, 56).

    Args:
        rings: The rings.
        middle_mm: Middle of the patch, (2,), template frame as the paper really lies.
        px_per_mm: Its scale.
        inside: What the area's outline encloses, (56, 56): there only what is seen of a ring counts.
    """
    seen, likely = np.zeros(inside.shape, np.uint8), np.zeros(inside.shape, np.uint8)
    for ring in rings:
        path = (ring.path_mm - middle_mm) * px_per_mm + (PATCH_PX - 1) / 2
        fine = np.rint(path * _FINE).astype(np.int32)
        width = max(1, round(ring.width_mm * px_per_mm))
        for bands, where in ((seen, ring.is_inked), (likely, ring.goes_on)):
            for number in np.flatnonzero(where).tolist():
                start, end = fine[number].tolist(), fine[(number + 1) % len(fine)].tolist()
                cv2.line(bands, start, end, 1, width, cv2.LINE_8, _FINE_BITS)
    return np.asarray((seen > 0) | (likely > 0) & ~inside)
