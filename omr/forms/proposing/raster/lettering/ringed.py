"""What stands in boxes and circles that was not read, from the others of its row and column."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind, Word
from omr.forms.proposing.content.places import holds_point
from omr.forms.proposing.raster.ink import PX_PER_MM

UNREAD = "\ua78f"
"""Stands for a word that nobody read: a letter that no form prints."""

INKED = 0.09
"""Share of a ring's middle that print in it inks at least; specks are less."""

_MIDDLE, _MOST_OF_IT = 0.48, 0.72  # of a ring, across
_LEAST_SIDE = 0.45  # of the ring's middle, its longer side: a speck is smaller
_COMMON_INKED = 0.23  # where many marks cross, less is left
_FEW_FILLED = 3  # times as many rings of the kind, or more
_FILLED = 0.95  # share of most of a ring from which it is printed full: no letter inks so much
_FEWEST_UNREAD = 3
_MARKS = frozenset(("x", "X", "v", "V", "xX", "XX", "xx", "√", "✓", "u", "U", "w"))
_COLUMN_MM = 1.2
_LEAST_VOTES = 3
_MOST_STEP = 9.0  # from ring to ring of a row, in widths of a ring
_FEWEST_DOWN, _MOST_DOWN, _UNEVEN = 8, 3.5, 0.2  # rings of a column that counts, step in heights, and share of the step
_FEWEST_RIGHT, _RIGHT = 4, 0.55  # digits of such a column that must be read as they count, and share of those read
_BESIDE = 3.5  # from such a column to the next, in widths of a ring
_SOME_FULL, _MOST_FULL = 0.25, 0.6  # share of rings in the same columns from which all hold something; but for a column
_SAME_HEIGHT = 0.15  # by which rings of one kind differ, of their height
_SIZE = 0.6  # of a ring's height: the font in it


def complete_rings(
    words: Sequence[Word],
    rings: Sequence[Rect],
    ink: NDArray[np.uint8],
    *,
    filled: AbstractSet[int] = frozenset(),
    is_common: bool = False,
) -> tuple[list[Word], list[PrintedShape]]:
    """Return the words with one in every ring that holds something, and marks: what only one or two rings hold.

    Args:
        words: Those that were read.
        rings: Places of boxes and circles.
        ink: The ink of the page, (H, W) uint8, 0 or 1.
        filled: Rings, by their place, that are printed full.
        is_common: Whether it is what filled copies have in common: there, ink in a box is what marks leave.
    """
    held = _Held(words, rings, ink, _COMMON_INKED if is_common else INKED)
    rows = _rows(rings)
    for row in rows:
        _count_on(row, held)
    columns = _columns(rings)
    for column in columns:
        _count_down(column, held)
    _count_beside(columns, rings, held)
    _note_marks(rows, rings, held)
    _distrust(rows, rings, held)
    _follow_columns(rings, held)
    unread = {place for place in held.unread if not held.texts[place]}
    beside_texts = {place for row in rows if any(held.texts[place] for place in row) for place in row}
    alone = unread - beside_texts - held.distrusted - held.marked
    seldom = {place for place in alone if _count_like(place, alone, rings) < _FEWEST_UNREAD}
    alike = _rows_alike(rows, rings)
    dirty = seldom & {place for like in alike if len(like) >= _LEAST_VOTES for row in like for place in row}
    marked = (seldom - dirty) | held.marked | filled
    shown = _agree_in_columns(alike, held, held.unread - marked - dirty, marked)
    added = [_word(rings[place], held.texts[place] or UNREAD) for place in sorted(shown)]
    kept = [word for word in words if not any(word in held.inside[place] for place in held.distrusted | held.marked)]
    return [*kept, *added], [PrintedShape(ShapeKind.STROKE, _inner(rings[place])) for place in sorted(marked)]


def _count_like(place: int, places: set[int], rings: Sequence[Rect]) -> int:
    """Return how many of some rings are as high as one of them."""
    height_mm = rings[place].h_mm
    return sum(abs(rings[other].h_mm - height_mm) < _SAME_HEIGHT * height_mm for other in places)


