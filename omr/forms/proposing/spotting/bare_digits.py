"""Digits and letters without an outline that stand in a row to be circled -> spots."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import right_of, shared_height
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.spots import Spot, SpotLook

_FEWEST = 3
_NARROWEST = 1.05  # from digit to digit, of the font's size; nearer to each other they are a number or a list
_UNEVEN = 0.22  # of the step
_LARGEST_MM = 7.0
_HEADED_MM = 30.0  # from a heading to the second row under it
_SAME_SIZE, _SAME_HEIGHT = 1.06, 1.09  # of two rows in one font, the larger of the smaller, and of their digits
_OTHER_WEIGHT = 0.7  # of a row's digits that look bolder than in another row, where it is set bold or the other is
_DIGIT_HEIGHTS = 2.1  # side of a response area: a ring around a digit is twice as high as the digit
_VALUE = re.compile(r"\d{1,2}|[A-Za-z]")


def find_bare_digits(words: Sequence[Word]) -> list[list[Spot]]:
    """Return the rows of digits, each from left to right; ``words`` are those outside boxes and circles."""
    rows = [row for line in _lines(words) for row in _rows(line)]
    return [_spots(row) for row in rows if not _heads_others(row, rows)]


def _heads_others(row: Sequence[Word], rows: Sequence[Sequence[Word]]) -> bool:
    """Whether digits are the heading of others below them: the same columns, another font, and more than one row."""
    below = [other for other in rows if other[0].rect.y_mm > row[0].rect.y_mm and _have_same_columns(row, other)]
    below.sort(key=lambda other: other[0].rect.y_mm)
    above = [other for other in rows if other[0].rect.y_mm < row[0].rect.y_mm and _have_same_columns(row, other)]
    near = [other for other in below[:2] if other[0].rect.y_mm - row[0].rect.y_mm < _HEADED_MM]
    return (
        len(near) > 1
        and not any(_look_alike(other, row) for other in near)
        and not any(_look_alike(other, row) and row[0].rect.y_mm - other[0].rect.y_mm < _HEADED_MM for other in above)
    )


def _have_same_columns(one: Sequence[Word], other: Sequence[Word]) -> bool:
    reach_mm = 0.3 * (_middle(one[1]) - _middle(one[0]))
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(abs(_middle(left) - _middle(right)) < reach_mm for left, right in pairs)


def _look_alike(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two rows may be in one font and weight: of single letters in scans neither is sure."""
    larger, smaller = sorted((fmean(word.size_mm for word in row) for row in (one, other)), reverse=True)
    higher, lower = sorted((median(word.rect.h_mm for word in row) for row in (one, other)), reverse=True)
    is_one_size = larger <= _SAME_SIZE * smaller and higher <= _SAME_HEIGHT * lower
    return is_one_size and abs(_bold_share(one) - _bold_share(other)) < _OTHER_WEIGHT


def _bold_share(row: Sequence[Word]) -> float:
    return sum(word.is_bold for word in row) / len(row)


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words of each line that has enough digits, from left to right."""
    upright = [word for word in words if word.is_upright]
    seen: set[int] = set()
    for word in sorted(upright, key=lambda one: one.rect.x_mm):
        if id(word) in seen or not _VALUE.fullmatch(word.text):
            continue
        line = [other for other in upright if shared_height(other.rect, word.rect) > 0.6]
        seen |= {id(other) for other in line if _VALUE.fullmatch(other.text)}
        if sum(_VALUE.fullmatch(other.text) is not None for other in line) >= _FEWEST:
            yield sorted(line, key=lambda other: other.rect.x_mm)


def _rows(line: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield runs of values that follow each other in count and in even steps."""
    row: list[Word] = []
    for word in [*line, None]:
        if word is not None and _VALUE.fullmatch(word.text) and _continues(row, word):
            row.append(word)
            continue
        if len(row) >= _FEWEST:
            yield row
        row = [word] if word is not None and _VALUE.fullmatch(word.text) else []


def _continues(row: Sequence[Word], word: Word) -> bool:
    if not row:
        return True
    last = row[-1]
    step_mm = _middle(word) - _middle(last)
    if step_mm < _NARROWEST * word.size_mm or not 0.8 < word.size_mm / last.size_mm < 1.25:
        return False
    if len(row) == 1:
        return abs(_rank(word) - _rank(last)) == 1
    steps_mm = [_middle(other) - _middle(one) for one, other in pairwise(row)]
    slack_mm = _UNEVEN * median(steps_mm)
    gaps_mm = [_gap(one, other) for one, other in pairwise(row)]  # what is even before a "10" written in a line
    is_even = abs(step_mm - median(steps_mm)) < slack_mm or abs(_gap(last, word) - median(gaps_mm)) < slack_mm
    return is_even and _rank(word) - _rank(last) == _rank(row[1]) - _rank(row[0])


def _gap(one: Word, other: Word) -> float:
    return other.rect.x_mm - right_of(one.rect)


def _rank(word: Word) -> int:
    text = word.text
    return int(text) if text.isdecimal() else 1000 + ord(text)


def _middle(word: Word) -> float:
    return word.rect.x_mm + word.rect.w_mm / 2


def _spots(row: Sequence[Word]) -> list[Spot]:
    """Return an area around each digit that leaves its neighbours theirs."""
    step_mm = median(_middle(other) - _middle(one) for one, other in pairwise(row))
    height_mm = median(word.rect.h_mm for word in row)
    side_mm = min(_DIGIT_HEIGHTS * height_mm, 0.96 * step_mm, _LARGEST_MM)
    found = []
    for word in row:
        x_mm, y_mm = word.rect.center_mm
        rect = Rect(x_mm - side_mm / 2, y_mm - side_mm / 2, side_mm, side_mm)
        found.append(Spot(rect, SpotLook.DIGIT, word.text, (AreaDoubt.BARE_DIGIT,)))
    return found
