"""Questionnaires as offices type them: a page of a word processor, with one table of statements and levels.

Every way of marking has a kind of its own, so that each can be measured by itself. Start at ``draw_word_form``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

import numpy as np

from form_templates.model import FormTemplate, Item, MarkStyle, PageLayout, Rect, ResponseArea, ScaleKind
from form_templates.typesetting.fonts import font_name
from omr.simulation.chance import Range, happens, pick, stream
from omr.simulation.foreign import ornaments
from omr.simulation.foreign.draft import Draft, FormBlock, Frame
from omr.simulation.foreign.forms import ForeignForm
from omr.simulation.foreign.style import Bubble, FormStyle, Look, draw_outline
from omr.simulation.foreign.surface import Rule, Type

_FEWEST_ROWS = 8
_SOFT_SHARE = 0.1  # of the forms: the blank page was rebuilt from scans
_LEAST_SIDE_MM = 3.0  # of an area that somebody drew into a cell


class WordKind(StrEnum):
    """What stands in the table's cells, and how it is to be marked."""

    BOXES = "boxes"
    RINGED_CIRCLES = "ringed-circles"  # digits in printed circles, to be ringed
    RINGED_DIGITS = "ringed-digits"  # bare digits, to be ringed
    CROSSED_CIRCLES = "crossed-circles"  # digits in printed circles, to be crossed
    CELLS = "cells"  # nothing: the cell itself is the place


@dataclass(frozen=True, slots=True)
class WordForm:
    """A form typed in an office.

    Attributes:
        form: As it is printed; its cells are the true ones, to which people make their marks.
        as_drawn: The same template with the areas as somebody drew them who knows nothing of reading.
    """

    form: ForeignForm
    as_drawn: FormTemplate


@dataclass(frozen=True, slots=True)
class _Borders:
    """Which rules the table has: around it, between rows, and between columns."""

    around: Rule
    rows: Rule | None
    columns: Rule | None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the table's columns lie, mm: left edge, statements, levels of equal width, right edge."""

    left_mm: float
    statement_mm: float
    first_mm: float
    level_mm: float
    levels: int
    padding_mm: float

    @property
    def right_mm(self) -> float:
        """Right edge."""
        return self.first_mm + self.levels * self.level_mm


def draw_word_form(kind: WordKind, seed: int) -> WordForm:
    """Draw a form; the same kind and seed give the same form."""
    for attempt in count():
        rng = stream(seed, list(WordKind).index(kind), attempt)
        draft = Draft(_draw_style(rng), rng)
        rows = _draw_page(draft, kind)
        if rows >= _FEWEST_ROWS:
            template = draft.template(f"word-{kind}-{seed}")
            form = ForeignForm(template, draft.surface.pdf(), happens(_SOFT_SHARE, rng))
            return WordForm(form, _as_drawn(template, kind, rng))
    raise AssertionError("count() does not end")


def _draw_style(rng: np.random.Generator) -> FormStyle:
    is_vietnamese = happens(0.6, rng)
    fonts = (font_name(is_bold=False), font_name(is_bold=True)) if is_vietnamese else ("Times-Roman", "Times-Bold")
    size_pt = Range(9.5, 11.5).draw(rng) if is_vietnamese else Range(11.0, 13.0).draw(rng)
    return FormStyle(
        width_mm=210.0,
        height_mm=297.0,
        side_mm=Range(15.0, 25.0).draw(rng),
        top_mm=Range(12.0, 20.0).draw(rng),
        foot_mm=Range(12.0, 20.0).draw(rng),
        is_vietnamese=is_vietnamese,
        body=Type(fonts[0], size_pt),
        bold=Type(fonts[1], size_pt),
        rule=Rule(Range(0.1, 0.3).draw(rng)),
        outline=draw_outline(rng),
        id_pattern="q{number}",
    )


