"""A drop-down box whose list is as wide as what stands in it."""

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

_WIDEST_LIST_PX = 640  # for questions are sentences
_BESIDE_TEXT_PX = 32  # a scroll bar and what stands around a text


class RoomyComboBox(QComboBox):
    """A box that may be narrow where there is little room: what is open shows its entries whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # the box's own takes no paddings of a style sheet

    def showPopup(self) -> None:
        screen = self.screen().availableGeometry()
        wanted = self.view().sizeHintForColumn(0) + _BESIDE_TEXT_PX
        self.view().setMinimumWidth(min(wanted, _WIDEST_LIST_PX, screen.width()))
        super().showPopup()
        shown = self.view().window()  # Qt places it as if it were as wide as the box
        beyond = shown.x() + shown.width() - screen.right() - 1
        if beyond > 0:
            shown.move(max(shown.x() - beyond, screen.left()), shown.y())
