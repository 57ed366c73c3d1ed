"""What happens to a sheet of paper in an office: stamped, stained, folded, torn, punched, stapled, stuck over.

Effects as in ``effects``, for a filled sheet that is about to be scanned. Each is drawn in mm on the part of the page
it reaches, so that the same draws give the same damage at any resolution, on grey and on colour pages. Where
``strength`` is a number of things, a part of one counts as one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2
from omr.simulation.chance import Range, happens
from omr.simulation.devices.effects import Image, px_per_mm

FloatArray = npt.NDArray[np.float64]
_Field = npt.NDArray[np.float32]  # one value per pixel of a patch
_Rgb = tuple[float, float, float]

_LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601: what a grey scanner makes of red, green and blue
_DIFFUSE_PX_PER_MM = 6.0  # finer than paper lets print shine through
_WHITE: _Rgb = (255.0, 255.0, 255.0)
_BLACK: _Rgb = (0.0, 0.0, 0.0)
_BLANK_BACK: _Rgb = (247.0, 247.0, 245.0)
_STAMP_RED: _Rgb = (206.0, 32.0, 48.0)
_COFFEE: _Rgb = (140.0, 92.0, 48.0)
_NOTE_YELLOW: _Rgb = (255.0, 243.0, 158.0)
_NOTE_WHITE: _Rgb = (253.0, 253.0, 251.0)
_STEEL: _Rgb = (116.0, 118.0, 122.0)


def show_through(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Let the back of the sheet shine through: ``strength`` (0.0-1.0, mostly 0.02-0.15) of its darkness arrives.

    The back is taken to look like the front, mirrored as when the sheet is turned over like the page of a book.
    """
    if strength <= 0:
        return image
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    scale = min(px_per_mm(image), _DIFFUSE_PX_PER_MM)
    size = tuple(round(side * scale / px_per_mm(image)) for side in image.shape[1::-1])
    back = cv2.resize(cv2.flip(grey, 1), size, interpolation=cv2.INTER_AREA)
    shift = np.column_stack([np.eye(2), rng.normal(0.0, 2.0, 2) * scale])
    back = cv2.warpAffine(back, shift, size, borderValue=_WHITE)
    back = cv2.GaussianBlur(back, (0, 0), float(rng.uniform(0.15, 0.35)) * scale)
    light = cv2.LUT(back, np.rint(255 - strength * (255 - np.arange(256))).astype(np.uint8))
    light = cv2.resize(light, image.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    if image.ndim == 3:
        light = cv2.merge([light] * 3)
    return np.asarray(cv2.multiply(image, light, scale=1 / 255), np.uint8)


def stamp(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Press ``strength`` (mostly 1-2) round red office stamps of 36 mm on the lower two thirds of the page."""
    stamped = image.copy()
    width_mm, height_mm = _size_mm(image)
    for _ in range(_count(strength)):
        reach_mm = _STAMP_RADIUS_MM + 0.5
        middle_mm = rng.uniform((reach_mm, height_mm / 3 + reach_mm), (width_mm - reach_mm, height_mm - reach_mm))
        patch = _patch(stamped, middle_mm, (reach_mm, reach_mm))
        patch.absorb(_stamp_print(patch.shape, patch.px_per_mm, rng) * _stamp_ink(patch, rng), _STAMP_RED)
    return stamped


def stain(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Leave ``strength`` (mostly 1-2) pale stains of coffee or tea, 20-60 mm wide: the ring of a cup, or a blotch."""
    stained = image.copy()
    for _ in range(_count(strength)):
        middle_mm, radius_mm = rng.random(2) * _size_mm(image), float(rng.uniform(10, 30))
        reach_mm = 1.5 * radius_mm + 3
        patch = _patch(stained, middle_mm, (reach_mm, reach_mm))
        density = _cup_ring(patch, radius_mm, rng) if happens(0.5, rng) else _blotch(patch, radius_mm, rng)
        patch.absorb(density, _COFFEE)
    return stained


def crease(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Fold the sheet ``strength`` (mostly 1-3) times and open it: thin lines right across, where ink is rubbed off."""
    creased = image.copy()
    for _ in range(_count(strength)):
        start_mm, end_mm = _fold_ends_mm(_size_mm(image), rng)
        _fold(creased, start_mm, end_mm, rng)
    return creased


def tear_corner(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Tear a corner off: its sides were ``strength`` mm long (mostly 10-45); the scanner's lid is seen instead."""
    if strength <= 0:
        return image
    torn = image.copy()
    legs_mm = strength * rng.uniform(0.9, 1.1, 2)
    lid, fibre_mm = _beyond_paper(rng), float(rng.uniform(0.3, 0.7))
    patch = _patch(_from_a_corner(torn, rng), np.zeros(2), legs_mm + 4)
    line_mm, along_mm, _ = _distances_to_cut(patch, legs_mm)
    depth_mm = line_mm + _wander(along_mm, {9.0: 0.9, 2.5: 0.35, 0.5: 0.12}, rng)
    fibres_mm = fibre_mm * np.abs(1 + _wander(along_mm, {1.2: 0.6, 0.4: 0.4}, rng))
    patch.cover(patch.inside(depth_mm) * patch.inside(fibres_mm - depth_mm), _BLANK_BACK)
    patch.cover(patch.inside(-depth_mm), lid, light=1 - 0.3 * _fading(-depth_mm, 0.5))
    return torn


def dog_ear(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Fold a corner over for good: its sides are ``strength`` mm long (mostly 8-40), its blank back covers the page."""
    if strength <= 0:
        return image
    folded = image.copy()
    legs_mm = strength * rng.uniform(0.9, 1.1, 2)
    patch = _patch(_from_a_corner(folded, rng), np.zeros(2), 1.25 * legs_mm + 5)
    line_mm, _, normal = _distances_to_cut(patch, legs_mm)
    # A place is under the flap if, folded back over the line, it lies on the page.
    flap_mm = np.minimum(patch.x_mm - 2 * line_mm * normal[0], patch.y_mm - 2 * line_mm * normal[1])
    patch.absorb(float(rng.uniform(0.2, 0.4)) * _fading(-flap_mm, 0.6), _BLACK)
    patch.cover(patch.inside(flap_mm), _BLANK_BACK, light=1 - 0.13 * _fading(line_mm, 1.2))
    patch.cover(patch.inside(-line_mm), _WHITE)
    return folded


def punch_holes(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Punch ``strength`` (2 or 4) holes of about 6 mm for filing, 80 mm apart, 12 mm from the left edge (ISO 838)."""
    punched = image.copy()
    count = _count(strength)
    first_mm = np.array([12.0, _size_mm(image)[1] / 2 - 40.0 * (count - 1)]) + rng.normal(0.0, (0.6, 1.0), 2)
    radius_mm, lid = float(rng.uniform(2.75, 3.25)), _beyond_paper(rng)
    for index in range(count):
        middle_mm = first_mm + np.array([0.0, 80.0 * index]) + rng.normal(0.0, 0.1, 2)
        patch = _patch(punched, middle_mm, (4.0, 4.0))
        depth_mm = radius_mm - patch.distance_mm()
        lit_mm = radius_mm - patch.distance_mm(0.15, 0.2)  # the light comes from the upper left
        patch.cover(patch.inside(depth_mm), lid, light=1 - 0.3 * _fading(lit_mm, 0.25))
    return punched


def staple(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Leave ``strength`` (mostly 1-2) staples of 12 mm, or the holes of pulled ones, 10-25 mm from a top corner."""
    stapled = image.copy()
    for _ in range(_count(strength)):
        from_edges_mm, angle = rng.uniform(10, 25, 2), float(rng.uniform(0, np.pi))
        side = 1 if happens(0.75, rng) else -1  # most people bind at the left
        draw = _staple_trace if happens(0.3, rng) else _staple_wire
        draw(_patch(stapled[:, ::side], from_edges_mm, (8.0, 8.0)), angle, rng)
    return stapled


def cover_with_note(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Leave a sticky note or a slip of paper, ``strength`` mm wide (mostly 25-70), lying on the page."""
    if strength <= 0:
        return image
    covered = image.copy()
    half_mm = strength / 2 * np.array([1.0, rng.uniform(0.75, 1.0)])
    reach_mm = float(np.hypot(*half_mm)) + 1
    middle_mm = rng.uniform(reach_mm, _size_mm(image) - reach_mm)
    colour = _NOTE_YELLOW if happens(0.7, rng) else _NOTE_WHITE
    patch = _patch(covered, middle_mm, (reach_mm + 4, reach_mm + 4))
    right_mm, down_mm = patch.turned(float(np.clip(rng.normal(0.0, 0.08), -0.2, 0.2)))
    patch.absorb(0.3 * _fading(-_depth_in_box(right_mm - 0.4, down_mm - 0.5, half_mm), 0.8), _BLACK)
    curl = 1 - 0.06 * np.clip(0.5 + down_mm / float(2 * half_mm[1]), 0, 1) ** 2  # it sticks at its upper edge only
    patch.cover(patch.inside(_depth_in_box(right_mm, down_mm, half_mm)), colour, light=curl)
    return covered


@dataclass(frozen=True, slots=True, eq=False)
class _Patch:
    """A rectangle of a page that belongs to the effect, so that its pixels are changed in place.

    Attributes:
        pixels: (H, W) or (H, W, 3) uint8, a view of the page.
        x_mm: (1, W) float32, pixel centres, from the middle the patch was asked for.
        y_mm: (H, 1) float32, likewise.
        px_per_mm: Resolution of the page.
    """

    pixels: Image
    x_mm: _Field
    y_mm: _Field
    px_per_mm: float

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width, px."""
        return self.pixels.shape[0], self.pixels.shape[1]

    def turned(self, angle: float) -> tuple[_Field, _Field]:
        """Return mm to the right and mm down as something sees them that lies turned clockwise by ``angle``, rad."""
        cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        return self.x_mm * cos + self.y_mm * sin, self.y_mm * cos - self.x_mm * sin

    def distance_mm(self, right_mm: float = 0.0, down_mm: float = 0.0) -> _Field:
        """Return how far every pixel is from a place given from the patch's middle."""
        return np.asarray(np.hypot(self.x_mm - right_mm, self.y_mm - down_mm), np.float32)

    def inside(self, depth_mm: _Field) -> _Field:
        """Return the share of each pixel that lies in a shape, given how deep its centre is inside."""
        return np.clip(0.5 + depth_mm * self.px_per_mm, 0, 1).astype(np.float32)

    def absorb(self, density: _Field, colour: _Rgb) -> None:
        """Lay a dye over the pixels that turns white into ``colour`` where ``density`` is 1.0; it only darkens."""
        share = np.clip(density, 0, 1)
        for channel, level in self._channels(colour):
            channel[...] = np.rint(channel * (1 - share * (1 - level / 255)))

    def cover(self, share: _Field, colour: _Rgb, light: _Field | None = None) -> None:
        """Replace a ``share`` of every pixel by ``colour``, lit by ``light`` (0.0-1.0)."""
        kept, shown = 1 - share, share if light is None else share * light
        for channel, level in self._channels(colour):
            channel[...] = np.rint(channel * kept + shown * level)

    def _channels(self, colour: _Rgb) -> Iterator[tuple[Image, float]]:
        """Pair every channel of the page, a view, with how ``colour`` appears in it."""
        if self.pixels.ndim == 2:
            yield self.pixels, float(np.dot(colour, _LUMA))
        else:
            yield from zip(np.moveaxis(self.pixels, 2, 0), colour, strict=True)


def _patch(page: Image, middle_mm: FloatArray, reach_mm: FloatArray | tuple[float, float]) -> _Patch:
    """Return the part of ``page`` up to ``reach_mm`` right, left, up and down of ``middle_mm``, a place on it."""
    scale = px_per_mm(page)
    left, top = np.maximum(np.floor((middle_mm - reach_mm) * scale), 0).astype(int)
    right, bottom = np.ceil((middle_mm + reach_mm) * scale).astype(int)  # slices end at the page by themselves
    pixels = page[top:bottom, left:right]
    x_mm = (np.arange(pixels.shape[1]) + left + 0.5) / scale - middle_mm[0]
    y_mm = (np.arange(pixels.shape[0]) + top + 0.5) / scale - middle_mm[1]
    return _Patch(pixels, x_mm.astype(np.float32)[np.newaxis], y_mm.astype(np.float32)[:, np.newaxis], scale)


def _size_mm(image: Image) -> FloatArray:
    """Width and height of a page."""
    return np.array(image.shape[1::-1]) / px_per_mm(image)


def _count(strength: float) -> int:
    """How many things ``strength`` stands for."""
    return int(np.ceil(strength))


def _from_a_corner(page: Image, rng: np.random.Generator) -> Image:
    """Return a view of ``page``, mirrored so that a corner chosen by chance is at the upper left."""
    down, right = rng.choice((1, -1), 2).tolist()
    return page[::down, ::right]


def _beyond_paper(rng: np.random.Generator) -> _Rgb:
    """What a scanner sees where there is no paper: a white lid, or a dark one."""
    dark = Range(20, 60).draw(rng)
    return (dark, dark, dark) if happens(0.4, rng) else _WHITE


def _fading(distance_mm: _Field, over_mm: float) -> _Field:
    """1.0 up to distance 0, then less and less; after six times ``over_mm`` nothing is left."""
    return np.asarray(np.exp(np.minimum(-distance_mm / over_mm, 0)), np.float32)


def _depth_in_box(x_mm: _Field, y_mm: _Field, half_mm: FloatArray) -> _Field:
    """Return how deep places lie inside a box around the origin, given half its width and height."""
    return np.minimum(np.float32(half_mm[0]) - np.abs(x_mm), np.float32(half_mm[1]) - np.abs(y_mm))


def _distances_to_cut(patch: _Patch, legs_mm: FloatArray) -> tuple[_Field, _Field, _Field]:
    """Measure from the line that cuts ``legs_mm`` (along x, along y) off the upper left corner.

    Returns:
        mm from the line, positive on the page; mm along it from its middle; and its unit normal, (x, y), which points
        into the page.
    """
    normal = (legs_mm[::-1] / np.hypot(*legs_mm)).astype(np.float32)
    x_mm, y_mm = patch.x_mm - np.float32(legs_mm[0] / 2), patch.y_mm - np.float32(legs_mm[1] / 2)
    return x_mm * normal[0] + y_mm * normal[1], x_mm * normal[1] - y_mm * normal[0], normal


_FAR_MM = 190.0  # farther than any place on the page is from the middle of a line across it
_WANDER_STEP_MM = 0.05


def _wander(at_mm: _Field, amplitudes_mm: Mapping[float, float], rng: np.random.Generator) -> _Field:
    """Return a random curve along a line, at places from its middle; amplitudes (sd) by wavelength, both in mm."""
    steps_mm = np.arange(0, 2 * _FAR_MM, _WANDER_STEP_MM)
    curve = np.zeros(steps_mm.size)
    for wavelength_mm, amplitude_mm in amplitudes_mm.items():
        knots = rng.normal(0.0, amplitude_mm, int(2 * _FAR_MM / wavelength_mm) + 2)
        curve += np.interp(steps_mm / wavelength_mm, np.arange(knots.size), knots)
    return curve.astype(np.float32)[((at_mm + _FAR_MM) / _WANDER_STEP_MM).astype(np.int32)]


def _cloud(shape: tuple[int, int], cells: int, rng: np.random.Generator) -> _Field:
    """Return noise of standard deviation about 1 that changes ``cells`` times across a patch."""
    coarse = rng.standard_normal((cells, cells)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC), np.float32)


_STAMP_RADIUS_MM = 18.0
_STAMP_SAMPLES = 2  # per pixel and direction
_STAMP_RINGS_MM = ((17.1, 17.9), (16.2, 16.5), (11.2, 11.5), (7.4, 7.7))  # from, to, from the middle
_LETTERS_MM = (15.3, 12.4)  # top and foot of the letters, from the middle
_STAMP_TEXT = "UY BAN NHAN DAN * TINH BAC NINH * "
_LETTERS: Mapping[str, tuple[tuple[tuple[float, float], ...], ...]] = MappingProxyType({
    "A": (((0, 3), (1, 0), (2, 3)), ((0.4, 2), (1.6, 2))),
    "B": (((0, 0), (1.6, 0.2), (1.6, 1.3), (0, 1.5), (2, 1.7), (2, 2.8), (0, 3), (0, 0)),),
    "C": (((2, 0.6), (1, 0), (0, 0.8), (0, 2.2), (1, 3), (2, 2.4)),),
    "D": (((0, 0), (1.3, 0.1), (2, 1), (2, 2), (1.3, 2.9), (0, 3), (0, 0)),),
    "H": (((0, 0), (0, 3)), ((2, 0), (2, 3)), ((0, 1.5), (2, 1.5))),
    "I": (((1, 0), (1, 3)),),
    "N": (((0, 3), (0, 0), (2, 3), (2, 0)),),
    "T": (((0, 0), (2, 0)), ((1, 0), (1, 3))),
    "U": (((0, 0), (0, 2.3), (0.6, 3), (1.4, 3), (2, 2.3), (2, 0)),),
    "Y": (((0, 0), (1, 1.5), (2, 0)), ((1, 1.5), (1, 3))),
    "*": (((0.2, 1), (1.8, 2)), ((1.8, 1), (0.2, 2)), ((1, 0.6), (1, 2.4))),
    " ": (),
})  # fmt: skip
"""Strokes of the letters, (x, y) on a grid 2 wide and 3 high, y down."""


def _stamp_print(shape: tuple[int, int], scale: float, rng: np.random.Generator) -> _Field:
    """Return what a stamp, nearly upright, prints on a patch of ``shape`` with plenty of ink, 0.0-1.0.

    Rings and letters are drawn on a straight band, one row for each direction and one column for each distance from
    the middle, which is then bent round.
    """
    fine = scale * _STAMP_SAMPLES
    band = np.zeros((round(2 * np.pi * np.mean(_LETTERS_MM) * fine), round(_STAMP_RADIUS_MM * fine)), np.uint8)
    for from_mm, to_mm in _STAMP_RINGS_MM:
        band[:, round(from_mm * fine) : max(round(to_mm * fine), round(from_mm * fine) + 1)] = 255
    _write_round(band, fine)
    upright = 0.75 - 7.5 / len(_STAMP_TEXT)  # share of a full turn that brings the middle of the first words to the top
    turn = upright + float(rng.normal(0.0, 0.06))
    band = np.roll(band, round(turn * len(band)), axis=0)

    size = (shape[1] * _STAMP_SAMPLES, shape[0] * _STAMP_SAMPLES)
    middle = (size[0] / 2, size[1] / 2)
    bend = cv2.WARP_POLAR_LINEAR | cv2.WARP_INVERSE_MAP | cv2.WARP_FILL_OUTLIERS | cv2.INTER_LINEAR
    printed = cv2.warpPolar(band, size, middle, band.shape[1], bend)
    cv2.fillPoly(printed, [_star(middle, 5.5 * fine, turn - upright)], (255,), cv2.LINE_AA)
    return np.asarray(cv2.resize(printed, shape[::-1], interpolation=cv2.INTER_AREA) / np.float32(255), np.float32)


def _write_round(band: Image, fine: float) -> None:
    """Write the stamp's text along a band; the letters' heads are where the columns are high."""
    pitch = len(band) / len(_STAMP_TEXT)
    head_mm, foot_mm = _LETTERS_MM
    for index, letter in enumerate(_STAMP_TEXT):
        for stroke in _LETTERS[letter]:
            x, y = np.array(stroke, np.float64).T
            distance = (head_mm + (foot_mm - head_mm) * y / 3) * fine
            along = (index + 0.5 + 0.33 * (x - 1)) * pitch
            points = np.rint(np.column_stack([distance, along])).astype(np.int32)
            cv2.polylines(band, [points], False, (255,), max(round(0.45 * fine), 1), cv2.LINE_AA)


def _star(middle_px: tuple[float, float], radius_px: float, turn: float) -> npt.NDArray[np.int32]:
    angles = 2 * np.pi * (np.arange(10) / 10 + turn - 0.25)
    radii = radius_px * np.where(np.arange(10) % 2 == 0, 1.0, 0.4)
    points = np.column_stack([np.cos(angles), np.sin(angles)]) * radii[:, np.newaxis] + middle_px
    return np.rint(points).astype(np.int32)


def _stamp_ink(patch: _Patch, rng: np.random.Generator) -> _Field:
    """How much ink reaches the paper: less on the side that was pressed less, in patches, and in the paper's grain."""
    right_mm, _ = patch.turned(float(rng.uniform(0, 2 * np.pi)))
    pressure = 1 - float(rng.uniform(0.1, 0.7)) * np.clip(right_mm / _STAMP_RADIUS_MM, 0, 1)
    ink = pressure * (0.8 + 0.15 * _cloud(patch.shape, 9, rng) - 0.18 * np.abs(_cloud(patch.shape, 120, rng)))
    return np.asarray(np.clip(ink, 0, 1), np.float32)


def _outline_mm(patch: _Patch, radius_mm: float, unevenness: float, rng: np.random.Generator) -> tuple[_Field, _Field]:
    """Return how deep every pixel is inside a wavy circle, mm, and in which direction it lies, rad."""
    direction = np.arctan2(patch.y_mm, patch.x_mm) + np.float32(np.pi)
    turns = np.linspace(0, 2 * np.pi, 2048)
    waves = np.arange(2, 12)
    sizes, phases = rng.normal(0.0, unevenness / waves), rng.uniform(0, 2 * np.pi, waves.size)
    edge_mm = radius_mm * np.clip(1 + (sizes * np.cos(np.outer(turns, waves) + phases)).sum(axis=1), 0.5, 1.45)
    by_pixel_mm = edge_mm.astype(np.float32)[(direction * (turns.size - 1) / (2 * np.pi)).astype(np.int32)]
    return by_pixel_mm - patch.distance_mm(), direction


def _blotch(patch: _Patch, radius_mm: float, rng: np.random.Generator) -> _Field:
    """Density of a dried puddle: dark where it dried last, at the edge."""
    depth_mm, direction = _outline_mm(patch, radius_mm, 0.18, rng)
    edge = float(rng.uniform(0.2, 0.5)) * (1 + 0.4 * np.sin(direction * int(rng.integers(1, 4)) + rng.uniform(0, 6)))
    film = float(rng.uniform(0.06, 0.18)) * (1 + 0.25 * _cloud(patch.shape, 7, rng))
    return patch.inside(depth_mm) * np.clip(film + edge * _fading(depth_mm, 0.35) + 0.1 * _fading(depth_mm, 3), 0, 1)


def _cup_ring(patch: _Patch, radius_mm: float, rng: np.random.Generator) -> _Field:
    """Density of what the wet foot of a cup leaves: a band with two darker edges, fainter or missing on one side."""
    depth_mm, direction = _outline_mm(patch, radius_mm, 0.02, rng)
    wet = 0.55 + 0.45 * np.sin(direction + rng.uniform(0, 6)) + 0.15 * np.sin(3 * direction + rng.uniform(0, 6))
    band_mm = float(rng.uniform(0.7, 1.8)) * (0.4 + 0.6 * wet) - np.abs(depth_mm)
    film = 0.12 + 0.35 * _fading(band_mm, 0.25)
    uneven = 1 + 0.25 * _cloud(patch.shape, 12, rng)
    return patch.inside(band_mm) * np.clip(film * uneven * (0.3 + 0.7 * wet), 0, 1)


_FOLD_REACH_MM = 2.0


def _fold_ends_mm(size_mm: FloatArray, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Choose where a fold meets two edges of the page, (x, y): near a half or a third, or across a corner."""
    if happens(0.3, rng):
        x_mm, y_mm = rng.uniform(20, 90, 2)
        ends = np.array([(x_mm, 0.0), (0.0, y_mm)])
        far = rng.random(2) < 0.5
        ends = np.where(far, size_mm - ends, ends)
        return ends[0], ends[1]
    axis = 1 if happens(0.65, rng) else 0  # sheets are folded across more often than along
    at_mm = size_mm[axis] * float(rng.choice((1 / 3, 1 / 2, 2 / 3))) + rng.normal(0.0, 3.0) + rng.normal(0.0, 0.7, 2)
    start_mm, end_mm = np.zeros(2), size_mm.copy()
    start_mm[axis], end_mm[axis] = at_mm
    return start_mm, end_mm


def _fold(page: Image, start_mm: FloatArray, end_mm: FloatArray, rng: np.random.Generator) -> None:
    """Draw one fold, on the pixels near it only: ink rubbed off, and one flank in the shade."""
    direction = (end_mm - start_mm) / np.hypot(*(end_mm - start_mm))
    patch = _patch(page, (start_mm + end_mm) / 2, np.abs(end_mm - start_mm) / 2 + _FOLD_REACH_MM)
    along_mm, across_mm = patch.turned(float(np.arctan2(direction[1], direction[0])))
    near = np.nonzero(np.abs(across_mm) < _FOLD_REACH_MM)
    along_mm = along_mm[near]
    across_mm = across_mm[near] + _wander(along_mm, {12.0: 0.1, 2.0: 0.04}, rng)

    width_mm, side = float(rng.uniform(0.2, 0.5)), 1 if happens(0.5, rng) else -1
    shaded = _ridge(across_mm - side * width_mm / 2, 0.35 * width_mm, patch.px_per_mm)
    shaded *= float(rng.uniform(0.15, 0.5)) * np.clip(1 + _wander(along_mm, {20.0: 0.3, 1.5: 0.2}, rng), 0, 1.6)
    rubbed = _ridge(across_mm, 0.7 * width_mm, patch.px_per_mm)
    rubbed *= np.clip(0.75 + _wander(along_mm, {6.0: 0.2, 0.8: 0.2}, rng), 0, 0.95)
    kept, light = 1 - rubbed, 1 - shaded
    if page.ndim == 3:
        kept, light = kept[:, np.newaxis], light[:, np.newaxis]
    patch.pixels[near] = np.rint((255 - (255 - patch.pixels[near]) * kept) * light)


def _ridge(distance_mm: _Field, spread_mm: float, scale: float) -> _Field:
    """Return a bell curve of height 1.0, lower and wider where pixels are too coarse to show it."""
    shown_mm = float(np.hypot(spread_mm, 0.5 / scale))
    return np.asarray(spread_mm / shown_mm * np.exp(-((distance_mm / shown_mm) ** 2)), np.float32)


_STAPLE_HALF_MM = np.array([6.0, 0.25])


def _staple_wire(patch: _Patch, angle: float, rng: np.random.Generator) -> None:
    """Draw the back of a staple: round wire, so bright along its middle, and its shadow."""
    along_mm, across_mm = patch.turned(angle)
    depth_mm = _depth_in_box(along_mm, across_mm, _STAPLE_HALF_MM)
    patch.absorb(0.45 * _fading(-_depth_in_box(along_mm - 0.1, across_mm - 0.2, _STAPLE_HALF_MM), 0.2), _BLACK)
    shine = _ridge(across_mm + float(rng.uniform(0.0, 0.1)), 0.1, patch.px_per_mm)
    bend = 1 - 0.45 * _fading(_STAPLE_HALF_MM[0] - np.abs(along_mm), 0.4)  # it turns down into the paper
    patch.cover(patch.inside(depth_mm), _STEEL, light=(0.75 + 1.3 * shine) * bend)


def _staple_trace(patch: _Patch, angle: float, rng: np.random.Generator) -> None:
    """Draw what a pulled staple leaves: two torn holes and a groove between them."""
    along_mm, across_mm = patch.turned(angle)
    groove = patch.inside(_depth_in_box(along_mm, across_mm, _STAPLE_HALF_MM))
    patch.absorb(0.15 * groove * _ridge(across_mm - 0.1, 0.15, patch.px_per_mm), _BLACK)
    for end_mm in (-_STAPLE_HALF_MM[0], _STAPLE_HALF_MM[0]):
        half_mm, grey = rng.uniform(0.25, 0.5, 2).astype(np.float32), float(rng.uniform(30, 150))
        from_middle = np.hypot((along_mm - np.float32(end_mm)) / half_mm[0], across_mm / half_mm[1])
        patch.cover(patch.inside((1 - from_middle) * half_mm.min()), (grey, grey, grey))
