"""Fields that become edits as they are typed in, and take no key from the window's undo."""

from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from gui.widgets.plain_texts import as_tip
from gui.widgets.roomy_combo_box import RoomyComboBox


class WordsField(QLineEdit):
    """A line of words; emits ``typed(words, continues)`` with every letter; the first of a visit continues nothing."""

    typed = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._has_begun = False
        self.textEdited.connect(self._on_edited)

    def show_words(self, words: str) -> None:
        """Show words; the cursor stays where they are shown already."""
        if words != self.text():
            self.setText(words)
            if not self.hasFocus():
                self.setCursorPosition(0)
        self.setToolTip(as_tip(words))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_begun = False
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and is_undo_or_redo(event):
            event.ignore()
            return True
        return super().event(event)

    def _on_edited(self, words: str) -> None:
        continues, self._has_begun = self._has_begun, True
        self.typed.emit(words, continues)


class CalmSpinBox(QSpinBox):
    """A number that the wheel changes only while it has the focus."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()


class CalmComboBox(RoomyComboBox):
    """A choice that the wheel does not change; it keeps its values itself, for Qt would make text of an enum."""

    def __init__(self) -> None:
        super().__init__()
        self._values: list[Any] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    @property
    def value(self) -> Any:
        """What is chosen; there must be something."""
        return self._values[self.currentIndex()]

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def show_value(self, value: object) -> None:
        """Choose the entry of a value; none if there is none of it."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def choose(self, value: object) -> None:
        """Choose the entry of a value as a person does."""
        self.show_value(value)
        self.activated.emit(self.currentIndex())

    def fill(self, entries: list[tuple[str, object]]) -> None:
        """Replace the entries; nothing is chosen then."""
        self.clear()
        self._values = [value for _text, value in entries]
        self.addItems([text for text, _value in entries])
        self.setCurrentIndex(-1)


def is_undo_or_redo(event: QEvent) -> bool:
    """Whether a key asks for what the window does by its history."""
    if not isinstance(event, QKeyEvent):
        return False
    is_redo = event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == REDO_KEY
    return is_redo or event.matches(QKeySequence.StandardKey.Undo)


_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
REDO_KEY = QKeyCombination(_SHIFTED, Qt.Key.Key_Z)
