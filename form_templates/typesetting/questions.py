"""Questions that stand alone: options beside or below them, 0-10 strips, writing lines, digit boxes. Pure values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from form_templates.model import Item, ItemKind, Language, MarkStyle, Option, Rect, ResponseArea, TextField
from form_templates.typesetting import phrases
from form_templates.typesetting.blocks import (
    DOTTED_MM,
    LEFT_MM,
    RIGHT_MM,
    SMALL_PT,
    TEXT_PT,
    WIDTH_MM,
    Align,
    area_mm,
    baseline_mm,
    leading_mm,
    printed_digits,
    response_area,
    rule,
    text_runs,
)
from form_templates.typesetting.drawing import Block, Line, Primitive, Shape, TextRun, beside
from form_templates.typesetting.fonts import Span, SpanLine, line_width_mm, text_width_mm, wrap

_LABEL_GAP_MM = 1.4
_OPTION_GAP_MM = 4.0  # from the end of a label to the next area
_ROW_CLEARANCE_MM = 3.5  # between areas of neighbouring option rows
_WRITE_IN_MM = 28.0
_WRITING_PITCH_MM = 8.0
_DIGIT_BOX_MM = (5.5, 6.5)
_TAB_MM = WIDTH_MM / 12  # options beside their question start at one of twelve tab stops
_LONGEST_SIDE_LABEL_MM = 2.6 * _TAB_MM
_MOST_TABS = 8


def list_item(item: Item, side_label_mm: float, language: Language) -> Block:
    """Set a question with its options beside or below it, whichever is the smaller.

    Args:
        item: A choice item.
        side_label_mm: Width of the column for short questions of the section (``side_label_mm()``).
        language: The language to print in.
    """
    spans = question(item, language)
    width_mm = line_width_mm(_one_line(spans), TEXT_PT)
    if _next_tab_mm(width_mm) <= side_label_mm:
        return _options_beside(item, _QuestionPlace(LEFT_MM, side_label_mm, WIDTH_MM), language)
    place = _QuestionPlace(LEFT_MM, _next_tab_mm(width_mm), WIDTH_MM)
    if place.label_mm < WIDTH_MM and len(_option_rows(item, place.options_mm, language).rows) == 1:
        return _options_beside(item, place, language)
    return _options_below(item, language)


def paired_items(left: Item, right: Item, side_label_mm: float, language: Language) -> Block | None:
    """Set two short questions side by side; None if they do not fit on one row."""
    widths = [line_width_mm(_one_line(question(item, language)), TEXT_PT) for item in (left, right)]
    if _next_tab_mm(max(widths)) > side_label_mm:
        return None
    left_mm = side_label_mm + sum(_cell_width_mm(left, option, language) for option in left.options)
    left_mm = _next_tab_mm(left_mm)
    places = (
        _QuestionPlace(LEFT_MM, side_label_mm, left_mm),
        _QuestionPlace(LEFT_MM + left_mm, widths[1] + _OPTION_GAP_MM, WIDTH_MM - left_mm),
    )
    items = (left, right)
    if places[1].options_mm <= 0 or any(
        len(_option_rows(item, place.options_mm, language).rows) > 1 for item, place in zip(items, places, strict=True)
    ):
        return None
    return beside(*(_options_beside(item, place, language) for item, place in zip(items, places, strict=True)))


def side_label_mm(items: Sequence[Item], language: Language) -> float:
    """Return the width of a column that holds the short questions among ``items``; 0 if there is none."""
    widths = [line_width_mm(_one_line(question(item, language)), TEXT_PT) for item in items if item.kind.is_choice]
    return max((_next_tab_mm(width) for width in widths if width <= _LONGEST_SIDE_LABEL_MM), default=0.0)


def strip_item(item: Item, language: Language) -> Block:
    """Set a 0-10 question: one row of areas, digits above, the meaning of both ends below."""
    lines = wrap(question(item, language), TEXT_PT, WIDTH_MM)
    pitch_mm = WIDTH_MM / len(item.options)
    digits_top_mm = 1.4 + len(lines) * leading_mm(TEXT_PT)
    digits = _digits_above(item, digits_top_mm, pitch_mm)
    half_mm = area_mm(item.style) / 2
    middle_mm = digits_top_mm + (leading_mm(TEXT_PT) if digits else 0.0) + 1.2 + half_mm
    cells = [
        response_area(item, option, LEFT_MM + (i + 0.5) * pitch_mm, middle_mm) for i, option in enumerate(item.options)
    ]
    ends = _end_labels(item, middle_mm + half_mm + 1.2, pitch_mm, language)
    height_mm = middle_mm + half_mm + 1.2 + (leading_mm(SMALL_PT) if ends else 0.0) + 1.0
    runs = text_runs(lines, TEXT_PT, LEFT_MM, WIDTH_MM, top_mm=1.0)
    return Block(height_mm, (*runs, *digits, *ends, *printed_digits(cells), rule(height_mm)), tuple(cells))


def text_item(item: Item, language: Language) -> Block:
    """Set a question with dotted lines to write on."""
    spans = question(item, language)
    label_mm = line_width_mm(_one_line(spans), TEXT_PT)
    if item.lines == 1 and label_mm < WIDTH_MM / 2:
        return _writing_beside(item, spans, label_mm)
    lines = wrap(spans, TEXT_PT, WIDTH_MM)
    top_mm = 1.2 + len(lines) * leading_mm(TEXT_PT)
    field = Rect(LEFT_MM, top_mm, WIDTH_MM, item.lines * _WRITING_PITCH_MM)
    dots = [_dots(LEFT_MM, RIGHT_MM, top_mm + (i + 1) * _WRITING_PITCH_MM - 0.8) for i in range(item.lines)]
    runs = text_runs(lines, TEXT_PT, LEFT_MM, WIDTH_MM, top_mm=1.2)
    return Block(top_mm + field.h_mm + 0.4, (*runs, *dots), fields=(TextField(item.item_id, field),))


def number_item(item: Item, language: Language) -> Block:
    """Set a question with one box per digit."""
    spans = question(item, language)
    width_mm, box_height_mm = _DIGIT_BOX_MM
    lines = wrap(spans, TEXT_PT, WIDTH_MM - item.digits * width_mm - _TAB_MM)
    height_mm = max(box_height_mm + 2.4, len(lines) * leading_mm(TEXT_PT) + 1.4)
    left_mm = LEFT_MM + min(
        _next_tab_mm(max(line_width_mm(line, TEXT_PT) for line in lines)), WIDTH_MM - item.digits * width_mm
    )
    top_mm = (height_mm - box_height_mm) / 2
    boxes = [
        Shape(Rect(left_mm + i * width_mm, top_mm, width_mm, box_height_mm), line_mm=0.2) for i in range(item.digits)
    ]
    runs = text_runs(lines, TEXT_PT, LEFT_MM, WIDTH_MM, top_mm=(height_mm - len(lines) * leading_mm(TEXT_PT)) / 2)
    field = TextField(item.item_id, Rect(left_mm, top_mm, item.digits * width_mm, box_height_mm))
    return Block(height_mm, (*runs, *boxes, rule(height_mm)), fields=(field,))


def question(item: Item, language: Language) -> tuple[Span, ...]:
    """Return number and label in bold, then how many options may be chosen."""
    label = item.label.in_language(language)
    spans = (Span(f"{item.number}. {label}" if item.number else label, is_bold=True),)
    if item.kind is not ItemKind.MULTIPLE:
        return spans
    hint = phrases.AT_MOST if item.max_choices else phrases.SEVERAL
    return (*spans, Span(hint.in_language(language).format(count=item.max_choices)))


def _one_line(spans: Sequence[Span]) -> SpanLine:
    return (*(Span(f"{span.text} ", span.is_bold) for span in spans[:-1]), spans[-1])


def _next_tab_mm(width_mm: float) -> float:
    return ceil((width_mm + _OPTION_GAP_MM) / _TAB_MM) * _TAB_MM


@dataclass(frozen=True, slots=True)
class _QuestionPlace:
    """Where a question stands with its options beside it: from ``x_mm``, first the label, then the options."""

    x_mm: float
    label_mm: float
    width_mm: float

    @property
    def options_mm(self) -> float:
        return self.width_mm - self.label_mm


@dataclass(frozen=True, slots=True)
class _Cell:
    """One option in a row of options; ``x_mm`` counts from the left edge of the rows."""

    option: Option
    x_mm: float
    label: tuple[SpanLine, ...]
    label_w_mm: float


@dataclass(frozen=True, slots=True)
class _OptionRows:
    rows: tuple[tuple[_Cell, ...], ...]
    width_mm: float


def _option_rows(item: Item, width_mm: float, language: Language) -> _OptionRows:
    """Stand options on equal tab stops, as many as lead to the fewest rows; long labels take several stops.

    Where one row would do but for the tab stops, the options stand at equal gaps instead.
    """
    needs_mm = [_cell_width_mm(item, option, language) for option in item.options]
    rows_by_tabs = {tabs: _rows_of(needs_mm, width_mm, tabs) for tabs in range(1, _MOST_TABS + 1)}
    fewest = min(len(rows) for rows in rows_by_tabs.values())
    if fewest > 1 and sum(needs_mm) - _OPTION_GAP_MM <= width_mm:
        starts_mm = _starts_at_equal_gaps(needs_mm, width_mm)
        row = tuple(_cell(item, i, start_mm, width_mm, language) for i, start_mm in enumerate(starts_mm))
        return _OptionRows((row,), width_mm)
    tabs = min(tabs for tabs, rows in rows_by_tabs.items() if len(rows) == fewest)
    tab_mm = width_mm / tabs
    rows = [
        tuple(_cell(item, position, stop * tab_mm, width_mm, language) for position, stop in row)
        for row in rows_by_tabs[tabs]
    ]
    return _OptionRows(tuple(rows), width_mm)


def _starts_at_equal_gaps(needs_mm: Sequence[float], width_mm: float) -> list[float]:
    extra_mm = (width_mm + _OPTION_GAP_MM - sum(needs_mm)) / len(needs_mm)
    return [sum(needs_mm[:position]) + position * extra_mm for position in range(len(needs_mm))]


def _rows_of(needs_mm: Sequence[float], width_mm: float, tabs: int) -> list[list[tuple[int, int]]]:
    """Fill rows with (option position, tab stop), in order."""
    rows: list[list[tuple[int, int]]] = [[]]
    stop = 0
    for position, need_mm in enumerate(needs_mm):
        # The gap to a next option is not needed where none follows.
        taken = min(tabs, max(1, ceil((need_mm - 1e-6) / (width_mm / tabs))))
        if stop + taken > tabs and not _fits_at_end(need_mm, width_mm, tabs, stop):
            rows.append([])
            stop = 0
        rows[-1].append((position, stop))
        stop += taken
    return rows


def _fits_at_end(need_mm: float, width_mm: float, tabs: int, stop: int) -> bool:
    return stop < tabs and need_mm - _OPTION_GAP_MM <= (tabs - stop) * width_mm / tabs


def _cell_width_mm(item: Item, option: Option, language: Language) -> float:
    label_mm = text_width_mm(option.label.in_language(language), TEXT_PT)
    write_in_mm = _WRITE_IN_MM if option.has_write_in else 0.0
    return area_mm(item.style) + _LABEL_GAP_MM + label_mm + write_in_mm + _OPTION_GAP_MM


def _cell(item: Item, position: int, x_mm: float, width_mm: float, language: Language) -> _Cell:
    option = item.options[position]
    free_mm = width_mm - x_mm - area_mm(item.style) - _LABEL_GAP_MM
    label = wrap((Span(option.label.in_language(language)),), TEXT_PT, free_mm)
    return _Cell(option, x_mm, label, max(line_width_mm(line, TEXT_PT) for line in label))


def _options_beside(item: Item, place: _QuestionPlace, language: Language) -> Block:
    rows = _option_rows(item, place.options_mm, language)
    block = _options_block(item, rows, place.x_mm + place.label_mm, 0.0)
    row_mm = area_mm(item.style) + _ROW_CLEARANCE_MM
    top_mm = (row_mm - leading_mm(TEXT_PT)) / 2
    line = _one_line(question(item, language))
    runs = text_runs((line,), TEXT_PT, place.x_mm, place.label_mm, top_mm=top_mm)
    return replace(block, primitives=(*runs, *block.primitives, rule(block.height_mm)))


def _options_below(item: Item, language: Language) -> Block:
    lines = wrap(question(item, language), TEXT_PT, WIDTH_MM)
    top_mm = 1.2 + len(lines) * leading_mm(TEXT_PT)
    indent_mm = 4.0
    block = _options_block(item, _option_rows(item, WIDTH_MM - indent_mm, language), LEFT_MM + indent_mm, top_mm)
    runs = text_runs(lines, TEXT_PT, LEFT_MM, WIDTH_MM, top_mm=1.2)
    return replace(block, primitives=(*runs, *block.primitives, rule(block.height_mm)))


def _options_block(item: Item, options: _OptionRows, x_mm: float, top_mm: float) -> Block:
    """Draw rows of options; each row is as high as its longest label."""
    areas: list[ResponseArea] = []
    fields: list[TextField] = []
    primitives: list[Primitive] = []
    for row in options.rows:
        row_mm = _row_height_mm(item, row)
        middle_mm = top_mm + row_mm / 2
        ends_mm = [cell.x_mm - _OPTION_GAP_MM for cell in row[1:]] + [options.width_mm]
        for cell, end_mm in zip(row, ends_mm, strict=True):
            areas.append(response_area(item, cell.option, x_mm + cell.x_mm + area_mm(item.style) / 2, middle_mm))
            label_mm = x_mm + cell.x_mm + area_mm(item.style) + _LABEL_GAP_MM
            text_mm = len(cell.label) * leading_mm(TEXT_PT)
            primitives += text_runs(cell.label, TEXT_PT, label_mm, cell.label_w_mm, top_mm=middle_mm - text_mm / 2)
            if cell.option.has_write_in:
                line = _write_in(label_mm + cell.label_w_mm + 1.0, x_mm + end_mm, middle_mm)
                primitives.append(line)
                fields.append(_write_in_field(item, cell.option, line))
        top_mm += row_mm
    return Block(top_mm, (*primitives, *printed_digits(areas)), tuple(areas), tuple(fields))


def _row_height_mm(item: Item, row: Sequence[_Cell]) -> float:
    text_mm = max(len(cell.label) for cell in row) * leading_mm(TEXT_PT)
    return max(area_mm(item.style) + _ROW_CLEARANCE_MM, text_mm + 1.2)


def _write_in(left_mm: float, right_mm: float, middle_mm: float) -> Line:
    return _dots(left_mm, right_mm, baseline_mm(middle_mm, TEXT_PT) + 0.5)


def _write_in_field(item: Item, option: Option, line: Line) -> TextField:
    height_mm = 6.0  # what handwriting on the line takes, most of it above
    rect = Rect(line.x1_mm, line.y1_mm - height_mm + 1.2, line.x2_mm - line.x1_mm, height_mm)
    return TextField(item.item_id, rect, option.value)


def _writing_beside(item: Item, spans: Sequence[Span], label_mm: float) -> Block:
    left_mm = LEFT_MM + label_mm + 1.5
    runs = text_runs(
        (_one_line(spans),), TEXT_PT, LEFT_MM, label_mm, top_mm=_WRITING_PITCH_MM - 1.4 - leading_mm(TEXT_PT)
    )
    dots = _dots(left_mm, RIGHT_MM, runs[0].y_mm + 0.5)
    field = TextField(item.item_id, Rect(left_mm, 0.4, RIGHT_MM - left_mm, _WRITING_PITCH_MM))
    return Block(_WRITING_PITCH_MM + 0.6, (*runs, dots), fields=(field,))


def _dots(left_mm: float, right_mm: float, y_mm: float) -> Line:
    return Line(left_mm, y_mm, right_mm, y_mm, DOTTED_MM, is_dotted=True)


def _digits_above(item: Item, top_mm: float, pitch_mm: float) -> tuple[TextRun, ...]:
    """Print the values above their areas, unless the areas hold them."""
    if item.style is not MarkStyle.BOX:
        return ()
    runs: tuple[TextRun, ...] = ()
    for position, option in enumerate(item.options):
        line = (Span(option.value, is_bold=True),)
        runs += text_runs((line,), TEXT_PT, LEFT_MM + position * pitch_mm, pitch_mm, Align.CENTRE, top_mm)
    return runs


def _end_labels(item: Item, top_mm: float, pitch_mm: float, language: Language) -> tuple[TextRun, ...]:
    """Print what the first and the last value mean, if their labels say more than the digit."""
    first, last = item.options[0], item.options[-1]
    runs: tuple[TextRun, ...] = ()
    for option, align in ((first, Align.LEFT), (last, Align.RIGHT)):
        label = option.label.in_language(language)
        if label != option.value:
            inset_mm = pitch_mm / 2 - area_mm(item.style) / 2  # flush with the outer edge of the area
            width_mm = WIDTH_MM - 2 * inset_mm
            runs += text_runs(((Span(label),),), SMALL_PT, LEFT_MM + inset_mm, width_mm, align, top_mm)
    return runs
