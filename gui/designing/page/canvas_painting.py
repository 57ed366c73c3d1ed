"""What lies over the page: outlines in the colours of their questions, handles, guide lines, marks of what is wrong."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from form_templates.editing.snapping import Edges
from form_templates.model import AreaShape

# Paper is white in both themes, so these colours are chosen against paper.
_CHOSEN = QColor("#1d4ed8")
_GUIDE = QColor("#c026d3")
_DRAWN = QColor("#1d4ed8")
WRONG = QColor("#c02b20")
DOUBTFUL = QColor("#d07a00")

HANDLE_PX = 7.0
_HANDLE_GAP_PX = 5.0
_LEAST_SIDE_PX = 24.0
_MARK_MM, _LEAST_MARK_PX, _MOST_MARK_PX = 1.1, 2.4, 4.5

_HANDLES: tuple[tuple[float, float, Edges], ...] = (
    (0.0, 0.0, Edges(left=True, top=True)),
    (1.0, 0.0, Edges(right=True, top=True)),
    (1.0, 1.0, Edges(right=True, bottom=True)),
    (0.0, 1.0, Edges(left=True, bottom=True)),
    (0.5, 0.0, Edges(top=True)),
    (0.5, 1.0, Edges(bottom=True)),
    (1.0, 0.5, Edges(right=True)),
    (0.0, 0.5, Edges(left=True)),
)  # where they are, as shares of the width and height, and what each moves


def handles_of(rect: QRectF) -> list[tuple[QRectF, Edges]]:
    """Return the handles around an area, in pixels of the window; small sides have none in their middle."""
    around = rect.adjusted(-_HANDLE_GAP_PX, -_HANDLE_GAP_PX, _HANDLE_GAP_PX, _HANDLE_GAP_PX)
    half = HANDLE_PX / 2
    found = []
    for across, down, edges in _HANDLES:
        side_px = around.width() if across == 0.5 else around.height() if down == 0.5 else _LEAST_SIDE_PX
        if side_px >= _LEAST_SIDE_PX:
            x_px, y_px = around.left() + across * around.width(), around.top() + down * around.height()
            found.append((QRectF(x_px - half, y_px - half, HANDLE_PX, HANDLE_PX), edges))
    return found


def draw_area(painter: QPainter, rect: QRectF, color: QColor, shape: AreaShape | None, *, is_chosen: bool) -> None:
    """Draw one area; without a shape it is a place for handwriting."""
    pen = QPen(_CHOSEN if is_chosen else color, 2.2 if is_chosen else 1.6)
    if shape is None:
        pen.setStyle(Qt.PenStyle.DashLine)
    fill = QColor(_CHOSEN if is_chosen else color)
    fill.setAlpha(70 if is_chosen else 30)
    painter.setPen(pen)
    painter.setBrush(fill)
    if shape is AreaShape.CIRCLE:
        painter.drawEllipse(rect)
    else:
        painter.drawRect(rect)


def draw_handles(painter: QPainter, rect: QRectF) -> None:
    """Draw the handles of an area."""
    painter.setPen(QPen(_CHOSEN, 1.2))
    painter.setBrush(QColor("white"))
    for box, _edges in handles_of(rect):
        painter.drawRect(box)


def draw_box(painter: QPainter, box: QRectF) -> None:
    """Draw a rectangle that is being drawn, or with which areas are chosen."""
    fill = QColor(_DRAWN)
    fill.setAlpha(28)
    painter.setPen(QPen(_DRAWN, 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(fill)
    painter.drawRect(box)


def draw_guides(painter: QPainter, x_px: float | None, y_px: float | None, page: QRectF) -> None:
    """Draw the lines that a drag has snapped to, across the page."""
    painter.setPen(QPen(_GUIDE, 1.0))
    if x_px is not None:
        painter.drawLine(QPointF(x_px, page.top()), QPointF(x_px, page.bottom()))
    if y_px is not None:
        painter.drawLine(QPointF(page.left(), y_px), QPointF(page.right(), y_px))


def draw_marks(painter: QPainter, corners: Iterable[QPointF], color: QColor, px_per_mm: float) -> None:
    """Draw a dot at the corners of areas about which something is to be said."""
    radius = min(max(_MARK_MM * px_per_mm, _LEAST_MARK_PX), _MOST_MARK_PX)
    painter.setPen(QPen(QColor("white"), 1.0))
    painter.setBrush(color)
    for corner in corners:
        painter.drawEllipse(corner, radius, radius)


def draw_tag(painter: QPainter, text: str, anchor: QRectF, color: QColor) -> None:
    """Draw the name of a question to the left of an area; the painter's font is used."""
    metrics = QFontMetricsF(painter.font())
    width = metrics.horizontalAdvance(text) + 10.0
    left = anchor.left() - width - 14.0
    box = QRectF(left, anchor.center().y() - metrics.height() / 2, width, metrics.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor("white"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
