"""Ink that is no rule and no shape -> words, read by Tesseract, with the place and the size of their letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import holds, hull, shared_width
from omr.forms.proposing.raster.ink import PICTURE_DPI, PX_PER_MM, Pieces, rect_of
from omr.forms.proposing.raster.lettering.counted_rows import counted_among, mend_counted_rows
from omr.forms.proposing.raster.lettering.lone_letters import LoneLetter, read_lone_letters
from omr.forms.proposing.raster.lettering.ringed import UNREAD
from omr.forms.proposing.raster.lettering.tesseract import ReadWord, languages, read_words
from omr.forms.proposing.raster.shapes.neighbours import Neighbours
from omr.images.page_image import GrayImage
from omr.opencv import cv2

_SPARSE = 11  # Tesseract's mode for words anywhere on a page
_LONE_MM = (1.1, 7.0)  # height of a letter that stands by itself
_ABOVE, _BELOW, _SMALL, _TALL = 0.17, 0.21, 0.53, 0.72  # of the font's size: accents, tails, small letters, tall ones
_SAME_SIZE = 1.1
_BOLD = 1.25  # thickness of strokes, of what is usual on the page
_PARTED = 0.8  # of its height: a gap that no word has
_NEXT_DIGIT = 0.4  # of their height: between the digits of a number
_TORN_APART = 0.4  # heights of the upper piece of a torn letter to the middle of its lower one
_LEAST_DIGIT = 0.5  # height of the lowest piece of a number, of that of the highest
_FEWEST_KNOWN = 30  # letters that show how well a page can be read
_SPECKS = "_|~'`‘’“”"  # as which specks beside a number are read
_SPECKS_BEHIND = _SPECKS + "-—–"  # a dash before a number may be its sign
_JUNK = frozenset("|_~-—–=.,:;'`\"‘’“”*°^<>\\/«»¬")


@dataclass(slots=True)
class _Text:
    """A word in the making."""

    text: str
    pieces: list[int]
    line: tuple[int, int, int]
    box: NDArray[np.int32] = field(default_factory=lambda: np.zeros(5, np.int32))


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The words of a page, and how sure Tesseract was of most of their letters, 0-100; 100 where it read hardly any."""

    words: tuple[Word, ...]
    sure: float


def find_words(ground: GrayImage, pieces: Pieces, letters: Sequence[int], ringed: Sequence[Rect]) -> FoundWords:
    """Return the words of a page.

    Args:
        ground: The page with its letters alone, paper 255.
        pieces: The ink of the page.
        letters: The pieces that may be letters.
        ringed: Places of boxes and circles: what stands in one is no part of a longer word.
    """
    if not languages():
        return FoundWords(tuple(_unread(pieces, letters)), 100.0)
    read = read_words(ground, PICTURE_DPI, _SPARSE)
    texts = _with_pieces(read, pieces, letters, ringed)
    used = {number for text in texts for number in text.pieces}
    rest = [number for number in letters if number not in used]
    alone = _alone(rest, pieces)
    texts += _joined(read_lone_letters(ground, pieces, alone), pieces)
    used = {number for text in texts for number in text.pieces}
    unread = [*_numbers([number for number in alone if number not in used], pieces), *_torn(rest, pieces)]
    words = mend_counted_rows(_measured(texts, pieces))
    counted = counted_among(words, unread)
    words = [word for word in words if not any(holds(other.rect, word.rect) for other in counted)] + counted
    sure = sorted(word.sure for word in read for letter in word.text if letter.isalpha())
    is_known = len(sure) >= _FEWEST_KNOWN
    return FoundWords(tuple(words), median(sure) if is_known else 100.0)


def _with_pieces(
    read: Iterable[ReadWord], pieces: Pieces, letters: Sequence[int], ringed: Sequence[Rect]
) -> list[_Text]:
    """Give every word its pieces of ink; words without any, and such as are print around a ring, are dropped."""
    free = set(letters)
    near = Neighbours(pieces)
    texts = []
    for word in sorted(read, key=lambda one: -one.sure):
        left, top, width, height = word.box
        mine = [
            number
            for number in near.within(left - 2, top - 2, left + width + 2, top + height + 2)
            if number in free and _has_middle_in(pieces.boxes[number], word.box)
        ]
        if not mine or all(letter in _JUNK for letter in word.text) or _is_in_ring(pieces, mine, ringed):
            continue
        number = word.text.lstrip(_SPECKS).rstrip(_SPECKS_BEHIND)
        if number.isdecimal():
            word = replace(word, text=number)
            mine = _without_specks(mine, pieces)
        parts = _parts(mine, pieces)
        if len(parts) == 1:
            texts.append(_Text(word.text, mine, word.line))
        elif len(parts) == len(word.text):
            texts += [_Text(text, part, word.line) for text, part in zip(word.text, parts, strict=True)]
        else:
            continue
        free -= set(mine)
    return texts


