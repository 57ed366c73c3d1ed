"""A page photographed by phone on a desk: curled paper, a camera held askew, whatever light there is.

1. The paper bends along one direction without stretching (``_Paper``): sheet -> room.
2. A pinhole camera looks at it (``_Camera``): room -> photo. Together the two are the truth about every point.
3. Both are inverted exactly at the nodes of a coarse grid on the photo and interpolated between them, which tells what
   each pixel sees of the sheet. Around the sheet lies the desk, seen by the same camera.
4. Light falls on all of it, then the lens blurs, then the sensor adds noise.

Frames: **sheet** is pixels of the given image; **room** is mm, (N, 3): x right and y down on the desk from the middle
of the page, and the height above the desk; **photo** is pixels of the photo. Pixel (0, 0) has its centre at (0.0, 0.0).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2
from omr.simulation.chance import Range, happens, pick
from omr.simulation.devices import effects
from omr.simulation.devices.effects import Image
from omr.simulation.devices.placement import FloatArray

RGB = tuple[int, int, int]
MapArray = npt.NDArray[np.float32]

_FOCAL = 0.75  # focal length as a share of the photo's long side: a phone's main lens, 26 mm on 35 mm film
_NODE_PX = 16  # spacing of the grid on which the view is inverted: 0.06 px off between nodes, 0.2 px at the steepest
_LIGHT_PX = 16  # spacing of the grid on which light is drawn: nothing in it is sharp
_SPARE_DETAIL = 1.2  # pixels of the sheet kept per pixel of the photo: fewer would blur it, many more would alias
_PENUMBRA_MM = 5.0  # softness of the paper's shadow on the desk
_TEXTURE_PX_PER_MM = 2.0
_TEXTURE_SIDE_PX = 1200


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page lies on.

    Attributes:
        dark: Colour of the darkest part of its texture.
        light: Colour of the lightest part; well below white, so that no desk passes for paper.
        grain_mm: Size of its finest grain, across and along.
    """

    dark: RGB
    light: RGB
    grain_mm: tuple[float, float]


BROWN_WOOD = Desk((92, 58, 34), (164, 114, 72), (1.2, 45.0))
PALE_WOOD = Desk((150, 116, 78), (200, 168, 124), (1.5, 60.0))
BLACK_LAMINATE = Desk((24, 25, 28), (58, 58, 62), (0.7, 0.7))
GREY_LAMINATE = Desk((134, 136, 138), (178, 178, 174), (0.9, 0.9))


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


@dataclass(frozen=True, slots=True, eq=False)
class _Paper:
    """A sheet bent along one direction as a sheet bends, without being stretched anywhere.

    Attributes:
        size_mm: (2,) width and height.
        size_px: (2,) the same in pixels of its image.
        bends_along: (2,) unit vector in which its height changes.
        arc_mm: (K,) ways along the paper in that direction from its middle, ascending, far beyond its edges.
        ground_mm: (K,) how far that is on the desk.
        height_mm: (K,) above the desk.
        slope: (K,) mm of height per mm along the paper.
    """

    size_mm: FloatArray
    size_px: FloatArray
    bends_along: FloatArray
    arc_mm: FloatArray
    ground_mm: FloatArray
    height_mm: FloatArray
    slope: FloatArray

    def to_room(self, points_px: FloatArray) -> FloatArray:
        """Return where points of the sheet, (N, 2) px, are in the room, (N, 3) mm."""
        flat = self._unbent(points_px)
        arc = flat @ self.bends_along
        pulled_in = np.interp(arc, self.arc_mm, self.ground_mm) - arc
        return np.column_stack([flat + np.outer(pulled_in, self.bends_along), self._height(arc)])

    def seen_along(self, at_desk_mm: FloatArray, drift: FloatArray) -> FloatArray:
        """Return the points of the sheet, (N, 2) px, at which rays of sight end.

        Args:
            at_desk_mm: (N, 2) where the rays would meet the desk.
            drift: (N, 2) mm by which they are beside that place per mm above it.
        """
        start, lean = at_desk_mm @ self.bends_along, drift @ self.bends_along
        arc = start
        for _ in range(4):  # Newton; the surface is so even that three steps are exact
            slope = np.interp(arc, self.arc_mm, self.slope)
            ahead = np.interp(arc, self.arc_mm, self.ground_mm) - start - lean * self._height(arc)
            arc = arc - ahead / np.maximum(np.sqrt(1 - slope**2) - lean * slope, 0.1)
            arc = np.clip(arc, self.arc_mm[0], self.arc_mm[-1])
        ground = at_desk_mm + drift * self._height(arc)[:, None]
        flat = ground + np.outer(arc - ground @ self.bends_along, self.bends_along)
        return np.asarray((flat + self.size_mm / 2) * (self.size_px / self.size_mm) - 0.5)

    def slopes(self, points_px: FloatArray) -> FloatArray:
        """Return how steep the paper is at points of the sheet, (N, 2) px; (N,), uphill along the bend positive."""
        return np.asarray(np.interp(self._unbent(points_px) @ self.bends_along, self.arc_mm, self.slope))

    def outline(self) -> FloatArray:
        """Return points along the edge of the sheet, (N, 2) px, clockwise."""
        way = np.linspace(0.0, 1.0, 48, endpoint=False)
        zero, one = np.zeros_like(way), np.ones_like(way)
        across = np.concatenate([way, one, 1 - way, zero])
        down = np.concatenate([zero, way, one, 1 - way])
        return np.column_stack([across, down]) * self.size_px - 0.5

    def _unbent(self, points_px: FloatArray) -> FloatArray:
        """Return points of the sheet, px, as mm from its middle."""
        return np.asarray((points_px + 0.5) * (self.size_mm / self.size_px) - self.size_mm / 2)

    def _height(self, arc: FloatArray) -> FloatArray:
        return np.asarray(np.interp(arc, self.arc_mm, self.height_mm))


