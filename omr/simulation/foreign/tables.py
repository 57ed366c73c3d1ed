"""Statements in rows, a scale of options across: ruled tables and rows without rules."""

from dataclasses import dataclass, replace

from form_templates.model import Item, MarkStyle, Rect, ScaleKind
from omr.simulation.chance import happens, pick
from omr.simulation.foreign.draft import Draft, FormBlock, Frame
from omr.simulation.foreign.style import Bubble, Look, draw_outline
from omr.simulation.foreign.surface import Rule, Type
from omr.simulation.foreign.words import VALUES_OF_TWO

_NARROWEST_LABEL_MM = 28.0
_SHADES = (215, 242)  # grey levels of shaded cells, lowest and highest


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where a table lies: its left edge, its first column, and the columns and rows from there, mm."""

    x_mm: float
    first_mm: float
    pitch_mm: float
    row_mm: float
    columns: int

    @property
    def right_mm(self) -> float:
        """Right edge."""
        return self.first_mm + self.columns * self.pitch_mm

    def cell(self, column: int, top_mm: float) -> Rect:
        """Return the cell of an option in the row that begins at ``top_mm``."""
        return Rect(self.first_mm + column * self.pitch_mm, top_mm, self.pitch_mm, self.row_mm)


def scale_table(draft: Draft, frame: Frame) -> bool:
    """Draw a table of statements and levels, if there is room for three rows; return whether there was."""
    bubble = _table_bubble(draft)
    grid = _table_grid(draft, frame, bubble, draft.count(3, 7))
    head_mm = draft.style.body.leading_mm * 2.2
    rows = min(draft.count(4, 16), int((frame.left_mm - head_mm) / grid.row_mm))
    if rows < 3 or grid.first_mm - grid.x_mm < _NARROWEST_LABEL_MM:
        return False
    values = _level_values(draft, grid.columns, bubble)
    block = draft.begin_block(values, kind=_scale_kind(values), style=bubble.style)
    is_ruled = bubble.look is Look.CELL or happens(0.65, draft.rng)
    shade = draft.count(*_SHADES) if happens(0.3, draft.rng) else None
    _head(draft, grid, values, frame.take(head_mm), shade)
    for number in range(rows):
        row = frame.take(grid.row_mm)
        if shade is not None and number % 2 and not is_ruled:
            draft.surface.box(Rect(grid.x_mm, row.y_mm, grid.right_mm - grid.x_mm, grid.row_mm), None, shade)
        _row(draft, grid, block, bubble, row.y_mm)
    if is_ruled:
        _rules(draft, grid, frame.y_mm - rows * grid.row_mm - head_mm, frame.y_mm, head_mm)
    return True


def yes_no_rows(draft: Draft, frame: Frame) -> bool:
    """Draw statements with two boxes at the right, each with its word; return whether there was room for two."""
    size_mm, body = draft.draw(2.5, 5.0), draft.style.body
    row_mm = max(size_mm * draft.draw(1.3, 2.0), body.leading_mm * 1.2)
    rows = min(draft.count(2, 6), int(frame.left_mm / row_mm))
    values = VALUES_OF_TWO[draft.count(0, len(VALUES_OF_TWO) - 1)]
    words = ("Có", "Không") if draft.style.is_vietnamese else ("Yes", "No")
    step_mm = size_mm + max(map(body.width_mm, words)) + draft.draw(3.0, 9.0)
    first_mm = frame.x_mm + frame.w_mm - 2 * step_mm
    if rows < 2 or first_mm - frame.x_mm < _NARROWEST_LABEL_MM:
        return False
    look = Look.BOX if happens(0.75, draft.rng) else Look.CIRCLE
    bubble = Bubble(look, size_mm, size_mm, draft.style.outline, None)
    block = draft.begin_block(values, kind=ScaleKind.NOMINAL)
    for _ in range(rows):
        row = frame.take(row_mm)
        middle_mm = row.y_mm + row_mm / 2
        item = _labelled_item(draft, block, Rect(frame.x_mm, row.y_mm, first_mm - frame.x_mm - 2, row_mm))
        for column, (value, word) in enumerate(zip(values, words, strict=True)):
            left_mm = first_mm + column * step_mm
            draft.add_area(item, value, Rect(left_mm, middle_mm - size_mm / 2, size_mm, size_mm), bubble)
            draft.surface.text((left_mm + size_mm + 1.2, middle_mm + body.cap_mm / 2), word, body)
    frame.take(row_mm * 0.4)
    return True


def rating_lines(draft: Draft, frame: Frame) -> bool:
    """Draw statements, each with a row of digits or circles below and words at both ends."""
    body, bubble = draft.style.body, _digit_bubble(draft)
    columns = draft.count(4, 10)
    pitch_mm = bubble.w_mm * draft.draw(1.3, 2.3)
    row_mm = body.leading_mm * 1.3 + bubble.h_mm * 1.5
    rows = min(draft.count(2, 6), int(frame.left_mm / row_mm))
    ends = (draft.words.some(1, 2), draft.words.some(1, 2))
    if rows < 2 or columns * pitch_mm + sum(map(body.width_mm, ends)) + 14 > frame.w_mm:
        return False
    values = [str(level) for level in range(1, columns + 1)]
    block = draft.begin_block(values, kind=ScaleKind.ORDINAL, style=bubble.style)
    for _ in range(rows):
        row = frame.take(row_mm)
        item = _labelled_item(draft, block, Rect(frame.x_mm, row.y_mm, frame.w_mm, body.leading_mm))
        middle_mm = row.y_mm + row_mm - bubble.h_mm * 0.7
        left_mm = frame.x_mm + 4 + body.width_mm(ends[0]) + 3
        draft.surface.text((frame.x_mm + 4, middle_mm + body.cap_mm / 2), ends[0], body)
        for column, value in enumerate(values):
            x_mm = left_mm + column * pitch_mm
            draft.add_area(item, value, Rect(x_mm, middle_mm - bubble.h_mm / 2, bubble.w_mm, bubble.h_mm), bubble)
        draft.surface.text((left_mm + columns * pitch_mm + 1, middle_mm + body.cap_mm / 2), ends[1], body)
    frame.take(bubble.h_mm * 0.4)
    return True


def _table_bubble(draft: Draft) -> Bubble:
    """Draw what stands in the cells: nothing, a box, a circle, a digit, or a ringed digit."""
    look = pick({Look.CELL: 0.32, Look.BOX: 0.22, Look.CIRCLE: 0.16, Look.PLAIN: 0.3}, draft.rng)
    if look is Look.CELL:
        return Bubble(look, draft.draw(6.0, 14.0), draft.draw(5.0, 9.0), draft.style.rule, None)
    if look is Look.PLAIN:
        return _digit_bubble(draft)
    size_mm = draft.draw(2.5, 5.5)
    return Bubble(look, size_mm, size_mm, draw_outline(draft.rng), None)


def _digit_bubble(draft: Draft) -> Bubble:
    """Draw a digit to be ringed, or one in a printed ring to be filled or crossed."""
    font = draft.style.body.font
    font = "Helvetica" if font.startswith("Courier") else font
    if happens(0.5, draft.rng):
        size_mm = draft.draw(4.0, 6.0)
        letter = Type(font, 1.0).of_cap_height(size_mm * draft.draw(0.38, 0.6))
        return Bubble(Look.PLAIN, size_mm, size_mm, draft.style.rule, letter, MarkStyle.RING)
    size_mm = draft.draw(2.6, 6.0)
    letter = Type(font, 1.0, draft.count(0, 90)).of_cap_height(size_mm * draft.draw(0.4, 0.65))
    style = MarkStyle.BOX if happens(0.6, draft.rng) else MarkStyle.CROSS
    return Bubble(Look.CIRCLE, size_mm, size_mm, draw_outline(draft.rng), letter, style)


def _table_grid(draft: Draft, frame: Frame, bubble: Bubble, columns: int) -> _Grid:
    if bubble.look is Look.CELL:
        pitch_mm, row_mm = bubble.w_mm, bubble.h_mm
    else:
        pitch_mm = max(bubble.w_mm * draft.draw(1.4, 3.5), 6.0)
        row_mm = max(bubble.h_mm * 1.3, draft.draw(5.0, 11.0))
    return _Grid(frame.x_mm, frame.x_mm + frame.w_mm - columns * pitch_mm, pitch_mm, row_mm, columns)


def _level_values(draft: Draft, count: int, bubble: Bubble) -> list[str]:
    if bubble.letter is None and happens(0.25, draft.rng):
        return [chr(ord("A") + index) for index in range(count)]
    values = [str(level) for level in range(1, count + 1)]
    return values[::-1] if happens(0.2, draft.rng) else values


def _scale_kind(values: list[str]) -> ScaleKind:
    return ScaleKind.SATISFACTION if values[0].isdecimal() else ScaleKind.ORDINAL


def _head(draft: Draft, grid: _Grid, values: list[str], row: Rect, shade: int | None) -> None:
    """Write what the columns mean: the values, or words as small as they must be."""
    if shade is not None:
        draft.surface.box(Rect(grid.x_mm, row.y_mm, grid.right_mm - grid.x_mm, row.h_mm), None, shade)
    bold = draft.style.bold
    draft.surface.text((grid.x_mm + 1, row.y_mm + row.h_mm / 2 + bold.cap_mm / 2), draft.words.heading(1, 2), bold)
    has_words = happens(0.5, draft.rng)
    for column, value in enumerate(values):
        cell = grid.cell(column, row.y_mm)
        middle_mm = (cell.x_mm + cell.w_mm / 2, row.y_mm + row.h_mm / 2)
        text = draft.words.some(1, 1).capitalize() if has_words else value
        too_wide = bold.width_mm(text) / (0.9 * cell.w_mm)
        draft.surface.text_amid(middle_mm, text, replace(bold, size_pt=bold.size_pt / max(too_wide, 1.0)))


def _row(draft: Draft, grid: _Grid, block: FormBlock, bubble: Bubble, top_mm: float) -> None:
    item = _labelled_item(draft, block, Rect(grid.x_mm + 1, top_mm, grid.first_mm - grid.x_mm - 2, grid.row_mm))
    for column, option in enumerate(block.options):
        cell = grid.cell(column, top_mm)
        if bubble.look is not Look.CELL:
            x_mm, y_mm = cell.center_mm
            cell = Rect(x_mm - bubble.w_mm / 2, y_mm - bubble.h_mm / 2, bubble.w_mm, bubble.h_mm)
        draft.add_area(item, option.value, cell, bubble)


def _labelled_item(draft: Draft, block: FormBlock, place: Rect) -> Item:
    """Add an item and print as much of its label as fits."""
    body = draft.style.body
    label = f"{draft.items_so_far + 1}. {draft.words.sentence(3, 16)}"
    lines = body.wrapped(label, place.w_mm)[: max(int(place.h_mm / body.leading_mm), 1)]
    first_mm = place.y_mm + (place.h_mm - len(lines) * body.leading_mm) / 2 + body.cap_mm * 1.15
    for number, line in enumerate(lines):
        draft.surface.text((place.x_mm, first_mm + number * body.leading_mm), line, body)
    return draft.add_item(block, label)


def _rules(draft: Draft, grid: _Grid, top_mm: float, bottom_mm: float, head_mm: float) -> None:
    """Rule every row and column; the lines' middles are the edges of the cells."""
    rule: Rule = draft.style.rule
    rows = round((bottom_mm - top_mm - head_mm) / grid.row_mm)
    for y_mm in [top_mm, *(top_mm + head_mm + number * grid.row_mm for number in range(rows + 1))]:
        draft.surface.line((grid.x_mm, y_mm), (grid.right_mm, y_mm), rule)
    for x_mm in [grid.x_mm, *(grid.first_mm + number * grid.pitch_mm for number in range(grid.columns + 1))]:
        draft.surface.line((x_mm, top_mm), (x_mm, bottom_mm), rule)
