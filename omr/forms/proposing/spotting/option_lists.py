"""Words that are counted, "1. Công văn  2. Đồng nghiệp" or "a) Cấp tỉnh" over "b) Cấp huyện" -> lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import bottom_of, right_of, shared_height
from omr.forms.proposing.spotting.tables import Cell, Table

_MARK = re.compile(r"(\(?(\d{1,2}|[A-Za-zĐđ])([.)]))(|[^\W\d_]{2}.*)")  # "1.", "a)", "(2)"; "3.Khác" without a space
_LETTERS = ("abcdefghijklmnopqrstuvwxyz", "abcdđefghijklmnopqrstuvwxyz")
_ALIGNED_MM = 2.0  # left ends of what is listed below each other
_NEXT_LINE = 2.6  # from line to line, of the font's size; a text may go on over one line between
_NEXT_WORD = 4.0  # within the text of an option, of the font's size
_BESIDE_MM = 90.0  # from number to number in a line
_NEXT_COLUMN_MM = 15.0


@dataclass(frozen=True)
class Listed:
    """One text of a list.

    Attributes:
        mark: Its number or letter, with stop or bracket.
        code: The number or letter alone.
        whole: The word of the page that the mark is, or begins.
        words: What follows on its line.
        cell: Where it stands, if in a table.
    """

    mark: Word
    code: str
    whole: Word
    words: tuple[Word, ...] = ()
    cell: Cell | None = None

    @property
    def text(self) -> str:
        """What follows the number on its line."""
        glued = self.whole.text[len(self.mark.text) :]
        return " ".join([glued, *(word.text for word in self.words)] if glued else [word.text for word in self.words])

    @property
    def right_mm(self) -> float:
        """Where its line ends."""
        return right_of(self.words[-1].rect if self.words else self.whole.rect)

    @cached_property
    def kind(self) -> tuple[str, str]:
        """What kind of letter or digit it is, and what follows it: the same in one list."""
        letter = "1" if self.code.isdecimal() else "a" if self.code.islower() else "A"
        return letter, self.mark.text[-1]


def find_option_lists(words: Sequence[Word], tables: Sequence[Table]) -> list[list[Listed]]:
    """Return what counts up from 1 or a, two texts at least, beside or below each other and in one cell of a table."""
    upright = [word for word in words if word.is_upright]
    marks = [mark for word in upright if (mark := _mark(word, upright, tables)) is not None]
    found: list[list[Listed]] = []
    for first in marks:
        if first.code.lower() in ("1", "a"):
            alike = [mark for mark in marks if mark.kind == first.kind and mark.cell == first.cell]
            chains = (list(_counted(first, alike, upright, letters)) for letters in _LETTERS)
            chain = max(chains, key=len)
            if len(chain) > 1:
                found.append([_until_next(listed, chain) for listed in chain])
    return found


def _mark(word: Word, words: Sequence[Word], tables: Sequence[Table]) -> Listed | None:
    found = _MARK.fullmatch(word.text)
    if found is None:
        return None
    share = 1.0 if not found[4] else len(found[1]) / (len(word.text) + 1)  # brackets and stops are narrow
    rect = replace(word.rect, w_mm=word.rect.w_mm * share)
    behind = sorted(
        (one for one in words if one.rect.x_mm > word.rect.x_mm and shared_height(one.rect, word.rect) > 0.5),
        key=lambda one: one.rect.x_mm,
    )
    text: list[Word] = []
    edge_mm = right_of(word.rect)
    for one in behind:
        if one.rect.x_mm - edge_mm > _NEXT_WORD * word.size_mm:
            break
        text.append(one)
        edge_mm = right_of(one.rect)
    cells = (table.cell_at(word.rect.center_mm) for table in tables)
    cell = next((cell for cell in cells if cell is not None), None)
    if cell is not None:
        text = [one for one in text if one.rect.center_mm[0] < right_of(cell.rect)]
    has_words = bool(found[4]) or any(letter.isalpha() for one in text[:1] for letter in one.text)
    return Listed(replace(word, text=found[1], rect=rect), found[2], word, tuple(text), cell) if has_words else None


def _counted(first: Listed, marks: Sequence[Listed], words: Sequence[Word], letters: str) -> Iterator[Listed]:
    """Yield what counts on from a first: beside the last, else below the first of a line, else in the next column."""
    starts, last = [first], first
    yield first
    while True:
        code = _next_code(last.code, letters)
        wanted = [mark for mark in marks if mark.code == code]
        found = next((mark for mark in wanted if _is_beside(last, mark)), None)
        if found is None:
            found = next((mark for mark in wanted if _is_below(starts, last, mark, words)), None)
            found = found or next((mark for mark in wanted if _is_next_column(first, last, mark)), None)
            if found is None:
                return
            starts.append(found)
        yield found
        last = found


def _next_code(code: str, letters: str) -> str:
    if code.isdecimal():
        return str(int(code) + 1)
    place = letters.find(code.lower()) + 1
    following = letters[place] if place < len(letters) else ""
    return following.upper() if code.isupper() else following


def _is_beside(last: Listed, mark: Listed) -> bool:
    is_level = shared_height(last.mark.rect, mark.mark.rect) > 0.6
    return is_level and 0 < mark.mark.rect.x_mm - last.mark.rect.x_mm < _BESIDE_MM


def _is_below(starts: Sequence[Listed], last: Listed, mark: Listed, words: Sequence[Word]) -> bool:
    """Whether a line goes on with a list: aligned with one of its lines, near, and with no other text between."""
    rect, top_mm = mark.mark.rect, bottom_of(last.mark.rect)
    is_aligned = any(abs(start.mark.rect.x_mm - rect.x_mm) < _ALIGNED_MM for start in starts)
    step_mm = rect.center_mm[1] - last.mark.rect.center_mm[1]
    if not is_aligned or not 0.5 * last.mark.size_mm < step_mm < _NEXT_LINE * last.mark.size_mm:
        return False
    between = (word.rect for word in words if top_mm < word.rect.center_mm[1] < rect.y_mm)
    return not any(rect.x_mm - 3 * _ALIGNED_MM < one.x_mm < rect.x_mm + _ALIGNED_MM for one in between)


def _is_next_column(first: Listed, last: Listed, mark: Listed) -> bool:
    is_level = shared_height(first.mark.rect, mark.mark.rect) > 0.6
    return is_level and mark.mark.rect.x_mm > last.mark.rect.x_mm + _NEXT_COLUMN_MM


def _until_next(listed: Listed, chain: Sequence[Listed]) -> Listed:
    """End the text of a line where the next number of the list stands."""
    starts = [one.mark.rect.x_mm for one in chain if shared_height(one.mark.rect, listed.mark.rect) > 0.6]
    end_mm = min((x_mm for x_mm in starts if x_mm > listed.mark.rect.x_mm), default=float("inf"))
    return replace(listed, words=tuple(word for word in listed.words if word.rect.x_mm < end_mm))


def lines_rect(chain: Sequence[Listed]) -> Rect:
    """Return what the first lines of a list cover."""
    left_mm, top_mm = (
        min(edge) for edge in zip(*((one.mark.rect.x_mm, one.mark.rect.y_mm) for one in chain), strict=True)
    )
    right_mm, low_mm = max(one.right_mm for one in chain), max(bottom_of(one.mark.rect) for one in chain)
    return Rect(left_mm, top_mm, right_mm - left_mm, low_mm - top_mm)
