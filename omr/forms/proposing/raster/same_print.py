"""Copies that lie over each other -> which of them are copies of one page: print is in the same place, ink is not.

1. Rules are left out: pages of a form often hold the same tables, with other words in them.
2. Tile by tile, the letters of a copy are looked for in every other copy, within the little that paper bends.
3. What a copy shows in a tile is print if others show it too; handwriting is found nowhere else.
4. Copies are of two pages if one lacks much of the other's print. Copies of one page hardly lack any, whatever was
   written on them.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.raster.ink import PICTURE_DPI
from omr.images.page_image import GrayImage
from omr.opencv import cv2

_DPI = 150
_GROUND_PX = 25  # side of what is wider than any stroke
_FAINT, _DARK = 25, 50  # grey levels below the ground; thin outlines come out dark in one copy and faint in the next
_RULE_PX = 42  # 7 mm: longer than strokes of letters
_TILE_PX = (36, 60)  # 6 mm high, a line of text; 10 mm wide, a word
_SHIFTS_PX = (-2, 0, 2)  # with the wider strokes 0.5 mm
_AROUND_PX = 9  # side of the square around ink that belongs to its line of text
_LEAST_INK_PX = 70  # in a tile that tells anything: three letters of 10 pt
_MOST_PX = (120, 200)  # looked at in a tile, of its ink and of what is around
_FOUND = 0.75  # agreement of a tile's letters with a copy that has the same ones; nearly always above 0.9
_ABSENT = 0.6  # agreement below which letters are not there, or others are, however pale
_LEAST_ABSENT = 0.3  # share of them in the print that a page lacks, unless
_LEAST_OWN = 0.03  # so much of its own is lacking elsewhere, too
_LEAST_SHARE = 0.5  # of the tiles of one of two copies that the other must show if they are to be of one page
_FEWEST_TOLD = 5  # tiles that tell anything of two copies
_COPIES = 5  # for each so many one more must show what is print, as marks of two people may fall together
_SURE, _LIKELY = 0.15, 0.1  # share of a copy's print that one of another page lacks; one of the same page, 0.07
_IN_TURN = 0.9  # share of copies that follow one of another page if the pages were scanned in turn

Letters = NDArray[np.uint8]
Agreements = NDArray[np.float32]


def letters_of(page: GrayImage) -> Letters:
    """Return where thin print that is no rule lies on a level page, at 150 dpi.

    Returns:
        (H, W) uint8, 2 where it is dark, 1 where it is so faint that it counts as found, but is not looked for.
    """
    scale = _DPI / PICTURE_DPI
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_GROUND_PX, _GROUND_PX), np.uint8))
    depth = cv2.subtract(ground, small)
    dark = (depth > _DARK).astype(np.uint8)
    rules = np.zeros_like(dark)
    for along, across in (((1, _RULE_PX), (3, 1)), ((_RULE_PX, 1), (1, 3))):
        thick = cv2.dilate(dark, np.ones(across, np.uint8))
        long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(along, np.uint8))
        rules |= cv2.dilate(long, np.ones((3, 3), np.uint8))
    return np.asarray((dark + (depth > _FAINT)) * (1 - rules), np.uint8)


def agreements(letters: Sequence[Letters]) -> Agreements:
    """Return how well each copy's letters are found in each copy, tile by tile.

    Args:
        letters: Of each copy, as they lie over each other.

    Returns:
        Of copy a in copy b, (copies a, copies b, tiles): 1.0 if all its ink is there, whatever else is; about 0 if no
        more of it than of the paper around it; NaN where a has too few letters.
    """
    height, width = letters[0].shape
    (high, wide), edge = _TILE_PX, max(_SHIFTS_PX)
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    rims = (edge, edge, edge, edge, cv2.BORDER_CONSTANT)
    wider = np.stack([cv2.copyMakeBorder(cv2.dilate(np.minimum(one, 1), cross), *rims).ravel() for one in letters])
    row_px = width + 2 * edge
    shifts = np.array([(edge + y) * row_px + edge + x for y in _SHIFTS_PX for x in _SHIFTS_PX])
    corners = [(top, left) for top in range(0, height - high + 1, high) for left in range(0, width - wide + 1, wide)]
    found = np.full((len(letters), len(letters), len(corners)), np.nan, np.float32)
    for first, own in enumerate(one // 2 for one in letters):
        around = cv2.dilate(own, np.ones((_AROUND_PX, _AROUND_PX), np.uint8))
        for place, (top, left) in enumerate(corners):
            tile = slice(top, top + high), slice(left, left + wide)
            if cv2.countNonZero(own[tile]) < _LEAST_INK_PX:
                continue
            ink, near = (
                _some_of(part[tile], most, row_px) + top * row_px + left
                for part, most in zip((own, around), _MOST_PX, strict=True)
            )
            found[first, :, place] = _agreement(wider, ink, near, shifts)
    return found


def _agreement(
    wider: NDArray[np.uint8], ink: NDArray[np.int64], near: NDArray[np.int64], shifts: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return the share of ink that is found in each copy beyond what chance finds, where most is found."""
    hits = wider[:, shifts[:, None] + ink].mean(axis=2, dtype=np.float32)
    best = shifts[hits.argmax(axis=1)]
    by_chance = np.take_along_axis(wider, best[:, None] + near, axis=1).mean(axis=1, dtype=np.float32)
    return np.asarray((hits.max(axis=1) - by_chance) / np.maximum(1 - by_chance, 0.001), np.float32)