def _without_specks(numbers: Sequence[int], pieces: Pieces) -> list[int]:
    """Return the pieces of a number that are as high as digits: those that a copier added are lower."""
    high = max(int(pieces.boxes[number, 3]) for number in numbers)
    return [number for number in numbers if pieces.boxes[number, 3] > _LEAST_DIGIT * high]


def _parts(numbers: Sequence[int], pieces: Pieces) -> list[list[int]]:
    """Return the pieces of a word from left to right, parted where a gap shows that it is none: 1  2  3."""
    parts: list[list[int]] = []
    high, right = max(int(pieces.boxes[number, 3]) for number in numbers), 0
    for number in sorted(numbers, key=lambda one: int(pieces.boxes[one, 0])):
        if parts and int(pieces.boxes[number, 0]) - right < _PARTED * high:
            parts[-1].append(number)
        else:
            parts.append([number])
        right = max(right, int(pieces.boxes[number, 0]) + int(pieces.boxes[number, 2]))
    return parts


def _has_middle_in(box: NDArray[np.int32], outer: tuple[int, int, int, int]) -> bool:
    x, y = float(box[0]) + float(box[2]) / 2, float(box[1]) + float(box[3]) / 2
    left, top, width, height = outer
    return left - 2 <= x <= left + width + 2 and top - 2 <= y <= top + height + 2


def _is_in_ring(pieces: Pieces, mine: Sequence[int], ringed: Sequence[Rect]) -> bool:
    """Whether a letter of a word stands in a box or circle; such letters are read by themselves."""
    for number in mine:
        x_mm, y_mm = rect_of(pieces.boxes[number]).center_mm
        for ring in ringed:
            if (
                ring.x_mm < x_mm < ring.x_mm + ring.w_mm
                and ring.y_mm < y_mm < ring.y_mm + ring.h_mm
                and max(ring.w_mm, ring.h_mm) < 12.6
            ):
                return True
    return False


def _joined(letters: Iterable[LoneLetter], pieces: Pieces) -> list[_Text]:
    """Return letters that stand by themselves as words, digits of one number together."""
    found: list[_Text] = []
    for letter in sorted(letters, key=lambda one: int(pieces.boxes[one.piece, 0])):
        left, top, _, height, _ = pieces.boxes[letter.piece]
        for word in reversed(found):
            last = pieces.boxes[word.pieces[-1]]
            is_level = abs(last[1] + last[3] - top - height) < 0.2 * height and abs(last[3] - height) < 0.25 * height
            if is_level and 0 <= left - last[0] - last[2] < _NEXT_DIGIT * height:
                word.text += letter.text
                word.pieces.append(letter.piece)
                break
        else:
            found.append(_Text(letter.text, [letter.piece], (-1, letter.look, 0)))
    return found


def _alone(rest: Sequence[int], pieces: Pieces) -> list[int]:
    """Return the pieces that are as large as letters and were read as part of no word."""
    low, high = _LONE_MM
    return [
        number
        for number in rest
        if low * PX_PER_MM <= pieces.boxes[number, 3] <= high * PX_PER_MM
        and pieces.boxes[number, 2] <= 1.5 * pieces.boxes[number, 3]
    ]


def _numbers(letters: Iterable[int], pieces: Pieces) -> list[Rect]:
    """Return the places of letters, digits of one number together."""
    lone = [LoneLetter("0", number, 0) for number in letters]
    return [rect_of(_box_of(text.pieces, pieces)) for text in _joined(lone, pieces)]


def _torn(rest: Sequence[int], pieces: Pieces) -> Iterable[Rect]:
    """Yield the places of letters that a copier tore into two pieces, one above the other."""
    low, high = _LONE_MM
    near = Neighbours(pieces)
    known = set(rest)
    for upper in rest:
        left, top, width, height = (int(side) for side in pieces.boxes[upper, :4])
        if 2 * height < low * PX_PER_MM:
            continue
        foot = top + height
        for lower in near.within(left, foot, left + width, foot + _TORN_APART * height):
            if lower == upper or lower not in known or int(pieces.boxes[lower, 1]) < foot - 1:
                continue
            one, other = rect_of(pieces.boxes[upper]), rect_of(pieces.boxes[lower])
            if low <= hull((one, other)).h_mm <= high and shared_width(one, other) > 0.6:
                yield hull((one, other))