def _draw_page(draft: Draft, kind: WordKind) -> int:
    """Draw head, table and foot; return how many statements there are."""
    style = draft.style
    frame = Frame(style.side_mm, style.top_mm, 210 - 2 * style.side_mm, style.height_mm - style.foot_mm)
    _letterhead(draft, frame)
    ornaments.paragraph(draft, frame, 3)
    if happens(0.5, draft.rng):
        ornaments.blanks(draft, frame)
    frame.take(draft.draw(1.0, 5.0))
    rows = _table(draft, frame, kind)
    if happens(0.5, draft.rng):
        ornaments.foot(draft, 1)
    draft.end_page()
    return rows


def _letterhead(draft: Draft, frame: Frame) -> None:
    """Print the office at the left, the country's heading at the right, and a title in the middle below."""
    bold, surface, words = draft.style.bold, draft.surface, draft.words
    for line in (words.some(2, 4).upper(), words.heading(2, 4)):
        place = frame.take(bold.leading_mm)
        for share, text in ((0.22, line), (0.74, words.some(3, 5))):
            shown = bold.wrapped(text, 0.46 * place.w_mm)[0]
            surface.text((place.x_mm + share * place.w_mm, place.y_mm + bold.cap_mm), shown, bold, anchor=0.5)
    y_mm = frame.take(2.0).y_mm
    surface.line((frame.x_mm + 0.6 * frame.w_mm, y_mm), (frame.x_mm + 0.88 * frame.w_mm, y_mm), draft.style.rule)
    title = Type(bold.font, bold.size_pt * draft.draw(1.1, 1.5))
    for line in title.wrapped(words.some(4, 10).upper(), frame.w_mm)[:2]:
        place = frame.take(title.leading_mm * 1.2)
        surface.text((place.x_mm + place.w_mm / 2, place.y_mm + title.leading_mm), line, title, anchor=0.5)
    frame.take(draft.draw(2.0, 5.0))


def _table(draft: Draft, frame: Frame, kind: WordKind) -> int:
    """Draw the table down to the end of the page, rows as high as their text; return the number of statements."""
    bubble, table = _bubble(draft, kind), _columns(draft, frame, kind)
    borders = _draw_borders(draft, kind)
    top_mm = frame.y_mm
    values = [str(level) for level in range(1, table.levels + 1)]
    values = values[::-1] if happens(0.3, draft.rng) else values
    block = draft.begin_block(values, kind=ScaleKind.SATISFACTION, style=bubble.style)
    row_tops = [_heading_row(draft, frame, table, values)]
    rows, most, columns_from = 0, draft.count(12, 33), [frame.y_mm]
    every = draft.count(4, 9)
    while rows < most:
        if rows % every == 0 and happens(0.7, draft.rng):
            _section_row(draft, frame, table, borders, columns_from)
            row_tops.append(frame.y_mm)
        bottom_mm = _statement_row(draft, frame, table, block, bubble)
        if bottom_mm is None:
            break
        row_tops.append(bottom_mm)
        rows += 1
    columns_from.append(frame.y_mm)
    _rule_table(draft, table, borders, (top_mm, *row_tops), columns_from)
    return rows


def _columns(draft: Draft, frame: Frame, kind: WordKind) -> _Columns:
    levels = draft.count(3, 5)
    narrowest_mm = 10.0 if kind is WordKind.CELLS else 7.5  # digits may stand close to each other
    level_mm = draft.draw(narrowest_mm, 24.0 if levels < 5 else 19.0)
    first_mm = frame.x_mm + frame.w_mm - levels * level_mm
    statement_mm = frame.x_mm + (draft.draw(8.0, 11.0) if happens(0.8, draft.rng) else 0.0)
    return _Columns(frame.x_mm, statement_mm, first_mm, level_mm, levels, draft.draw(0.6, 1.8))


def _draw_borders(draft: Draft, kind: WordKind) -> _Borders:
    """Draw the rules: thin all over, thicker around, grey or dotted as grey, or with rows' or columns' missing."""
    thin = Rule(draft.draw(0.1, 0.3), draft.count(90, 170) if happens(0.12, draft.rng) else 0)
    around = Rule(draft.draw(0.35, 0.8)) if happens(0.35, draft.rng) else thin
    missing = {"none": 0.72, "columns": 0.1, "rows": 0.1, "thick": 0.08}
    what = pick(missing, draft.rng) if kind is WordKind.CELLS else pick({**missing, "both": 0.1}, draft.rng)
    if what == "thick":
        thin = around = Rule(draft.draw(0.4, 0.7))
    return _Borders(
        around,
        None if what in ("rows", "both") else thin,
        None if what in ("columns", "both") else thin,
    )


