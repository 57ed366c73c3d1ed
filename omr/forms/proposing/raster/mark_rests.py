"""What marks leave in the print that filled copies have in common, where nearly everybody marked the same place.

A spot in which all those marks cross is as dark in nearly every copy as print is. But no copy shows it by itself, as
the copies of those do who marked something else if it is print; in most it hangs together with a mark, and those marks
differ, whereas torn print hangs together with the same print in every copy.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces, pieces_of
from omr.images.page_image import GrayImage
from omr.opencv import cv2

_INK = 45  # grey levels below the paper
_LARGEST_MM = 2.2  # of such a spot
_ALONE_MM = 0.3  # by which the sides of print that stands alone in a copy differ from it
_LARGER_MM = 0.8  # by which what it hangs together with is larger
_SAME_MM = 0.4  # by which the sides of what it hangs together with differ, at most, where that is print
_EDGE_PX = 5  # side of the square by which a spot's pale edge is removed


def without_mark_rests(common: GrayImage, copies: Sequence[GrayImage]) -> GrayImage:
    """Return what copies that lie over each other have in common, (H, W) uint8, without the rests of marks."""
    pieces = _ink_of(common)
    largest_px = pieces.boxes[:, 2:4].max(axis=1)
    is_spot = largest_px < _LARGEST_MM * PX_PER_MM
    is_spot[0] = False
    inked = np.flatnonzero(is_spot[pieces.labels])
    spots = pieces.labels.ravel()[inked]
    frames = np.stack([_frames_around(inked, spots, len(is_spot), _ink_of(copy)) for copy in copies])
    ends = np.concatenate([pieces.boxes[:, :2], pieces.boxes[:, :2] + pieces.boxes[:, 2:4]], axis=1)
    is_alone = (np.abs(frames - ends).max(axis=-1) <= _ALONE_MM * PX_PER_MM).any(axis=0)
    are_larger = (frames[..., 2:] - frames[..., :2]).max(axis=-1) > largest_px + _LARGER_MM * PX_PER_MM
    are_rests = np.zeros_like(is_spot)
    for number in np.flatnonzero(is_spot & ~is_alone & (2 * are_larger.sum(axis=0) > len(copies))):
        are_rests[number] = _differ(frames[are_larger[:, number], number])
    edge = np.ones((_EDGE_PX, _EDGE_PX), np.uint8)
    rests = cv2.dilate(are_rests[pieces.labels].astype(np.uint8), edge)
    return np.where(rests > 0, np.uint8(255), common)


def _ink_of(page: GrayImage) -> Pieces:
    return pieces_of(np.asarray(page < 255 - _INK, np.uint8))


def _frames_around(inked: NDArray[np.intp], spots: NDArray[np.int32], count: int, copy: Pieces) -> NDArray[np.float32]:
    """Return what the ink of each spot hangs together with in a copy, as its left, top, right and lower end, px.

    Args:
        inked: Places of the spots' ink in the page, flat.
        spots: Number of the spot of each.
        count: Numbers that there are.
        copy: The ink of the copy.

    Returns:
        (``count``, 4) float32; where a copy has no ink in a spot, the ends lie before the beginnings.
    """
    frames = np.tile(np.array([np.inf, np.inf, -np.inf, -np.inf], np.float32), (count, 1))
    there = copy.labels.ravel()[inked]
    is_inked = there > 0
    boxes = copy.boxes[there[is_inked], :4].astype(np.float32)
    np.minimum.at(frames[:, :2], spots[is_inked], boxes[:, :2])
    np.maximum.at(frames[:, 2:], spots[is_inked], boxes[:, :2] + boxes[:, 2:])
    return frames


def _differ(frames: NDArray[np.float32]) -> bool:
    """Whether what a spot hangs together with differs from copy to copy, (N, 4) px."""
    off = np.abs(frames - np.median(frames, axis=0)).max(axis=1)
    return bool(2 * (off <= _SAME_MM * PX_PER_MM).sum() < len(frames))
