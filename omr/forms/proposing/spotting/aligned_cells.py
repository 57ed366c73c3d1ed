"""Tables without upright rules, or without any: words of levels side by side, rows of text below them -> spots."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedRule
from omr.forms.proposing.content.places import between, bottom_of, hull, right_of, shared_height, shared_width
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.scales import goodness
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot, SpotLook
from omr.forms.proposing.spotting.tables import Table

_WIDEST_HEAD_MM = 45.0
_LINE_GAP = 0.9  # between lines of one text, of the font's size
_UNEVEN = 0.45  # of the step from column to column
_FEWEST_ROWS = 2
_WIDEST_MM, _LOWEST_MM = 25.0, 4.0  # of a response area
_NEXT_ROW_MM = 30.0  # from one row's text to the next; farther down another part of the page begins
_TOP_MM = 5.0  # of a page, where columns of the page before go on
_RULED = 0.8  # of the columns' width, by which a rule parts rows
_INSET_MM = 0.4
_NUMBER = re.compile(r"\s*\(?(\d{1,3})\s*(?:[.):]|$|\s)")
_SECTION = re.compile(r"\s*([IVX]{1,5}|[A-H])\s*[.)/:]")


@dataclass(frozen=True, slots=True)
class _Head:
    """The words over one column."""

    rect: Rect
    goodness: int


@dataclass(frozen=True, slots=True)
class AlignedColumns:
    """Columns that nothing printed parts.

    Attributes:
        middles_mm: X of each, from left to right; two at least.
        place: What their heads cover; of those that go on from the page before, a line on top of the page.
    """

    middles_mm: tuple[float, ...]
    place: Rect

    @property
    def step_mm(self) -> float:
        """From column to column."""
        return median(other - one for one, other in pairwise(self.middles_mm))

    @property
    def widths_mm(self) -> list[float]:
        """Of the response areas in each: as far as half way to the nearer neighbour, on both sides."""
        steps = [other - one for one, other in pairwise(self.middles_mm)]
        nearest = map(min, zip([steps[0], *steps], [*steps, steps[-1]], strict=True))
        return [min(step_mm, _WIDEST_MM) - 2 * _INSET_MM for step_mm in nearest]

    def on_next_page(self) -> "AlignedColumns":
        """Return the columns as they go on from the top of a page."""
        return AlignedColumns(self.middles_mm, Rect(self.place.x_mm, _TOP_MM, self.place.w_mm, 0.0))


def find_aligned_cells(
    phrases: Sequence[Phrase],
    rules: Sequence[PrintedRule],
    tables: Sequence[Table],
    spots: Sequence[Spot],
    before: AlignedColumns | None = None,
) -> tuple[list[Spot], AlignedColumns | None]:
    """Return a spot where each row of text meets each column of a level, where nothing is printed there.

    Args:
        phrases: Of the page.
        rules: Those that belong to no table.
        tables: With cells; what they hold is found by their cells.
        spots: Found otherwise; columns over some of them are theirs.
        before: The columns at the end of the page before.

    Returns:
        The spots, and the columns of the lowest of them; None if there are none.
    """
    found: list[Spot] = []
    last: AlignedColumns | None = None
    going_on = [before.on_next_page()] if before is not None else []
    for columns in [*going_on, *_columns(phrases)]:
        rows = list(_rows(columns, phrases, rules))
        body = hull([columns.place, *rows]) if rows else columns.place
        taken = [*(spot.rect for spot in [*spots, *found]), *(table.rect for table in tables)]
        fewest = _FEWEST_ROWS if columns.place.h_mm else 1
        if len(rows) < fewest or any(body.overlaps(rect) for rect in taken):
            continue
        last = columns
        for row in rows:
            for x_mm, width_mm in zip(columns.middles_mm, columns.widths_mm, strict=True):
                rect = Rect(x_mm - width_mm / 2, row.y_mm, width_mm, row.h_mm)
                found.append(Spot(rect, SpotLook.CELL, "", (AreaDoubt.EMPTY_CELL, AreaDoubt.NO_BORDERS)))
    return found, last


def _columns(phrases: Sequence[Phrase]) -> Iterator[AlignedColumns]:
    heads = sorted(_heads(phrases), key=lambda head: head.rect.x_mm)
    seen: set[int] = set()
    for first in sorted(heads, key=lambda head: head.rect.y_mm):
        level = [head for head in heads if id(head) not in seen and shared_height(head.rect, first.rect) > 0.3]
        seen.update(map(id, level))
        if len(level) > 1 and _are_columns(level):
            middles = tuple(head.rect.center_mm[0] for head in level)
            yield AlignedColumns(middles, hull(head.rect for head in level))


def _are_columns(level: Sequence[_Head]) -> bool:
    """Whether heads stand clear of each other in even steps, and name a good and a bad end."""
    if any(other.rect.x_mm - right_of(one.rect) < 0.5 for one, other in pairwise(level)):
        return False
    middles = [head.rect.center_mm[0] for head in level]
    steps_mm = [other - one for one, other in pairwise(middles)]
    is_even = all(abs(step_mm / median(steps_mm) - 1) < _UNEVEN for step_mm in steps_mm)
    found = [head.goodness for head in level]
    return is_even and min(found) < 0 < max(found)


def _heads(phrases: Sequence[Phrase]) -> Iterator[_Head]:
    """Yield stacks of short lines that together name a level."""
    stacks: list[list[Phrase]] = []
    for phrase in sorted(phrases, key=lambda one: one.rect.y_mm):
        if phrase.rect.w_mm > _WIDEST_HEAD_MM:
            continue
        above = [stack for stack in stacks if _continues(stack[-1], phrase)]
        if above:
            above[-1].append(phrase)
        else:
            stacks.append([phrase])
    for stack in stacks:
        for count in range(1, len(stack) + 1):  # a column without rules goes on with what stands in it
            text = " ".join(phrase.text for phrase in stack[:count])
            is_last = count == len(stack) or goodness(" ".join(phrase.text for phrase in stack[: count + 1])) is None
            level = goodness(text)
            if level is not None and is_last and len(text) < 40:
                yield _Head(hull(phrase.rect for phrase in stack[:count]), level)
                break


def _continues(last: Phrase, phrase: Phrase) -> bool:
    gap_mm = phrase.rect.y_mm - bottom_of(last.rect)
    return -0.5 < gap_mm < _LINE_GAP * last.size_mm and shared_width(last.rect, phrase.rect) > 0.3


def _rows(columns: AlignedColumns, phrases: Sequence[Phrase], rules: Sequence[PrintedRule]) -> Iterator[Rect]:
    """Yield what each row covers under the columns, from their heads down to whatever stands in them."""
    place = columns.place
    left_mm = columns.middles_mm[0] - columns.step_mm / 2
    right_mm = columns.middles_mm[-1] + columns.step_mm / 2
    below = [phrase for phrase in phrases if phrase.rect.y_mm > bottom_of(place) - 0.5]
    floor_mm = min((p.rect.y_mm for p in below if p.rect.x_mm < right_mm and right_of(p.rect) > left_mm), default=1e4)
    beside = [phrase for phrase in below if right_of(phrase.rect) <= left_mm and bottom_of(phrase.rect) < floor_mm]
    lines = list(_near_lines(beside, bottom_of(place)))
    borders = sorted(
        rule.at_mm
        for rule in rules
        if rule.is_level
        and min(rule.end_mm, right_mm) - max(rule.start_mm, left_mm) > _RULED * (right_mm - left_mm)
        and bottom_of(place) - 1.0 < rule.at_mm
    )
    bands = _ruled(lines, borders) if len(borders) > _FEWEST_ROWS else _unruled(lines, floor_mm)
    for top_mm, low_mm in bands:
        if low_mm - top_mm >= _LOWEST_MM:
            yield between(left_mm, top_mm + _INSET_MM, right_mm, low_mm - _INSET_MM)


def _near_lines(phrases: Sequence[Phrase], low_mm: float) -> Iterator[list[Phrase]]:
    """Yield lines of text from top to bottom, until a gap parts them from what follows."""
    line: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda one: one.middle_mm):
        if line and shared_height(line[0].rect, phrase.rect) > 0.4:
            line.append(phrase)
            continue
        if line:
            yield sorted(line, key=lambda one: one.rect.x_mm)
            low_mm = max(bottom_of(one.rect) for one in line)
        if phrase.rect.y_mm - low_mm > _NEXT_ROW_MM:
            return
        line = [phrase]
    if line:
        yield sorted(line, key=lambda one: one.rect.x_mm)


def _ruled(lines: Sequence[Sequence[Phrase]], borders: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield the room between two rules where words stand that are no heading."""
    for top_mm, low_mm in pairwise(borders):
        inside = [line for line in lines if top_mm < line[0].middle_mm < low_mm]
        if inside and not _is_section(inside):
            yield top_mm, low_mm


