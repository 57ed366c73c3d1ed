"""Answer sheets: small circles, ovals or boxes close together, one item per row or per column."""

from dataclasses import dataclass

from form_templates.model import Item, Rect, ScaleKind
from omr.simulation.chance import happens
from omr.simulation.foreign.draft import Draft, Frame
from omr.simulation.foreign.style import Bubble, GridPrint, Look, draw_outline
from omr.simulation.foreign.surface import Type

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Middles of bubbles: the first, and the steps across and down, mm."""

    x_mm: float
    y_mm: float
    across_mm: float
    down_mm: float

    def bubble(self, bubble: Bubble, column: int, row: int) -> Rect:
        """Return the place of one bubble."""
        x_mm, y_mm = self.x_mm + column * self.across_mm, self.y_mm + row * self.down_mm
        return Rect(x_mm - bubble.w_mm / 2, y_mm - bubble.h_mm / 2, bubble.w_mm, bubble.h_mm)


def digit_columns(draft: Draft, frame: Frame) -> bool:
    """Draw a number (or a name) to be filled in digit by digit: every column is an item; return whether it fits."""
    grid = _grid_print(draft)
    bubble, across_mm, down_mm = grid.bubble, grid.across_mm, grid.down_mm
    values = list("0123456789")
    if happens(0.12, draft.rng) and 27 * down_mm + 16 < frame.left_mm:
        values = list(_LETTERS)
    elif happens(0.2, draft.rng):
        values = values[1:] + values[:1]
    has_guide = bubble.letter is None or happens(0.15, draft.rng)
    guide_mm = 5.0 if has_guide else 0.0
    columns = min(draft.count(2, 12), int((frame.w_mm - guide_mm) / across_mm))
    head_mm = draft.style.bold.leading_mm * 1.3 + max(across_mm, 5.0) + down_mm * 0.3
    if columns < 2 or head_mm + len(values) * down_mm + 3 > frame.left_mm:
        return False
    left_mm = frame.x_mm + guide_mm + draft.draw(0.0, 1.0) * (frame.w_mm - guide_mm - columns * across_mm)
    title = frame.take(draft.style.bold.leading_mm * 1.3)
    boxes = frame.take(max(across_mm, 5.0) + down_mm * 0.3)
    body = frame.take(len(values) * down_mm + 3)
    width_mm = columns * across_mm
    _title(draft, Rect(left_mm, title.y_mm, width_mm, title.h_mm))
    _stripe(draft, Rect(left_mm, body.y_mm, width_mm, len(values) * down_mm), columns)
    _writing_boxes(draft, Rect(left_mm, boxes.y_mm, width_mm, boxes.h_mm - down_mm * 0.3), columns)
    lattice = _Lattice(left_mm + across_mm / 2, body.y_mm + down_mm / 2, across_mm, down_mm)
    if has_guide:
        _write_down(draft, lattice, values, -across_mm / 2 - 1.5)
    block = draft.begin_block(values)
    for column in range(columns):
        item = draft.add_item(block, f"column {column + 1}")
        for row, value in enumerate(values):
            draft.add_area(item, value, lattice.bubble(bubble, column, row), bubble)
    if happens(0.4, draft.rng):
        draft.surface.box(
            Rect(left_mm, boxes.y_mm, width_mm, body.y_mm + len(values) * down_mm - boxes.y_mm), draft.style.rule
        )
    return True


def question_columns(draft: Draft, frame: Frame) -> int:
    """Return how many columns of question rows fit beside each other."""
    grid = _grid_print(draft)
    row_mm = _number_mm(draft) + grid.options * grid.across_mm
    return max(int(frame.w_mm / (row_mm + draft.draw(5.0, 12.0))), 1)


def question_rows(draft: Draft, frame: Frame) -> bool:
    """Draw numbered rows of letters down to the end of the frame: every row is an item; return whether it fits."""
    grid = _grid_print(draft)
    bubble, across_mm, down_mm = grid.bubble, grid.across_mm, grid.down_mm
    number_mm = _number_mm(draft)
    options = min(grid.options, int((frame.w_mm - number_mm) / across_mm))
    has_head = bubble.letter is None or happens(0.3, draft.rng)
    head_mm = draft.style.bold.leading_mm * 1.2 if has_head else 1.0
    group = draft.count(5, 10) if happens(0.4, draft.rng) else 1000
    gap_mm = down_mm * draft.draw(0.3, 0.8)
    rows = min(draft.count(8, 50), int((frame.left_mm - head_mm) / (down_mm + gap_mm / group)))
    if options < 2 or rows < 3:
        return False
    values = list(_LETTERS[:options]) if happens(0.85, draft.rng) else list("123456"[:options])
    first_mm = frame.x_mm + number_mm + across_mm / 2
    head = frame.take(head_mm)
    if has_head:
        for column, value in enumerate(values):
            middle_mm = (first_mm + column * across_mm, head.y_mm + head_mm / 2)
            draft.surface.text_amid(middle_mm, value, draft.style.bold)
    block = draft.begin_block(values, kind=ScaleKind.NOMINAL, style=bubble.style)
    top_mm = frame.y_mm
    is_framed = happens(0.2, draft.rng)
    for row in range(rows):
        place = frame.take(down_mm + (gap_mm if (row + 1) % group == 0 else 0.0))
        lattice = _Lattice(first_mm, place.y_mm + down_mm / 2, across_mm, down_mm)
        _question(draft, lattice, draft.add_item(block, f"question {row + 1}"), bubble)
        if is_framed:
            draft.surface.box(Rect(frame.x_mm + number_mm, place.y_mm, options * across_mm, down_mm), draft.style.rule)
    if not is_framed and happens(0.2, draft.rng):
        width_mm = number_mm + options * across_mm
        draft.surface.box(Rect(frame.x_mm, top_mm, width_mm, frame.y_mm - top_mm), draft.style.rule)
    return True


def _number_mm(draft: Draft) -> float:
    """Return the width of the numbers before question rows."""
    return draft.style.body.width_mm("000.") + 2.5


def _question(draft: Draft, lattice: _Lattice, item: Item, bubble: Bubble) -> None:
    body = draft.style.body.of_cap_height(min(draft.style.body.cap_mm, 0.6 * lattice.down_mm))
    end_mm = lattice.x_mm - lattice.across_mm / 2 - 0.8
    draft.surface.text((end_mm, lattice.y_mm + body.cap_mm / 2), f"{draft.items_so_far}.", body, anchor=1.0)
    for column, option in enumerate(item.options):
        draft.add_area(item, option.value, lattice.bubble(bubble, column, 0), bubble)


def _grid_print(draft: Draft) -> GridPrint:
    """Return how the form's grids are printed, drawn at the first; another, seldom."""
    if draft.grid is None or happens(0.08, draft.rng):
        bubble = _draw_grid_bubble(draft)
        across_mm, down_mm = bubble.w_mm * draft.draw(1.35, 2.2), bubble.h_mm * draft.draw(1.35, 2.2)
        draft.grid = GridPrint(bubble, across_mm, down_mm, draft.count(3, 6))
    return draft.grid


