"""One page of a PDF, drawn in millimetres from the paper's top-left corner."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from form_templates.model import Rect

MM_PER_PT = 25.4 / 72
_PT = 1 / MM_PER_PT
_CAP_HEIGHT = 0.7  # of the type size, near enough for every font used here


@dataclass(frozen=True, slots=True)
class Rule:
    """A printed line: its width, and its grey level, 0 = black."""

    width_mm: float = 0.2
    grey: int = 0


@dataclass(frozen=True, slots=True)
class Type:
    """A font known to reportlab, its size, and its grey level, 0 = black."""

    font: str
    size_pt: float
    grey: int = 0

    @property
    def leading_mm(self) -> float:
        """Distance from line to line."""
        return self.size_pt * 1.25 * MM_PER_PT

    @property
    def cap_mm(self) -> float:
        """Height of a capital letter."""
        return self.size_pt * _CAP_HEIGHT * MM_PER_PT

    def width_mm(self, text: str) -> float:
        """Return how wide ``text`` prints."""
        return float(pdfmetrics.stringWidth(text, self.font, self.size_pt)) * MM_PER_PT

    def wrapped(self, text: str, width_mm: float) -> list[str]:
        """Break ``text`` into lines of at most ``width_mm``; a single word may be wider."""
        return list(simpleSplit(text, self.font, self.size_pt, width_mm * _PT))

    def of_cap_height(self, cap_mm: float) -> "Type":
        """Return the same font in the size whose capitals are ``cap_mm`` high."""
        return Type(self.font, cap_mm / _CAP_HEIGHT * _PT, self.grey)


class Surface:
    """Draws pages one after the other; ``pdf`` ends the document."""

    def __init__(self, width_mm: float, height_mm: float) -> None:
        self._buffer = BytesIO()
        self._height_mm = height_mm
        self._canvas = Canvas(self._buffer, pagesize=(width_mm * _PT, height_mm * _PT), invariant=1, pageCompression=1)

    def next_page(self) -> None:
        """End the page and begin another."""
        self._canvas.showPage()

    def pdf(self) -> bytes:
        """End the last page and return the document."""
        self._canvas.save()
        return self._buffer.getvalue()

    def line(self, start_mm: tuple[float, float], end_mm: tuple[float, float], rule: Rule) -> None:
        """Draw a straight line between two points, (x, y)."""
        self._set(rule)
        self._canvas.line(start_mm[0] * _PT, self._up(start_mm[1]), end_mm[0] * _PT, self._up(end_mm[1]))

    def box(self, rect: Rect, rule: Rule | None, fill_grey: int | None = None) -> None:
        """Draw a rectangle whose line lies inside ``rect``."""
        inner = self._begin(rect, rule, fill_grey)
        left, bottom = inner.x_mm * _PT, self._up(inner.y_mm + inner.h_mm)
        shown = {"stroke": int(rule is not None), "fill": int(fill_grey is not None)}
        self._canvas.rect(left, bottom, inner.w_mm * _PT, inner.h_mm * _PT, **shown)

    def oval(self, rect: Rect, rule: Rule | None, fill_grey: int | None = None) -> None:
        """Draw an ellipse whose line lies inside ``rect``; of a wide ``rect`` the round ends only are round."""
        inner = self._begin(rect, rule, fill_grey)
        left, bottom = inner.x_mm * _PT, self._up(inner.y_mm + inner.h_mm)
        right, top = (inner.x_mm + inner.w_mm) * _PT, self._up(inner.y_mm)
        shown = {"stroke": int(rule is not None), "fill": int(fill_grey is not None)}
        self._canvas.ellipse(left, bottom, right, top, **shown)

    def polygon(self, corners_mm: Sequence[tuple[float, float]], fill_grey: int) -> None:
        """Fill a polygon."""
        self._canvas.setFillGray(fill_grey / 255)
        path = self._canvas.beginPath()
        path.moveTo(corners_mm[0][0] * _PT, self._up(corners_mm[0][1]))
        for x_mm, y_mm in corners_mm[1:]:
            path.lineTo(x_mm * _PT, self._up(y_mm))
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def text(self, place_mm: tuple[float, float], text: str, kind: Type, anchor: float = 0.0) -> None:
        """Write one line; ``place_mm``, on its baseline, is where it begins (``anchor`` 0.0) or ends (1.0)."""
        self._canvas.setFillGray(kind.grey / 255)
        self._canvas.setFont(kind.font, kind.size_pt)
        left_mm = place_mm[0] - anchor * kind.width_mm(text)
        self._canvas.drawString(left_mm * _PT, self._up(place_mm[1]), text)

    def text_amid(self, middle_mm: tuple[float, float], text: str, kind: Type) -> None:
        """Write one line with the middle of its capitals at ``middle_mm``."""
        self.text((middle_mm[0], middle_mm[1] + kind.cap_mm / 2), text, kind, anchor=0.5)

    def _begin(self, rect: Rect, rule: Rule | None, fill_grey: int | None) -> Rect:
        """Set line and filling; return the path of the line's middle."""
        if fill_grey is not None:
            self._canvas.setFillGray(fill_grey / 255)
        if rule is None:
            return rect
        self._set(rule)
        half_mm = rule.width_mm / 2
        return Rect(rect.x_mm + half_mm, rect.y_mm + half_mm, rect.w_mm - rule.width_mm, rect.h_mm - rule.width_mm)

    def _set(self, rule: Rule) -> None:
        self._canvas.setStrokeGray(rule.grey / 255)
        self._canvas.setLineWidth(rule.width_mm * _PT)

    def _up(self, y_mm: float) -> float:
        return (self._height_mm - y_mm) * _PT
