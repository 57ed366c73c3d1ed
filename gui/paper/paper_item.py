"""A picture of paper in a scene: shrunk, it is averaged over all its pixels, so that thin lines stay."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QStyleOptionGraphicsItem, QWidget

_SHARP = 0.75  # of its size, from which the painter's own smoothing leaves nothing out


class PaperItem(QGraphicsPixmapItem):
    """Shows an image; the shrunk one is kept until another size is asked for."""

    def __init__(self, image: QImage) -> None:
        super().__init__(QPixmap.fromImage(image))
        self._image = image
        self._shrunk = QPixmap()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the picture at the size that the painter asks for."""
        scale = painter.worldTransform().m11() * (painter.device().devicePixelRatioF() if painter.device() else 1.0)
        if scale >= _SHARP:
            painter.drawPixmap(0, 0, self.pixmap())
            return
        size = QSize(max(round(self._image.width() * scale), 1), max(round(self._image.height() * scale), 1))
        if self._shrunk.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._shrunk = QPixmap.fromImage(self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        painter.drawPixmap(QRectF(self._image.rect()), self._shrunk, QRectF(self._shrunk.rect()))
