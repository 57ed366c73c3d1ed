"""What happens to a sheet of paper in an office: stamped, stained, folded, torn, punched, stapled, stuck over.

Effects as in ``effects``, for a filled sheet that is about to be scanned. Each is drawn in mm on the part of the page
it reaches, so that the same draws give the same damage at any resolution, on grey and on colour pages. Where
``strength`` is a number of things, a part of one counts as one.
"""

import numpy as np

from omr.opencv import cv2
from omr.simulation.chance import Range, happens
from omr.simulation.effects import Image, px_per_mm
from omr.simulation.paper_patch import (
    Field,
    FloatArray,
    Patch,
    Rgb,
    cloud,
    depth_in_box,
    distances_to_cut,
    fading,
    patch_around,
    ridge,
    size_mm_of,
    wander,
)
from omr.simulation.stamp_print import STAMP_RADIUS_MM, stamp_ink, stamp_print

_DIFFUSE_PX_PER_MM = 6.0  # finer than paper lets print shine through
_WHITE: Rgb = (255.0, 255.0, 255.0)
_BLACK: Rgb = (0.0, 0.0, 0.0)
_BLANK_BACK: Rgb = (247.0, 247.0, 245.0)
_STAMP_RED: Rgb = (206.0, 32.0, 48.0)
_COFFEE: Rgb = (140.0, 92.0, 48.0)
_NOTE_YELLOW: Rgb = (255.0, 243.0, 158.0)
_NOTE_WHITE: Rgb = (253.0, 253.0, 251.0)
_STEEL: Rgb = (116.0, 118.0, 122.0)


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
    width_mm, height_mm = size_mm_of(image)
    for _ in range(_count(strength)):
        reach_mm = STAMP_RADIUS_MM + 0.5
        middle_mm = rng.uniform((reach_mm, height_mm / 3 + reach_mm), (width_mm - reach_mm, height_mm - reach_mm))
        patch = patch_around(stamped, middle_mm, (reach_mm, reach_mm))
        patch.absorb(stamp_print(patch.shape, patch.px_per_mm, rng) * stamp_ink(patch, rng), _STAMP_RED)
    return stamped


