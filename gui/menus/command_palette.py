"""All commands in one list that is narrowed by typing (Ctrl+Shift+P)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from gui.menus.commands import OfferedCommand
from gui.widgets.building_blocks import make_column, make_label, resize_within_screen
from gui.widgets.theme import current_colors, scaled

_WIDTH_PX, _HEIGHT_PX, _ROW_PX = 620, 420, 28
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Lists commands and runs the one that is chosen, after it has closed; typing needs no marks on letters."""

    def __init__(self, commands: Sequence[OfferedCommand], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = tuple(commands)
        self._shown: list[OfferedCommand] = []
        self.edit, self.list = QLineEdit(), QTreeWidget()
        self._nothing = make_label("muted")
        self._set_up()
        self._lay_out()
        self._show_fitting("")
        self.edit.setFocus()

    @property
    def names(self) -> list[str]:
        """What is listed now, from top to bottom."""
        return [command.name for command in self._shown]

    def run(self) -> None:
        """Close, and do what is chosen."""
        row = self.list.currentIndex().row()
        if row >= 0:
            # Only when this is gone, for it is a dialog, and what follows may be one too.
            QTimer.singleShot(0, self.parent() or self, self._shown[row].run)
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVING:
            self.list.event(event)  # one types and chooses without changing place
            return True
        return super().eventFilter(watched, event)

    def _set_up(self) -> None:
        self.edit.setPlaceholderText(self.tr("Type a part of what you want to do"))
        self.edit.setAccessibleName(self.tr("What you want to do"))
        self.list.setAccessibleName(self.tr("Commands"))
        self.edit.setClearButtonEnabled(True)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._show_fitting)
        self.edit.returnPressed.connect(self.run)
        self.list.itemActivated.connect(lambda _item: self.run())
        self.list.itemClicked.connect(lambda _item: self.run())
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in range(3):
            mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)

    def _lay_out(self) -> None:
        layout = make_column(self, margin=14, spacing=10)
        layout.addWidget(self.edit)
        layout.addWidget(self.list, stretch=1)
        layout.addWidget(self._nothing)
        self._nothing.setText(self.tr("Nothing here is called that."))
        resize_within_screen(self, _WIDTH_PX, _HEIGHT_PX)

    def _show_fitting(self, typed: str) -> None:
        self._shown = [command for command in self._commands if command.answers_to(typed)]
        self.list.clear()
        muted = current_colors().muted
        for command in self._shown:
            item = QTreeWidgetItem([command.name, command.within, f"   {command.keys}"])
            item.setSizeHint(0, QSize(0, scaled(_ROW_PX)))
            for column in (1, 2):
                item.setForeground(column, muted)
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
        if self._shown:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._nothing.setVisible(not self._shown)
