"""A part of a delivered image as a scan of its own, so that a page in it is found and read like any other."""

from dataclasses import dataclass

import numpy as np

from omr.geometry import Homography
from omr.images.page_image import PageImage, ScanFile, Wish

_GRID_PX = 8  # parts begin at multiples, so that images decoded at half or quarter size are cut at the same places


@dataclass(frozen=True, slots=True)
class ImagePart:
    """A rectangle of an image, delivered pixels; of the right and lower edge the pixel behind."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def from_part(self) -> Homography:
        """Mapping from the scan frame of the part to that of the image."""
        return np.array([[1.0, 0.0, self.left], [0.0, 1.0, self.top], [0.0, 0.0, 1.0]])

    def on_grid(self) -> "ImagePart":
        """Return the part that begins where images of every size can be cut; a few pixels larger."""
        return ImagePart(self.left // _GRID_PX * _GRID_PX, self.top // _GRID_PX * _GRID_PX, self.right, self.bottom)


def scan_of_part(scan: ScanFile, index: int, size_px: tuple[int, int], part: ImagePart) -> ScanFile:
    """Return a scan with one page: a part, on the grid, of one page of ``scan``.

    Args:
        scan: The opened file.
        index: 0-based page of it.
        size_px: Width and height of that page.
        part: The part of it.
    """
    grows = max(size_px) / max(part.width, part.height)

    def fetch(_index: int, wish: Wish) -> PageImage:
        enough_px = None if wish.enough_px is None else round(wish.enough_px * grows)
        return cut(scan.fetch(index, Wish(wish.colour, enough_px)), part)

    return ScanFile(1, fetch)


def cut(page: PageImage, part: ImagePart) -> PageImage:
    """Return a part of an image, at the size in which that was loaded."""
    shrink = page.shrink
    rows = slice(part.top // shrink, -(-part.bottom // shrink))
    columns = slice(part.left // shrink, -(-part.right // shrink))
    return PageImage(np.ascontiguousarray(page.pixels[rows, columns]), shrink, page.stated_dpi, page.is_by_camera)
