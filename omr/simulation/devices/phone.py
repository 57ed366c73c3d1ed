"""A page photographed by phone on a desk: curled paper, a camera held askew, whatever light there is.

1. The paper bends along one direction without stretching (``bent_sheet``): sheet -> room.
2. A pinhole camera looks at it (``camera``): room -> photo. Together the two are the truth about every point.
3. Both are inverted exactly at the nodes of a coarse grid on the photo and interpolated between them, which tells what
   each pixel sees of the sheet. Around the sheet lies the desk, seen by the same camera.
4. Light falls on all of it, then the lens blurs, then the sensor adds noise.

Frames: **sheet** is pixels of the given image; **room** is mm, (N, 3): x right and y down on the desk from the middle
of the page, and the height above the desk; **photo** is pixels of the photo. Pixel (0, 0) has its centre at (0.0, 0.0).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2
from omr.simulation import effects
from omr.simulation.chance import Range, pick
from omr.simulation.devices.bent_sheet import BentSheet, bend_sheet
from omr.simulation.devices.camera import Camera, camera_axes
from omr.simulation.devices.desk import BLACK_LAMINATE, BROWN_WOOD, GREY_LAMINATE, PALE_WOOD, Desk, desk_seen
from omr.simulation.devices.light import in_light, light_grid, photographer_shadow, tint
from omr.simulation.devices.placement import FloatArray
from omr.simulation.effects import Image

MapArray = npt.NDArray[np.float32]

_FOCAL = 0.75  # focal length as a share of the photo's long side: a phone's main lens, 26 mm on 35 mm film
_NODE_PX = 16  # spacing of the grid on which the view is inverted: 0.06 px off between nodes, 0.2 px at the steepest
_SPARE_DETAIL = 1.2  # pixels of the sheet kept per pixel of the photo: fewer would blur it, many more would alias


@dataclass(frozen=True, slots=True)
class PhoneConditions:
    """How hurriedly pages are photographed; every range is drawn from anew for every photo.

    Attributes:
        tilt_deg: How far the camera leans about each of two axes, either way; 0 = looks straight down. Up to 25.
        roll_deg: Clockwise turn of the page in the photo, besides the quarter turns.
        turns: Shares of the clockwise turns, degrees, that would make the photos upright.
        fill: Share of the photo's height or width, whichever is fuller, that the page takes.
        aim: Where the page lies in the room left to it: 0 = left or top, 0.5 = middle, 1 = right or bottom.
        curl_mm: How high the paper rises from the desk at an edge, at a corner or in its middle. Up to 12.
        desks: Shares of what the page lies on.
        shadow: Share of the light that the photographer's own shadow takes where it is darkest.
        gradient: Share of the light lost from the lit side of the photo to the other.
        vignette: Share of the light lost in the corners of the photo.
        warmth: Colour cast: the share of blue missing under warm light, of red under cool light (negative).
        white_level: Grey level of white paper in full light.
        haze: Grey level of black: stray light in the lens.
        defocus_mm: Standard deviation of the lens blur, mm on the page.
        motion_mm: How far the phone moved during the exposure, mm on the page.
        noise: Standard deviation of the sensor noise, grey levels.
        long_side_px: Size of the photo.
        aspects: Shares of long side / short side; the long side runs along the page's.
    """

    tilt_deg: Range = field(default=Range(0.0, 14.0))
    roll_deg: Range = field(default=Range(-6.0, 6.0))
    turns: tuple[tuple[int, float], ...] = ((0, 0.8), (90, 0.09), (180, 0.02), (270, 0.09))
    fill: Range = field(default=Range(0.74, 0.97))
    aim: Range = field(default=Range(0.2, 0.8))
    curl_mm: Range = field(default=Range(0.0, 10.0))
    desks: tuple[tuple[Desk, float], ...] = (
        (BROWN_WOOD, 0.35),
        (PALE_WOOD, 0.25),
        (BLACK_LAMINATE, 0.2),
        (GREY_LAMINATE, 0.2),
    )
    shadow: Range = field(default=Range(0.0, 0.4))
    gradient: Range = field(default=Range(0.02, 0.25))
    vignette: Range = field(default=Range(0.02, 0.15))
    warmth: Range = field(default=Range(-0.1, 0.2))
    white_level: Range = field(default=Range(200.0, 252.0))
    haze: Range = field(default=Range(8.0, 45.0))
    defocus_mm: Range = field(default=Range(0.02, 0.14))
    motion_mm: Range = field(default=Range(0.0, 0.2))
    noise: Range = field(default=Range(1.5, 6.0))
    long_side_px: Range = field(default=Range(2000.0, 4200.0))
    aspects: tuple[tuple[float, float], ...] = ((4 / 3, 0.85), (16 / 9, 0.15))


PHONE = PhoneConditions()
"""Photos taken in a hurry at a counter, with phones of the last ten years."""


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photographed page.

    Attributes:
        image: (H, W) or (H, W, 3) uint8, RGB order.
        turned_deg: Clockwise quarter turn that makes it upright, but for the roll.
        sheet_to_photo: Maps points of the sheet, (N, 2) px, to pixels of ``image``, curl included.
    """

    image: Image
    turned_deg: int
    sheet_to_photo: Callable[[FloatArray], FloatArray]


