"""Draws the figure of a table's cell instead of its words; screen readers still get the words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.results.tables.figure_painting import bar_of, paint_figure
from gui.widgets.columns_table_model import FIGURE_ROLE
from gui.widgets.theme import current_colors, scaled

_PADDING_PX = 8
_ROW_PX = 30


class FigureDelegate(QStyledItemDelegate):
    """Paints the cells that have a figure as that figure, and all others as text."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        figure = index.data(FIGURE_ROLE)
        if figure is None:
            super().paint(painter, option, index)
            return
        colors = current_colors()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colors.accent_soft)
        painter.fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), colors.hover)
        paint_figure(painter, figure_rect(QRectF(option.rect)), figure, colors)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), scaled(_ROW_PX))


def figure_rect(cell: QRectF) -> QRectF:
    """Return where in a cell its figure is drawn."""
    return cell.adjusted(_PADDING_PX, 4, -_PADDING_PX, -4)


def bar_rect(cell: QRectF) -> QRectF:
    """Return where in a cell a bar is drawn."""
    return bar_of(figure_rect(cell))
