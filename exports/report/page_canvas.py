"""Draw on a PDF page in millimetres from the top left, in the report's few colours and two weights."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from reportlab.lib.colors import HexColor

from form_templates.typesetting.fonts import MM_PER_PT, Span, SpanLine, font_name, normalised, text_width_mm, wrap

ACCENT = "#0f6b62"  # the window's, see ``gui.widgets.theme``
INK = "#222222"
MUTED = "#6b6b6b"
LINE = "#ccd5d3"
TINT = "#ecf4f2"
BAR = "#9fc9c2"
WHITE = "#ffffff"

TITLE_PT, FIGURE_PT, HEADING_PT, BLOCK_PT, TEXT_PT, SMALL_PT = 24.0, 30.0, 15.0, 10.5, 9.0, 7.5

_LEADING = 1.4  # of the font size: stacked Vietnamese accents need it
_PT = 1 / MM_PER_PT
_DASH_MM = 0.8


def leading_mm(size_pt: float) -> float:
    """Return the distance of two baselines."""
    return size_pt * MM_PER_PT * _LEADING


@lru_cache(maxsize=1 << 13)  # the texts of questions and methods, which stand in the report of every unit
def break_lines(text: str, size_pt: float, width_mm: float, *, is_bold: bool = False) -> tuple[SpanLine, ...]:
    """Break a text of one weight into lines of at most ``width_mm``."""
    return wrap([Span(text, is_bold)], size_pt, width_mm)


def text_height_mm(lines: Sequence[SpanLine], size_pt: float) -> float:
    """Return how high wrapped lines stand."""
    return len(lines) * leading_mm(size_pt)


@cache
def _parsed(color: str) -> Any:
    """Return what reportlab makes of a colour's name; it would look at each anew, which takes a quarter of the time."""
    return HexColor(color)