class _Held:
    """What each ring holds."""

    def __init__(
        self, words: Sequence[Word], rings: Sequence[Rect], ink: NDArray[np.uint8], least_inked: float
    ) -> None:
        self.texts: list[str] = []
        self.inside: list[list[Word]] = []
        self.unread: set[int] = set()
        self.distrusted: set[int] = set()
        self.marked: set[int] = set()
        self.counted: set[int] = set()
        for place, ring in enumerate(rings):
            inside = [word for word in words if holds_point(ring, word.rect.center_mm)]
            self.inside.append(inside)
            self.texts.append("".join(word.text for word in sorted(inside, key=lambda one: one.rect.x_mm)))
            if not inside and is_inked(ring, ink, least_inked):
                self.unread.add(place)


def is_inked(ring: Rect, ink: NDArray[np.uint8], least: float) -> bool:
    """Whether the round middle of a ring, which the lines of thick ones do not reach, holds more than specks."""
    share, longest = _inked(ring, ink, _MIDDLE)
    return share > least and longest > _LEAST_SIDE


def filled_rings(rings: Sequence[Rect], ink: NDArray[np.uint8]) -> set[int]:
    """Return the few rings, by their place, that are printed full among others of their height that are not.

    Args:
        rings: Places of boxes and circles.
        ink: All ink of the page, (H, W) uint8, 0 or 1, outlines and what is in them not parted.
    """
    full = {place for place, ring in enumerate(rings) if _inked(ring, ink, _MOST_OF_IT)[0] > _FILLED}
    every = set(range(len(rings)))
    return {place for place in full if _FEW_FILLED * _count_like(place, full, rings) < _count_like(place, every, rings)}


def _inked(ring: Rect, ink: NDArray[np.uint8], part: float) -> tuple[float, float]:
    """Return what share of a ring's middle, ``part`` of it across, is ink, and how long that is, of the middle."""
    x_px, y_px = (side * PX_PER_MM for side in ring.center_mm)
    across, down = 0.5 * part * ring.w_mm * PX_PER_MM, 0.5 * part * ring.h_mm * PX_PER_MM
    top, left = max(round(y_px - down), 0), max(round(x_px - across), 0)
    middle = ink[top : round(y_px + down), left : round(x_px + across)]
    y, x = np.ogrid[: middle.shape[0], : middle.shape[1]]
    is_round = ((x + left + 0.5 - x_px) / across) ** 2 + ((y + top + 0.5 - y_px) / down) ** 2 <= 1.0
    rows, columns = np.nonzero((middle > 0) & is_round)
    if not len(rows):
        return 0.0, 0.0
    longest = max(np.ptp(rows) / down, np.ptp(columns) / across) / 2
    return float(len(rows) / is_round.sum()), float(longest)


def _rows(rings: Sequence[Rect]) -> list[list[int]]:
    """Return rings beside each other, by their place."""
    rows: list[list[int]] = []
    for place in sorted(range(len(rings)), key=lambda one: rings[one].x_mm):
        ring = rings[place]
        for row in rows:
            last = rings[row[-1]]
            is_level = abs(last.center_mm[1] - ring.center_mm[1]) < 0.3 * ring.h_mm
            if is_level and ring.x_mm - last.x_mm < _MOST_STEP * ring.w_mm:
                row.append(place)
                break
        else:
            rows.append([place])
    return rows


def _count_on(row: Sequence[int], held: _Held) -> None:
    """Fill gaps in a row that counts up or down: 1 2 3 4 5, A B C D, 5 4 3 2 1."""
    known = [(index, held.texts[place]) for index, place in enumerate(row) if len(held.texts[place]) == 1]
    steps = {(_rank(other) - _rank(one)) / (index - before) for (before, one), (index, other) in pairwise(known)}
    if len(known) < 2 or steps not in ({1.0}, {-1.0}):
        return
    step, (first, text) = int(steps.pop()), known[0]
    for index, place in enumerate(row):
        letter = chr(_rank(text) + step * (index - first))
        if place in held.unread and (letter.isdecimal() if text.isdecimal() else letter.isalpha()):
            held.texts[place] = letter