def _bubble(draft: Draft, kind: WordKind) -> Bubble:
    rule, size_mm = draw_outline(draft.rng), draft.draw(3.0, 5.0)
    if kind is WordKind.BOXES:
        return Bubble(Look.BOX, size_mm, size_mm, rule, None)
    if kind is WordKind.CELLS:
        return Bubble(Look.CELL, 0.0, 0.0, rule, None)
    size_mm = draft.draw(4.2, 6.0)
    font = draft.style.body.font
    if kind is WordKind.RINGED_DIGITS:
        letter = Type(font, 1.0).of_cap_height(draft.draw(2.2, 3.4))
        return Bubble(Look.PLAIN, size_mm, size_mm, rule, letter, MarkStyle.RING)
    letter = Type(font, 1.0, draft.count(0, 90)).of_cap_height(size_mm * draft.draw(0.4, 0.6))
    style = MarkStyle.RING if kind is WordKind.RINGED_CIRCLES else MarkStyle.CROSS
    return Bubble(Look.CIRCLE, size_mm, size_mm, rule, letter, style)


def _heading_row(draft: Draft, frame: Frame, table: _Columns, values: Sequence[str]) -> float:
    """Print what the levels mean, in words broken over lines, and their digits; return where it ends."""
    small = Type(draft.style.bold.font, draft.style.bold.size_pt * draft.draw(0.75, 0.95))
    texts = [small.wrapped(draft.words.some(2, 4).capitalize(), table.level_mm - 1)[:4] for _ in values]
    if happens(0.5, draft.rng):
        texts = [[*lines, f"({value})"] for lines, value in zip(texts, values, strict=True)]
    row = frame.take(max(map(len, texts)) * small.leading_mm + 2 * table.padding_mm)
    for column, lines in enumerate(texts):
        x_mm = table.first_mm + (column + 0.5) * table.level_mm
        for number, line in enumerate(lines):
            y_mm = row.y_mm + table.padding_mm + (number + 0.8) * small.leading_mm
            too_wide = max(small.width_mm(line) / (table.level_mm - 0.6), 1.0)
            draft.surface.text((x_mm, y_mm), line, replace(small, size_pt=small.size_pt / too_wide), anchor=0.5)
    middle_mm = row.y_mm + row.h_mm / 2 + small.cap_mm / 2
    draft.surface.text((table.statement_mm + 1.5, middle_mm), draft.words.heading(1, 3), draft.style.bold)
    return frame.y_mm


def _section_row(draft: Draft, frame: Frame, table: _Columns, borders: _Borders, columns_from: list[float]) -> None:
    """Print a heading across all columns, which ends the columns' rules above and begins them below."""
    bold = draft.style.bold
    if frame.left_mm < 3 * bold.leading_mm:
        return
    columns_from.append(frame.y_mm)
    row = frame.take(bold.leading_mm + 2 * table.padding_mm)
    if happens(0.3, draft.rng):
        draft.surface.box(Rect(table.left_mm, row.y_mm, table.right_mm - table.left_mm, row.h_mm), None, 220)
    line = bold.wrapped(draft.words.heading(3, 8), table.right_mm - table.left_mm - 4)[0]
    draft.surface.text((table.left_mm + 1.5, row.y_mm + row.h_mm / 2 + bold.cap_mm / 2), line, bold)
    columns_from.append(frame.y_mm)


