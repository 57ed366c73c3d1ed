"""From figures to a PDF: cover, parts in order, running heads, page numbers. The same figures give the same bytes."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from exports.report.figures import ReportFigures
from exports.report.page_canvas import LINE, MUTED, SMALL_PT, Pen, break_lines
from exports.report.page_flow import LEFT_MM, PAPER_H_MM, PAPER_W_MM, TOP_MM, WIDTH_MM, PlacedStrip, Strip, flow
from exports.report.parts.cover import cover_unit, draw_cover
from exports.report.parts.criteria import criteria_strips
from exports.report.parts.factors import factor_strips
from exports.report.parts.frequencies import frequency_strips
from exports.report.parts.method import method_strips
from exports.report.parts.quality import quality_strips
from exports.report.parts.summary import summary_strips
from exports.report.parts.unit_comparison import ranking_strips, standing_strips
from exports.wording import report_words as words
from form_templates.typesetting.fonts import MM_PER_PT, normalised

_PARTS: tuple[Callable[[ReportFigures], list[Strip]], ...] = (
    summary_strips,
    factor_strips,
    standing_strips,
    criteria_strips,
    ranking_strips,
    frequency_strips,
    quality_strips,
    method_strips,
)
_HEAD_MM, _FOOT_MM = 14.0, 285.0
_GAP_MM = 6.0  # between the two running titles


def report_pdf(reports: Sequence[ReportFigures]) -> bytes:
    """Return reports as one document, each with its own cover and page numbers."""
    buffer = BytesIO()
    canvas = _open_canvas(buffer, reports[0])
    for number, figures in enumerate(reports):
        _draw_report(canvas, figures, number if len(reports) > 1 else None)
    canvas.save()
    return buffer.getvalue()


def _open_canvas(buffer: BytesIO, figures: ReportFigures) -> Any:
    say, facts = figures.say, figures.facts
    page_size = (PAPER_W_MM / MM_PER_PT, PAPER_H_MM / MM_PER_PT)
    canvas = Canvas(buffer, pagesize=page_size, invariant=1, pageCompression=1, lang=say.language.value)
    canvas.setTitle(normalised(" – ".join((say(words.TITLE), facts.name, cover_unit(figures)))))
    canvas.setSubject(normalised(facts.round_name))
    canvas.setAuthor(normalised(" ".join(say(figures.tally.table.template.organisation).split())))
    canvas.setCreator("Phiếu")
    return canvas


def _draw_report(canvas: Any, figures: ReportFigures, number: int | None) -> None:
    """Draw cover and pages; of several reports, each has its own branch in the outline."""
    level = 0 if number is None else 1
    if number is not None:
        _add_outline(canvas, cover_unit(figures), f"report-{number}", 0)
    draw_cover(Pen(canvas, PAPER_H_MM), figures)
    canvas.showPage()
    pages = flow(strip for part in _PARTS for strip in part(figures))
    for place, strips in enumerate(pages, start=2):
        pen = Pen(canvas, PAPER_H_MM, LEFT_MM)
        _draw_frame(pen, figures, place, len(pages) + 1)
        for placed in strips:
            _draw_strip(canvas, pen, placed, level, f"{number}-{place}-{placed.y_mm:.2f}")
        canvas.showPage()


def _draw_strip(canvas: Any, pen: Pen, placed: PlacedStrip, level: int, key: str) -> None:
    if placed.strip.outline:
        _add_outline(canvas, placed.strip.outline, key, level)
    placed.strip.draw(pen.at(0, TOP_MM + placed.y_mm))


def _add_outline(canvas: Any, title: str, key: str, level: int) -> None:
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(normalised(title), key, level, closed=level == 0)


def _draw_frame(pen: Pen, figures: ReportFigures, page: int, pages: int) -> None:
    say, facts = figures.say, figures.facts
    survey = " · ".join(filter(None, (facts.name, facts.round_name)))
    half_mm = (WIDTH_MM - _GAP_MM) / 2
    pen.text(0, _HEAD_MM, _fitted(survey, half_mm), SMALL_PT, color=MUTED)
    pen.text_before(WIDTH_MM, _HEAD_MM, _fitted(cover_unit(figures), half_mm), SMALL_PT, color=MUTED)
    pen.line(0, _HEAD_MM + 3.5, WIDTH_MM, _HEAD_MM + 3.5, LINE)
    pen.text_before(WIDTH_MM, _FOOT_MM, say(words.PAGE_OF, page=page, pages=pages), SMALL_PT, color=MUTED)


def _fitted(text: str, width_mm: float) -> str:
    """Return as many words as one line holds; a cut is shown."""
    lines = break_lines(text, SMALL_PT, width_mm - 3.0)
    if not lines:
        return ""
    first = "".join(span.text for span in lines[0])
    return first if len(lines) == 1 else f"{first} …"