def _draw_grid_bubble(draft: Draft) -> Bubble:
    h_mm = draft.draw(2.1, 4.0)
    w_mm = h_mm * (draft.draw(1.15, 1.6) if happens(0.25, draft.rng) else 1.0)
    look = Look.CIRCLE if happens(0.82, draft.rng) else Look.BOX
    letter = None
    if happens(0.6, draft.rng):
        font = "Times-Roman" if happens(0.3, draft.rng) else "Helvetica"
        grey = draft.count(0, 150) if happens(0.5, draft.rng) else 0
        letter = Type(font, 1.0, grey).of_cap_height(h_mm * draft.draw(0.4, 0.68))
    return Bubble(look, w_mm, h_mm, draw_outline(draft.rng), letter)


def _title(draft: Draft, place: Rect) -> None:
    bold = draft.style.bold
    title = bold.wrapped(draft.words.heading(1, 3), max(place.w_mm, 25.0))[0]
    draft.surface.text((place.x_mm, place.y_mm + place.h_mm * 0.75), title, bold)


def _stripe(draft: Draft, place: Rect, columns: int) -> None:
    """Shade every other column, of some grids."""
    if not happens(0.3, draft.rng):
        return
    grey, step_mm = draft.count(205, 240), place.w_mm / columns
    for column in range(0, columns, 2):
        draft.surface.box(Rect(place.x_mm + column * step_mm, place.y_mm, step_mm, place.h_mm), None, grey)


def _writing_boxes(draft: Draft, place: Rect, columns: int) -> None:
    """Print the boxes above the columns into which the number is written by hand."""
    step_mm = place.w_mm / columns
    for column in range(columns):
        draft.surface.box(Rect(place.x_mm + column * step_mm, place.y_mm, step_mm, place.h_mm), draft.style.rule)


def _write_down(draft: Draft, lattice: _Lattice, values: list[str], offset_mm: float) -> None:
    body = draft.style.body
    size = min(body.cap_mm, lattice.down_mm * 0.7)
    for row, value in enumerate(values):
        middle_mm = (lattice.x_mm + offset_mm, lattice.y_mm + row * lattice.down_mm)
        draft.surface.text_amid(middle_mm, value, body.of_cap_height(size))