@dataclass(frozen=True, slots=True, eq=False)
class _Camera:
    """A pinhole camera above the desk.

    Attributes:
        axes: (3, 3) orthogonal, room directions -> camera directions: right, down, away from the camera.
        distance_mm: From the camera to the middle of the page.
        focal_px: Focal length.
        middle_px: (2,) where in the photo the middle of the page on the desk appears.
    """

    axes: FloatArray
    distance_mm: float
    focal_px: float
    middle_px: FloatArray

    @property
    def px_per_mm(self) -> float:
        """Resolution of the photo in the middle of the page."""
        return self.focal_px / self.distance_mm

    def to_photo(self, room_mm: FloatArray) -> FloatArray:
        """Return where points of the room, (N, 3) mm, appear, (N, 2) px."""
        seen = room_mm @ self.axes.T + (0.0, 0.0, self.distance_mm)
        return np.asarray(seen[:, :2] / seen[:, 2:] * self.focal_px + self.middle_px)

    def rays(self, photo_px: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return where the rays of sight of pixels, (N, 2), meet the desk, and their drift per mm of height, (N, 2)."""
        towards = np.column_stack([(photo_px - self.middle_px) / self.focal_px, np.ones(len(photo_px))]) @ self.axes
        eye = -self.distance_mm * self.axes[2]
        drift = towards[:, :2] / np.minimum(towards[:, 2:], -0.05)  # no ray reaches the horizon
        return eye[:2] - eye[2] * drift, drift

    def desk_to_photo(self) -> FloatArray:
        """Return the (3, 3) homography of the desk, mm -> photo px."""
        lens = np.array([[self.focal_px, 0, self.middle_px[0]], [0, self.focal_px, self.middle_px[1]], [0, 0, 1]])
        return lens @ np.column_stack([self.axes[:, :2], (0.0, 0.0, self.distance_mm)])


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
    paper = _bent(sheet_image, conditions.curl_mm.draw(rng), rng)
    shape = _photo_shape(conditions, turned_deg, rng)
    camera = _aimed(paper, shape, turned_deg, conditions, rng)

    def sheet_to_photo(points_px: FloatArray) -> FloatArray:
        return camera.to_photo(paper.to_room(points_px))

    outline_px = sheet_to_photo(paper.outline())
    desk = _desk_seen(camera, shape, outline_px, pick(dict(conditions.desks), rng), rng)
    sheet = _shaded(_thinned(sheet_image, paper, camera), paper, rng)
    photo = _laid_on(desk, sheet, _view(sheet, paper, camera, shape))
    photo = _lit(photo, conditions, rng)
    photo = effects.fade_black(photo, conditions.haze.draw(rng), rng)
    photo = _blurred(photo, camera.px_per_mm, conditions, rng)
    return Photo(effects.add_noise(photo, conditions.noise.draw(rng), rng), turned_deg, sheet_to_photo)


def _bent(image: Image, curl_mm: float, rng: np.random.Generator) -> _Paper:
    """Bend a sheet: one edge or corner lifts off, or its middle bulges."""
    size_px = np.array(image.shape[1::-1], dtype=np.float64)
    size_mm = size_px / effects.px_per_mm(image)
    angle = rng.uniform(0.0, 2 * np.pi)
    bends_along = np.array([np.cos(angle), np.sin(angle)])
    half_mm = float(np.abs(bends_along) @ size_mm) / 2
    hinge = rng.uniform(-0.6, 0.2)  # where lifting begins: -1 and 1 are the edges
    bulges = happens(0.35, rng)

    arc = np.linspace(-8.0, 8.0, 16001)
    on_paper = np.clip(arc, -1.0, 1.0)
    slope = -2 * on_paper if bulges else 2 * np.maximum(on_paper - hinge, 0.0) / (1 - hinge) ** 2
    slope = slope * curl_mm / half_mm
    arc_mm = arc * half_mm
    height_mm = _integrated(slope, arc_mm)
    height_mm -= np.interp(-half_mm, arc_mm, height_mm)  # the edge from which the paper rises lies on the desk
    ground_mm = _integrated(np.sqrt(1 - slope**2), arc_mm)
    ground_mm -= np.interp(0.0, arc_mm, ground_mm)
    return _Paper(size_mm, size_px, bends_along, arc_mm, ground_mm, height_mm, slope)


def _integrated(values: FloatArray, at: FloatArray) -> FloatArray:
    """Return the running integral of ``values``, 0 at the first."""
    return np.concatenate([[0.0], np.cumsum((values[1:] + values[:-1]) / 2 * np.diff(at))])


def _photo_shape(conditions: PhoneConditions, turned_deg: int, rng: np.random.Generator) -> tuple[int, int]:
    """Return height and width of the photo, px."""
    long_side_px = conditions.long_side_px.draw(rng)
    short_side_px = long_side_px / pick(dict(conditions.aspects), rng)
    height, width = round(long_side_px), round(short_side_px)
    return (width, height) if turned_deg % 180 else (height, width)


def _aimed(
    paper: _Paper, shape: tuple[int, int], turned_deg: int, conditions: PhoneConditions, rng: np.random.Generator
) -> _Camera:
    """Hold the camera so that the page fills the photo as it should."""
    tilt_x_deg, tilt_y_deg = (rng.choice([-1.0, 1.0]) * conditions.tilt_deg.draw(rng) for _ in range(2))
    axes = _axes(tilt_x_deg, tilt_y_deg, conditions.roll_deg.draw(rng) - turned_deg)
    fill = conditions.fill.draw(rng)
    aim = np.array([conditions.aim.draw(rng), conditions.aim.draw(rng)])
    edge = paper.to_room(paper.outline())
    size_px = np.array(shape[::-1], dtype=np.float64)
    focal_px = _FOCAL * max(shape)
    distance_mm = 1000.0
    for _ in range(
        25
    ):  # going nearer enlarges a little more than in proportion, so each step leaves under half the error
        seen = _Camera(axes, distance_mm, focal_px, np.zeros(2)).to_photo(edge)
        distance_mm *= float((np.ptp(seen, axis=0) / size_px).max()) / fill
    room_left = size_px - np.ptp(seen, axis=0)
    return _Camera(axes, distance_mm, focal_px, aim * room_left - 0.5 - seen.min(axis=0))


def _axes(tilt_x_deg: float, tilt_y_deg: float, roll_deg: float) -> FloatArray:
    """Return the room directions -> camera directions of a camera that looks down, rolls, and leans about two axes."""
    x, y, z = np.deg2rad([tilt_x_deg, tilt_y_deg, roll_deg])
    about_x = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_z = np.array([[np.cos(z), -np.sin(z), 0], [np.sin(z), np.cos(z), 0], [0, 0, 1]])
    return np.asarray(about_x @ about_y @ about_z @ np.diag([1.0, 1.0, -1.0]))


def _thinned(image: Image, paper: _Paper, camera: _Camera) -> Image:
    """Return the sheet with no more pixels than the photo can show; its pixel edges stay aligned."""
    spare = effects.px_per_mm(image) / (camera.px_per_mm * _SPARE_DETAIL)
    if spare < 1.1:
        return image
    size_px = np.rint(paper.size_px / spare).astype(int).tolist()
    return np.asarray(cv2.resize(image, size_px, interpolation=cv2.INTER_AREA), np.uint8)


def _shaded(image: Image, paper: _Paper, rng: np.random.Generator) -> Image:
    """Return the sheet with its slopes towards the lamp lighter than those away from it."""
    lean = rng.uniform(-0.8, 0.8)  # of the lamp's light along the bend, as a tangent
    down, across = np.mgrid[0:1:48j, 0:1:48j]
    points_px = np.column_stack([across.ravel(), down.ravel()]) * paper.size_px
    light = 1 + lean * paper.slopes(points_px).reshape(down.shape)
    return _under(image, light / light.max() * 255)


def _view(image: Image, paper: _Paper, camera: _Camera, shape: tuple[int, int]) -> MapArray:
    """Return what each pixel of the photo sees: places in the sheet's image, (H, W, 2) px, beyond its edges too."""
    # One row of nodes more on each side, because resize aligns pixel edges: node j lies at (j + 0.5) spacings - 0.5.
    rows, columns = (np.arange(-1.0, -(-side // _NODE_PX) + 1) for side in shape)
    nodes_px: FloatArray = (np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2) + 0.5) * _NODE_PX - 0.5
    scale = np.array(image.shape[1::-1]) / paper.size_px
    sheet_px = (paper.seen_along(*camera.rays(nodes_px)) + 0.5) * scale - 0.5

    coarse = sheet_px.reshape(len(rows), len(columns), 2).astype(np.float32)
    fine = cv2.resize(coarse, (len(columns) * _NODE_PX, len(rows) * _NODE_PX), interpolation=cv2.INTER_LINEAR)
    return np.asarray(fine[_NODE_PX : _NODE_PX + shape[0], _NODE_PX : _NODE_PX + shape[1]], np.float32)


def _desk_seen(
    camera: _Camera, shape: tuple[int, int], outline_px: FloatArray, desk: Desk, rng: np.random.Generator
) -> Image:
    """Return the photo of the desk, (H, W, 3), darker close to the paper, which keeps the light out."""
    angle = rng.choice([0.0, np.pi / 2]) + rng.normal(0.0, 0.15)  # people sit straight at their desks, more or less
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) / _TEXTURE_PX_PER_MM
    middle = np.array([_TEXTURE_SIDE_PX / 2, _TEXTURE_SIDE_PX / 2]) + rng.uniform(-200, 200, 2)
    texture_to_desk = np.vstack([np.column_stack([turn, -turn @ middle]), (0, 0, 1)])
    move = camera.desk_to_photo() @ texture_to_desk
    seen = cv2.warpPerspective(_texture(desk.grain_mm), move, shape[::-1], borderMode=cv2.BORDER_REFLECT_101)
    near = _mask((outline_px + 0.5) / _LIGHT_PX - 0.5, _coarse(shape))
    near = cv2.GaussianBlur(near, (0, 0), _PENUMBRA_MM * camera.px_per_mm / _LIGHT_PX)
    light = cv2.resize(255 - near // 2, shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.applyColorMap(cv2.multiply(seen, light, scale=1 / 255), _palette(desk)), np.uint8)


def _palette(desk: Desk) -> Image:
    """Return the colours of a texture's levels, (256, 1, 3): below ``dark`` lies shade, down to black."""
    ends = np.array([(0, 0, 0), desk.dark, desk.light], dtype=np.float64)
    channels = [np.interp(np.arange(256), (0, 128, 255), ends[:, channel]) for channel in range(3)]
    return np.rint(np.column_stack(channels)).astype(np.uint8)[:, None]


@cache
def _texture(grain_mm: tuple[float, float]) -> Image:
    """Return a piece of a desk, square, grey levels 128-255, drawn once: grains of three sizes, the finest boldest."""
    rng = np.random.default_rng(7)
    texture = np.zeros((_TEXTURE_SIDE_PX, _TEXTURE_SIDE_PX), np.float32)
    for times, weight in ((1, 1.0), (4, 0.8), (16, 0.6)):
        across, along = (max(int(_TEXTURE_SIDE_PX / (times * mm * _TEXTURE_PX_PER_MM)), 2) for mm in grain_mm)
        grains = rng.standard_normal((along, across)).astype(np.float32)
        texture += weight * cv2.resize(grains, texture.shape, interpolation=cv2.INTER_CUBIC)
    return np.rint(np.clip(191.5 + 25 * texture / texture.std(), 128, 255)).astype(np.uint8)


def _laid_on(desk: Image, sheet: Image, view: MapArray) -> Image:
    """Return the sheet as seen by ``view``, and ``desk`` around it."""
    if sheet.ndim == 2:
        desk = np.asarray(cv2.cvtColor(desk, cv2.COLOR_RGB2GRAY), np.uint8)
    seen = cv2.remap(sheet, view, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    opaque = np.full(sheet.shape[:2], 255, np.uint8)
    cover = cv2.remap(opaque, view, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(0,))
    share = cover.astype(np.float32) / 255
    return np.asarray(cv2.blendLinear(seen, desk, share, 1 - share), np.uint8)


def _mask(outline_px: FloatArray, shape: tuple[int, ...]) -> Image:
    """Return 255 inside an outline, 0 outside, with soft edges."""
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [np.rint(outline_px * 16).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    return mask


def _coarse(shape: tuple[int, ...]) -> tuple[int, int]:
    return (-(-shape[0] // _LIGHT_PX), -(-shape[1] // _LIGHT_PX))


def _lit(photo: Image, conditions: PhoneConditions, rng: np.random.Generator) -> Image:
    """Let light fall on the scene: uneven, tinted, with the photographer in its way."""
    shape = _coarse(photo.shape)
    light = conditions.white_level.draw(rng) * _falling_off(shape, conditions, rng)
    light *= 1 - conditions.shadow.draw(rng) * _photographer(shape, rng)
    tint = _tint(conditions.warmth.draw(rng))
    coloured = light[..., None] * tint if photo.ndim == 3 else light
    return _under(photo, coloured)


def _under(image: Image, light: FloatArray) -> Image:
    """Return ``image`` in ``light``: the level of white, 0-255, on a coarse grid, for all channels or for each."""
    fine = cv2.resize(np.rint(light).astype(np.uint8), image.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    if image.ndim > fine.ndim:
        fine = cv2.merge([fine] * image.shape[2])
    return np.asarray(cv2.multiply(image, fine, scale=1 / 255), np.uint8)


def _falling_off(shape: tuple[int, int], conditions: PhoneConditions, rng: np.random.Generator) -> FloatArray:
    """Return the share of the light, (H, W), that a lamp on one side and the lens leave."""
    down, across = np.meshgrid(np.linspace(-1, 1, shape[0]), np.linspace(-1, 1, shape[1]), indexing="ij")
    angle = rng.uniform(0.0, 2 * np.pi)
    away = across * np.cos(angle) + down * np.sin(angle)
    lamp = 1 - conditions.gradient.draw(rng) * (away - away.min()) / np.ptp(away)
    return np.asarray(lamp * (1 - conditions.vignette.draw(rng) * (across**2 + down**2) / 2))


def _photographer(shape: tuple[int, int], rng: np.random.Generator) -> FloatArray:
    """Return the shadow of a phone and the arm that holds it, (H, W), 0 = none, 1 = darkest."""
    size = np.array(shape[::-1], dtype=np.float64)
    angle = rng.uniform(0.0, 2 * np.pi)
    outwards = np.array([np.cos(angle), np.sin(angle)])
    middle = size / 2 + outwards * size * rng.uniform(0.1, 0.45)
    phone = cv2.boxPoints((middle.tolist(), (size.max() * 0.42, size.max() * 0.22), rng.uniform(0, 180)))
    shadow = np.zeros(shape, np.uint8)
    cv2.fillConvexPoly(shadow, np.rint(phone).astype(np.int32), (255,))
    hand, elbow = (np.rint(end).astype(int).tolist() for end in (middle, middle + outwards * size.max()))
    cv2.line(shadow, hand, elbow, (255,), max(round(size.max() * 0.13), 1))
    soft = cv2.GaussianBlur(shadow.astype(np.float64), (0, 0), size.max() * rng.uniform(0.02, 0.06))
    return np.asarray(soft / max(soft.max(), 1.0))


def _tint(warmth: float) -> FloatArray:
    """Return the light's red, green and blue, the strongest 1."""
    missing = np.array([0.0, 0.35, 1.0]) * abs(warmth)
    return 1 - (missing if warmth > 0 else missing[::-1])


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
