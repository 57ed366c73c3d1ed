"""Where a remark on an answer is written."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from form_templates.tables import LONGEST_TEXT
from gui.widgets.building_blocks import make_label


class NoteEdit(QWidget):
    """A line for a note: Enter keeps it, Esc leaves it as it was. Emits ``written(note)`` or ``left()``."""

    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = make_label("subheading")
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST_TEXT)
        self.edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self.edit, stretch=1)
        self._retranslate()

    def ask(self, note: str) -> None:
        """Ask for a note; ``note`` is what stands there already."""
        self.edit.setText(note)
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():
                    self.written.emit(" ".join(self.edit.text().split()))
                return True  # left to the line, the key would go on to the answer and decide it
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Note"))
        self.edit.setPlaceholderText(self.tr("Enter keeps the note, Esc leaves it"))
        self.edit.setAccessibleName(self.tr("Note on this answer"))
