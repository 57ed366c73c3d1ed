"""What copiers and scanners do to a page: each effect is one pure function ``(image, strength, rng) -> image``.

Every image is one whole A4 page, (H, W) or (H, W, 3) uint8, 0 = black, so that a length in mm means the same at any
resolution. ``strength`` is in the unit its docstring names; 0 means no effect. A new effect is a function here, a test
that it does what it says, and a step in the conditions that use it (``scanner``).
"""

from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt

from omr.opencv import cv2

Image = npt.NDArray[np.uint8]
Effect = Callable[[Image, float, np.random.Generator], Image]

A4_HEIGHT_MM = 297.0
_LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601: what a grey scanner makes of red, green and blue
_NOISE_SIZE = 1021  # prime, so that the pattern does not line up with rows of boxes


def px_per_mm(image: Image) -> float:
    """Return the resolution of a page image, whichever way up it is."""
    return float(max(image.shape[:2]) / A4_HEIGHT_MM)


def fade_black(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Print with toner that is not quite black: black becomes grey level ``strength``, white stays."""
    return _toned(image, strength + np.arange(256) * (255 - strength) / 255)


def grey_paper(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Use paper that is not quite white: white loses ``strength`` grey levels, black stays."""
    return _toned(image, np.arange(256) * (255 - strength) / 255)


def bend_contrast(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Scan with another gamma: mid-greys darken for a positive ``strength`` (0.2 = gamma 1.2), lighten for negative."""
    return _toned(image, 255 * (np.arange(256) / 255) ** (1 + strength))


def shade(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Light the page unevenly: the darkest place gets ``strength`` (0.0-1.0) less light than the brightest."""
    coarse = cv2.resize(rng.random((3, 3)).astype(np.float32), (16, 23), interpolation=cv2.INTER_CUBIC)
    light = 1 - strength * (coarse - coarse.min()) / max(float(np.ptp(coarse)), 1e-6)
    field = cv2.resize((255 * light).astype(np.uint8), image.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return _multiplied(image, field)


def soften(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Lose sharpness in the optics: a Gaussian of standard deviation ``strength`` mm."""
    sd_px = strength * px_per_mm(image)
    if sd_px < 0.2:  # weights of the neighbouring pixels would round to nothing
        return image
    side = 3 if sd_px < 0.8 else 2 * int(np.ceil(2.5 * sd_px)) + 1
    return np.asarray(cv2.GaussianBlur(image, (side, side), sd_px), np.uint8)


def sharpen(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Sharpen as scanner drivers do (unsharp mask of 0.12 mm): edges get halos, ``strength`` times their contrast."""
    blurred = cv2.GaussianBlur(image, (0, 0), max(0.12 * px_per_mm(image), 0.5))
    return np.asarray(cv2.addWeighted(image, 1 + strength, blurred, -strength, 0), np.uint8)


def tint(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Use coloured paper, or a scanner with a cast: a channel loses up to ``strength`` (0.0-1.0) of its light."""
    kept = 1 - strength * rng.random(3)
    light = kept if image.ndim == 3 else [float(np.dot(kept, _LUMA))]
    tables = [np.rint(np.arange(256) * share).astype(np.uint8) for share in light]
    table = tables[0] if image.ndim == 2 else np.stack(tables, axis=1)[None]
    return np.asarray(cv2.LUT(image, table), np.uint8)


def add_noise(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Add sensor noise of standard deviation ``strength`` grey levels."""
    table = np.clip(np.rint(_noise_table() * strength), -127, 127).astype(np.int8)
    table = np.roll(table, tuple(rng.integers(0, _NOISE_SIZE, 2)), axis=(0, 1))
    flat = image.reshape(image.shape[0], -1)  # channels side by side: each has its own noise
    wide = np.tile(table, (1, flat.shape[1] // _NOISE_SIZE + 1))[:, : flat.shape[1]]
    noisy = np.empty_like(flat)
    for top in range(0, len(flat), _NOISE_SIZE):
        rows = flat[top : top + _NOISE_SIZE]
        cv2.add(rows, wide[: len(rows)], dst=noisy[top : top + _NOISE_SIZE], dtype=cv2.CV_8U)
    return noisy.reshape(image.shape)


def add_specks(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Drop about ``strength`` specks of dust or toner on the page, dark, up to 0.6 mm long."""
    dirty = image.copy()
    scale = px_per_mm(image)
    for _ in range(int(rng.poisson(strength))):
        middle = (int(rng.integers(image.shape[1])), int(rng.integers(image.shape[0])))
        axes = tuple(max(round(half_mm * scale), 1) for half_mm in rng.exponential(0.09, 2).clip(0.03, 0.3))
        grey = float(rng.uniform(10, 150))
        cv2.ellipse(dirty, middle, axes, float(rng.uniform(0, 180)), 0, 360, (grey,) * 3, cv2.FILLED, cv2.LINE_AA)
    return dirty


def copy_toner(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Photocopy once: edges swell or wear, contrast hardens by ``strength`` (0.0-1.0) towards black and white."""
    slope = 1 + 5 * strength
    middle = float(rng.uniform(125, 185))  # the copier's darkness knob
    levels = 1 / (1 + np.exp(-slope * (np.arange(256) - middle) / 64))
    curve = (1 - strength) * np.arange(256) + strength * 255 * (levels - levels[0]) / (levels[-1] - levels[0])
    return _toned(soften(image, 0.05, rng), curve)


def erode_toner(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Let toner hold badly: in the worst places print loses ``strength`` (0.0-1.0) of its darkness."""
    size = (image.shape[1] // 8 + 1, image.shape[0] // 8 + 1)
    patches = cv2.GaussianBlur(rng.random(size[::-1]).astype(np.float32), (0, 0), 12)
    patches = np.clip((patches - patches.mean()) / patches.std() * 0.25 + 0.1, 0, 1)
    lost = cv2.resize((patches * 255 * strength).astype(np.uint8), image.shape[1::-1])
    kept = _multiplied(cv2.bitwise_not(image), cv2.bitwise_not(lost))
    return np.asarray(cv2.bitwise_not(kept), np.uint8)


def threshold(image: Image, strength: float, _rng: np.random.Generator) -> Image:
    """Scan in one bit: lighter than grey level ``strength`` becomes white, the rest black."""
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.threshold(grey, strength, 255, cv2.THRESH_BINARY)[1], np.uint8)


def streak(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Draw ``strength`` thin dark lines down the page, as dirt on the feeder's glass does."""
    streaked = image.copy()
    for _ in range(int(np.ceil(strength))):
        left = int(rng.integers(image.shape[1] - 2))
        width = int(rng.integers(1, 3))
        dark = int(rng.integers(40, 130))
        streaked[:, left : left + width] = cv2.subtract(image[:, left : left + width], (dark,) * 4)
    return streaked


def _toned(image: Image, curve: npt.NDArray[np.float64]) -> Image:
    return np.asarray(cv2.LUT(image, np.clip(np.rint(curve), 0, 255).astype(np.uint8)), np.uint8)


def _multiplied(image: Image, light: cv2.typing.MatLike) -> Image:
    """Scale every pixel by ``light`` / 255, (H, W) uint8."""
    if image.ndim == 3:
        light = cv2.merge([light] * image.shape[2])
    return np.asarray(cv2.multiply(image, light, scale=1 / 255), np.uint8)


@cache
def _noise_table() -> npt.NDArray[np.float32]:
    """Return normal noise of standard deviation 1, drawn once: drawing a page's worth takes longer than scanning it."""
    return np.random.default_rng(11).standard_normal((_NOISE_SIZE, _NOISE_SIZE)).astype(np.float32)
