"""Converting large images strip by strip, so that what is needed on the way is never as large as a page."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

_STRIP_PX = 4_000_000


def in_strips(
    pixels: NDArray[Any], convert: Callable[[NDArray[Any]], NDArray[np.uint8]], *, colour: bool
) -> NDArray[np.uint8]:
    """Convert an image a few rows at a time.

    Args:
        pixels: (H, W) or (H, W, channels) of any type.
        convert: Takes some rows and returns them as (rows, W) uint8 or, for colour, (rows, W, 3) uint8; a row must not
            depend on the others.
        colour: Whether it returns colour.
    """
    height, width = pixels.shape[:2]
    converted = np.empty((height, width, 3) if colour else (height, width), np.uint8)
    rows = max(1, _STRIP_PX // max(width, 1))
    for top in range(0, height, rows):
        converted[top : top + rows] = convert(pixels[top : top + rows])
    return converted
