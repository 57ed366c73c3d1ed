"""The colours of questions, the same on the page and in the list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_GOLDEN_DEGREES = 137.508  # neighbours in the list lie far apart on the wheel of colours
_PATCH_PX = 12


def color_of_position(position: int) -> QColor:
    """Return the colour of the question at a position of the form."""
    return QColor.fromHsl(round(position * _GOLDEN_DEGREES) % 360, 170, 92)


def patch(color: QColor, *, is_round: bool = False) -> QIcon:
    """Return a small square, or dot, of a colour."""
    pixmap = QPixmap(_PATCH_PX, _PATCH_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    radius = _PATCH_PX / 2 - 1 if is_round else 3
    painter.drawRoundedRect(1, 1, _PATCH_PX - 2, _PATCH_PX - 2, radius, radius)
    painter.end()
    return QIcon(pixmap)
