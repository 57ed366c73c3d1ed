"""The cover: who reports on what, of how many responses."""

from collections.abc import Sequence

from exports.report.figures import ReportFigures, ReportScope
from exports.report.page_canvas import (
    ACCENT,
    BLOCK_PT,
    HEADING_PT,
    INK,
    LINE,
    MUTED,
    TEXT_PT,
    TITLE_PT,
    PageCanvas,
    break_lines,
    leading_mm,
    text_height_mm,
)
from exports.report.page_flow import LEFT_MM, WIDTH_MM
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.numerals import count
from form_templates.typesetting.fonts import SpanLine

_TITLE_MM = 92.0  # from the top: a third down, where the eye rests first
_BOTTOM_MM = 262.0
_LABEL_MM = 42.0
_GAP_MM = 3.0  # between the lines of the title
_SMALLER = (1.0, 0.8, 0.65, 0.5, 0.4)  # sizes tried for titles that are too long

_FACT_PT = TEXT_PT + 1

Title = tuple[tuple[SpanLine, ...], float, str]
"""Lines, size in points, colour."""


def draw_cover(canvas: PageCanvas, figures: ReportFigures) -> None:
    """Draw the cover; long titles are set smaller, and cut where the smallest size does not suffice."""
    canvas = canvas.at(LEFT_MM, 0)
    facts = [(label, break_lines(text, _FACT_PT, WIDTH_MM - _LABEL_MM)) for label, text in _facts(figures)]
    facts_mm = _BOTTOM_MM - sum(_fact_height_mm(lines) for _, lines in facts)
    _draw_organisation(canvas, figures.say(figures.tally.table.template.organisation))
    y_mm = _TITLE_MM
    for lines, size_pt, color in _titles(figures, facts_mm - _TITLE_MM - 14.0):
        canvas.lines(0, y_mm, lines, size_pt, color)
        y_mm += text_height_mm(lines, size_pt) + _GAP_MM
    canvas.box(0, y_mm + 4.0, 28.0, 1.2, ACCENT)
    _draw_facts(canvas, facts, facts_mm)


def _titles(figures: ReportFigures, room_mm: float) -> list[Title]:
    texts = (
        (figures.say(words.TITLE), TITLE_PT, ACCENT),
        (figures.facts.name, HEADING_PT + 2, INK),
        (cover_unit(figures), HEADING_PT + 2, INK),
    )
    for smaller in _SMALLER:
        titles = [(break_lines(text, pt * smaller, WIDTH_MM, is_bold=True), pt * smaller, c) for text, pt, c in texts]
        if sum(text_height_mm(lines, size_pt) + _GAP_MM for lines, size_pt, _ in titles) <= room_mm:
            return titles
    most = int(room_mm / len(titles) / leading_mm(titles[0][1])) - 1
    return [(lines[:most], size_pt, color) for lines, size_pt, color in titles]


def cover_unit(figures: ReportFigures) -> str:
    """Return what the report is about: a unit with its code, or the whole round."""
    if figures.unit is None:
        return figures.say(words.WHOLE_ROUND)
    return figures.subject.title


def _draw_organisation(canvas: PageCanvas, organisation: str) -> None:
    lines = break_lines(organisation, BLOCK_PT, WIDTH_MM, is_bold=True)
    canvas.lines(0, 25.0, lines, BLOCK_PT, MUTED)


def _draw_facts(canvas: PageCanvas, facts: Sequence[tuple[str, tuple[SpanLine, ...]]], y_mm: float) -> None:
    for label, lines in facts:
        canvas.line(0, y_mm, WIDTH_MM, y_mm, LINE)
        canvas.lines(0, y_mm + 1.8, break_lines(label, _FACT_PT, _LABEL_MM), _FACT_PT, MUTED)
        canvas.lines(_LABEL_MM, y_mm + 1.8, lines, _FACT_PT)
        y_mm += _fact_height_mm(lines)
    canvas.line(0, y_mm, WIDTH_MM, y_mm, LINE)


def _fact_height_mm(lines: Sequence[SpanLine]) -> float:
    return text_height_mm(lines, _FACT_PT) + 3.6


def _facts(figures: ReportFigures) -> list[tuple[str, str]]:
    say, facts = figures.say, figures.facts
    template = figures.tally.table.template
    form = say(
        common.TEMPLATE_VALUE,
        title=" ".join(say(template.title).split()),
        id=template.template_id,
        version=template.version,
    )
    found = [(say(common.ROUND), facts.round_name)]
    if figures.unit is not None:
        found.append((say(words.COVER_UNIT), f"{figures.unit.name}, {say(words.CODE, code=figures.unit.code)}"))
    if figures.has_units_below:
        scope = words.SCOPE_OWN if figures.scope is ReportScope.OWN else words.SCOPE_POOLED
        found.append((say(words.COVER_SCOPE), say(scope)))
    responses = say(
        common.VALID_OF_RESPONSES, valid=count(say, figures.subject.valid), responses=count(say, figures.responses)
    )
    found += [(say(words.COVER_RESPONSES), responses), (say(common.TEMPLATE), form)]
    if facts.as_of is not None:
        found.append((say(words.COVER_AS_OF), f"{facts.as_of:%d/%m/%Y}"))
    return [(label, text) for label, text in found if text]
