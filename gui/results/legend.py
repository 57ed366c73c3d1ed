"""Which colour stands for which level of a scale."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from form_templates.model import Language, Scale
from gui.results.tables.scale_colors import scale_colors
from gui.widgets.theme import current_colors, scaled

_PATCH_PX = 12
_GAP_PX = 6
_APART_PX = 18
_HEIGHT_PX = 20
_WIDEST_PX = 180  # of a word; five levels then fit the smallest screen


class Legend(QWidget):
    """A coloured patch and a word for every level, from the lowest to the highest."""

    def __init__(self, scale: Scale, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._language = language
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_language(self, language: Language) -> None:
        """Name the levels in another language."""
        self._language = language
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """Return the words, in order."""
        return [level.label.in_language(self._language) for level in self._scale.levels]

    def _shown_texts(self) -> list[str]:
        elide = self.fontMetrics().elidedText
        return [elide(text, Qt.TextElideMode.ElideRight, scaled(_WIDEST_PX)) for text in self.texts()]

    def sizeHint(self) -> QSize:
        widths = [self.fontMetrics().horizontalAdvance(text) for text in self._shown_texts()]
        return QSize(sum(widths) + len(widths) * (_PATCH_PX + _GAP_PX + _APART_PX) - _APART_PX, scaled(_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = current_colors()
        of_level = scale_colors(self._scale, colors)
        left = 0.0
        for level, text in zip(self._scale.levels, self._shown_texts(), strict=True):
            top = (self.height() - _PATCH_PX) / 2
            painter.fillRect(QRectF(left, top, _PATCH_PX, _PATCH_PX), of_level[level.value])
            left += _PATCH_PX + _GAP_PX
            width = self.fontMetrics().horizontalAdvance(text)
            painter.setPen(colors.muted)
            painter.drawText(QRectF(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + _APART_PX
        painter.end()