def _box_of(numbers: Sequence[int], pieces: Pieces) -> NDArray[np.int32]:
    """Return left, top, width, height and pixels of some pieces together."""
    boxes = pieces.boxes[numbers]
    left, top = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = (boxes[:, 0] + boxes[:, 2]).max(), (boxes[:, 1] + boxes[:, 3]).max()
    return np.array([left, top, right - left, bottom - top, boxes[:, 4].sum()], np.int32)


def _measured(texts: Sequence[_Text], pieces: Pieces) -> list[Word]:
    """Return words with the place, size and weight of their letters."""
    thickness = _thickness(pieces)
    lines: dict[tuple[int, int, int], list[_Text]] = {}
    for text in texts:
        text.box = _box_of(text.pieces, pieces)
        lines.setdefault(text.line, []).append(text)
    words: list[tuple[Word, float]] = []
    for line in lines.values():
        size_px = median(float(text.box[3]) / _span(text.text) for text in line)
        stroke_px = float(np.average(thickness[[n for t in line for n in t.pieces]]))
        for text in line:
            words.append((Word(text.text, rect_of(text.box), size_px / PX_PER_MM), stroke_px / size_px))
    if not words:
        return []
    usual = median(weight for word, weight in words for _ in word.text)
    sizes = _sizes([word.size_mm for word, _ in words])
    return [replace(word, size_mm=sizes[word.size_mm], is_bold=weight > _BOLD * usual) for word, weight in words]


def _sizes(seen_mm: Sequence[float]) -> dict[float, float]:
    """Return for every size that was measured the size of print that it is: those that differ little are one."""
    found: dict[float, float] = {}
    bundle: list[float] = []
    for size_mm in [*sorted(seen_mm), float("inf")]:
        if bundle and size_mm > bundle[0] * _SAME_SIZE:
            found.update(dict.fromkeys(bundle, median(bundle)))
            bundle = []
        bundle.append(size_mm)
    return found


def _span(text: str) -> float:
    """Return how high the ink of a word is, of the font's size."""
    top = _SMALL
    if any(letter.isupper() or letter.isdecimal() or letter in "bdfhklđtiểjß()[]/?!" for letter in text):
        top = _TALL
    if any(_has_accent(letter) for letter in text):
        top = max(top, _TALL)
        top += _ABOVE if any(_has_accent(letter) and letter.isupper() for letter in text) else 0.03
    has_tail = any(letter in "gjpqy()[],;Q" for letter in text) or any(_has_dot_below(letter) for letter in text)
    return top + (_BELOW if has_tail else 0.0)


def _has_accent(letter: str) -> bool:
    return letter.lower() in "ăâêôáàảãấầẩẫắằẳẵéèẻẽếềểễệíìỉĩóòỏõốồổỗộớờởỡúùủũứừửữýỳỷỹậặ"


def _has_dot_below(letter: str) -> bool:
    return letter.lower() in "ạậặẹệịọộợụựỵ"


def _thickness(pieces: Pieces) -> NDArray[np.float64]:
    """Return how thick the strokes of every piece of ink are, px."""
    ink = np.asarray(pieces.labels > 0, np.uint8)
    rim = ink & (1 - cv2.erode(ink, np.ones((3, 3), np.uint8)))
    around = np.bincount(pieces.labels[rim > 0], minlength=len(pieces.boxes))
    return np.asarray(2.0 * pieces.boxes[:, 4] / np.maximum(around, 1), np.float64)


def _unread(pieces: Pieces, letters: Sequence[int]) -> list[Word]:
    """Return words that nobody read, each a row of letters close to each other."""
    high = sorted(int(pieces.boxes[number, 3]) for number in letters if pieces.boxes[number, 3] > 1.1 * PX_PER_MM)
    if not high:
        return []
    usual = high[len(high) // 2]
    rows: list[list[int]] = []
    going_on: list[list[int]] = []  # rows that do not end far to the left of all that is still to come
    boxes = pieces.boxes.tolist()
    for number in sorted(letters, key=lambda one: boxes[one][0]):
        left, top, _, height, _ = boxes[number]
        going_on = [row for row in going_on if left - (boxes[row[-1]][0] + boxes[row[-1]][2]) < 0.5 * usual]
        for row in going_on:
            last = boxes[row[-1]]
            if min(top + height, last[1] + last[3]) - max(top, last[1]) > 0.3 * min(height, last[3]):
                row.append(number)
                break
        else:
            going_on.append([number])
            rows.append(going_on[-1])
    high_enough = [row for row in rows if max(pieces.boxes[row, 3]) > _LONE_MM[0] * PX_PER_MM]
    return _measured([_Text(UNREAD, row, (0, place, 0)) for place, row in enumerate(high_enough)], pieces)
