"""Two sheets for every unit, between which its stack of forms lies: one on top, one at the end.

Two, because of a single sheet nobody could tell that it was lost: the next stack would go on under the unit before. The
code stands there three times, large and with much to spare, for any scanner and whichever way up the sheet lies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import segno
from reportlab.pdfgen.canvas import Canvas

from form_templates.cover_code import CoverCode, CoverSide
from form_templates.model import Language, Text
from form_templates.typesetting.fonts import MM_PER_PT, Span, font_name, normalised, wrap
from form_templates.typesetting.page_frame import PAPER_H_MM, PAPER_W_MM

_PT = 1 / MM_PER_PT
_MARGIN_MM = 18.0
_LARGE_MM, _SMALL_MM = 78.0, 34.0  # codes
_LARGE_Y_MM = 132.0  # the top of the large one
_BAR_MM = 9.0
_SMALLEST_PT = 7.0

_TITLES = {
    CoverSide.TOP: Text("TỜ ĐẦU TẬP", "TOP OF THE STACK"),
    CoverSide.END: Text("TỜ CUỐI TẬP", "END OF THE STACK"),
}
_PLACES = {
    CoverSide.TOP: Text(
        "Đặt tờ này lên trên cùng tập phiếu của đơn vị này.", "Put this sheet on top of the forms of this unit."
    ),
    CoverSide.END: Text(
        "Đặt tờ này dưới cùng tập phiếu của đơn vị này.", "Put this sheet under the last form of this unit."
    ),
}
_HINT = Text(
    "Quét cả hai tờ cùng với phiếu. Phiếu nằm giữa hai tờ được tính cho đơn vị này. "
    "Không viết lên ô mã; không kẹp phiếu của đơn vị khác vào giữa.",
    "Scan both sheets with the forms. What lies between them counts for this unit. Do not write on the codes; put no "
    "form of another unit in between.",
)


@dataclass(frozen=True, slots=True)
class CoveredUnit:
    """A unit that covers are printed for."""

    code: str
    name: str


def covers_pdf(survey_name: str, units: Sequence[CoveredUnit], language: Language) -> bytes:
    """Return a PDF with the two sheets of every unit, one after the other, A4.

    Args:
        survey_name: Printed small, for people.
        units: In the order to print.
        language: Of what is printed.
    """
    buffer = BytesIO()
    pdf = Canvas(buffer, pagesize=(PAPER_W_MM * _PT, PAPER_H_MM * _PT), invariant=1, pageCompression=1)
    pdf.setTitle(normalised(survey_name))
    pdf.setAuthor("Phiếu")
    for unit in units:
        for side in CoverSide:
            _draw_cover(pdf, side, unit, survey_name, language)
            pdf.showPage()
    pdf.save()
    return buffer.getvalue()


def _draw_cover(pdf: Canvas, side: CoverSide, unit: CoveredUnit, survey_name: str, language: Language) -> None:
    width_mm = PAPER_W_MM - 2 * _MARGIN_MM
    bar_y_mm = _MARGIN_MM if side is CoverSide.TOP else PAPER_H_MM - _MARGIN_MM - _BAR_MM
    pdf.rect(_MARGIN_MM * _PT, _up(bar_y_mm + _BAR_MM), width_mm * _PT, _BAR_MM * _PT, stroke=0, fill=1)
    code = CoverCode.of(side, unit.code, unit.name).encode()
    text_x_mm = _MARGIN_MM + _SMALL_MM + 8.0
    beside_mm = PAPER_W_MM - _MARGIN_MM - text_x_mm
    _draw_code(pdf, code, _MARGIN_MM, 36.0, _SMALL_MM)
    _draw_code(pdf, code, (PAPER_W_MM - _LARGE_MM) / 2, _LARGE_Y_MM, _LARGE_MM)
    _draw_code(pdf, code, PAPER_W_MM - _MARGIN_MM - _SMALL_MM, 222.0, _SMALL_MM)
    title, place, hint = (text.in_language(language) for text in (_TITLES[side], _PLACES[side], _HINT))
    _draw_lines(pdf, Span(title, is_bold=True), (text_x_mm, 48.0), beside_mm, 24.0)
    _draw_lines(pdf, Span(place), (text_x_mm, 59.0), beside_mm, 12.0)
    below_mm = _draw_lines(pdf, Span(unit.name, is_bold=True), (_MARGIN_MM, 92.0), width_mm, 30.0)
    _draw_lines(pdf, Span(unit.code), (_MARGIN_MM, max(below_mm + 2.0, 108.0)), width_mm, 24.0)
    hint_mm = width_mm - _SMALL_MM - 8.0
    below_mm = _draw_lines(pdf, Span(hint), (_MARGIN_MM, 228.0), hint_mm, 11.0)
    _draw_lines(pdf, Span(survey_name), (_MARGIN_MM, below_mm + 3.0), hint_mm, 9.0)


def _draw_code(pdf: Canvas, text: str, x_mm: float, y_mm: float, size_mm: float) -> None:
    """Fill all modules as one path: renderers leave no seams within a path."""
    symbol = segno.make_qr(text, error="h", boost_error=False)
    module_mm = size_mm / len(symbol.matrix)
    path = pdf.beginPath()
    for row, modules in enumerate(symbol.matrix):
        for column, module in enumerate(modules):
            if module & 1:
                left, top = x_mm + column * module_mm, y_mm + row * module_mm
                path.rect(left * _PT, _up(top + module_mm), module_mm * _PT, module_mm * _PT)
    pdf.drawPath(path, stroke=0, fill=1)


def _draw_lines(pdf: Canvas, text: Span, place_mm: tuple[float, float], width_mm: float, size_pt: float) -> float:
    """Write text from a baseline down, what is bold in at most two lines, smaller where it is long.

    Returns:
        The next baseline.
    """
    most = 2 if text.is_bold else 6
    lines = wrap((text,), size_pt, width_mm)
    while len(lines) > most and size_pt > _SMALLEST_PT:
        size_pt -= 1.0
        lines = wrap((text,), size_pt, width_mm)
    x_mm, y_mm = place_mm
    pdf.setFont(font_name(is_bold=text.is_bold), size_pt)
    for line in lines[:most]:
        pdf.drawString(x_mm * _PT, _up(y_mm), normalised("".join(span.text for span in line)))
        y_mm += 1.25 * size_pt * MM_PER_PT
    return y_mm


def _up(y_mm: float) -> float:
    """Return the PDF ordinate of a height counted down from the top edge."""
    return (PAPER_H_MM - y_mm) * _PT
