"""The application icon, drawn in the colours of the theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

_SIZE_PX = 64  # drawn large, scaled down by Qt for any screen


def application_icon(accent: QColor, paper: QColor) -> QIcon:
    """Draw the application icon: a sheet with a marked box."""
    pixmap = QPixmap(_SIZE_PX, _SIZE_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawRoundedRect(QRectF(8, 4, 48, 56), 8, 8)
    painter.setPen(QPen(paper, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF([QPointF(20, 34), QPointF(29, 43), QPointF(45, 22)]))
    painter.end()
    return QIcon(pixmap)
