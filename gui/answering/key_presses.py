"""From Qt's key events to the key presses that ``keys`` knows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.answering.keys import KeyPress


def press_of(event: QKeyEvent) -> KeyPress:
    """Return which key an event is about, named as Qt writes it in every language."""
    return KeyPress(
        name=QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText),
        text=event.text(),
        has_control=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        is_repeated=event.isAutoRepeat(),
    )