def photograph(sheet_image: Image, conditions: PhoneConditions, rng: np.random.Generator) -> Photo:
    """Photograph a sheet on a desk.

    Args:
        sheet_image: One whole A4 page, (H, W) or (H, W, 3) uint8, RGB order.
        conditions: Paper, desk, light and camera.
        rng: The page's stream.

    Returns:
        The page as the phone delivers it, in colour if ``sheet_image`` is.
    """
    turned_deg = int(pick(dict(conditions.turns), rng))
    paper = bend_sheet(sheet_image, conditions.curl_mm.draw(rng), rng)
    shape = _photo_shape(conditions, turned_deg, rng)
    camera = _aimed(paper, shape, turned_deg, conditions, rng)

    def sheet_to_photo(points_px: FloatArray) -> FloatArray:
        return camera.to_photo(paper.to_room(points_px))

    outline_px = sheet_to_photo(paper.outline())
    desk = desk_seen(camera, shape, outline_px, pick(dict(conditions.desks), rng), rng)
    sheet = _shaded(_thinned(sheet_image, paper, camera), paper, rng)
    photo = _laid_on(desk, sheet, _view(sheet, paper, camera, shape))
    photo = _lit(photo, conditions, rng)
    photo = effects.fade_black(photo, conditions.haze.draw(rng), rng)
    photo = _blurred(photo, camera.px_per_mm, conditions, rng)
    return Photo(effects.add_noise(photo, conditions.noise.draw(rng), rng), turned_deg, sheet_to_photo)


def _photo_shape(conditions: PhoneConditions, turned_deg: int, rng: np.random.Generator) -> tuple[int, int]:
    """Return height and width of the photo, px."""
    long_side_px = conditions.long_side_px.draw(rng)
    short_side_px = long_side_px / pick(dict(conditions.aspects), rng)
    height, width = round(long_side_px), round(short_side_px)
    return (width, height) if turned_deg % 180 else (height, width)


def _aimed(
    paper: BentSheet, shape: tuple[int, int], turned_deg: int, conditions: PhoneConditions, rng: np.random.Generator
) -> Camera:
    """Hold the camera so that the page fills the photo as it should."""
    tilt_x_deg, tilt_y_deg = (rng.choice([-1.0, 1.0]) * conditions.tilt_deg.draw(rng) for _ in range(2))
    axes = camera_axes(tilt_x_deg, tilt_y_deg, conditions.roll_deg.draw(rng) - turned_deg)
    fill = conditions.fill.draw(rng)
    aim = np.array([conditions.aim.draw(rng), conditions.aim.draw(rng)])
    edge = paper.to_room(paper.outline())
    size_px = np.array(shape[::-1], dtype=np.float64)
    focal_px = _FOCAL * max(shape)
    distance_mm = 1000.0
    for _ in range(
        25
    ):  # going nearer enlarges a little more than in proportion, so each step leaves under half the error
        seen = Camera(axes, distance_mm, focal_px, np.zeros(2)).to_photo(edge)
        distance_mm *= float((np.ptp(seen, axis=0) / size_px).max()) / fill
    room_left = size_px - np.ptp(seen, axis=0)
    return Camera(axes, distance_mm, focal_px, aim * room_left - 0.5 - seen.min(axis=0))


def _thinned(image: Image, paper: BentSheet, camera: Camera) -> Image:
    """Return the sheet with no more pixels than the photo can show; its pixel edges stay aligned."""
    spare = effects.px_per_mm(image) / (camera.px_per_mm * _SPARE_DETAIL)
    if spare < 1.1:
        return image
    size_px = np.rint(paper.size_px / spare).astype(int).tolist()
    return np.asarray(cv2.resize(image, size_px, interpolation=cv2.INTER_AREA), np.uint8)