def _unruled(lines: Sequence[Sequence[Phrase]], floor_mm: float) -> Iterator[tuple[float, float]]:
    """Yield rows by the room between lines and by their numbers; among numbered rows others are none."""
    numbers = [_NUMBER.match(line[0].text) for line in lines]
    is_numbered = sum(number is not None for number in numbers) >= _FEWEST_ROWS
    texts: list[list[Sequence[Phrase]]] = []
    for place, line in enumerate(lines):
        gap_mm = line[0].rect.y_mm - bottom_of(lines[place - 1][0].rect) if place else 1e4
        is_apart = gap_mm > _LINE_GAP * line[0].size_mm
        if is_apart or numbers[place] is not None or _is_section([line]):
            texts.append([line])
        else:
            texts[-1].append(line)
    tops = [text[0][0].rect.y_mm - 0.5 * text[0][0].size_mm for text in texts]
    lows = [bottom_of(text[-1][0].rect) + 0.5 * text[-1][0].size_mm for text in texts]
    for place, text in enumerate(texts):
        is_row = _NUMBER.match(text[0][0].text) is not None or not is_numbered
        low_mm = min(lows[place], floor_mm, *(tops[place + 1 : place + 2] or [1e4]))
        if is_row and not _is_section(text):
            yield tops[place], low_mm


def _is_section(lines: Sequence[Sequence[Phrase]]) -> bool:
    """Whether lines name the rows below them."""
    words = [phrase for line in lines for phrase in line]
    return all(phrase.is_bold for phrase in words) or _SECTION.match(words[0].text) is not None