def _columns(rings: Sequence[Rect]) -> list[list[int]]:
    """Return rings of a size below each other in even steps, by their place."""
    open_columns: list[list[int]] = []
    done: list[list[int]] = []
    for place in sorted(range(len(rings)), key=lambda one: rings[one].y_mm):
        ring = rings[place]
        for column in open_columns:
            last = rings[column[-1]]
            step_mm = ring.y_mm - last.y_mm
            if abs(last.center_mm[0] - ring.center_mm[0]) > _COLUMN_MM or abs(last.h_mm - ring.h_mm) > 0.2 * ring.h_mm:
                continue
            before_mm = last.y_mm - rings[column[-2]].y_mm if len(column) > 1 else step_mm
            if step_mm < _MOST_DOWN * ring.h_mm and abs(step_mm - before_mm) < _UNEVEN * before_mm:
                column.append(place)
            else:
                open_columns.remove(column)
                done.append(column)
                open_columns.append([place])
            break
        else:
            open_columns.append([place])
    return [column for column in [*done, *open_columns] if len(column) >= _FEWEST_DOWN]


def _count_down(column: Sequence[int], held: _Held) -> None:
    """Correct the digits of a column that counts, as most of them do: 0 to 9 to write a number with."""
    digits = [int(text) if len(text) == 1 and text.isdecimal() else None for text in (held.texts[n] for n in column)]
    starts = Counter((digit - index) % 10 for index, digit in enumerate(digits) if digit is not None)
    if not starts:
        return
    start, votes = starts.most_common(1)[0]
    known = sum(bool(held.texts[place]) for place in column)
    if votes < max(_FEWEST_RIGHT, _RIGHT * known):
        return
    for index, place in enumerate(column):
        text = str((start + index) % 10)
        held.counted.add(place)
        if held.texts[place] != text:
            held.texts[place] = text
            held.unread.add(place)
            held.distrusted.add(place)


def _count_beside(columns: Sequence[Sequence[int]], rings: Sequence[Rect], held: _Held) -> None:
    """Give columns too pale to be read the digits of one that counts beside them: a number has many."""
    waiting = [column for column in columns if not held.counted.issuperset(column)]
    reached = [column for column in columns if held.counted.issuperset(column)]
    while reached:
        model = reached.pop()
        for column in [column for column in waiting if _goes_on_beside(column, model, rings)]:
            pairs = [(held.texts[place], held.texts[other]) for place, other in zip(column, model, strict=True)]
            if 2 * sum(text == wanted for text, wanted in pairs) < sum(bool(text) for text, _ in pairs):
                continue
            waiting.remove(column)
            reached.append(column)
            for place, (text, wanted) in zip(column, pairs, strict=True):
                held.counted.add(place)
                if text != wanted:
                    held.texts[place] = wanted
                    held.unread.add(place)
                    held.distrusted.add(place)


def _goes_on_beside(column: Sequence[int], other: Sequence[int], rings: Sequence[Rect]) -> bool:
    """Whether each ring of a column stands close beside one of another."""
    return len(column) == len(other) and all(
        abs(rings[one].center_mm[1] - rings[two].center_mm[1]) < 0.3 * rings[one].h_mm
        and abs(rings[one].center_mm[0] - rings[two].center_mm[0]) < _BESIDE * rings[one].w_mm
        for one, two in zip(column, other, strict=True)
    )


def _rank(text: str) -> int:
    return ord(text)


def _note_marks(rows: Sequence[Sequence[int]], rings: Sequence[Rect], held: _Held) -> None:
    """Take an X or a V in a box for a printed mark, unless it is one of letters that count or there are many of it.

    Nobody prints many marks: those are what small letters were misread as.
    """
    seen: set[int] = set()
    for row in rows:
        texts = [held.texts[place] for place in row]
        for place, text in zip(row, texts, strict=True):
            if text in _MARKS and place not in held.counted and not (len(row) > 2 and _counts(texts)):
                seen.add(place)
    for place in seen:
        is_mark = _count_like(place, seen, rings) < _FEWEST_UNREAD
        held.texts[place] = ""
        held.unread.add(place)
        (held.marked if is_mark else held.distrusted).add(place)


