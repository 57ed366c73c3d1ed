"""Pairs of square or round brackets with nothing between them: boxes and circles made of letters."""

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.content.places import hull
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces, rect_of
from omr.forms.proposing.raster.shapes.neighbours import Neighbours

_SPECK = 0.4  # of a bracket's height: what is lower beside it is no second one and no letter
_ARMS, _SPECKED_ARMS = 0.9, 0.7  # share of its width that each arm has; likewise where a speck makes one longer


def find_brackets(pieces: Pieces, near: Neighbours, taken: set[int]) -> list[tuple[PrintedShape, tuple[int, int]]]:
    """Return the boxes and circles made of two brackets, each with the pieces of ink that these are.

    Args:
        pieces: Ink without rules.
        near: The same, by place.
        taken: Pieces that are shapes of their own.
    """
    found = []
    for number in range(1, len(pieces.boxes)):
        left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
        if number in taken or not 2.2 * PX_PER_MM < height < 7 * PX_PER_MM or width > 0.5 * height:
            continue
        reach = left + width + 6.5 * PX_PER_MM
        beside = near.within(left + width, top, reach, top + height)
        right = [other for other in beside if other != number and pieces.boxes[other, 3] > _SPECK * height]
        right.sort(key=lambda other: int(pieces.boxes[other, 0]))
        if not right or right[0] in taken:
            continue
        box = pieces.boxes[right[0]]
        is_like = abs(int(box[1]) - top) < 0.12 * height and abs(int(box[3]) - height) < 0.12 * height
        gap = int(box[0]) - left - width
        if not is_like or box[2] > 0.5 * height or gap < 0.9 * PX_PER_MM:
            continue
        kind = _kind_of_pair(pieces.cut(number), pieces.cut(right[0])[:, ::-1])
        if kind is not None:
            rect = hull((rect_of(pieces.boxes[number]), rect_of(box)))
            found.append((PrintedShape(kind, rect, is_letter=True), (number, right[0])))
    return found


def _kind_of_pair(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> ShapeKind | None:
    """Return the shape of which two pieces, turned to be opening ones, are the sides; a speck may hang on to one."""
    kinds = [_bracket(mask, _ARMS) for mask in (one, other)]
    if kinds[0] is kinds[1]:
        return kinds[0]
    is_square = ShapeKind.BOX in kinds and all(_bracket(mask, _SPECKED_ARMS) is ShapeKind.BOX for mask in (one, other))
    return ShapeKind.BOX if is_square else None


def _bracket(mask: NDArray[np.uint8], least_arms: float) -> ShapeKind | None:
    """Return the shape whose left side an opening bracket is; None if a piece is none."""
    height, width = mask.shape
    if width < 3:
        return None
    first = mask.argmax(axis=1)[mask.max(axis=1) > 0]
    if mask.max(axis=1).mean() < 0.97 or len(first) < 10:
        return None
    ends = max(2, height // 9)
    is_straight = float((first[ends:-ends] <= 0.15 * width + 1).mean()) > 0.9
    arms = (mask[:ends].max(axis=0).mean(), mask[-ends:].max(axis=0).mean())
    middle = mask[height // 3 : -height // 3].max(axis=0).mean()
    if is_straight and min(arms) > least_arms and middle < 0.75:
        return ShapeKind.BOX
    quarter = max(height // 5, 1)
    bend = min(first[:quarter].mean(), first[-quarter:].mean()) - first[2 * quarter : -2 * quarter].mean()
    return ShapeKind.OVAL if bend > 0.2 * width and first[-1] > 0.35 * width and first[0] > 0.35 * width else None
