"""Letters that stand by themselves, as digits to be ringed do: gathered by their look, and read in rows of their own.

Tesseract passes over single letters in the cells of a table. Laid out in rows, as if they were text, it reads them; and
as the digit of a column looks the same in every row, a few of each look tell what all of them are.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.raster.ink import PICTURE_DPI, Pieces
from omr.forms.proposing.raster.lettering.tesseract import read_words
from omr.images.page_image import GrayImage
from omr.opencv import cv2

_SIDE = (20, 28)  # px of a look
_ALIKE = 0.86  # correlation of looks
_LIKE_SIZE = 0.2
_LIKE_WEIGHT = 0.84  # pixels of ink, the fewer to the more: bold digits are another look
_TIMES = 5  # that a look is read
_A_ROW = 9
_MOST_LOOKS = 60
_HEIGHT_PX = 34  # of letters that are laid out to be read
_APART_PX = 30
_BLOCK = 6  # Tesseract's mode for one block of lines
_ONE_LETTER = {"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "Z": "2", "B": "8", "]": "1", "[": "1"}


@dataclass(slots=True)
class _Look:
    """Letters that look alike.

    Attributes:
        mean: Their look, unit length.
        size: Width and height of the first, px.
        count: Its pixels of ink.
        members: Their pieces of ink.
    """

    mean: NDArray[np.float32]
    size: tuple[int, int]
    count: int
    members: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LoneLetter:
    """A letter that stands by itself: what it is, its piece of ink, and the number of its look."""

    text: str
    piece: int
    look: int


def read_lone_letters(ground: GrayImage, pieces: Pieces, numbers: Sequence[int]) -> list[LoneLetter]:
    """Return the letters that are read.

    Args:
        ground: The page, paper 255.
        pieces: Its ink.
        numbers: The pieces that may be letters.
    """
    looks = _gathered(pieces, numbers)
    if not looks:
        return []
    texts = _read(ground, pieces, _rows(looks))
    found = []
    for place, look in enumerate(looks):
        votes = Counter(text for text in texts[place] if len(text) == 1 and text.isalnum())
        if votes:
            found += [LoneLetter(votes.most_common(1)[0][0], number, place) for number in look.members]
    return _as_digits(found)


def _rows(looks: Sequence[_Look]) -> list[list[tuple[int, int]]]:
    """Return rows of letters to be read, each the place of its look and its piece of ink.

    Every look comes several times, each time another of its letters beside other neighbours: what Tesseract makes of a
    letter depends on those.
    """
    count = len(looks)
    stride = next(step for step in (7, 5, 11, 13, 1) if count % step) if count > 1 else 1
    rows = []
    for turn in range(_TIMES):
        order = [(place * (1 if turn % 2 == 0 else stride) + turn) % count for place in range(count)]
        line = [
            (place, looks[place].members[round(turn * (len(looks[place].members) - 1) / (_TIMES - 1))])
            for place in order
        ]
        rows += [line[start : start + _A_ROW] for start in range(0, count, _A_ROW)]
    return rows


def _gathered(pieces: Pieces, numbers: Sequence[int]) -> list[_Look]:
    """Return the looks of letters, the most frequent first, then from left to right."""
    looks: list[_Look] = []
    for number in numbers:
        mask = pieces.cut(number).astype(np.float32)
        size = (mask.shape[1], mask.shape[0])
        picture = cv2.GaussianBlur(cv2.resize(mask, _SIDE, interpolation=cv2.INTER_AREA), (0, 0), 1.0)
        centred = picture - picture.mean()
        vector = (centred / max(float(np.linalg.norm(centred)), 1e-6)).ravel().astype(np.float32)
        own = _Look(vector, size, int(pieces.boxes[number, 4]))
        best = max(looks, key=lambda look: _likeness(look, own), default=None)
        if best is None or _likeness(best, own) < _ALIKE:
            best = own
            looks.append(best)
        best.members.append(number)
        mean = best.mean * (len(best.members) - 1) + vector
        best.mean = mean / max(float(np.linalg.norm(mean)), 1e-6)
    looks = sorted(looks, key=lambda look: -len(look.members))[:_MOST_LOOKS]
    return sorted(looks, key=lambda look: int(pieces.boxes[look.members[0], 0]))


def _likeness(look: _Look, own: _Look) -> float:
    is_of_size = all(
        abs(one - other) <= max(_LIKE_SIZE * max(one, other), 2.5)
        for one, other in zip(look.size, own.size, strict=True)
    )
    is_of_weight = _LIKE_WEIGHT < look.count / own.count < 1 / _LIKE_WEIGHT
    return float(look.mean.ravel() @ own.mean.ravel()) if is_of_size and is_of_weight else -1.0


def _read(ground: GrayImage, pieces: Pieces, rows: Sequence[Sequence[tuple[int, int]]]) -> list[list[str]]:
    """Return what the letters of each look are read as."""
    width = _A_ROW * (_HEIGHT_PX + 10 + _APART_PX) + 120
    sheet = np.full((len(rows) * 2 * _HEIGHT_PX + 120, width), 255, np.uint8)
    places: list[tuple[int, int, int]] = []
    for row, letters in enumerate(rows):
        x, base = 60, 60 + row * 2 * _HEIGHT_PX + _HEIGHT_PX
        for place, number in letters:
            picture = _picture(ground, pieces, number)
            sheet[base - picture.shape[0] : base, x : x + picture.shape[1]] = picture
            places.append((place, x + picture.shape[1] // 2, base - picture.shape[0] // 2))
            x += picture.shape[1] + _APART_PX
    texts: list[list[str]] = [[] for _ in range(1 + max(place for place, _, _ in places))]
    for word in read_words(sheet, PICTURE_DPI, _BLOCK):
        left, top, wide, high = word.box
        inside = [
            place for place, x, y in places if left - 4 <= x <= left + wide + 4 and top - 12 <= y <= top + high + 12
        ]
        if len(inside) == len(word.text):
            for place, letter in zip(inside, word.text, strict=True):
                texts[place].append(letter)
        elif len(inside) == 1:
            texts[inside[0]].append(word.text.strip(".,:;'`‘’-_"))
    return texts


def _picture(ground: GrayImage, pieces: Pieces, number: int) -> GrayImage:
    """Return one letter without what stands around it, as high as a capital."""
    left, top, width, height, _ = (int(side) for side in pieces.boxes[number])
    grown = cv2.dilate(pieces.cut(number), np.ones((3, 3), np.uint8))
    own = np.where(grown > 0, ground[top : top + height, left : left + width], 255).astype(np.uint8)
    scale = _HEIGHT_PX / height
    size = (max(min(round(width * scale), _HEIGHT_PX + 10), 2), _HEIGHT_PX)
    return np.asarray(cv2.resize(own, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC), np.uint8)


def _as_digits(found: Sequence[LoneLetter]) -> list[LoneLetter]:
    """Take letters that look like digits for digits where most of the others are digits."""
    digits = sum(letter.text.isdecimal() for letter in found)
    if digits * 2 < len(found):
        return list(found)
    return [replace(letter, text=_ONE_LETTER.get(letter.text, letter.text)) for letter in found]