def _some_of(tile: NDArray[np.uint8], most: int, row_px: int) -> NDArray[np.int64]:
    """Return at most so many of a tile's places that are not 0, in an image of this row length."""
    ys, xs = np.nonzero(tile)
    step = -(-len(ys) // most)
    return np.asarray(ys[::step] * row_px + xs[::step], np.int64)


def share_in_common(letters: tuple[Letters, Letters]) -> float:
    """Return which share of its letters one of two copies that lie over each other shows in the other, 0-1."""
    found = agreements(letters)
    return max(_share_found(found[0, 1]), _share_found(found[1, 0]))


def is_one_page(in_common: float) -> bool:
    """Whether two copies with this share of letters in common may be of one page, as far as two can tell."""
    return in_common >= _LEAST_SHARE


def tell_apart(found: Agreements) -> tuple[int, ...]:
    """Return the page that each copy shows, numbered as they first come.

    Args:
        found: What ``agreements`` says of the copies, in the order in which they were scanned.
    """
    likely = _groups(_differ(found, _LIKELY))
    turns = [one != other for one, other in pairwise(likely)]
    if min(likely.count(group) for group in likely) > 1 and np.mean(turns) >= _IN_TURN:
        return likely
    return _groups(_differ(found, _SURE))


def _differ(found: Agreements, least_lacking: float) -> NDArray[np.bool_]:
    """Return which copies are of two pages, (copies, copies): one lacks this share of the other's print."""
    count = len(found)
    is_found = found >= _FOUND
    is_found[range(count), range(count)] = False
    fewest = (count - 1) // _COPIES
    is_print = is_found.sum(axis=1) > fewest
    lacking = (is_print[:, None] & ~is_found).sum(axis=2)
    lacking[range(count), range(count)] = 0
    shares = lacking / np.maximum(is_print.sum(axis=1), 1)[:, None]
    # Where marks stand in hundreds of cells, many fall together, and copies of the same page lack those as well.
    of_own_page = np.partition(shares + np.eye(count), fewest, axis=1)[:, fewest : fewest + 1]
    lacks = (lacking >= _FEWEST_TOLD) & (shares - of_own_page >= least_lacking)
    # A pale copy shows a part of every letter, and has no words of its own.
    absent = (is_print[:, None] & (found < _ABSENT)).sum(axis=2)
    lacks &= (absent >= _LEAST_ABSENT * lacking) | (shares.T >= _LEAST_OWN)
    return np.asarray(lacks | lacks.T)


def _groups(differ: NDArray[np.bool_]) -> tuple[int, ...]:
    """Put each copy to those before it of which it differs least, if from fewer than half of them."""
    groups: list[list[int]] = []
    numbers = []
    for copy in range(len(differ)):
        apart = [float(differ[copy, group].mean()) for group in groups]
        best = int(np.argmin(apart)) if apart else 0
        if not apart or apart[best] >= 0.5:
            best = len(groups)
            groups.append([])
        groups[best].append(copy)
        numbers.append(best)
    return tuple(numbers)


def _share_found(found: Agreements) -> float:
    """Return the share of tiles that are found among those with letters; 1.0 if there are too few to tell."""
    told = int((~np.isnan(found)).sum())
    return float((found >= _FOUND).sum()) / told if told >= _FEWEST_TOLD else 1.0
