"""Edges of the page that the scanner does not deliver: cut off, or left black."""

from dataclasses import dataclass, field

import numpy as np

from omr.simulation.chance import Range, happens
from omr.simulation.devices.placement import FloatArray
from omr.simulation.effects import Image


@dataclass(frozen=True, slots=True)
class Cropping:
    """How a scanner loses edges.

    Attributes:
        depth_mm: How much of a side is lost.
        two_sides: Share of the pages that lose two sides; the others lose one.
        black: Share of the pages whose lost edges are black instead of cut off.
    """

    depth_mm: Range = field(default=Range(1.0, 8.0))
    two_sides: float = 0.4
    black: float = 0.35

    def draw(self, px_per_mm: float, rng: np.random.Generator) -> "Cut":
        """Draw what one page loses."""
        lost_px = [0, 0, 0, 0]
        for side in rng.permutation(4)[: 2 if happens(self.two_sides, rng) else 1]:
            lost_px[int(side)] = round(self.depth_mm.draw(rng) * px_per_mm)
        black = int(rng.integers(0, 40)) if happens(self.black, rng) else None
        left, top, right, bottom = lost_px
        return Cut(left, top, right, bottom, black)


@dataclass(frozen=True, slots=True)
class Cut:
    """What one page loses, px of the whole scan.

    Attributes:
        left: Columns lost at the left.
        top: Rows lost at the top.
        right: Columns lost at the right.
        bottom: Rows lost at the bottom.
        black: Grey level that stands there instead; None where the image is smaller.
    """

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
    black: int | None = None

    def apply(self, image: Image) -> Image:
        """Return what is delivered of the whole scan."""
        height, width = image.shape[:2]
        inner = (slice(self.top, height - self.bottom), slice(self.left, width - self.right))
        if self.black is None:
            return np.ascontiguousarray(image[inner])
        delivered = np.full_like(image, self.black)
        delivered[inner] = image[inner]
        return delivered

    def moved(self, points_px: FloatArray) -> FloatArray:
        """Return where points of the whole scan, (N, 2), lie in what is delivered."""
        return points_px if self.black is not None else points_px - np.array([self.left, self.top])

    def keeps(self, points_px: FloatArray, shape: tuple[int, ...]) -> np.typing.NDArray[np.bool_]:
        """Return which points of the whole scan of ``shape`` can be seen in what is delivered, (N,)."""
        low = np.array([self.left, self.top]) - 0.5
        high = np.array([shape[1] - self.right, shape[0] - self.bottom]) - 0.5
        return np.asarray(((points_px >= low) & (points_px <= high)).all(axis=1))
