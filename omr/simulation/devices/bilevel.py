"""How drivers turn grey levels into black and white: effects ``(image, strength, rng) -> image`` as in ``effects``.

Every result is (H, W) uint8 and holds only 0 and 255. ``strength`` is in grey levels; 0 is not "no effect" but the
driver's plain setting.
"""

import numpy as np
from PIL import Image as PillowImage

from omr.opencv import cv2
from omr.simulation.effects import Image, px_per_mm

_NEIGHBOURHOOD_MM = 8.0


def dither_ordered(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Dither in a fixed 8 x 8 pattern (Bayer 1973), after brightening by ``strength``; negative darkens."""
    limits = np.ceil((_bayer(3) + 0.5) * 255 / 64 - strength).clip(0, 256).astype(np.int16)
    grey = _grey(image)
    repeats = (-(-grey.shape[0] // 8), -(-grey.shape[1] // 8))
    tiled = np.tile(limits, repeats)[: grey.shape[0], : grey.shape[1]]
    return _bilevel(grey >= tiled)


def dither_diffused(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Dither by diffusing each pixel's error (Floyd and Steinberg 1976), after brightening by ``strength``."""
    shifted = np.clip(np.rint(np.arange(256) + strength), 0, 255).astype(np.uint8)
    brightened = np.asarray(cv2.LUT(_grey(image), shifted), np.uint8)
    return _bilevel(np.asarray(PillowImage.fromarray(brightened).convert("1")))


def threshold_locally(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Make black what is more than ``strength`` darker than the mean of the 8 mm around it."""
    grey = _grey(image)
    side = 2 * round(_NEIGHBOURHOOD_MM * px_per_mm(grey) / 2) + 1
    method, kind = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY
    return np.asarray(cv2.adaptiveThreshold(grey, 255, method, kind, max(side, 3), strength), np.uint8)


def _grey(image: Image) -> Image:
    return image if image.ndim == 2 else np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8)


def _bilevel(is_white: np.typing.NDArray[np.bool_]) -> Image:
    return is_white.astype(np.uint8) * np.uint8(255)


def _bayer(order: int) -> np.typing.NDArray[np.int64]:
    """Return the order in which the pixels of a square of side 2 ** ``order`` turn white, from 0."""
    pattern = np.zeros((1, 1), np.int64)
    for _ in range(order):
        pattern = np.block([[4 * pattern, 4 * pattern + 2], [4 * pattern + 3, 4 * pattern + 1]])
    return pattern