def _shaded(image: Image, paper: BentSheet, rng: np.random.Generator) -> Image:
    """Return the sheet with its slopes towards the lamp lighter than those away from it."""
    lean = rng.uniform(-0.8, 0.8)  # of the lamp's light along the bend, as a tangent
    down, across = np.mgrid[0:1:48j, 0:1:48j]
    points_px = np.column_stack([across.ravel(), down.ravel()]) * paper.size_px
    light = 1 + lean * paper.slopes(points_px).reshape(down.shape)
    return in_light(image, light / light.max() * 255)


def _view(image: Image, paper: BentSheet, camera: Camera, shape: tuple[int, int]) -> MapArray:
    """Return what each pixel of the photo sees: places in the sheet's image, (H, W, 2) px, beyond its edges too."""
    # One row of nodes more on each side, because resize aligns pixel edges: node j lies at (j + 0.5) spacings - 0.5.
    rows, columns = (np.arange(-1.0, -(-side // _NODE_PX) + 1) for side in shape)
    nodes_px: FloatArray = (np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2) + 0.5) * _NODE_PX - 0.5
    scale = np.array(image.shape[1::-1]) / paper.size_px
    sheet_px = (paper.seen_along(*camera.rays(nodes_px)) + 0.5) * scale - 0.5

    coarse = sheet_px.reshape(len(rows), len(columns), 2).astype(np.float32)
    fine = cv2.resize(coarse, (len(columns) * _NODE_PX, len(rows) * _NODE_PX), interpolation=cv2.INTER_LINEAR)
    return np.asarray(fine[_NODE_PX : _NODE_PX + shape[0], _NODE_PX : _NODE_PX + shape[1]], np.float32)


def _laid_on(desk: Image, sheet: Image, view: MapArray) -> Image:
    """Return the sheet as seen by ``view``, and ``desk`` around it."""
    if sheet.ndim == 2:
        desk = np.asarray(cv2.cvtColor(desk, cv2.COLOR_RGB2GRAY), np.uint8)
    seen = cv2.remap(sheet, view, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    opaque = np.full(sheet.shape[:2], 255, np.uint8)
    cover = cv2.remap(opaque, view, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(0,))
    share = cover.astype(np.float32) / 255
    return np.asarray(cv2.blendLinear(seen, desk, share, 1 - share), np.uint8)


def _lit(photo: Image, conditions: PhoneConditions, rng: np.random.Generator) -> Image:
    """Let light fall on the scene: uneven, tinted, with the photographer in its way."""
    shape = light_grid(photo.shape)
    light = conditions.white_level.draw(rng) * _falling_off(shape, conditions, rng)
    light *= 1 - conditions.shadow.draw(rng) * photographer_shadow(shape, rng)
    colour = tint(conditions.warmth.draw(rng))
    coloured = light[..., None] * colour if photo.ndim == 3 else light
    return in_light(photo, coloured)


def _falling_off(shape: tuple[int, int], conditions: PhoneConditions, rng: np.random.Generator) -> FloatArray:
    """Return the share of the light, (H, W), that a lamp on one side and the lens leave."""
    down, across = np.meshgrid(np.linspace(-1, 1, shape[0]), np.linspace(-1, 1, shape[1]), indexing="ij")
    angle = rng.uniform(0.0, 2 * np.pi)
    away = across * np.cos(angle) + down * np.sin(angle)
    lamp = 1 - conditions.gradient.draw(rng) * (away - away.min()) / np.ptp(away)
    return np.asarray(lamp * (1 - conditions.vignette.draw(rng) * (across**2 + down**2) / 2))


def _blurred(photo: Image, px_per_mm: float, conditions: PhoneConditions, rng: np.random.Generator) -> Image:
    """Blur by the lens and by the hand."""
    defocus_px = conditions.defocus_mm.draw(rng) * px_per_mm
    photo = effects.soften(photo, defocus_px / effects.px_per_mm(photo), rng)
    kernel = _motion_kernel(conditions.motion_mm.draw(rng) * px_per_mm, rng.uniform(0.0, np.pi))
    return np.asarray(cv2.filter2D(photo, -1, kernel), np.uint8) if kernel.size > 1 else photo


def _motion_kernel(length_px: float, angle: float) -> FloatArray:
    """Return the weights of a straight movement, (K, K) with odd K, sum 1."""
    reach = int(np.ceil(length_px / 2))
    down, across = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    beside = np.abs(down * np.cos(angle) - across * np.sin(angle))
    along = np.abs(across * np.cos(angle) + down * np.sin(angle))
    weights = np.clip(1 - beside, 0.0, 1.0) * np.clip((length_px + 1) / 2 - along, 0.0, 1.0)
    return np.asarray(weights / weights.sum())
