"""Scale tables: column headers that name every level once, and one row per statement. Pure values."""

from collections.abc import Sequence
from dataclasses import dataclass

from form_templates.model import Item, MarkStyle, Option
from form_templates.typesetting.blocks import (
    HEAVY_RULE_MM,
    LEFT_MM,
    RIGHT_MM,
    RULE_MM,
    Align,
    area_mm,
    printed_digits,
    response_area,
    rule,
    text_runs,
)
from form_templates.typesetting.drawing import Block, Primitive, TextRun
from form_templates.typesetting.fonts import Span, widest_word_mm, wrap_evenly
from form_templates.typesetting.setting import Setting

_NUMBER_COLUMN_MM = 7.0
_NARROWEST_PITCH_MM, _WIDEST_PITCH_MM = 12.5, 16.0
_COLUMN_PADDING_MM = 0.8
_MOST_COLUMNS_MM = 110.0  # leaves the statements 65 mm
_WISHED_COLUMNS_MM = 71.5  # what the option columns of a table take together, if the pitch allows


@dataclass(frozen=True, slots=True)
class GridColumns:
    """Where the columns of a scale table stand; all rows of a table share one.

    Attributes:
        options: One column each.
        style: How the areas look.
        label_x_mm: Left edge of the statements.
        label_w_mm: Width of the statements.
        pitch_mm: Width of an option column; the last one ends at the right edge.
    """

    options: tuple[Option, ...]
    style: MarkStyle
    label_x_mm: float
    label_w_mm: float
    pitch_mm: float

    def middle_mm(self, position: int) -> float:
        """Return the middle of the option column at ``position``, from 0."""
        return RIGHT_MM - (len(self.options) - position - 0.5) * self.pitch_mm


def grid_columns(items: Sequence[Item], setting: Setting) -> GridColumns:
    """Divide the measure for a table of items that share options and style."""
    options = items[0].options
    pitch_mm = _pitch_mm(options, setting)
    label_x_mm = LEFT_MM + (_NUMBER_COLUMN_MM if any(item.number for item in items) else 0.5)
    label_w_mm = RIGHT_MM - len(options) * pitch_mm - 2.0 - label_x_mm
    return GridColumns(options, items[0].style, label_x_mm, label_w_mm, pitch_mm)


def _pitch_mm(options: Sequence[Option], setting: Setting) -> float:
    """Return the width of an option column: wider than usual where a word of a header would have to be cut."""
    usual_mm = min(max(_WISHED_COLUMNS_MM / len(options), _NARROWEST_PITCH_MM), _WIDEST_PITCH_MM)
    words = [setting.words(option.label) for option in options]
    needed_mm = widest_word_mm(words, setting.column_pt) + _COLUMN_PADDING_MM + 0.05
    return needed_mm if usual_mm < needed_mm <= _MOST_COLUMNS_MM / len(options) else usual_mm


def grid_head(columns: GridColumns, title: Sequence[Span], setting: Setting) -> Block:
    """Set the column headers: the label of every option, under it the digit that it stands for."""
    label_mm = columns.pitch_mm - _COLUMN_PADDING_MM
    labels = [wrap_evenly((setting.words(option.label),), setting.column_pt, label_mm) for option in columns.options]
    digits = [option.value if _is_digit_shown(option, columns) else "" for option in columns.options]
    title_width_mm = columns.label_x_mm + columns.label_w_mm - LEFT_MM
    title_lines = wrap_evenly(title, setting.heading_pt, title_width_mm)
    title_mm = len(title_lines) * setting.leading_mm(setting.heading_pt)
    digits_mm = setting.leading_mm(setting.text_pt) if any(digits) else 0.0
    labels_mm = max(len(lines) for lines in labels) * setting.leading_mm(setting.column_pt)
    height_mm = max(labels_mm + digits_mm, title_mm) + 1.6
    floor_mm = height_mm - 0.7
    runs = list(text_runs(title_lines, setting.heading_pt, LEFT_MM, title_width_mm, top_mm=floor_mm - title_mm))
    for position, (lines, digit) in enumerate(zip(labels, digits, strict=True)):
        left_mm = columns.middle_mm(position) - columns.pitch_mm / 2
        top_mm = floor_mm - digits_mm - len(lines) * setting.leading_mm(setting.column_pt)
        runs += text_runs(lines, setting.column_pt, left_mm, columns.pitch_mm, Align.CENTRE, top_mm)
        digit_line = (setting.span(digit, is_bold=True),)
        runs += text_runs((digit_line,), setting.text_pt, left_mm, columns.pitch_mm, Align.CENTRE, floor_mm - digits_mm)
    rules = (rule(0.0, HEAVY_RULE_MM), rule(height_mm, RULE_MM))
    return Block(height_mm, (*(run for run in runs if run.text), *rules), keeps_with_next=True)


def grid_row(item: Item, columns: GridColumns, setting: Setting) -> Block:
    """Set one statement with its response areas."""
    lines = wrap_evenly((setting.words(item.label),), setting.text_pt, columns.label_w_mm)
    text_mm = len(lines) * setting.leading_mm(setting.text_pt)
    height_mm = max(text_mm + 1.4, area_mm(columns.style) + setting.row_clearance_mm)
    runs = text_runs(lines, setting.text_pt, columns.label_x_mm, columns.label_w_mm, top_mm=(height_mm - text_mm) / 2)
    number = TextRun(LEFT_MM + 0.5, runs[0].y_mm, item.number, setting.text_pt, typeface=setting.typeface)
    cells = [
        response_area(item, option, columns.middle_mm(position), height_mm / 2)
        for position, option in enumerate(columns.options)
    ]
    digits = printed_digits(cells, setting)
    primitives: tuple[Primitive, ...] = (*runs, *((number,) if item.number else ()), *digits, rule(height_mm))
    return Block(height_mm, primitives, tuple(cells))


def _is_digit_shown(option: Option, columns: GridColumns) -> bool:
    """Whether the column head shows the level's digit: where levels are numbered and the areas do not print it."""
    is_level = option.value.isdecimal() and not option.is_not_applicable
    return is_level and columns.style is MarkStyle.BOX and len(columns.options) > 2
