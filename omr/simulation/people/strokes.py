"""The way the pen goes for every kind of mark: lines on paper in millimetres, before any ink.

Shapes are sketched in a unit frame (the box spans -1..1), then placed with the hand's size, turn and offset, and made
unsteady.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from form_templates.model import Rect
from omr.simulation.chance import happens
from omr.simulation.people.answering import Action, Gesture
from omr.simulation.people.respondents import Habit, Hand

FloatArray = npt.NDArray[np.float64]

DIGIT_SHAPES: Mapping[str, tuple[tuple[float, float], ...]] = MappingProxyType({
    # Corners of one line in a cell of 0..1 by 0..1, y down.
    "0": ((0.6, 0.0), (0.2, 0.1), (0.1, 0.5), (0.2, 0.95), (0.6, 1.0), (0.9, 0.6), (0.85, 0.1), (0.5, 0.0)),
    "1": ((0.2, 0.25), (0.55, 0.0), (0.5, 1.0)),
    "2": ((0.1, 0.2), (0.5, 0.0), (0.85, 0.25), (0.5, 0.65), (0.1, 1.0), (0.95, 0.95)),
    "3": ((0.15, 0.1), (0.7, 0.0), (0.75, 0.35), (0.35, 0.48), (0.85, 0.65), (0.6, 1.0), (0.1, 0.9)),
    "4": ((0.55, 0.0), (0.1, 0.65), (0.95, 0.65), (0.7, 0.6), (0.7, 0.2), (0.65, 1.0)),
    "5": ((0.9, 0.0), (0.3, 0.0), (0.2, 0.45), (0.7, 0.45), (0.85, 0.75), (0.5, 1.0), (0.1, 0.9)),
    "6": ((0.8, 0.0), (0.3, 0.35), (0.1, 0.75), (0.4, 1.0), (0.85, 0.8), (0.7, 0.55), (0.2, 0.65)),
    "7": ((0.1, 0.05), (0.9, 0.0), (0.55, 0.5), (0.35, 1.0)),
    "8": ((0.7, 0.15), (0.35, 0.0), (0.2, 0.25), (0.75, 0.65), (0.6, 1.0), (0.2, 0.85), (0.35, 0.5), (0.75, 0.15)),
    "9": ((0.8, 0.2), (0.4, 0.0), (0.15, 0.3), (0.5, 0.5), (0.8, 0.2), (0.75, 0.6), (0.5, 1.0)),
})  # fmt: skip
_WIDEST_BOX_MM = 5.6  # a mark is made to the measure of a box up to this size; a ruled cell is only a place for it
_IN_CELL_MM = 4.8  # size of a mark in a cell or a wider box
_SMALLEST_MM = 2.6  # nobody crosses or ticks more daintily than this, however small the circle
_AIMED_MM = 4.0  # boxes of this size and larger are met as badly as ``Hand`` says
_STEP_MM = 0.15  # under half a pen's width, so that a stroke has no corners that were not meant
_TAKING_BACK = frozenset({Action.CANCEL_RING, Action.STRIKE_OUT, Action.BLOT, Action.PAINT_OVER})


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """One movement of the pen from touching the paper to leaving it.

    Attributes:
        points_mm: (N, 2) float64, template frame.
        pressure: (N,) float64, share of the pen's usual pressure, 0.0 = lifted.
    """

    points_mm: FloatArray
    pressure: FloatArray


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark goes.

    Attributes:
        rect: The response area.
        room_mm: Distance to the middle of the nearest other response area; nobody draws over a neighbour on purpose.
    """

    rect: Rect
    room_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class _Sketch:
    """A stroke in the unit frame: its corners, how far they are rounded off, and how hard it is pressed."""

    corners: FloatArray
    rounding_mm: float = 0.25
    pressure: float = 1.0
    flicks: bool = False  # the pen leaves the paper in motion, so the end is thin


def gesture_strokes(gesture: Gesture, place: Place, hand: Hand, rng: np.random.Generator) -> tuple[Stroke, ...]:
    """Return the strokes of one gesture at one response area."""
    return tuple(_perform(sketch, place, hand, rng) for sketch in _placed_sketches(gesture, place, hand, rng))


