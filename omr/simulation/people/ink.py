"""Ink on paper: strokes become transmitted light, drawn on the one small patch of the page they touch."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2
from omr.simulation.people.pens import Pen
from omr.simulation.people.strokes import FloatArray, Stroke

Image = npt.NDArray[np.uint8]
_SAMPLES = 3  # per pixel and direction, of a patch
_FULL_DENSITY = 100  # grey value of a patch that stands for one layer of ink at full pressure
_LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601: what a grey scanner makes of red, green and blue
_SHIFT = 4  # cv2.line takes fixed-point coordinates with this many fraction bits


class Paper:
    """A page image that is being written on. It owns its pixels: the one array here that is changed in place.

    Attributes:
        image: (H, W) or (H, W, 3) uint8, 0 = black, RGB order.
        template_to_px: (2, 3) float64, template mm -> pixels of ``image``.
    """

    def __init__(self, image: Image, template_to_px: FloatArray) -> None:
        self.image = image.copy()
        self.template_to_px = template_to_px
        self.px_per_mm = float(np.sqrt(abs(np.linalg.det(template_to_px[:, :2]))))

    def draw(self, strokes: Sequence[Stroke], pen: Pen, rng: np.random.Generator) -> None:
        """Put strokes of one pen on the paper; ink only darkens, so print stays black."""
        paths_px = [self._to_px(stroke) for stroke in strokes]
        if not paths_px:
            return
        patch = self._patch_around(np.vstack(paths_px), pen)
        if patch is None:
            return
        left, top, right, bottom = patch
        origin = np.array([left, top], dtype=np.float64)
        density = np.zeros(((bottom - top) * _SAMPLES, (right - left) * _SAMPLES), np.uint8)
        for stroke, path_px in zip(strokes, paths_px, strict=True):
            cv2.add(density, self._layer(stroke, path_px - origin, pen, density.shape, rng), dst=density)
        light = _light_through(_spread(density, pen, self.px_per_mm), pen, self.image.ndim)
        region = self.image[top:bottom, left:right]
        region[...] = cv2.multiply(region, light, scale=1 / 255)

    def cover(self, strokes: Sequence[Stroke], width_mm: float) -> None:
        """Brush correction fluid over something: opaque, a little whiter than paper, thin at the edge of the brush."""
        paths_px = [self._to_px(stroke) for stroke in strokes]
        width_px = width_mm * self.px_per_mm
        left, top = np.maximum(np.floor(np.vstack(paths_px).min(axis=0) - width_px), 0).astype(int)
        right, bottom = np.ceil(np.vstack(paths_px).max(axis=0) + width_px).astype(int)
        region = self.image[top:bottom, left:right]
        if not region.size:
            return
        fluid = np.zeros(region.shape[:2], np.uint8)
        for path_px in paths_px:
            at = np.rint((path_px - (left, top)) * 2**_SHIFT).astype(np.int32)
            cv2.polylines(fluid, [at], False, 255, max(round(width_px), 1), cv2.LINE_AA, _SHIFT)
        share = cv2.GaussianBlur(fluid, (0, 0), 0.08 * self.px_per_mm).astype(np.float32) / 255
        share = share if region.ndim == 2 else share[:, :, None]
        region[...] = np.rint(region * (1 - share) + 253.0 * share).astype(np.uint8)

    def _to_px(self, stroke: Stroke) -> FloatArray:
        return np.asarray(stroke.points_mm @ self.template_to_px[:, :2].T + self.template_to_px[:, 2])

    def _patch_around(self, path_px: FloatArray, pen: Pen) -> tuple[int, int, int, int] | None:
        """Return the part of the page that ink may reach: left, top, right, bottom, px; None if it is off the page."""
        margin_px = (pen.width_mm + 4 * pen.bleed_mm) * self.px_per_mm + 2
        left, top = np.maximum(np.floor(path_px.min(axis=0) - margin_px), 0).astype(int)
        right, bottom = np.ceil(path_px.max(axis=0) + margin_px).astype(int)
        right, bottom = min(right, self.image.shape[1]), min(bottom, self.image.shape[0])
        return (left, top, right, bottom) if left < right and top < bottom else None

    def _layer(
        self, stroke: Stroke, path_px: FloatArray, pen: Pen, shape: tuple[int, ...], rng: np.random.Generator
    ) -> Image:
        """Return the density that one stroke leaves on a patch, ``_SAMPLES`` times as fine as the page."""
        layer = np.zeros(shape, np.uint8)
        pressure = _flow(stroke, pen, rng)
        # The pressed pen is wider, but much less than it is darker.
        widths = pen.width_mm * self.px_per_mm * _SAMPLES * np.clip(0.6 + 0.4 * pressure / pen.pressure, 0.4, 1.25)
        thickness = np.maximum(np.rint(widths), 1).astype(int).tolist()
        shade = np.clip(pressure * _FULL_DENSITY, 0, 255).astype(int).tolist()
        # Pixel edges are aligned between page and patch: page pixel 0 is samples 0..2, its centre is sample 1.
        at = np.rint((path_px * _SAMPLES + (_SAMPLES - 1) / 2) * 2**_SHIFT).astype(int).tolist()
        for start, end, width, dark in zip(at[:-1], at[1:], thickness[1:], shade[1:], strict=True):
            cv2.line(layer, start, end, dark, width, cv2.LINE_8, _SHIFT)
        return _grained(layer, pen.grain, rng)


def _flow(stroke: Stroke, pen: Pen, rng: np.random.Generator) -> FloatArray:
    """Return the ink that pressure along a stroke becomes: uneven, and none where the ball skips."""
    count = len(stroke.pressure)
    knots = rng.normal(0.0, pen.unevenness, count // 5 + 2)
    uneven = 1.0 + np.interp(np.arange(count) / 5, np.arange(len(knots)), knots)
    steps_mm = np.hypot(*np.diff(stroke.points_mm, axis=0).T).sum() / max(count - 1, 1)
    flow = np.clip(pen.pressure * stroke.pressure * uneven, 0.05, 2.0)
    skips = rng.random(count) < pen.skips_per_mm * steps_mm
    if skips.any():
        flow[np.convolve(skips, np.ones(2), mode="same") > 0] *= 0.15  # a skip is about 0.3 mm long
    return flow


def _grained(layer: Image, grain: float, rng: np.random.Generator) -> Image:
    """Take away ink where the paper's texture is low."""
    if grain <= 0.0 or max(layer.shape) >= _TEXTURE_SIZE:
        return layer
    texture = _paper_texture()
    top, left = rng.integers(0, _TEXTURE_SIZE - np.array(layer.shape))
    piece = texture[top : top + layer.shape[0], left : left + layer.shape[1]]
    kept = cv2.LUT(piece, np.rint(255 * (1 - grain * np.linspace(0.0, 1.0, 256))).astype(np.uint8))
    return np.asarray(cv2.multiply(layer, kept, scale=1 / 255), np.uint8)