class PageCanvas:
    """Draws on a page of a PDF in millimetres from an origin; x grows to the right, y downwards."""

    def __init__(self, pdf: Any, page_height_mm: float, left_mm: float = 0.0, top_mm: float = 0.0) -> None:
        self._pdf = pdf
        self._page_height_mm = page_height_mm
        self._left_mm = left_mm
        self._top_mm = top_mm

    def at(self, left_mm: float, top_mm: float) -> "PageCanvas":
        """Return a canvas whose origin lies elsewhere on the page."""
        return PageCanvas(self._pdf, self._page_height_mm, self._left_mm + left_mm, self._top_mm + top_mm)

    def text(
        self,
        x_mm: float,
        middle_mm: float,
        text: str,
        size_pt: float = TEXT_PT,
        *,
        is_bold: bool = False,
        color: str = INK,
    ) -> None:
        """Write one line from ``x_mm`` on, its capitals centred on ``middle_mm``."""
        self._pdf.setFillColor(_parsed(color))
        self._pdf.setFont(font_name(is_bold=is_bold), size_pt)
        baseline_mm = middle_mm + 0.34 * size_pt * MM_PER_PT  # half the height of a capital
        # The space keeps words apart for who hears the page, or copies it.
        self._pdf.drawString(self._x(x_mm), self._y(baseline_mm), f"{normalised(text)} ")

    def text_before(
        self,
        right_mm: float,
        middle_mm: float,
        text: str,
        size_pt: float = TEXT_PT,
        *,
        is_bold: bool = False,
        color: str = INK,
    ) -> None:
        """Write one line that ends at ``right_mm``."""
        left_mm = right_mm - text_width_mm(text, size_pt, is_bold=is_bold)
        self.text(left_mm, middle_mm, text, size_pt, is_bold=is_bold, color=color)

    def text_around(
        self,
        center_mm: float,
        middle_mm: float,
        text: str,
        size_pt: float = TEXT_PT,
        *,
        is_bold: bool = False,
        color: str = INK,
    ) -> None:
        """Write one line centred on ``center_mm``."""
        left_mm = center_mm - text_width_mm(text, size_pt, is_bold=is_bold) / 2
        self.text(left_mm, middle_mm, text, size_pt, is_bold=is_bold, color=color)

    def lines(
        self, x_mm: float, top_mm: float, lines: Sequence[SpanLine], size_pt: float = TEXT_PT, color: str = INK
    ) -> None:
        """Write wrapped lines, the first one's upper edge at ``top_mm``."""
        for position, line in enumerate(lines):
            left_mm = x_mm
            middle_mm = top_mm + (position + 0.5) * leading_mm(size_pt)
            for span in line:
                self.text(left_mm, middle_mm, span.text, size_pt, is_bold=span.is_bold, color=color)
                left_mm += text_width_mm(span.text, size_pt, is_bold=span.is_bold)

    def box(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, color: str) -> None:
        """Fill a rectangle."""
        self._pdf.setFillColor(_parsed(color))
        self._pdf.rect(self._x(x_mm), self._y(y_mm + height_mm), width_mm * _PT, height_mm * _PT, stroke=0, fill=1)

    def frame(
        self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, color: str = INK, line_mm: float = 0.2
    ) -> None:
        """Outline a rectangle."""
        self._stroke(color, line_mm)
        self._pdf.rect(self._x(x_mm), self._y(y_mm + height_mm), width_mm * _PT, height_mm * _PT, stroke=1, fill=0)

    def line(
        self, x1_mm: float, y1_mm: float, x2_mm: float, y2_mm: float, color: str = LINE, line_mm: float = 0.2
    ) -> None:
        """Draw a straight line."""
        self._stroke(color, line_mm)
        self._pdf.line(self._x(x1_mm), self._y(y1_mm), self._x(x2_mm), self._y(y2_mm))

    def lines_down(self, xs_mm: Sequence[float], height_mm: float, color: str, line_mm: float) -> None:
        """Draw upright lines from the canvas's top; together, for a page has hundreds."""
        self._stroke(color, line_mm)
        top, bottom = self._y(0), self._y(height_mm)
        self._pdf.lines([(self._x(x_mm), top, self._x(x_mm), bottom) for x_mm in xs_mm])

    def dashes(self, x_mm: float, y1_mm: float, y2_mm: float, color: str, line_mm: float = 0.3) -> None:
        """Draw a dashed line downwards."""
        at_mm = y1_mm
        while at_mm < y2_mm:
            self.line(x_mm, at_mm, x_mm, min(at_mm + _DASH_MM, y2_mm), color, line_mm)
            at_mm += 2 * _DASH_MM

    def hatch(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, pitch_mm: float, color: str) -> None:
        """Rule a rectangle with rising strokes ``pitch_mm`` apart, cut off at its edges; dense is darker."""
        self._stroke(color, 0.18)
        start_mm = pitch_mm - height_mm
        while start_mm < width_mm:
            low_mm, high_mm = max(start_mm, 0.0), min(start_mm + height_mm, width_mm)
            y1, y2 = y_mm + height_mm - (low_mm - start_mm), y_mm + height_mm - (high_mm - start_mm)
            self._pdf.line(self._x(x_mm + low_mm), self._y(y1), self._x(x_mm + high_mm), self._y(y2))
            start_mm += pitch_mm

    def dot(self, x_mm: float, y_mm: float, radius_mm: float, color: str) -> None:
        """Fill a circle."""
        self._pdf.setFillColor(_parsed(color))
        self._pdf.circle(self._x(x_mm), self._y(y_mm), radius_mm * _PT, stroke=0, fill=1)

    def ring(self, x_mm: float, y_mm: float, radius_mm: float, color: str) -> None:
        """Draw a circle, white inside so that it is seen on any ground."""
        self._stroke(color, 0.35)
        self._pdf.setFillColor(_parsed(WHITE))
        self._pdf.circle(self._x(x_mm), self._y(y_mm), radius_mm * _PT, stroke=1, fill=1)

    def diamond(self, x_mm: float, y_mm: float, radius_mm: float, color: str = INK) -> None:
        """Draw a diamond, white inside so that it is seen on any ground."""
        path = self._pdf.beginPath()
        path.moveTo(self._x(x_mm - radius_mm), self._y(y_mm))
        for dx, dy in ((0, -1), (1, 0), (0, 1)):
            path.lineTo(self._x(x_mm + dx * radius_mm), self._y(y_mm + dy * radius_mm))
        path.close()
        self._stroke(color, 0.35)
        self._pdf.setFillColor(_parsed(WHITE))
        self._pdf.drawPath(path, stroke=1, fill=1)

    def _stroke(self, color: str, line_mm: float) -> None:
        self._pdf.setStrokeColor(_parsed(color))
        self._pdf.setLineWidth(line_mm * _PT)

    def _x(self, x_mm: float) -> float:
        return (self._left_mm + x_mm) * _PT

    def _y(self, y_mm: float) -> float:
        return (self._page_height_mm - self._top_mm - y_mm) * _PT