def column_stroke(areas: Sequence[Rect], hand: Hand, rng: np.random.Generator) -> Stroke:
    """Return one stroke down through ``areas``, a little beyond both ends, wavering within them."""
    middles = np.array(sorted((area.center_mm for area in areas), key=lambda middle: middle[1]))
    middles[:, 0] += rng.normal(0.0, 0.15 * areas[0].w_mm, len(middles))
    beyond = np.array([0.0, float(rng.uniform(0.4, 1.4)) * areas[0].h_mm])
    corners = np.vstack([middles[0] - beyond, middles, middles[-1] + beyond])
    return _perform(_Sketch(corners, rounding_mm=3.0, flicks=happens(0.4, rng)), None, hand, rng)


def place_of_mark(place: Place, strokes: Sequence[Stroke]) -> Place:
    """Return what somebody covers who takes back the mark ``strokes`` at ``place``: the mark and its box, mostly."""
    points_mm = np.vstack([stroke.points_mm for stroke in strokes])
    low, high = points_mm.min(axis=0), points_mm.max(axis=0)
    box_mm = np.array([place.rect.w_mm, place.rect.h_mm])
    size_mm = np.maximum(0.8 * (high - low), box_mm)
    corner_mm = ((low + high) / 2 + np.array(place.rect.center_mm) - size_mm) / 2
    return Place(Rect(float(corner_mm[0]), float(corner_mm[1]), float(size_mm[0]), float(size_mm[1])), place.room_mm)


def steady_stroke(points_mm: FloatArray, hand: Hand, rng: np.random.Generator) -> Stroke:
    """Return a stroke along ``points_mm``, (N, 2), such as a written letter."""
    return _perform(_Sketch(points_mm, rounding_mm=0.5), None, hand, rng)


def _placed_sketches(gesture: Gesture, place: Place, hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    """Sketch the gesture and put it where the hand lands, in mm."""
    sketches = _sketch(gesture, hand, rng)
    half_mm, middle_mm = _half_extent_mm(gesture, place, hand, rng), _middle_mm(gesture, place, hand, rng)
    angle = np.deg2rad(hand.turn_deg * 0.5 + rng.normal(0.0, hand.turn_sd_deg))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])  # row vectors, y down: clockwise
    return [
        _Sketch(middle_mm + (sketch.corners * half_mm) @ turn, sketch.rounding_mm, sketch.pressure, sketch.flicks)
        for sketch in sketches
    ]


def _half_extent_mm(gesture: Gesture, place: Place, hand: Hand, rng: np.random.Generator) -> FloatArray:
    """Return half the width and height of the unit frame of a gesture, mm."""
    box_mm = _natural_box_mm(gesture, place.rect) / 2
    size = hand.size * float(np.exp(rng.normal(0.0, 0.12)))
    if gesture.action in _TAKING_BACK:
        size = 1.0 + (size - hand.size) * 0.5  # the mark to be covered says how large, not the habit
    elif _is_filling(gesture):
        size = 1.0 + (size - 1.0) * 0.25  # people aim at the outline when they fill
    elif gesture.habit is Habit.RING:
        size = max(size, 0.95)  # a ring goes round the box
    if gesture.swell > 1.0:
        return box_mm * size * gesture.swell
    goes_round = gesture.action in _TAKING_BACK or gesture.habit is Habit.RING
    most_mm = 0.62 * place.room_mm / (1.5 if goes_round else 1.0)
    return np.minimum(box_mm * size, max(most_mm, 0.4 * place.room_mm))


def _natural_box_mm(gesture: Gesture, rect: Rect) -> FloatArray:
    """Return width and height of the box that a mark at ``rect`` is made to measure, mm."""
    box_mm = np.array([rect.w_mm, rect.h_mm])
    if gesture.action in _TAKING_BACK:
        return box_mm
    if box_mm.max() > _WIDEST_BOX_MM:
        return np.minimum(box_mm, _IN_CELL_MM)
    is_free = not _is_filling(gesture) and gesture.habit is not Habit.RING
    return np.maximum(box_mm, _SMALLEST_MM) if is_free else box_mm


