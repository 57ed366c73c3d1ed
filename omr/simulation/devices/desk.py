"""Desks that pages lie on when they are photographed."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from omr.opencv import cv2
from omr.simulation.devices.camera import Camera
from omr.simulation.devices.light import LIGHT_PX, light_grid
from omr.simulation.devices.placement import FloatArray
from omr.simulation.effects import Image

RGB = tuple[int, int, int]
"""Red, green and blue, 0-255."""

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


def desk_seen(
    camera: Camera, shape: tuple[int, int], outline_px: FloatArray, desk: Desk, rng: np.random.Generator
) -> Image:
    """Return the photo of the desk, (H, W, 3), darker close to the paper, which keeps the light out."""
    angle = rng.choice([0.0, np.pi / 2]) + rng.normal(0.0, 0.15)  # people sit straight at their desks, more or less
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) / _TEXTURE_PX_PER_MM
    middle = np.array([_TEXTURE_SIDE_PX / 2, _TEXTURE_SIDE_PX / 2]) + rng.uniform(-200, 200, 2)
    texture_to_desk = np.vstack([np.column_stack([turn, -turn @ middle]), (0, 0, 1)])
    move = camera.desk_to_photo() @ texture_to_desk
    seen = cv2.warpPerspective(_texture(desk.grain_mm), move, shape[::-1], borderMode=cv2.BORDER_REFLECT_101)
    near = _mask((outline_px + 0.5) / LIGHT_PX - 0.5, light_grid(shape))
    near = cv2.GaussianBlur(near, (0, 0), _PENUMBRA_MM * camera.px_per_mm / LIGHT_PX)
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


def _mask(outline_px: FloatArray, shape: tuple[int, ...]) -> Image:
    """Return 255 inside an outline, 0 outside, with soft edges."""
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [np.rint(outline_px * 16).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    return mask
