"""Draws a blank form as a PDF, in millimetres from the top-left corner, and notes where its answers are."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont as FontFile
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from form_templates.model import Rect
from omr.forms.page_images import PageOpener
from omr.forms.proposing.template_proposal import Proposal, propose_template
from omr.processes.limited_process import call_here

_PT = 72 / 25.4
_FOLDER = Path(matplotlib.get_data_path()) / "fonts" / "ttf"  # DejaVu has the signs that other fonts lack
PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"


@dataclass
class TrueQuestion:
    """What a question is: its text, and places and texts of its options; ``written`` for those without options."""

    page: int
    label: str
    options: list[tuple[Rect, str]] = field(default_factory=list)
    written: bool = False


@cache
def _font(name: str) -> FontFile:
    pdfmetrics.registerFont(TTFont(name, _FOLDER / f"{name}.ttf"))
    return FontFile(_FOLDER / f"{name}.ttf")


class Sheet:
    """A blank form in the making."""

    def __init__(self, width_mm: float = 210.0, height_mm: float = 297.0) -> None:
        for name in (PLAIN, BOLD):
            _font(name)
        self._file = io.BytesIO()
        self._height_mm = height_mm
        self._canvas = Canvas(self._file, pagesize=(width_mm * _PT, height_mm * _PT), invariant=1)
        self.page = 1
        self.questions: list[TrueQuestion] = []

    def pdf(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def next_page(self) -> None:
        self._canvas.showPage()
        self.page += 1

    def write(self, x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> float:
        """Write a line whose baseline is at ``y``; return where it ends."""
        name = BOLD if bold else PLAIN
        self._canvas.setFillGray(0)
        self._canvas.setFont(name, size)
        self._canvas.drawString(x * _PT, (self._height_mm - y) * _PT, text)
        return x + pdfmetrics.stringWidth(text, name, size) / _PT

    def middle(self, x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> None:
        width = pdfmetrics.stringWidth(text, BOLD if bold else PLAIN, size) / _PT
        self.write(x - width / 2, y, text, size, bold=bold)

    def ask(self, label: str, *, written: bool = False) -> TrueQuestion:
        question = TrueQuestion(self.page, label, written=written)
        self.questions.append(question)
        return question

    def box(self, x: float, y: float, w: float, h: float | None = None) -> Rect:
        self._canvas.setLineWidth(0.6)
        self._canvas.rect(x * _PT, (self._height_mm - y - (h or w)) * _PT, w * _PT, (h or w) * _PT)
        return Rect(x, y, w, h or w)

    def field(self, x: float, y: float, size: float) -> None:
        """Add a box that is ticked on a screen: it stands beside what the page draws."""
        self._canvas.acroForm.checkbox(
            name=f"field-{x}-{y}",
            x=x * _PT,
            y=(self._height_mm - y - size) * _PT,
            size=size * _PT,
            borderWidth=0.5,
            fillColor=None,
        )

    def circle(self, x: float, y: float, size: float) -> Rect:
        self._canvas.setLineWidth(0.6)
        self._canvas.ellipse(x * _PT, (self._height_mm - y) * _PT, (x + size) * _PT, (self._height_mm - y - size) * _PT)
        return Rect(x, y, size, size)

    def sign(self, x: float, y: float, letter: str, size: float = 12) -> Rect:
        """Write a sign whose baseline is at ``y``; return what its ink covers."""
        self.write(x, y, letter, size)
        font = _font(PLAIN)
        glyph = font["glyf"][font.getBestCmap()[ord(letter)]]
        mm = size / font["head"].unitsPerEm / _PT
        return Rect(
            x + glyph.xMin * mm, y - glyph.yMax * mm, (glyph.xMax - glyph.xMin) * mm, (glyph.yMax - glyph.yMin) * mm
        )

    def digit(self, x: float, y: float, text: str, size: float = 11) -> Rect:
        """Write a digit around ``x``; return the place of a ring around it."""
        self.middle(x, y, text, size)
        cap = 0.73 * size / _PT
        return Rect(x - cap, y - cap / 2 - cap, 2 * cap, 2 * cap)

    def line(self, x: float, y: float, to_x: float, to_y: float, width: float = 0.5) -> None:
        self._canvas.setLineWidth(width)
        self._canvas.line(x * _PT, (self._height_mm - y) * _PT, to_x * _PT, (self._height_mm - to_y) * _PT)

    def dark(self, x: float, y: float, w: float, h: float, grey: float = 0.0) -> None:
        self._canvas.setFillGray(grey)
        self._canvas.rect(x * _PT, (self._height_mm - y - h) * _PT, w * _PT, h * _PT, stroke=0, fill=1)

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw the rules of a table, cell by cell as word processors do."""
        for y in ys:
            for left, right in pairwise(xs):
                self.line(left, y, right, y)
        for x in xs:
            for top, low in pairwise(ys):
                self.line(x, top, x, low)

    def cell(self, xs: Sequence[float], ys: Sequence[float], column: int, row: int) -> Rect:
        return Rect(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])


def propose(sheet: Sheet, folder: Path, name: str = "form") -> Proposal:
    """Propose a template for a drawn form, in this process; it lies in ``folder / "made"``."""
    path = folder / f"{name}.pdf"
    path.write_bytes(sheet.pdf())
    with PageOpener(call=call_here) as opener:
        return propose_template([path], folder / "made", opener)
