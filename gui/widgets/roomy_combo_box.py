"""A drop-down box whose list is as wide as what stands in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled

_WIDEST_LIST_PX = 640  # for questions are sentences
_BESIDE_TEXT_PX = 32  # a scroll bar and what stands around a text


class RoomyComboBox(QComboBox):
    """A box that may be narrow where there is little room: what is open shows its entries whole.

    Closed it ends in an ellipsis what does not fit, and shows it whole under the pointer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # the box's own takes no paddings of a style sheet

    @property
    def shown_text(self) -> str:
        """What stands in the closed box."""
        return self._shown(self._option())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, option = QStylePainter(self), self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._shown(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip() and self.shown_text != self.currentText():
            QToolTip.showText(event.globalPos(), as_tip(self.currentText()), self)
            return True
        return super().event(event)

    def showPopup(self) -> None:
        screen = self.screen().availableGeometry()
        wanted = self.view().sizeHintForColumn(0) + _BESIDE_TEXT_PX
        self.view().setMinimumWidth(min(wanted, scaled(_WIDEST_LIST_PX), screen.width()))
        super().showPopup()
        shown = self.view().window()  # Qt places it as if it were as wide as the box
        beyond = shown.x() + shown.width() - screen.right() - 1
        if beyond > 0:
            shown.move(max(shown.x() - beyond, screen.left()), shown.y())

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _shown(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
