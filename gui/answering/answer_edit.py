"""The line into which a person types what is handwritten on the paper."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from form_templates.tables import LONGEST_TEXT
from gui.answering.key_presses import press_of
from gui.widgets.building_blocks import make_column, make_label
from gui.widgets.folding_completer import FoldingCompleter, make_text_model

_GLANCE_S = 0.4  # a proposal that came up while a key was on its way was not seen
_MOST_KNOWN = 500  # earlier entries to complete from; comments are seldom alike
_COMMANDS = ("U", "F", "G", "M")  # with Ctrl; the line itself has other uses for the rest


class AnswerEdit(QWidget):
    """A line for handwriting with proposal and earlier entries; Enter confirms, Ctrl+Z undoes typing, then decisions.

    A proposal stands in the line, selected: Enter keeps it, Tab goes on from it, typing replaces it, Esc empties the
    line. Keys with Ctrl that belong to the page are handed on by ``pressed(key press)``.
    """

    confirmed = Signal()
    undo_wanted = Signal()
    pressed = Signal(object)  # KeyPress

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._is_proposed = False
        self._proposed_s = 0.0
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST_TEXT)
        self.edit.setProperty("role", "answer")
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_edited)
        self.hint = make_label("muted", wraps=True)
        layout = make_column(self, margin=0, spacing=6)
        layout.addWidget(self.edit)
        layout.addWidget(self.hint)
        self._retranslate()

    @property
    def is_proposed(self) -> bool:
        """Whether what stands in the line is a proposal that nobody touched."""
        return self._is_proposed

    def ask(self, text: str, digits: int, known: Sequence[str] = ()) -> None:
        """Ask for a text, or for a number of at most ``digits`` digits.

        Args:
            text: What stands there already.
            digits: 0 for any text.
            known: Earlier entries to complete from, the likeliest first.
        """
        pattern = QRegularExpression(f"\\d{{0,{digits}}}" if digits else ".*")
        self.edit.setValidator(QRegularExpressionValidator(pattern, self.edit))
        self._offer(tuple(known[:_MOST_KNOWN]))
        self._put(text)
        self._show_proposed(is_proposed=False)
        # The widget may become visible only after this call, and what is hidden takes no focus.
        QTimer.singleShot(0, self.edit, self.edit.setFocus)

    def propose(self, text: str) -> None:
        """Put a proposal into the line, unless something stands there or it is no answer that may be given."""
        if not text or self.edit.text() or self.edit.isModified():
            return
        self.edit.setText(text)
        if not self.edit.hasAcceptableInput():
            self.edit.setText("")  # unlike clear(), leaves the line untouched for a proposal that fits
            return
        self._put(text)
        self._proposed_s = time.monotonic()
        self._show_proposed(is_proposed=True)

    def text(self) -> str:
        """Return what stands there."""
        return self.edit.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _put(self, text: str) -> None:
        """Put a text into the line, selected, its beginning in sight."""
        self.edit.setText(text)
        self.edit.end(False)
        self.edit.home(True)

    def _takes(self, event: QKeyEvent) -> bool:
        """Act on a key that the line must not see; left to it, Enter would go on and decide what is asked next too."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and self._was_seen():
                self.confirmed.emit()
            return True
        if key == Qt.Key.Key_Tab and self._is_proposed:
            self._show_proposed(is_proposed=False)
            self.edit.end(False)
            return True
        if key == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
            self.edit.setModified(True)  # an emptied line wants no second proposal
            self._show_proposed(is_proposed=False)
            return True
        if event.matches(QKeySequence.StandardKey.Undo) and not self.edit.isUndoAvailable():
            self.undo_wanted.emit()
            return True
        press = press_of(event)
        if press.has_control and press.name in _COMMANDS:
            self.pressed.emit(press)
            return True
        return False

    def _was_seen(self) -> bool:
        return not self._is_proposed or time.monotonic() - self._proposed_s >= _GLANCE_S

    def _on_edited(self) -> None:
        self._show_proposed(is_proposed=False)

    def _offer(self, known: tuple[str, ...]) -> None:
        if known == self._known:
            return
        self._known = known
        completer = FoldingCompleter(make_text_model(known, self.edit), self.edit)
        completer.setMaxVisibleItems(8)
        self.edit.setCompleter(completer)

    def _show_proposed(self, *, is_proposed: bool) -> None:
        self._is_proposed = is_proposed
        self._say_hint()

    def _say_hint(self) -> None:
        if self._is_proposed:
            self.hint.setText(self.tr("Proposed by the program. Enter keeps it, Tab goes on from it, Esc empties."))
        elif self._known:
            self.hint.setText(self.tr("Earlier entries come up while you type; ↓ chooses one."))
        else:
            self.hint.clear()

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Type what is written"))
        self.edit.setAccessibleName(self.tr("What is written on the paper"))
        self._say_hint()
