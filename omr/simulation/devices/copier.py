"""What a worn or carelessly used photocopier adds to a page; effects as in ``effects``."""

import numpy as np

from omr.opencv import cv2
from omr.simulation.chance import Range, happens
from omr.simulation.effects import Image, px_per_mm

_CM2_PER_MM2 = 0.01
_DOT_MM = 0.08


def black_border(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Copy with the lid open: along one or two sides a black edge, nowhere more than ``strength`` mm wide."""
    if strength <= 0:
        return image
    bordered = image.copy()
    sides = rng.permutation(4)[: 2 if happens(0.4, rng) else 1]
    for side in sides:
        # A view turned so that the side in question is at the left.
        _blacken_left(np.rot90(bordered, int(side)), strength, px_per_mm(image), rng)
    return bordered


def fade_band(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Copy with a worn drum: in a band down the page print loses up to ``strength`` (0.0-1.0) of its darkness."""
    columns_mm = np.arange(image.shape[1]) / px_per_mm(image)
    middle_mm, half_mm = float(rng.uniform(0, columns_mm[-1])), Range(4, 20).draw(rng)
    lost = strength * np.exp(-(((columns_mm - middle_mm) / half_mm) ** 2))
    kept = np.rint(255 * (1 - lost)).astype(np.uint8)
    darkness = cv2.bitwise_not(image)
    field = np.broadcast_to(kept[None, :, None] if image.ndim == 3 else kept[None, :], image.shape)
    return np.asarray(cv2.bitwise_not(cv2.multiply(darkness, np.ascontiguousarray(field), scale=1 / 255)), np.uint8)


def scatter_toner(image: Image, strength: float, rng: np.random.Generator) -> Image:
    """Leave loose toner on white paper: ``strength`` dots of about 0.08 mm on every square centimetre."""
    dirty = image.copy()
    scale = px_per_mm(image)
    count = rng.poisson(strength * image.shape[0] * image.shape[1] / scale**2 * _CM2_PER_MM2)
    side = max(round(_DOT_MM * scale), 1)
    rows = rng.integers(0, image.shape[0] - side, count)
    columns = rng.integers(0, image.shape[1] - side, count)
    greys = rng.integers(20, 150, count).astype(np.uint8)
    for down in range(side):
        for right in range(side):
            place = (rows + down, columns + right)
            new = greys if image.ndim == 2 else greys[:, None]
            dirty[place] = np.minimum(dirty[place], new)
    return dirty


def _blacken_left(view: Image, strength_mm: float, scale: float, rng: np.random.Generator) -> None:
    """Blacken the left edge of ``view`` in place: slanted, slightly uneven, soft at its inner side."""
    rows = view.shape[0]
    ends_mm = strength_mm * rng.uniform(0.1, 0.9, 2)
    knots = rng.normal(0.0, 0.04 * strength_mm, 12)
    width_mm = np.linspace(ends_mm[0], ends_mm[1], rows) + np.interp(np.linspace(0, 11, rows), np.arange(12), knots)
    width_mm = np.clip(width_mm, 0.0, strength_mm)
    strip = view[:, : int(np.ceil(strength_mm * scale)) + 1]
    at_mm = (np.arange(strip.shape[1]) + 0.5) / scale
    share = np.clip((width_mm[:, None] - at_mm[None, :]) / 0.3, 0.0, 1.0)  # 0.3 mm: the lid's shadow is not sharp
    share = share[..., None] if view.ndim == 3 else share
    strip[...] = np.rint(strip * (1 - share) + float(rng.uniform(0, 45)) * share)
