"""Questions that stand alone: options beside or below them, 0-10 strips, writing lines, digit boxes. Pure values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from form_templates.model import Item, ItemKind, MarkStyle, Option, Rect, ResponseArea, TextField
from form_templates.typesetting import phrases
from form_templates.typesetting.blocks import (
    DOTTED_MM,
    LEFT_MM,
    RIGHT_MM,
    WIDTH_MM,
    Align,
    area_mm,
    baseline_mm,
    printed_digits,
    response_area,
    rule,
    text_runs,
)
from form_templates.typesetting.drawing import Block, Line, Primitive, Shape, TextRun, beside
from form_templates.typesetting.fonts import Span, SpanLine, line_width_mm, wrap
from form_templates.typesetting.parts.option_rows import (
    LABEL_GAP_MM,
    OPTION_GAP_MM,
    OptionCell,
    OptionRows,
    cell_width_mm,
    option_rows,
    option_widths_mm,
    shared_tabs,
)
from form_templates.typesetting.setting import Setting

_WRITING_PITCH_MM = 8.0
_DIGIT_BOX_MM = (5.5, 6.5)
_TAB_MM = WIDTH_MM / 12  # options beside their question start at one of twelve tab stops
_LONGEST_SIDE_LABEL_MM = 2.6 * _TAB_MM
_INDENT_MM = 4.0  # of options below their question


@dataclass(frozen=True, slots=True)
class SectionColumns:
    """How the questions of a section that stand alone divide the measure.

    Attributes:
        side_label_mm: Width of the column for short questions; 0.0 if there is none.
        beside_tabs: Into how many tab stops the options beside short questions are divided; 0: each as suits it.
        below_tabs: The same for options below their question.
    """

    side_label_mm: float
    beside_tabs: int = 0
    below_tabs: int = 0


def section_columns(items: Sequence[Item], setting: Setting) -> SectionColumns:
    """Divide the measure for the questions of a section that stand alone."""
    choices = [item for item in items if item.kind.is_choice]
    widths = [line_width_mm(_one_line(question(item, setting)), setting.text_pt) for item in choices]
    label_mm = max((_label_mm(width, setting) for width in widths if width <= _LONGEST_SIDE_LABEL_MM), default=0.0)
    if not setting.has_shared_columns:
        return SectionColumns(label_mm)
    is_beside = [_label_mm(width, setting) <= label_mm for width in widths]
    fitted = [(item, is_short) for item, is_short in zip(choices, is_beside, strict=True) if not item.columns]
    beside = [item for item, is_short in fitted if is_short]
    below = [item for item, is_short in fitted if not is_short]
    return SectionColumns(
        label_mm,
        shared_tabs([(0.0, option_widths_mm(item, setting)) for item in beside], WIDTH_MM - label_mm),
        shared_tabs(
            [(_after_mm(item, setting), option_widths_mm(item, setting)) for item in below], WIDTH_MM - _INDENT_MM
        ),
    )


def list_item(item: Item, columns: SectionColumns, setting: Setting) -> Block:
    """Set a question with its options beside or below it, whichever is the smaller."""
    width_mm = line_width_mm(_one_line(question(item, setting)), setting.text_pt)
    if _label_mm(width_mm, setting) <= columns.side_label_mm:
        place = _QuestionPlace(LEFT_MM, columns.side_label_mm, WIDTH_MM)
        return _options_beside(item, place, setting, columns.beside_tabs)
    if item.columns:
        return _options_below(item, setting)
    if columns.below_tabs:
        after = _options_after(item, columns.below_tabs, setting)
        return after or _options_below(item, setting, columns.below_tabs)
    place = _QuestionPlace(LEFT_MM, _next_tab_mm(width_mm), WIDTH_MM)
    if place.label_mm < WIDTH_MM and len(option_rows(item, place.options_mm, setting).rows) == 1:
        return _options_beside(item, place, setting)
    return _options_below(item, setting)


def paired_items(left: Item, right: Item, columns: SectionColumns, setting: Setting) -> Block | None:
    """Set two short questions side by side; None if they do not fit on one row."""
    items = (left, right)
    widths = [line_width_mm(_one_line(question(item, setting)), setting.text_pt) for item in items]
    if max(_label_mm(width, setting) for width in widths) > columns.side_label_mm:
        return None
    left_mm = columns.side_label_mm + sum(cell_width_mm(left, option, setting) for option in left.options)
    left_mm = left_mm if columns.beside_tabs else _next_tab_mm(left_mm)
    label_mm = widths[1] + OPTION_GAP_MM
    tabs, right_tabs = columns.beside_tabs, 0
    if tabs:
        tab_mm = (WIDTH_MM - columns.side_label_mm) / tabs
        stops = ceil((left_mm - columns.side_label_mm - 1e-6) / tab_mm)
        taken = ceil(label_mm / tab_mm)
        right_tabs = tabs - stops - taken
        if right_tabs <= 0:
            return None
        left_mm, label_mm, tabs = columns.side_label_mm + stops * tab_mm, taken * tab_mm, stops
    places = (
        _QuestionPlace(LEFT_MM, columns.side_label_mm, left_mm),
        _QuestionPlace(LEFT_MM + left_mm, label_mm, WIDTH_MM - left_mm),
    )
    if places[1].options_mm <= 0:
        return None
    each = tuple(zip(items, places, (tabs, right_tabs), strict=True))
    if any(len(option_rows(item, place.options_mm, setting, stops).rows) > 1 for item, place, stops in each):
        return None
    return beside(*(_options_beside(item, place, setting, stops) for item, place, stops in each))


def strip_item(item: Item, setting: Setting) -> Block:
    """Set a 0-10 question: one row of areas, digits above, the meaning of both ends below."""
    lines = wrap(question(item, setting), setting.text_pt, WIDTH_MM)
    pitch_mm = WIDTH_MM / len(item.options)
    digits_top_mm = 1.4 + len(lines) * setting.leading_mm(setting.text_pt)
    digits = _digits_above(item, digits_top_mm, pitch_mm, setting)
    half_mm = area_mm(item.style) / 2
    middle_mm = digits_top_mm + (setting.leading_mm(setting.text_pt) if digits else 0.0) + 1.2 + half_mm
    cells = [
        response_area(item, option, LEFT_MM + (i + 0.5) * pitch_mm, middle_mm) for i, option in enumerate(item.options)
    ]
    ends = _end_labels(item, middle_mm + half_mm + 1.2, pitch_mm, setting)
    height_mm = middle_mm + half_mm + 1.2 + (setting.leading_mm(setting.small_pt) if ends else 0.0) + 1.0
    runs = text_runs(lines, setting.text_pt, LEFT_MM, WIDTH_MM, top_mm=1.0)
    return Block(height_mm, (*runs, *digits, *ends, *printed_digits(cells, setting), rule(height_mm)), tuple(cells))


def text_item(item: Item, setting: Setting) -> Block:
    """Set a question with dotted lines to write on."""
    spans = question(item, setting)
    label_mm = line_width_mm(_one_line(spans), setting.text_pt)
    if item.lines == 1 and label_mm < WIDTH_MM / 2:
        return _writing_beside(item, spans, label_mm, setting)
    lines = wrap(spans, setting.text_pt, WIDTH_MM)
    top_mm = 1.2 + len(lines) * setting.leading_mm(setting.text_pt)
    field = Rect(LEFT_MM, top_mm, WIDTH_MM, item.lines * _WRITING_PITCH_MM)
    dots = [_dots(LEFT_MM, RIGHT_MM, top_mm + (i + 1) * _WRITING_PITCH_MM - 0.8) for i in range(item.lines)]
    runs = text_runs(lines, setting.text_pt, LEFT_MM, WIDTH_MM, top_mm=1.2)
    return Block(top_mm + field.h_mm + 0.4, (*runs, *dots), fields=(TextField(item.item_id, field),))


def number_item(item: Item, setting: Setting) -> Block:
    """Set a question with one box per digit."""
    spans = question(item, setting)
    width_mm, box_height_mm = _DIGIT_BOX_MM
    lines = wrap(spans, setting.text_pt, WIDTH_MM - item.digits * width_mm - _TAB_MM)
    height_mm = max(box_height_mm + 2.4, len(lines) * setting.leading_mm(setting.text_pt) + 1.4)
    left_mm = LEFT_MM + min(
        _next_tab_mm(max(line_width_mm(line, setting.text_pt) for line in lines)), WIDTH_MM - item.digits * width_mm
    )
    top_mm = (height_mm - box_height_mm) / 2
    boxes = [
        Shape(Rect(left_mm + i * width_mm, top_mm, width_mm, box_height_mm), line_mm=0.2) for i in range(item.digits)
    ]
    runs = text_runs(
        lines,
        setting.text_pt,
        LEFT_MM,
        WIDTH_MM,
        top_mm=(height_mm - len(lines) * setting.leading_mm(setting.text_pt)) / 2,
    )
    field = TextField(item.item_id, Rect(left_mm, top_mm, item.digits * width_mm, box_height_mm))
    return Block(height_mm, (*runs, *boxes, rule(height_mm)), fields=(field,))


def question(item: Item, setting: Setting) -> tuple[Span, ...]:
    """Return number and label in bold, then how many options may be chosen."""
    label = item.label.in_language(setting.language)
    spans = (setting.span(f"{item.number}. {label}" if item.number else label, is_bold=True),)
    if item.kind is not ItemKind.MULTIPLE:
        return spans
    hint = phrases.AT_MOST if item.max_choices else phrases.SEVERAL
    return (*spans, setting.span(hint.in_language(setting.language).format(count=item.max_choices)))


def _one_line(spans: Sequence[Span]) -> SpanLine:
    return (*(replace(span, text=f"{span.text} ") for span in spans[:-1]), spans[-1])


def _label_mm(width_mm: float, setting: Setting) -> float:
    """Return the width of the column that a short question of this width needs."""
    return width_mm + OPTION_GAP_MM if setting.has_shared_columns else _next_tab_mm(width_mm)


def _next_tab_mm(width_mm: float) -> float:
    return ceil((width_mm + OPTION_GAP_MM) / _TAB_MM) * _TAB_MM


@dataclass(frozen=True, slots=True)
class _QuestionPlace:
    """Where a question stands with its options beside it: from ``x_mm``, first the label, then the options."""

    x_mm: float
    label_mm: float
    width_mm: float

    @property
    def options_mm(self) -> float:
        return self.width_mm - self.label_mm


def _options_beside(item: Item, place: _QuestionPlace, setting: Setting, tabs: int = 0) -> Block:
    rows = option_rows(item, place.options_mm, setting, tabs)
    block = _options_block(item, rows, (place.x_mm + place.label_mm, 0.0), setting)
    row_mm = area_mm(item.style) + setting.option_clearance_mm
    top_mm = (row_mm - setting.leading_mm(setting.text_pt)) / 2
    line = _one_line(question(item, setting))
    runs = text_runs((line,), setting.text_pt, place.x_mm, place.label_mm, top_mm=top_mm)
    return replace(block, primitives=(*runs, *block.primitives, rule(block.height_mm)))


def _after_mm(item: Item, setting: Setting) -> float:
    """Return how much of the line of a long question is taken by the question, from where options below begin."""
    return line_width_mm(_one_line(question(item, setting)), setting.text_pt) + OPTION_GAP_MM - _INDENT_MM


def _options_after(item: Item, tabs: int, setting: Setting) -> Block | None:
    """Set options on the line of a long question, at the tab stops of those below it; None if they do not fit."""
    tab_mm = (WIDTH_MM - _INDENT_MM) / tabs
    taken = ceil(_after_mm(item, setting) / tab_mm)
    if taken >= tabs:
        return None
    place = _QuestionPlace(LEFT_MM, _INDENT_MM + taken * tab_mm, WIDTH_MM)
    if len(option_rows(item, place.options_mm, setting, tabs - taken).rows) > 1:
        return None
    return _options_beside(item, place, setting, tabs - taken)


def _options_below(item: Item, setting: Setting, tabs: int = 0) -> Block:
    lines = wrap(question(item, setting), setting.text_pt, WIDTH_MM)
    top_mm = 1.2 + len(lines) * setting.leading_mm(setting.text_pt)
    rows = option_rows(item, WIDTH_MM - _INDENT_MM, setting, tabs)
    block = _options_block(item, rows, (LEFT_MM + _INDENT_MM, top_mm), setting)
    runs = text_runs(lines, setting.text_pt, LEFT_MM, WIDTH_MM, top_mm=1.2)
    return replace(block, primitives=(*runs, *block.primitives, rule(block.height_mm)))


def _options_block(item: Item, options: OptionRows, at_mm: tuple[float, float], setting: Setting) -> Block:
    """Draw rows of options; each row is as high as its longest label."""
    areas: list[ResponseArea] = []
    fields: list[TextField] = []
    primitives: list[Primitive] = []
    x_mm, top_mm = at_mm
    for row in options.rows:
        row_mm = _row_height_mm(item, row, setting)
        middle_mm = top_mm + row_mm / 2
        ends_mm = [cell.x_mm - OPTION_GAP_MM for cell in row[1:]] + [options.width_mm]
        for cell, end_mm in zip(row, ends_mm, strict=True):
            areas.append(response_area(item, cell.option, x_mm + cell.x_mm + area_mm(item.style) / 2, middle_mm))
            label_mm = x_mm + cell.x_mm + area_mm(item.style) + LABEL_GAP_MM
            text_top_mm = middle_mm - len(cell.label) * setting.leading_mm(setting.text_pt) / 2
            primitives += text_runs(cell.label, setting.text_pt, label_mm, cell.label_w_mm, top_mm=text_top_mm)
            if cell.option.has_write_in:
                line = _write_in((label_mm + cell.label_w_mm + 1.0, x_mm + end_mm), middle_mm, setting)
                primitives.append(line)
                fields.append(_write_in_field(item, cell.option, line))
        top_mm += row_mm
    return Block(top_mm, (*primitives, *printed_digits(areas, setting)), tuple(areas), tuple(fields))


def _row_height_mm(item: Item, row: Sequence[OptionCell], setting: Setting) -> float:
    text_mm = max(len(cell.label) for cell in row) * setting.leading_mm(setting.text_pt)
    return max(area_mm(item.style) + setting.option_clearance_mm, text_mm + 1.2)


def _write_in(ends_mm: tuple[float, float], middle_mm: float, setting: Setting) -> Line:
    return _dots(*ends_mm, baseline_mm(middle_mm, setting.text_pt) + 0.5)


def _write_in_field(item: Item, option: Option, line: Line) -> TextField:
    height_mm = 6.0  # what handwriting on the line takes, most of it above
    rect = Rect(line.x1_mm, line.y1_mm - height_mm + 1.2, line.x2_mm - line.x1_mm, height_mm)
    return TextField(item.item_id, rect, option.value)


def _writing_beside(item: Item, spans: Sequence[Span], label_mm: float, setting: Setting) -> Block:
    left_mm = LEFT_MM + label_mm + 1.5
    runs = text_runs(
        (_one_line(spans),),
        setting.text_pt,
        LEFT_MM,
        label_mm,
        top_mm=_WRITING_PITCH_MM - 1.4 - setting.leading_mm(setting.text_pt),
    )
    dots = _dots(left_mm, RIGHT_MM, runs[0].y_mm + 0.5)
    field = TextField(item.item_id, Rect(left_mm, 0.4, RIGHT_MM - left_mm, _WRITING_PITCH_MM))
    return Block(_WRITING_PITCH_MM + 0.6, (*runs, dots), fields=(field,))


def _dots(left_mm: float, right_mm: float, y_mm: float) -> Line:
    return Line(left_mm, y_mm, right_mm, y_mm, DOTTED_MM, is_dotted=True)


def _digits_above(item: Item, top_mm: float, pitch_mm: float, setting: Setting) -> tuple[TextRun, ...]:
    """Print the values above their areas, unless the areas hold them."""
    if item.style is not MarkStyle.BOX:
        return ()
    runs: tuple[TextRun, ...] = ()
    for position, option in enumerate(item.options):
        line = (setting.span(option.value, is_bold=True),)
        runs += text_runs((line,), setting.text_pt, LEFT_MM + position * pitch_mm, pitch_mm, Align.CENTRE, top_mm)
    return runs


def _end_labels(item: Item, top_mm: float, pitch_mm: float, setting: Setting) -> tuple[TextRun, ...]:
    """Print what the first and the last value mean, if their labels say more than the digit."""
    first, last = item.options[0], item.options[-1]
    runs: tuple[TextRun, ...] = ()
    for option, align in ((first, Align.LEFT), (last, Align.RIGHT)):
        label = option.label.in_language(setting.language)
        if label != option.value:
            inset_mm = pitch_mm / 2 - area_mm(item.style) / 2  # flush with the outer edge of the area
            width_mm = WIDTH_MM - 2 * inset_mm
            runs += text_runs(((setting.span(label),),), setting.small_pt, LEFT_MM + inset_mm, width_mm, align, top_mm)
    return runs
