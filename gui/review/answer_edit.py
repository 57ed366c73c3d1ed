"""Where handwriting is typed."""

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.widgets import make_column


class AnswerEdit(QWidget):
    """One line; Enter confirms, and Ctrl+Z undoes typing first, then decisions."""

    confirmed = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setProperty("role", "answer")
        self.edit.installEventFilter(self)
        make_column(self, margin=0).addWidget(self.edit)
        self._retranslate()

    def ask(self, text: str, digits: int) -> None:
        """Ask for a text, or for a number of at most ``digits`` digits; ``text`` is what stands there already."""
        pattern = QRegularExpression(f"\\d{{0,{digits}}}" if digits else ".*")
        self.edit.setValidator(QRegularExpressionValidator(pattern, self.edit))
        self.edit.setText(text)
        self.edit.selectAll()
        # The widget may become visible only after this call, and what is hidden takes no focus.
        QTimer.singleShot(0, self.edit, self.edit.setFocus)

    def text(self) -> str:
        """Return what stands there."""
        return self.edit.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():  # a key held down must not decide a row of answers
                    self.confirmed.emit()
                return True  # left to the line, the key would go on to whatever is asked next and decide it too
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            if is_undo and not self.edit.isUndoAvailable():
                self.undo_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Type what is written; leave empty if nothing is"))
        self.edit.setAccessibleName(self.tr("What is written on the paper"))
