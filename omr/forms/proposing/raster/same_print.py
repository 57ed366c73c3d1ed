"""Copies that lie over each other -> which of them are copies of one page: print is in the same place, ink is not.

1. Rules are left out: pages of a form often hold the same tables, with other words in them.
2. Tile by tile, the letters of a copy are looked for in every other copy, within the little that paper bends.
3. What a copy shows in a tile is print if it is found in some other copy too; handwriting is found nowhere else.
4. Copies are of two pages if each shows print in places where the other shows other print, or if one lacks much of the
   other's. Copies of one page hardly ever do, whatever was written on them.
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
_DARK = 50  # grey levels below the ground
_RULE_PX = 42  # 7 mm: longer than strokes of letters
_TILE_PX = (36, 60)  # 6 mm high, a line of text; 10 mm wide, a word
_SHIFTS_PX = (-4, -2, 0, 2, 4)  # up to 0.7 mm; strokes are made wider by what lies between
_LEAST_INK_PX = 70  # in a tile that tells anything: three letters of 10 pt
_MOST_INK_PX = 120  # looked at
_FOUND = 0.85  # share of a tile's letters in another copy if it has the same ones; nearly always 1.0
_OTHER = 0.8  # likewise if it has others, which cover two thirds by chance
_LACKING = 0.62  # likewise if it has none, or hardly any
_LEAST_SHARE = 0.5  # of the tiles of one of two copies that the other must show if they are to be of one page
_FEWEST_OTHER = 4  # tiles with other print that tell two pages apart
_SURE, _LIKELY = (0.05, 0.2), (0.025, 0.1)  # shares of tiles of other print, and lacking, that tell two pages apart
_IN_TURN = 0.9  # share of copies that follow one of another page if the pages were scanned in turn

Letters = NDArray[np.uint8]
Shares = NDArray[np.float32]


def letters_of(page: GrayImage) -> Letters:
    """Return where thin print that is no rule lies on a level page, (H, W) uint8, 0 or 1, at 150 dpi."""
    scale = _DPI / PICTURE_DPI
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_GROUND_PX, _GROUND_PX), np.uint8))
    dark = (cv2.subtract(ground, small) > _DARK).astype(np.uint8)
    rules = np.zeros_like(dark)
    for along, across in (((1, _RULE_PX), (3, 1)), ((_RULE_PX, 1), (1, 3))):
        thick = cv2.dilate(dark, np.ones(across, np.uint8))
        long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(along, np.uint8))
        rules |= cv2.dilate(long, np.ones((3, 3), np.uint8))
    return np.asarray(dark & (1 - rules), np.uint8)


def found_shares(letters: Sequence[Letters]) -> Shares:
    """Return the share of each copy's letters that is found in each copy, tile by tile.

    Args:
        letters: Of each copy, as they lie over each other.

    Returns:
        Of copy a in copy b, (copies a, copies b, tiles), 0.0-1.0; NaN where a has too few letters.
    """
    height, width = letters[0].shape
    high, wide = _TILE_PX
    edge = max(_SHIFTS_PX)
    square = np.ones((3, 3), np.uint8)
    rims = (edge, edge, edge, edge, cv2.BORDER_CONSTANT)
    wider = np.stack([cv2.copyMakeBorder(cv2.dilate(one, square), *rims).ravel() for one in letters])
    row_px = width + 2 * edge
    shifts = np.array([(edge + y) * row_px + edge + x for y in _SHIFTS_PX for x in _SHIFTS_PX])
    corners = [(top, left) for top in range(0, height - high + 1, high) for left in range(0, width - wide + 1, wide)]
    shares = np.full((len(letters), len(letters), len(corners)), np.nan, np.float32)
    for first, own in enumerate(letters):
        for place, (top, left) in enumerate(corners):
            ys, xs = np.nonzero(own[top : top + high, left : left + wide])
            if len(ys) >= _LEAST_INK_PX:
                step = -(-len(ys) // _MOST_INK_PX)
                places = (ys[::step] + top) * row_px + xs[::step] + left
                hits = wider[:, shifts[:, None] + places]
                shares[first, :, place] = hits.mean(axis=2, dtype=np.float32).max(axis=1)
    return shares


def show_one_page(letters: tuple[Letters, Letters]) -> bool:
    """Whether two copies that lie over each other may be of one page, as far as two can tell."""
    shares = found_shares(letters)
    return max(_mean(shares[0, 1] >= _FOUND, shares[0, 1]), _mean(shares[1, 0] >= _FOUND, shares[1, 0])) >= _LEAST_SHARE


def tell_apart(shares: Shares) -> tuple[int, ...]:
    """Return the page that each copy shows, numbered as they first come.

    Args:
        shares: What ``found_shares`` says of the copies, in the order in which they were scanned.
    """
    likely = _groups(_differ(shares, *_LIKELY))
    turns = [one != other for one, other in pairwise(likely)]
    if min(likely.count(group) for group in likely) > 1 and np.mean(turns) >= _IN_TURN:
        return likely
    return _groups(_differ(shares, *_SURE))


def _differ(shares: Shares, most_other: float, most_lacking: float) -> NDArray[np.bool_]:
    """Return which copies are of two pages, (copies, copies)."""
    count = len(shares)
    is_found = shares >= _FOUND
    is_found[range(count), range(count)] = False
    is_print = is_found.any(axis=1)
    has_other, lacks = shares < _OTHER, shares < _LACKING
    differ = np.zeros((count, count), np.bool_)
    for one in range(count):
        for two in range(one):
            both = is_print[one] & is_print[two]
            other = int((both & has_other[one, two] & has_other[two, one]).sum())
            fewest = max(min(is_print[one].sum(), is_print[two].sum()), 1)
            lacking = max(_part(lacks[one, two], is_print[one]), _part(lacks[two, one], is_print[two]))
            is_other = other >= max(_FEWEST_OTHER, most_other * fewest)
            differ[one, two] = differ[two, one] = is_other or lacking >= most_lacking
    return differ


def _groups(differ: NDArray[np.bool_]) -> tuple[int, ...]:
    """Put each copy to those before it of which it differs least, if from fewer than half of them."""
    groups: list[list[int]] = []
    found = []
    for copy in range(len(differ)):
        apart = [float(differ[copy, group].mean()) for group in groups]
        best = int(np.argmin(apart)) if apart else 0
        if not apart or apart[best] >= 0.5:
            best = len(groups)
            groups.append([])
        groups[best].append(copy)
        found.append(best)
    return tuple(found)


def _part(those: NDArray[np.bool_], of: NDArray[np.bool_]) -> float:
    return float((those & of).sum()) / max(int(of.sum()), _FEWEST_OTHER)


def _mean(those: NDArray[np.bool_], shares: Shares) -> float:
    """Return the share of the tiles with letters; 1.0 if there are too few to tell."""
    told = int((~np.isnan(shares)).sum())
    return float(those.sum()) / told if told >= _FEWEST_OTHER else 1.0
