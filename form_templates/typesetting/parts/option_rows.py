"""Rows of options beside or below a question: which option starts where, so that as few rows as possible are needed.

Options stand on tab stops. Each question divides its width as suits it, or all questions of a section share one
division, and their options stand below each other. Where a person said how many columns a question has, its options
stand in these: a label is wrapped in its column. An option whose longest word, or whose line to write on, is wider
takes as many columns as it needs. So any number of columns can be set, and a person sees at once what becomes of it;
to refuse would make a form unprintable when its text grows, to fit it otherwise would not be what was said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from form_templates.model import Item, Option
from form_templates.typesetting.blocks import area_mm
from form_templates.typesetting.fonts import SpanLine, line_width_mm, span_width_mm, widest_word_mm, wrap
from form_templates.typesetting.setting import Setting

LABEL_GAP_MM = 1.4
"""From an area to its label."""
OPTION_GAP_MM = 4.0
"""From the end of a label to the next area."""

_WRITE_IN_MM = 28.0
_MOST_TABS = 8
_MOST_SHARED_TABS = 12


@dataclass(frozen=True, slots=True)
class OptionCell:
    """One option in a row of options; ``x_mm`` counts from the left edge of the rows."""

    option: Option
    x_mm: float
    label: tuple[SpanLine, ...]
    label_w_mm: float


@dataclass(frozen=True, slots=True)
class OptionRows:
    """Options in rows that together are as wide as they may be."""

    rows: tuple[tuple[OptionCell, ...], ...]
    width_mm: float


def shared_tabs(questions: Sequence[tuple[float, Sequence[float]]], width_mm: float) -> int:
    """Return into how many tab stops a width is divided so that the options of all questions need the fewest rows.

    Args:
        questions: What each takes of its own line, so that options stand on it only if all do and fit; 0.0 where they
            begin at the left in any case. And how wide its options are.
        width_mm: What the rows may take.
    """

    def rows(tabs: int) -> int:
        return sum(_rows_taken(taken_mm, needs_mm, width_mm, tabs) for taken_mm, needs_mm in questions)

    return min(range(2, _MOST_SHARED_TABS + 1), key=rows)


def _rows_taken(taken_mm: float, needs_mm: Sequence[float], width_mm: float, tabs: int) -> int:
    left = tabs - ceil(taken_mm * tabs / width_mm)
    if taken_mm and left > 0 and len(_rows_of(needs_mm, left * width_mm / tabs, left)) == 1:
        return 0
    return len(_rows_of(needs_mm, width_mm, tabs))


def option_widths_mm(item: Item, setting: Setting) -> list[float]:
    """Return how wide each option prints, with the gap to the next one."""
    return [cell_width_mm(item, option, setting) for option in item.options]


def option_rows(item: Item, width_mm: float, setting: Setting, tabs: int = 0) -> OptionRows:
    """Stand options on equal tab stops; long labels take several stops.

    Args:
        item: A choice item.
        width_mm: What the rows may take.
        setting: What the form is set in.
        tabs: How many stops, where the item does not say how many columns it has; 0 for as many as lead to the fewest
            rows. Where one row would do but for the stops, the options then stand at equal gaps instead.
    """
    if item.columns:
        return _in_columns(item, width_mm, setting)
    if tabs:
        return _on_tabs(item, width_mm, setting, tabs)
    needs_mm = option_widths_mm(item, setting)
    rows_by_tabs = {tabs: _rows_of(needs_mm, width_mm, tabs) for tabs in range(1, _MOST_TABS + 1)}
    fewest = min(len(rows) for rows in rows_by_tabs.values())
    if fewest > 1 and sum(needs_mm) - OPTION_GAP_MM <= width_mm:
        starts_mm = _starts_at_equal_gaps(needs_mm, width_mm)
        row = tuple(_cell(item, i, start_mm, width_mm, setting) for i, start_mm in enumerate(starts_mm))
        return OptionRows((row,), width_mm)
    return _on_tabs(item, width_mm, setting, min(tabs for tabs, rows in rows_by_tabs.items() if len(rows) == fewest))


def _on_tabs(item: Item, width_mm: float, setting: Setting, tabs: int) -> OptionRows:
    needs_mm = option_widths_mm(item, setting)
    rows = [
        tuple(_cell(item, position, stop * width_mm / tabs, width_mm, setting) for position, stop in row)
        for row in _rows_of(needs_mm, width_mm, tabs)
    ]
    return OptionRows(tuple(rows), width_mm)


def _in_columns(item: Item, width_mm: float, setting: Setting) -> OptionRows:
    needs_mm = [_least_width_mm(item, option, setting) for option in item.options]
    column_mm = width_mm / item.columns
    rows = []
    for row in _rows_of(needs_mm, width_mm, item.columns):
        ends = [stop + _stops_taken(needs_mm[at], column_mm, item.columns) for at, stop in row]
        cells = []
        for (position, stop), end in zip(row, ends, strict=True):
            gap_mm = OPTION_GAP_MM if end < item.columns else 0.0
            cells.append(_cell(item, position, stop * column_mm, min(end * column_mm, width_mm) - gap_mm, setting))
        rows.append(tuple(cells))
    return OptionRows(tuple(rows), width_mm)


def _least_width_mm(item: Item, option: Option, setting: Setting) -> float:
    """Return the width, with the gap to the next one, below which a word of an option would be cut."""
    if option.has_write_in:
        return cell_width_mm(item, option, setting)
    word_mm = widest_word_mm((setting.words(option.label),), setting.text_pt)
    return area_mm(item.style) + LABEL_GAP_MM + word_mm + OPTION_GAP_MM


def _starts_at_equal_gaps(needs_mm: Sequence[float], width_mm: float) -> list[float]:
    extra_mm = (width_mm + OPTION_GAP_MM - sum(needs_mm)) / len(needs_mm)
    return [sum(needs_mm[:position]) + position * extra_mm for position in range(len(needs_mm))]


def _rows_of(needs_mm: Sequence[float], width_mm: float, tabs: int) -> list[list[tuple[int, int]]]:
    """Fill rows with (option position, tab stop), in order."""
    rows: list[list[tuple[int, int]]] = [[]]
    stop = 0
    for position, need_mm in enumerate(needs_mm):
        # The gap to a next option is not needed where none follows.
        taken = _stops_taken(need_mm, width_mm / tabs, tabs)
        if stop + taken > tabs and not _fits_at_end(need_mm, width_mm, tabs, stop):
            rows.append([])
            stop = 0
        rows[-1].append((position, stop))
        stop += taken
    return rows


def _stops_taken(need_mm: float, tab_mm: float, tabs: int) -> int:
    return min(tabs, max(1, ceil((need_mm - 1e-6) / tab_mm)))


def _fits_at_end(need_mm: float, width_mm: float, tabs: int, stop: int) -> bool:
    return stop < tabs and need_mm - OPTION_GAP_MM <= (tabs - stop) * width_mm / tabs


def cell_width_mm(item: Item, option: Option, setting: Setting) -> float:
    """Return how wide an option prints, with the gap to the next one."""
    label_mm = span_width_mm(setting.words(option.label), setting.text_pt)
    write_in_mm = _WRITE_IN_MM if option.has_write_in else 0.0
    return area_mm(item.style) + LABEL_GAP_MM + label_mm + write_in_mm + OPTION_GAP_MM


def _cell(item: Item, position: int, x_mm: float, width_mm: float, setting: Setting) -> OptionCell:
    option = item.options[position]
    free_mm = width_mm - x_mm - area_mm(item.style) - LABEL_GAP_MM
    label = wrap((setting.words(option.label),), setting.text_pt, free_mm)
    return OptionCell(option, x_mm, label, max(line_width_mm(line, setting.text_pt) for line in label))