_TEXTURE_SIZE = 2048


@cache
def _paper_texture() -> Image:
    """Return how much ink the paper refuses, 0-255, in grains of about 0.1 mm at the fineness of a 300 dpi patch."""
    noise = np.random.default_rng(7).normal(0.0, 1.0, (_TEXTURE_SIZE, _TEXTURE_SIZE)).astype(np.float32)
    fine, coarse = cv2.GaussianBlur(noise, (0, 0), 1.4), cv2.GaussianBlur(noise, (0, 0), 3.0)
    grains = fine / fine.std() + 0.8 * coarse / coarse.std()
    return np.asarray(np.clip(128 + 90 * grains, 0, 255), np.uint8)


def _spread(density: Image, pen: Pen, px_per_mm: float) -> Image:
    """Let ink run into the paper."""
    if pen.bleed_mm <= 0.0:
        return density
    return np.asarray(cv2.GaussianBlur(density, (0, 0), pen.bleed_mm * px_per_mm * _SAMPLES), np.uint8)


def _light_through(density: Image, pen: Pen, dimensions: int) -> Image:
    """Return the light that comes back through the ink, 0-255, at page resolution, in as many channels as the page.

    Light, not density, is averaged over a pixel: that is what a sensor does.
    """
    size = (density.shape[1] // _SAMPLES, density.shape[0] // _SAMPLES)
    layers = np.arange(256) / _FULL_DENSITY
    by_channel = [np.rint(255 * channel**layers) for channel in pen.colour]
    if dimensions == 2:
        by_channel = [np.rint(sum(share * table for share, table in zip(_LUMA, by_channel, strict=True)))]
    light = [
        cv2.resize(cv2.LUT(density, table.astype(np.uint8)), size, interpolation=cv2.INTER_AREA) for table in by_channel
    ]
    return np.asarray(light[0] if dimensions == 2 else cv2.merge(light), np.uint8)
