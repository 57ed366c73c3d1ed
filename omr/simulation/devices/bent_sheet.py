"""A sheet of paper bent along one direction, as a sheet bends: without being stretched anywhere.

Frames: **sheet** is pixels of the sheet's image; **room** is mm, (N, 3): x right and y down on the desk from the middle
of the page, and the height above the desk. Pixel (0, 0) has its centre at (0.0, 0.0).
"""

from dataclasses import dataclass

import numpy as np

from omr.simulation import effects
from omr.simulation.chance import happens
from omr.simulation.devices.placement import FloatArray
from omr.simulation.effects import Image


@dataclass(frozen=True, slots=True, eq=False)
class BentSheet:
    """A sheet bent along one direction as a sheet bends, without being stretched anywhere.

    Attributes:
        size_mm: (2,) width and height.
        size_px: (2,) the same in pixels of its image.
        bends_along: (2,) unit vector in which its height changes.
        arc_mm: (K,) ways along the paper in that direction from its middle, ascending, far beyond its edges.
        ground_mm: (K,) how far that is on the desk.
        height_mm: (K,) above the desk.
        slope: (K,) mm of height per mm along the paper.
    """

    size_mm: FloatArray
    size_px: FloatArray
    bends_along: FloatArray
    arc_mm: FloatArray
    ground_mm: FloatArray
    height_mm: FloatArray
    slope: FloatArray

    def to_room(self, points_px: FloatArray) -> FloatArray:
        """Return where points of the sheet, (N, 2) px, are in the room, (N, 3) mm."""
        flat = self._unbent(points_px)
        arc = flat @ self.bends_along
        pulled_in = np.interp(arc, self.arc_mm, self.ground_mm) - arc
        return np.column_stack([flat + np.outer(pulled_in, self.bends_along), self._height(arc)])

    def seen_along(self, at_desk_mm: FloatArray, drift: FloatArray) -> FloatArray:
        """Return the points of the sheet, (N, 2) px, at which rays of sight end.

        Args:
            at_desk_mm: (N, 2) where the rays would meet the desk.
            drift: (N, 2) mm by which they are beside that place per mm above it.
        """
        start, lean = at_desk_mm @ self.bends_along, drift @ self.bends_along
        arc = start
        for _ in range(4):  # Newton; the surface is so even that three steps are exact
            slope = np.interp(arc, self.arc_mm, self.slope)
            ahead = np.interp(arc, self.arc_mm, self.ground_mm) - start - lean * self._height(arc)
            arc = arc - ahead / np.maximum(np.sqrt(1 - slope**2) - lean * slope, 0.1)
            arc = np.clip(arc, self.arc_mm[0], self.arc_mm[-1])
        ground = at_desk_mm + drift * self._height(arc)[:, None]
        flat = ground + np.outer(arc - ground @ self.bends_along, self.bends_along)
        return np.asarray((flat + self.size_mm / 2) * (self.size_px / self.size_mm) - 0.5)

    def slopes(self, points_px: FloatArray) -> FloatArray:
        """Return how steep the paper is at points of the sheet, (N, 2) px; (N,), uphill along the bend positive."""
        return np.asarray(np.interp(self._unbent(points_px) @ self.bends_along, self.arc_mm, self.slope))

    def outline(self) -> FloatArray:
        """Return points along the edge of the sheet, (N, 2) px, clockwise."""
        way = np.linspace(0.0, 1.0, 48, endpoint=False)
        zero, one = np.zeros_like(way), np.ones_like(way)
        across = np.concatenate([way, one, 1 - way, zero])
        down = np.concatenate([zero, way, one, 1 - way])
        return np.column_stack([across, down]) * self.size_px - 0.5

    def _unbent(self, points_px: FloatArray) -> FloatArray:
        """Return points of the sheet, px, as mm from its middle."""
        return np.asarray((points_px + 0.5) * (self.size_mm / self.size_px) - self.size_mm / 2)

    def _height(self, arc: FloatArray) -> FloatArray:
        return np.asarray(np.interp(arc, self.arc_mm, self.height_mm))


def bend_sheet(image: Image, curl_mm: float, rng: np.random.Generator) -> BentSheet:
    """Bend a sheet: one edge or corner lifts off, or its middle bulges."""
    size_px = np.array(image.shape[1::-1], dtype=np.float64)
    size_mm = size_px / effects.px_per_mm(image)
    angle = rng.uniform(0.0, 2 * np.pi)
    bends_along = np.array([np.cos(angle), np.sin(angle)])
    half_mm = float(np.abs(bends_along) @ size_mm) / 2
    hinge = rng.uniform(-0.6, 0.2)  # where lifting begins: -1 and 1 are the edges
    bulges = happens(0.35, rng)

    arc = np.linspace(-8.0, 8.0, 16001)
    on_paper = np.clip(arc, -1.0, 1.0)
    slope = -2 * on_paper if bulges else 2 * np.maximum(on_paper - hinge, 0.0) / (1 - hinge) ** 2
    slope = slope * curl_mm / half_mm
    arc_mm = arc * half_mm
    height_mm = _integrated(slope, arc_mm)
    height_mm -= np.interp(-half_mm, arc_mm, height_mm)  # the edge from which the paper rises lies on the desk
    ground_mm = _integrated(np.sqrt(1 - slope**2), arc_mm)
    ground_mm -= np.interp(0.0, arc_mm, ground_mm)
    return BentSheet(size_mm, size_px, bends_along, arc_mm, ground_mm, height_mm, slope)


def _integrated(values: FloatArray, at: FloatArray) -> FloatArray:
    """Return the running integral of ``values``, 0 at the first."""
    return np.concatenate([[0.0], np.cumsum((values[1:] + values[:-1]) / 2 * np.diff(at))])