def _middle_mm(gesture: Gesture, place: Place, hand: Hand, rng: np.random.Generator) -> FloatArray:
    """Return where the middle of a gesture lands: what must meet an outline is aimed with more care."""
    is_aimed = _is_filling(gesture) or gesture.habit is Habit.RING
    care = 0.35 if gesture.action in _TAKING_BACK else 0.5 if is_aimed else 1.0
    reach_mm = min(2.2 * hand.offset_sd_mm, 0.35 * place.room_mm)
    box_mm = np.array([place.rect.w_mm, place.rect.h_mm])
    care *= min(box_mm.min() / _AIMED_MM, 1.0)  # the smaller the target, the better people aim
    offset_mm = care * (np.array(hand.offset_mm) + rng.normal(0.0, hand.offset_sd_mm, 2))
    middle_mm = np.array(place.rect.center_mm) + np.clip(offset_mm, -reach_mm, reach_mm)
    if gesture.action in _TAKING_BACK or box_mm.max() <= _WIDEST_BOX_MM:
        return middle_mm
    play_mm = np.maximum(box_mm - _IN_CELL_MM, 0.0) / 2
    return np.asarray(middle_mm + np.clip(rng.normal(0.0, 0.45, 2), -1.0, 1.0) * play_mm)


def _is_filling(gesture: Gesture) -> bool:
    if gesture.action is Action.MARK:
        return gesture.habit in (Habit.FILL, Habit.PART_FILL, Habit.DOT)
    return gesture.action is Action.BLACKEN


