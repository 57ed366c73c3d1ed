"""Patches of a page, in mm, on which damage to the paper is drawn.

Damage is drawn in mm, so that the same draws give the same damage at any resolution, on grey and on colour pages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2
from omr.simulation.effects import Image, px_per_mm

FloatArray = npt.NDArray[np.float64]
Field = npt.NDArray[np.float32]
"""One value per pixel of a patch."""

Rgb = tuple[float, float, float]
"""Red, green and blue, 0.0-255.0."""

_LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601: what a grey scanner makes of red, green and blue


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A rectangle of a page that belongs to the effect, so that its pixels are changed in place.

    Attributes:
        pixels: (H, W) or (H, W, 3) uint8, a view of the page.
        x_mm: (1, W) float32, pixel centres, from the middle the patch was asked for.
        y_mm: (H, 1) float32, likewise.
        px_per_mm: Resolution of the page.
    """

    pixels: Image
    x_mm: Field
    y_mm: Field
    px_per_mm: float

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width, px."""
        return self.pixels.shape[0], self.pixels.shape[1]

    def turned(self, angle: float) -> tuple[Field, Field]:
        """Return mm to the right and mm down as something sees them that lies turned clockwise by ``angle``, rad."""
        cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        return self.x_mm * cos + self.y_mm * sin, self.y_mm * cos - self.x_mm * sin

    def distance_mm(self, right_mm: float = 0.0, down_mm: float = 0.0) -> Field:
        """Return how far every pixel is from a place given from the patch's middle."""
        return np.asarray(np.hypot(self.x_mm - right_mm, self.y_mm - down_mm), np.float32)

    def inside(self, depth_mm: Field) -> Field:
        """Return the share of each pixel that lies in a shape, given how deep its centre is inside."""
        return np.clip(0.5 + depth_mm * self.px_per_mm, 0, 1).astype(np.float32)

    def absorb(self, density: Field, colour: Rgb) -> None:
        """Lay a dye over the pixels that turns white into ``colour`` where ``density`` is 1.0; it only darkens."""
        share = np.clip(density, 0, 1)
        for channel, level in self._channels(colour):
            channel[...] = np.rint(channel * (1 - share * (1 - level / 255)))

    def cover(self, share: Field, colour: Rgb, light: Field | None = None) -> None:
        """Replace a ``share`` of every pixel by ``colour``, lit by ``light`` (0.0-1.0)."""
        kept, shown = 1 - share, share if light is None else share * light
        for channel, level in self._channels(colour):
            channel[...] = np.rint(channel * kept + shown * level)

    def _channels(self, colour: Rgb) -> Iterator[tuple[Image, float]]:
        """Pair every channel of the page, a view, with how ``colour`` appears in it."""
        if self.pixels.ndim == 2:
            yield self.pixels, float(np.dot(colour, _LUMA))
        else:
            yield from zip(np.moveaxis(self.pixels, 2, 0), colour, strict=True)


def patch_around(page: Image, middle_mm: FloatArray, reach_mm: FloatArray | tuple[float, float]) -> Patch:
    """Return the part of ``page`` up to ``reach_mm`` right, left, up and down of ``middle_mm``, a place on it."""
    scale = px_per_mm(page)
    left, top = np.maximum(np.floor((middle_mm - reach_mm) * scale), 0).astype(int)
    right, bottom = np.ceil((middle_mm + reach_mm) * scale).astype(int)  # slices end at the page by themselves
    pixels = page[top:bottom, left:right]
    x_mm = (np.arange(pixels.shape[1]) + left + 0.5) / scale - middle_mm[0]
    y_mm = (np.arange(pixels.shape[0]) + top + 0.5) / scale - middle_mm[1]
    return Patch(pixels, x_mm.astype(np.float32)[np.newaxis], y_mm.astype(np.float32)[:, np.newaxis], scale)


def size_mm_of(image: Image) -> FloatArray:
    """Return width and height of a page, mm."""
    return np.array(image.shape[1::-1]) / px_per_mm(image)


def fading(distance_mm: Field, over_mm: float) -> Field:
    """Return 1.0 up to distance 0, then less and less; after six times ``over_mm`` nothing is left."""
    return np.asarray(np.exp(np.minimum(-distance_mm / over_mm, 0)), np.float32)


def depth_in_box(x_mm: Field, y_mm: Field, half_mm: FloatArray) -> Field:
    """Return how deep places lie inside a box around the origin, given half its width and height."""
    return np.minimum(np.float32(half_mm[0]) - np.abs(x_mm), np.float32(half_mm[1]) - np.abs(y_mm))


def distances_to_cut(patch: Patch, legs_mm: FloatArray) -> tuple[Field, Field, Field]:
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


def wander(at_mm: Field, amplitudes_mm: Mapping[float, float], rng: np.random.Generator) -> Field:
    """Return a random curve along a line, at places from its middle; amplitudes (sd) by wavelength, both in mm."""
    steps_mm = np.arange(0, 2 * _FAR_MM, _WANDER_STEP_MM)
    curve = np.zeros(steps_mm.size)
    for wavelength_mm, amplitude_mm in amplitudes_mm.items():
        knots = rng.normal(0.0, amplitude_mm, int(2 * _FAR_MM / wavelength_mm) + 2)
        curve += np.interp(steps_mm / wavelength_mm, np.arange(knots.size), knots)
    return curve.astype(np.float32)[((at_mm + _FAR_MM) / _WANDER_STEP_MM).astype(np.int32)]


def cloud(shape: tuple[int, int], cells: int, rng: np.random.Generator) -> Field:
    """Return noise of standard deviation about 1 that changes ``cells`` times across a patch."""
    coarse = rng.standard_normal((cells, cells)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC), np.float32)


def ridge(distance_mm: Field, spread_mm: float, scale: float) -> Field:
    """Return a bell curve of height 1.0, lower and wider where pixels are too coarse to show it."""
    shown_mm = float(np.hypot(spread_mm, 0.5 / scale))
    return np.asarray(spread_mm / shown_mm * np.exp(-((distance_mm / shown_mm) ** 2)), np.float32)
