"""Light on a scene that is photographed: where it falls, what stands in its way, and what colour it has.

Light is the level of white, drawn on a coarse grid, because nothing in it is sharp.
"""

import numpy as np

from omr.opencv import cv2
from omr.simulation.devices.placement import FloatArray
from omr.simulation.effects import Image

LIGHT_PX = 16
"""Spacing of the grid on which light is drawn, pixels of the photo."""


def light_grid(shape: tuple[int, ...]) -> tuple[int, int]:
    """Return height and width of the grid of light over a picture of ``shape``."""
    return (-(-shape[0] // LIGHT_PX), -(-shape[1] // LIGHT_PX))


def in_light(image: Image, light: FloatArray) -> Image:
    """Return ``image`` in ``light``: the level of white, 0-255, on a coarse grid, for all channels or for each."""
    fine = cv2.resize(np.rint(light).astype(np.uint8), image.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    if image.ndim > fine.ndim:
        fine = cv2.merge([fine] * image.shape[2])
    return np.asarray(cv2.multiply(image, fine, scale=1 / 255), np.uint8)


def photographer_shadow(shape: tuple[int, int], rng: np.random.Generator) -> FloatArray:
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


def tint(warmth: float) -> FloatArray:
    """Return the light's red, green and blue, the strongest 1."""
    missing = np.array([0.0, 0.35, 1.0]) * abs(warmth)
    return 1 - (missing if warmth > 0 else missing[::-1])