def _sketch(gesture: Gesture, hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    match gesture.action:
        case Action.MARK:
            return _mark(gesture, hand, rng)
        case Action.LIGHT_MARK:
            return [_lighter(sketch, 0.35) for sketch in _slash(hand, rng)]
        case Action.GHOST:
            left = float(rng.uniform(0.06, 0.22))
            return [_lighter(sketch, left) for sketch in _mark(gesture, hand, rng)]
        case Action.CANCEL_RING:
            return [_ring_path(1.45, rng)]
        case Action.STRIKE_OUT:
            return _wide_cross(rng)
        case Action.BLOT | Action.PAINT_OVER:
            return _blot(rng)
        case Action.BLACKEN:
            return _fill(hand, rng) + _fill(hand, rng)
        case Action.COLUMN_STROKE:
            raise ValueError("a column's stroke is drawn once, by column_stroke")


def _mark(gesture: Gesture, hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    if gesture.habit is Habit.DIGIT and gesture.option in DIGIT_SHAPES:
        shape = 1.7 * (np.array(DIGIT_SHAPES[gesture.option]) - 0.5)
        return [_Sketch(shape + rng.normal(0.0, 0.06, shape.shape), rounding_mm=0.4)]
    return _MARKS[gesture.habit](hand, rng)


def _lighter(sketch: _Sketch, pressure: float) -> _Sketch:
    return _Sketch(sketch.corners, sketch.rounding_mm, pressure, sketch.flicks)


def _jittered(corners: Sequence[tuple[float, float]], sd: float, rng: np.random.Generator) -> FloatArray:
    """Move each corner a little; unit frame."""
    return np.array(corners) + rng.normal(0.0, sd, (len(corners), 2))


def _bowed(start: FloatArray, end: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Draw a nearly straight line: wrists turn, so lines are slightly arched; unit frame."""
    along = np.linspace(0.0, 1.0, 7)[:, None]
    across = np.array([-(end - start)[1], (end - start)[0]])
    arch = np.sin(np.pi * along) * across * rng.normal(0.0, 0.045)
    return np.asarray(start + along * (end - start) + arch)


def _cross(hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    corners = _jittered([(-0.95, -0.95), (0.95, 0.95), (0.95, -0.95), (-0.95, 0.95)], 0.13, rng)
    first, second = _bowed(corners[0], corners[1], rng), _bowed(corners[2], corners[3], rng)
    if not hand.joins_strokes:
        return [_Sketch(first), _Sketch(second, flicks=happens(0.3, rng))]
    return [_Sketch(np.vstack([first, _jittered([(1.35, 0.1)], 0.12, rng), second]), rounding_mm=0.7, flicks=True)]


def _wide_cross(rng: np.random.Generator) -> list[_Sketch]:
    corners = _jittered([(-1.7, -1.5), (1.7, 1.5), (1.7, -1.5), (-1.7, 1.5)], 0.15, rng)
    return [_Sketch(_bowed(corners[0], corners[1], rng)), _Sketch(_bowed(corners[2], corners[3], rng))]


def _tick(_hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    length = float(rng.uniform(0.85, 1.7))  # of the long stroke; most leave the box at the top right
    start, vertex = _jittered([(-0.75, -0.05), (-0.15, 0.75)], 0.13, rng)
    end = vertex + length * np.array([0.95, -1.35]) + rng.normal(0.0, 0.12, 2)
    path = np.vstack([_bowed(start, vertex, rng), _bowed(vertex, end, rng)[1:]])
    return [_Sketch(path, rounding_mm=float(rng.uniform(0.15, 0.6)), flicks=True)]


def _fill(_hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    """Fill the box: round its outline once, then to and fro until it looks full; some stop early."""
    reach = float(rng.uniform(0.78, 1.0))
    turns = int(rng.integers(7, 14))
    hatching = [_hatch(reach, turns, float(rng.uniform(-0.3, 1.3)), rng) for _ in range(int(rng.integers(1, 3)))]
    outline = [_ring_path(reach * 0.92, rng)] if happens(0.5, rng) else []
    return outline + hatching


def _part_fill(_hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    """Fill a part of the box, or draw too few lines to cover it."""
    hatching = _hatch(float(rng.uniform(0.4, 0.8)), int(rng.integers(4, 8)), float(rng.uniform(-0.3, 1.3)), rng)
    return [_Sketch(hatching.corners + rng.uniform(-0.25, 0.25, 2), hatching.rounding_mm)]


def _hatch(reach: float, turns: int, angle: float, rng: np.random.Generator) -> _Sketch:
    """Draw to and fro across the box in ``turns`` lines, within a rounded square."""
    across = np.linspace(-reach, reach, turns) + rng.normal(0.0, 0.06, turns)
    limit = reach * np.clip(1.35 - 0.75 * np.abs(across), 0.35, 1.0) + rng.normal(0.0, 0.07, turns)
    along = np.where(np.arange(turns) % 2 == 0, -limit, limit)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return _Sketch(np.column_stack([along, across]) @ turn, rounding_mm=0.35)


def _scribble(_hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    if happens(0.5, rng):
        return [_loops(int(rng.integers(3, 6)), rng)]
    return [_hatch(float(rng.uniform(0.8, 1.25)), int(rng.integers(4, 8)), float(rng.uniform(-0.9, 0.9)), rng)]


def _loops(count: int, rng: np.random.Generator) -> _Sketch:
    """Draw loops that wander from left to right, as one tries a pen."""
    phase = np.linspace(0.0, 2 * np.pi * count, 12 * count)
    wander = np.linspace(-0.45, 0.45, phase.size)
    radius = 0.62 + 0.16 * np.interp(phase, np.linspace(0, phase[-1], count + 2), rng.normal(0.0, 1.0, count + 2))
    return _Sketch(np.column_stack([wander + radius * np.cos(phase), radius * 1.25 * np.sin(phase)]), flicks=True)


def _slash(_hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    side = 1.0 if happens(0.88, rng) else -1.0  # nearly everybody draws it like "/"
    start, end = _jittered([(0.8 * side, -1.05), (-0.8 * side, 1.05)], 0.14, rng)
    return [_Sketch(_bowed(start, end, rng), flicks=happens(0.5, rng))]


def _dot(_hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    """Draw a dot as a small spiral: people turn the pen until it can be seen."""
    phase = np.linspace(0.0, 2 * np.pi * float(rng.uniform(1.5, 4.0)), 30)
    radius = float(rng.uniform(0.12, 0.38)) * phase / phase[-1]
    return [_Sketch(np.column_stack([radius * np.cos(phase), radius * np.sin(phase)]), pressure=1.15)]


def _ring(_hand: Hand, rng: np.random.Generator) -> list[_Sketch]:
    return [_ring_path(float(rng.uniform(1.3, 1.75)), rng)]


def _ring_path(radius: float, rng: np.random.Generator) -> _Sketch:
    """Return a ring: once round and a little more, seldom closed where it began; unit frame."""
    start = rng.uniform(-2.4, -0.8)
    phase = start - np.linspace(0.0, 2 * np.pi * rng.uniform(0.97, 1.18), 40)  # against the clock, as most people
    swell = 1.0 + np.linspace(rng.normal(0.0, 0.06), rng.normal(0.0, 0.06), phase.size)
    squeeze = float(rng.uniform(0.82, 1.05))
    lobe = 1.0 + 0.05 * np.sin(2 * phase + rng.uniform(0.0, 6.3))
    circle = np.column_stack([np.cos(phase), squeeze * np.sin(phase)])
    return _Sketch(circle * (radius * swell * lobe)[:, None], rounding_mm=0.3, flicks=True)


def _blot(rng: np.random.Generator) -> list[_Sketch]:
    """Scribble over a mark in two or three directions until it is gone."""
    return [
        _hatch(float(rng.uniform(1.1, 1.4)), int(rng.integers(9, 15)), float(angle), rng)
        for angle in rng.uniform(-1.5, 1.5, int(rng.integers(2, 4)))
    ]


_MARKS = MappingProxyType[Habit, Callable[[Hand, np.random.Generator], list[_Sketch]]]({
    Habit.CROSS: _cross, Habit.TICK: _tick, Habit.FILL: _fill, Habit.SCRIBBLE: _scribble,
    Habit.SLASH: _slash, Habit.DOT: _dot, Habit.RING: _ring, Habit.PART_FILL: _part_fill,
    Habit.DIGIT: _tick, Habit.COLUMN: _slash,
})  # fmt: skip


def _perform(sketch: _Sketch, place: Place | None, hand: Hand, rng: np.random.Generator) -> Stroke:
    """Draw along a sketch, given in mm: even steps, rounded corners, unsteady, pressure that comes and goes."""
    points = _rounded(_evenly(sketch.corners), sketch.rounding_mm)
    wobble = _slow_noise(len(points), 6, rng, 2) * hand.tremor_mm + _slow_noise(len(points), 24, rng, 2) * 0.06
    return Stroke(points + wobble, sketch.pressure * _pressure(len(points), flicks=sketch.flicks, rng=rng))


def _evenly(corners_mm: FloatArray) -> FloatArray:
    """Put points on a line every ``_STEP_MM``; the corners themselves are kept only nearly."""
    lengths = np.hypot(*np.diff(corners_mm, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.linspace(0.0, along[-1], max(int(along[-1] / _STEP_MM) + 1, 4))
    return np.column_stack([np.interp(at, along, corners_mm[:, 0]), np.interp(at, along, corners_mm[:, 1])])


def _rounded(points_mm: FloatArray, rounding_mm: float) -> FloatArray:
    """Round off corners by a moving average over ``rounding_mm`` to either side; the ends stay."""
    reach = min(int(rounding_mm / _STEP_MM), len(points_mm) // 3)
    if reach == 0:
        return points_mm
    padded = np.vstack([np.repeat(points_mm[:1], reach, 0), points_mm, np.repeat(points_mm[-1:], reach, 0)])
    total = np.cumsum(np.vstack([np.zeros((1, 2)), padded]), axis=0)
    width = 2 * reach + 1
    return np.asarray((total[width:] - total[:-width]) / width)


def _slow_noise(count: int, wavelength: int, rng: np.random.Generator, columns: int) -> FloatArray:
    """Return noise of standard deviation about 1 that changes over ``wavelength`` steps, (count, columns)."""
    knots = rng.normal(0.0, 1.0, (count // wavelength + 2, columns))
    at = np.arange(count) / wavelength
    return np.column_stack([np.interp(at, np.arange(len(knots)), knots[:, column]) for column in range(columns)])


def _pressure(count: int, *, flicks: bool, rng: np.random.Generator) -> FloatArray:
    """Return the pressure along ``count`` steps: it builds up, varies slowly, and fades where the pen flies off."""
    steps = np.arange(count)
    landing = np.clip(0.6 + 0.4 * steps / 2, 0.0, 1.0)
    leaving_steps = max(min(count // 3, 12), 2) if flicks else 2
    leaving = np.clip((0.25 if flicks else 0.6) + (count - 1 - steps) / leaving_steps, 0.0, 1.0)
    return landing * leaving * float(np.exp(rng.normal(0.0, 0.08)))
