"""Numbers before options of one line, to be circled: "1. Nam   2. Nữ" -> spots, where a form asks for circles."""

import re
from collections.abc import Iterator, Sequence

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import shared_height
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.spots import Spot, SpotLook

_ASKED = re.compile(r"khoanh|\bcircl(e|ing) (the|one|a|your|around)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,2})[.)]")
_SIDE = 2.1  # of a response area, in heights of its digit
_LARGEST_MM = 7.0


def find_numbered_options(words: Sequence[Word]) -> list[Spot]:
    """Return a spot around each number of options on one line, behind their question, where a form asks for circles.

    Two options there must be at least; they are counted from 1.
    """
    if not asks_for_rings(" ".join(word.text for word in words)):
        return []
    upright = sorted((word for word in words if word.is_upright), key=lambda word: word.rect.x_mm)
    found: list[Spot] = []
    for first in upright:
        if _number(first) != 1:
            continue
        line = [word for word in upright if word is first or shared_height(word.rect, first.rect) > 0.6]
        before, rest = line[: line.index(first)], line[line.index(first) :]
        is_last = all(_number(word) != 1 for word in rest[1:])  # before that, "1." is the number of the question
        options = list(_counted(rest))
        if before and is_last and len(options) > 1:
            found += [_spot(word) for word in options]
    return found


def asks_for_rings(text: str) -> bool:
    """Whether the words of a page ask for circles."""
    return _ASKED.search(text) is not None


def _number(word: Word) -> int:
    match = _NUMBER.fullmatch(word.text)
    return int(match[1]) if match else 0


def _counted(line: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a line that count 1, 2, 3, each with words that are no number behind it."""
    wanted = 1
    for word, follower in zip(line, [*line[1:], None], strict=True):
        has_text = follower is not None and any(letter.isalpha() for letter in follower.text)
        if _number(word) == wanted and has_text:
            yield word
            wanted += 1


def _spot(word: Word) -> Spot:
    digits = len(word.text) - 1
    side_mm = min(_SIDE * word.rect.h_mm, _LARGEST_MM)
    x_mm = word.rect.x_mm + word.rect.w_mm * digits / (2 * digits + 1)
    y_mm = word.rect.y_mm + word.rect.h_mm / 2
    rect = Rect(x_mm - side_mm / 2, y_mm - side_mm / 2, side_mm, side_mm)
    return Spot(rect, SpotLook.DIGIT, word.text[:-1], (AreaDoubt.BARE_DIGIT,))
