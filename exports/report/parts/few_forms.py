"""Units with few forms, together on a page: name, number of responses, index; three columns, read downwards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from exports.report.figures import ComparedFigures
from exports.report.page_canvas import INK, LINE, MUTED, SMALL_PT, PageCanvas, break_lines
from exports.report.page_flow import BODY_MM, WIDTH_MM, Strip, block_title, note
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.wording import change_words as words
from exports.wording.numerals import count, percent
from exports.wording.speaker import Speaker

_COLUMNS = 3
_GAP_MM = 6.0
_COLUMN_MM = (WIDTH_MM - (_COLUMNS - 1) * _GAP_MM) / _COLUMNS
_ROW_MM = 4.75
_HEADING_MM = 16.0  # title and note
_MOST_ROWS = int((BODY_MM - _HEADING_MM) / _ROW_MM)
_SIZE_PT = SMALL_PT
_VALID_MM = _COLUMN_MM - 14.0  # right end; the index ends with the column
_NAME_MM = _VALID_MM - 5.0

_Entry = ComparedFigures | str
"""A unit, or the unit above that those which follow belong to; nothing keeps a line free."""


def few_forms_strips(say: Speaker, units: Sequence[ComparedFigures]) -> list[Strip]:
    """Return the units under those above them, in as many pieces as they need pages; none where there are none."""
    if not units:
        return []
    places = {above: place for place, above in reversed(list(enumerate(unit.above for unit in units)))}
    entries = list(_entries(sorted(units, key=lambda unit: places[unit.above])))
    title = say(words.FEW_FORMS)
    strips = [replace(block_title(title), outline=title), note(say(words.NOTE_FEW_FORMS, limit=FEWEST_FOR_A_RANK))]
    while entries:
        rows = min(ceil(len(entries) / _COLUMNS), _MOST_ROWS)
        columns = _filled(entries, rows)
        strips.append(_piece(say, columns))
    return strips


def _entries(units: Sequence[ComparedFigures]) -> Iterator[_Entry]:
    for above, below in groupby(units, key=lambda unit: unit.above):
        if above:
            yield above
        yield from below


def _filled(entries: list[_Entry], rows: int) -> list[list[_Entry]]:
    """Take entries for one piece; no column ends with the name of a unit above."""
    columns: list[list[_Entry]] = []
    while entries and len(columns) < _COLUMNS:
        column, entries[:] = entries[:rows], entries[rows:]
        if entries and isinstance(column[-1], str) and len(column) > 1:
            entries.insert(0, column.pop())
        columns.append(column)
    return columns


def _piece(say: Speaker, columns: Sequence[Sequence[_Entry]]) -> Strip:
    def draw(canvas: PageCanvas) -> None:
        for place, column in enumerate(columns):
            at = canvas.at(place * (_COLUMN_MM + _GAP_MM), 0)
            for row, entry in enumerate(column):
                _draw_entry(say, at.at(0, row * _ROW_MM), entry)

    return Strip(max(map(len, columns)) * _ROW_MM + 4.0, draw)


def _draw_entry(say: Speaker, canvas: PageCanvas, entry: _Entry) -> None:
    middle_mm = _ROW_MM / 2
    if isinstance(entry, str):
        canvas.text(0, middle_mm, _fitted(entry, _COLUMN_MM, is_bold=True), _SIZE_PT, is_bold=True)
        canvas.line(0, _ROW_MM, _COLUMN_MM, _ROW_MM, INK, 0.2)
        return
    canvas.text(0, middle_mm, _fitted(entry.name or entry.title, _NAME_MM), _SIZE_PT)
    canvas.text_before(_VALID_MM, middle_mm, count(say, entry.valid), _SIZE_PT, color=MUTED)
    canvas.text_before(_COLUMN_MM, middle_mm, percent(say, entry.index.value), _SIZE_PT)
    canvas.line(0, _ROW_MM, _COLUMN_MM, _ROW_MM, LINE, 0.1)


def _fitted(text: str, width_mm: float, *, is_bold: bool = False) -> str:
    """Return as many words as one line holds; a cut is shown."""
    if len(break_lines(text, _SIZE_PT, width_mm, is_bold=is_bold)) < 2:
        return text
    first, *_ = break_lines(text, _SIZE_PT, width_mm - 2.0, is_bold=is_bold)
    return f"{''.join(span.text for span in first)}…"