def _distrust(rows: Sequence[Sequence[int]], rings: Sequence[Rect], held: _Held) -> None:
    """Give rows of short texts that do not count up or down the texts of a row with the same columns that does.

    Where there is none, their letters count as unread: small letters in copies are read as anything.
    """
    trusted = [row for row in rows if len(row) > 2 and _counts([held.texts[place] for place in row])]
    for row in rows:
        texts = [held.texts[place] for place in row]
        is_counted = bool(held.counted.intersection(row)) or _counts(texts)
        if len(row) < 3 or is_counted or not any(texts) or any(len(text) > 2 for text in texts):
            continue
        empty = [place for place in row if not held.texts[place] and place not in held.unread]
        if 2 * len(empty) > len(row):
            _forget(row, held)
            continue
        like = next((other for other in trusted if _have_same_columns(row, other, rings)), None)
        for index, place in enumerate(row):
            held.texts[place] = held.texts[like[index]] if like is not None else ""
            held.unread.add(place)
            held.distrusted.add(place)


def _forget(row: Sequence[int], held: _Held) -> None:
    """Take what few rings of a row hold, the others being empty, for dirt or for what a ring was misread as."""
    for place in row:
        held.texts[place] = ""
        held.unread.discard(place)
    held.distrusted.update(row)


def _counts(texts: Sequence[str]) -> bool:
    """Whether texts are all the same, or follow each other, perhaps beginning again."""
    if not all(texts):
        return False
    if len(set(texts)) == 1:
        return True
    ranks = [int(text) if text.isdecimal() else 1000 + ord(text[0]) for text in texts]
    return any(
        all(
            other - one == step or text == texts[0]
            for (one, other), text in zip(pairwise(ranks), texts[1:], strict=True)
        )
        for step in (1, -1)
    )


def _have_same_columns(row: Sequence[int], other: Sequence[int], rings: Sequence[Rect]) -> bool:
    return len(row) == len(other) and all(
        abs(rings[one].center_mm[0] - rings[two].center_mm[0]) < _COLUMN_MM for one, two in zip(row, other, strict=True)
    )


def _follow_columns(rings: Sequence[Rect], held: _Held) -> None:
    """Fill what is left from the rings above and below, which mostly hold the same."""
    columns: dict[int, Counter[str]] = {}
    for place, ring in enumerate(rings):
        if held.texts[place]:
            columns.setdefault(round(ring.center_mm[0] / _COLUMN_MM), Counter())[held.texts[place]] += 1
    for place in held.unread:
        votes = columns.get(round(rings[place].center_mm[0] / _COLUMN_MM), Counter())
        if not held.texts[place] and votes and votes.most_common(1)[0][1] >= _LEAST_VOTES:
            held.texts[place] = votes.most_common(1)[0][0]


def _agree_in_columns(
    alike: Sequence[Sequence[Sequence[int]]], held: _Held, unread: set[int], marked: set[int]
) -> set[int]:
    """Return the rings that hold something that was not read, the same columns being empty or full as a whole.

    Of letters paler than ink a copier leaves enough in some rings and too little in others.
    """
    shown = set(unread)
    for like in alike:
        places = {place for row in like for place in row} - marked
        full = {place for place in places if held.texts[place] or place in shown}
        share = len(full) / max(len(places), 1)
        if share < _SOME_FULL:
            shown -= {place for place in places if not held.texts[place]}
            continue
        for column in zip(*like, strict=True):
            is_empty = share > _MOST_FULL and len(column) >= _LEAST_VOTES and full.isdisjoint(column)
            if not is_empty:
                shown |= {place for place in column if place in places and not held.texts[place]}
    return shown


def _rows_alike(rows: Sequence[Sequence[int]], rings: Sequence[Rect]) -> list[list[Sequence[int]]]:
    """Return rows of rings of one size, those with the same columns together."""
    found: list[list[Sequence[int]]] = []
    for row in rows:
        height_mm = rings[row[0]].h_mm
        if any(abs(rings[place].h_mm - height_mm) > _SAME_HEIGHT * height_mm for place in row):
            continue
        same = next((like for like in found if _have_same_columns(row, like[0], rings)), None)
        if same is None:
            found.append([row])
        else:
            same.append(row)
    return found


def _word(ring: Rect, text: str) -> Word:
    return Word(text, _inner(ring), ring.h_mm * _SIZE)


def _inner(ring: Rect) -> Rect:
    return Rect(ring.x_mm + ring.w_mm * 0.3, ring.y_mm + ring.h_mm * 0.25, ring.w_mm * 0.4, ring.h_mm * 0.5)