def _statement_row(draft: Draft, frame: Frame, table: _Columns, block: FormBlock, bubble: Bubble) -> float | None:
    """Print one statement and its places, if there is room; return where the row ends."""
    body = draft.style.body
    text = draft.words.sentence(3, 18)
    lines = body.wrapped(text, table.first_mm - table.statement_mm - 3)[:3]
    height_mm = max(len(lines) * body.leading_mm + 2 * table.padding_mm, 6.0, 1.35 * bubble.h_mm)
    if frame.left_mm < height_mm:
        return None
    row = frame.take(height_mm)
    first_mm = row.y_mm + (height_mm - len(lines) * body.leading_mm) / 2 + 0.8 * body.leading_mm
    number = draft.items_so_far + 1
    if table.statement_mm > table.left_mm:
        draft.surface.text(((table.left_mm + table.statement_mm) / 2, first_mm), str(number), body, anchor=0.5)
    for place, line in enumerate(lines):
        draft.surface.text((table.statement_mm + 1.5, first_mm + place * body.leading_mm), line, body)
    item = draft.add_item(block, text)
    _places(draft, table, row, item, bubble)
    return frame.y_mm


def _places(draft: Draft, table: _Columns, row: Rect, item: Item, bubble: Bubble) -> None:
    for column, option in enumerate(item.options):
        cell = Rect(table.first_mm + column * table.level_mm, row.y_mm, table.level_mm, row.h_mm)
        if bubble.look is not Look.CELL:
            x_mm, y_mm = cell.center_mm
            cell = Rect(x_mm - bubble.w_mm / 2, y_mm - bubble.h_mm / 2, bubble.w_mm, bubble.h_mm)
        draft.add_area(item, option.value, cell, bubble)


def _rule_table(
    draft: Draft, table: _Columns, borders: _Borders, row_tops: Sequence[float], columns_from: Sequence[float]
) -> None:
    """Rule rows over the whole width, columns where no heading lies across, and the frame."""
    surface, top_mm, bottom_mm = draft.surface, row_tops[0], row_tops[-1]
    if borders.rows is not None:
        for y_mm in row_tops[1:-1]:
            surface.line((table.left_mm, y_mm), (table.right_mm, y_mm), borders.rows)
    if borders.columns is not None:
        stops = [top_mm, *columns_from[1:]]
        inner = [table.first_mm + column * table.level_mm for column in range(table.levels)]
        for x_mm in [table.statement_mm, *inner]:
            for start_mm, end_mm in zip(stops[::2], stops[1::2], strict=True):
                surface.line((x_mm, start_mm), (x_mm, end_mm), borders.columns)
    for y_mm in (top_mm, bottom_mm):
        surface.line((table.left_mm, y_mm), (table.right_mm, y_mm), borders.around)
    for x_mm in (table.left_mm, table.right_mm):
        surface.line((x_mm, top_mm), (x_mm, bottom_mm), borders.around)


def _as_drawn(template: FormTemplate, kind: WordKind, rng: np.random.Generator) -> FormTemplate:
    """Return the areas as drawn by hand: cells with some inset or onto their borders, all a little off."""
    if happens(0.4, rng):
        return template  # found by a program, to a tenth of a millimetre
    inset_mm, off_mm = 0.0, Range(0.05, 0.25).draw(rng)
    if kind is WordKind.CELLS:
        inset_mm = Range(0.2, 1.6).draw(rng) if happens(0.7, rng) else -Range(0.1, 0.3).draw(rng)
    return replace(template, pages=tuple(_page_as_drawn(page, inset_mm, off_mm, rng) for page in template.pages))


def _page_as_drawn(page: PageLayout, inset_mm: float, off_mm: float, rng: np.random.Generator) -> PageLayout:
    return replace(page, areas=tuple(_area_as_drawn(area, inset_mm, off_mm, rng) for area in page.areas))


def _area_as_drawn(area: ResponseArea, inset_mm: float, off_mm: float, rng: np.random.Generator) -> ResponseArea:
    rect = area.rect
    most_mm = (min(rect.w_mm, rect.h_mm) - _LEAST_SIDE_MM) / 2
    left, top, right, bottom = np.minimum(inset_mm + np.clip(rng.normal(0.0, off_mm, 4), -0.15, 0.3), most_mm)
    width_mm, height_mm = rect.w_mm - left - right, rect.h_mm - top - bottom
    drawn = (round(float(mm), 3) for mm in (rect.x_mm + left, rect.y_mm + top, width_mm, height_mm))
    return replace(area, rect=Rect(*drawn))
