"""Where on a widget the page lies: zoomed, moved, fitted; millimetres to pixels and back."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from form_templates.model import PageLayout, Rect

_MARGIN_PX = 10.0
_LEAST, _MOST = 0.8, 40.0  # pixels per millimetre


class CanvasFrame:
    """The page on its widget; the picture is scaled once for each zoom, so that painting it is only copying."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._image: QImage | None = None
        self._pixmap: QPixmap | None = None
        self._size_mm = (210.0, 297.0)
        self._offset_px = QPointF()
        self._is_fitted = True
        self.px_per_mm = 2.0

    def show_page(self, image: QImage | None, layout: PageLayout) -> None:
        """Show another page, where the one before was if both are as large."""
        size_mm = (layout.width_mm, layout.height_mm)
        is_other_size, self._size_mm = size_mm != self._size_mm, size_mm
        self._image, self._pixmap = image, None
        if self._is_fitted or is_other_size:
            self.fit()
        self._widget.update()

    def fit(self) -> None:
        """Show all of it."""
        self._is_fitted = True
        width, height = self._widget.width() - 2 * _MARGIN_PX, self._widget.height() - 2 * _MARGIN_PX
        self._set_scale(min(width / self._size_mm[0], height / self._size_mm[1]))
        page = QPointF(self._size_mm[0], self._size_mm[1]) * self.px_per_mm
        self._offset_px = (QPointF(self._widget.width(), self._widget.height()) - page) / 2
        self._widget.update()

    def fit_width(self, middle_px: QPointF | None = None) -> None:
        """Show it as wide as the widget, with a point of the widget, else the top, in view."""
        y_mm = self.to_mm(middle_px)[1] if middle_px is not None else 0.0
        self._is_fitted = False
        self._set_scale((self._widget.width() - 2 * _MARGIN_PX) / self._size_mm[0])
        seen_px, whole_px = self._widget.height(), self._size_mm[1] * self.px_per_mm
        y_px = min(
            max(y_mm * self.px_per_mm - seen_px / 2, -_MARGIN_PX), max(whole_px + _MARGIN_PX - seen_px, -_MARGIN_PX)
        )
        self._offset_px = QPointF((self._widget.width() - self._size_mm[0] * self.px_per_mm) / 2, -y_px)
        self._widget.update()

    @property
    def is_small(self) -> bool:
        """Whether the page is seen narrower than the widget."""
        return self._size_mm[0] * self.px_per_mm < self._widget.width() - 2 * _MARGIN_PX - 1

    def follow_size(self) -> None:
        """Fit again after the widget has become another size, unless a person has zoomed."""
        if self._is_fitted:
            self.fit()

    def zoom(self, factor: float, at_px: QPointF) -> None:
        """Zoom around a point of the widget."""
        point = (at_px - self._offset_px) / self.px_per_mm
        self._is_fitted = False
        self._set_scale(self.px_per_mm * factor)
        self._offset_px = at_px - point * self.px_per_mm
        self._widget.update()

    def pan(self, way_px: QPointF) -> None:
        """Move the page."""
        self._is_fitted = False
        self._offset_px += way_px
        self._widget.update()

    def center_on(self, at_px: QPointF) -> None:
        """Move the page so that what is at a point of the widget comes to its middle, as far as there is page."""
        way = QPointF(self._widget.width() / 2, self._widget.height() / 2) - at_px
        page, offset = self.page_px, self._offset_px + way
        self._is_fitted = False
        self._offset_px = QPointF(
            _within(offset.x(), page.width(), self._widget.width()),
            _within(offset.y(), page.height(), self._widget.height()),
        )
        self._widget.update()

    def to_mm(self, at_px: QPointF) -> tuple[float, float]:
        """Return which point of the page is there."""
        point = (at_px - self._offset_px) / self.px_per_mm
        return point.x(), point.y()

    def to_px(self, rect: Rect) -> QRectF:
        """Return where a rectangle of the page is seen."""
        scale, offset = self.px_per_mm, self._offset_px
        x_px, y_px = rect.x_mm * scale + offset.x(), rect.y_mm * scale + offset.y()
        return QRectF(x_px, y_px, rect.w_mm * scale, rect.h_mm * scale)

    @property
    def page_px(self) -> QRectF:
        """Where the whole page is seen."""
        return self.to_px(Rect(0.0, 0.0, *self._size_mm))

    def draw_page(self, painter: QPainter) -> None:
        """Draw the page's picture; without one, white paper."""
        page = self.page_px
        if self._image is None:
            painter.fillRect(page, QColor("white"))
            return
        ratio = self._widget.devicePixelRatioF()
        wanted = QSize(round(page.width() * ratio), round(page.height() * ratio))
        if wanted.width() > self._image.width():
            if self._pixmap is None or self._pixmap.size() != self._image.size():
                self._pixmap = QPixmap.fromImage(self._image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(page, self._pixmap, QRectF(self._pixmap.rect()))
            return
        if self._pixmap is None or self._pixmap.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._pixmap = QPixmap.fromImage(self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        painter.drawPixmap(page.toRect(), self._pixmap)

    def _set_scale(self, px_per_mm: float) -> None:
        self.px_per_mm = min(max(px_per_mm, _LEAST), _MOST)


def _within(offset_px: float, page_px: float, widget_px: float) -> float:
    """Return where a side of the page begins: in the middle where all of it is seen, else without a wide gap."""
    if page_px <= widget_px:
        return (widget_px - page_px) / 2
    return min(max(offset_px, widget_px - page_px - _MARGIN_PX), _MARGIN_PX)
