"""Icons for the outcomes of pages (read, blank, foreign, ...), drawn so that they follow palette and scaling."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from gui.widgets.theme import Colors
from omr.results import PageOutcome

_SIZE_PX = 64  # drawn large, scaled down by Qt for any screen

_LINES: dict[PageOutcome, tuple[tuple[tuple[float, float], ...], ...]] = {
    PageOutcome.READ: (((14, 34), (27, 47), (50, 18)),),
    PageOutcome.UNREADABLE: (((16, 16), (48, 48)), ((48, 16), (16, 48))),
    PageOutcome.BLANK: (((16, 10), (48, 10), (48, 54), (16, 54), (16, 10)),),
    PageOutcome.DUPLICATE: (
        ((12, 22), (40, 22), (40, 54), (12, 54), (12, 22)),
        ((24, 14), (24, 10), (52, 10), (52, 42), (47, 42)),
    ),
    PageOutcome.FOREIGN: (((32, 8), (56, 52), (8, 52), (32, 8)), ((32, 24), (32, 36)), ((32, 43), (32, 44))),
    PageOutcome.TAKEN_OUT: (
        ((12, 18), (52, 18)),
        ((26, 18), (26, 10), (38, 10), (38, 18)),
        ((18, 18), (21, 54), (43, 54), (46, 18)),
    ),
    PageOutcome.OTHER_FORM: (((14, 32), (50, 32)), ((36, 18), (50, 32), (36, 46))),
    PageOutcome.COVER: (((14, 10), (50, 10), (50, 54), (14, 54), (14, 10)), ((14, 20), (50, 20)), ((14, 44), (50, 44))),
}


def outcome_icon(outcome: PageOutcome, colors: Colors) -> QIcon:
    """Draw the icon of a page's outcome, in its colour."""
    color = _color_of(outcome, colors)
    pixmap = QPixmap(_SIZE_PX, _SIZE_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for line in _LINES[outcome]:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    painter.end()
    return QIcon(pixmap)


def _color_of(outcome: PageOutcome, colors: Colors) -> QColor:
    return {
        PageOutcome.READ: colors.good,
        PageOutcome.UNREADABLE: colors.bad,
        PageOutcome.FOREIGN: colors.warn,
    }.get(outcome, colors.muted)
