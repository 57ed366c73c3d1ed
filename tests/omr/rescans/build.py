"""Pictures of marks whose likeness is known by hand."""

import numpy as np

from omr.rescans.ink_signature import PICTURE_PX, pack_pictures


def dotted(moved=0, level=15):
    """A mark of sixteen dots, one in each square of 4 x 4 pixels, of which the first so many lie elsewhere.

    Two such marks share m dots at one place and none at the eight places around it, so that they correlate to
    (m - 1) / 15: of 256 pixels 16 are inked, and 16 * 16 / 256 = 1 would be shared by chance.
    """
    picture = np.zeros((PICTURE_PX, PICTURE_PX), np.uint8)
    for dot in range(16):
        place = 3 if dot < moved else 1
        picture[dot // 4 * 4 + place, dot % 4 * 4 + place] = level
    return picture


def scattered(seed, moved=0):
    """A mark that no other seed draws, of sixteen dots that lie anywhere in such squares; the first so many moved.

    Two of one seed share and correlate as two dotted ones do; those of two seeds correlate to 0.3 at most.
    """
    picture = np.zeros((PICTURE_PX, PICTURE_PX), np.uint8)
    for dot, (down, across) in enumerate(np.random.default_rng(seed).integers(0, 4, (16, 2))):
        away = 2 if dot < moved else 0
        picture[dot // 4 * 4 + (down + away) % 4, dot % 4 * 4 + (across + away) % 4] = 15
    return picture


def written(count, moved=0, first=0):
    """So many marks, each by itself."""
    return [scattered(seed, moved) for seed in range(first, first + count)]


def packed(pictures):
    """The pictures of a page, by response area."""
    return pack_pictures(np.array(list(pictures)), np.array(list(pictures.values()), np.uint8))


def page_of(*pictures):
    """The pictures of a page whose first areas are marked."""
    return packed(dict(enumerate(pictures)))
