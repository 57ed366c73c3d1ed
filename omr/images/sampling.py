"""Sample the surroundings of every response area where it lies, upright and at one scale, without warping the page."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.model import ResponseArea
from omr.geometry import Homography, Points, jacobians, map_points
from omr.images.page_image import GrayImage
from omr.opencv import cv2

PATCH_PX = 56
"""Side of a patch."""

MARGIN_MM = 3.2
"""What a patch shows around its response area: enough for a ring around a box, less than half the way to the next."""

Patches = NDArray[np.float32]
"""(N, 56, 56) float32, one patch per response area, row by row as printed."""


@dataclass(frozen=True, slots=True, eq=False)
class PatchGeometry:
    """Where the patches of a page lie on paper.

    Attributes:
        centers_mm: Middle of each response area, (N, 2), template frame.
        sizes_mm: Width and height of each response area, (N, 2).
        px_per_mm: Patch pixels per millimetre, (N,).
    """

    centers_mm: Points
    sizes_mm: Points
    px_per_mm: NDArray[np.float64]

    @classmethod
    def of(cls, areas: Sequence[ResponseArea]) -> "PatchGeometry":
        """Lay a patch over every response area."""
        centers = np.array([area.rect.center_mm for area in areas]).reshape(-1, 2)
        return cls.around(centers, np.array([(area.rect.w_mm, area.rect.h_mm) for area in areas]).reshape(-1, 2))

    @classmethod
    def around(cls, centers_mm: Points, sizes_mm: Points) -> "PatchGeometry":
        """Lay a patch over every rectangle of the given middle and size, (N, 2) each."""
        return cls(centers_mm, sizes_mm, PATCH_PX / (sizes_mm.max(axis=1, initial=0) + 2 * MARGIN_MM))

    def only(self, which: NDArray[np.int64]) -> "PatchGeometry":
        """Return some of the patches, by number."""
        return PatchGeometry(self.centers_mm[which], self.sizes_mm[which], self.px_per_mm[which])


def sample_patches(
    pixels: GrayImage, template_to_pixels: Homography, geometry: PatchGeometry, centers_mm: Points
) -> NDArray[np.uint8]:
    """Return the patches of a page: (N, 56, 56) uint8.

    Args:
        pixels: (H, W) uint8; beyond its edge the last pixel repeats.
        template_to_pixels: Where the template lies in it.
        geometry: Scale of each patch.
        centers_mm: Where to centre each patch, template frame; differs from ``geometry`` by the local correction.
    """
    patches = np.empty((len(centers_mm), PATCH_PX, PATCH_PX), np.uint8)
    middle = (PATCH_PX - 1) / 2
    linear = jacobians(template_to_pixels, centers_mm) / geometry.px_per_mm[:, None, None]
    shifts = map_points(template_to_pixels, centers_mm) - linear.sum(axis=2) * middle
    to_pixels = np.concatenate([linear, shifts[:, :, None]], axis=2)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    for patch, matrix in zip(patches, to_pixels, strict=True):
        cv2.warpAffine(pixels, matrix, (PATCH_PX, PATCH_PX), patch, flags, cv2.BORDER_REPLICATE)
    return patches


def zone(geometry: PatchGeometry, index: int, inner_mm: float, outer_mm: float) -> NDArray[np.bool_]:
    """Return the pixels of a patch between two outlines parallel to its response area's.

    Args:
        geometry: The page's patches.
        index: Which patch.
        inner_mm: Distance of the inner outline from the area's edge, outwards positive; -inf for none.
        outer_mm: The same of the outer outline.
    """
    across, down = offsets_mm(geometry, index)
    beyond = np.maximum(
        np.abs(across) - geometry.sizes_mm[index, 0] / 2, np.abs(down) - geometry.sizes_mm[index, 1] / 2
    )
    return np.asarray((beyond >= inner_mm) & (beyond < outer_mm))


def offsets_mm(geometry: PatchGeometry, index: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return each patch pixel's distance from the middle, to the right and downwards, mm: two (56, 56) arrays."""
    line = (np.arange(PATCH_PX) - (PATCH_PX - 1) / 2) / geometry.px_per_mm[index]
    return np.broadcast_to(line, (PATCH_PX, PATCH_PX)), np.broadcast_to(line[:, None], (PATCH_PX, PATCH_PX))
