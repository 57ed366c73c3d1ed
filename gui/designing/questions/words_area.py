"""Words of more than one line that become an edit as they are typed, and take no key from the window's undo."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from gui.designing.questions.fields import is_undo_or_redo
from gui.widgets.building_blocks import keep_height

_FRAME_PX = 22  # border, padding and margin of the text, above and below


class WordsArea(QPlainTextEdit):
    """Emits ``typed(words, continues)`` with every letter; the first of a visit continues nothing.

    Args:
        lines: How many are seen.
        takes_breaks: Whether Enter begins another line; else what is typed or pasted is one.
    """

    typed = Signal(str, bool)

    def __init__(self, lines: int = 2, *, takes_breaks: bool = True) -> None:
        super().__init__()
        self._takes_breaks = takes_breaks
        self._has_begun = self._is_showing = False
        self.setProperty("role", "words")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        keep_height(self)
        self._lines = lines
        self._fit()
        self.textChanged.connect(self._on_changed)

    def show_words(self, words: str) -> None:
        """Show words; the cursor stays where they are shown already."""
        if words != self.toPlainText():
            self._is_showing = True
            self.setPlainText(words)
            if self.hasFocus():
                self.moveCursor(QTextCursor.MoveOperation.End)
            self._is_showing = False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_begun = False
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_break = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_break and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._takes_breaks):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = source.text()
        self.insertPlainText(words if self._takes_breaks else " ".join(words.split()))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and is_undo_or_redo(event):
            event.ignore()
            return True
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Polish):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + _FRAME_PX)

    def _on_changed(self) -> None:
        if self._is_showing:
            return
        continues, self._has_begun = self._has_begun, True
        self.typed.emit(self.toPlainText(), continues)
