"""Paper shown smaller than it is keeps what is thin on it."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from gui.paper.paper_item import PaperItem

LINES = range(10, 590, 23)  # one pixel wide each


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [0.7, 0.41, 0.2])
def test_that_every_thin_line_of_a_page_is_seen_when_it_is_shrunk(scale: float) -> None:
    page = np.full((600, 600), 255, np.uint8)
    page[:, list(LINES)] = 0
    scene = QGraphicsScene()
    scene.addItem(PaperItem(QImage(page.data, 600, 600, 600, QImage.Format.Format_Grayscale8).copy()))
    side = round(600 * scale)
    shown = QImage(side, side, QImage.Format.Format_Grayscale8)
    shown.fill(255)

    painter = QPainter(shown)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    scene.render(painter, QRectF(0, 0, side, side), QRectF(0, 0, 600, 600))
    painter.end()

    row = np.array([shown.pixelColor(x, side // 2).lightness() for x in range(side)])
    for line in LINES:
        place = round((line + 0.5) * scale)
        assert (255 - row[max(place - 2, 0) : place + 2].astype(int)).sum() == pytest.approx(255 * scale, rel=0.35)
