"""From figures to a PDF: cover, parts in order, running heads, page numbers. The same figures give the same bytes."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from exports.report.figures import ReportFigures
from exports.report.page_canvas import LINE, MUTED, SMALL_PT, PageCanvas, break_lines
from exports.report.page_flow import LEFT_MM, PAPER_H_MM, PAPER_W_MM, TOP_MM, WIDTH_MM, Strip, flow
from exports.report.parts.cover import cover_unit, draw_cover
from exports.report.parts.criteria import criteria_strips
from exports.report.parts.drivers import driver_strips
from exports.report.parts.factors import factor_strips
from exports.report.parts.frequencies import frequency_strips
from exports.report.parts.method import method_strips
from exports.report.parts.quality import quality_strips
from exports.report.parts.round_changes import change_strips
from exports.report.parts.summary import summary_strips
from exports.report.parts.unit_comparison import ranking_strips, standing_strips
from exports.report.reading_order import PieceRole, ReadingOrder
from exports.wording import report_words as words
from form_templates.typesetting.fonts import MM_PER_PT, font_name, normalised

_PARTS: tuple[Callable[[ReportFigures], list[Strip]], ...] = (
    summary_strips,
    factor_strips,
    change_strips,
    standing_strips,
    criteria_strips,
    driver_strips,
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
    pdf = _open_canvas(buffer, reports[0])
    order = ReadingOrder(pdf)
    for number, figures in enumerate(reports):
        _draw_report(pdf, order, figures, number if len(reports) > 1 else None)
    order.finish()
    pdf.save()
    return buffer.getvalue()


def _open_canvas(buffer: BytesIO, figures: ReportFigures) -> Any:
    say, facts = figures.say, figures.facts
    page_size = (PAPER_W_MM / MM_PER_PT, PAPER_H_MM / MM_PER_PT)
    # Every page begins with a font, which by default is one that is not embedded.
    font = font_name(is_bold=False)
    pdf = Canvas(
        buffer, pagesize=page_size, invariant=1, pageCompression=1, lang=say.language.value, initialFontName=font
    )
    pdf.setTitle(normalised(" – ".join((say(words.TITLE), facts.name, cover_unit(figures)))))
    pdf.setSubject(normalised(facts.round_name))
    pdf.setAuthor(normalised(" ".join(say(figures.tally.table.template.organisation).split())))
    pdf.setCreator("Phiếu")
    pdf.setViewerPreference("DisplayDocTitle", "true")
    return pdf


def _draw_report(pdf: Any, order: ReadingOrder, figures: ReportFigures, number: int | None) -> None:
    """Draw cover and pages; of several reports, each has its own branch in the outline."""
    level = 0 if number is None else 1
    if number is not None:
        _add_outline(pdf, cover_unit(figures), f"report-{number}", 0)
    with order.piece(PieceRole.TEXT):
        draw_cover(PageCanvas(pdf, PAPER_H_MM), figures)
    order.end_page()
    pages = flow(strip for part in _PARTS for strip in part(figures))
    drawn: set[Strip] = set()
    for place, strips in enumerate(pages, start=2):
        canvas = PageCanvas(pdf, PAPER_H_MM, LEFT_MM)
        with order.decoration():
            _draw_frame(canvas, figures, place, len(pages) + 1)
        for placed in strips:
            if placed.strip.is_space:
                continue
            if placed.strip.outline:
                _add_outline(pdf, placed.strip.outline, f"{number}-{place}-{placed.y_mm:.2f}", level)
            is_repeated = placed.strip in drawn  # column heads, on the next page of their table
            drawn.add(placed.strip)
            with order.decoration() if is_repeated else order.piece(placed.strip.role):
                placed.strip.draw(canvas.at(0, TOP_MM + placed.y_mm))
        order.end_page()


def _add_outline(pdf: Any, title: str, key: str, level: int) -> None:
    pdf.bookmarkPage(key)
    pdf.addOutlineEntry(normalised(title), key, level, closed=level == 0)


def _draw_frame(canvas: PageCanvas, figures: ReportFigures, page: int, pages: int) -> None:
    say, facts = figures.say, figures.facts
    survey = " · ".join(filter(None, (facts.name, facts.round_name)))
    half_mm = (WIDTH_MM - _GAP_MM) / 2
    canvas.text(0, _HEAD_MM, _fitted(survey, half_mm), SMALL_PT, color=MUTED)
    canvas.text_before(WIDTH_MM, _HEAD_MM, _fitted(cover_unit(figures), half_mm), SMALL_PT, color=MUTED)
    canvas.line(0, _HEAD_MM + 3.5, WIDTH_MM, _HEAD_MM + 3.5, LINE)
    canvas.text_before(WIDTH_MM, _FOOT_MM, say(words.PAGE_OF, page=page, pages=pages), SMALL_PT, color=MUTED)


def _fitted(text: str, width_mm: float) -> str:
    """Return as many words as one line holds; a cut is shown."""
    lines = break_lines(text, SMALL_PT, width_mm - 3.0)
    if not lines:
        return ""
    first = "".join(span.text for span in lines[0])
    return first if len(lines) == 1 else f"{first} …"