def stain(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Leave ``strength`` (mostly 1-2) pale stains of coffee or tea, 20-60 mm wide: the ring of a cup, or a blotch."""
    stained = image.copy()
    for _ in range(_count(strength)):
        middle_mm, radius_mm = rng.random(2) * size_mm_of(image), float(rng.uniform(10, 30))
        reach_mm = 1.5 * radius_mm + 3
        patch = patch_around(stained, middle_mm, (reach_mm, reach_mm))
        density = _cup_ring(patch, radius_mm, rng) if happens(0.5, rng) else _blotch(patch, radius_mm, rng)
        patch.absorb(density, _COFFEE)
    return stained


def crease(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Fold the sheet ``strength`` (mostly 1-3) times and open it: thin lines right across, where ink is rubbed off."""
    creased = image.copy()
    for _ in range(_count(strength)):
        start_mm, end_mm = _fold_ends_mm(size_mm_of(image), rng)
        _fold(creased, start_mm, end_mm, rng)
    return creased


def tear_corner(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Tear a corner off: its sides were ``strength`` mm long (mostly 10-45); the scanner's lid is seen instead."""
    if strength <= 0:
        return image
    torn = image.copy()
    legs_mm = strength * rng.uniform(0.9, 1.1, 2)
    lid, fibre_mm = _beyond_paper(rng), float(rng.uniform(0.3, 0.7))
    patch = patch_around(_from_a_corner(torn, rng), np.zeros(2), legs_mm + 4)
    line_mm, along_mm, _ = distances_to_cut(patch, legs_mm)
    depth_mm = line_mm + wander(along_mm, {9.0: 0.9, 2.5: 0.35, 0.5: 0.12}, rng)
    fibres_mm = fibre_mm * np.abs(1 + wander(along_mm, {1.2: 0.6, 0.4: 0.4}, rng))
    patch.cover(patch.inside(depth_mm) * patch.inside(fibres_mm - depth_mm), _BLANK_BACK)
    patch.cover(patch.inside(-depth_mm), lid, light=1 - 0.3 * fading(-depth_mm, 0.5))
    return torn


def dog_ear(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Fold a corner over for good: its sides are ``strength`` mm long (mostly 8-40), its blank back covers the page."""
    if strength <= 0:
        return image
    folded = image.copy()
    legs_mm = strength * rng.uniform(0.9, 1.1, 2)
    patch = patch_around(_from_a_corner(folded, rng), np.zeros(2), 1.25 * legs_mm + 5)
    line_mm, _, normal = distances_to_cut(patch, legs_mm)
    # A place is under the flap if, folded back over the line, it lies on the page.
    flap_mm = np.minimum(patch.x_mm - 2 * line_mm * normal[0], patch.y_mm - 2 * line_mm * normal[1])
    patch.absorb(float(rng.uniform(0.2, 0.4)) * fading(-flap_mm, 0.6), _BLACK)
    patch.cover(patch.inside(flap_mm), _BLANK_BACK, light=1 - 0.13 * fading(line_mm, 1.2))
    patch.cover(patch.inside(-line_mm), _WHITE)
    return folded


def punch_holes(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Punch ``strength`` (2 or 4) holes of about 6 mm for filing, 80 mm apart, 12 mm from the left edge (ISO 838)."""
    punched = image.copy()
    count = _count(strength)
    first_mm = np.array([12.0, size_mm_of(image)[1] / 2 - 40.0 * (count - 1)]) + rng.normal(0.0, (0.6, 1.0), 2)
    radius_mm, lid = float(rng.uniform(2.75, 3.25)), _beyond_paper(rng)
    for index in range(count):
        middle_mm = first_mm + np.array([0.0, 80.0 * index]) + rng.normal(0.0, 0.1, 2)
        patch = patch_around(punched, middle_mm, (4.0, 4.0))
        depth_mm = radius_mm - patch.distance_mm()
        lit_mm = radius_mm - patch.distance_mm(0.15, 0.2)  # the light comes from the upper left
        patch.cover(patch.inside(depth_mm), lid, light=1 - 0.3 * fading(lit_mm, 0.25))
    return punched


def staple(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Leave ``strength`` (mostly 1-2) staples of 12 mm, or the holes of pulled ones, 10-25 mm from a top corner."""
    stapled = image.copy()
    for _ in range(_count(strength)):
        from_edges_mm, angle = rng.uniform(10, 25, 2), float(rng.uniform(0, np.pi))
        side = 1 if happens(0.75, rng) else -1  # most people bind at the left
        draw = _staple_trace if happens(0.3, rng) else _staple_wire
        draw(patch_around(stapled[:, ::side], from_edges_mm, (8.0, 8.0)), angle, rng)
    return stapled


def cover_with_note(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Leave a sticky note or a slip of paper, ``strength`` mm wide (mostly 25-70), lying on the page."""
    if strength <= 0:
        return image
    covered = image.copy()
    half_mm = strength / 2 * np.array([1.0, rng.uniform(0.75, 1.0)])
    reach_mm = float(np.hypot(*half_mm)) + 1
    middle_mm = rng.uniform(reach_mm, size_mm_of(image) - reach_mm)
    colour = _NOTE_YELLOW if happens(0.7, rng) else _NOTE_WHITE
    patch = patch_around(covered, middle_mm, (reach_mm + 4, reach_mm + 4))
    right_mm, down_mm = patch.turned(float(np.clip(rng.normal(0.0, 0.08), -0.2, 0.2)))
    patch.absorb(0.3 * fading(-depth_in_box(right_mm - 0.4, down_mm - 0.5, half_mm), 0.8), _BLACK)
    curl = 1 - 0.06 * np.clip(0.5 + down_mm / float(2 * half_mm[1]), 0, 1) ** 2  # it sticks at its upper edge only
    patch.cover(patch.inside(depth_in_box(right_mm, down_mm, half_mm)), colour, light=curl)
    return covered


def _count(strength: float) -> int:
    """Return how many things ``strength`` stands for."""
    return int(np.ceil(strength))


def _from_a_corner(page: Image, rng: np.random.Generator) -> Image:
    """Return a view of ``page``, mirrored so that a corner chosen by chance is at the upper left."""
    down, right = rng.choice((1, -1), 2).tolist()
    return page[::down, ::right]


def _beyond_paper(rng: np.random.Generator) -> Rgb:
    """Return what a scanner sees where there is no paper: a white lid, or a dark one."""
    dark = Range(20, 60).draw(rng)
    return (dark, dark, dark) if happens(0.4, rng) else _WHITE


def _outline_mm(patch: Patch, radius_mm: float, unevenness: float, rng: np.random.Generator) -> tuple[Field, Field]:
    """Return how deep every pixel is inside a wavy circle, mm, and in which direction it lies, rad."""
    direction = np.arctan2(patch.y_mm, patch.x_mm) + np.float32(np.pi)
    turns = np.linspace(0, 2 * np.pi, 2048)
    waves = np.arange(2, 12)
    sizes, phases = rng.normal(0.0, unevenness / waves), rng.uniform(0, 2 * np.pi, waves.size)
    edge_mm = radius_mm * np.clip(1 + (sizes * np.cos(np.outer(turns, waves) + phases)).sum(axis=1), 0.5, 1.45)
    by_pixel_mm = edge_mm.astype(np.float32)[(direction * (turns.size - 1) / (2 * np.pi)).astype(np.int32)]
    return by_pixel_mm - patch.distance_mm(), direction


def _blotch(patch: Patch, radius_mm: float, rng: np.random.Generator) -> Field:
    """Return the density of a dried puddle: dark where it dried last, at the edge."""
    depth_mm, direction = _outline_mm(patch, radius_mm, 0.18, rng)
    edge = float(rng.uniform(0.2, 0.5)) * (1 + 0.4 * np.sin(direction * int(rng.integers(1, 4)) + rng.uniform(0, 6)))
    film = float(rng.uniform(0.06, 0.18)) * (1 + 0.25 * cloud(patch.shape, 7, rng))
    return patch.inside(depth_mm) * np.clip(film + edge * fading(depth_mm, 0.35) + 0.1 * fading(depth_mm, 3), 0, 1)


def _cup_ring(patch: Patch, radius_mm: float, rng: np.random.Generator) -> Field:
    """Return the density of a cup's wet foot: a band with two darker edges, fainter or missing on one side."""
    depth_mm, direction = _outline_mm(patch, radius_mm, 0.02, rng)
    wet = 0.55 + 0.45 * np.sin(direction + rng.uniform(0, 6)) + 0.15 * np.sin(3 * direction + rng.uniform(0, 6))
    band_mm = float(rng.uniform(0.7, 1.8)) * (0.4 + 0.6 * wet) - np.abs(depth_mm)
    film = 0.12 + 0.35 * fading(band_mm, 0.25)
    uneven = 1 + 0.25 * cloud(patch.shape, 12, rng)
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
    patch = patch_around(page, (start_mm + end_mm) / 2, np.abs(end_mm - start_mm) / 2 + _FOLD_REACH_MM)
    along_mm, across_mm = patch.turned(float(np.arctan2(direction[1], direction[0])))
    near = np.nonzero(np.abs(across_mm) < _FOLD_REACH_MM)
    along_mm = along_mm[near]
    across_mm = across_mm[near] + wander(along_mm, {12.0: 0.1, 2.0: 0.04}, rng)

    width_mm, side = float(rng.uniform(0.2, 0.5)), 1 if happens(0.5, rng) else -1
    shaded = ridge(across_mm - side * width_mm / 2, 0.35 * width_mm, patch.px_per_mm)
    shaded *= float(rng.uniform(0.15, 0.5)) * np.clip(1 + wander(along_mm, {20.0: 0.3, 1.5: 0.2}, rng), 0, 1.6)
    rubbed = ridge(across_mm, 0.7 * width_mm, patch.px_per_mm)
    rubbed *= np.clip(0.75 + wander(along_mm, {6.0: 0.2, 0.8: 0.2}, rng), 0, 0.95)
    kept, light = 1 - rubbed, 1 - shaded
    if page.ndim == 3:
        kept, light = kept[:, np.newaxis], light[:, np.newaxis]
    patch.pixels[near] = np.rint((255 - (255 - patch.pixels[near]) * kept) * light)


_STAPLE_HALF_MM = np.array([6.0, 0.25])


def _staple_wire(patch: Patch, angle: float, rng: np.random.Generator) -> None:
    """Draw the back of a staple: round wire, so bright along its middle, and its shadow."""
    along_mm, across_mm = patch.turned(angle)
    depth_mm = depth_in_box(along_mm, across_mm, _STAPLE_HALF_MM)
    patch.absorb(0.45 * fading(-depth_in_box(along_mm - 0.1, across_mm - 0.2, _STAPLE_HALF_MM), 0.2), _BLACK)
    shine = ridge(across_mm + float(rng.uniform(0.0, 0.1)), 0.1, patch.px_per_mm)
    bend = 1 - 0.45 * fading(_STAPLE_HALF_MM[0] - np.abs(along_mm), 0.4)  # it turns down into the paper
    patch.cover(patch.inside(depth_mm), _STEEL, light=(0.75 + 1.3 * shine) * bend)


def _staple_trace(patch: Patch, angle: float, rng: np.random.Generator) -> None:
    """Draw what a pulled staple leaves: two torn holes and a groove between them."""
    along_mm, across_mm = patch.turned(angle)
    groove = patch.inside(depth_in_box(along_mm, across_mm, _STAPLE_HALF_MM))
    patch.absorb(0.15 * groove * ridge(across_mm - 0.1, 0.15, patch.px_per_mm), _BLACK)
    for end_mm in (-_STAPLE_HALF_MM[0], _STAPLE_HALF_MM[0]):
        half_mm, grey = rng.uniform(0.25, 0.5, 2).astype(np.float32), float(rng.uniform(30, 150))
        from_middle = np.hypot((along_mm - np.float32(end_mm)) / half_mm[0], across_mm / half_mm[1])
        patch.cover(patch.inside((1 - from_middle) * half_mm.min()), (grey, grey, grey))
