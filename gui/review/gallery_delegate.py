"""Draws one answer of a gallery: its piece of paper, what it was read as, whether it is set aside."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.i18n.translation import format_percent
from gui.paper.picture_loading import Picture
from gui.paper.picture_view import Emphasis, Outline, draw_outline
from gui.review.gallery_model import ENTRY_ROLE, ODD_ROLE
from gui.widgets.theme import current_colors, scaled
from omr.review.queue import QueueEntry

_GAP_PX = 5  # half of the space between two tiles
_PADDING_PX = 7
_CAPTION_PX = 24
_NEARLY_SURE = 0.99
_VEIL = 150  # of 255, over what is set aside


class GalleryDelegate(QStyledItemDelegate):
    """Draws the tile of an answer.

    ``find`` gives its picture, a sentence why there is none, or None while loading; ``p_wrong`` says how likely a
    doubtful one is wrong.
    """

    def __init__(
        self,
        find: Callable[[QueueEntry], Picture | str | None],
        p_wrong: Callable[[QueueEntry], float],
        view: QListView,
    ) -> None:
        super().__init__(view)
        self._find = find
        self._p_wrong = p_wrong

    @staticmethod
    def tile_size(picture: QSize) -> QSize:
        """Return the size of a tile that shows pictures of this size as they are."""
        around = 2 * (_GAP_PX + _PADDING_PX)
        return QSize(picture.width() + around, picture.height() + around + scaled(_CAPTION_PX))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView), "tiles are as large as the view's grid"
        return view.gridSize()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tile = option.rect.adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
        is_odd = bool(index.data(ODD_ROLE))
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        entry: QueueEntry = index.data(ENTRY_ROLE)
        inner = tile.adjusted(_PADDING_PX, _PADDING_PX, -_PADDING_PX, -_PADDING_PX)
        room = inner.adjusted(0, 0, 0, -scaled(_CAPTION_PX))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        _draw_tile(painter, tile, is_odd=is_odd, has_focus=has_focus)
        found = self._find(entry)
        if isinstance(found, Picture):
            _draw_picture(painter, room, found, entry)
        else:
            painter.setPen(current_colors().muted)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), found or "…")
        if is_odd:
            _draw_veil(painter, room)
        caption = QRect(inner.left(), room.bottom() + 4, inner.width(), scaled(_CAPTION_PX) - 4)
        self._draw_caption(painter, caption, str(index.data()), entry, is_odd=is_odd)
        painter.restore()

    def _draw_caption(self, painter: QPainter, place: QRect, text: str, entry: QueueEntry, *, is_odd: bool) -> None:
        colors = current_colors()
        sure = _name_certainty(self._p_wrong(entry)) if entry.flags else ""
        right = self.tr("Set aside") if is_odd else sure
        metrics = QFontMetrics(QApplication.font())
        room_px = place.width() - metrics.horizontalAdvance(right) - 8
        painter.setPen(colors.text)
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignLeft), metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px)
        )
        painter.setPen(colors.bad if is_odd else colors.warn)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), right)


def _name_certainty(p_wrong: float) -> str:
    """Word how sure a doubtful answer is: never quite, and in tenths of a percent where it is nearly so."""
    sure = 1 - p_wrong
    return format_percent(min(sure, 0.999), 1) if sure > _NEARLY_SURE else format_percent(sure, 0)


def _draw_tile(painter: QPainter, tile: QRect, *, is_odd: bool, has_focus: bool) -> None:
    colors = current_colors()
    border: QColor = colors.accent if has_focus else colors.bad if is_odd else colors.line
    painter.setPen(QPen(border, 2 if has_focus or is_odd else 1))
    painter.setBrush(colors.surface)
    painter.drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _draw_picture(painter: QPainter, room: QRect, picture: Picture, entry: QueueEntry) -> None:
    image = picture.image
    factor = min(room.width() / image.width(), room.height() / image.height(), 1.0)
    width, height = image.width() * factor, image.height() * factor
    painter.save()
    painter.translate(room.left() + (room.width() - width) / 2, room.top() + (room.height() - height) / 2)
    painter.scale(factor, factor)
    painter.drawImage(0, 0, image)
    for area in picture.areas:
        if area.option in entry.reading.answer:
            draw_outline(painter, Outline(area, Emphasis.READING if entry.flags else Emphasis.READ))
    painter.restore()


def _draw_veil(painter: QPainter, room: QRect) -> None:
    veil = QColor(current_colors().surface)
    veil.setAlpha(_VEIL)
    painter.fillRect(room, veil)
