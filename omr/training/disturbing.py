"""Vary the pictures of marks as scanners, copiers and pens vary, so that what is learned holds on those not simulated.

Everything is alike for a whole page, as it is on paper: the network sees how the page's other marks look.
"""

import numpy as np
from numpy.typing import NDArray

from omr.opencv import cv2

_BARE = 0.08  # darkness of the blank print below which what is seen is ink


def disturbed(
    pictures: NDArray[np.float32], pages: NDArray[np.int64], spared: float, rng: np.random.Generator
) -> NDArray[np.float32]:
    """Return pictures as another scanner, copier or pen might have left them.

    Args:
        pictures: Darkness seen and darkness printed, (N, 2, 56, 56).
        pages: Which page each is on, (N,).
        spared: Share of the pages that stay as they are.
        rng: Where chance comes from.
    """
    changed = pictures.copy()
    for page in np.unique(pages):
        chosen = np.flatnonzero(pages == page)
        seen, printed = changed[chosen, 0], changed[chosen, 1]
        if rng.random() > spared:
            seen = _scanned_otherwise(_inked_otherwise(seen, printed, rng), rng)
            printed = _printed_otherwise(printed, rng)
            seen = _misplaced(seen, rng)
        changed[chosen] = _seen_from_elsewhere(np.stack([seen, printed], axis=1), rng)
    return changed


def _inked_otherwise(
    seen: NDArray[np.float32], printed: NDArray[np.float32], rng: np.random.Generator
) -> NDArray[np.float32]:
    """Let the pen be stronger or weaker, and now and then draw a streak through some areas."""
    ink = seen * (printed < _BARE)
    seen = seen + ink * rng.uniform(-0.3, 0.3)
    if rng.random() < 0.04:
        seen = seen.copy()
        for index in np.flatnonzero(rng.random(len(seen)) < 0.2):
            place, width = int(rng.integers(0, seen.shape[1])), int(rng.integers(1, 3))
            streaked = np.maximum(seen[index, :, place : place + width], rng.uniform(0.2, 0.9))
            seen[index, :, place : place + width] = streaked
    return seen


def _scanned_otherwise(seen: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Let the scanner differ in contrast, tone, sharpness and noise, or see black and white alone."""
    if rng.random() < 0.5:
        seen = seen * rng.uniform(0.8, 1.2) + rng.uniform(-0.04, 0.05)
    if rng.random() < 0.4:
        seen = np.where(seen > 0, np.power(np.maximum(seen, 1e-4), rng.uniform(0.8, 1.3)), seen)
    if rng.random() < 0.35:
        seen = _softened(seen, rng.uniform(0.4, 1.2))
    elif rng.random() < 0.35:
        seen = seen + rng.uniform(0.3, 1.3) * (seen - _softened(seen, 1.0))
    if rng.random() < 0.05:
        seen = 1 / (1 + np.exp(-(seen - rng.uniform(0.25, 0.6)) / rng.uniform(0.03, 0.12)))
    return np.asarray(seen + rng.normal(0, rng.uniform(0, 0.05), seen.shape), np.float32)


def _printed_otherwise(printed: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Let the blank print be paler or softer than the page's, as one rebuilt from scans is."""
    if rng.random() < 0.3:
        printed = printed * np.float32(rng.uniform(0.5, 1.1))
    if rng.random() < 0.3:
        printed = _softened(printed, rng.uniform(0.4, 1.5))
    return printed


def _misplaced(seen: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Move the page a little against its blank print, as registration does."""
    if rng.random() > 0.35:
        return seen
    across, down = np.clip(rng.normal(0, 0.7, 2).round().astype(int), -2, 2)
    return np.roll(seen, (down, across), axis=(1, 2))


def _seen_from_elsewhere(pictures: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Mirror or turn a page: a mark seen in a mirror means the same."""
    for axis in (2, 3):
        if rng.random() < 0.5:
            pictures = np.flip(pictures, axis)
    return pictures.transpose(0, 1, 3, 2) if rng.random() < 0.25 else pictures


def _softened(pictures: NDArray[np.float32], sigma_px: float) -> NDArray[np.float32]:
    kernel = cv2.getGaussianKernel(7, sigma_px)
    return np.array([cv2.sepFilter2D(picture, cv2.CV_32F, kernel, kernel) for picture in pictures], np.float32)
