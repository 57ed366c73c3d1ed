"""A pinhole camera above a desk: where places in the room appear in the photo, and what its pixels look at."""

from dataclasses import dataclass

import numpy as np

from omr.simulation.devices.placement import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A pinhole camera above the desk.

    Attributes:
        axes: (3, 3) orthogonal, room directions -> camera directions: right, down, away from the camera.
        distance_mm: From the camera to the middle of the page.
        focal_px: Focal length.
        middle_px: (2,) where in the photo the middle of the page on the desk appears.
    """

    axes: FloatArray
    distance_mm: float
    focal_px: float
    middle_px: FloatArray

    @property
    def px_per_mm(self) -> float:
        """Resolution of the photo in the middle of the page."""
        return self.focal_px / self.distance_mm

    def to_photo(self, room_mm: FloatArray) -> FloatArray:
        """Return where points of the room, (N, 3) mm, appear, (N, 2) px."""
        seen = room_mm @ self.axes.T + (0.0, 0.0, self.distance_mm)
        return np.asarray(seen[:, :2] / seen[:, 2:] * self.focal_px + self.middle_px)

    def rays(self, photo_px: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return where the rays of sight of pixels, (N, 2), meet the desk, and their drift per mm of height, (N, 2)."""
        towards = np.column_stack([(photo_px - self.middle_px) / self.focal_px, np.ones(len(photo_px))]) @ self.axes
        eye = -self.distance_mm * self.axes[2]
        drift = towards[:, :2] / np.minimum(towards[:, 2:], -0.05)  # no ray reaches the horizon
        return eye[:2] - eye[2] * drift, drift

    def desk_to_photo(self) -> FloatArray:
        """Return the (3, 3) homography of the desk, mm -> photo px."""
        lens = np.array([[self.focal_px, 0, self.middle_px[0]], [0, self.focal_px, self.middle_px[1]], [0, 0, 1]])
        return lens @ np.column_stack([self.axes[:, :2], (0.0, 0.0, self.distance_mm)])


def camera_axes(tilt_x_deg: float, tilt_y_deg: float, roll_deg: float) -> FloatArray:
    """Return the room directions -> camera directions of a camera that looks down, rolls, and leans about two axes."""
    x, y, z = np.deg2rad([tilt_x_deg, tilt_y_deg, roll_deg])
    about_x = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_z = np.array([[np.cos(z), -np.sin(z), 0], [np.sin(z), np.cos(z), 0], [0, 0, 1]])
    return np.asarray(about_x @ about_y @ about_z @ np.diag([1.0, 1.0, -1.0]))
